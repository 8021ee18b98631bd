package eu.cairn.formats.credential;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.nio.charset.StandardCharsets;

/**
 * A compact JSON Web Signature (RFC 7515) before its signature, so that what will be signed can be
 * recorded before it is. The algorithm is that of the key: EdDSA, ES256 or ES384.
 *
 * @param signingInput header and payload, encoded: the exact characters that are signed
 */
public record UnsignedToken(String signingInput) {

    /**
     * The token over the JSON text {@code payload}, ready to be signed by {@code signer}.
     *
     * @param type what the header says the token is ({@code typ}), without {@code application/}
     */
    public static UnsignedToken of(String type, String payload, NamedKey signer) {
        return of(header(type, signer), payload);
    }

    /** The same with a header that also says what the payload is ({@code cty}). */
    static UnsignedToken of(String type, String contentType, String payload, NamedKey signer) {
        return of(header(type, signer).contentType(contentType), payload);
    }

    private static JWSHeader.Builder header(String type, NamedKey signer) {
        var algorithm =
                switch (signer.publicKey().algorithm()) {
                    case ED25519 -> JWSAlgorithm.EdDSA;
                    case P256 -> JWSAlgorithm.ES256;
                    case P384 -> JWSAlgorithm.ES384;
                };
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType(type))
                .keyID(signer.verificationMethod());
    }

    private static UnsignedToken of(JWSHeader.Builder header, String payload) {
        return new UnsignedToken(
                header.build().toBase64URL()
                        + "."
                        + Base64Url.encode(payload.getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] bytesToSign() {
        return signingInput.getBytes(StandardCharsets.US_ASCII);
    }

    /** The signed token; {@code signature} is that of the signer over {@link #bytesToSign}. */
    public String signed(byte[] signature) {
        return signingInput + "." + Base64Url.encode(signature);
    }

    /** The token that {@code signer} signs, where nothing has to be recorded before. */
    String signedBy(Signer signer) {
        return signed(signer.sign(bytesToSign()));
    }
}
