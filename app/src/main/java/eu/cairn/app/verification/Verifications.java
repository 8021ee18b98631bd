package eu.cairn.app.verification;

import eu.cairn.formats.verification.RecordVerdict;
import eu.cairn.verification.Verdict;
import java.util.Optional;

/** Verifies documents with what this installation trusts. */
public interface Verifications {

    /** The verdict on a document, now. */
    Verdict verify(byte[] document);

    /** The same on a learner record and each credential in it; empty if the document is none. */
    Optional<RecordVerdict> verifyRecord(byte[] document);
}
