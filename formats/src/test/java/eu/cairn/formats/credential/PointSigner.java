package eu.cairn.formats.credential;

import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;

/**
 * A signer of P-256 or P-384 whose key is a number, and whose signatures are the same each time.
 */
record PointSigner(Algorithm algorithm, BigInteger number) implements Signer {

    static Signer p256(int number) {
        return new PointSigner(Algorithm.P256, BigInteger.valueOf(number));
    }

    static Signer p384(int number) {
        return new PointSigner(Algorithm.P384, BigInteger.valueOf(number));
    }

    private ECDomainParameters curve() {
        var name = algorithm == Algorithm.P256 ? "P-256" : "P-384";
        return new ECDomainParameters(CustomNamedCurves.getByName(name));
    }

    @Override
    public String keyId() {
        return "test";
    }

    @Override
    public VerificationKey publicKey() {
        var point = curve().getG().multiply(number).normalize();
        return VerificationKey.of(algorithm, point.getEncoded(true));
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var hash = MessageDigest.getInstance(algorithm.digest()).digest(message);
            var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(true, new ECPrivateKeyParameters(number, curve()));
            var numbers = signer.generateSignature(hash);
            return PlainDSAEncoding.INSTANCE.encode(curve().getN(), numbers[0], numbers[1]);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
