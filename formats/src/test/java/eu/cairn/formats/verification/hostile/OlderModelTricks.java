package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;
import static eu.cairn.formats.verification.hostile.OlderModel.BADGES;
import static eu.cairn.formats.verification.hostile.OlderModel.INTEGRITY;
import static eu.cairn.formats.verification.hostile.OlderModel.OF_2020;
import static eu.cairn.formats.verification.hostile.OlderModel.SIGNED_IN_2020;
import static eu.cairn.formats.verification.hostile.OlderModel.V1;
import static eu.cairn.formats.verification.hostile.OlderModel.contexts;
import static eu.cairn.formats.verification.hostile.OlderModel.text;

import eu.cairn.formats.credential.Cryptosuite;
import jakarta.json.JsonObject;
import java.util.List;

/** What makes Open Badges 3.0 in the W3C data model 1.1 false. */
final class OlderModelTricks {

    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String UNDEFINED = "not-genuine format.term-undefined";
    private static final String NOT_READ = "could-not-finish integrity.suite-not-supported";
    private final World world;
    private final OlderModel model;
    private final Specimens made;

    private OlderModelTricks(World world) {
        this.world = world;
        this.model = new OlderModel(world);
        this.made = new Specimens("data model 1.1", world.judge());
    }

    static List<Specimen> of(World world) {
        var tricks = new OlderModelTricks(world);
        tricks.changed();
        tricks.keys();
        tricks.dates();
        tricks.terms();
        tricks.suites();
        return tricks.made.list();
    }

    private JsonObject badge() {
        return model.badge();
    }

    private JsonObject in2020(JsonObject badge) {
        return model.in2020(badge);
    }

    private void changed() {
        var signed = in2020(badge());
        var another = in2020(with(badge(), "/name", "\"Lagoons\"")).getJsonObject("proof");
        made.add("another name", CHANGED, with(signed, "/name", "\"Doctor\""))
                .add("no end any more", CHANGED, without(signed, "/expirationDate"))
                .add(
                        "a later end",
                        CHANGED,
                        with(signed, "/expirationDate", "\"2090-06-18T00:00:00Z\""))
                .add(
                        "another end beside it",
                        CHANGED,
                        with(signed, "/validUntil", "\"2029-06-18T00:00:00Z\""))
                .add("no result", CHANGED, without(signed, "/credentialSubject/result"))
                .add(
                        "dated back",
                        CHANGED,
                        with(signed, "/proof/created", "\"2024-06-20T08:30:00Z\""))
                .add("the proof of another badge", CHANGED, with(signed, "/proof", another))
                .add(
                        "the newest context named by its number",
                        Specimen.GENUINE,
                        contexts(
                                in2020(OlderModel.badge(world.issuer.controller(), "", OF_2020)),
                                V1,
                                BADGES + "-3.0.3.json",
                                OF_2020))
                .add(
                        "an older context put in its place",
                        CHANGED,
                        contexts(signed, V1, BADGES + "-3.0.1.json", OF_2020))
                .add(
                        "changed under a context that had another meaning before",
                        CHANGED,
                        with(
                                in2020(OlderModel.badge(world.issuer.controller(), "", OF_2020)),
                                "/name",
                                "\"Doctor\""))
                .add("no proof", "not-genuine integrity.no-proof", badge());
    }

    private void keys() {
        var stranger = OlderModel.badge(world.mallory.controller(), "-3.0.3", OF_2020);
        made.add(
                        "signed by a neighbour",
                        "not-genuine issuer.key-not-issuers",
                        OlderModel.in2020(badge(), world.neighbour))
                .add(
                        "signed by a stranger",
                        "not-genuine issuer.key-not-issuers",
                        OlderModel.in2020(badge(), world.mallory))
                .add(
                        "signed by a stranger under its own name",
                        "could-not-finish trust.issuer-unknown",
                        OlderModel.in2020(stranger, world.mallory))
                .add(
                        "signed in 2020 with a key of another kind",
                        "not-genuine integrity.proof-malformed",
                        OlderModel.in2020(
                                OlderModel.badge(world.p256.controller(), "-3.0.3", OF_2020),
                                world.p256))
                .add(
                        "signed with a key that was stolen",
                        "not-genuine trust.key-compromised",
                        OlderModel.in2020(
                                OlderModel.badge(world.stolen.controller(), "-3.0.3", OF_2020),
                                world.stolen));
    }

    private void date(String name, String expected, String pointer, String moment) {
        made.add(name, expected, in2020(with(badge(), pointer, text(moment))));
    }

    private void dates() {
        var expired = "not-genuine validity.expired";
        var early = "not-genuine validity.not-yet";
        date("an end that is over", expired, "/expirationDate", "2026-11-25T11:59:59Z");
        date("only the newer end is over", expired, "/validUntil", "2026-11-25T11:59:59Z");
        date("a beginning to come", early, "/issuanceDate", "2027-01-01T00:00:00Z");
        date("only the newer beginning is to come", early, "/validFrom", "2027-01-01T00:00:00Z");
        date(
                "an end before the beginning",
                "not-genuine format.period-inverted",
                "/expirationDate",
                "2024-06-18T00:00:00Z");
        date(
                "an end on a day",
                "not-genuine format.date-malformed",
                "/expirationDate",
                "2029-06-18");
        date(
                "a beginning nowhere in the world",
                "not-genuine format.date-malformed",
                "/issuanceDate",
                "2025-06-20T08:30:00");
        var missing = "not-genuine format.member-missing";
        made.add("no beginning", missing, in2020(without(badge(), "/issuanceDate")))
                .add(
                        "a beginning of the newer model alone",
                        missing,
                        in2020(
                                with(
                                        without(badge(), "/issuanceDate"),
                                        "/validFrom",
                                        text("2025-06-20T08:30:00Z"))))
                .add(
                        "dates of the older model in the newer",
                        UNDEFINED,
                        Proofs.signed(
                                contexts(
                                        badge(),
                                        World.context(),
                                        BADGES + "-3.0.3.json",
                                        INTEGRITY + "2"),
                                world.issuer));
    }

    private void terms() {
        var signed = in2020(badge());
        var badges = BADGES + "-3.0.3.json";
        made.add("a term that nobody defines", UNDEFINED, with(signed, "/honours", "\"laude\""))
                .add(
                        "such a term in the proof",
                        UNDEFINED,
                        with(signed, "/proof/note", "\"checked\""))
                .add(
                        "both models, the older first",
                        "not-genuine format.context-first",
                        in2020(contexts(badge(), V1, World.context(), badges, OF_2020)))
                .add(
                        "both models, the newer first",
                        "not-genuine format.not-json-ld",
                        in2020(contexts(badge(), World.context(), V1, badges, OF_2020)))
                .add(
                        "the older model not first",
                        "not-genuine format.context-first",
                        in2020(contexts(badge(), OF_2020, V1, badges)))
                .add(
                        "a term written inline",
                        "could-not-finish format.context-not-trusted",
                        in2020(
                                with(
                                        with(badge(), "/@context/-", "{\"honours\":\"urn:x:h\"}"),
                                        "/honours",
                                        "\"laude\"")))
                .add(
                        "a status in a list of a kind that is not read",
                        "could-not-finish status.kind-not-supported",
                        in2020(
                                with(
                                        with(
                                                badge(),
                                                "/@context/-",
                                                text("https://w3id.org/vc/status-list/2021/v1")),
                                        "/credentialStatus",
                                        """
                                        {"id": "https://lagoonside.example/list#1",
                                         "type": "StatusList2021Entry",
                                         "statusPurpose": "revocation", "statusListIndex": "1",
                                         "statusListCredential": "https://lagoonside.example/list"}
                                        """)))
                .add(
                        "a seal whose context is not named",
                        UNDEFINED,
                        in2020(without(badge(), "/@context/2")));
    }

    private void suites() {
        var integrity = OlderModel.badge(world.issuer.controller(), "-3.0.3", INTEGRITY + "1");
        var both = with(integrity, "/@context/-", text(OF_2020));
        made.add(
                        "a suite of today under its older name",
                        CHANGED,
                        with(
                                Proofs.signed(integrity, world.issuer),
                                "/proof/cryptosuite",
                                "\"eddsa-2022\""))
                .add(
                        "an older name made new",
                        CHANGED,
                        with(
                                model.named(integrity, "eddsa-2022"),
                                "/proof/cryptosuite",
                                "\"eddsa-rdfc-2022\""))
                .add(
                        "a proof of 2022 dated back to 2020",
                        CHANGED,
                        with(
                                without(Proofs.signed(both, world.issuer), "/proof/cryptosuite"),
                                "/proof/type",
                                "\"Ed25519Signature2020\""))
                .add(
                        "a proof of 2020 that names a suite",
                        UNDEFINED,
                        with(in2020(badge()), "/proof/cryptosuite", "\"eddsa-rdfc-2022\""))
                .add(
                        "the proof of 2020 as a suite",
                        NOT_READ,
                        model.named(both, "Ed25519Signature2020"))
                .add("a suite that nobody knows", NOT_READ, model.named(integrity, "eddsa-2021"))
                .add(
                        "a proof of 2018",
                        NOT_READ,
                        with(in2020(badge()), "/proof/type", "\"Ed25519Signature2018\""))
                .add(
                        "a suite as the type of a proof",
                        NOT_READ,
                        with(
                                Proofs.signed(integrity, world.issuer),
                                "/proof/type",
                                "\"eddsa-rdfc-2022\""))
                .add(
                        "made for logging in",
                        "not-genuine integrity.purpose-wrong",
                        Proofs.signed(
                                badge(),
                                Cryptosuite.EDDSA_RDFC,
                                world.issuer,
                                World.json(
                                        "{\"proofPurpose\":\"authentication\","
                                                + SIGNED_IN_2020.substring(1))));
    }
}
