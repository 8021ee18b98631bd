package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import eu.cairn.formats.credential.Cryptosuite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** What was changed after it was signed. */
final class ChangedDocuments {

    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String ACHIEVEMENT = "/credentialSubject/achievement";

    private ChangedDocuments() {}

    static List<Specimen> of(World world) {
        var made = new Specimens("changed", world.judge());
        var badge = Proofs.signed(Badges.foreign(world.issuer.controller()), world.issuer);
        made.add(
                        "another grade",
                        CHANGED,
                        with(badge, "/credentialSubject/result/0/value", "\"30/30\""))
                .add("another issuer's name", CHANGED, with(badge, "/issuer/name", "\"MIT\""))
                .add(
                        "another subject",
                        CHANGED,
                        with(badge, "/credentialSubject/id", "\"urn:uuid:1\""))
                .add("another identifier", CHANGED, with(badge, "/id", "\"https://a.example/8\""))
                .add("no identifier", "not-genuine format.member-missing", without(badge, "/id"))
                .add("a later end", CHANGED, with(badge, "/validUntil", "\"2099-01-01T00:00:00Z\""))
                .add("no end", CHANGED, without(badge, "/validUntil"))
                .add(
                        "an earlier beginning",
                        CHANGED,
                        with(badge, "/validFrom", "\"2001-01-01T00:00:00Z\""))
                .add("more credits", CHANGED, with(badge, ACHIEVEMENT + "/creditsAvailable", "75"))
                .add(
                        "a tenth of a credit more",
                        CHANGED,
                        with(badge, ACHIEVEMENT + "/creditsAvailable", "7.6"))
                .add(
                        "credits as a text",
                        "not-genuine format.value-wrong",
                        with(badge, ACHIEVEMENT + "/creditsAvailable", "\"7.5\""))
                .add(
                        "another achievement",
                        CHANGED,
                        with(badge, ACHIEVEMENT + "/id", "\"https://a.example/c\""))
                .add("a known term more", CHANGED, with(badge, "/description", "\"With honours\""))
                .add("a language more", CHANGED, with(badge, ACHIEVEMENT + "/inLanguage", "\"en\""))
                .add("a type more", CHANGED, with(badge, "/type/2", "\"EndorsementCredential\""))
                .add(
                        "a name in a language",
                        CHANGED,
                        with(
                                badge,
                                "/name",
                                "{\"@value\":\"Sustainable lagoon management\",\"@language\":\"en\"}"))
                .add("no result", CHANGED, without(badge, "/credentialSubject/result"))
                .add(
                        "a result twice",
                        CHANGED,
                        with(badge, "/credentialSubject/result", results(badge)));
        suites(world, made);
        ours(world, made);
        return made.list();
    }

    private static JsonValue results(JsonObject badge) {
        var result = badge.getJsonObject("credentialSubject").getJsonArray("result").get(0);
        return Json.createArrayBuilder().add(result).add(result).build();
    }

    private static void suites(World world, Specimens made) {
        for (var suite : Cryptosuite.values()) {
            var keys =
                    suite.admits(world.issuer.publicKey().algorithm())
                            ? List.of(world.issuer)
                            : List.of(world.p256, world.p384);
            for (var key : keys) {
                var badge = Badges.foreign(key.controller());
                var signed = Proofs.signed(badge, suite, key, JsonValue.EMPTY_JSON_OBJECT);
                var name = suite.code() + " " + key.jose();
                made.add(name + " changed", CHANGED, with(signed, "/name", "\"Lagoons\""));
                made.add(
                        name + " dated back",
                        CHANGED,
                        with(signed, "/proof/created", "\"2024-06-20T08:30:00Z\""));
            }
        }
    }

    private static void ours(World world, Specimens made) {
        var listed = Proofs.signed(Badges.listed(world.issuer), world.issuer);
        var plain = Proofs.signed(Badges.ours(world.issuer), world.issuer);
        made.add("no status any more", CHANGED, without(listed, "/credentialStatus"))
                .add(
                        "another place in the list",
                        CHANGED,
                        with(listed, "/credentialStatus/statusListIndex", "\"1\""))
                .add(
                        "another list",
                        CHANGED,
                        with(
                                listed,
                                "/credentialStatus/statusListCredential",
                                "\"https://lagoonside.example/status/2\""))
                .add(
                        "outcomes in another order",
                        CHANGED,
                        with(plain, ACHIEVEMENT + "/alignment", turned(plain)))
                .add(
                        "a context more",
                        CHANGED,
                        with(
                                plain,
                                "/@context/-",
                                "\"https://www.w3.org/ns/credentials/examples/v2\""))
                .add(
                        "another digest of itself",
                        CHANGED,
                        with(plain, "/documentDigest", "\"sha256:00\""));
    }

    private static JsonValue turned(JsonObject badge) {
        var alignments =
                badge.getJsonObject("credentialSubject")
                        .getJsonObject("achievement")
                        .getJsonArray("alignment");
        return Json.createArrayBuilder(alignments.reversed()).build();
    }
}
