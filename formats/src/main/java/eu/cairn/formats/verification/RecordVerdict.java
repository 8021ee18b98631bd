package eu.cairn.formats.verification;

import eu.cairn.formats.credential.badge.LearnerRecord.Association;
import eu.cairn.formats.credential.badge.LearnerRecord.Qualification;
import eu.cairn.verification.Verdict;
import java.util.List;

/**
 * The answer on a document that holds several credentials, a learner record or a presentation: on
 * all of it, and on each credential in it. It is genuine only if each of them is.
 *
 * @param record the verdict on all of it, with the checks on what holds the credentials
 * @param credentials the verdict on each credential, in their order
 * @param qualifications what the record says that they are part of, which it awards to nobody; none
 *     unless the signature of the record covers it
 * @param associations what the record says about how they hang together; none unless likewise
 */
public record RecordVerdict(
        Verdict record,
        List<Verdict> credentials,
        List<Qualification> qualifications,
        List<Association> associations) {

    public RecordVerdict {
        credentials = List.copyOf(credentials);
        qualifications = List.copyOf(qualifications);
        associations = List.copyOf(associations);
    }
}
