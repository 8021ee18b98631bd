package eu.cairn.credential;

import eu.cairn.framework.Ects;
import eu.cairn.framework.LearningHours;
import java.util.List;
import java.util.Optional;

/**
 * Notional workload: credits, hours, or both; at least one of them.
 *
 * @param credits the ECTS credits earned
 * @param hours the estimated learning time behind them
 * @param activities how that time is spent, where it is stated
 */
public record Workload(
        Optional<Ects> credits, Optional<LearningHours> hours, List<ActivityHours> activities) {

    public Workload {
        if (credits.isEmpty() && hours.isEmpty()) {
            throw new IllegalArgumentException("a workload has credits or hours");
        }
        activities = List.copyOf(activities);
    }

    public Workload(Optional<Ects> credits, Optional<LearningHours> hours) {
        this(credits, hours, List.of());
    }

    public static Workload of(Ects credits, LearningHours hours) {
        return new Workload(Optional.of(credits), Optional.of(hours));
    }
}
