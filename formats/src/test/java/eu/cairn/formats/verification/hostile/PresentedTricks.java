package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import eu.cairn.formats.credential.Cryptosuite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.List;

/**
 * Presentations as somebody sends them to be verified: of credentials that were issued to the key
 * of whoever shows them, asked for by a verifier or not.
 */
final class PresentedTricks {

    private static final String NOT_PROVEN = "not-genuine holder.key-not-proven";
    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String ONE_FALSE = "not-genuine credentials.not-genuine";
    private static final String ONE_OPEN = "could-not-finish credentials.not-finished";

    private final World world;
    private final FreshKey holder;
    private final JsonObject plain;
    private final JsonObject badge;
    private final JsonObject second;
    private final Specimens made;

    private PresentedTricks(World world) {
        this.world = world;
        this.holder = world.mallory;
        this.plain = badge("1");
        this.badge = Proofs.signed(plain, world.issuer);
        this.second = Proofs.signed(badge("2"), world.issuer);
        this.made = new Specimens("presented", world.asking());
    }

    static List<Specimen> of(World world) {
        var tricks = new PresentedTricks(world);
        tricks.asked();
        tricks.contents();
        tricks.several();
        tricks.unasked();
        tricks.tokens();
        return tricks.made.list();
    }

    private JsonObject badge(String number) {
        return with(
                with(
                        Badges.foreign(world.issuer.controller()),
                        "/credentialSubject/id",
                        Json.createValue(holder.controller())),
                "/id",
                Json.createValue("https://lagoonside.example/badges/" + number));
    }

    private JsonObject presentation(JsonValue... credentials) {
        var list = Json.createArrayBuilder();
        List.of(credentials).forEach(list::add);
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add(World.context()))
                .add("type", "VerifiablePresentation")
                .add("holder", holder.controller())
                .add("verifiableCredential", list)
                .build();
    }

    private JsonObject signed(JsonObject presentation, FreshKey by, String changes) {
        var options =
                Json.createObjectBuilder()
                        .add("proofPurpose", "authentication")
                        .add("domain", World.CHALLENGE.audience())
                        .add("challenge", World.CHALLENGE.nonce());
        World.json(changes).forEach(options::add);
        return Proofs.signed(presentation, Cryptosuite.EDDSA_RDFC, by, options.build());
    }

    private JsonObject signed(JsonValue... credentials) {
        return signed(presentation(credentials), holder, "{}");
    }

    private static JsonObject enveloped(String token) {
        return World.json(TokenPayloads.envelope("application/vc+jwt", token));
    }

    private void asked() {
        var one = presentation(badge);
        var good = signed(badge);
        made.add("a true one", Specimen.GENUINE, good)
                .add(
                        "a true one that does not name its holder",
                        Specimen.GENUINE,
                        signed(without(one, "/holder"), holder, "{}"))
                .add("for nobody", NOT_PROVEN, one)
                .add(
                        "for another verifier",
                        NOT_PROVEN,
                        signed(one, holder, "{\"domain\":\"https://b.example\"}"))
                .add(
                        "for two verifiers",
                        NOT_PROVEN,
                        signed(
                                one,
                                holder,
                                "{\"domain\":[\"https://verifier.example\",\"https://b.example\"]}"))
                .add("for no verifier", NOT_PROVEN, signed(one, holder, "{\"domain\":null}"))
                .add(
                        "in answer to another question",
                        NOT_PROVEN,
                        signed(one, holder, "{\"challenge\":\"n-18\"}"))
                .add(
                        "in answer to no question",
                        NOT_PROVEN,
                        signed(one, holder, "{\"challenge\":null}"))
                .add(
                        "for another purpose",
                        "not-genuine integrity.purpose-wrong",
                        signed(one, holder, "{\"proofPurpose\":\"assertionMethod\"}"))
                .add(
                        "by somebody else than its holder",
                        "not-genuine holder.key-not-holders",
                        signed(one, world.neighbour, "{}"))
                .add(
                        "ended",
                        "not-genuine validity.seal-expired",
                        signed(one, holder, "{\"expires\":\"2026-01-01T00:00:00Z\"}"))
                .add(
                        "made in the future",
                        "not-genuine validity.not-yet",
                        signed(one, holder, "{\"created\":\"2027-01-01T00:00:00Z\"}"))
                .add(
                        "whose answer was changed",
                        CHANGED,
                        with(
                                signed(one, holder, "{\"challenge\":\"n-18\"}"),
                                "/proof/challenge",
                                "\"n-17\""))
                .add(
                        "whose holder was changed",
                        CHANGED,
                        with(good, "/holder", "\"did:example:1\""))
                .add(
                        "with a term that nobody defines",
                        "not-genuine format.term-undefined",
                        with(good, "/note", "\"x\""))
                .add(
                        "of somebody else's credential, under the own name",
                        "not-genuine holder.presented-by-another",
                        signed(
                                with(
                                        one,
                                        "/holder",
                                        Json.createValue(world.neighbour.controller())),
                                world.neighbour,
                                "{}"))
                .add(
                        "of somebody else's credential, under no name",
                        "not-genuine holder.presented-by-another",
                        signed(without(one, "/holder"), world.neighbour, "{}"))
                .add(
                        "with the answer of another presentation",
                        CHANGED,
                        with(presentation(second), "/proof", good.getJsonObject("proof")));
    }

    private void contents() {
        var stranger = Proofs.signed(plain, world.mallory);
        made.add("of a changed credential", CHANGED, signed(with(badge, "/name", "\"x\"")))
                .add(
                        "of a credential that nobody signed",
                        "not-genuine integrity.no-proof",
                        signed(plain))
                .add(
                        "of what the holder alone asserts",
                        "could-not-finish integrity.self-asserted",
                        signed(Badges.foreign(holder.controller())))
                .add(
                        "of a credential that another signed",
                        "not-genuine issuer.key-not-issuers",
                        signed(stranger))
                .add(
                        "of a credential that ended",
                        "not-genuine validity.expired",
                        signed(
                                Proofs.signed(
                                        with(plain, "/validUntil", "\"2026-01-01T00:00:00Z\""),
                                        world.issuer)))
                .add(
                        "with a credential exchanged afterwards",
                        CHANGED,
                        with(signed(badge), "/verifiableCredential/0", second))
                .add(
                        "of an enveloped token by nobody",
                        "not-genuine integrity.algorithm-forbidden",
                        signed(
                                enveloped(
                                        Tokens.encoded("{\"alg\":\"none\"}")
                                                + "."
                                                + Tokens.encoded(plain.toString())
                                                + ".")))
                .add(
                        "of a true enveloped token",
                        Specimen.GENUINE,
                        signed(enveloped(Tokens.of(plain.toString(), world.issuer))))
                .add(
                        "of an envelope of something else",
                        "could-not-finish format.not-supported",
                        signed(World.json(TokenPayloads.envelope("text/plain", "x"))))
                .add(
                        "of a text",
                        "not-genuine format.credential-not-object",
                        Specimens.replaced(
                                presentation(badge).toString(), badge.toString(), "\"x\""))
                .add(
                        "of a presentation",
                        "could-not-finish format.not-supported",
                        signed(signed(badge)))
                .add("of nothing", "could-not-finish format.presentation-empty", signed());
    }

    private void several() {
        var changed = with(second, "/name", "\"x\"");
        made.add("a true one of two", Specimen.GENUINE, signed(badge, second))
                .add(
                        "a true one of a token and a document",
                        Specimen.GENUINE,
                        signed(badge, enveloped(Tokens.of(badge("2").toString(), world.issuer))))
                .add("of a false credential beside a true one", ONE_FALSE, signed(badge, changed))
                .add(
                        "of a credential of somebody else beside the own",
                        "not-genuine holder.presented-by-another",
                        signed(
                                badge,
                                Proofs.signed(
                                        Badges.foreign(world.issuer.controller()), world.issuer)))
                .add(
                        "of a credential of a stranger beside a true one",
                        ONE_OPEN,
                        signed(
                                badge,
                                Proofs.signed(
                                        with(
                                                badge("2"),
                                                "/issuer/id",
                                                Json.createValue(
                                                        world.malloryOnCurve.controller())),
                                        world.malloryOnCurve)))
                .add(
                        "with a credential less",
                        CHANGED,
                        without(signed(badge, second), "/verifiableCredential/1"))
                .add(
                        "with a credential more",
                        CHANGED,
                        with(signed(badge), "/verifiableCredential/-", second));
    }

    /**
     * Without a question, it is asked whether the credentials are genuine and nothing about who.
     */
    private void unasked() {
        var judge = world.judge();
        var changed = with(second, "/name", "\"x\"");
        var ofOthers = Proofs.signed(Badges.foreign(world.issuer.controller()), world.issuer);
        add("unasked, of one, without a seal", Specimen.GENUINE, presentation(badge), judge);
        add(
                "unasked, of two, without a seal",
                Specimen.GENUINE,
                presentation(badge, second),
                judge);
        add("unasked, of two, sealed", Specimen.GENUINE, signed(badge, second), judge);
        add(
                "unasked, of credentials of several people",
                Specimen.GENUINE,
                presentation(badge, ofOthers),
                judge);
        add(
                "unasked, a token in a text",
                Specimen.GENUINE,
                presentation(Json.createValue(Tokens.of(plain.toString(), world.issuer)), second),
                judge);
        add("unasked, one of two false", ONE_FALSE, presentation(badge, changed), judge);
        add(
                "unasked, changed after it was sealed",
                CHANGED,
                without(signed(badge, second), "/verifiableCredential/1"),
                judge);
        add(
                "unasked, by somebody else than its holder",
                "not-genuine holder.key-not-holders",
                signed(presentation(badge, second), world.neighbour, "{}"),
                judge);
        add(
                "unasked, of a record and a credential",
                ONE_OPEN,
                presentation(badge, OlderAndRecords.goodRecord(world)),
                judge);
        add(
                "unasked, of more credentials than are looked at",
                "could-not-finish format.graph-too-complex",
                presentation(Collections.nCopies(21, badge).toArray(JsonValue[]::new)),
                judge);
    }

    private void add(String name, String expected, JsonObject document, Specimen.Judge judge) {
        made.add(name, expected, Specimens.bytes(document.toString()), judge);
    }

    private void tokens() {
        var header = "{\"alg\":\"EdDSA\",\"typ\":\"vp+jwt\"}";
        var claims =
                with(
                        with(
                                presentation(enveloped(Tokens.of(plain.toString(), world.issuer))),
                                "/aud",
                                Json.createValue(World.CHALLENGE.audience())),
                        "/nonce",
                        Json.createValue(World.CHALLENGE.nonce()));
        var good = Tokens.signed(header, claims.toString(), holder);
        made.add("a true token", Specimen.GENUINE, good)
                .add(
                        "a true token of a document",
                        Specimen.GENUINE,
                        Tokens.signed(
                                header,
                                with(claims, "/verifiableCredential/0", badge).toString(),
                                holder))
                .add(
                        "a true token in an envelope",
                        Specimen.GENUINE,
                        Specimens.replaced(
                                TokenPayloads.envelope("application/vp+jwt", good),
                                "EnvelopedVerifiableCredential",
                                "EnvelopedVerifiablePresentation"))
                .add(
                        "a token for another verifier",
                        NOT_PROVEN,
                        Tokens.signed(
                                header,
                                with(claims, "/aud", "\"https://b.example\"").toString(),
                                holder))
                .add(
                        "a token in answer to another question",
                        NOT_PROVEN,
                        Tokens.signed(
                                header, with(claims, "/nonce", "\"n-18\"").toString(), holder))
                .add(
                        "a token by somebody else",
                        CHANGED,
                        Tokens.signed(header, claims.toString(), world.neighbour))
                .add(
                        "a token by nobody",
                        "not-genuine integrity.algorithm-forbidden",
                        Tokens.encoded("{\"alg\":\"none\",\"typ\":\"vp+jwt\"}")
                                + "."
                                + Tokens.encoded(claims.toString())
                                + ".")
                .add(
                        "a token that was changed",
                        CHANGED,
                        Tokens.part(good, 0)
                                + "."
                                + Tokens.encoded(with(claims, "/nonce", "\"n-18\"").toString())
                                + "."
                                + Tokens.part(good, 2))
                .add(
                        "a token that ended",
                        "not-genuine validity.seal-expired",
                        Tokens.signed(
                                header, with(claims, "/exp", "1700000000").toString(), holder))
                .add(
                        "a token of which another is said to be the holder",
                        "not-genuine format.claims-disagree",
                        Tokens.signed(
                                header,
                                with(claims, "/iss", "\"did:example:1\"").toString(),
                                holder))
                .add(
                        "a token that calls itself a credential",
                        "not-genuine format.media-type-wrong",
                        Tokens.signed(
                                "{\"alg\":\"EdDSA\",\"typ\":\"vp+jwt\",\"cty\":\"vc\"}",
                                claims.toString(),
                                holder))
                .add(
                        "a token in a presentation",
                        "could-not-finish format.not-supported",
                        presentation(Json.createValue(good)))
                .add(
                        "a presentation as the token of a credential",
                        "not-genuine format.type-wrong",
                        Tokens.of(claims.toString(), holder));
    }
}
