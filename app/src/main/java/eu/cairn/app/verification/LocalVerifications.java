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

    private final VerificationsNow verifications;

    LocalVerifications(
            KnownIssuers issuers,
            TrustLists trusted,
            QualityRecords records,
            Accreditations accreditations,
            OwnStatusLists lists,
            FetchedStatusLists others,
            Clock clock) {
        var known = new ListedIssuers(issuers, trusted, records, accreditations);
        this.verifications = new VerificationsNow(new Verifier(known, lists, others), clock);
    }

    @Override
    public Verdict verify(byte[] document) {
        return verifications.verify(document);
    }

    @Override
    public Optional<RecordVerdict> verifyRecord(byte[] document) {
        return verifications.verifyRecord(document);
    }
}
