package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.HoursPerCredit;
import eu.cairn.framework.LearningHours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours of a design added up and laid beside what its credits stand for.
 *
 * @param activities hours of teaching and learning
 * @param assessment hours of assessment
 * @param credits the credits claimed; empty while none are stated
 * @param rate hours per credit in the country
 * @param byType the hours of the activities by type
 */
public record WorkloadSum(
        LearningHours activities,
        LearningHours assessment,
        Optional<Ects> credits,
        HoursPerCredit rate,
        List<OfType> byType) {

    public WorkloadSum {
        byType = List.copyOf(byType);
    }

    /**
     * The hours of the activities of one type.
     *
     * @param type empty where none is stated
     */
    public record OfType(Optional<ActivityType> type, LearningHours hours) {}

    /** The sum of a design as it was typed; what is not a number counts nothing. */
    public static WorkloadSum of(CourseDraft draft, Country country) {
        var activities = LearningHours.ZERO;
        for (var activity : draft.activities()) {
            activities = activities.plus(activity.time().orElse(LearningHours.ZERO));
        }
        var assessment = LearningHours.ZERO;
        for (var task : draft.tasks()) {
            assessment =
                    assessment.plus(LearningHours.parse(task.hours()).orElse(LearningHours.ZERO));
        }
        return new WorkloadSum(
                activities,
                assessment,
                Ects.parse(draft.credits()).filter(credits -> !credits.isZero()),
                HoursPerCredit.of(country),
                byType(draft));
    }

    /** Types in the order of the vocabulary, those that are not stated last. */
    private static List<OfType> byType(CourseDraft draft) {
        return Stream.concat(
                        Arrays.stream(ActivityType.values()).map(Optional::of),
                        Stream.of(Optional.<ActivityType>empty()))
                .map(type -> new OfType(type, hours(draft, type)))
                .filter(one -> one.hours().minutes() > 0)
                .toList();
    }

    private static LearningHours hours(CourseDraft draft, Optional<ActivityType> type) {
        return draft.activities().stream()
                .filter(activity -> ActivityType.ofCode(activity.type()).equals(type))
                .map(activity -> activity.time().orElse(LearningHours.ZERO))
                .reduce(LearningHours.ZERO, LearningHours::plus);
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
