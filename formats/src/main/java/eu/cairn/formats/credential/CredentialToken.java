package eu.cairn.formats.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.util.Set;

/**
 * A credential as the payload of a JSON Web Signature, {@code vc+jwt} (W3C Securing Verifiable
 * Credentials using JOSE and COSE, May 2025), with EdDSA, ES256 or ES384 as the key has it.
 */
public final class CredentialToken {

    /** What tells a signed credential from other tokens, without {@code application/}. */
    public static final String MEDIA_TYPE = "vc+jwt";

    private CredentialToken() {}

    /** The compact token over exactly the characters of {@code document}. */
    public static String sign(String document, Signer signer) {
        return sign(document, header(signer, MEDIA_TYPE).contentType("vc"), signer);
    }

    /**
     * The compact token of another {@code type} over exactly the characters of {@code document}.
     */
    public static String sign(String document, String type, Signer signer) {
        return sign(document, header(signer, type), signer);
    }

    private static JWSHeader.Builder header(Signer signer, String type) {
        return new JWSHeader.Builder(algorithm(signer.publicKey().algorithm()))
                .type(new JOSEObjectType(type))
                .keyID(signer.verificationMethod());
    }

    private static String sign(String document, JWSHeader.Builder of, Signer signer) {
        var header = of.build();
        var algorithm = header.getAlgorithm();
        var token = new JWSObject(header, new Payload(document));
        try {
            token.sign(new Hand(signer, algorithm));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
        return token.serialize();
    }

    private static JWSAlgorithm algorithm(Algorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> JWSAlgorithm.EdDSA;
            case P256 -> JWSAlgorithm.ES256;
            case P384 -> JWSAlgorithm.ES384;
        };
    }

    /** Our signer as the library asks for it: what it writes is what JOSE prescribes. */
    private record Hand(Signer signer, JWSAlgorithm algorithm) implements JWSSigner {

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) {
            return Base64URL.encode(signer.sign(input));
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Set.of(algorithm);
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
