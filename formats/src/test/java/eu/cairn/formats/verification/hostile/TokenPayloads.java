package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;
import static eu.cairn.formats.verification.hostile.Tokens.encoded;
import static eu.cairn.formats.verification.hostile.Tokens.part;

import com.nimbusds.jose.util.Base64URL;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** Tokens that are written otherwise than they were signed, or claim what their content denies. */
final class TokenPayloads {

    private static final String NOT_BASE64 = "not-genuine format.not-base64url";
    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String DISAGREE = "not-genuine format.claims-disagree";
    private static final String UNREADABLE = "not-genuine format.claims-unreadable";
    private static final String UNKNOWN = "could-not-finish format.not-recognised";
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final World world;
    private final JsonObject badge;
    private final String good;
    private final Specimens made;

    private TokenPayloads(World world) {
        this.world = world;
        this.badge = Badges.foreign(world.issuer.controller());
        this.good = Tokens.of(badge.toString(), world.issuer);
        this.made = new Specimens("token payload", world.judge());
    }

    static List<Specimen> of(World world) {
        var payloads = new TokenPayloads(world);
        payloads.spelling();
        payloads.content();
        payloads.claims();
        payloads.wrapping();
        return payloads.made.list();
    }

    private void spelling() {
        var head = part(good, 0);
        var body = part(good, 1);
        var seal = part(good, 2);
        made.add("padding", UNKNOWN, good + "==")
                .add("padding in the middle", UNKNOWN, head + "=." + body + "." + seal)
                .add(
                        "other last bits of the signature",
                        NOT_BASE64,
                        head + "." + body + "." + otherBits(seal))
                .add(
                        "letters of the other alphabet",
                        UNKNOWN,
                        head + "." + body + "." + "+/" + seal.substring(2))
                .add("a space inside", UNKNOWN, head + "." + body + " ." + seal)
                .add(
                        "a line break inside",
                        UNKNOWN,
                        head + "." + body + "." + seal.substring(0, 20) + "\n" + seal.substring(20))
                .add("a letter of no byte", NOT_BASE64, head + "." + body + "." + seal + "AAA")
                .add("four parts", UNKNOWN, good + "." + seal)
                .add("five parts, as if encrypted", UNKNOWN, good + "." + seal + "." + seal)
                .add("two parts", UNKNOWN, head + "." + body)
                .add("no signature", CHANGED, head + "." + body + ".")
                .add(
                        "no payload",
                        "not-genuine format.not-json",
                        Tokens.signedAsIs(head + ".", world.issuer))
                .add("a zero byte behind", UNKNOWN, good + "\0")
                .add("something behind", UNKNOWN, good + " {}");
    }

    /** A last letter that gives the same bytes: 64 bytes leave four bits of it unused. */
    private static String otherBits(String seal) {
        int last = LETTERS.indexOf(seal.charAt(seal.length() - 1));
        return seal.substring(0, seal.length() - 1) + LETTERS.charAt(last ^ 1);
    }

    private void content() {
        var other = Tokens.of(with(badge, "/name", "\"x\"").toString(), world.issuer);
        made.add(
                        "another payload",
                        CHANGED,
                        part(good, 0)
                                + "."
                                + encoded(with(badge, "/name", "\"x\"").toString())
                                + "."
                                + part(good, 2))
                .add(
                        "the signature of another token",
                        CHANGED,
                        part(good, 0) + "." + part(good, 1) + "." + part(other, 2))
                .add(
                        "a space more in the payload",
                        CHANGED,
                        part(good, 0) + "." + encoded(badge + " ") + "." + part(good, 2));
        payload(
                "a member twice",
                "not-genuine format.duplicate-member",
                "{\"id\":\"urn:x:1\"," + badge.toString().substring(1));
        payload("something after the end", "not-genuine format.not-json", badge + "{}");
        payload("a byte order mark", "not-genuine format.not-json", "\uFEFF" + badge);
        payload("a list", "not-genuine format.not-json", "[" + badge + "]");
        payload("nothing", "not-genuine format.not-json", "");
        payload(
                "half a character",
                "not-genuine format.not-utf8",
                Specimens.replaced(badge.toString(), "28/30", "\\ud800"));
        made.add(
                "bytes that are no text",
                "not-genuine format.not-utf8",
                Tokens.signedAsIs(
                        encoded(Tokens.header(world.issuer, ""))
                                + "."
                                + Base64URL.encode(
                                        new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
                        world.issuer));
    }

    private void payload(String name, String expected, String payload) {
        made.add("a payload with " + name, expected, Tokens.of(payload, world.issuer));
    }

    private void claim(String name, String expected, String claim, String value) {
        payload(name, expected, with(badge, "/" + claim, value).toString());
    }

    private void claims() {
        var future = World.NOW.plusSeconds(86_400).getEpochSecond();
        var past = World.NOW.minusSeconds(86_400).getEpochSecond();
        claim("a beginning to come", "not-genuine validity.not-yet", "nbf", String.valueOf(future));
        claim(
                "an end that is over",
                "not-genuine validity.seal-expired",
                "exp",
                String.valueOf(past));
        claim(
                "an end that is over by a part of a second",
                "not-genuine validity.seal-expired",
                "exp",
                past + ".5");
        claim("an end in words", UNREADABLE, "exp", "\"2099-01-01\"");
        claim("an end as text", UNREADABLE, "exp", "\"" + future + "\"");
        claim("an end that is nothing", UNREADABLE, "exp", "null");
        claim("an end beyond all time", UNREADABLE, "exp", "1e300");
        claim("a beginning in a list", UNREADABLE, "nbf", "[" + past + "]");
        claim(
                "a moment of issue to come",
                "not-genuine validity.not-yet",
                "iat",
                String.valueOf(future));
        claim("another issuer", DISAGREE, "iss", "\"" + world.mallory.controller() + "\"");
        claim("an issuer that is none", DISAGREE, "iss", "7");
        claim("another identifier", DISAGREE, "jti", "\"urn:x:1\"");
        claim("another subject", DISAGREE, "sub", "\"urn:x:1\"");
        claim("a presentation beside", DISAGREE, "vp", "{}");
        claim("a credential beside", DISAGREE, "vc", badge.toString());
        payload(
                "the end over in the credential",
                "not-genuine validity.expired",
                with(badge, "/validUntil", "\"2026-01-01T00:00:00Z\"").toString());
        payload(
                "an end that cannot be read",
                "not-genuine format.date-malformed",
                with(badge, "/validUntil", "\"2099\"").toString());
        payload(
                "no subject",
                "not-genuine format.member-missing",
                without(badge, "/credentialSubject").toString());
        payload(
                "no type of credential",
                "not-genuine format.type-wrong",
                with(badge, "/type", "[\"OpenBadgeCredential\"]").toString());
    }

    private void wrapping() {
        var flat =
                Json.createObjectBuilder()
                        .add("protected", part(good, 0))
                        .add("payload", part(good, 1))
                        .add("signature", part(good, 2));
        made.add("as a JSON signature", "could-not-finish format.not-supported", flat.build())
                .add(
                        "in an envelope of another type",
                        "could-not-finish format.not-supported",
                        envelope("application/vp+jwt", good))
                .add(
                        "in an envelope of a changed token",
                        CHANGED,
                        envelope(
                                "application/vc+jwt",
                                part(good, 0)
                                        + "."
                                        + encoded(with(badge, "/name", "\"x\"").toString())
                                        + "."
                                        + part(good, 2)))
                .add(
                        "in an envelope that is no address",
                        "not-genuine format.envelope-malformed",
                        with(
                                World.json(envelope("application/vc+jwt", good)),
                                "/id",
                                "\"https://a.example/t\""))
                .add(
                        "as a token in a token",
                        "not-genuine format.not-json",
                        Tokens.of(good, world.issuer));
    }

    static String envelope(String type, String token) {
        return "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:"
                + type
                + ","
                + token
                + "\"}";
    }
}
