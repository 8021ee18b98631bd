package eu.cairn.framework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A span of days, both ends included; an end that is not stated is open.
 *
 * @param from the first day on which the thing holds
 * @param to the last day on which it holds
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {

    public boolean holdsOn(LocalDate day) {
        return from.map(start -> !day.isBefore(start)).orElse(true)
                && to.map(end -> !day.isAfter(end)).orElse(true);
    }

    /** Reads dates, or bare years: a year begins on 1 January and ends on 31 December. */
    static Validity parse(String from, String to) {
        return new Validity(day(from, "-01-01"), day(to, "-12-31"));
    }

    private static Optional<LocalDate> day(String text, String ofYear) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.parse(text.length() == 4 ? text + ofYear : text));
    }
}
