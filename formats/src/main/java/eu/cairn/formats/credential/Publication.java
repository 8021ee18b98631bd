package eu.cairn.formats.credential;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a document says about itself beside the micro-credential in it: where to check it, where its
 * status is kept, where a newer copy is to be had.
 *
 * @param shortCode the code that people read aloud or type
 * @param verificationPage the page that checks it
 * @param status its place in a status list
 * @param suspension its place in a second list, which says whether it is suspended for now
 * @param refresh the address of the newest copy, other than the identifier of the credential
 * @param demo whether everything in it is invented, which its picture then says
 */
public record Publication(
        Optional<String> shortCode,
        Optional<String> verificationPage,
        Optional<StatusEntry> status,
        Optional<StatusEntry> suspension,
        Optional<String> refresh,
        boolean demo) {

    public Publication(
            Optional<String> shortCode,
            Optional<String> verificationPage,
            Optional<StatusEntry> status,
            Optional<String> refresh) {
        this(shortCode, verificationPage, status, Optional.empty(), refresh, false);
    }

    /** The same with a place in a list of what is suspended. */
    public Publication suspendedIn(Optional<StatusEntry> place) {
        return new Publication(shortCode, verificationPage, status, place, refresh, demo);
    }

    /** The same for an award where everything is invented. */
    public Publication ofDemo(boolean invented) {
        return new Publication(shortCode, verificationPage, status, suspension, refresh, invented);
    }

    public static final Publication NONE =
            new Publication(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The place of one credential in a Bitstring Status List (W3C Recommendation, May 2025).
     *
     * @param list the address of the list
     * @param index the place in it, from 0
     * @param purpose what the bit says
     */
    public record StatusEntry(String list, long index, Purpose purpose) {

        public StatusEntry {
            if (!Iri.isAbsolute(list) || index < 0) {
                throw new IllegalArgumentException("not a place in a status list: " + list);
            }
        }
    }

    /** What a set bit of a status list says: revoked for good, or suspended for now. */
    public enum Purpose {
        REVOCATION("revocation"),
        SUSPENSION("suspension");

        private final String code;

        Purpose(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Purpose> ofCode(String code) {
            return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
        }
    }
}
