package eu.cairn.app.verification;

import eu.cairn.formats.verification.Answer;
import eu.cairn.formats.verification.Verifier;
import java.time.Clock;

/** Verifies by one verifier, at the time that a clock shows. */
record VerificationsNow(Verifier verifier, Clock clock) implements Verifications {

    @Override
    public Answer answer(byte[] document) {
        return verifier.answer(document, clock.instant());
    }
}
