package eu.cairn.formats.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StatedPeriod;
import eu.cairn.formats.credential.badge.LearnerRecord;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a document was signed, where others may have had the key since some moment. What the
 * document says of that is not proof: whoever has the key can write any moment into it. Only the
 * registry's own record is, and where it has none of a document that it should have, the document
 * is false.
 */
record SigningMoment(
        TrustRegistry registry,
        JsonObject document,
        Optional<MicroCredential> content,
        Checks checks) {

    /** Whether a seal counts as that of {@code entry}; if not, a check says why. */
    boolean isBelieved(TrustedIssuer entry, String issuer, Seal.Intact seal) {
        return entry.compromisedSince(seal.key())
                .map(since -> isBefore(since, issuer, seal))
                .orElse(true);
    }

    private boolean isBefore(Instant since, String issuer, Seal.Intact seal) {
        var id = content.map(MicroCredential::id).or(() -> Members.text(document, "id")).orElse("");
        if (LearnerRecord.claims(document)) { // made when it is asked for, and not kept
            return unproven(since, seal);
        }
        return switch (registry.signed(issuer, id, seal.signature())) {
            case TrustRegistry.SigningRecord.On(var moment) when moment.isBefore(since) -> {
                checks.add(
                        Kind.TRUST,
                        Result.PASSED,
                        "trust.signed-before-compromise",
                        moment.toString(),
                        since.toString());
                yield true;
            }
            case TrustRegistry.SigningRecord.On on -> compromised(since);
            case TrustRegistry.SigningRecord.Missing missing -> {
                checks.add(
                        Kind.TRUST,
                        Result.FAILED,
                        "trust.compromised-not-recorded",
                        since.toString());
                yield false;
            }
            case TrustRegistry.SigningRecord.NotKept none -> unproven(since, seal);
        };
    }

    private boolean compromised(Instant since) {
        checks.add(Kind.TRUST, Result.FAILED, "trust.key-compromised", since.toString());
        return false;
    }

    private boolean unproven(Instant since, Seal.Intact seal) {
        var stated =
                seal.stated()
                        .or(() -> Members.text(document, "issued").flatMap(Members::instant))
                        .or(() -> new StatedPeriod(document).from());
        var second = since.truncatedTo(ChronoUnit.SECONDS); // documents state no smaller part
        if (stated.isPresent() && stated.get().isBefore(second)) {
            checks.add(
                    Kind.TRUST,
                    Result.COULD_NOT_CHECK,
                    "trust.signed-when-unproven",
                    stated.get().toString(),
                    since.toString());
            return false;
        }
        return compromised(since);
    }
}
