package eu.cairn.formats.credential.badge;

import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What all documents that carry a credential inside have in common. */
final class Carrier {

    /** What is inside is larger than a document may be, whatever the size of the carrier. */
    static final Refusal TOO_LARGE_INSIDE =
            Refusal.of("format.inside-too-large", "", StrictJson.MAX_BYTES >> 20);

    private Carrier() {}

    /** The one credential of {@code found}; which of several is meant cannot be known. */
    static Decided<byte[]> only(List<byte[]> found, String format) {
        return switch (found.size()) {
            case 0 -> Decided.refused(Refusal.of("format.nothing-inside", "", format));
            case 1 -> Decided.accepted(found.getFirst());
            default -> Decided.refused(Refusal.of("format.several-inside", "", format));
        };
    }

    /** What was put there, if it is no longer than a document may be. */
    static byte[] bounded(byte[] content) {
        if (content.length > StrictJson.MAX_BYTES) {
            throw new Unreadable(TOO_LARGE_INSIDE);
        }
        return content;
    }

    /** The same for what was put there packed (zlib, RFC 1950). */
    static byte[] unpacked(byte[] packed, String format) {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var content = new byte[StrictJson.MAX_BYTES + 1];
            int length = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(content, length, content.length - length);
                length += more;
                if (length == content.length) {
                    return bounded(content);
                }
                if (more == 0 && !inflater.finished()) {
                    throw new Unreadable(Refusal.of("format.carrier-malformed", "", format));
                }
            }
            return Arrays.copyOf(content, length);
        } catch (DataFormatException e) {
            throw new Unreadable(Refusal.of("format.carrier-malformed", "", format));
        } finally {
            inflater.end();
        }
    }

    /** Why a carrier cannot be read, thrown within its reader only. */
    static final class Unreadable extends RuntimeException {

        private final transient Refusal reason;

        Unreadable(Refusal reason) {
            super(reason.code(), null, false, false);
            this.reason = reason;
        }

        Refusal reason() {
            return reason;
        }
    }
}
