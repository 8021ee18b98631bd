package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.badge.BadgePicture;
import eu.cairn.formats.credential.badge.BakedPng;
import eu.cairn.formats.credential.badge.OpenBadge2;
import eu.cairn.framework.Decided;
import eu.cairn.verification.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OlderBadgeTest {

    private static final String ISSUER = "https://lindero.example/issuer";
    private static final String KEY = "https://lindero.example/keys/1";

    /** An assertion with everything inside; what it is to be believed for is filled in. */
    private static final String ASSERTION =
            """
            {"@context":"https://w3id.org/openbadges/v2","type":"Assertion",
            "id":"https://lindero.example/assertions/7",
            "recipient":{"type":"email","hashed":false,"identity":"zoe@lagoonside.example"},
            "issuedOn":"2024-05-02T09:00:00Z","expires":"2030-05-02T09:00:00Z",
            "verification":%s,
            "badge":{"type":"BadgeClass","id":"https://lindero.example/badges/archives",
            "name":"Metadata for archives","description":"Describes collections.",
            "criteria":{"narrative":"Describe a collection."},
            "image":"https://lindero.example/badges/archives.png",
            "alignment":[{"targetName":"apply a metadata standard","targetCode":"M1",
            "targetUrl":"https://lindero.example/outcomes/m1"}],
            "issuer":{"type":"Issuer","id":"https://lindero.example/issuer",
            "name":"Academia Lindero","url":"https://lindero.example/"}}}
            """;

    private static final JsonObject HOSTED =
            Samples.json(ASSERTION.formatted("{\"type\":\"hosted\"}"));
    private static final JsonObject SIGNED =
            Samples.json(ASSERTION.formatted("{\"type\":\"signed\",\"creator\":\"" + KEY + "\"}"));

    private final Verifier verifier =
            new Verifier(
                    Registries.of(
                            Set.of(ISSUER),
                            Map.of(KEY, IssuerKey.of(Samples.signer(1).publicKey()))),
                    VerifierTest.lists(new BitSet()));

    @Test
    void anAssertionWithItsBadgeInsideIsRead() {
        var read = accepted(OpenBadge2.read(HOSTED));

        assertThat(read.id()).isEqualTo("https://lindero.example/assertions/7");
        assertThat(read.title().authoritative()).isEqualTo("Metadata for archives");
        assertThat(read.awardingBody().legalName()).isEqualTo("Academia Lindero");
        assertThat(read.awardingBody().id()).isEqualTo(ISSUER);
        assertThat(read.awardedOn()).contains(LocalDate.of(2024, 5, 2));
        assertThat(read.issuedAt()).isEqualTo(Instant.parse("2024-05-02T09:00:00Z"));
        assertThat(read.expiresOn()).contains(LocalDate.of(2030, 5, 2));
        assertThat(read.outcomes()).extracting(outcome -> outcome.code()).containsExactly("M1");
        assertThat(read.learner()).isEmpty();
    }

    @Test
    void aHostedAssertionProvesNothingByItself() {
        var verdict = verify(HOSTED.toString());

        assertThat(reason(HOSTED.toString())).isEqualTo("could-not-finish integrity.hosted");
        assertThat(verdict.credential()).isEmpty();
        assertThat(reason(with(HOSTED, "/badge", "\"https://lindero.example/badges/archives\"")))
                .isEqualTo("could-not-finish format.badge-elsewhere");
    }

    @Test
    void aSignedAssertionIsIntactButNeverGenuineWithoutItsRevocations() {
        var verdict = verify(SignedJwtTest.byEd25519(SIGNED));

        assertThat(verdict.checks())
                .extracting(check -> check.code())
                .contains(
                        "format.open-badges-2",
                        "integrity.intact",
                        "issuer.key-matches",
                        "status.kind-not-supported");
        assertThat(VerifierTest.reason(verdict))
                .isEqualTo("could-not-finish status.kind-not-supported");
        assertThat(verdict.credential()).isPresent();
    }

    @Test
    void aSignatureThatIsMissingBrokenOrBySomebodyElseIsToldApart() {
        var token = SignedJwtTest.byEd25519(SIGNED);
        var parts = token.split("\\.");
        var other = SignedJwtTest.byEd25519(HOSTED).split("\\.");

        assertThat(reason(SIGNED.toString())).isEqualTo("not-genuine integrity.no-proof");
        assertThat(reason(parts[0] + "." + parts[1] + "." + other[2]))
                .isEqualTo("not-genuine integrity.changed");
        assertThat(
                        VerifierTest.reason(
                                new Verifier(TrustRegistry.empty(), StatusLists.unreachable())
                                        .verify(bytes(token), Samples.NOW)))
                .isEqualTo("could-not-finish integrity.key-unknown");
    }

    @Test
    void whatIsFalseInTheAssertionItselfIsNotGenuine() {
        assertThat(reason(with(HOSTED, "/expires", "\"2025-01-01T00:00:00Z\"")))
                .isEqualTo("not-genuine validity.expired");
        assertThat(reason(with(HOSTED, "/issuedOn", "\"2029-01-01T00:00:00Z\"")))
                .isEqualTo("not-genuine validity.not-yet");
        assertThat(reason(with(HOSTED, "/expires", "\"2020-01-01T00:00:00Z\"")))
                .isEqualTo("not-genuine format.period-inverted");
        assertThat(reason(with(HOSTED, "/issuedOn", "\"yesterday\"")))
                .isEqualTo("not-genuine format.date-malformed");
        assertThat(reason(with(HOSTED, "/type", "\"Other\"")))
                .isEqualTo("not-genuine format.type-wrong");
        assertThat(reason(HOSTED.getJsonObject("badge").toString()))
                .isEqualTo("could-not-finish format.badge-part");
    }

    @Test
    void aBakedAssertionIsJudgedLikeTheAssertionAndAnAddressIsNotFetched() {
        var picture = BadgePicture.png(Samples.credential(Samples.signer(1)));

        assertThat(reason(BakedPng.bake(picture, HOSTED.toString())))
                .isEqualTo("could-not-finish integrity.hosted");
        assertThat(reason(BakedPng.bake(picture, "https://lindero.example/assertions/7")))
                .isEqualTo("could-not-finish format.address-only");
    }

    @Test
    void whateverStandsInAnyPlaceThereIsAVerdictAndItIsNeverGenuine() {
        var values =
                Samples.json("{\"all\":[null,1,true,\"\",\"x\",[],{},[[1]],{\"id\":1}]}")
                        .getJsonArray("all");
        var reasons = new TreeMap<String, Integer>();
        for (var document : new JsonObject[] {HOSTED, SIGNED}) {
            for (var pointer : pointers(document, "")) {
                for (var value : values) {
                    var changed = Json.createPointer(pointer).replace(document, value);
                    for (var text :
                            new String[] {changed.toString(), SignedJwtTest.byEd25519(changed)}) {
                        var verdict = verify(text);
                        assertThat(verdict).isNotInstanceOf(Verdict.Genuine.class);
                        reasons.merge(VerifierTest.reason(verdict), 1, Integer::sum);
                    }
                }
            }
        }
        System.out.println("odd assertions: " + reasons);
    }

    @Test
    void whatIsReadIsNeverAnOpenBadge3ToOthers() {
        assertThat(OpenBadge2.asCredential(HOSTED).containsKey("proof")).isFalse();
        assertThat(OpenBadge2.read(Json.createPointer("/badge").remove(HOSTED)))
                .isInstanceOf(Decided.Refused.class);
    }

    private static String with(JsonObject document, String pointer, String value) {
        var parsed = Samples.json("{\"v\":" + value + "}").get("v");
        return Json.createPointer(pointer).replace(document, parsed).toString();
    }

    private Verdict verify(String text) {
        return verifier.verify(bytes(text), Samples.NOW);
    }

    private String reason(String text) {
        return VerifierTest.reason(verify(text));
    }

    private String reason(byte[] document) {
        return VerifierTest.reason(verifier.verify(document, Samples.NOW));
    }

    private static List<String> pointers(JsonValue value, String path) {
        var all = new ArrayList<String>();
        switch (value) {
            case JsonObject object ->
                    object.forEach(
                            (name, member) -> {
                                var pointer = path + "/" + Json.encodePointer(name);
                                all.add(pointer);
                                all.addAll(pointers(member, pointer));
                            });
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    all.add(path + "/" + i);
                    all.addAll(pointers(array.get(i), path + "/" + i));
                }
            }
            default -> {}
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
