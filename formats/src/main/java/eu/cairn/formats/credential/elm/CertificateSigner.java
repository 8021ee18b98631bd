package eu.cairn.formats.credential.elm;

import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;

/** Signs certificates and requests for them (X.509) with a key that is not in hand. */
final class CertificateSigner implements ContentSigner {

    private final Signer signer;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    CertificateSigner(Signer signer) {
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

    /** The public key as certificates hold it. */
    static SubjectPublicKeyInfo keyInfo(VerificationKey key) {
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
}
