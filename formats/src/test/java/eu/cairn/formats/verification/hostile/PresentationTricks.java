package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;

import eu.cairn.formats.credential.Cryptosuite;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/** Presentations, of which the holder signs the whole and each issuer a part. */
final class PresentationTricks {

    private static final String PURPOSE = "not-genuine integrity.purpose-wrong";
    private static final String CHANGED = "not-genuine integrity.changed";

    private final World world;
    private final FreshKey holder;
    private final JsonObject badge;
    private final Specimens made;

    private PresentationTricks(World world) {
        this.world = world;
        this.holder = world.mallory;
        this.badge = Proofs.signed(Badges.foreign(world.issuer.controller()), world.issuer);
        this.made = new Specimens("presentation", world.presentations());
    }

    static List<Specimen> of(World world) {
        var tricks = new PresentationTricks(world);
        tricks.proofs();
        tricks.contents();
        return tricks.made.list();
    }

    private JsonObject presentation(JsonArrayBuilder credentials) {
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add(World.context()))
                .add("type", "VerifiablePresentation")
                .add("holder", holder.controller())
                .add("verifiableCredential", credentials)
                .build();
    }

    private JsonObject of(JsonObject credential) {
        return presentation(Json.createArrayBuilder().add(credential));
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

    private void proofs() {
        var plain = of(badge);
        var good = signed(plain, holder, "{}");
        made.add("a true one", Specimen.GENUINE, good)
                .add("for nobody", "not-genuine integrity.no-proof", plain)
                .add(
                        "for another verifier",
                        PURPOSE,
                        signed(plain, holder, "{\"domain\":\"https://b.example\"}"))
                .add(
                        "for two verifiers",
                        PURPOSE,
                        signed(
                                plain,
                                holder,
                                "{\"domain\":[\"https://verifier.example\",\"https://b.example\"]}"))
                .add("for no verifier", PURPOSE, signed(plain, holder, "{\"domain\":null}"))
                .add(
                        "in answer to another question",
                        PURPOSE,
                        signed(plain, holder, "{\"challenge\":\"n-18\"}"))
                .add(
                        "in answer to no question",
                        PURPOSE,
                        signed(plain, holder, "{\"challenge\":null}"))
                .add(
                        "for another purpose",
                        PURPOSE,
                        signed(plain, holder, "{\"proofPurpose\":\"assertionMethod\"}"))
                .add(
                        "by somebody else than its holder",
                        "not-genuine holder.key-not-holders",
                        signed(plain, world.neighbour, "{}"))
                .add(
                        "ended",
                        "not-genuine validity.seal-expired",
                        signed(plain, holder, "{\"expires\":\"2026-01-01T00:00:00Z\"}"))
                .add(
                        "whose answer was changed",
                        CHANGED,
                        with(
                                signed(plain, holder, "{\"challenge\":\"n-18\"}"),
                                "/proof/challenge",
                                "\"n-17\""))
                .add(
                        "whose holder was changed",
                        CHANGED,
                        with(good, "/holder", "\"did:example:1\""))
                .add(
                        "with a term that nobody defines",
                        "not-genuine format.term-undefined",
                        with(good, "/note", "\"x\""));
    }

    private void contents() {
        var changed = with(badge, "/name", "\"x\"");
        var own = Badges.foreign(world.issuer.controller());
        made.add("of a changed credential", CHANGED, signed(of(changed), holder, "{}"))
                .add(
                        "of a credential that nobody signed",
                        "not-genuine integrity.no-proof",
                        signed(of(own), holder, "{}"))
                .add(
                        "of a credential that another signed",
                        "not-genuine issuer.key-not-issuers",
                        signed(of(Proofs.signed(own, world.mallory)), holder, "{}"))
                .add(
                        "of a credential that ended",
                        "not-genuine validity.expired",
                        signed(
                                of(
                                        Proofs.signed(
                                                with(
                                                        own,
                                                        "/validUntil",
                                                        "\"2026-01-01T00:00:00Z\""),
                                                world.issuer)),
                                holder,
                                "{}"))
                .add(
                        "of a false credential beside a true one",
                        CHANGED,
                        signed(
                                presentation(Json.createArrayBuilder().add(badge).add(changed)),
                                holder,
                                "{}"))
                .add(
                        "with a credential exchanged afterwards",
                        CHANGED,
                        with(
                                signed(of(badge), holder, "{}"),
                                "/verifiableCredential/0/name",
                                "\"x\""))
                .add(
                        "of an enveloped token by nobody",
                        "not-genuine integrity.algorithm-forbidden",
                        signed(
                                of(
                                        World.json(
                                                TokenPayloads.envelope(
                                                        "application/vc+jwt",
                                                        Tokens.encoded("{\"alg\":\"none\"}")
                                                                + "."
                                                                + Tokens.encoded(own.toString())
                                                                + "."))),
                                holder,
                                "{}"))
                .add(
                        "of a text",
                        "not-genuine format.credential-not-object",
                        signed(
                                        presentation(Json.createArrayBuilder()),
                                        holder,
                                        "{\"created\":\"2025-06-21T08:30:00Z\"}")
                                .toString()
                                .replace(
                                        "\"verifiableCredential\":[]",
                                        "\"verifiableCredential\":[\"x\"]"));
    }
}
