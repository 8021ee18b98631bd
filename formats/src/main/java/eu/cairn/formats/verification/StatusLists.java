package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Publication.StatusEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** The same with what is known of how it was had. */
    default Optional<Published> published(String address, TrustedIssuer issuer) {
        return list(address, issuer).map(Published::atHand);
    }

    /**
     * What is known of a set bit beside the bit; a list itself says no more.
     *
     * @param credential the identifier of the credential whose bit it is; blank where it does not
     *     say it
     */
    default Optional<Note> note(StatusEntry entry, String credential, TrustedIssuer issuer) {
        return Optional.empty();
    }

    /**
     * Where the issuer says whether a credential is suspended that names only its place among the
     * revoked: a format may have room for one. Empty where the issuer keeps no such list.
     */
    default Optional<StatusEntry> suspension(StatusEntry revocation, TrustedIssuer issuer) {
        return Optional.empty();
    }

    /**
     * Why and when the status of a credential was changed, as its issuer says.
     *
     * @param on the day of the decision
     * @param reason in words
     * @param code the reason as a code
     * @param replacedBy the address of the credential that stands in its place
     */
    record Note(LocalDate on, String reason, Optional<String> code, Optional<String> replacedBy) {

        public Note(LocalDate on, String reason) {
            this(on, reason, Optional.empty(), Optional.empty());
        }

        /** In the order in which a finding states it; nothing follows what is not known. */
        List<String> evidence() {
            var evidence = new ArrayList<>(List.of(on.toString(), reason));
            code.ifPresent(
                    known -> {
                        evidence.add(known);
                        replacedBy.ifPresent(evidence::add);
                    });
            return evidence;
        }
    }

    /** The same for one verification, in which they may be asked for several times. */
    default StatusLists now() {
        return this;
    }

    /** No list can be reached. */
    static StatusLists unreachable() {
        return (address, issuer) -> Optional.empty();
    }
}
