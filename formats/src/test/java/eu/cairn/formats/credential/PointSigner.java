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

/** A signer of P-256 whose key is a number, and whose signatures are the same each time. */
record PointSigner(BigInteger number) implements Signer {

    private static final ECDomainParameters CURVE =
            new ECDomainParameters(CustomNamedCurves.getByName("P-256"));

    static Signer p256(int number) {
        return new PointSigner(BigInteger.valueOf(number));
    }

    @Override
    public String keyId() {
        return "test";
    }

    @Override
    public VerificationKey publicKey() {
        return VerificationKey.of(
                Algorithm.P256, CURVE.getG().multiply(number).normalize().getEncoded(true));
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(true, new ECPrivateKeyParameters(number, CURVE));
            var numbers =
                    signer.generateSignature(MessageDigest.getInstance("SHA-256").digest(message));
            return PlainDSAEncoding.INSTANCE.encode(CURVE.getN(), numbers[0], numbers[1]);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
