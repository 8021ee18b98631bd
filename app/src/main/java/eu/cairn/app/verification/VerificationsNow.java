package eu.cairn.app.verification;

import eu.cairn.formats.verification.RecordVerdict;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.verification.Verdict;
import java.time.Clock;
import java.util.Optional;

/** Verifies by one verifier, at the time that a clock shows. */
record VerificationsNow(Verifier verifier, Clock clock) implements Verifications {

    @Override
    public Verdict verify(byte[] document) {
        return verifier.verify(document, clock.instant());
    }

    @Override
    public Optional<RecordVerdict> verifyRecord(byte[] document) {
        return verifier.verifyRecord(document, clock.instant());
    }
}
