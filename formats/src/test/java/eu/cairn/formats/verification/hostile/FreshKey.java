package eu.cairn.formats.verification.hostile;

import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A signer whose key was made this moment. */
record FreshKey(Algorithm algorithm, KeyPair pair) implements Signer {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final SecureRandom RANDOM = new SecureRandom();

    static FreshKey make(Algorithm algorithm) {
        try {
            var generator =
                    KeyPairGenerator.getInstance(
                            algorithm == Algorithm.ED25519 ? "Ed25519" : "EC", PROVIDER);
            switch (algorithm) {
                case ED25519 -> {}
                case P256 -> generator.initialize(256, RANDOM);
                case P384 -> generator.initialize(384, RANDOM);
            }
            return new FreshKey(algorithm, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String keyId() {
        return "fresh";
    }

    @Override
    public VerificationKey publicKey() {
        return new VerificationKey(algorithm, HexFormat.of().formatHex(point()));
    }

    private byte[] point() {
        return pair.getPublic() instanceof ECPublicKey key
                ? key.getQ().getEncoded(true)
                : SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                        .getPublicKeyData()
                        .getBytes();
    }

    /** The name of what it signs with in JOSE. */
    String jose() {
        return switch (algorithm) {
            case ED25519 -> "EdDSA";
            case P256 -> "ES256";
            case P384 -> "ES384";
        };
    }

    @Override
    public byte[] sign(byte[] message) {
        var name =
                switch (algorithm) {
                    case ED25519 -> "Ed25519";
                    case P256 -> "SHA256withPLAIN-ECDSA";
                    case P384 -> "SHA384withPLAIN-ECDSA";
                };
        try {
            var signature = Signature.getInstance(name, PROVIDER);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
