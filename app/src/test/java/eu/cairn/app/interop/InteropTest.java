package eu.cairn.app.interop;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The doors that the test suites of the W3C knock at. */
class InteropTest {

    private static final String ISSUE = "/interop/vc-api/credentials/issue";
    private static final String VERIFY = "/interop/vc-api/credentials/verify";
    private static final String PRESENT = "/interop/vc-api/presentations/verify";
    private static final String MINIMAL =
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2"],
             "type": ["VerifiableCredential"],
             "credentialSubject": {"id": "did:example:subject", "name": "Ada Č"}}
            """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestServer server = TestServer.shared();

    @BeforeAll
    static void letThemIn() {
        server = TestServer.start(false, Map.of("cairn.interop", true));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void whereTheProfileIsOffNothingIsThere() {
        var closed = TestServer.shared();

        for (var path : List.of(ISSUE, VERIFY, PRESENT)) {
            var answer = send(post(closed, path, request("credential", MINIMAL, "{}")));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("request.not-found");
        }
        assertThat(get(closed, "/interop/vc-api/issuer").statusCode()).isEqualTo(404);
        assertThat(get(closed, "/interop/vc-api/status/p256/revocation").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "eddsa-rdfc-2022, Ed25519, z6Mk",
        "eddsa-jcs-2022, Ed25519, z6Mk",
        "ecdsa-rdfc-2019, P-256, zDna",
        "ecdsa-rdfc-2019, P-384, z82L",
        "ecdsa-jcs-2019, P-256, zDna",
        "ecdsa-jcs-2019, P-384, z82L"
    })
    void whatIsIssuedIsVerifiedAndWhatWasChangedIsNot(String suite, String keyType, String prefix) {
        var options = "{\"cryptosuite\": \"%s\", \"keyType\": \"%s\"}".formatted(suite, keyType);

        var issued = json(201, post(ISSUE, request("credential", MINIMAL, options)));

        assertThat(issued.getString("issuer")).startsWith("did:key:" + prefix);
        assertThat(issued.getJsonObject("proof").getString("cryptosuite")).isEqualTo(suite);
        assertThat(DidKey.key(issued.getString("issuer"))).isPresent();
        assertThat(verified(issued)).isEqualTo(200);
        assertThat(verified(changed(issued))).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"Ed25519, EdDSA", "P-256, ES256", "P-384, ES384"})
    void aTokenIsIssuedInAnEnvelope(String keyType, String algorithm) {
        var options = "{\"cryptosuite\": \"vc+jwt\", \"keyType\": \"%s\"}".formatted(keyType);

        var issued = json(201, post(ISSUE, request("credential", MINIMAL, options)));

        var token = issued.getString("id").substring("data:application/vc+jwt,".length());
        var header =
                new String(
                        Base64.getUrlDecoder().decode(token.split("\\.")[0]),
                        StandardCharsets.UTF_8);
        assertThat(issued.getString("type")).isEqualTo("EnvelopedVerifiableCredential");
        assertThat(header).contains("\"alg\":\"" + algorithm + "\"", "\"typ\":\"vc+jwt\"");
        assertThat(verified(issued)).isEqualTo(200);
        var bare = Json.createObjectBuilder().add("verifiableCredential", token).build();
        assertThat(send(post(VERIFY, bare.toString())).statusCode()).isEqualTo(200);
        var forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
        var broken = Json.createObjectBuilder().add("verifiableCredential", forged).build();
        assertThat(send(post(VERIFY, broken.toString())).statusCode()).isEqualTo(400);
    }

    @Test
    void theIssuerSaysWhoItIsAndKeepsItsKeys() {
        var issuer = json(200, HttpRequest.newBuilder(uri("/interop/vc-api/issuer")).GET());

        var byDefault = json(201, post(ISSUE, request("credential", MINIMAL, "{}")));
        assertThat(byDefault.getString("issuer")).isEqualTo(issuer.getString("id"));
        for (var one : issuer.getJsonArray("issuers")) {
            var id = one.asJsonObject().getString("id");
            var named = MINIMAL.replaceFirst("\\{", "{\"issuer\": \"" + id + "\",");
            var issued = json(201, post(ISSUE, request("credential", named, "{}")));
            assertThat(issued.getString("issuer")).isEqualTo(id);
            assertThat(verified(issued)).isEqualTo(200);
        }
        assertThat(issuer.getJsonArray("issuers")).hasSize(3);
    }

    @Test
    void anIssuerOfItsOwnIsKeptAndNobodyConfirmsThatTheKeyIsItsOwn() {
        var named = MINIMAL.replaceFirst("\\{", "{\"issuer\": {\"id\": \"did:example:i\"},");

        var issued = json(201, post(ISSUE, request("credential", named, "{}")));

        assertThat(Members.id(issued, "issuer")).hasValue("did:example:i");
        assertThat(send(post(VERIFY, request("verifiableCredential", issued.toString(), "{}"))))
                .matches(answer -> answer.statusCode() == 200)
                .matches(answer -> answer.body().contains("issuer.key-unconfirmed"));
    }

    @Test
    void everyInputOfTheDataModelSuiteHasItsOutcome() throws IOException {
        var wrong = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        var folder = Shared.path("standards/w3c-vc-2.0/vectors/vcdm2-inputs");
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = file.getFileName().toString();
                var text = Files.readString(file).replaceAll("PAST DATE", "2020-01-01T00:00:00Z");
                var input = text.replaceAll("FUTURE DATE", "2090-01-01T00:00:00Z");
                var credential = !name.startsWith("presentation");
                var answer =
                        credential
                                ? send(
                                        post(
                                                ISSUE,
                                                request("credential", asSuite(input, name), "{}")))
                                : send(
                                        post(
                                                PRESENT,
                                                request(
                                                        "verifiablePresentation",
                                                        input,
                                                        "{\"checks\": []}")));
                var expected = name.contains("-fail") ? 400 : credential ? 201 : 200;
                counts.merge(String.valueOf(expected), 1, Integer::sum);
                if (answer.statusCode() != expected) {
                    wrong.add(name + ": " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        System.out.printf("data model suite over HTTP: %s%n", counts);

        assertThat(wrong).isEmpty();
        assertThat(counts.values().stream().mapToInt(n -> n).sum()).isEqualTo(120);
    }

    /** The suite leaves an issuer that is null as it is, and fills in one that is not there. */
    private static String asSuite(String input, String name) {
        var document = parsed(input);
        return document.containsKey("issuer") || !name.contains("no-issuer")
                ? input
                : Json.createObjectBuilder(document).addNull("issuer").build().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"credential\": 5}",
                "{\"credential\": {}}",
                "{\"credential\": [], \"options\": 7}",
                "{\"verifiableCredential\": null}",
                "{\"verifiableCredential\": {\"type\": [\"NonconformingDocument\"]}}",
                "{\"verifiableCredential\": \"a.b.c\"}",
                "{\"verifiablePresentation\": \"x\"}",
                "{\"verifiablePresentation\": {\"type\": [\"NonconformingDocument\"]}}",
                "{\"a\": 1, \"a\": 2}",
                "{\"credential\": {\"@context\": 5, \"type\": {\"a\": 1}, \"issuer\": []}}"
            })
    void whatIsNoRequestIsRefusedWithCodes(String body) {
        for (var path : List.of(ISSUE, VERIFY, PRESENT)) {
            var answer = send(post(path, body));
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(parsed(answer.body()).getJsonArray("errors")).isNotEmpty();
        }
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefusedAtOnce() {
        var large = request("credential", MINIMAL.replace("Ada", "A".repeat(5 << 20)), "{}");
        var deep = request("credential", "[".repeat(20_000) + "]".repeat(20_000), "{}");

        for (var path : List.of(ISSUE, VERIFY, PRESENT)) {
            assertThat(send(post(path, large)).statusCode()).isEqualTo(413);
            assertThat(send(post(path, deep)).body()).contains("format.too-deep");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"cryptosuite\": \"rot13\"}|interop.option-unknown",
                "{\"keyType\": \"RSA\"}|interop.option-unknown",
                "{\"credentialStatus\": {\"statusPurpose\": \"fame\"}}|interop.option-unknown"
            })
    void anOptionThatIsNotKnownIsRefused(String options, String code) {
        var answer = send(post(ISSUE, request("credential", MINIMAL, options)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"type\": null}|format.type-missing",
                "{\"type\": \"UnknownProofType\"}|integrity.suite-not-supported",
                "{\"cryptosuite\": \"UnknownCryptosuite\"}|integrity.suite-not-supported",
                "{\"cryptosuite\": [\"eddsa-rdfc-2022\"]}|integrity.proof-malformed",
                "{\"cryptosuite\": \"ecdsa-rdfc-2019\"}|integrity.proof-malformed",
                "{\"verificationMethod\": null}|integrity.proof-malformed",
                "{\"verificationMethod\": \"did:key:invalidVm\"}|integrity.key-malformed",
                "{\"verificationMethod\": \"did:web:a.example#k\"}|integrity.key-unknown",
                "{\"proofPurpose\": null}|integrity.proof-malformed",
                "{\"proofPurpose\": \"invalidPurpose\"}|integrity.purpose-wrong",
                "{\"proofValue\": null}|integrity.proof-malformed",
                "{\"proofValue\": \"zz\"}|integrity.changed",
                "{\"proofValue\": \"mAAAA\"}|integrity.proof-malformed",
                "{\"created\": \"invalidDate\"}|integrity.proof-malformed",
                "{\"created\": \"2023-02-24T23:36:38\"}|integrity.proof-malformed",
                "{\"created\": \"2023-02-24T23:36:38Z\"}|integrity.changed",
                "{\"previousProof\": \"urn:uuid:nowhere\"}|integrity.previous-proof-missing"
            })
    void aProofThatIsNotWellMadeIsRefused(String change, String code) {
        var issued = json(201, post(ISSUE, request("credential", MINIMAL, "{}")));
        var proof =
                Json.createObjectBuilder(issued.getJsonObject("proof"))
                        .addAll(Json.createObjectBuilder(parsed(change)));
        var document = Json.createObjectBuilder(issued).add("proof", proof).build();

        var answer = send(post(VERIFY, request("verifiableCredential", document.toString(), "{}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"title\":\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"expectedProofPurpose\": \"authentication\"}",
                "{\"domain\": \"domain.example\"}",
                "{\"challenge\": \"1235abcd6789\"}"
            })
    void aProofThatDoesNotAnswerWhatIsAskedIsRefused(String options) {
        var issued = json(201, post(ISSUE, request("credential", MINIMAL, "{}")));

        var answer =
                send(post(VERIFY, request("verifiableCredential", issued.toString(), options)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("integrity.purpose-wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019"})
    void aTermWithoutAMeaningIsNeverIssuedNorTaken(String suite) {
        var options = "{\"cryptosuite\": \"" + suite + "\"}";
        var unknown = MINIMAL.replace("\"name\"", "\"undefinedTerm\"");
        var issued = json(201, post(ISSUE, request("credential", MINIMAL, options)));
        var added = issued.toString().replace("\"Ada Č\"", "\"Ada Č\", \"undefinedTerm\": 1");

        assertThat(send(post(ISSUE, request("credential", unknown, options))).body())
                .contains("format.term-undefined");
        assertThat(send(post(VERIFY, request("verifiableCredential", added, "{}"))).body())
                .contains("format.term-undefined");
    }

    @Test
    void aStatusIsGivenWhereItIsAskedForAndItsListIsIntact() {
        var options =
                "{\"credentialStatus\": {\"type\": \"BitstringStatusListEntry\","
                        + " \"statusPurpose\": \"revocation\"}}";

        var issued = json(201, post(ISSUE, request("credential", MINIMAL, options)));
        var byAddress =
                json(
                        201,
                        post(
                                ISSUE + "?credentialStatus=suspension",
                                request("credential", MINIMAL, "{}")));

        assertThat(byAddress.getJsonObject("credentialStatus").getString("statusPurpose"))
                .isEqualTo("suspension");
        var entry = StatusList.entries(issued).getFirst();
        var list = json(200, HttpRequest.newBuilder(URI.create(entry.list())).GET());
        assertThat(list.getString("issuer")).isEqualTo(issued.getString("issuer"));
        assertThat(
                        new DataIntegrity(Contexts.trusted())
                                .verify(list, DataIntegrity.Keys.insideTheirNames()))
                .isInstanceOf(DataIntegrity.Proven.Intact.class);
        assertThat(Samples.accepted(StatusList.read(list)).isSet(entry.index())).hasValue(false);
        var asked = "{\"checks\": [\"proof\", \"credentialStatus\"]}";
        assertThat(
                        send(post(
                                        VERIFY,
                                        request("verifiableCredential", issued.toString(), asked)))
                                .statusCode())
                .isEqualTo(200);
        assertThat(get(server, "/interop/vc-api/status/p256/fame").statusCode()).isEqualTo(404);
    }

    @Test
    void aPresentationIsVerifiedWithItsCredentials() {
        var award = json(201, post(ISSUE, request("credential", MINIMAL, "{}")));
        var holder = Samples.signer(7);

        var good = presentation(holder.controller(), award);
        var bad = presentation(holder.controller(), changed(award));
        var others = presentation("did:example:acme", award);

        assertThat(presented(signed(good, holder))).isEqualTo(200);
        assertThat(presented(signed(bad, holder))).isEqualTo(400);
        assertThat(presented(signed(others, holder))).isEqualTo(400);
        assertThat(presented(good)).isEqualTo(400);
    }

    @Test
    void aDocumentNeverMakesTheServerFetchAnything() throws IOException {
        var asked = new AtomicBoolean();
        try (var trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (var caller = trap.accept()) {
                                    asked.set(caller.isConnected());
                                } catch (IOException e) {
                                    // closed at the end of the test
                                }
                            });
            var address = "http://localhost:" + trap.getLocalPort() + "/x";
            var base = "\"https://www.w3.org/ns/credentials/v2\"";
            var status =
                    "\"type\": \"BitstringStatusListEntry\", \"statusPurpose\": \"revocation\","
                            + " \"statusListIndex\": \"1\", \"statusListCredential\": ";
            var baits =
                    List.of(
                            MINIMAL.replace(base, base + ", \"" + address + "\""),
                            MINIMAL.replace(base, base + ", {\"@import\": \"" + address + "\"}"),
                            MINIMAL.replace(
                                    base,
                                    base
                                            + ", {\"x\": {\"@id\": \"urn:a:x\", \"@context\": \""
                                            + address
                                            + "\"}}"),
                            with("credentialStatus", "{" + status + "\"" + address + "\"}"),
                            with(
                                    "relatedResource",
                                    "{\"id\": \""
                                            + address
                                            + "\", \"digestMultibase\":"
                                            + " \"uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw\"}"),
                            with(
                                    "credentialSchema",
                                    "{\"id\": \"" + address + "\", \"type\": \"JsonSchema\"}"),
                            with("issuer", "\"" + address + "\""));
            var checks = "{\"checks\": [\"proof\", \"credentialStatus\"]}";
            for (var bait : baits) {
                var issued = send(post(ISSUE, request("credential", bait, "{}")));
                send(post(VERIFY, request("verifiableCredential", bait, checks)));
                send(post(VERIFY, request("verifiableCredential", issued.body(), checks)));
            }
        }

        assertThat(asked).isFalse();
    }

    @Test
    void manyAtOnceAreAllServedWithOneKey() {
        var issuers =
                IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> json(201, post(ISSUE, request("credential", MINIMAL, "{}"))))
                        .map(issued -> issued.getString("issuer"))
                        .distinct()
                        .toList();

        assertThat(issuers).hasSize(1);
    }

    private static String with(String name, String value) {
        return MINIMAL.replaceFirst("\\{", "{\"" + name + "\": " + value + ",");
    }

    private static JsonObject presentation(String holder, JsonObject credential) {
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add(Contexts.CREDENTIALS_V2))
                .add("type", Json.createArrayBuilder().add("VerifiablePresentation"))
                .add("holder", holder)
                .add("verifiableCredential", Json.createArrayBuilder().add(credential))
                .build();
    }

    private static JsonObject signed(JsonObject document, Signer signer) {
        return parsed(
                Samples.accepted(
                        new DataIntegrity(Contexts.trusted())
                                .sign(document.toString(), signer, Samples.ISSUED)));
    }

    private static int presented(JsonObject presentation) {
        return send(post(PRESENT, request("verifiablePresentation", presentation.toString(), "{}")))
                .statusCode();
    }

    private static JsonObject changed(JsonObject credential) {
        return parsed(credential.toString().replace("Ada", "Eve"));
    }

    private static int verified(JsonObject credential) {
        var options = "{\"checks\": [\"proof\"]}";
        return send(post(VERIFY, request("verifiableCredential", credential.toString(), options)))
                .statusCode();
    }

    private static String request(String name, String document, String options) {
        return "{\"%s\": %s, \"options\": %s}".formatted(name, document, options);
    }

    private static HttpRequest.Builder post(String path, String body) {
        return post(server, path, body);
    }

    private static HttpRequest.Builder post(TestServer at, String path, String body) {
        return HttpRequest.newBuilder(URI.create(at.base() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> get(TestServer at, String path) {
        return send(HttpRequest.newBuilder(URI.create(at.base() + path)).GET());
    }

    private static URI uri(String path) {
        return URI.create(server.base() + path);
    }

    private static JsonObject json(int status, HttpRequest.Builder request) {
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return parsed(answer.body());
    }

    private static JsonObject parsed(String text) {
        return switch (StrictJson.parse(text)) {
            case Decided.Accepted<JsonObject>(var object) -> object;
            case Decided.Refused<JsonObject> refused ->
                    throw new AssertionError(refused.reasons() + ": " + text);
        };
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
