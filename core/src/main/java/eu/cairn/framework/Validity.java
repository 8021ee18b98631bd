package eu.cairn.framework;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
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

    /** Reads dates, or months or years, which begin on their first day and end on their last. */
    static Validity parse(String from, String to) {
        return new Validity(
                span(from).map(days -> days.getFirst()), span(to).map(days -> days.getLast()));
    }

    /** The first and the last day of what is written. */
    private static Optional<List<LocalDate>> span(String text) {
        return switch (text.length()) {
            case 0 -> Optional.empty();
            case 4 -> {
                var year = Year.parse(text);
                yield Optional.of(List.of(year.atDay(1), year.atMonth(12).atEndOfMonth()));
            }
            case 7 -> {
                var month = YearMonth.parse(text);
                yield Optional.of(List.of(month.atDay(1), month.atEndOfMonth()));
            }
            default -> Optional.of(List.of(LocalDate.parse(text), LocalDate.parse(text)));
        };
    }
}
