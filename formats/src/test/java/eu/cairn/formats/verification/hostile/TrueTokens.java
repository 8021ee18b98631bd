package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import com.nimbusds.jose.JWSAlgorithm;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.sdjwt.Wallet;
import eu.cairn.formats.verification.IssuerKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/** True tokens, also with selective disclosure, in shapes that are legal and rarely seen. */
final class TrueTokens {

    private final World world;
    private final FreshKey key;
    private final JsonObject badge;
    private final Specimens made;

    private TrueTokens(World world) {
        this.world = world;
        this.key = world.issuer;
        this.badge = Badges.foreign(key.controller());
        this.made = new Specimens("true token", world.judge());
    }

    static List<Specimen> of(World world) {
        var tokens = new TrueTokens(world);
        tokens.headers();
        tokens.payloads();
        tokens.disclosures();
        tokens.bindings();
        return tokens.made.list();
    }

    private void good(String name, String token) {
        made.add(name, Specimen.GENUINE, token);
    }

    private void header(String name, String header) {
        good(name, Tokens.signed(header, badge.toString(), key));
    }

    private void headers() {
        for (var by : List.of(key, world.p256, world.p384)) {
            good("a token " + by.jose(), Tokens.of(Badges.foreign(by.controller()).toString(), by));
        }
        for (var algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            good(
                    "a token " + algorithm,
                    world.rsa.token(algorithm, Badges.foreign(world.rsa.controller()).toString()));
        }
        var jwk = IssuerKey.of(key.publicKey()).toJson();
        header("the newer name of the algorithm", "{\"alg\":\"Ed25519\",\"typ\":\"vc+jwt\"}");
        header("no type", "{\"alg\":\"EdDSA\"}");
        header("the type of any token", "{\"typ\":\"JWT\",\"alg\":\"EdDSA\"}");
        header("the older type", "{\"alg\":\"EdDSA\",\"typ\":\"vc+ld+jwt\"}");
        header("the type in full", "{\"alg\":\"EdDSA\",\"typ\":\"application/vc+jwt\"}");
        header("the type in capitals", "{\"alg\":\"EdDSA\",\"typ\":\"VC+JWT\"}");
        header(
                "the content's type in full",
                "{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"cty\":\"application/vc\"}");
        header(
                "members that nobody knows",
                "{\"x-note\":{\"a\":[1,2]},\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"iat\":1750000000}");
        header(
                "the name of the key",
                "{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"kid\":\""
                        + key.verificationMethod()
                        + "\"}");
        header(
                "another name of the key",
                "{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"kid\":\"key-1\"}");
        header(
                "the issuer's own key",
                "{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"jwk\":" + jwk + "}");
        header("space in the header", "{ \"alg\" : \"EdDSA\" ,\n \"typ\" : \"vc+jwt\" }");
        header(
                "escaped letters in the header",
                "{\"\\u0061lg\":\"\\u0045dDSA\",\"typ\":\"vc+jwt\"}");
        var onCurve = Tokens.of(Badges.foreign(world.p256.controller()).toString(), world.p256);
        good(
                "the other half of the signature",
                Tokens.withSignature(
                        onCurve, SignatureTricks.otherHalf("P-256", Tokens.signature(onCurve))));
    }

    private void payload(String name, String payload) {
        good(name, Tokens.of(payload, key));
    }

    private void claim(String name, String claim, String value) {
        payload(name, with(badge, "/" + claim, value).toString());
    }

    private void payloads() {
        var past = World.NOW.minusSeconds(86_400).getEpochSecond();
        var future = World.NOW.plusSeconds(86_400).getEpochSecond();
        payload("members in reverse order", Badges.reversed(badge).toString());
        payload("space in the payload", "\n" + badge.toString().replace(",\"", ",\n\t\"") + "\n");
        claim("claims beside the credential", "iss", "\"" + key.controller() + "\"");
        claim("an end", "exp", String.valueOf(future));
        claim("an end with an exponent", "exp", "1.9e9");
        claim("a beginning with a part of a second", "nbf", past + ".25");
        claim(
                "a beginning within what clocks differ",
                "nbf",
                String.valueOf(World.NOW.getEpochSecond() + 60));
        claim("the identifier once more", "jti", "\"" + badge.getString("id") + "\"");
        claim("a claim that nobody knows", "azp", "\"x\"");
        var inClaim =
                Json.createObjectBuilder()
                        .add("iss", key.controller())
                        .add("nbf", past)
                        .add("vc", badge)
                        .build();
        good(
                "in a claim",
                Tokens.signed("{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}", inClaim.toString(), key));
        var token = Tokens.of(badge.toString(), key);
        good("space around the token", "\r\n " + token + "\n");
        good("in an envelope", TokenPayloads.envelope("application/vc+jwt", token));
    }

    private void issued(String name, JsonObject claims, String... disclosures) {
        good(name, DisclosureTricks.issued(claims, key, disclosures));
    }

    private void disclosures() {
        var claims = DisclosureTricks.claims(world);
        var received = world.wallet.receive(Samples.credential(key), Publication.NONE, key);
        var parts = received.split("~", -1);
        var turned = Arrays.asList(parts).subList(1, parts.length - 1).reversed();
        var one = Tokens.encoded("[ \"s\" ,\n\"note\", {\"a\": [1, null, \"é\"]} ]");
        var element = Tokens.encoded("[\"s\",\"x\"]");
        var inner = Tokens.encoded("[\"s\",\"b\",1]");
        var outer =
                Tokens.encoded(
                        "[\"t\",\"a\",{\"_sd\":[\"" + DisclosureTricks.digest(inner) + "\"]}]");
        good("all disclosed", received);
        good("disclosed in another order", parts[0] + "~" + String.join("~", turned) + "~");
        good("a name disclosed only", Wallet.disclosing(received, "family_name"::equals));
        issued("nothing to disclose", claims);
        issued("space in a disclosure", with(claims, "/_sd", DisclosureTricks.digests(one)), one);
        issued(
                "places that nobody fills",
                with(claims, "/_sd", DisclosureTricks.digests(one, inner)),
                one);
        issued("no places in the list of places", with(claims, "/_sd", "[]"));
        issued(
                "the hash named",
                with(
                        with(claims, "/_sd_alg", "\"sha-256\""),
                        "/_sd",
                        DisclosureTricks.digests(one)),
                one);
        issued(
                "an element disclosed",
                with(
                        claims,
                        "/more",
                        "[1,{\"...\":\"" + DisclosureTricks.digest(element) + "\"},2]"),
                element);
        issued(
                "a disclosure in a disclosure",
                with(claims, "/_sd", DisclosureTricks.digests(outer)),
                inner,
                outer);
        issued("a claim of its own", with(claims, "/x-note", "{\"a\":1}"));
        issued("no key of the holder", without(claims, "/cnf"));
        var onCurve =
                world.wallet.receive(Samples.credential(world.p256), Publication.NONE, world.p256);
        good("by a key of P-256", onCurve);
    }

    private void bindings() {
        var received = world.wallet.receive(Samples.credential(key), Publication.NONE, key);
        var few = Wallet.disclosing(received, "family_name"::equals);
        for (var shown : List.of(received, few)) {
            var bound =
                    world.wallet.bound(
                            shown, World.CHALLENGE.audience(), World.CHALLENGE.nonce(), World.NOW);
            made.add(
                    "shown by its holder, " + shown.split("~").length + " parts",
                    Specimen.GENUINE,
                    Specimens.bytes(bound),
                    world.asking());
        }
        good(
                "shown to somebody else, and not asked for",
                world.wallet.bound(few, "https://other.example", "n-1", World.NOW));
    }
}
