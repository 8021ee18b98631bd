package eu.cairn.formats.credential.elm;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Date;

/**
 * Seals European Digital Credentials: JAdES baseline B in the general JSON serialization of a JSON
 * Web Signature, with the credential as its unencoded payload (ETSI TS 119 182-1, RFC 7797).
 *
 * <p>Sealing takes two steps, so that what is to be signed can be recorded before it is signed.
 */
public final class JadesSeal {

    /** What a seal adds to its content, with certificates of their usual length. */
    private static final int MAX_HEADER = 1 << 15;

    private JadesSeal() {}

    /**
     * A credential that is ready to be signed.
     *
     * @param document its text, as it will stand inside the seal
     * @param certificate of the key that signs
     * @param at when it is sealed, which the seal states
     */
    public record Prepared(String document, SealCertificate certificate, Instant at) {

        /** The bytes to sign. */
        public byte[] toSign() {
            return service().getDataToSign(payload(), parameters(this)).getBytes();
        }

        private DSSDocument payload() {
            return new InMemoryDocument(document.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Makes an unsealed credential ready: it is issued at the moment of sealing, by the
     * organisation that the certificate names. Refuses with {@code format.too-large} what could not
     * be read any more once it is sealed.
     */
    public static Decided<Prepared> prepare(
            String credential, SealCertificate certificate, Instant at) {
        return StrictJson.parse(credential)
                .then(
                        document ->
                                prepared(
                                        new Prepared(
                                                issued(document, certificate, at).toString(),
                                                certificate,
                                                at)));
    }

    /** A credential grows when it is written as a text inside its seal. */
    private static Decided<Prepared> prepared(Prepared prepared) {
        var inside = JSON.createValue(prepared.document).toString();
        var length = inside.getBytes(StandardCharsets.UTF_8).length + MAX_HEADER;
        return length > StrictJson.MAX_BYTES
                ? Decided.refused(StrictJson.TOO_LARGE)
                : Decided.accepted(prepared);
    }

    private static JsonObject issued(JsonObject document, SealCertificate certificate, Instant at) {
        var issued =
                JSON.createObjectBuilder(document)
                        .add("issued", at.toString())
                        .add("issuanceDate", at.toString());
        var issuer = Members.object(document, "issuer");
        var identifier = certificate.organisationIdentifier();
        if (issuer.isPresent() && identifier.isPresent()) {
            var legal =
                    JSON.createObjectBuilder(issuer.get().getJsonObject("eIDASIdentifier"))
                            .add("notation", identifier.get());
            issued.add(
                    "issuer", JSON.createObjectBuilder(issuer.get()).add("eIDASIdentifier", legal));
        }
        return issued.build();
    }

    /**
     * The sealed credential.
     *
     * @param signature over {@link Prepared#toSign()}, in the form of the key's algorithm
     * @throws IllegalArgumentException if it was not made with the key of the certificate
     */
    public static String complete(Prepared prepared, byte[] signature) {
        var parameters = parameters(prepared);
        var value = new SignatureValue(parameters.getSignatureAlgorithm(), signature);
        var sealed = text(service().signDocument(prepared.payload(), parameters, value));
        if (!(StrictJson.parse(sealed).map(JadesCheck::of)
                instanceof Decided.Accepted<JadesCheck>(JadesCheck.Intact intact))) {
            throw new IllegalArgumentException("the signature is not of this key");
        }
        return sealed;
    }

    /** Both steps at once. */
    public static Decided<String> seal(
            String credential, SealCertificate certificate, Signer signer, Instant at) {
        return prepare(credential, certificate, at)
                .map(prepared -> complete(prepared, signer.sign(prepared.toSign())));
    }

    private static JAdESService service() {
        return new JAdESService(new CommonCertificateVerifier(true));
    }

    private static JAdESSignatureParameters parameters(Prepared prepared) {
        var certificate = new CertificateToken(prepared.certificate.certificate());
        var parameters = new JAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.JAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        parameters.setJwsSerializationType(JWSSerializationType.JSON_SERIALIZATION);
        parameters.setBase64UrlEncodedPayload(false);
        parameters.setSigningCertificate(certificate);
        parameters.setCertificateChain(
                prepared.certificate.chain().stream().map(CertificateToken::new).toList());
        parameters.setSigningCertificateDigestMethod(DigestAlgorithm.SHA256);
        parameters.setDigestAlgorithm(digest(certificate.getPublicKey()));
        parameters.bLevel().setSigningDate(Date.from(prepared.at));
        return parameters;
    }

    /** The hash that the algorithm of the key goes with (RFC 7518, RFC 8037). */
    private static DigestAlgorithm digest(PublicKey key) {
        if (key instanceof ECPublicKey point) {
            return point.getParams().getOrder().bitLength() > 256
                    ? DigestAlgorithm.SHA384
                    : DigestAlgorithm.SHA256;
        }
        return EncryptionAlgorithm.forKey(key) == EncryptionAlgorithm.EDDSA
                ? DigestAlgorithm.SHA512
                : DigestAlgorithm.SHA256;
    }

    static String text(DSSDocument document) {
        var out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
