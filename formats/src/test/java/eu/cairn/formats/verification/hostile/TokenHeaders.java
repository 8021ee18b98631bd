package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Tokens.encoded;
import static eu.cairn.formats.verification.hostile.Tokens.part;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.formats.verification.IssuerKey;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Headers that tell the verifier how to verify, and what a careless one would believe. */
final class TokenHeaders {

    private static final String FORBIDDEN = "not-genuine integrity.algorithm-forbidden";
    private static final String UNSUPPORTED = "could-not-finish integrity.suite-not-supported";
    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String CRITICAL = "not-genuine format.extension-critical";
    private static final String WRONG_TYPE = "not-genuine format.media-type-wrong";
    private static final String ANOTHERS = "not-genuine issuer.key-not-issuers";

    private final World world;
    private final String payload;
    private final Specimens made;

    private TokenHeaders(World world) {
        this.world = world;
        this.payload = Badges.foreign(world.issuer.controller()).toString();
        this.made = new Specimens("token header", world.judge());
    }

    static List<Specimen> of(World world) {
        var headers = new TokenHeaders(world);
        headers.algorithms();
        headers.secrets();
        headers.keys();
        headers.extensions();
        headers.types();
        return headers.made.list();
    }

    private void header(String name, String expected, String header) {
        made.add(name, expected, Tokens.signed(header, payload, world.issuer));
    }

    private void algorithms() {
        for (var none : List.of("none", "")) {
            var token =
                    encoded("{\"alg\":\"" + none + "\",\"typ\":\"vc+jwt\"}")
                            + "."
                            + encoded(payload);
            made.add("algorithm '" + none + "' without a signature", FORBIDDEN, token + ".");
            made.add(
                    "algorithm '" + none + "' with one",
                    FORBIDDEN,
                    Tokens.signedAsIs(token, world.issuer));
        }
        for (var none : List.of("None", "NONE", "nOnE")) {
            header("algorithm " + none, UNSUPPORTED, "{\"alg\":\"" + none + "\"}");
        }
        header("no algorithm", FORBIDDEN, "{\"typ\":\"vc+jwt\"}");
        header("an algorithm that is a number", FORBIDDEN, "{\"alg\":7}");
        header("an algorithm in a list", FORBIDDEN, "{\"alg\":[\"EdDSA\"]}");
        header("two algorithms", FORBIDDEN, "{\"alg\":[\"EdDSA\",\"none\"]}");
        header("an algorithm of another kind of key", CHANGED, "{\"alg\":\"ES256\"}");
        header("an algorithm of RSA", CHANGED, "{\"alg\":\"RS256\"}");
        header("an algorithm that is not admitted", UNSUPPORTED, "{\"alg\":\"ES256K\"}");
        header("an algorithm of old", UNSUPPORTED, "{\"alg\":\"RS1\"}");
        header("an algorithm in other letters", UNSUPPORTED, "{\"alg\":\"eddsa\"}");
        made.add(
                        "P-384 called P-256",
                        CHANGED,
                        Tokens.signed(
                                "{\"alg\":\"ES256\"}",
                                Badges.foreign(world.p384.controller()).toString(),
                                world.p384))
                .add(
                        "RSA by the other padding",
                        CHANGED,
                        world.rsa
                                .token(
                                        JWSAlgorithm.RS256,
                                        Badges.foreign(world.rsa.controller()).toString())
                                .replaceFirst(
                                        "^[^.]+",
                                        encoded("{\"alg\":\"PS256\",\"typ\":\"vc+jwt\"}")));
    }

    /** What is public is no secret. */
    private void secrets() {
        var key = world.issuer.publicKey();
        var pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.encoded())
                        + "\n-----END PUBLIC KEY-----\n";
        for (var secret :
                List.of(
                        key.bytes(),
                        key.encoded(),
                        Specimens.bytes(pem),
                        Specimens.bytes(IssuerKey.of(key).toJson()))) {
            for (var algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS512)) {
                made.add(
                        algorithm + " with the public key of " + secret.length + " bytes",
                        FORBIDDEN,
                        mac(algorithm, secret));
            }
        }
    }

    private String mac(JWSAlgorithm algorithm, byte[] secret) {
        var header =
                "{\"alg\":\""
                        + algorithm
                        + "\",\"typ\":\"vc+jwt\",\"kid\":\""
                        + world.issuer.verificationMethod()
                        + "\"}";
        var input = encoded(header) + "." + encoded(payload);
        try {
            var signer = new MACSigner(Arrays.copyOf(secret, Math.max(64, secret.length)));
            return input
                    + "."
                    + signer.sign(
                            new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A stranger signs, and brings the key along in one way or another. */
    private void keys() {
        var jwk = IssuerKey.of(world.mallory.publicKey()).toJson();
        var certificate = certificate();
        stranger("brings the key", ANOTHERS, ",\"jwk\":" + jwk);
        stranger(
                "names the key",
                ANOTHERS,
                ",\"kid\":\"" + world.mallory.verificationMethod() + "\"");
        stranger(
                "says the key is the issuer's",
                CHANGED,
                ",\"kid\":\"" + world.issuer.verificationMethod() + "\"");
        stranger(
                "brings the key under the issuer's name",
                ANOTHERS,
                ",\"kid\":\"" + world.issuer.verificationMethod() + "\",\"jwk\":" + jwk);
        stranger("brings a certificate", CHANGED, ",\"x5c\":[\"" + certificate + "\"]");
        stranger("says where the key is", CHANGED, ",\"jku\":\"https://a.example/keys\"");
        stranger("says where the certificate is", CHANGED, ",\"x5u\":\"https://a.example/c.pem\"");
        stranger("names a file as the key", CHANGED, ",\"kid\":\"../../../../dev/null\"");
        stranger("brings no key", CHANGED, "");
    }

    private void stranger(String name, String expected, String further) {
        made.add(
                "a stranger " + name,
                expected,
                Tokens.signed(Tokens.header(world.mallory, further), payload, world.mallory));
    }

    private String certificate() {
        var made =
                SealCertificate.selfMade(
                        world.mallory,
                        Samples.credential(world.mallory).awardingBody(),
                        World.ISSUED);
        try {
            return Base64.getEncoder().encodeToString(made.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private void extensions() {
        header(
                "an extension that must be understood",
                CRITICAL,
                "{\"alg\":\"EdDSA\",\"crit\":[\"exp\"],\"exp\":1}");
        header("an empty list of extensions", CRITICAL, "{\"alg\":\"EdDSA\",\"crit\":[]}");
        header("extensions that are none", CRITICAL, "{\"alg\":\"EdDSA\",\"crit\":null}");
        header(
                "a payload that is not encoded",
                CRITICAL,
                "{\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"]}");
        header(
                "a payload that is not encoded, not said to matter",
                CRITICAL,
                "{\"alg\":\"EdDSA\",\"b64\":false}");
    }

    private void types() {
        for (var type :
                List.of("at+jwt", "kb+jwt", "dc+sd-jwt", "vp+jwt", "statuslist+jwt", "JOSE+JSON")) {
            header(
                    "a token of type " + type,
                    WRONG_TYPE,
                    "{\"alg\":\"EdDSA\",\"typ\":\"" + type + "\"}");
        }
        header(
                "a presentation inside",
                WRONG_TYPE,
                "{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"cty\":\"vp\"}");
        header("a type that is a number", WRONG_TYPE, "{\"alg\":\"EdDSA\",\"typ\":7}");
        header(
                "a member twice in the header",
                "not-genuine format.duplicate-member",
                "{\"alg\":\"none\",\"alg\":\"EdDSA\"}");
        header(
                "something after the header",
                "not-genuine format.not-json",
                "{\"alg\":\"EdDSA\"}{}");
        header(
                "a header that is not UTF-8",
                "not-genuine format.not-utf8",
                "{\"alg\":\"EdDSA\",\"x\":\"\\ud800\"}");
        var good = Tokens.of(payload, world.issuer);
        made.add(
                        "another header",
                        CHANGED,
                        encoded("{\"alg\":\"EdDSA\"}") + "." + part(good, 1) + "." + part(good, 2))
                .add(
                        "a header with bytes that are no text",
                        "not-genuine format.not-utf8",
                        Tokens.signedAsIs(
                                Base64URL.encode(
                                                "{\"alg\":\"EdDSA\",\"x\":\"\u00ff\"}"
                                                        .getBytes(StandardCharsets.ISO_8859_1))
                                        + "."
                                        + encoded(payload),
                                world.issuer));
    }
}
