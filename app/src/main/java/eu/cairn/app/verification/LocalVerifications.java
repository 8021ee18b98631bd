package eu.cairn.app.verification;

import eu.cairn.app.credential.QualityRecords;
import eu.cairn.formats.verification.RecordVerdict;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.verification.Verdict;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Verifies with the awarding bodies and status lists that this installation knows. */
@Component
class LocalVerifications implements Verifications {

    private final Verifier verifier;
    private final Clock clock;

    LocalVerifications(
            KnownIssuers issuers,
            TrustLists trusted,
            QualityRecords records,
            Accreditations accreditations,
            OwnStatusLists lists,
            Clock clock) {
        this.verifier =
                new Verifier(new ListedIssuers(issuers, trusted, records, accreditations), lists);
        this.clock = clock;
    }

    @Override
    public Verdict verify(byte[] document) {
        return verifier.verify(document, clock.instant());
    }

    @Override
    public Optional<RecordVerdict> verifyRecord(byte[] document) {
        return verifier.verifyRecord(document, clock.instant());
    }
}
