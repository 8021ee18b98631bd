package eu.cairn.verification;

import eu.cairn.framework.Coded;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One check that was made on a credential, or could not be.
 *
 * @param kind what was checked
 * @param result how it came out
 * @param code stable code of the finding, such as {@code integrity.changed}
 * @param evidence what the finding rests on, in the order of its sentence's placeholders
 * @param at when it was made
 */
public record Check(Kind kind, Result result, String code, List<String> evidence, Instant at) {

    public Check {
        evidence = List.copyOf(evidence);
    }

    /**
     * What is checked. The verdict is about whether a document is what it claims to be: who issued
     * it, whether that body was entitled to, whether it still stands. What it is worth (complete,
     * plausible, quality-assured) is found out beside the verdict and never changes it: a document
     * that an awarding body sealed with a wrong level is that body's, with a wrong level in it.
     */
    public enum Kind implements Coded {
        /** The document is of a format that can be read, and well formed. */
        FORMAT(true),
        /** Each credential in a document that holds several is genuine; asked of such alone. */
        CREDENTIALS(true),
        /** Nothing was changed since it was signed. */
        INTEGRITY(true),
        /** The key that signed belongs to the issuer that the credential names. */
        ISSUER(true),
        /** The issuer is known as an awarding body. */
        TRUST(true),
        /** The issuer may award this: its level and its kind. */
        SCOPE(true),
        /** It is not revoked and not suspended. */
        STATUS(true),
        /** Today lies in its period of validity. */
        VALIDITY(true),
        /** It held when it was sealed. */
        ISSUE(false),
        /** All mandatory elements of the European standard are there. */
        COMPLETENESS(false),
        /** The levels that it names fit each other. */
        LEVEL(false),
        /** Its hours fit its credits. */
        WORKLOAD(false),
        /** The quality of issuer and course was assured at the time of the award. */
        ASSURANCE(false),
        /** Credentials lead from it to a body that may accredit. */
        CHAIN(false),
        /** The person who shows it is the holder. */
        HOLDER(false);

        private final boolean decides;

        Kind(boolean decides) {
            this.decides = decides;
        }

        /** Whether a credential is genuine only if this check passed or does not apply. */
        public boolean decides() {
            return decides;
        }

        /** Whether this is asked of every document, and not only of what holds several. */
        public boolean isOfEveryDocument() {
            return this != CREDENTIALS;
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a check came out. A check that was not made has never passed. */
    public enum Result implements Coded {
        PASSED("passed"),
        FAILED("failed"),
        COULD_NOT_CHECK("could-not-check"),
        DOES_NOT_APPLY("does-not-apply");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
