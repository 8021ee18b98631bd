package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The quality assurance behind a micro-credential: who decided what, by which standards.
 *
 * @param kind internal to an institution that accredits itself, or external
 * @param decidedBy the organisation whose decision it is
 * @param decision the reference or public address of the decision
 * @param decidedOn the day of the decision
 * @param validUntil the last day on which it holds
 * @param standards the standards it follows, such as "ESG 2015"
 */
public record QualityAssurance(
        Kind kind,
        String decidedBy,
        Optional<String> decision,
        Optional<LocalDate> decidedOn,
        Optional<LocalDate> validUntil,
        Optional<String> standards) {

    /**
     * Whether the decision was made by {@code day} and had not ended; what is not stated is open.
     */
    public boolean holdsOn(LocalDate day) {
        return decidedOn.filter(day::isBefore).isEmpty()
                && validUntil.filter(day::isAfter).isEmpty();
    }

    /** Who assures the quality of a short course. */
    public enum Kind implements Coded {
        INTERNAL("internal"),
        EXTERNAL("external");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static Optional<Kind> ofCode(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
