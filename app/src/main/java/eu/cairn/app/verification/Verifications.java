package eu.cairn.app.verification;

import eu.cairn.verification.Verdict;

/** Verifies documents with what this installation trusts. */
public interface Verifications {

    /** The verdict on a document, now. */
    Verdict verify(byte[] document);
}
