package eu.cairn.catalogue;

import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.Supervision;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.FieldsOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import eu.cairn.framework.OutcomeVerbs;
import eu.cairn.framework.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a typed draft into a complete design and keeps every fault and hint met on the way. */
final class DesignReader {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final Ects LARGEST = Ects.of(60);

    private final CourseDraft draft;
    private final Country country;
    private final NationalFrameworks frameworks;
    private final LocalDate day;
    private final List<Refusal> faults = new ArrayList<>();
    private final List<Refusal> hints = new ArrayList<>();

    DesignReader(CourseDraft draft, Country country, NationalFrameworks frameworks, LocalDate day) {
        this.draft = draft;
        this.country = country;
        this.frameworks = frameworks;
        this.day = day;
    }

    List<Refusal> faults() {
        return List.copyOf(faults);
    }

    List<Refusal> hints() {
        return List.copyOf(hints);
    }

    Optional<CourseDesign> read() {
        var language = language();
        var code = code();
        var title = title(language);
        var credits = credits();
        var level = level();
        var field = field();
        var participation =
                choice("participation", draft.participation(), FormOfParticipation::ofCode);
        var status = choice("formalStatus", draft.formalStatus(), FormalStatus::ofCode);
        var need = text("need", draft.need(), true);
        var prerequisites = text("prerequisites", draft.prerequisites(), false);
        var stackability = text("stackability", draft.stackability(), false);
        var grading = text("gradingScale", draft.gradingScale(), true);
        var run = run();
        var source = source();
        var outcomes = outcomes(language);
        var activities = activities();
        var tasks = tasks();
        alignment();
        workload();
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CourseDesign(
                        code.orElseThrow(),
                        title.orElseThrow(),
                        language.orElseThrow(),
                        credits.orElseThrow(),
                        level.orElseThrow(),
                        field.orElseThrow(),
                        participation.orElseThrow(),
                        prerequisites,
                        status.orElseThrow(),
                        stackability,
                        need.orElseThrow(),
                        run,
                        grading.orElseThrow(),
                        source,
                        outcomes,
                        activities,
                        tasks));
    }

    private Optional<String> code() {
        var code = draft.code().strip();
        if (code.isEmpty()) {
            return fault("code", "catalogue.code-missing");
        }
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            return fault("code", "catalogue.code-invalid", code);
        }
        return Optional.of(code);
    }

    private Optional<Language> language() {
        var tag = draft.language().strip();
        if (tag.isEmpty()) {
            return fault("language", "catalogue.choice-missing");
        }
        try {
            return Optional.of(new Language(tag));
        } catch (IllegalArgumentException e) {
            return fault("language", "catalogue.language-unknown", tag);
        }
    }

    private Optional<MultilingualText> title(Optional<Language> language) {
        var title = draft.title().strip();
        var english = draft.titleEnglish().strip();
        if (title.isEmpty()) {
            return fault("title", "catalogue.title-missing");
        }
        for (var one : List.of(title, english)) {
            if (one.length() > LONGEST_TITLE) {
                return fault("title", "catalogue.text-too-long", one.length(), LONGEST_TITLE);
            }
        }
        return language.map(
                tag -> {
                    var text = MultilingualText.of(tag, title);
                    return english.isEmpty() || tag.equals(Language.ENGLISH)
                            ? text
                            : text.and(Language.ENGLISH, english);
                });
    }

    private Optional<Ects> credits() {
        if (draft.credits().isBlank()) {
            return fault("credits", "catalogue.credits-missing");
        }
        var credits = Ects.parse(draft.credits());
        if (credits.isEmpty()) {
            return fault("credits", "catalogue.credits-invalid", draft.credits());
        }
        if (credits.get().isZero() || credits.get().compareTo(LARGEST) >= 0) {
            return fault("credits", "catalogue.credits-out-of-range", credits.get(), LARGEST);
        }
        return credits;
    }

    private Optional<Level> level() {
        var national = nationalLevel();
        var eqf = eqf();
        var cycle = Cycle.ofCode(draft.cycle());
        if (cycle.isEmpty() && !draft.cycle().isBlank()) {
            return fault("cycle", "catalogue.choice-unknown", draft.cycle());
        }
        if (eqf.isEmpty() || national.isEmpty()) {
            return Optional.empty();
        }
        var referenced = national.get();
        if (!referenced.eqf().equals(eqf)) {
            return fault(
                    "eqfLevel",
                    "catalogue.level-contradicts",
                    eqf.get().level(),
                    referenced.framework(),
                    referenced.level(),
                    referenced.eqf().map(EqfLevel::level).map(String::valueOf).orElse("–"));
        }
        if (cycle.isPresent() && !referenced.cycle().equals(cycle)) {
            return fault(
                    "cycle",
                    "catalogue.cycle-contradicts",
                    cycle.get().code(),
                    referenced.framework(),
                    referenced.level(),
                    referenced.cycle().map(Cycle::code).orElse("–"));
        }
        if (!referenced.confirmed()) {
            hint("nationalLevel", "catalogue.level-unconfirmed", referenced.framework());
        }
        return Optional.of(
                new Level(
                        eqf,
                        cycle,
                        Optional.of(
                                new Level.NationalLevelClaim(
                                        referenced.framework(), referenced.level()))));
    }

    private Optional<NationalLevel> nationalLevel() {
        var label = draft.nationalLevel().strip();
        if (label.isEmpty()) {
            return fault("nationalLevel", "catalogue.choice-missing");
        }
        var level = frameworks.level(country, label, day);
        return level.isPresent()
                ? level
                : fault("nationalLevel", "catalogue.national-level-unknown", label, country.code());
    }

    private Optional<EqfLevel> eqf() {
        var text = draft.eqfLevel().strip();
        if (text.isEmpty()) {
            return fault("eqfLevel", "catalogue.choice-missing");
        }
        return text.matches("[1-8]")
                ? Optional.of(new EqfLevel(Integer.parseInt(text)))
                : fault("eqfLevel", "catalogue.choice-unknown", text);
    }

    private Optional<FieldOfEducation> field() {
        if (draft.field().isBlank()) {
            return fault("field", "catalogue.choice-missing");
        }
        var field = FieldsOfEducation.of(draft.field().strip());
        return field.isPresent() ? field : fault("field", "catalogue.field-unknown", draft.field());
    }

    private Optional<CourseDesign.Run> run() {
        var from = date("startsOn", draft.startsOn());
        var to = date("endsOn", draft.endsOn());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return from.get().isAfter(to.get())
                ? fault("endsOn", "catalogue.dates-contradict", from.get(), to.get())
                : Optional.of(new CourseDesign.Run(from.get(), to.get()));
    }

    private Optional<String> source() {
        var source = draft.publishedSource().strip();
        return source.isEmpty() || source.matches("https?://[^\\s\"<>]{3,500}")
                ? Optional.of(source).filter(address -> !address.isEmpty())
                : fault("publishedSource", "catalogue.address-invalid", source);
    }

    private Optional<LocalDate> date(String place, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return fault(place, "catalogue.date-invalid", text);
        }
    }

    private List<LearningOutcome> outcomes(Optional<Language> language) {
        var outcomes = new ArrayList<LearningOutcome>();
        if (draft.outcomes().isEmpty()) {
            fault("outcomes", "catalogue.outcomes-missing");
        }
        for (int i = 0; i < draft.outcomes().size(); i++) {
            var typed = draft.outcomes().get(i);
            var place = "outcomes[" + (i + 1) + "]";
            var text = text(place, typed.text(), true);
            if (text.isPresent() && language.isPresent()) {
                verb(place, text.get(), typed.verbConfirmed(), language.get());
                outcomes.add(
                        new LearningOutcome(
                                "LO" + (i + 1), MultilingualText.of(language.get(), text.get())));
            }
        }
        return outcomes;
    }

    private void verb(String place, String text, boolean confirmed, Language language) {
        if (!OutcomeVerbs.knows(language)) {
            return;
        }
        var vague = OutcomeVerbs.vague(text, language);
        if (vague.isPresent()) {
            hint(place, "catalogue.outcome-vague", vague.get().phrase(), vague.get().suggestion());
        } else if (!confirmed && !OutcomeVerbs.startsWithVerb(text, language)) {
            fault(place, "catalogue.outcome-without-verb", text);
        }
    }

    private List<CourseDesign.Activity> activities() {
        var activities = new ArrayList<CourseDesign.Activity>();
        if (draft.activities().isEmpty()) {
            fault("activities", "catalogue.activities-missing");
        }
        for (int i = 0; i < draft.activities().size(); i++) {
            var typed = draft.activities().get(i);
            var place = "activities[" + (i + 1) + "]";
            var title = text(place + ".title", typed.title(), true);
            var hours = hours(place + ".hours", typed.hours());
            if (title.isPresent() && hours.isPresent()) {
                activities.add(
                        new CourseDesign.Activity(
                                title.get(), hours.get(), codes(typed.outcomes())));
            }
        }
        return activities;
    }

    private List<CourseDesign.Task> tasks() {
        var tasks = new ArrayList<CourseDesign.Task>();
        if (draft.tasks().isEmpty()) {
            fault("tasks", "catalogue.tasks-missing");
        }
        int sum = 0;
        for (int i = 0; i < draft.tasks().size(); i++) {
            var typed = draft.tasks().get(i);
            var place = "tasks[" + (i + 1) + "]";
            var title = text(place + ".title", typed.title(), true);
            var type = choice(place + ".type", typed.type(), AssessmentType::ofCode);
            var weight = weight(place + ".weight", typed.weight());
            var hours = hours(place + ".hours", typed.hours());
            var supervision =
                    choice(place + ".supervision", typed.supervision(), Supervision::ofCode);
            sum += weight.orElse(0);
            if (title.isPresent()
                    && type.isPresent()
                    && weight.isPresent()
                    && hours.isPresent()
                    && supervision.isPresent()) {
                tasks.add(
                        new CourseDesign.Task(
                                "A" + (i + 1),
                                title.get(),
                                type.get(),
                                weight.get(),
                                hours.get(),
                                supervision.get(),
                                codes(typed.outcomes())));
            }
        }
        if (!draft.tasks().isEmpty() && sum != 100) {
            fault("tasks", "catalogue.weights-not-100", sum);
        }
        return tasks;
    }

    private Optional<Integer> weight(String place, String text) {
        var plain = text.strip();
        return plain.matches("[1-9]\\d?|100")
                ? Optional.of(Integer.parseInt(plain))
                : fault(place, "catalogue.weight-invalid", text);
    }

    private Optional<LearningHours> hours(String place, String text) {
        var hours = LearningHours.parse(text).filter(some -> some.minutes() > 0);
        return hours.isPresent() ? hours : fault(place, "catalogue.hours-invalid", text);
    }

    private void alignment() {
        var alignment = Alignment.of(draft);
        for (int i = 0; i < alignment.rows().size(); i++) {
            var place = "outcomes[" + (i + 1) + "]";
            if (!alignment.rows().get(i).taught()) {
                fault(place, "catalogue.outcome-not-taught", i + 1);
            }
            if (!alignment.rows().get(i).assessed()) {
                fault(place, "catalogue.outcome-not-assessed", i + 1);
            }
        }
        for (int number : alignment.activitiesWithoutOutcome()) {
            hint("activities[" + number + "]", "catalogue.activity-without-outcome", number);
        }
        for (int number : alignment.tasksWithoutOutcome()) {
            hint("tasks[" + number + "]", "catalogue.task-without-outcome", number);
        }
    }

    private void workload() {
        var sum = WorkloadSum.of(draft, country);
        var band = sum.band();
        if (band.isEmpty() || sum.total().minutes() == 0) {
            return;
        }
        var planned = sum.total();
        if (planned.compareTo(band.get().min()) < 0) {
            fault("workload", "catalogue.hours-too-few", planned, band.get().min());
        } else if (planned.compareTo(band.get().max()) > 0) {
            fault("workload", "catalogue.hours-too-many", planned, band.get().max());
        }
    }

    private List<String> codes(List<Integer> outcomes) {
        return outcomes.stream()
                .filter(number -> number >= 1 && number <= draft.outcomes().size())
                .map(number -> "LO" + number)
                .toList();
    }

    private Optional<String> text(String place, String text, boolean needed) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            return needed ? fault(place, "catalogue.text-missing") : Optional.empty();
        }
        return plain.length() > LONGEST_TEXT
                ? fault(place, "catalogue.text-too-long", plain.length(), LONGEST_TEXT)
                : Optional.of(plain);
    }

    private <T> Optional<T> choice(
            String place, String code, java.util.function.Function<String, Optional<T>> read) {
        if (code.isBlank()) {
            return fault(place, "catalogue.choice-missing");
        }
        var value = read.apply(code.strip());
        return value.isPresent() ? value : fault(place, "catalogue.choice-unknown", code);
    }

    private <T> Optional<T> fault(String place, String code, Object... parameters) {
        faults.add(Refusal.of(code, place, parameters));
        return Optional.empty();
    }

    private void hint(String place, String code, Object... parameters) {
        hints.add(Refusal.of(code, place, parameters));
    }
}
