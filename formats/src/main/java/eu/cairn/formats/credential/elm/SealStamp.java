package eu.cairn.formats.credential.elm;

import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A time that stands on a seal. Whether the authority that stamped it is to be believed is not
 * looked at: none is known.
 */
public sealed interface SealStamp {

    /**
     * The stamp is over this seal, and unchanged.
     *
     * @param at the time it states
     * @param authority who states it, by the certificate in the stamp
     */
    record Intact(Instant at, String authority) implements SealStamp {}

    /** It is over something else, or was changed. */
    record Broken() implements SealStamp {}

    /** The earliest stamp on a seal, if there is one; broken if any is. */
    static Optional<SealStamp> of(AdvancedSignature signature) {
        var stamps = signature.getSignatureTimestamps().stream().map(SealStamp::of).toList();
        return stamps.stream()
                .filter(Broken.class::isInstance)
                .findFirst()
                .or(
                        () ->
                                stamps.stream()
                                        .map(Intact.class::cast)
                                        .min(Comparator.comparing(Intact::at)));
    }

    private static SealStamp of(TimestampToken token) {
        var candidate = token.getCandidatesForSigningCertificate().getTheBestCandidate();
        var certificate = candidate == null ? null : candidate.getCertificateToken();
        return certificate != null
                        && token.isSignedBy(certificate)
                        && token.isMessageImprintDataFound()
                        && token.isMessageImprintDataIntact()
                ? new Intact(
                        token.getGenerationTime().toInstant(),
                        certificate.getSubject().getPrincipal().getName())
                : new Broken();
    }
}
