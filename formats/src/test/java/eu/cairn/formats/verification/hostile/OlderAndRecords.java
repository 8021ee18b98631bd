package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import eu.cairn.credential.Learner;
import eu.cairn.formats.credential.Changed;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.badge.LearnerRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * Badges of Open Badges 2 and learner records. A true one of the former is not called genuine
 * either, since its revocations are not known; what is false must still be called false.
 */
final class OlderAndRecords {

    private static final String CHANGED = "not-genuine integrity.changed";

    private OlderAndRecords() {}

    static List<Specimen> older(World world) {
        var made = new Specimens("Open Badges 2", world.judge());
        var badge = assertion("{\"type\":\"signed\",\"creator\":\"" + World.SITE + "#key-1\"}");
        var header = "{\"alg\":\"EdDSA\"}";
        var good = Tokens.signed(header, badge.toString(), world.issuer);
        made.add(
                        "a signed one, whose revocations are not known",
                        "could-not-finish status.kind-not-supported",
                        good)
                .add(
                        "a hosted one",
                        "could-not-finish integrity.hosted",
                        assertion("{\"type\":\"hosted\"}"))
                .add("a signed one without its signature", "not-genuine integrity.no-proof", badge)
                .add(
                        "a signed one that was changed",
                        CHANGED,
                        Tokens.part(good, 0)
                                + "."
                                + Tokens.encoded(
                                        with(badge, "/badge/name", "\"Doctor\"").toString())
                                + "."
                                + Tokens.part(good, 2))
                .add(
                        "signed by a stranger",
                        CHANGED,
                        Tokens.signed(header, badge.toString(), world.mallory))
                .add(
                        "signed by a stranger under its own name",
                        "could-not-finish integrity.key-unknown",
                        Tokens.signed(
                                header,
                                assertion(
                                                "{\"type\":\"signed\",\"creator\":\""
                                                        + world.mallory.verificationMethod()
                                                        + "\"}")
                                        .toString(),
                                world.mallory))
                .add(
                        "signed by nobody",
                        "not-genuine integrity.algorithm-forbidden",
                        Tokens.encoded("{\"alg\":\"none\"}")
                                + "."
                                + Tokens.encoded(badge.toString())
                                + ".")
                .add(
                        "signed with another key of the issuer",
                        CHANGED,
                        Tokens.signed("{\"alg\":\"ES256\"}", badge.toString(), world.p256))
                .add(
                        "signed over a member twice",
                        "not-genuine format.duplicate-member",
                        Tokens.signed(
                                header,
                                "{\"id\":\"urn:x:1\"," + badge.toString().substring(1),
                                world.issuer))
                .add(
                        "with an extension that must be understood",
                        "not-genuine format.extension-critical",
                        Tokens.signed(
                                "{\"alg\":\"EdDSA\",\"crit\":[\"x\"]}",
                                badge.toString(),
                                world.issuer))
                .add(
                        "without a recipient",
                        "not-genuine format.member-missing",
                        Tokens.signed(
                                header, without(badge, "/recipient").toString(), world.issuer))
                .add(
                        "that ended before it began",
                        "not-genuine format.period-inverted",
                        Tokens.signed(
                                header,
                                with(badge, "/expires", "\"2001-01-01T00:00:00Z\"").toString(),
                                world.issuer))
                .add(
                        "that ended",
                        "not-genuine validity.expired",
                        Tokens.signed(
                                header,
                                with(badge, "/expires", "\"2026-01-01T00:00:00Z\"").toString(),
                                world.issuer))
                .add(
                        "a description of a badge only",
                        "could-not-finish format.badge-part",
                        with(
                                badge.getJsonObject("badge"),
                                "/@context",
                                "\"https://w3id.org/openbadges/v2\""));
        return made.list();
    }

    private static JsonObject assertion(String verification) {
        return World.json(
                """
                {"@context":"https://w3id.org/openbadges/v2","type":"Assertion",
                 "id":"https://lagoonside.example/assertions/7",
                 "recipient":{"type":"email","hashed":false,"identity":"zoe@lagoonside.example"},
                 "issuedOn":"2024-05-02T09:00:00Z","expires":"2030-05-02T09:00:00Z",
                 "verification":VERIFICATION,
                 "badge":{"type":"BadgeClass","id":"https://lagoonside.example/badges/archives",
                 "name":"Metadata for archives","description":"Describes collections.",
                 "criteria":{"narrative":"Describe a collection."},
                 "image":"https://lagoonside.example/badges/archives.png",
                 "issuer":{"type":"Issuer","id":"https://lagoonside.example/",
                 "name":"Università della Laguna","url":"https://lagoonside.example/"}}}
                """
                        .replace("VERIFICATION", verification));
    }

    static List<Specimen> records(World world) {
        var made = new Specimens("learner record", world.judge());
        var one = credential(world, "1");
        var two = credential(world, "2");
        var false2 = with(two, "/credentialSubject/result/0/value", "\"30/30\"");
        var plain = World.json(record(world, List.of(one, two)));
        var good = Proofs.signed(plain, world.issuer);
        var list = "/credentialSubject/verifiableCredential";
        var inside = Json.createArrayBuilder().add(one).add(good).build();
        made.add("a true one", Specimen.GENUINE, good)
                .add(
                        "one of whose credentials is false",
                        "not-genuine credentials.not-genuine",
                        Proofs.signed(
                                World.json(record(world, List.of(one, false2))), world.issuer))
                .add(
                        "one of whose credentials is there twice",
                        "not-genuine format.record-holds-twice",
                        Proofs.signed(with(plain, list + "/-", two), world.issuer))
                .add(
                        "whose links were changed",
                        CHANGED,
                        with(
                                good,
                                "/credentialSubject/association/0/associationType",
                                "\"isParentOf\""))
                .add(
                        "with a credential less",
                        CHANGED,
                        Json.createPointer(list + "/1").remove(good))
                .add(
                        "with a credential more",
                        CHANGED,
                        with(good, list + "/-", credential(world, "3")))
                .add(
                        "with itself inside",
                        "could-not-finish format.reference-circular",
                        Proofs.signed(
                                OpenBadge.withDigest(
                                        without(with(plain, list, inside), "/documentDigest")),
                                world.issuer))
                .add(
                        "kept by a stranger",
                        "not-genuine issuer.key-not-issuers",
                        Proofs.signed(plain, world.mallory))
                .add("without a seal", "not-genuine integrity.no-proof", plain);
        return made.list();
    }

    /** A true record of two credentials. */
    static JsonObject goodRecord(World world) {
        var held = List.of(credential(world, "1"), credential(world, "2"));
        return Proofs.signed(World.json(record(world, held)), world.issuer);
    }

    private static JsonObject credential(World world, String number) {
        var sample = Samples.credential(world.issuer);
        var named = Changed.of(sample, Map.of("id", sample.id() + "-" + number));
        return Proofs.signed(World.json(OpenBadge.write(named, Publication.NONE)), world.issuer);
    }

    private static String record(World world, List<JsonObject> credentials) {
        var ids = credentials.stream().map(of -> of.getString("id")).toList();
        return new LearnerRecord(
                        "https://lagoonside.example/records/1",
                        "All of it",
                        Samples.credential(world.issuer).awardingBody(),
                        Learner.named("Zoë Ó Briain"),
                        World.ISSUED,
                        credentials.stream().map(JsonObject::toString).toList(),
                        List.of(),
                        List.of(LearnerRecord.Association.partOf(ids.get(1), ids.get(0))))
                .write();
    }
}
