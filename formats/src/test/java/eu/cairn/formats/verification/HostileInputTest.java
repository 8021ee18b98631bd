package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import eu.cairn.verification.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileInputTest {

    private static final Signer SIGNER = Samples.signer(1);
    private static final int FLIPS = 600;

    /** A badge of somebody else, with a proof that was never made over it. */
    private static final String FOREIGN =
            """
            {"@context":["https://www.w3.org/ns/credentials/v2",\
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],\
            "id":"https://b.example/1","type":["VerifiableCredential","OpenBadgeCredential"],\
            "issuer":{"id":"%s","type":["Profile"],"name":"B"},"validFrom":"2025-01-01T00:00:00Z",\
            "credentialSubject":{"id":"urn:x:1","type":["AchievementSubject"],"achievement":{\
            "id":"urn:x:2","type":["Achievement"],"name":"N","description":"D","criteria":{"narrative":"C"}}},\
            "proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022",\
            "proofPurpose":"assertionMethod","created":"2025-01-01T00:00:00Z",\
            "verificationMethod":"%s","proofValue":"z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme"}}
            """
                    .formatted(SIGNER.controller(), SIGNER.verificationMethod());

    private final DataIntegrity integrity = new DataIntegrity(Contexts.trusted());
    private final Verifier verifier =
            new Verifier(Registries.knowing(SIGNER), VerifierTest.lists(new BitSet()));

    @Test
    void noFlippedBitLeavesACredentialGenuine() {
        var signed = bytes(Samples.signed(SIGNER));
        var reasons = new TreeMap<String, Integer>();
        var step = Math.max(1, signed.length * 8 / FLIPS) | 1;
        for (int bit = 0; bit < signed.length * 8; bit += step) {
            var changed = signed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            var verdict = verifier.verify(changed, Samples.NOW);
            assertThat(verdict).as("bit %d", bit).isNotInstanceOf(Verdict.Genuine.class);
            reasons.merge(VerifierTest.reason(verdict), 1, Integer::sum);
        }
        System.out.println("flipped bits: " + reasons);
        assertThat(reasons).containsKey("not-genuine integrity.changed");
    }

    @Test
    void nothingCanBeDeletedDoubledOrReordered() {
        var document = Samples.json(Samples.signed(SIGNER));
        var reasons = new TreeMap<String, Integer>();
        for (var pointer : pointers(document, "")) {
            for (var changed : changes(document, Json.createPointer(pointer))) {
                var verdict = verifier.verify(bytes(changed.toString()), Samples.NOW);
                assertThat(verdict).as(pointer).isNotInstanceOf(Verdict.Genuine.class);
                reasons.merge(VerifierTest.reason(verdict), 1, Integer::sum);
            }
        }
        System.out.println("changed paths: " + reasons);
        assertThat(reasons.values().stream().mapToInt(n -> n).sum()).isGreaterThan(200);
    }

    @Test
    void whateverTheIssuerPutsInAnyPlaceThereIsAVerdict() {
        var document = Samples.json(OpenBadge.write(Samples.credential(SIGNER), Publication.NONE));
        var values =
                Samples.json("{\"all\":[null,1,true,\"\",\"x\",[],{},[[1]],{\"@value\":1},-1e300]}")
                        .getJsonArray("all");
        var reasons = new TreeMap<String, Integer>();
        int turn = 0;
        for (var pointer : pointers(document, "")) {
            for (var value : values) {
                var changed = Json.createPointer(pointer).replace(document, value);
                reasons.merge(reason(SignedJwtTest.byEd25519(changed)), 1, Integer::sum);
            }
            var one = values.get(turn++ % values.size());
            var changed = Json.createPointer(pointer).replace(document, one).toString();
            if (integrity.sign(changed, SIGNER, Samples.NOW)
                    instanceof Decided.Accepted<String>(var signed)) {
                reasons.merge(reason(signed), 1, Integer::sum);
            }
        }
        System.out.println("odd values: " + reasons);
        assertThat(reasons.values().stream().mapToInt(n -> n).sum()).isGreaterThan(1_500);
    }

    private String reason(String document) {
        return VerifierTest.reason(verifier.verify(bytes(document), Samples.NOW));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsRefusedWithinASecond(String name, String document, String code) {
        var start = System.nanoTime();
        var verdict = verifier.verify(bytes(document), Samples.NOW);
        var millis = (System.nanoTime() - start) / 1_000_000;

        System.out.printf("%s: %s after %d ms%n", name, VerifierTest.reason(verdict), millis);
        assertThat(VerifierTest.reason(verdict)).endsWith(" " + code);
        assertThat(millis).isLessThan(2_000);
    }

    static Stream<Arguments> bombs() {
        var head =
                "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"type\":\"VerifiableCredential\",\"x\":";
        var context = "\"https://www.w3.org/ns/credentials/v2\"";
        return Stream.of(
                Arguments.of("deep arrays", head + "[".repeat(100_000), "format.too-deep"),
                Arguments.of("deep objects", head + "{\"a\":".repeat(100_000), "format.too-deep"),
                Arguments.of(
                        "a long number",
                        head + "1".repeat(500_000) + "}",
                        "format.number-too-long"),
                Arguments.of("a huge exponent", head + "1e999999999}", "format.number-too-long"),
                Arguments.of(
                        "a long text",
                        head + "\"" + "a".repeat(5_000_000) + "\"}",
                        "format.too-large"),
                Arguments.of(
                        "many contexts",
                        FOREIGN.replaceFirst(
                                "\\[" + context, "[" + (context + ",").repeat(20_000) + context),
                        "format.graph-too-complex"));
    }

    @Test
    void aPoisonGraphIsGivenUp() throws IOException {
        var subjects = Json.createArrayBuilder();
        int size = 10;
        for (int i = 0; i < size; i++) {
            var node = Json.createObjectBuilder().add("id", "_:b" + i);
            var others = Json.createArrayBuilder();
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    others.add(Json.createObjectBuilder().add("id", "_:b" + j));
                }
            }
            subjects.add(node.add("knows", others));
        }
        var signed = Samples.json(FOREIGN);
        var document =
                Json.createObjectBuilder(signed)
                        .add(
                                "@context",
                                Json.createArrayBuilder(signed.getJsonArray("@context"))
                                        .add("https://www.w3.org/ns/credentials/examples/v2"))
                        .add(
                                "credentialSubject",
                                Json.createObjectBuilder(signed.getJsonObject("credentialSubject"))
                                        .add("knows", subjects))
                        .build();

        var start = System.nanoTime();
        var verdict = verifier.verify(bytes(document.toString()), Samples.NOW);
        var millis = (System.nanoTime() - start) / 1_000_000;

        System.out.printf("poison graph: %s after %d ms%n", VerifierTest.reason(verdict), millis);
        assertThat(verdict).isNotInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.checks()).extracting("code").contains("format.graph-too-complex");
        assertThat(millis).isLessThan(2_000);
    }

    @Test
    void malformedSignaturesOfThePublishedCorpusAreRefused() throws IOException {
        var corpus =
                Samples.json(
                        Files.readString(
                                Shared.path("corpora/wycheproof/json_web_signature_odd.json")));
        var wrong = new ArrayList<String>();
        int count = 0;
        for (var group : corpus.getJsonArray("testGroups").getValuesAs(JsonObject.class)) {
            var key = group.getOrDefault("public", group.getOrDefault("private", JsonValue.NULL));
            var publicKey = IssuerKey.ofJwk(key.toString());
            for (var test : group.getJsonArray("tests").getValuesAs(JsonObject.class)) {
                count++;
                var accepted =
                        publicKey.isPresent()
                                && Recognised.of(bytes(test.getString("jws")))
                                        instanceof Recognised.Jwt(var token)
                                && CompactJws.read(token)
                                        .map(
                                                jws ->
                                                        jws.isSupported()
                                                                && jws.isSignedBy(publicKey.get()))
                                        .equals(Decided.accepted(true));
                var algorithm = key.asJsonObject().getString("alg", "");
                var ours = List.of("ES256", "ES384", "RS256", "PS256").contains(algorithm);
                var valid = test.getString("result").equals("valid");
                if (accepted != (valid && ours)) {
                    wrong.add(algorithm + " " + test);
                }
            }
        }
        System.out.printf("Wycheproof JWS: %d tests%n", count);

        assertThat(wrong).isEmpty();
    }

    private static List<JsonObject> changes(JsonObject document, JsonPointer pointer) {
        var changes = new ArrayList<JsonObject>();
        changes.add(pointer.remove(document));
        if (pointer.getValue(document) instanceof JsonArray array && !array.isEmpty()) {
            changes.add(
                    pointer.replace(
                            document,
                            Json.createArrayBuilder(array).add(array.getFirst()).build()));
            if (array.size() > 1) {
                changes.add(
                        pointer.replace(
                                document, Json.createArrayBuilder(array.reversed()).build()));
            }
        }
        return changes;
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
