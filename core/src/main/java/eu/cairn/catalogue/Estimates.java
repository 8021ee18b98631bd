package eu.cairn.catalogue;

import eu.cairn.framework.LearningHours;
import eu.cairn.framework.WorkloadRate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours of the activities of a draft: as declared, or by the rates of the table and those that
 * the course has instead.
 */
public final class Estimates {

    private static final String AMOUNT = "\\d{1,6}(\\.\\d{1,2})?";

    /** As many hours as can be declared of an activity. */
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(99_999);

    private final CourseDraft draft;

    private Estimates(CourseDraft draft) {
        this.draft = draft;
    }

    public static Estimates of(CourseDraft draft) {
        return new Estimates(draft);
    }

    /** Hours of an average learner: at the least, likely, and at the most. */
    public record Hours(LearningHours low, LearningHours likely, LearningHours high) {

        static Hours exactly(LearningHours hours) {
            return new Hours(hours, hours, hours);
        }

        Hours plus(Hours other) {
            return new Hours(low.plus(other.low), likely.plus(other.likely), high.plus(other.high));
        }
    }

    /** The rate at which the hours of a method are reckoned in this course. */
    public CoursePlan.Rate rate(WorkloadRate method) {
        return draft.plan().time().rates().stream()
                .filter(rate -> rate.method().equals(method.code()))
                .map(Estimates::read)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(
                        () ->
                                new CoursePlan.Rate(
                                        method.code(),
                                        method.low(),
                                        method.value(),
                                        method.high()));
    }

    /**
     * What the stated method gives for the amount, if both can be read and it is not beyond all.
     */
    public Optional<Hours> estimate(CourseDraft.Activity activity) {
        var amount = activity.amount().strip().replace(',', '.');
        if (!amount.matches(AMOUNT)) {
            return Optional.empty();
        }
        return WorkloadRate.ofCode(activity.method())
                .flatMap(method -> hours(method, rate(method), new BigDecimal(amount)));
    }

    private static Optional<Hours> hours(
            WorkloadRate method, CoursePlan.Rate rate, BigDecimal amount) {
        var hours =
                Stream.of(rate.low(), rate.likely(), rate.high())
                        .map(one -> method.hours(amount, one))
                        .toList();
        return hours.stream().anyMatch(one -> one.compareTo(MOST_HOURS) > 0)
                ? Optional.empty()
                : Optional.of(
                        new Hours(
                                LearningHours.of(hours.get(0)),
                                LearningHours.of(hours.get(1)),
                                LearningHours.of(hours.get(2))));
    }

    /**
     * The hours of an activity: what is declared is the likely figure, and the estimate beside it
     * says how far it may be off; where nothing is declared, the estimate is all there is.
     */
    public Optional<Hours> time(CourseDraft.Activity activity) {
        var estimate = estimate(activity);
        if (activity.hours().isBlank()) {
            return estimate;
        }
        return LearningHours.parse(activity.hours())
                .map(
                        declared ->
                                estimate.map(
                                                range ->
                                                        new Hours(
                                                                least(range.low(), declared),
                                                                declared,
                                                                most(range.high(), declared)))
                                        .orElseGet(() -> Hours.exactly(declared)));
    }

    /** A rate as typed, if it is one: more of the amount never takes less time. */
    static Optional<CoursePlan.Rate> read(DraftPlan.Rate typed) {
        var method = WorkloadRate.ofCode(typed.method());
        var numbers =
                Stream.of(typed.low(), typed.likely(), typed.high())
                        .map(text -> text.strip().replace(',', '.'))
                        .toList();
        if (method.isEmpty()
                || !numbers.stream().allMatch(text -> text.matches("\\d{1,4}(\\.\\d{1,3})?"))) {
            return Optional.empty();
        }
        var rate =
                new CoursePlan.Rate(
                        typed.method(),
                        new BigDecimal(numbers.get(0)),
                        new BigDecimal(numbers.get(1)),
                        new BigDecimal(numbers.get(2)));
        if (Stream.of(rate.low(), rate.likely(), rate.high()).anyMatch(n -> n.signum() == 0)) {
            return Optional.empty();
        }
        var shortest = method.get().isSpeed() ? rate.high() : rate.low();
        var longest = method.get().isSpeed() ? rate.low() : rate.high();
        return shortest.compareTo(rate.likely()) <= 0 && rate.likely().compareTo(longest) <= 0
                ? Optional.of(rate)
                : Optional.empty();
    }

    private static LearningHours least(LearningHours one, LearningHours other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static LearningHours most(LearningHours one, LearningHours other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
