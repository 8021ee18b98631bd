package eu.cairn.formats.verification;

import java.time.Instant;
import java.util.Optional;

/**
 * The text that somebody publishes at an address.
 *
 * @param fetched when it was fetched; empty where it was at hand
 * @param stale whether it was asked for again since, and not had
 */
public record Published(String text, Optional<Instant> fetched, boolean stale) {

    /** A text that did not have to be fetched. */
    public static Published atHand(String text) {
        return new Published(text, Optional.empty(), false);
    }
}
