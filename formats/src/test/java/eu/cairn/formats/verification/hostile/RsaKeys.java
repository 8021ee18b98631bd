package eu.cairn.formats.verification.hostile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.verification.IssuerKey;
import java.nio.charset.StandardCharsets;

/** An RSA key that was made this moment; its holder is named by it ({@code did:jwk}). */
record RsaKeys(RSAKey key) {

    static RsaKeys make() {
        try {
            return new RsaKeys(new RSAKeyGenerator(2048).generate());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    IssuerKey publicKey() {
        return IssuerKey.ofJwk(key.toPublicJWK().toJSONString()).orElseThrow();
    }

    String controller() {
        return "did:jwk:" + Base64URL.encode(key.toPublicJWK().toJSONString());
    }

    /** A token over {@code payload}, whatever is in it. */
    String token(JWSAlgorithm algorithm, String payload) {
        var header = "{\"alg\":\"" + algorithm.getName() + "\",\"typ\":\"vc+jwt\"}";
        var input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        try {
            var signature =
                    new RSASSASigner(key)
                            .sign(
                                    new JWSHeader(algorithm),
                                    input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + signature;
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
