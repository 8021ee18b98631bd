package eu.cairn.catalogue;

import eu.cairn.credential.LearningOutcome;
import eu.cairn.framework.Coded;
import eu.cairn.framework.Country;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import java.util.List;

/**
 * A course begun from another one. What belongs to the other course alone is left out: its code,
 * the days of its run, the page that it follows, who takes part in it, and what was answered to
 * hints. Nothing of its approval is carried over, and verbs that Cairn does not know are confirmed
 * anew.
 */
public final class CourseCopy {

    private CourseCopy() {}

    /** A draft begun from a draft of the same organisation. */
    public static CourseDraft of(CourseDraft other) {
        return new CourseDraft(
                "",
                other.title(),
                other.titleEnglish(),
                other.language(),
                other.credits(),
                other.nationalLevel(),
                other.eqfLevel(),
                other.cycle(),
                other.field(),
                other.participation(),
                other.prerequisites(),
                other.formalStatus(),
                other.stackability(),
                other.need(),
                "",
                "",
                other.gradingScale(),
                "",
                new CourseDraft.Terms(
                        other.terms().validMonths(),
                        other.terms().reviewMonths(),
                        other.terms().ageingReason(),
                        other.terms().rights(),
                        other.terms().description(),
                        List.of()),
                other.outcomes(),
                other.activities(),
                other.tasks(),
                other.titles(),
                List.of());
    }

    /**
     * A draft begun from a version that is public.
     *
     * @param country where the draft is written: a national level is that of one country only
     */
    public static CourseDraft of(CourseVersion version, Country country) {
        var design = version.design();
        var language = design.language();
        boolean sameCountry = version.country().equals(country);
        return new CourseDraft(
                "",
                design.title().best(language),
                language.equals(Language.ENGLISH)
                        ? ""
                        : design.title().in(Language.ENGLISH).orElse(""),
                language.tag(),
                design.credits().toString(),
                sameCountry ? design.level().national().map(level -> level.level()).orElse("") : "",
                design.level().eqf().map(eqf -> Integer.toString(eqf.level())).orElse(""),
                design.level().cycle().map(Coded::code).orElse(""),
                design.field().code(),
                design.participation().code(),
                design.prerequisites().orElse(""),
                design.formalStatus().code(),
                design.stackability().orElse(""),
                design.need(),
                "",
                "",
                design.gradingScale(),
                "",
                terms(design.terms()),
                design.outcomes().stream().map(outcome -> outcome(design, outcome)).toList(),
                design.activities().stream().map(one -> activity(design, one)).toList(),
                design.tasks().stream().map(one -> task(design, one)).toList(),
                further(design.title(), language).stream()
                        .filter(words -> !words.language().equals(Language.ENGLISH.tag()))
                        .toList(),
                List.of());
    }

    private static CourseDraft.Terms terms(CredentialTerms terms) {
        return new CourseDraft.Terms(
                terms.ageing()
                        .flatMap(CredentialTerms.Ageing::validMonths)
                        .map(Object::toString)
                        .orElse(""),
                terms.ageing()
                        .flatMap(CredentialTerms.Ageing::reviewMonths)
                        .map(Object::toString)
                        .orElse(""),
                terms.ageing().map(CredentialTerms.Ageing::reason).orElse(""),
                terms.rights().orElse(""),
                terms.description().orElse(""),
                List.of());
    }

    private static CourseDraft.Outcome outcome(CourseDesign design, LearningOutcome outcome) {
        var aim =
                design.aims().stream()
                        .filter(one -> one.outcome().equals(outcome.code()))
                        .findFirst();
        return new CourseDraft.Outcome(
                outcome.text().best(design.language()),
                false,
                further(outcome.text(), design.language()),
                outcome.skills(),
                aim.flatMap(CourseDesign.Aim::level).map(Coded::code).orElse(""),
                aim.flatMap(CourseDesign.Aim::kind).map(Coded::code).orElse(""));
    }

    private static CourseDraft.Activity activity(
            CourseDesign design, CourseDesign.Activity activity) {
        return new CourseDraft.Activity(
                activity.title(),
                activity.hours().toString(),
                numbers(design, activity.outcomes()),
                activity.type().map(Coded::code).orElse(""),
                "",
                "");
    }

    private static CourseDraft.Task task(CourseDesign design, CourseDesign.Task task) {
        return new CourseDraft.Task(
                task.title(),
                task.type().code(),
                Integer.toString(task.weightPercent()),
                task.hours().toString(),
                task.supervision().code(),
                numbers(design, task.outcomes()));
    }

    private static List<CourseDraft.Words> further(MultilingualText text, Language language) {
        return text.byLanguage().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(language))
                .map(entry -> new CourseDraft.Words(entry.getKey().tag(), entry.getValue()))
                .toList();
    }

    private static List<Integer> numbers(CourseDesign design, List<String> codes) {
        var all = design.outcomes().stream().map(LearningOutcome::code).toList();
        return codes.stream()
                .map(all::indexOf)
                .filter(place -> place >= 0)
                .map(i -> i + 1)
                .toList();
    }

    /** How many of the texts of a draft are filled, of how many. */
    public static Filled filled(CourseDraft draft) {
        var texts = DraftMerge.texts(draft).values();
        return new Filled(
                (int) texts.stream().filter(text -> !text.isBlank()).count(), texts.size());
    }

    /** So many of so many fields are filled. */
    public record Filled(int filled, int all) {}
}
