package eu.cairn.formats.credential;

import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A signer whose key lies in a PKCS#12 file that only its owner may read.
 *
 * <p>The certificate beside the key is self-made and carries the name for those who open the file;
 * trust never rests on it.
 */
public final class KeystoreSigner implements Signer {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(3650);

    private final String keyId;
    private final PrivateKey privateKey;
    private final VerificationKey publicKey;

    private KeystoreSigner(String keyId, PrivateKey privateKey, VerificationKey publicKey) {
        this.keyId = keyId;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * A signer with a new key, kept in {@code file}, which must not exist yet.
     *
     * @param keyId the name of the key, its alias in the file
     * @param holder the organisation's name, for the certificate
     */
    public static KeystoreSigner create(
            Path file, char[] password, String keyId, String holder, Instant now)
            throws IOException {
        return create(file, password, keyId, Algorithm.ED25519, holder, now);
    }

    /** The same with a key of another algorithm. */
    public static KeystoreSigner create(
            Path file,
            char[] password,
            String keyId,
            Algorithm algorithm,
            String holder,
            Instant now)
            throws IOException {
        try {
            var pair = pair(algorithm);
            var store = KeyStore.getInstance("PKCS12", PROVIDER);
            store.load(null, null);
            var chain = new Certificate[] {certificate(pair, algorithm, holder, now)};
            store.setKeyEntry(keyId, pair.getPrivate(), password, chain);
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            writeForOwnerOnly(file, bytes.toByteArray());
            return new KeystoreSigner(keyId, pair.getPrivate(), publicKey(chain[0]));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the key could not be made", e);
        }
    }

    /** The signer whose key {@code keyId} lies in {@code file}. */
    public static KeystoreSigner load(Path file, char[] password, String keyId) throws IOException {
        try {
            var store = KeyStore.getInstance("PKCS12", PROVIDER);
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
            if (!(store.getKey(keyId, password) instanceof PrivateKey privateKey)) {
                throw new IOException("no key " + keyId + " in " + file.getFileName());
            }
            return new KeystoreSigner(keyId, privateKey, publicKey(store.getCertificate(keyId)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key could not be read", e);
        }
    }

    private static KeyPair pair(Algorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case ED25519 -> KeyPairGenerator.getInstance("Ed25519", PROVIDER).generateKeyPair();
            case P256 -> pairOnCurve("P-256");
            case P384 -> pairOnCurve("P-384");
        };
    }

    private static KeyPair pairOnCurve(String name) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    private static VerificationKey publicKey(Certificate certificate) {
        return VerificationKey.of(certificate.getPublicKey())
                .orElseThrow(() -> new IllegalStateException("a key of no kind of ours"));
    }

    private static X509Certificate certificate(
            KeyPair pair, Algorithm algorithm, String holder, Instant now)
            throws GeneralSecurityException, OperatorCreationException {
        var name = new X500NameBuilder().addRDN(BCStyle.CN, holder).build();
        var builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(120, new SecureRandom()),
                        Date.from(now),
                        Date.from(now.plus(CERTIFICATE_LIFE)),
                        name,
                        pair.getPublic());
        var signer =
                new JcaContentSignerBuilder(
                                algorithm == Algorithm.ED25519 ? "Ed25519" : "SHA256withECDSA")
                        .setProvider(PROVIDER)
                        .build(pair.getPrivate());
        return new JcaX509CertificateConverter()
                .setProvider(PROVIDER)
                .getCertificate(builder.build(signer));
    }

    private static void writeForOwnerOnly(Path file, byte[] bytes) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var attributes =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (var channel = FileChannel.open(file, options, attributes)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public VerificationKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(publicKey.algorithm().signature(), PROVIDER);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
    }
}
