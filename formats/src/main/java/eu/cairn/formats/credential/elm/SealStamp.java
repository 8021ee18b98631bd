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

    /**
     * The stamp is over this seal, and does not bring along the certificate of whoever made it, as
     * it need not (RFC 3161, section 2.4.1). Whether it was changed cannot be told.
     *
     * @param at the time it states
     */
    record Anonymous(Instant at) implements SealStamp {}

    /** It is over something else, or was changed. */
    record Broken() implements SealStamp {}

    /**
     * The earliest stamp on a seal, if there is one; broken if any is, and anonymous only if all
     * are.
     */
    static Optional<SealStamp> of(AdvancedSignature signature) {
        var stamps = signature.getSignatureTimestamps().stream().map(SealStamp::of).toList();
        return stamps.stream()
                .filter(Broken.class::isInstance)
                .findFirst()
                .or(
                        () ->
                                stamps.stream()
                                        .filter(Intact.class::isInstance)
                                        .map(Intact.class::cast)
                                        .min(Comparator.comparing(Intact::at)))
                .or(
                        () ->
                                stamps.stream()
                                        .filter(Anonymous.class::isInstance)
                                        .map(Anonymous.class::cast)
                                        .min(Comparator.comparing(Anonymous::at)));
    }

    private static SealStamp of(TimestampToken token) {
        var candidate = token.getCandidatesForSigningCertificate().getTheBestCandidate();
        var certificate = candidate == null ? null : candidate.getCertificateToken();
        var at = token.getGenerationTime().toInstant();
        if (!token.isMessageImprintDataFound() || !token.isMessageImprintDataIntact()) {
            return new Broken();
        }
        if (certificate == null) {
            return new Anonymous(at);
        }
        return token.isSignedBy(certificate)
                ? new Intact(at, certificate.getSubject().getPrincipal().getName())
                : new Broken();
    }
}
