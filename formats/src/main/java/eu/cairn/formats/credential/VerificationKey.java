package eu.cairn.formats.credential;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public key that credentials are verified with: Ed25519 (RFC 8032) or ECDSA on P-256 and P-384
 * (FIPS 186-5), its bytes as a Multikey holds them.
 *
 * @param algorithm what it is a key for
 * @param hex the 32 bytes of the point of Ed25519, or the compressed point of the other curves
 */
public record VerificationKey(Algorithm algorithm, String hex) {

    /** The signature algorithms that are admitted; nothing else is. */
    public enum Algorithm {
        ED25519("Ed25519", "SHA-256"),
        P256("SHA256withPLAIN-ECDSA", "SHA-256"),
        P384("SHA384withPLAIN-ECDSA", "SHA-384");

        private final String signature;
        private final String digest;

        Algorithm(String signature, String digest) {
            this.signature = signature;
            this.digest = digest;
        }

        /** How the JDK calls signing with it. */
        String signature() {
            return signature;
        }

        /** The hash that canonical forms are put through before this algorithm signs them. */
        String digest() {
            return digest;
        }
    }

    /** As many signatures are remembered, of those alone that were found to be good. */
    private static final int KEPT = 4_096;

    private static final Map<Signed, Signed> VERIFIED = RecentlyUsed.atMost(KEPT);

    /** A signature over what has this hash, which is good for ever if it is good once. */
    private record Signed(VerificationKey key, String hash, String signature) {}

    public VerificationKey {
        var bytes = HexFormat.of().parseHex(hex);
        var possible =
                switch (algorithm) {
                    case ED25519 -> bytes.length == 32 && Ed25519.validatePublicKeyFull(bytes, 0);
                    case P256 -> isPoint("P-256", bytes, 33);
                    case P384 -> isPoint("P-384", bytes, 49);
                };
        if (!possible) {
            throw new IllegalArgumentException("not a public key of " + algorithm);
        }
    }

    static VerificationKey of(Algorithm algorithm, byte[] bytes) {
        return new VerificationKey(algorithm, HexFormat.of().formatHex(bytes));
    }

    /** The key of this curve whose point has the coordinates {@code x} and {@code y}. */
    public static VerificationKey ofPoint(Algorithm algorithm, BigInteger x, BigInteger y) {
        var curve = algorithm == Algorithm.P256 ? "P-256" : "P-384";
        var point = CustomNamedCurves.getByName(curve).getCurve().validatePoint(x, y);
        return of(algorithm, point.getEncoded(true));
    }

    /** The key that a library of cryptography has, if it is of an admitted algorithm. */
    public static Optional<VerificationKey> of(PublicKey key) {
        try {
            var info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
            var bytes = info.getPublicKeyData().getBytes();
            for (var algorithm : Algorithm.values()) {
                if (identifier(algorithm).equals(info.getAlgorithm())) {
                    return Optional.of(of(algorithm, compressed(algorithm, bytes)));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] compressed(Algorithm algorithm, byte[] point) {
        return switch (algorithm) {
            case ED25519 -> point;
            case P256 -> compressed("P-256", point);
            case P384 -> compressed("P-384", point);
        };
    }

    private static byte[] compressed(String curve, byte[] point) {
        return CustomNamedCurves.getByName(curve).getCurve().decodePoint(point).getEncoded(true);
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Whether {@code signature} over {@code message} was made with the other half of this key. */
    public boolean verifies(byte[] message, byte[] signature) {
        var signed = new Signed(this, Digests.sha256(message), HexFormat.of().formatHex(signature));
        if (VERIFIED.get(signed) != null) {
            return true;
        }
        boolean verifies = isMadeBy(message, signature);
        if (verifies) {
            VERIFIED.put(signed, signed);
        }
        return verifies;
    }

    private boolean isMadeBy(byte[] message, byte[] signature) {
        try {
            var verification = verification();
            verification.update(message, 0, message.length);
            return verification.verifySignature(signature);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Of the library itself: its provider for the JDK takes as long to start as all else here. */
    private org.bouncycastle.crypto.Signer verification() {
        var verification =
                switch (algorithm) {
                    case ED25519 -> new Ed25519Signer();
                    case P256 -> ecdsa(SHA256Digest.newInstance());
                    case P384 -> ecdsa(new SHA384Digest());
                };
        verification.init(
                false,
                switch (algorithm) {
                    case ED25519 -> new Ed25519PublicKeyParameters(bytes());
                    case P256 -> point("P-256");
                    case P384 -> point("P-384");
                });
        return verification;
    }

    private static org.bouncycastle.crypto.Signer ecdsa(Digest digest) {
        return new DSADigestSigner(new ECDSASigner(), digest, PlainDSAEncoding.INSTANCE);
    }

    private ECPublicKeyParameters point(String name) {
        var curve = CustomNamedCurves.getByName(name);
        return new ECPublicKeyParameters(
                curve.getCurve().decodePoint(bytes()), new ECDomainParameters(curve));
    }

    /** This key as certificates and PEM files hold it (X.509 SubjectPublicKeyInfo, DER). */
    public byte[] encoded() {
        try {
            return publicKey().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var info = new SubjectPublicKeyInfo(identifier(algorithm), bytes());
        var family = algorithm == Algorithm.ED25519 ? "Ed25519" : "EC";
        try {
            return KeyFactory.getInstance(family, new BouncyCastleProvider())
                    .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static AlgorithmIdentifier identifier(Algorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
            case P256 -> curve(X9ObjectIdentifiers.prime256v1);
            case P384 -> curve(SECObjectIdentifiers.secp384r1);
        };
    }

    private static AlgorithmIdentifier curve(ASN1ObjectIdentifier curve) {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
    }

    private static boolean isPoint(String curve, byte[] bytes, int length) {
        try {
            return bytes.length == length
                    && CustomNamedCurves.getByName(curve).getCurve().decodePoint(bytes).isValid();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
