package eu.cairn.formats.verification;

import eu.cairn.formats.credential.badge.LearnerRecord.Association;
import eu.cairn.verification.Verdict;
import java.util.List;

/**
 * The answer on a learner record: on the record itself, and on each credential in it. The record
 * alone is never genuine, since what it certifies is in its credentials.
 *
 * @param record the checks on the record
 * @param credentials the verdict on each credential, in their order
 * @param associations what the record says about how they hang together
 */
public record RecordVerdict(
        Verdict record, List<Verdict> credentials, List<Association> associations) {

    public RecordVerdict {
        credentials = List.copyOf(credentials);
        associations = List.copyOf(associations);
    }
}
