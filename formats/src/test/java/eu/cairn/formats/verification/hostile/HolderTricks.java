package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import eu.cairn.formats.credential.sdjwt.Wallet;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Proofs of holding a credential that are missing, somebody else's, or about something else. */
final class HolderTricks {

    private static final String BROKEN = "not-genuine integrity.key-binding-broken";
    private static final String NOT_PROVEN = "not-genuine holder.key-not-proven";
    private static final String HEADER = "{\"alg\":\"ES256\",\"typ\":\"kb+jwt\"}";

    private final World world;
    private final JsonObject claims;
    private final String shown;
    private final JsonObject answer;
    private final Specimens made;

    private HolderTricks(World world) {
        this.world = world;
        this.claims = DisclosureTricks.claims(world);
        this.shown = DisclosureTricks.issued(claims, world.issuer);
        this.answer = answer(shown);
        this.made = new Specimens("holder", world.asking());
    }

    static List<Specimen> of(World world) {
        var tricks = new HolderTricks(world);
        tricks.answers();
        tricks.headers();
        tricks.keys();
        return tricks.made.list();
    }

    private static JsonObject answer(String shown) {
        return World.json(
                "{\"iat\":%d,\"aud\":\"%s\",\"nonce\":\"%s\",\"sd_hash\":\"%s\"}"
                        .formatted(
                                World.NOW.getEpochSecond(),
                                World.CHALLENGE.audience(),
                                World.CHALLENGE.nonce(),
                                DisclosureTricks.digest(shown)));
    }

    private static String signed(String header, String payload, ECKey key) {
        var input = Tokens.encoded(header) + "." + Tokens.encoded(payload);
        try {
            return input
                    + "."
                    + new ECDSASigner(key)
                            .sign(
                                    new JWSHeader(JWSAlgorithm.ES256),
                                    input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private void answered(String name, String expected, JsonObject payload) {
        made.add(name, expected, shown + signed(HEADER, payload.toString(), world.wallet.key()));
    }

    private void answers() {
        var late = World.NOW.minus(Duration.ofHours(1)).getEpochSecond();
        var early = World.NOW.plus(Duration.ofHours(1)).getEpochSecond();
        made.add("no proof", NOT_PROVEN, shown);
        answered("another nonce", NOT_PROVEN, with(answer, "/nonce", "\"n-18\""));
        answered("the nonce with a space", NOT_PROVEN, with(answer, "/nonce", "\"n-17 \""));
        answered("another audience", NOT_PROVEN, with(answer, "/aud", "\"https://other.example\""));
        answered(
                "the audience with a slash more",
                NOT_PROVEN,
                with(answer, "/aud", "\"https://verifier.example/\""));
        answered(
                "two audiences",
                BROKEN,
                with(answer, "/aud", "[\"https://verifier.example\",\"https://b.example\"]"));
        answered("an old proof", NOT_PROVEN, with(answer, "/iat", String.valueOf(late)));
        answered("a proof from tomorrow", NOT_PROVEN, with(answer, "/iat", String.valueOf(early)));
        answered("a proof of no time", BROKEN, Badges.without(answer, "/iat"));
        answered("a proof without nonce", BROKEN, Badges.without(answer, "/nonce"));
        answered("a proof without audience", BROKEN, Badges.without(answer, "/aud"));
        answered("a proof about nothing", BROKEN, Badges.without(answer, "/sd_hash"));
        answered(
                "a proof about another credential",
                BROKEN,
                with(answer, "/sd_hash", "\"" + DisclosureTricks.digest(shown + "x") + "\""));
        answered(
                "a proof about the token alone",
                BROKEN,
                with(
                        answer,
                        "/sd_hash",
                        "\""
                                + DisclosureTricks.digest(shown.substring(0, shown.length() - 1))
                                + "\""));
        var one = Tokens.encoded("[\"s\",\"note\",\"x\"]");
        var issued =
                DisclosureTricks.issued(
                        with(claims, "/_sd", DisclosureTricks.digests(one)), world.issuer);
        made.add(
                        "a disclosure added after the proof",
                        BROKEN,
                        issued
                                + one
                                + "~"
                                + signed(HEADER, answer(issued).toString(), world.wallet.key()))
                .add(
                        "a disclosure taken away after the proof",
                        BROKEN,
                        issued
                                + signed(
                                        HEADER,
                                        answer(issued + one + "~").toString(),
                                        world.wallet.key()));
    }

    private void headers() {
        var key = world.wallet.key();
        var payload = answer.toString();
        made.add(
                        "a proof of another type",
                        BROKEN,
                        shown + signed("{\"alg\":\"ES256\",\"typ\":\"JWT\"}", payload, key))
                .add(
                        "a proof of no type",
                        BROKEN,
                        shown + signed("{\"alg\":\"ES256\"}", payload, key))
                .add(
                        "a proof without algorithm",
                        BROKEN,
                        shown
                                + Tokens.encoded("{\"alg\":\"none\",\"typ\":\"kb+jwt\"}")
                                + "."
                                + Tokens.encoded(payload)
                                + ".")
                .add(
                        "a proof of another algorithm",
                        BROKEN,
                        shown + signed("{\"alg\":\"EdDSA\",\"typ\":\"kb+jwt\"}", payload, key))
                .add(
                        "a proof with an extension",
                        "not-genuine integrity.key-binding-broken",
                        shown
                                + signed(
                                        "{\"alg\":\"ES256\",\"typ\":\"kb+jwt\",\"crit\":[\"x\"]}",
                                        payload,
                                        key))
                .add(
                        "a proof with a member twice",
                        BROKEN,
                        shown
                                + signed(
                                        HEADER,
                                        payload.replaceFirst("\\{", "{\"nonce\":\"n-17\","),
                                        key));
    }

    private void keys() {
        var foreign = Wallet.make().key();
        var payload = answer.toString();
        made.add("a proof by another wallet", BROKEN, shown + signed(HEADER, payload, foreign))
                .add(
                        "a proof that brings its key",
                        BROKEN,
                        shown
                                + signed(
                                        "{\"alg\":\"ES256\",\"typ\":\"kb+jwt\",\"jwk\":"
                                                + foreign.toPublicJWK().toJSONString()
                                                + "}",
                                        payload,
                                        foreign))
                .add(
                        "a proof by the issuer",
                        BROKEN,
                        shown
                                + Tokens.signed(
                                        "{\"alg\":\"EdDSA\",\"typ\":\"kb+jwt\"}",
                                        payload,
                                        world.issuer));
        bound("bound to nobody", Badges.without(claims, "/cnf"));
        bound("bound by a name of the key", with(claims, "/cnf", "{\"kid\":\"w-1\"}"));
        bound("bound by an address", with(claims, "/cnf", "{\"jku\":\"https://a.example/k\"}"));
        bound(
                "bound to a secret",
                with(claims, "/cnf", "{\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}"));
        bound(
                "bound to a private key",
                with(claims, "/cnf", "{\"jwk\":" + world.wallet.key().toJSONString() + "}"));
        bound(
                "bound to two keys",
                with(
                        claims,
                        "/cnf",
                        "{\"jwk\":[" + world.wallet.key().toPublicJWK().toJSONString() + "]}"));
    }

    /** The issuer bound it in a way that nothing can be proven by. */
    private void bound(String name, JsonObject odd) {
        var sent = DisclosureTricks.issued(odd, world.issuer);
        made.add(name, BROKEN, sent + signed(HEADER, answer(sent).toString(), world.wallet.key()));
    }
}
