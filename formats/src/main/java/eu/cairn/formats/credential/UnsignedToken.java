package eu.cairn.formats.credential;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
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
    public static UnsignedToken of(String type, String payload, Signer signer) {
        var algorithm =
                switch (signer.publicKey().algorithm()) {
                    case ED25519 -> JWSAlgorithm.EdDSA;
                    case P256 -> JWSAlgorithm.ES256;
                    case P384 -> JWSAlgorithm.ES384;
                };
        var header =
                new JWSHeader.Builder(algorithm)
                        .type(new JOSEObjectType(type))
                        .keyID(signer.verificationMethod())
                        .build();
        var input = new JWSObject(header, new Payload(payload)).getSigningInput();
        return new UnsignedToken(new String(input, StandardCharsets.US_ASCII));
    }

    public byte[] bytesToSign() {
        return signingInput.getBytes(StandardCharsets.US_ASCII);
    }

    /** The signed token; {@code signature} is that of the signer over {@link #bytesToSign}. */
    public String signed(byte[] signature) {
        return signingInput + "." + Base64URL.encode(signature);
    }
}
