package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import eu.cairn.formats.credential.Cryptosuite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Open Badges 3.0 in the W3C data model 1.1, as much software has written them until today.
 *
 * @param world who signs them
 */
record OlderModel(World world) {

    static final String V1 = "https://www.w3.org/2018/credentials/v1";
    static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context";
    static final String OF_2020 = "https://w3id.org/security/suites/ed25519-2020/v1";
    static final String INTEGRITY = "https://w3id.org/security/data-integrity/v";
    static final String SIGNED_IN_2020 = "{\"type\":\"Ed25519Signature2020\",\"cryptosuite\":null}";

    /** True ones: each suite, each version of the context, and shapes that are legal. */
    static List<Specimen> of(World world) {
        return new OlderModel(world).made();
    }

    private List<Specimen> made() {
        var made = new Specimens("true badge of model 1.1", world.judge());
        for (var badges : List.of("", "-3.0.1", "-3.0.2", "-3.0.3")) {
            var by = world.issuer.controller();
            made.add(
                    "signed as in 2020, context" + badges,
                    Specimen.GENUINE,
                    in2020(badge(by, badges, OF_2020)));
            made.add(
                    "eddsa-rdfc-2022, context" + badges,
                    Specimen.GENUINE,
                    Proofs.signed(badge(by, badges, INTEGRITY + "2"), world.issuer));
            made.add(
                    "under the older name of the suite, context" + badges,
                    Specimen.GENUINE,
                    named(badge(by, badges, INTEGRITY + "1"), "eddsa-2022"));
        }
        made.add(
                "ecdsa-rdfc-2019",
                Specimen.GENUINE,
                Proofs.signed(
                        badge(world.p256.controller(), "-3.0.3", INTEGRITY + "2"), world.p256));
        made.add("no end", Specimen.GENUINE, in2020(without(badge(), "/expirationDate")));
        made.add(
                "dates of both models",
                Specimen.GENUINE,
                in2020(with(badge(), "/validFrom", "\"2025-06-21T00:00:00Z\"")));
        made.add(
                "the other name of the class",
                Specimen.GENUINE,
                in2020(
                        with(
                                badge(),
                                "/type",
                                "[\"VerifiableCredential\",\"AchievementCredential\"]")));
        made.add(
                "the proof in a list",
                Specimen.GENUINE,
                with(badge(), "/proof", "[" + in2020(badge()).get("proof") + "]"));
        var listed = badge(World.SITE, "-3.0.3", OF_2020);
        var method = "{\"verificationMethod\":\"" + World.SITE + "#key-1\",";
        made.add(
                "by a listed key",
                Specimen.GENUINE,
                Proofs.signed(
                        listed,
                        Cryptosuite.EDDSA_RDFC,
                        world.issuer,
                        World.json(method + SIGNED_IN_2020.substring(1))));
        var newer = with(Badges.foreign(world.issuer.controller()), "/@context/-", text(OF_2020));
        made.add("signed as in 2020, data model 2.0", Specimen.GENUINE, in2020(newer));
        return made.list();
    }

    /** A badge of the older model by {@code issuer}, with the context of its seal. */
    static JsonObject badge(String issuer, String badges, String seal) {
        var badge = without(without(Badges.foreign(issuer), "/validFrom"), "/validUntil");
        return with(
                with(
                        contexts(badge, V1, BADGES + badges + ".json", seal),
                        "/issuanceDate",
                        "\"2025-06-20T08:30:00Z\""),
                "/expirationDate",
                "\"2030-06-18T00:00:00Z\"");
    }

    static JsonObject contexts(JsonObject badge, String... addresses) {
        return with(badge, "/@context", Json.createArrayBuilder(List.of(addresses)).build());
    }

    JsonObject badge() {
        return badge(world.issuer.controller(), "-3.0.3", OF_2020);
    }

    static JsonObject in2020(JsonObject badge, FreshKey key) {
        return Proofs.signed(badge, Cryptosuite.EDDSA_RDFC, key, World.json(SIGNED_IN_2020));
    }

    JsonObject in2020(JsonObject badge) {
        return in2020(badge, world.issuer);
    }

    JsonObject named(JsonObject badge, String suite) {
        return Proofs.signed(
                badge,
                Cryptosuite.EDDSA_RDFC,
                world.issuer,
                World.json("{\"cryptosuite\":\"" + suite + "\"}"));
    }

    static String text(String value) {
        return "\"" + value + "\"";
    }
}
