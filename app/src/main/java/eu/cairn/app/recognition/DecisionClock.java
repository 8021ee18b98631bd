package eu.cairn.app.recognition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much of the time for a decision has passed: four months from the complete application
 * (European Area of Recognition manual, ch. 2).
 */
public record DecisionClock(LocalDate completeOn, LocalDate decideBy, LocalDate today) {

    static DecisionClock of(ApplicationRow row, LocalDate today) {
        return new DecisionClock(row.completeOn(), row.decideBy(), today);
    }

    public long day() {
        return ChronoUnit.DAYS.between(completeOn, today);
    }

    public long days() {
        return ChronoUnit.DAYS.between(completeOn, decideBy);
    }

    /** Negative once the time is over. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, decideBy);
    }

    public long percent() {
        return Math.clamp(100 * day() / days(), 0, 100);
    }

    public String left() {
        long left = daysLeft();
        return left < 0
                ? -left + (left == -1 ? " day late" : " days late")
                : left + (left == 1 ? " day left" : " days left");
    }
}
