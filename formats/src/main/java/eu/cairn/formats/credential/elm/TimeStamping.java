package eu.cairn.formats.credential.elm;

import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.JAdESTimestampParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Adds to a seal the time at which an authority saw it: JAdES baseline T (ETSI TS 119 182-1), with
 * a time-stamp of RFC 3161 over the signature.
 */
public final class TimeStamping {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int NONCE_BITS = 64;

    private TimeStamping() {}

    /** Whoever stamps times, reached in whatever way. */
    @FunctionalInterface
    public interface Authority {

        /**
         * What the authority answers to a request (both DER, RFC 3161).
         *
         * @throws IOException if there is no answer
         */
        byte[] answer(byte[] request) throws IOException;
    }

    /**
     * The sealed credential with the time at which {@code authority} saw its seal.
     *
     * @param sealed of baseline B
     * @return refused with {@code credential.no-time-stamp}, and why in its parameter, where the
     *     authority gives none that is right
     */
    public static Decided<String> stamped(String sealed, Authority authority) {
        var service = new JAdESService(new CommonCertificateVerifier(true));
        service.setTspSource((algorithm, digest) -> stamp(algorithm, digest, authority));
        try {
            var document = new InMemoryDocument(sealed.getBytes(StandardCharsets.UTF_8));
            var stamped = JadesSeal.text(service.extendDocument(document, parameters()));
            return isStamped(stamped)
                    ? Decided.accepted(stamped)
                    : refused("the time-stamp is not over this seal");
        } catch (DSSException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static Decided<String> refused(String why) {
        return Decided.refused(Refusal.of("credential.no-time-stamp", "format", why));
    }

    private static boolean isStamped(String sealed) {
        return StrictJson.parse(sealed).map(JadesCheck::of)
                        instanceof Decided.Accepted<JadesCheck>(JadesCheck.Intact intact)
                && intact.stamp().filter(SealStamp.Intact.class::isInstance).isPresent();
    }

    static JAdESSignatureParameters parameters() {
        var parameters = new JAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.JAdES_BASELINE_T);
        parameters.setJwsSerializationType(JWSSerializationType.JSON_SERIALIZATION);
        parameters.setSignatureTimestampParameters(
                new JAdESTimestampParameters(DigestAlgorithm.SHA256));
        return parameters;
    }

    private static TimestampBinary stamp(
            DigestAlgorithm algorithm, byte[] digest, Authority authority) {
        try {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            var request =
                    generator.generate(
                            new ASN1ObjectIdentifier(algorithm.getOid()),
                            digest,
                            new BigInteger(NONCE_BITS, new SecureRandom()));
            var response = new TimeStampResponse(authority.answer(request.getEncoded()));
            response.validate(request);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new DSSException("refused: " + response.getStatusString());
            }
            validate(token);
            return new TimestampBinary(token.getEncoded());
        } catch (IOException
                | TSPException
                | OperatorCreationException
                | CertificateException
                | RuntimeException e) {
            throw new DSSException("no time-stamp: " + e.getMessage(), e);
        }
    }

    /**
     * That the certificate it brings along is for stamping times, and of the key that signed it.
     */
    @SuppressWarnings("unchecked") // the library names a signer by a selector without a type
    private static void validate(TimeStampToken token)
            throws TSPException, OperatorCreationException, CertificateException {
        var found = token.getCertificates().getMatches(token.getSID());
        if (found.isEmpty()) {
            throw new TSPException("it brings no certificate along");
        }
        token.validate(
                new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(PROVIDER)
                        .build((X509CertificateHolder) found.iterator().next()));
    }
}
