package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignedJwtTest {

    private static final String ISSUER = "https://lagoonside.example/";
    private static final Signer ED25519 = Samples.signer(1);
    private static final ECKey P256 = ecKey();
    private static final RSAKey RSA = rsaKey(2048);

    @Test
    void aTokenOfEachAdmittedKindIsGenuine() throws JOSEException {
        var credential = credential(ISSUER);

        assertThat(reason(byP256(credential, "vc+jwt"), P256.toPublicJWK().toJSONString()))
                .isEqualTo("genuine");
        assertThat(
                        reason(
                                byRsa(credential, JWSAlgorithm.RS256, RSA),
                                RSA.toPublicJWK().toJSONString()))
                .isEqualTo("genuine");
        assertThat(
                        reason(
                                byRsa(credential, JWSAlgorithm.PS256, RSA),
                                RSA.toPublicJWK().toJSONString()))
                .isEqualTo("genuine");
        assertThat(
                        VerifierTest.reason(
                                new Verifier(Registries.knowing(ED25519), StatusLists.unreachable())
                                        .verify(
                                                bytes(byEd25519(credential(ED25519.controller()))),
                                                Samples.NOW)))
                .isEqualTo("genuine");
    }

    @Test
    void aCredentialInAClaimIsReadToo() throws JOSEException {
        var credential = credential(ISSUER);
        var payload =
                Json.createObjectBuilder()
                        .add("iss", ISSUER)
                        .add("jti", credential.getString("id"))
                        .add("vc", credential)
                        .build();

        assertThat(reason(byP256(payload, "JWT"), P256.toPublicJWK().toJSONString()))
                .isEqualTo("genuine");
        assertThat(reason(byP256(payload, "vc+jwt"), P256.toPublicJWK().toJSONString()))
                .isEqualTo("not-genuine format.claims-disagree");
    }

    @Test
    void claimsThatSayOtherThanTheCredentialAreRefused() throws JOSEException {
        var payload =
                Json.createObjectBuilder(credential(ISSUER))
                        .add("iss", "https://b.example/")
                        .build();

        assertThat(reason(byP256(payload, "vc+jwt"), P256.toPublicJWK().toJSONString()))
                .isEqualTo("not-genuine format.claims-disagree");
    }

    @Test
    void aTokenHoldsOnlyWithinItsOwnTimes() throws JOSEException {
        long now = Samples.NOW.getEpochSecond();

        assertThat(withClaim("nbf", Json.createValue(now - 60))).isEqualTo("genuine");
        assertThat(withClaim("nbf", Json.createValue(now + 86_400)))
                .isEqualTo("not-genuine validity.not-yet");
        assertThat(withClaim("exp", Json.createValue(now - 60)))
                .isEqualTo("not-genuine validity.seal-expired");
        assertThat(withClaim("exp", Json.createValue(String.valueOf(now - 60))))
                .isEqualTo("not-genuine format.claims-unreadable");
        assertThat(withClaim("exp", Json.createValue(Long.MAX_VALUE)))
                .isEqualTo("not-genuine format.claims-unreadable");
    }

    @Test
    void anEndThatCannotBeReadIsNotNoEnd() throws JOSEException {
        assertThat(withClaim("expirationDate", Json.createValue("2020-01-01")))
                .isEqualTo("could-not-finish validity.end-unreadable");
    }

    private static String withClaim(String claim, JsonValue value) throws JOSEException {
        var payload =
                Json.createObjectBuilder(credential(ISSUER))
                        .remove("validUntil")
                        .add(claim, value)
                        .build();
        return reason(byP256(payload, "vc+jwt"), P256.toPublicJWK().toJSONString());
    }

    @Test
    void aKeyInTheHeaderNeverSaysWhoSigned() throws JOSEException {
        var mallory = ecKey();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("vc+jwt"))
                        .jwk(mallory.toPublicJWK())
                        .build();
        var jws = new JWSObject(header, new Payload(credential(ISSUER).toString()));
        jws.sign(new ECDSASigner(mallory));

        assertThat(reason(jws.serialize(), P256.toPublicJWK().toJSONString()))
                .isEqualTo("not-genuine issuer.key-not-issuers");
    }

    @Test
    void whatAnybodyCanSignIsNotSigned() throws JOSEException {
        var credential = credential(ISSUER);
        var none = encoded("{\"alg\":\"none\"}") + "." + encoded(credential.toString()) + ".";
        var mac =
                new JWSObject(
                        new JWSHeader(JWSAlgorithm.HS256), new Payload(credential.toString()));
        mac.sign(new MACSigner(P256.toPublicJWK().toJSONString()));

        assertThat(reason(none, P256.toPublicJWK().toJSONString()))
                .isEqualTo("not-genuine integrity.algorithm-forbidden");
        assertThat(reason(mac.serialize(), P256.toPublicJWK().toJSONString()))
                .isEqualTo("not-genuine integrity.algorithm-forbidden");
    }

    @Test
    void aShortRsaKeyIsNoKey() {
        assertThat(IssuerKey.ofJwk(P256.toJSONString())).isEmpty();
        assertThat(
                        IssuerKey.ofJwk(
                                "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\""
                                        + Base64URL.encode(new byte[128])
                                                .toString()
                                                .replace('A', 'x')
                                        + "\"}"))
                .isEmpty();
    }

    @Test
    void noFlippedCharacterLeavesATokenGenuine() throws JOSEException {
        var token = byP256(credential(ISSUER), "vc+jwt");
        var verifier = verifier(P256.toPublicJWK().toJSONString());
        for (int i = 0; i < token.length(); i += 17) {
            var changed = bytes(token);
            changed[i] ^= 1;
            assertThat(VerifierTest.reason(verifier.verify(changed, Samples.NOW)))
                    .as("character %d", i)
                    .isNotEqualTo("genuine");
        }
    }

    private static String reason(String token, String jwk) {
        return VerifierTest.reason(verifier(jwk).verify(bytes(token), Samples.NOW));
    }

    private static Verifier verifier(String jwk) {
        var keys = Map.of(ISSUER + "#key-1", IssuerKey.ofJwk(jwk).orElseThrow());
        return new Verifier(Registries.of(Set.of(ISSUER), keys), StatusLists.unreachable());
    }

    private static JsonObject credential(String issuer) {
        var json = Samples.json(OpenBadge.write(Samples.credential(ED25519), Publication.NONE));
        var profile = Json.createObjectBuilder(json.getJsonObject("issuer")).add("id", issuer);
        return Json.createObjectBuilder(json).add("issuer", profile).build();
    }

    private static String byP256(JsonObject payload, String type) throws JOSEException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type)).build();
        var jws = new JWSObject(header, new Payload(payload.toString()));
        jws.sign(new ECDSASigner(P256));
        return jws.serialize();
    }

    private static String byRsa(JsonObject payload, JWSAlgorithm algorithm, RSAKey key)
            throws JOSEException {
        var jws = new JWSObject(new JWSHeader(algorithm), new Payload(payload.toString()));
        jws.sign(new RSASSASigner(key));
        return jws.serialize();
    }

    static String byEd25519(JsonObject payload) {
        var input =
                encoded("{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\"}")
                        + "."
                        + encoded(payload.toString());
        return input + "." + Base64URL.encode(ED25519.sign(bytes(input)));
    }

    private static String encoded(String text) {
        return Base64URL.encode(text).toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ECKey ecKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static RSAKey rsaKey(int bits) {
        try {
            return new RSAKeyGenerator(bits).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
