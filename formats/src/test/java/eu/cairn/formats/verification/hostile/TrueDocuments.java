package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;
import static eu.cairn.formats.verification.hostile.Specimens.replaced;

import eu.cairn.formats.credential.Cryptosuite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** True badges with a proof inside, in shapes that are legal and rarely seen. */
final class TrueDocuments {

    private final World world;
    private final FreshKey key;
    private final JsonObject plain;
    private final JsonObject signed;
    private final Specimens made;

    private TrueDocuments(World world) {
        this.world = world;
        this.key = world.issuer;
        this.plain = Badges.foreign(key.controller());
        this.signed = Proofs.signed(plain, key);
        this.made = new Specimens("true badge", world.judge());
    }

    static List<Specimen> of(World world) {
        var documents = new TrueDocuments(world);
        documents.suites();
        documents.spelling();
        documents.shapes();
        documents.proofs();
        documents.names();
        return documents.made.list();
    }

    private void good(String name, JsonObject document) {
        made.add(name, Specimen.GENUINE, document);
    }

    private void good(String name, String document) {
        made.add(name, Specimen.GENUINE, document);
    }

    private void issued(String name, JsonObject document) {
        good(name, Proofs.signed(document, key));
    }

    private void suites() {
        for (var suite : Cryptosuite.values()) {
            for (var by : List.of(key, world.p256, world.p384)) {
                if (suite.admits(by.publicKey().algorithm())) {
                    var badge = Badges.foreign(by.controller());
                    good(
                            suite.code() + " " + by.jose(),
                            Proofs.signed(badge, suite, by, JsonValue.EMPTY_JSON_OBJECT));
                }
            }
        }
        var onCurve = Proofs.signed(Badges.foreign(world.p256.controller()), world.p256);
        good(
                "the other half of the signature",
                SignatureTricks.withValue(
                        onCurve,
                        SignatureTricks.otherHalf("P-256", SignatureTricks.value(onCurve))));
        good("as Cairn writes it", Proofs.signed(Badges.ours(key), key));
    }

    private void spelling() {
        var text = signed.toString();
        good("members in reverse order", Badges.reversed(signed).toString());
        good(
                "the proof first",
                "{\"proof\":"
                        + Badges.at(signed, "/proof")
                        + ","
                        + without(signed, "/proof").toString().substring(1));
        good("much space", text.replace(",\"", " \r\n\t,\r\n\t\"").replace("\":", "\" :\t"));
        good("space before and behind", "\n\t " + text + " \r\n");
        good("escaped slashes", replaced(text, "28/30", "28\\/30"));
        good("escaped letters", replaced(text, "28/30", "\\u0032\\u0038\\u002F\\u0033\\u0030"));
        good("an escaped name", replaced(text, "\"value\":", "\"\\u0076alue\":"));
        good("a number with an exponent", replaced(text, ":7.5", ":75e-1"));
        good("a number with zeros behind", replaced(text, ":7.5", ":7.500"));
        good(
                "Cairn's own with much space",
                Proofs.signed(Badges.ours(key), key).toString().replace(",\"", ",\n  \""));
        good(
                "Cairn's own in reverse order",
                Badges.reversed(Proofs.signed(Badges.ours(key), key)).toString());
    }

    private void shapes() {
        issued(
                "one subject in a list",
                with(
                        plain,
                        "/credentialSubject",
                        Json.createArrayBuilder()
                                .add(Badges.at(plain, "/credentialSubject"))
                                .build()));
        issued(
                "one type without a list",
                with(plain, "/credentialSubject/type", "\"AchievementSubject\""));
        issued(
                "types in another order",
                with(plain, "/type", "[\"OpenBadgeCredential\",\"VerifiableCredential\"]"));
        issued(
                "the other name of the type",
                with(plain, "/type", "[\"VerifiableCredential\",\"AchievementCredential\"]"));
        issued(
                "a type of somebody else beside",
                with(
                        with(
                                plain,
                                "/@context/-",
                                "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\""),
                        "/type",
                        "[\"VerifiableCredential\",\"OpenBadgeCredential\"]"));
        issued(
                "an older context of badges",
                with(
                        plain,
                        "/@context",
                        "[\"https://www.w3.org/ns/credentials/v2\",\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json\"]"));
        issued(
                "the context of badges without version",
                with(
                        plain,
                        "/@context",
                        "[\"https://www.w3.org/ns/credentials/v2\",\"https://purl.imsglobal.org/spec/ob/v3p0/context.json\"]"));
        issued("no end", without(plain, "/validUntil"));
        issued(
                "an end in another zone",
                with(plain, "/validUntil", "\"2030-06-18T05:30:00+05:30\""));
        issued(
                "an end with parts of a second",
                with(plain, "/validUntil", "\"2030-06-18T00:00:00.123456789Z\""));
        issued(
                "an end in a leap year",
                with(plain, "/validUntil", "\"2028-02-29T23:59:59-11:00\""));
        issued(
                "an identifier without host",
                with(plain, "/id", "\"urn:uuid:0197a1c2-0000-7000-8000-000000000000\""));
        issued(
                "a subject known by mail",
                with(
                        without(plain, "/credentialSubject/id"),
                        "/credentialSubject/identifier",
                        "[{\"type\":\"IdentityObject\",\"identityHash\":\"zoe@lagoonside.example\",\"identityType\":\"emailAddress\",\"hashed\":false}]"));
        issued(
                "a subject known in two ways",
                with(
                        plain,
                        "/credentialSubject/identifier",
                        "[{\"type\":\"IdentityObject\",\"identityHash\":\"s-1\",\"identityType\":\"sourcedId\",\"hashed\":false},{\"type\":\"IdentityObject\",\"identityHash\":\"a@b.example\",\"identityType\":\"emailAddress\",\"hashed\":false}]"));
        issued(
                "names of all writings",
                with(plain, "/name", "\"Ὀδύσσεια 海 ไทย 🎓 e\u0301 עברית\""));
        issued(
                "a name with its language",
                with(
                        plain,
                        "/name",
                        "{\"@value\":\"ניהול לגונות\",\"@language\":\"he\",\"@direction\":\"rtl\"}"));
        issued(
                "a resource with its digest",
                with(
                        plain,
                        "/evidence",
                        "[{\"id\":\"https://lagoonside.example/e\",\"type\":[\"Evidence\"],\"narrative\":\"A plan\"}]"));
        issued(
                "a schema",
                with(
                        with(
                                plain,
                                "/@context/-",
                                "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\""),
                        "/credentialSchema",
                        "[{\"id\":\"https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json\",\"type\":\"1EdTechJsonSchemaValidator2019\"}]"));
        issued(
                "markup in a text",
                with(
                        plain,
                        "/credentialSubject/achievement/criteria/narrative",
                        "\"<script>alert(1)</script> **bold** \\\" \\\\ \\u0001\""));
    }

    private JsonObject proof(JsonObject document, String changes) {
        return Proofs.proof(document, Cryptosuite.EDDSA_RDFC, key, World.json(changes));
    }

    private JsonObject proofs(JsonObject... all) {
        var list = Json.createArrayBuilder();
        for (var one : all) {
            list.add(one);
        }
        return with(plain, "/proof", list.build());
    }

    private void proofs() {
        var first = proof(plain, "{\"id\":\"urn:uuid:a\"}");
        var over = with(plain, "/proof", Json.createArrayBuilder().add(first).build());
        good("one proof in a list", proofs(first));
        good("two proofs", proofs(first, proof(plain, "{\"created\":\"2025-06-21T08:30:00Z\"}")));
        good(
                "two proofs of two suites",
                proofs(
                        first,
                        Proofs.proof(
                                plain, Cryptosuite.EDDSA_JCS, key, JsonValue.EMPTY_JSON_OBJECT)));
        good("a chain of proofs", proofs(first, proof(over, "{\"previousProof\":\"urn:uuid:a\"}")));
        good(
                "a chain in the other order",
                proofs(proof(over, "{\"previousProof\":[\"urn:uuid:a\"]}"), first));
        good(
                "a proof beside that is not known",
                proofs(first, with(first, "/cryptosuite", "\"bbs-2023\"")));
        good("a proof without date", with(plain, "/proof", proof(plain, "{\"created\":null}")));
        good(
                "a proof with an end",
                with(plain, "/proof", proof(plain, "{\"expires\":\"2030-01-01T00:00:00Z\"}")));
        good(
                "a proof for one verifier",
                with(
                        plain,
                        "/proof",
                        proof(
                                plain,
                                "{\"domain\":\"https://verifier.example\",\"challenge\":\"n-17\"}")));
        good("a proof with a nonce", with(plain, "/proof", proof(plain, "{\"nonce\":\"abc\"}")));
        good(
                "a proof dated in another zone",
                with(
                        plain,
                        "/proof",
                        proof(plain, "{\"created\":\"2025-06-20T10:30:00.5+02:00\"}")));
    }

    private void names() {
        var site = Badges.foreign(World.SITE);
        var web = Badges.foreign(World.WEB);
        good(
                "an issuer with an address",
                Proofs.signed(
                        site,
                        Cryptosuite.EDDSA_RDFC,
                        key,
                        World.json("{\"verificationMethod\":\"" + World.SITE + "#key-1\"}")));
        good(
                "such an issuer by its other key",
                Proofs.signed(
                        site,
                        Cryptosuite.ECDSA_RDFC,
                        world.p256,
                        World.json("{\"verificationMethod\":\"" + World.SITE + "#key-2\"}")));
        good("such an issuer by the name of the key itself", Proofs.signed(site, key));
        good(
                "an issuer of the web",
                Proofs.signed(
                        web,
                        Cryptosuite.EDDSA_RDFC,
                        key,
                        World.json("{\"verificationMethod\":\"" + World.WEB + "#key-1\"}")));
        issued(
                "an issuer that calls itself otherwise",
                with(plain, "/issuer/name", "\"Lagoon University\""));
        issued(
                "an issuer with a picture",
                with(
                        plain,
                        "/issuer/image",
                        "{\"id\":\"https://lagoonside.example/logo.png\",\"type\":\"Image\"}"));
    }
}
