package eu.cairn.app.stacking;

import eu.cairn.app.account.Organisation;
import eu.cairn.stacking.Rulebook;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a qualification's rulebook, as it was published; it is never edited again.
 *
 * @param organisation the institution that awards the qualification and published the rules
 * @param validFrom the first day on which this version applies
 * @param content the text that was published
 */
public record PublishedRulebook(
        Organisation organisation, Rulebook rules, LocalDate validFrom, String content) {

    public String id() {
        return rules.id();
    }

    public String title() {
        return rules.title();
    }

    /** The day on which it is asked at {@code now}: days are counted where the organisation is. */
    public LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, organisation.zone());
    }

    boolean applies(Instant now) {
        return rules.validTo().stream().noneMatch(day(now)::isAfter);
    }
}
