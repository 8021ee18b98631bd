package eu.cairn.app.verification;

import eu.cairn.formats.verification.Answer;
import eu.cairn.verification.Verdict;

/** Verifies documents with what this installation trusts. */
public interface Verifications {

    /** All that is to be said of a document now. */
    Answer answer(byte[] document);

    /** The verdict on a document, now. */
    default Verdict verify(byte[] document) {
        return answer(document).verdict();
    }
}
