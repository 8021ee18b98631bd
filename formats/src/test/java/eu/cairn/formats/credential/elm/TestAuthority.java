package eu.cairn.formats.credential.elm;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** A certification authority of the tests, with a root and an authority under it. */
public final class TestAuthority {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final X500Name ROOT = new X500Name("O=Test Root");
    private static final X500Name UNDER_IT = new X500Name("O=Test Authority");

    private final Instant now;
    private final KeyPair rootKey = pair();
    private final KeyPair key = pair();
    private final X509Certificate root;
    private final X509Certificate authority;
    private long serial = 1;

    public TestAuthority(Instant now) {
        this.now = now;
        root = issue(ROOT, rootKey, ROOT, info(rootKey), now.plus(Duration.ofDays(3650)), true);
        authority =
                issue(ROOT, rootKey, UNDER_IT, info(key), now.plus(Duration.ofDays(1000)), true);
    }

    public X509Certificate root() {
        return root;
    }

    public X509Certificate authority() {
        return authority;
    }

    /** The certificate that a request asks for, then those it rests on. */
    public List<X509Certificate> answer(String request, Instant until) {
        try (var parser = new PEMParser(new StringReader(request))) {
            var asked = (PKCS10CertificationRequest) parser.readObject();
            var proves =
                    asked.isSignatureValid(
                            new JcaContentVerifierProviderBuilder()
                                    .setProvider(PROVIDER)
                                    .build(asked.getSubjectPublicKeyInfo()));
            if (!proves) {
                throw new AssertionError("the request is not signed with its key");
            }
            var own =
                    issue(
                            UNDER_IT,
                            key,
                            asked.getSubject(),
                            asked.getSubjectPublicKeyInfo(),
                            until,
                            false);
            return List.of(own, authority, root);
        } catch (IOException | PKCSException | OperatorException e) {
            throw new AssertionError(e);
        }
    }

    /** A certificate of {@code holder}, who seals. */
    public X509Certificate of(X500Name holder) {
        return issue(UNDER_IT, key, holder, info(pair()), later(), false);
    }

    /** A key that stamps times, and its certificate. */
    public record Stamping(KeyPair key, X509Certificate certificate, X509Certificate authority) {}

    public Stamping stamping() {
        var stamper = pair();
        try {
            var builder = builder(UNDER_IT, new X500Name("O=Test Clock"), info(stamper), later());
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            return new Stamping(stamper, signed(builder, key), authority);
        } catch (CertIOException e) {
            throw new AssertionError(e);
        }
    }

    private Instant later() {
        return now.plus(Duration.ofDays(900));
    }

    private X509Certificate issue(
            X500Name by,
            KeyPair byKey,
            X500Name holder,
            SubjectPublicKeyInfo info,
            Instant until,
            boolean issues) {
        try {
            var builder = builder(by, holder, info, until);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issues));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(issues ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
            return signed(builder, byKey);
        } catch (CertIOException e) {
            throw new AssertionError(e);
        }
    }

    private X509v3CertificateBuilder builder(
            X500Name by, X500Name holder, SubjectPublicKeyInfo info, Instant until) {
        return new X509v3CertificateBuilder(
                by,
                BigInteger.valueOf(serial++),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(until),
                holder,
                info);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair by) {
        try {
            var signer =
                    new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(PROVIDER)
                            .build(by.getPrivate());
            return new JcaX509CertificateConverter()
                    .setProvider(PROVIDER)
                    .getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorException e) {
            throw new AssertionError(e);
        }
    }

    private static SubjectPublicKeyInfo info(KeyPair pair) {
        return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
