package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;

import jakarta.json.JsonObject;
import java.util.List;

/** What JSON-LD would leave out, rename or move without breaking the signature. */
final class LinkedDataTricks {

    private static final String UNDEFINED = "not-genuine format.term-undefined";
    private static final String NOT_PLAIN = "not-genuine format.member-not-plain";
    private static final String NOT_TRUSTED = "could-not-finish format.context-not-trusted";
    private static final String SUBJECT = "/credentialSubject";

    private LinkedDataTricks() {}

    static List<Specimen> of(World world) {
        var made = new Specimens("linked data", world.judge());
        var plain = Badges.foreign(world.issuer.controller());
        var badge = Proofs.signed(plain, world.issuer);
        dropped(badge, made);
        contexts(world, plain, made);
        renamed(world, plain, made);
        moved(world, plain, made);
        return made.list();
    }

    /** Added after signing, where careless software does not see it and people do. */
    private static void dropped(JsonObject badge, Specimens made) {
        made.add("a term that nobody defines", UNDEFINED, with(badge, "/honours", "\"cum laude\""))
                .add(
                        "such a term in the subject",
                        UNDEFINED,
                        with(badge, SUBJECT + "/honours", "true"))
                .add("such a term in the issuer", UNDEFINED, with(badge, "/issuer/rector", "\"M\""))
                .add(
                        "such a term in the proof",
                        UNDEFINED,
                        with(badge, "/proof/note", "\"checked\""))
                .add(
                        "a known name in other letters",
                        UNDEFINED,
                        with(badge, "/validuntil", "\"2031-01-01T00:00:00Z\""))
                .add(
                        "a known name with a space",
                        UNDEFINED,
                        with(badge, "/validUntil ", "\"2031-01-01T00:00:00Z\""))
                .add(
                        "a known name in Cyrillic letters",
                        UNDEFINED,
                        with(badge, "/nаme", "\"Doctor\""))
                .add(
                        "an identifier that is relative",
                        "not-genuine format.value-wrong",
                        with(badge, SUBJECT + "/result/0/achievedLevel", "\"levels/9\""))
                .add(
                        "a type as a member",
                        "not-genuine integrity.changed",
                        with(badge, "/credentialSubject/achievement/Achievement", "\"x\""));
    }

    private static void contexts(World world, JsonObject plain, Specimens made) {
        add(
                world,
                made,
                "a vocabulary for all terms",
                NOT_TRUSTED,
                with(
                        with(plain, "/@context/-", "{\"@vocab\":\"https://a.example/#\"}"),
                        "/honours",
                        "\"cum laude\""));
        add(
                world,
                made,
                "a term written inline",
                NOT_TRUSTED,
                with(
                        with(plain, "/@context/-", "{\"honours\":\"https://a.example/h\"}"),
                        "/honours",
                        "\"x\""));
        add(
                world,
                made,
                "a language for all texts",
                NOT_TRUSTED,
                with(plain, "/@context/-", "{\"@language\":\"en\"}"));
        add(
                world,
                made,
                "a base for all addresses",
                NOT_TRUSTED,
                with(plain, "/@context/-", "{\"@base\":\"https://a.example/\"}"));
        add(
                world,
                made,
                "a context inside the subject",
                NOT_TRUSTED,
                with(plain, SUBJECT + "/@context", "{\"value\":\"https://a.example/v\"}"));
        add(
                world,
                made,
                "a context that nobody knows",
                NOT_TRUSTED,
                with(plain, "/@context/-", "\"https://a.example/context/v1\""));
        add(
                world,
                made,
                "a known context but for its port",
                NOT_TRUSTED,
                with(
                        plain,
                        "/@context/-",
                        "\"https://www.w3.org:443/ns/credentials/examples/v2\""));
        add(
                world,
                made,
                "a known context over http",
                NOT_TRUSTED,
                with(plain, "/@context/-", "\"http://www.w3.org/ns/credentials/examples/v2\""));
        add(
                world,
                made,
                "a context that takes all back",
                NOT_TRUSTED,
                with(plain, SUBJECT + "/@context", "null"));
        var signed = Proofs.signed(plain, world.issuer);
        made.add(
                        "the contexts the other way round",
                        "not-genuine format.context-first",
                        with(
                                signed,
                                "/@context",
                                "[\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\",\"https://www.w3.org/ns/credentials/v2\"]"))
                .add(
                        "no context of credentials",
                        "not-genuine format.context-first",
                        with(
                                signed,
                                "/@context",
                                "[\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]"))
                .add(
                        "no context of badges",
                        UNDEFINED,
                        with(signed, "/@context", "[\"https://www.w3.org/ns/credentials/v2\"]"))
                .add(
                        "a context that is fetched",
                        "not-genuine format.context-malformed",
                        with(signed, "/@context/-", "7"))
                .add(
                        "a context added to the proof",
                        "not-genuine integrity.proof-malformed",
                        with(
                                signed,
                                "/proof/@context",
                                "[\"https://www.w3.org/ns/credentials/examples/v2\"]"));
    }

    private static void renamed(World world, JsonObject plain, Specimens made) {
        add(
                world,
                made,
                "a status by its address",
                NOT_PLAIN,
                with(
                        plain,
                        "/https:~1~1www.w3.org~12018~1credentials#credentialStatus",
                        "{\"id\":\"urn:x:1\",\"type\":\"BitstringStatusListEntry\"}"));
        add(
                world,
                made,
                "an end by its address",
                NOT_PLAIN,
                with(
                        Badges.without(plain, "/validUntil"),
                        "/https:~1~1www.w3.org~12018~1credentials#validUntil",
                        "\"2025-07-01T00:00:00Z\""));
        add(
                world,
                made,
                "a type by its keyword",
                NOT_PLAIN,
                with(plain, SUBJECT + "/result/0/@type", "\"Result\""));
        add(
                world,
                made,
                "an identifier by its keyword",
                NOT_PLAIN,
                with(
                        Badges.without(plain, "/credentialSubject/id"),
                        SUBJECT + "/@id",
                        "\"urn:x:2\""));
        add(
                world,
                made,
                "a part that is included",
                NOT_PLAIN,
                with(plain, "/@included", "[{\"id\":\"urn:x:3\",\"name\":\"x\"}]"));
        add(
                world,
                made,
                "a property the other way round",
                NOT_PLAIN,
                with(plain, SUBJECT + "/@reverse", "{\"name\":{\"id\":\"urn:x:4\"}}"));
        add(world, made, "members in a nest", NOT_PLAIN, with(plain, "/@nest", "{\"name\":\"x\"}"));
        add(
                world,
                made,
                "a graph of its own",
                NOT_PLAIN,
                with(plain, SUBJECT + "/@graph", "[{\"id\":\"urn:x:5\",\"name\":\"x\"}]"));
        add(
                world,
                made,
                "a text with an index",
                NOT_PLAIN,
                with(
                        plain,
                        SUBJECT + "/result/0/value",
                        "{\"@value\":\"28/30\",\"@index\":\"30/30\"}"));
    }

    private static void moved(World world, JsonObject plain, Specimens made) {
        add(
                world,
                made,
                "a status in a second mention of itself",
                "could-not-finish format.reference-circular",
                with(
                        plain,
                        SUBJECT + "/achievement/related",
                        "[{\"id\":\"https://lagoonside.example/badges/7\",\"type\":[\"Related\"],\"version\":\"2\"}]"));
        add(
                world,
                made,
                "a text in no possible language",
                "not-genuine format.text-malformed",
                with(plain, "/name", "{\"@value\":\"x\",\"@language\":\"no language\"}"));
        add(
                world,
                made,
                "a value that is no text",
                "not-genuine format.text-malformed",
                with(plain, "/name", "{\"@value\":7}"));
    }

    private static void add(
            World world, Specimens made, String name, String expected, JsonObject document) {
        made.add(name, expected, Proofs.signed(document, world.issuer));
    }
}
