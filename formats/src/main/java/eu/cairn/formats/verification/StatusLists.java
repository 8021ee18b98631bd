package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Publication.StatusEntry;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where published status lists are had from. Whether and how an address is asked is the policy of
 * the implementation, never that of the document that names it.
 */
public interface StatusLists {

    /**
     * The signed text of the list at {@code address}, which {@code issuer} is said to publish;
     * empty if it is not to be had now, or not to be asked for.
     */
    Optional<String> list(String address, TrustedIssuer issuer);

    /** What is known of a set bit beside the bit; a list itself says no more. */
    default Optional<Note> note(StatusEntry entry) {
        return Optional.empty();
    }

    /**
     * Why and when the status of a credential was changed.
     *
     * @param on the day of the decision
     * @param reason in words
     */
    record Note(LocalDate on, String reason) {}

    /** No list can be reached. */
    static StatusLists unreachable() {
        return (address, issuer) -> Optional.empty();
    }
}
