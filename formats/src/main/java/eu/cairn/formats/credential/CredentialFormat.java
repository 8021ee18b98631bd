package eu.cairn.formats.credential;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Coded;
import eu.cairn.framework.Decided;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A form in which a micro-credential leaves Cairn and in which others send theirs. One award has
 * one identifier in all of them.
 *
 * <p>What is read from a document that was written here equals the credential it was written from,
 * but for the parts that {@link #losses} names.
 */
public sealed interface CredentialFormat extends Coded
        permits OpenBadgeFormat,
                EuropeanDigitalCredentialFormat,
                LearningCredentialFormat,
                ElmoFormat {

    /** The type under which documents of this format travel (RFC 6838). */
    String mediaType();

    /** What files of this format end in, without the dot. */
    String fileExtension();

    /** How this format carries a part of a micro-credential. */
    Carriage carries(CredentialPart part);

    /**
     * The unsigned document.
     *
     * @throws IllegalArgumentException if a mandatory element of the standard is missing, or a part
     *     that {@link #lacking} names
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
     * What a document of this format says, signed or not, ours or another's, or why it says
     * nothing. Nothing is checked but its form.
     */
    Decided<MicroCredential> read(byte[] document);

    /** What {@code credential} states and this format carries otherwise or not at all. */
    default List<Loss> losses(MicroCredential credential) {
        return Arrays.stream(CredentialPart.values())
                .filter(part -> !part.of(credential).isEmpty())
                .filter(part -> !carries(part).equals(Carriage.EXACTLY))
                .map(part -> new Loss(part, carries(part)))
                .toList();
    }

    /** How a format carries a part. */
    sealed interface Carriage {

        Carriage EXACTLY = new Exactly();
        Carriage DROPPED = new Dropped();

        /** In a place of its own; reading gives the same value back. */
        record Exactly() implements Carriage {}

        /**
         * For people to read, among other words or less exactly; reading does not give the value
         * back.
         *
         * @param where the member or page that holds the words
         */
        record AsText(String where) implements Carriage {}

        /** Not at all. */
        record Dropped() implements Carriage {}

        static Carriage asText(String where) {
            return new AsText(where);
        }
    }

    /**
     * A part that a document does not carry as it is.
     *
     * @param part what it is
     * @param carriage what became of it
     */
    record Loss(CredentialPart part, Carriage carriage) {}

    /** Every format that is written here. */
    static List<CredentialFormat> all() {
        return List.of(
                new OpenBadgeFormat(),
                new EuropeanDigitalCredentialFormat(),
                new LearningCredentialFormat(),
                new ElmoFormat());
    }

    /** The format that has this code. */
    static Optional<CredentialFormat> ofCode(String code) {
        return all().stream().filter(format -> format.code().equals(code)).findFirst();
    }
}
