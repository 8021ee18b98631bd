package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.formats.credential.elm.JadesSeal;
import eu.cairn.formats.credential.elm.SealCertificate;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** European Digital Credentials whose JAdES seal was bent. */
final class SealTricks {

    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String MALFORMED = "not-genuine integrity.proof-malformed";
    private static final String SEAL = "/signatures/0";

    private SealTricks() {}

    /** A European Digital Credential of the holder of {@code issuer}, sealed by {@code by}. */
    static JsonObject sealed(FreshKey issuer, FreshKey by, Instant certified) {
        return sealed(
                EuropeanCredential.write(Samples.credential(issuer), Publication.NONE),
                by,
                certified);
    }

    static JsonObject sealed(String text, FreshKey by, Instant certified) {
        var body = Samples.credential(by).awardingBody();
        var certificate = SealCertificate.selfMade(by, body, certified);
        return World.json(Samples.accepted(JadesSeal.seal(text, certificate, by, World.ISSUED)));
    }

    static List<Specimen> of(World world) {
        var made = new Specimens("European seal", world.judge());
        var good = sealed(world.issuer, world.issuer, World.ISSUED);
        content(world, good, made);
        headers(world, good, made);
        seals(world, good, made);
        return made.list();
    }

    private static void content(World world, JsonObject good, Specimens made) {
        var payload = good.getString("payload");
        made.add(
                        "another grade",
                        CHANGED,
                        payload(good, Specimens.replaced(payload, "28/30", "30/30")))
                .add("a space in the payload", CHANGED, payload(good, " " + payload))
                .add(
                        "a payload with a member twice",
                        "not-genuine format.duplicate-member",
                        payload(good, "{\"id\":\"urn:x:1\"," + payload.substring(1)))
                .add(
                        "another payload beside",
                        "not-genuine integrity.changed",
                        payload(good, Specimens.replaced(payload, "Gestione", "Direzione")))
                .add(
                        "an encoded payload where it is not",
                        "could-not-finish format.not-supported",
                        payload(good, Tokens.encoded(payload)))
                .add("no seal", "not-genuine integrity.no-proof", World.json(payload))
                .add(
                        "a payload that is nothing",
                        "could-not-finish format.not-supported",
                        payload(good, ""))
                .add(
                        "an inner credential in a wrapping",
                        "could-not-finish format.not-supported",
                        sealed(
                                "{\"type\":[\"EuropeanDigitalCredential\"],\"credential\":"
                                        + EuropeanCredential.write(
                                                Samples.credential(world.issuer), Publication.NONE)
                                        + "}",
                                world.issuer,
                                World.ISSUED));
    }

    private static JsonObject payload(JsonObject good, String payload) {
        return with(good, "/payload", Json.createValue(payload));
    }

    private static void header(
            Specimens made, JsonObject good, String name, String expected, String what, String by) {
        made.add(
                name,
                expected,
                with(
                        good,
                        SEAL + "/protected",
                        Json.createValue(
                                Tokens.encoded(Specimens.replaced(header(good), what, by)))));
    }

    private static String header(JsonObject good) {
        return new Base64URL(
                        good.getJsonArray("signatures").getJsonObject(0).getString("protected"))
                .decodeToString();
    }

    private static void headers(World world, JsonObject good, Specimens made) {
        var header = World.json(header(good));
        var alg = "\"alg\":\"EdDSA\"";
        header(
                made,
                good,
                "no algorithm",
                "could-not-finish integrity.suite-not-supported",
                alg,
                "\"alg\":\"none\"");
        header(made, good, "a secret for an algorithm", CHANGED, alg, "\"alg\":\"HS256\"");
        header(made, good, "an algorithm of other keys", CHANGED, alg, "\"alg\":\"ES256\"");
        header(
                made,
                good,
                "an algorithm twice",
                "not-genuine integrity.proof-malformed",
                alg,
                "\"alg\":\"none\"," + alg);
        header(made, good, "a header without type", CHANGED, "{", "{\"x\":1,");
        header(
                made,
                good,
                "an encoded payload said to be so",
                CHANGED,
                "\"b64\":false",
                "\"b64\":true");
        header(
                made,
                good,
                "an extension that must be understood",
                "not-genuine format.extension-critical",
                "\"crit\":[",
                "\"crit\":[\"x-y\",");
        var other = sealed(world.issuer, world.mallory, World.ISSUED);
        made.add("a stranger's seal", "not-genuine issuer.key-not-issuers", other)
                .add(
                        "the header of a stranger's seal",
                        CHANGED,
                        with(good, SEAL + "/protected", Badges.at(other, SEAL + "/protected")))
                .add(
                        "the signature of a stranger",
                        CHANGED,
                        with(good, SEAL + "/signature", Badges.at(other, SEAL + "/signature")))
                .add(
                        "a header outside of the seal",
                        "not-genuine integrity.proof-malformed",
                        with(good, SEAL + "/header", "{\"alg\":\"none\"}"))
                .add(
                        "a certificate outside of the seal",
                        "not-genuine integrity.proof-malformed",
                        with(good, SEAL + "/header", "{\"x5c\":[\"AAAA\"]}"));
        for (var days : new int[] {1, -3_651}) {
            made.add(
                    "a certificate that begins after " + days + " days",
                    "not-genuine integrity.certificate-out-of-date",
                    resealed(
                            good,
                            certified(world, good, World.ISSUED.plusSeconds(86_400L * days)),
                            world.issuer));
        }
        made.add(
                "an extension that must be understood, truly sealed",
                "not-genuine format.extension-critical",
                resealed(good, with(header, "/crit/-", "\"x-y\""), world.issuer));
    }

    private static void seals(World world, JsonObject good, Specimens made) {
        var seal = good.getJsonArray("signatures").getJsonObject(0);
        made.add(
                        "two seals",
                        "could-not-finish integrity.too-many-proofs",
                        with(good, "/signatures/-", seal))
                .add(
                        "no seals",
                        "could-not-finish integrity.too-many-proofs",
                        with(good, "/signatures", "[]"))
                .add(
                        "a seal in two forms",
                        MALFORMED,
                        with(
                                with(good, "/signature", Badges.at(seal, "/signature")),
                                "/protected",
                                Badges.at(seal, "/protected")))
                .add("a seal without signature", MALFORMED, with(good, SEAL + "/signature", "\"\""))
                .add("a seal without header", MALFORMED, without(good, SEAL + "/protected"))
                .add("a seal that is a number", MALFORMED, with(good, "/signatures", "[7]"))
                .add(
                        "padding behind the signature",
                        MALFORMED,
                        with(
                                good,
                                SEAL + "/signature",
                                "\"" + seal.getString("signature") + "==\""))
                .add(
                        "padding behind the header",
                        MALFORMED,
                        with(
                                good,
                                SEAL + "/protected",
                                "\"" + seal.getString("protected") + "==\""))
                .add(
                        "other letters in the signature",
                        MALFORMED,
                        with(
                                good,
                                SEAL + "/signature",
                                "\"+/" + seal.getString("signature").substring(2) + "\""))
                .add(
                        "a seal for another awarding body",
                        "could-not-finish issuer.mandate-not-checked",
                        forAnother(world));
    }

    private static JsonObject forAnother(World world) {
        var text = EuropeanCredential.write(Samples.credential(world.issuer), Publication.NONE);
        var start = text.indexOf("\"issuer\":{\"id\":\"");
        return sealed(
                text.substring(0, start)
                        + text.substring(start)
                                .replaceFirst(
                                        world.issuer.controller(), world.neighbour.controller()),
                world.neighbour,
                World.ISSUED);
    }

    /** The same content under a header of any kind, truly signed by {@code key}. */
    private static JsonObject resealed(JsonObject good, JsonObject header, FreshKey key) {
        var protectedHeader = Tokens.encoded(header.toString());
        var input = protectedHeader + "." + good.getString("payload");
        var signature = Base64URL.encode(key.sign(Specimens.bytes(input))).toString();
        return with(
                good,
                "/signatures",
                Json.createArrayBuilder()
                        .add(
                                Json.createObjectBuilder()
                                        .add("protected", protectedHeader)
                                        .add("signature", signature))
                        .build());
    }

    /** The header of {@code good} with another certificate of the same key. */
    private static JsonObject certified(World world, JsonObject good, Instant from) {
        var body = Samples.credential(world.issuer).awardingBody();
        try {
            var encoded =
                    SealCertificate.selfMade(world.issuer, body, from).certificate().getEncoded();
            var digest = MessageDigest.getInstance("SHA-256").digest(encoded);
            var header = World.json(header(good));
            return with(
                    with(
                            header,
                            "/x5c",
                            "[\"" + Base64.getEncoder().encodeToString(encoded) + "\"]"),
                    "/x5t#S256",
                    "\"" + Base64URL.encode(digest) + "\"");
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
