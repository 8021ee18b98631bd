package eu.cairn.app.catalogue;

import eu.cairn.framework.NationalType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A national type as it stands in the register.
 *
 * @param type as it is in force: where it was ended, up to the day before
 * @param ended why it was ended before the last day that was first stated, if it was
 */
public record RegisteredType(
        UUID id, NationalType type, Instant registeredAt, Optional<End> ended) {

    /**
     * The end of a type.
     *
     * @param from the first day on which it is no longer in force
     */
    public record End(LocalDate from, String reason, Instant at) {}

    /** How a type stands on a day. */
    public enum Standing {
        TO_COME,
        IN_FORCE,
        OVER
    }

    /** How it stands on {@code day}; what was ended before its first day is over. */
    public Standing standing(LocalDate day) {
        var days = type.validity();
        if (days.holdsOn(day)) {
            return Standing.IN_FORCE;
        }
        var first = days.from().orElse(LocalDate.MIN);
        var last = days.to().orElse(LocalDate.MAX);
        return last.isBefore(first) || last.isBefore(day) ? Standing.OVER : Standing.TO_COME;
    }

    /** Whether it can still be ended with an effect on {@code day} or later. */
    public boolean canBeEnded(LocalDate day) {
        return ended.isEmpty() && type.validity().to().filter(day::isAfter).isEmpty();
    }
}
