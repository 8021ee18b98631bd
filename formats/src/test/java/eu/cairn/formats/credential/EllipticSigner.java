package eu.cairn.formats.credential;

import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A signer with a new P-256 key. */
public record EllipticSigner(KeyPair pair) implements Signer {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    public static EllipticSigner make() {
        try {
            var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("P-256"));
            return new EllipticSigner(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String keyId() {
        return "test";
    }

    @Override
    public VerificationKey publicKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return VerificationKey.ofPoint(Algorithm.P256, point.getAffineX(), point.getAffineY());
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(Algorithm.P256.signature(), PROVIDER);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
