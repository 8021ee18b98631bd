package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;

import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.sdjwt.LearningCredential;
import eu.cairn.formats.verification.IssuerKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** What a holder, or somebody between, puts into what is selectively disclosed. */
final class DisclosureTricks {

    private static final String UNFOUNDED = "not-genuine format.disclosure-unfounded";
    private static final String MALFORMED = "not-genuine format.disclosure-malformed";
    private static final String NO_SD_JWT = "not-genuine format.sd-jwt-malformed";
    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"dc+sd-jwt\"}";

    private final World world;
    private final JsonObject claims;
    private final String good;
    private final Specimens made;

    private DisclosureTricks(World world) {
        this.world = world;
        this.claims = claims(world);
        this.good =
                world.wallet.receive(
                        Samples.credential(world.issuer), Publication.NONE, world.issuer);
        this.made = new Specimens("disclosure", world.judge());
    }

    static List<Specimen> of(World world) {
        var tricks = new DisclosureTricks(world);
        tricks.received();
        tricks.issued();
        tricks.reserved();
        tricks.tokens();
        return tricks.made.list();
    }

    /** All claims in the clear, bound to the wallet. */
    static JsonObject claims(World world) {
        var text = LearningCredential.write(Samples.credential(world.issuer), Publication.NONE);
        return with(
                World.json(text),
                "/cnf",
                "{\"jwk\":" + world.wallet.key().toPublicJWK().toJSONString() + "}");
    }

    static String issued(JsonObject claims, FreshKey key, String... disclosures) {
        var token = Tokens.signed(HEADER.replace("EdDSA", key.jose()), claims.toString(), key);
        return token + "~" + String.join("~", disclosures) + (disclosures.length > 0 ? "~" : "");
    }

    static String digest(String disclosure) {
        try {
            var bytes = disclosure.getBytes(StandardCharsets.US_ASCII);
            return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(bytes)).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static JsonValue digests(String... disclosures) {
        var digests = Json.createArrayBuilder();
        for (var disclosure : disclosures) {
            digests.add(digest(disclosure));
        }
        return digests.build();
    }

    private void received() {
        var parts = good.split("~", -1);
        var first = parts[1];
        var text = new Base64URL(first).decodeToString();
        var changed = Tokens.encoded(text.substring(0, text.length() - 2) + "x\"]");
        made.add("a disclosure that was changed", UNFOUNDED, good.replace(first, changed))
                .add(
                        "a disclosure of another credential",
                        UNFOUNDED,
                        good + Tokens.encoded("[\"salt\",\"grade\",\"30/30\"]") + "~")
                .add("a disclosure twice", UNFOUNDED, good + first + "~")
                .add("an empty disclosure", NO_SD_JWT, good + "~")
                .add("padding behind a disclosure", MALFORMED, good.replace(first, first + "="))
                .add("a space before a disclosure", MALFORMED, good.replace(first, " " + first))
                .add(
                        "something behind that is no proof",
                        "not-genuine integrity.key-binding-broken",
                        good + "x")
                .add(
                        "no last sign",
                        "not-genuine integrity.key-binding-broken",
                        good.substring(0, good.length() - 1));
    }

    /** What the issuer signed, with one disclosure that it really refers to. */
    private void disclosed(String name, String expected, String disclosure) {
        var encoded = Tokens.encoded(disclosure);
        made.add(
                name,
                expected,
                issued(with(claims, "/_sd", digests(encoded)), world.issuer, encoded));
    }

    private void issued() {
        disclosed(
                "a claim that stands there already",
                UNFOUNDED,
                "[\"s\",\"family_name\",\"Other\"]");
        disclosed("an element where a claim belongs", UNFOUNDED, "[\"s\",\"value\"]");
        disclosed("a disclosure of four parts", MALFORMED, "[\"s\",\"a\",1,2]");
        disclosed("a disclosure of one part", MALFORMED, "[\"s\"]");
        disclosed("a disclosure that is no list", MALFORMED, "{\"a\":1}");
        disclosed("a salt that is a number", MALFORMED, "[7,\"a\",1]");
        disclosed("a name that is a number", MALFORMED, "[\"s\",7,1]");
        disclosed("a member twice in a disclosure", MALFORMED, "[\"s\",\"a\",{\"b\":1,\"b\":2}]");
        disclosed("half a character in a disclosure", MALFORMED, "[\"s\",\"a\",\"\\ud800\"]");
        var one = Tokens.encoded("[\"s\",\"a\",1]");
        var element = Tokens.encoded("[\"s\",\"a\",\"b\"]");
        made.add(
                        "a digest twice",
                        NO_SD_JWT,
                        issued(with(claims, "/_sd", digests(one, one)), world.issuer, one))
                .add(
                        "a digest in two places",
                        NO_SD_JWT,
                        issued(
                                with(
                                        with(claims, "/_sd", digests(one)),
                                        "/more",
                                        "{\"_sd\":[\"" + digest(one) + "\"]}"),
                                world.issuer,
                                one))
                .add(
                        "two disclosures of one name",
                        UNFOUNDED,
                        issued(
                                with(
                                        claims,
                                        "/_sd",
                                        digests(one, Tokens.encoded("[\"t\",\"a\",2]"))),
                                world.issuer,
                                one,
                                Tokens.encoded("[\"t\",\"a\",2]")))
                .add(
                        "a claim where an element belongs",
                        UNFOUNDED,
                        issued(
                                with(claims, "/more", "[{\"...\":\"" + digest(element) + "\"}]"),
                                world.issuer,
                                element))
                .add(
                        "a place with something beside",
                        NO_SD_JWT,
                        issued(
                                with(
                                        claims,
                                        "/more",
                                        "[{\"...\":\"" + digest(one) + "\",\"x\":1}]"),
                                world.issuer))
                .add(
                        "digests that are no list",
                        NO_SD_JWT,
                        issued(with(claims, "/_sd", "\"x\""), world.issuer))
                .add(
                        "a hash that is broken",
                        NO_SD_JWT,
                        issued(with(claims, "/_sd_alg", "\"md5\""), world.issuer))
                .add(
                        "a hash that is none",
                        NO_SD_JWT,
                        issued(with(claims, "/_sd_alg", "\"none\""), world.issuer))
                .add(
                        "a hash in other letters",
                        NO_SD_JWT,
                        issued(with(claims, "/_sd_alg", "\"SHA-256\""), world.issuer));
    }

    private void reserved() {
        for (var name :
                List.of("iss", "nbf", "exp", "cnf", "vct", "status", "_sd", "_sd_alg", "...")) {
            var disclosure = Tokens.encoded("[\"s\",\"" + name + "\",\"x\"]");
            var without =
                    claims.containsKey(name) && !name.equals("vct")
                            ? Badges.without(claims, "/" + name)
                            : claims;
            made.add(
                    "a disclosure of " + name,
                    UNFOUNDED,
                    issued(with(without, "/_sd", digests(disclosure)), world.issuer, disclosure));
        }
        var inner = Tokens.encoded("[\"s\",\"a\",{\"...\":\"x\"}]");
        made.add(
                "a place inside a disclosure that is none",
                NO_SD_JWT,
                issued(with(claims, "/_sd", digests(inner)), world.issuer, inner));
    }

    private void tokens() {
        var stranger = IssuerKey.of(world.mallory.publicKey()).toJson();
        var token = good.substring(0, good.indexOf('~'));
        var rest = good.substring(good.indexOf('~'));
        var other =
                with(
                        World.json(new Base64URL(Tokens.part(token, 1)).decodeToString()),
                        "/iss",
                        "\"" + world.neighbour.controller() + "\"");
        made.add(
                        "an issuer that was changed",
                        CHANGED,
                        Tokens.part(token, 0)
                                + "."
                                + Tokens.encoded(other.toString())
                                + "."
                                + Tokens.part(token, 2)
                                + rest)
                .add(
                        "a stranger that brings its key",
                        CHANGED,
                        Tokens.signed(
                                        "{\"alg\":\"EdDSA\",\"typ\":\"dc+sd-jwt\",\"jwk\":"
                                                + stranger
                                                + "}",
                                        claims.toString(),
                                        world.mallory)
                                + "~")
                .add(
                        "a stranger that names its key",
                        CHANGED,
                        Tokens.signed(
                                        "{\"alg\":\"EdDSA\",\"typ\":\"dc+sd-jwt\",\"kid\":\""
                                                + world.mallory.verificationMethod()
                                                + "\"}",
                                        claims.toString(),
                                        world.mallory)
                                + "~")
                .add(
                        "no algorithm",
                        "not-genuine integrity.algorithm-forbidden",
                        Tokens.encoded("{\"alg\":\"none\",\"typ\":\"dc+sd-jwt\"}")
                                + "."
                                + Tokens.encoded(claims.toString())
                                + ".A"
                                + "A~")
                .add(
                        "a type of another token",
                        "not-genuine format.media-type-wrong",
                        Tokens.signed(
                                        "{\"alg\":\"EdDSA\",\"typ\":\"kb+jwt\"}",
                                        claims.toString(),
                                        world.issuer)
                                + "~")
                .add(
                        "no type",
                        "not-genuine format.media-type-wrong",
                        Tokens.signed("{\"alg\":\"EdDSA\"}", claims.toString(), world.issuer) + "~")
                .add(
                        "a type of the older kind",
                        "could-not-finish format.not-supported",
                        Tokens.signed(
                                        "{\"alg\":\"EdDSA\",\"typ\":\"vc+sd-jwt\"}",
                                        claims.toString(),
                                        world.issuer)
                                + "~")
                .add(
                        "no type of credential",
                        "not-genuine format.member-missing",
                        issued(Badges.without(claims, "/vct"), world.issuer))
                .add(
                        "an issuer that is a number",
                        "not-genuine format.issuer-malformed",
                        issued(with(claims, "/iss", "7"), world.issuer))
                .add(
                        "no issuer",
                        "not-genuine format.member-missing",
                        issued(Badges.without(claims, "/iss"), world.issuer))
                .add(
                        "an end that is over",
                        "not-genuine validity.seal-expired",
                        issued(
                                with(
                                        Badges.without(claims, "/date_of_expiry"),
                                        "/exp",
                                        "1735689600"),
                                world.issuer))
                .add(
                        "a beginning to come",
                        "not-genuine validity.not-yet",
                        issued(with(claims, "/nbf", "1893456000"), world.issuer))
                .add(
                        "an end in words",
                        "not-genuine format.claims-unreadable",
                        issued(with(claims, "/exp", "\"never\""), world.issuer))
                .add(
                        "an extension that must be understood",
                        "not-genuine format.extension-critical",
                        Tokens.signed(
                                        "{\"alg\":\"EdDSA\",\"typ\":\"dc+sd-jwt\",\"crit\":[\"x\"],\"x\":1}",
                                        claims.toString(),
                                        world.issuer)
                                + "~");
    }
}
