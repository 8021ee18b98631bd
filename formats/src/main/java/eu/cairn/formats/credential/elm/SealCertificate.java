package eu.cairn.formats.credential.elm;

import eu.cairn.credential.AwardingBody;
import eu.cairn.formats.credential.Signer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/**
 * The certificate of a seal (X.509): it says whose key sealed.
 *
 * <p>Where an organisation has none of a certification authority, it makes one itself for the key
 * that it signs with. Such a seal is a <em>test seal</em>, and its certificate says so.
 *
 * @param chain the certificate, then that of whoever issued it, and so on; never empty
 */
public record SealCertificate(List<X509Certificate> chain) {

    private static final int LINE = 64;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final String TEST_SEAL = "Test seal, not issued by a certification authority";

    /**
     * The attribute that holds the identifier of an organisation in law (ETSI EN 319 412-1); the
     * issuer of a credential is named by it.
     */
    private static final ASN1ObjectIdentifier ORGANISATION = BCStyle.ORGANIZATION_IDENTIFIER;

    public SealCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
    }

    /** A certificate that {@code body} makes itself for the key of {@code signer}. */
    public static SealCertificate selfMade(Signer signer, AwardingBody body, Instant from) {
        return selfMade(signer, name(body, Optional.of(TEST_SEAL)), from);
    }

    /**
     * The request for a certificate of the key of {@code signer} that is sent to a certification
     * authority (PKCS #10, RFC 2986), as PEM.
     */
    public static String request(Signer signer, AwardingBody body) {
        try {
            var request =
                    new PKCS10CertificationRequestBuilder(
                                    name(body, Optional.empty()),
                                    CertificateSigner.keyInfo(signer.publicKey()))
                            .build(new CertificateSigner(signer));
            return pem("CERTIFICATE REQUEST", request.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X500Name name(AwardingBody body, Optional<String> unit) {
        var name = new X500NameBuilder();
        body.country().ifPresent(country -> name.addRDN(BCStyle.C, country.alpha2()));
        name.addRDN(BCStyle.O, body.legalName());
        unit.ifPresent(text -> name.addRDN(BCStyle.OU, text));
        name.addRDN(BCStyle.CN, body.legalName());
        return name.build();
    }

    private static SealCertificate selfMade(Signer signer, X500Name name, Instant from) {
        var builder =
                new X509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(from.toEpochMilli()).max(BigInteger.ONE),
                        Date.from(from),
                        Date.from(from.plus(LIFE)),
                        name,
                        CertificateSigner.keyInfo(signer.publicKey()));
        try {
            var encoded = builder.build(new CertificateSigner(signer)).getEncoded();
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
            return new SealCertificate(List.of((X509Certificate) certificate));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    /** The certificates that {@code pem} holds, that of the key first. */
    public static SealCertificate ofPem(String pem) {
        return new SealCertificate(certificates(pem));
    }

    /** When the first of them ends; what is sealed later is believed by nobody. */
    public Instant until() {
        return chain.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static List<X509Certificate> certificates(String pem) {
        try {
            var factory = CertificateFactory.getInstance("X.509", PROVIDER);
            var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
            return factory.generateCertificates(bytes).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not certificates", e);
        }
    }

    /** The same as text, to be kept. */
    public String pem() {
        return chain.stream()
                .map(one -> pem("CERTIFICATE", encoded(one)))
                .collect(Collectors.joining());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] encoded) {
        var encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(type, encoder.encodeToString(encoded), type);
    }

    /** Of the key that seals. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Who made it: the name of the authority, or of the holder where that is the same. */
    public String issuer() {
        return certificate().getIssuerX500Principal().getName();
    }

    /** Whether it and all that it rests on are valid at a moment. */
    public boolean isValid(Instant at) {
        return chain.stream()
                .noneMatch(
                        one ->
                                at.isBefore(one.getNotBefore().toInstant())
                                        || at.isAfter(one.getNotAfter().toInstant()));
    }

    /** Until when it and all that it rests on are valid. */
    public Instant validUntil() {
        return chain.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether no authority stands behind it: it is signed with its own key. */
    public boolean ofTestSeal() {
        try {
            certificate().verify(certificate().getPublicKey(), PROVIDER);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The name of the organisation, or of whoever it is that the certificate names. */
    public String holder() {
        return first(BCStyle.O)
                .or(() -> first(BCStyle.CN))
                .orElseGet(() -> certificate().getSubjectX500Principal().getName());
    }

    /** The identifier of the organisation in law, such as {@code VATES-A00000000}. */
    public Optional<String> organisationIdentifier() {
        return first(ORGANISATION);
    }

    private Optional<String> first(ASN1ObjectIdentifier attribute) {
        var name = X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        return Arrays.stream(name.getRDNs(attribute))
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues())) // one may have several
                .filter(one -> one.getType().equals(attribute))
                .map(one -> IETFUtils.valueToString(one.getValue()))
                .findFirst();
    }
}
