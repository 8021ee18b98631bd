package eu.cairn.formats.verification;

import eu.cairn.verification.Verdict;
import java.util.Optional;

/**
 * All that is said of one document.
 *
 * @param record the same on each credential in it, where it holds several; its verdict is then that
 *     on all of it
 */
public record Answer(Verdict verdict, Optional<RecordVerdict> record) {

    static Answer on(Verdict verdict) {
        return new Answer(verdict, Optional.empty());
    }

    static Answer on(RecordVerdict record) {
        return new Answer(record.record(), Optional.of(record));
    }
}
