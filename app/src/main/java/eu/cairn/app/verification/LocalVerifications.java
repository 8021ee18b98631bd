package eu.cairn.app.verification;

import eu.cairn.app.credential.QualityRecords;
import eu.cairn.formats.verification.Answer;
import eu.cairn.formats.verification.Verifier;
import java.time.Clock;
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
    public Answer answer(byte[] document) {
        return verifications.answer(document);
    }
}
