package eu.cairn.catalogue;

import eu.cairn.credential.LearningOutcome;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A complete design as somebody would type it again: what a reader of its exports should find. */
public final class DesignAsTyped {

    private DesignAsTyped() {}

    public static CourseDraft of(CourseDesign design) {
        var level = design.level();
        var rows =
                LanguageRows.of(
                        design.language().equals(Language.ENGLISH)
                                ? ""
                                : design.title().in(Language.ENGLISH).orElse(""),
                        design.title().translations().stream()
                                .filter(words -> !words.getKey().equals(Language.ENGLISH))
                                .map(DesignAsTyped::words)
                                .toList(),
                        design.outcomes().stream()
                                .map(outcome -> outcome(design, outcome))
                                .toList());
        return new CourseDraft(
                design.code(),
                design.title().authoritative(),
                rows.english(),
                design.language().tag(),
                design.credits().toString(),
                level.national().map(claim -> claim.level()).orElse(""),
                level.eqf().map(EqfLevel::level).map(String::valueOf).orElse(""),
                level.cycle().map(Cycle::code).orElse(""),
                design.field().code(),
                design.participation().code(),
                design.prerequisites().orElse(""),
                design.formalStatus().code(),
                design.stackability().orElse(""),
                design.need(),
                design.firstRun().map(CourseDesign.Run::from).map(LocalDate::toString).orElse(""),
                design.firstRun().map(CourseDesign.Run::to).map(LocalDate::toString).orElse(""),
                design.gradingScale(),
                design.publishedSource().orElse(""),
                terms(design.terms()),
                rows.outcomes(),
                design.activities().stream().map(DesignAsTyped::activity).toList(),
                design.tasks().stream().map(DesignAsTyped::task).toList(),
                rows.titles(),
                List.of(),
                PlanAsTyped.of(design.plan()));
    }

    private static CourseDraft.Terms terms(CredentialTerms terms) {
        return new CourseDraft.Terms(
                months(terms.ageing().flatMap(CredentialTerms.Ageing::validMonths)),
                months(terms.ageing().flatMap(CredentialTerms.Ageing::reviewMonths)),
                terms.ageing().map(CredentialTerms.Ageing::reason).orElse(""),
                terms.rights().orElse(""),
                terms.description().orElse(""),
                terms.partners().stream()
                        .map(
                                partner ->
                                        new CourseDraft.Partner(
                                                partner.role().code(),
                                                partner.legalName(),
                                                partner.country()
                                                        .map(country -> country.code())
                                                        .orElse("")))
                        .toList());
    }

    private static String months(Optional<Integer> months) {
        return months.map(String::valueOf).orElse("");
    }

    private static CourseDraft.Outcome outcome(CourseDesign design, LearningOutcome outcome) {
        var aim =
                design.aims().stream()
                        .filter(one -> one.outcome().equals(outcome.code()))
                        .findFirst();
        return new CourseDraft.Outcome(
                outcome.text().authoritative(),
                false,
                outcome.text().translations().stream().map(DesignAsTyped::words).toList(),
                outcome.skills(),
                aim.flatMap(CourseDesign.Aim::level).map(level -> level.code()).orElse(""),
                aim.flatMap(CourseDesign.Aim::kind).map(OutcomeKind::code).orElse(""));
    }

    private static CourseDraft.Words words(Map.Entry<Language, String> words) {
        return new CourseDraft.Words(words.getKey().tag(), words.getValue());
    }

    private static CourseDraft.Activity activity(CourseDesign.Activity activity) {
        return new CourseDraft.Activity(
                activity.title(),
                activity.hours().toString(),
                numbers(activity.outcomes()),
                activity.type().map(ActivityType::code).orElse(""),
                "",
                "",
                activity.kind().map(TimeKind::code).orElse(""),
                activity.mode().map(ActivityMode::code).orElse(""),
                activity.teachers().orElse(""),
                activity.resources());
    }

    private static CourseDraft.Task task(CourseDesign.Task task) {
        return new CourseDraft.Task(
                task.title(),
                task.type().code(),
                String.valueOf(task.weightPercent()),
                task.hours().toString(),
                task.supervision().code(),
                numbers(task.outcomes()),
                task.mustPass(),
                task.group().orElse(""));
    }

    private static List<Integer> numbers(List<String> codes) {
        return codes.stream().map(code -> Integer.parseInt(code.substring(2))).toList();
    }
}
