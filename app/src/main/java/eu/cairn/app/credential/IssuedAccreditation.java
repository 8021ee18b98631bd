package eu.cairn.app.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An accreditation that an organisation of this installation issued, as it is kept.
 *
 * @param organisation who accredits
 * @param subject the identifier of the body or the address of the course
 * @param levels the European levels that it is for, in order; empty where it sets no limit
 * @param from the first day on which it holds
 * @param until the last day on which it holds
 * @param token its sealed form
 * @param key what sealed it
 * @param list the number of the status list, from 0
 * @param index the place in it, from 0
 * @param withdrawal that it was ended early, if it was
 */
public record IssuedAccreditation(
        UUID id,
        UUID organisation,
        Kind kind,
        String subject,
        String subjectName,
        List<Integer> levels,
        LocalDate from,
        LocalDate until,
        String token,
        UUID key,
        int list,
        int index,
        Instant issuedAt,
        Optional<Withdrawal> withdrawal) {

    private static final String PREFIX = "urn:uuid:";

    public IssuedAccreditation {
        levels = List.copyOf(levels);
    }

    /** What is accredited. */
    public enum Kind {
        INSTITUTION("institution"),
        ACCREDITING_BODY("accrediting-body"),
        COURSE("course");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
        }
    }

    /**
     * That it was withdrawn.
     *
     * @param reason in the words of who accredited, for the public
     */
    public record Withdrawal(Instant at, String reason) {}

    /** The identifier by which credentials and verifiers name it. */
    public String identifier() {
        return identifier(id);
    }

    /** The identifier of the accreditation that is kept under {@code id}. */
    public static String identifier(UUID id) {
        return PREFIX + id;
    }

    /** The other way round, also where {@code text} is the UUID alone. */
    public static Optional<UUID> read(String text) {
        var id = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }
}
