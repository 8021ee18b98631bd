package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.framework.Coded;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a course design that a format carries, changes or leaves out. The value of a part is
 * what a designer would have typed.
 */
public enum CoursePart implements Coded {
    CODE(draft -> text(draft.code())),
    TITLE(draft -> text(draft.title())),
    TITLE_LANGUAGES(
            draft ->
                    Stream.concat(
                                    text(draft.titleEnglish()).stream(),
                                    draft.titles().stream().map(CourseDraft.Words::toString))
                            .toList()),
    LANGUAGE(draft -> text(draft.language())),
    CREDITS(draft -> text(draft.credits())),
    EQF_LEVEL(draft -> text(draft.eqfLevel())),
    CYCLE(draft -> text(draft.cycle())),
    NATIONAL_LEVEL(draft -> text(draft.nationalLevel())),
    FIELD(draft -> text(draft.field())),
    PARTICIPATION(draft -> text(draft.participation())),
    PREREQUISITES(draft -> text(draft.prerequisites())),
    FORMAL_STATUS(draft -> text(draft.formalStatus())),
    STACKABILITY(draft -> text(draft.stackability())),
    NEED(draft -> text(draft.need())),
    FIRST_DAY(draft -> text(draft.startsOn())),
    LAST_DAY(draft -> text(draft.endsOn())),
    GRADING_SCALE(draft -> text(draft.gradingScale())),
    SOURCE(draft -> text(draft.publishedSource())),
    OUTCOMES(draft -> draft.outcomes().stream().map(CourseDraft.Outcome::text).toList()),
    OUTCOME_LANGUAGES(
            draft ->
                    numbered(
                            draft.outcomes(),
                            outcome ->
                                    outcome.translations().stream()
                                            .filter(words -> !words.text().isBlank())
                                            .map(CourseDraft.Words::toString)
                                            .toList())),
    OUTCOME_SKILLS(
            draft ->
                    numbered(
                            draft.outcomes(),
                            outcome -> outcome.skills().stream().map(String::valueOf).toList())),
    OUTCOME_LEVELS(draft -> numbered(draft.outcomes(), outcome -> text(outcome.taxonomy()))),
    OUTCOME_KINDS(draft -> numbered(draft.outcomes(), outcome -> text(outcome.kind()))),
    ACTIVITIES(draft -> draft.activities().stream().map(CourseDraft.Activity::title).toList()),
    ACTIVITY_HOURS(draft -> numbered(draft.activities(), activity -> text(activity.hours()))),
    ACTIVITY_TYPES(draft -> numbered(draft.activities(), activity -> text(activity.type()))),
    ACTIVITY_KINDS(draft -> numbered(draft.activities(), activity -> text(activity.kind()))),
    ACTIVITY_MODES(draft -> numbered(draft.activities(), activity -> text(activity.mode()))),
    ACTIVITY_TEACHERS(draft -> numbered(draft.activities(), activity -> text(activity.teachers()))),
    ACTIVITY_RESOURCES(draft -> numbered(draft.activities(), CourseDraft.Activity::resources)),
    ACTIVITY_OUTCOMES(
            draft -> numbered(draft.activities(), activity -> numbers(activity.outcomes()))),
    TASKS(draft -> draft.tasks().stream().map(CourseDraft.Task::title).toList()),
    TASK_TYPES(draft -> numbered(draft.tasks(), task -> text(task.type()))),
    TASK_WEIGHTS(draft -> numbered(draft.tasks(), task -> text(task.weight()))),
    TASK_HOURS(draft -> numbered(draft.tasks(), task -> text(task.hours()))),
    TASK_SUPERVISION(draft -> numbered(draft.tasks(), task -> text(task.supervision()))),
    TASK_OUTCOMES(draft -> numbered(draft.tasks(), task -> numbers(task.outcomes()))),
    TASKS_TO_PASS(
            draft ->
                    numbered(
                            draft.tasks(),
                            task -> task.mustPass() ? List.of("must be passed") : List.of())),
    TASK_GROUPS(draft -> numbered(draft.tasks(), task -> text(task.group()))),
    VALID_MONTHS(draft -> text(draft.terms().validMonths())),
    REVIEW_MONTHS(draft -> text(draft.terms().reviewMonths())),
    AGEING_REASON(draft -> text(draft.terms().ageingReason())),
    RIGHTS(draft -> text(draft.terms().rights())),
    DESCRIPTION(draft -> text(draft.terms().description())),
    PARTNERS(draft -> each(draft.terms().partners())),
    TARGET_GROUP(draft -> text(draft.plan().relevance().targetGroup())),
    STAKEHOLDERS(draft -> each(draft.plan().relevance().stakeholders())),
    EVIDENCE(draft -> each(draft.plan().relevance().evidence())),
    OCCUPATIONS(draft -> each(draft.plan().relevance().occupations())),
    LEGAL_STATUS(draft -> text(draft.plan().place().legalStatus())),
    PROGRAMMES(draft -> each(draft.plan().place().programmes())),
    REASONS_FOR_LEVEL(
            draft ->
                    Stream.of(
                                    draft.plan().level().knowledge(),
                                    draft.plan().level().skills(),
                                    draft.plan().level().responsibility())
                            .filter(reason -> !reason.isBlank())
                            .toList()),
    CONTACT_MINIMUM(draft -> text(draft.plan().time().contactMinimum())),
    REASON_FOR_HOURS(draft -> text(draft.plan().time().reason())),
    RATES(draft -> each(draft.plan().time().rates())),
    PASS_MARK(draft -> text(draft.plan().choices().passMark())),
    ALTERNATIVES(draft -> each(draft.plan().choices().alternatives())),
    PACE(draft -> text(draft.plan().choices().pace())),
    PRIOR_LEARNING(
            draft ->
                    Stream.of(
                                    draft.plan().choices().priorLearning(),
                                    draft.plan().choices().priorLearningHow())
                            .filter(words -> !words.isBlank())
                            .toList()),
    COURSES_BEFORE(draft -> each(draft.plan().choices().before()));

    @SuppressWarnings("ImmutableEnumChecker") // functions of nothing but their argument
    private final Function<CourseDraft, List<String>> value;

    CoursePart(Function<CourseDraft, List<String>> value) {
        this.value = value;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part as people call it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace("eqf", "EQF")
                .replace("outcome languages", "outcomes in further languages")
                .replace("title languages", "title in further languages");
    }

    /** What {@code draft} states of this part; empty where it states nothing. */
    public List<String> of(CourseDraft draft) {
        return value.apply(draft);
    }

    private static List<String> text(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static List<String> each(List<?> rows) {
        return rows.stream().map(String::valueOf).toList();
    }

    private static List<String> numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }

    /** The values of each of several, with its number. */
    private static <T> List<String> numbered(List<T> all, Function<T, List<String>> values) {
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(
                        i -> values.apply(all.get(i)).stream().map(value -> (i + 1) + ": " + value))
                .toList();
    }
}
