package eu.cairn.formats.credential.elm;

import eu.cairn.credential.AwardingBody;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;

/**
 * The certificate of a seal (X.509): it says whose key sealed.
 *
 * <p>Where an organisation has none of a certification authority, it makes one itself for the key
 * that it signs with. Such a seal is a <em>test seal</em>, and its certificate says so.
 *
 * @param certificate the certificate
 */
public record SealCertificate(X509Certificate certificate) {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final String TEST_SEAL = "Test seal, not issued by a certification authority";

    /**
     * The attribute that holds the identifier of an organisation in law (ETSI EN 319 412-1); the
     * issuer of a credential is named by it.
     */
    private static final ASN1ObjectIdentifier ORGANISATION = BCStyle.ORGANIZATION_IDENTIFIER;

    /** A certificate that {@code body} makes itself for the key of {@code signer}. */
    public static SealCertificate selfMade(Signer signer, AwardingBody body, Instant from) {
        var name = new X500NameBuilder();
        body.country().ifPresent(country -> name.addRDN(BCStyle.C, country.alpha2()));
        name.addRDN(BCStyle.O, body.legalName());
        name.addRDN(BCStyle.OU, TEST_SEAL);
        name.addRDN(BCStyle.CN, body.legalName());
        return selfMade(signer, name.build(), from);
    }

    private static SealCertificate selfMade(Signer signer, X500Name name, Instant from) {
        var builder =
                new X509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(from.toEpochMilli()).max(BigInteger.ONE),
                        Date.from(from),
                        Date.from(from.plus(LIFE)),
                        name,
                        keyInfo(signer.publicKey()));
        try {
            var encoded = builder.build(new SigningWith(signer)).getEncoded();
            return read(encoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The certificate that {@code encoded} is (DER). */
    public static SealCertificate read(byte[] encoded) {
        try {
            var factory = CertificateFactory.getInstance("X.509", PROVIDER);
            var certificate = factory.generateCertificate(new ByteArrayInputStream(encoded));
            return new SealCertificate((X509Certificate) certificate);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    /** Whether no authority stands behind it: it is signed with its own key. */
    public boolean ofTestSeal() {
        try {
            certificate.verify(certificate.getPublicKey(), PROVIDER);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether {@code moment} lies in the time for which it was issued. */
    boolean isValidAt(Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    /** The name of the organisation, or of whoever it is that the certificate names. */
    public String holder() {
        return first(BCStyle.O)
                .or(() -> first(BCStyle.CN))
                .orElseGet(() -> certificate.getSubjectX500Principal().getName());
    }

    /** The identifier of the organisation in law, such as {@code VATES-A00000000}. */
    public Optional<String> organisationIdentifier() {
        return first(ORGANISATION);
    }

    private Optional<String> first(ASN1ObjectIdentifier attribute) {
        var name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(name.getRDNs(attribute))
                .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()))
                .findFirst();
    }

    private static SubjectPublicKeyInfo keyInfo(VerificationKey key) {
        var identifier =
                switch (key.algorithm()) {
                    case ED25519 -> new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
                    case P256 -> curve(X9ObjectIdentifiers.prime256v1);
                    case P384 -> curve(SECObjectIdentifiers.secp384r1);
                };
        return new SubjectPublicKeyInfo(identifier, uncompressed(key));
    }

    /** Certificates hold the whole point, which not every library computes from half of it. */
    private static byte[] uncompressed(VerificationKey key) {
        return switch (key.algorithm()) {
            case ED25519 -> key.bytes();
            case P256 -> point("P-256", key);
            case P384 -> point("P-384", key);
        };
    }

    private static byte[] point(String curve, VerificationKey key) {
        return CustomNamedCurves.getByName(curve)
                .getCurve()
                .decodePoint(key.bytes())
                .getEncoded(false);
    }

    private static AlgorithmIdentifier curve(ASN1ObjectIdentifier curve) {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
    }

    /** Signs a certificate with a key that is not in hand. */
    private static final class SigningWith implements ContentSigner {
        private final Signer signer;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        SigningWith(Signer signer) {
            this.signer = signer;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(
                    switch (signer.publicKey().algorithm()) {
                        case ED25519 -> EdECObjectIdentifiers.id_Ed25519;
                        case P256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
                        case P384 -> X9ObjectIdentifiers.ecdsa_with_SHA384;
                    });
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            var signature = signer.sign(content.toByteArray());
            return switch (signer.publicKey().algorithm()) {
                case ED25519 -> signature;
                case P256 -> sequence("P-256", signature);
                case P384 -> sequence("P-384", signature);
            };
        }

        /** Certificates hold the two numbers of a signature as a sequence, not side by side. */
        private static byte[] sequence(String curve, byte[] signature) {
            var order = CustomNamedCurves.getByName(curve).getN();
            try {
                var numbers = PlainDSAEncoding.INSTANCE.decode(order, signature);
                return StandardDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
