package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import com.apicatalog.multibase.Multibase;
import eu.cairn.formats.credential.Cryptosuite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** Proofs that are not what a proof of a credential must be; most are truly signed like this. */
final class ProofTricks {

    private static final String MALFORMED = "not-genuine integrity.proof-malformed";
    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String PURPOSE = "not-genuine integrity.purpose-wrong";
    private static final String UNSUPPORTED = "could-not-finish integrity.suite-not-supported";

    private final World world;
    private final JsonObject plain;
    private final JsonObject signed;
    private final Specimens made;

    private ProofTricks(World world) {
        this.world = world;
        this.plain = Badges.foreign(world.issuer.controller());
        this.signed = Proofs.signed(plain, world.issuer);
        this.made = new Specimens("proof", world.judge());
    }

    static List<Specimen> of(World world) {
        var tricks = new ProofTricks(world);
        tricks.options();
        tricks.values();
        tricks.several();
        tricks.chains();
        return tricks.made.list();
    }

    private ProofTricks option(String name, String expected, String changes) {
        made.add(
                name,
                expected,
                Proofs.signed(plain, Cryptosuite.EDDSA_RDFC, world.issuer, World.json(changes)));
        return this;
    }

    private void options() {
        option("made for logging in", PURPOSE, "{\"proofPurpose\":\"authentication\"}")
                .option(
                        "made for agreeing on a key",
                        PURPOSE,
                        "{\"proofPurpose\":\"keyAgreement\"}")
                .option(
                        "made for handing on",
                        PURPOSE,
                        "{\"proofPurpose\":\"capabilityDelegation\"}")
                .option("made for nothing", MALFORMED, "{\"proofPurpose\":null}")
                .option("made by nobody", MALFORMED, "{\"verificationMethod\":null}")
                .option(
                        "made at no possible moment",
                        "not-genuine format.value-wrong",
                        "{\"created\":\"2025-02-30T00:00:00Z\"}")
                .option(
                        "made nowhere in the world",
                        "not-genuine format.value-wrong",
                        "{\"created\":\"2025-06-20T08:30:00\"}")
                .option(
                        "made on a day only",
                        "not-genuine format.value-wrong",
                        "{\"created\":\"2025-06-20\"}")
                .option(
                        "not made yet",
                        "not-genuine validity.not-yet",
                        "{\"created\":\"2027-06-20T08:30:00Z\"}")
                .option(
                        "ended",
                        "not-genuine validity.seal-expired",
                        "{\"expires\":\"2026-01-01T00:00:00Z\"}")
                .option(
                        "ends at no possible moment",
                        MALFORMED,
                        "{\"expires\":\"2026-13-01T00:00:00Z\"}")
                .option(
                        "of a suite that is not known",
                        UNSUPPORTED,
                        "{\"cryptosuite\":\"eddsa-rdfc-2099\"}")
                .option("of no suite", MALFORMED, "{\"cryptosuite\":null}")
                .option(
                        "of an older kind",
                        UNSUPPORTED,
                        "{\"type\":\"Ed25519Signature2018\",\"cryptosuite\":null}")
                .option(
                        "of a suite for other keys",
                        MALFORMED,
                        "{\"cryptosuite\":\"ecdsa-rdfc-2019\"}")
                .option(
                        "of another way to make it one",
                        CHANGED,
                        "{\"cryptosuite\":\"eddsa-jcs-2022\"}")
                .option(
                        "builds on a proof that is not there",
                        "not-genuine integrity.previous-proof-missing",
                        "{\"previousProof\":\"urn:uuid:1\"}");
        made.add(
                        "a suite in other letters",
                        UNSUPPORTED,
                        with(signed, "/proof/cryptosuite", "\"EDDSA-RDFC-2022\""))
                .add("none at all", "not-genuine integrity.no-proof", plain)
                .add(
                        "an empty list of proofs",
                        "not-genuine integrity.no-proof",
                        with(plain, "/proof", "[]"))
                .add(
                        "a proof that is nothing",
                        "not-genuine format.value-wrong",
                        with(plain, "/proof", "null"))
                .add(
                        "a proof that is a text",
                        "not-genuine format.type-missing",
                        with(plain, "/proof", "\"trust me\""))
                .add(
                        "a proof in a list in a list",
                        "not-genuine format.type-missing",
                        with(
                                plain,
                                "/proof",
                                Json.createArrayBuilder()
                                        .add(
                                                Json.createArrayBuilder()
                                                        .add(Badges.at(signed, "/proof")))
                                        .build()))
                .add(
                        "a proof of the subject alone",
                        "not-genuine format.term-undefined",
                        with(signed, "/credentialSubject/honours", "{\"proof\":{}}"));
    }

    private void values() {
        var value = signed.getJsonObject("proof").getString("proofValue");
        var raw = Multibase.BASE_58_BTC.decode(value);
        proofValue("in base 64", MALFORMED, Multibase.BASE_64_URL.encode(raw));
        proofValue("in base 16", MALFORMED, "f" + java.util.HexFormat.of().formatHex(raw));
        proofValue("without its base", MALFORMED, value.substring(1));
        proofValue("of a character less", CHANGED, value.substring(0, value.length() - 1));
        proofValue("of a character more", CHANGED, value + "1");
        proofValue("with a zero before it", CHANGED, "z1" + value.substring(1));
        proofValue("with a letter that base 58 lacks", MALFORMED, "z0" + value.substring(2));
        proofValue("with a space", MALFORMED, value + " ");
        proofValue("of nothing", CHANGED, "z");
        proofValue("of very much", MALFORMED, "z" + "2".repeat(100_000));
        made.add("no value", MALFORMED, without(signed, "/proof/proofValue"))
                .add(
                        "a token for a value",
                        MALFORMED,
                        with(without(signed, "/proof/proofValue"), "/proof/jws", "\"e30..AA\""))
                .add(
                        "the value of another document",
                        CHANGED,
                        with(
                                Proofs.signed(with(plain, "/name", "\"x\""), world.issuer),
                                "/proof",
                                Badges.at(signed, "/proof")));
    }

    private void proofValue(String name, String expected, String value) {
        made.add(
                "a value " + name,
                expected,
                with(signed, "/proof/proofValue", Json.createValue(value)));
    }

    private void several() {
        var good = signed.getJsonObject("proof");
        var later = proof(plain, "{\"created\":\"2025-06-21T08:30:00Z\"}");
        var broken = with(good, "/created", "\"2025-06-19T08:30:00Z\"");
        var many = Json.createArrayBuilder();
        for (int i = 0; i < 5; i++) {
            many.add(proof(plain, "{\"id\":\"urn:uuid:" + i + "\"}"));
        }
        made.add("two proofs, the last one broken", CHANGED, proofs(good, broken))
                .add("two proofs, the first one broken", CHANGED, proofs(broken, good))
                .add("a proof that somebody forged beside", CHANGED, proofs(good, forged()))
                .add("the same proof twice", MALFORMED, proofs(good, good))
                .add(
                        "a proof and a text",
                        "not-genuine format.type-missing",
                        with(plain, "/proof", Json.createArrayBuilder().add(good).add("x").build()))
                .add(
                        "a proof and nothing",
                        "not-genuine format.type-missing",
                        with(
                                plain,
                                "/proof",
                                Json.createArrayBuilder().add(good).add(JsonValue.NULL).build()))
                .add(
                        "a proof of the wrong purpose beside",
                        PURPOSE,
                        proofs(later, proof(plain, "{\"proofPurpose\":\"authentication\"}")))
                .add(
                        "more proofs than are looked at",
                        "could-not-finish integrity.too-many-proofs",
                        with(plain, "/proof", many.build()));
    }

    /** A proof that says the issuer made it. */
    private JsonObject forged() {
        return Proofs.proof(
                plain,
                Cryptosuite.EDDSA_RDFC,
                world.mallory,
                World.json(
                        "{\"verificationMethod\":\"" + world.issuer.verificationMethod() + "\"}"));
    }

    private void chains() {
        var first = proof(plain, "{\"id\":\"urn:uuid:a\"}");
        var over = with(plain, "/proof", Json.createArrayBuilder().add(first).build());
        var second = proof(over, "{\"id\":\"urn:uuid:b\",\"previousProof\":\"urn:uuid:a\"}");
        var other = proof(plain, "{\"id\":\"urn:uuid:a\",\"created\":\"2025-06-22T08:30:00Z\"}");
        var circle = proof(plain, "{\"id\":\"urn:uuid:c\",\"previousProof\":\"urn:uuid:c\"}");
        made.add(
                        "a chain without its first proof",
                        "not-genuine integrity.previous-proof-missing",
                        with(plain, "/proof", second))
                .add("a chain with another first proof", CHANGED, proofs(other, second))
                .add(
                        "a proof that builds on itself",
                        "not-genuine integrity.previous-proof-missing",
                        with(plain, "/proof", circle))
                .add(
                        "a chain whose link was cut",
                        CHANGED,
                        proofs(first, without(second, "/previousProof")))
                .add(
                        "a chain whose link was added",
                        CHANGED,
                        proofs(
                                first,
                                with(proof(plain, "{}"), "/previousProof", "\"urn:uuid:a\"")));
    }

    private JsonObject proof(JsonObject document, String changes) {
        return Proofs.proof(document, Cryptosuite.EDDSA_RDFC, world.issuer, World.json(changes));
    }

    private JsonObject proofs(JsonObject one, JsonObject another) {
        return with(plain, "/proof", Json.createArrayBuilder().add(one).add(another).build());
    }
}
