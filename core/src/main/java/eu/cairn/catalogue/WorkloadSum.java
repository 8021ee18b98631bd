package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.HoursPerCredit;
import eu.cairn.framework.LearningHours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The hours of a design added up and laid beside what its credits stand for.
 *
 * @param activities likely hours of teaching and learning
 * @param assessment likely hours of assessment; where tasks are chosen, on average over the choices
 * @param low all hours at the low rates and the shortest choice of tasks
 * @param high all hours at the high rates and the longest choice of tasks
 * @param credits the credits claimed; empty while none are stated
 * @param rate hours per credit in the country
 * @param byType the hours of the activities by type
 * @param byKind the hours of the activities by whether they are contact, guided or independent
 */
public record WorkloadSum(
        LearningHours activities,
        LearningHours assessment,
        LearningHours low,
        LearningHours high,
        Optional<Ects> credits,
        HoursPerCredit rate,
        List<OfType> byType,
        List<OfKind> byKind) {

    public WorkloadSum {
        byType = List.copyOf(byType);
        byKind = List.copyOf(byKind);
    }

    /**
     * The hours of the activities of one kind.
     *
     * @param kind empty where neither the activity nor its type says
     */
    public record OfKind(Optional<TimeKind> kind, LearningHours hours) {}

    /**
     * The hours of the activities of one type.
     *
     * @param type empty where none is stated
     */
    public record OfType(Optional<ActivityType> type, LearningHours hours) {}

    /** The sum of a design as it was typed; what is not a number counts nothing. */
    public static WorkloadSum of(CourseDraft draft, Country country) {
        var estimates = Estimates.of(draft);
        var activities = Estimates.Hours.exactly(LearningHours.ZERO);
        for (var activity : draft.activities()) {
            activities = activities.plus(estimates.time(activity).orElse(NOTHING));
        }
        var tasks = TaskChoice.of(draft).hours();
        var all = activities.plus(tasks);
        return new WorkloadSum(
                activities.likely(),
                tasks.likely(),
                all.low(),
                all.high(),
                Ects.parse(draft.credits()).filter(credits -> !credits.isZero()),
                HoursPerCredit.of(country),
                byType(draft, estimates),
                byKind(draft, estimates));
    }

    private static final Estimates.Hours NOTHING = Estimates.Hours.exactly(LearningHours.ZERO);

    /** Kinds in the order of the vocabulary, those that are not stated last. */
    private static List<OfKind> byKind(CourseDraft draft, Estimates estimates) {
        return Stream.concat(
                        Arrays.stream(TimeKind.values()).map(Optional::of),
                        Stream.of(Optional.<TimeKind>empty()))
                .map(
                        kind ->
                                new OfKind(
                                        kind,
                                        sum(draft, estimates, one -> one.timeKind().equals(kind))))
                .filter(one -> one.hours().minutes() > 0)
                .toList();
    }

    private static LearningHours sum(
            CourseDraft draft, Estimates estimates, Predicate<CourseDraft.Activity> which) {
        return draft.activities().stream()
                .filter(which)
                .map(activity -> estimates.time(activity).orElse(NOTHING).likely())
                .reduce(LearningHours.ZERO, LearningHours::plus);
    }

    /** The hours of one kind. */
    public LearningHours of(TimeKind kind) {
        return byKind.stream()
                .filter(one -> one.kind().equals(Optional.of(kind)))
                .map(OfKind::hours)
                .findFirst()
                .orElse(LearningHours.ZERO);
    }

    /**
     * The contact hours that the country or the institution asks for, whichever are more.
     *
     * @param own hours a credit that the institution asks for
     */
    public Optional<LearningHours> contactNeeded(Optional<BigDecimal> own) {
        return credits.flatMap(
                some ->
                        Stream.concat(rate.contactMin().stream(), own.stream())
                                .max(Comparator.naturalOrder())
                                .map(hours -> LearningHours.of(hours.multiply(some.toDecimal()))));
    }

    /** Types in the order of the vocabulary, those that are not stated last. */
    private static List<OfType> byType(CourseDraft draft, Estimates estimates) {
        return Stream.concat(
                        Arrays.stream(ActivityType.values()).map(Optional::of),
                        Stream.of(Optional.<ActivityType>empty()))
                .map(
                        type ->
                                new OfType(
                                        type,
                                        sum(
                                                draft,
                                                estimates,
                                                one ->
                                                        ActivityType.ofCode(one.type())
                                                                .equals(type))))
                .filter(one -> one.hours().minutes() > 0)
                .toList();
    }

    public LearningHours total() {
        return activities.plus(assessment);
    }

    /** The hours that the credits stand for. */
    public Optional<HoursPerCredit.Band> band() {
        return credits.map(rate::band);
    }

    /** The hours that the credits stand for at the country's own figure. */
    public Optional<HoursPerCredit.Band> nationalBand() {
        return credits.map(rate::nationalBand);
    }

    /** Hours per credit as planned, to one decimal. */
    public Optional<BigDecimal> hoursPerCredit() {
        return credits.map(
                some ->
                        BigDecimal.valueOf(total().minutes())
                                .divide(
                                        some.toDecimal().multiply(BigDecimal.valueOf(60)),
                                        1,
                                        RoundingMode.HALF_UP));
    }
}
