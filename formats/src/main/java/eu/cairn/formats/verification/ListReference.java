package eu.cairn.formats.verification;

import java.time.LocalDate;

/**
 * A published list of recognised bodies, as a check names it.
 *
 * @param name what its publisher calls it
 * @param publisher who answers for it
 * @param date the day as of which it was published
 * @param nextUpdate the day by which its publisher replaces it; later it is outdated
 */
public record ListReference(String name, String publisher, LocalDate date, LocalDate nextUpdate) {

    public boolean isOutdatedOn(LocalDate day) {
        return day.isAfter(nextUpdate);
    }
}
