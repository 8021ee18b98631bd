package eu.cairn.formats.credential;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Coded;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A form in which a micro-credential leaves Cairn and in which others send theirs. One award has
 * one identifier in all of them.
 *
 * <p>What is read from a document that was written here equals the credential it was written from,
 * but for the parts that {@link #losses} says are not restored. What other software gets of it is
 * what {@link #losses} does not name.
 */
public sealed interface CredentialFormat extends Coded
        permits OpenBadgeFormat,
                EdubadgesFormat,
                EuropeanDigitalCredentialFormat,
                LearningCredentialFormat,
                ElmoFormat {

    /** The type under which documents of this format travel (RFC 6838). */
    String mediaType();

    /** What files of this format end in, without the dot. */
    String fileExtension();

    /**
     * How this format carries {@code part} of {@code credential}, as whoever receives the document
     * finds it.
     */
    Carriage carries(CredentialPart part, MicroCredential credential);

    /**
     * The unsigned document.
     *
     * @throws IllegalArgumentException if a mandatory element of the standard is missing, a part
     *     that {@link #lacking} names, or if {@link #unfit} has a reason
     */
    byte[] write(MicroCredential credential, Publication publication);

    /**
     * What this format demands beyond the standard and {@code credential} does not state; while
     * there is any, it cannot be written.
     */
    default List<CredentialPart> lacking(MicroCredential credential) {
        return List.of();
    }

    /**
     * Why what {@code credential} states does not fit this format; while there is any reason, it
     * cannot be written.
     */
    default List<Refusal> unfit(MicroCredential credential) {
        return List.of();
    }

    /**
     * What a document of this format says, signed or not, ours or another's, or why it says
     * nothing. Nothing is checked but its form.
     */
    Decided<MicroCredential> read(byte[] document);

    /** What {@code credential} states and whoever receives it does not get as it is. */
    default List<Loss> losses(MicroCredential credential) {
        return Arrays.stream(CredentialPart.values())
                .filter(part -> !part.of(credential).isEmpty())
                .map(part -> new Loss(part, carries(part, credential)))
                .filter(loss -> !loss.carriage().equals(Carriage.EXACTLY))
                .toList();
    }

    /** How a format carries a part. */
    sealed interface Carriage {

        Carriage EXACTLY = new Exactly();
        Carriage DROPPED = new Dropped();

        /** Whether reading the document here gives the same value back. */
        boolean restored();

        /** In the format's own terms, so that any software that reads the format gets it. */
        record Exactly() implements Carriage {
            @Override
            public boolean restored() {
                return true;
            }
        }

        /**
         * Exactly, but only in terms that Cairn adds to the format: other software passes over it.
         *
         * @param where the member that holds it
         */
        record OwnTerms(String where) implements Carriage {
            @Override
            public boolean restored() {
                return true;
            }
        }

        /**
         * In the format's own terms for people to read, among other words or less exactly.
         *
         * @param where the member or page that holds the words
         * @param exactly the member in terms of Cairn's own that holds it exactly, if any
         */
        record AsText(String where, Optional<String> exactly) implements Carriage {
            @Override
            public boolean restored() {
                return exactly.isPresent();
            }
        }

        /** Not at all. */
        record Dropped() implements Carriage {
            @Override
            public boolean restored() {
                return false;
            }
        }

        static Carriage ownTerms(String where) {
            return new OwnTerms(where);
        }

        static Carriage asText(String where) {
            return new AsText(where, Optional.empty());
        }

        static Carriage asText(String where, String exactly) {
            return new AsText(where, Optional.of(exactly));
        }
    }

    /**
     * A part that whoever receives a document does not get as it is.
     *
     * @param part what it is
     * @param carriage what became of it
     */
    record Loss(CredentialPart part, Carriage carriage) {}

    /** Every format that is written here. */
    static List<CredentialFormat> all() {
        return List.of(
                new OpenBadgeFormat(),
                new EdubadgesFormat(),
                new EuropeanDigitalCredentialFormat(),
                new LearningCredentialFormat(),
                new ElmoFormat());
    }

    /** The format that has this code. */
    static Optional<CredentialFormat> ofCode(String code) {
        return all().stream().filter(format -> format.code().equals(code)).findFirst();
    }
}
