package eu.cairn.app.verification;

import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.framework.Refusal;

/** What is to be verified, once it is found. */
sealed interface Submission {

    /** The bytes of a document of whatever kind. */
    final class Document implements Submission {

        private final byte[] bytes;

        Document(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /** What a code can lead to. */
    sealed interface OfCode extends Submission {}

    /** A credential of this installation. */
    record Own(AwardedCredential credential) implements OfCode {}

    /** Nothing that could be verified. */
    record None(Refusal reason) implements OfCode {}
}
