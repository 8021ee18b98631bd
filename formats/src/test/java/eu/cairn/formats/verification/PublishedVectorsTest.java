package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every published vector, judged by what its publisher expects. */
class PublishedVectorsTest {

    private static final String ONE_ED_TECH = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";

    /** Valid by their publisher, and why no verdict is reached here. */
    private static final Map<String, String> OPEN =
            Map.of(
                    "simple_v1.json", "could-not-finish format.not-supported",
                    "simple-json.svg", "could-not-finish format.not-supported",
                    "simple-jwt.svg", "could-not-finish format.not-supported",
                    "simple-jwt_v1.svg", "could-not-finish format.not-supported",
                    "simple-jwt.png", "could-not-finish format.not-supported",
                    "simple-jwt_v1.png", "could-not-finish format.not-supported",
                    "simple-eddsa-2022.json", "could-not-finish format.not-supported",
                    "sd/derivedcredential.json", "could-not-finish integrity.suite-not-supported");

    @Test
    void openBadgesVectorsAreJudgedAsTheirPublisherDoes() throws IOException {
        var folder = Shared.path("standards/open-badges-3.0/vectors");
        var verifier = new Verifier(knowingEverybodyByTheKeyOf1EdTech(), StatusLists.unreachable());
        var genuine = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        int judged = 0;
        for (var row : rows("standards/open-badges-3.0/EXPECTED.csv")) {
            var file = folder.resolve(row[1].replaceFirst("^ob30/", ""));
            if (!row[0].equals("OB30") || !Files.exists(file)) {
                continue;
            }
            judged++;
            var name = folder.relativize(file).toString();
            var reason = VerifierTest.reason(timed(verifier, Files.readAllBytes(file)));
            System.out.printf("%-80s %-16s %s%n", name, row[2], reason);
            if (reason.equals("genuine")) {
                genuine.add(name);
            }
            var expected =
                    switch (row[2]) {
                        case "valid", "warning", "valid warning" ->
                                OPEN.getOrDefault(name, "genuine").equals(reason);
                        case "probe only" -> true;
                        default -> !reason.equals("genuine");
                    };
            if (!expected) {
                wrong.add(name + ": " + reason);
            }
        }
        System.out.printf("Open Badges 3.0: %d judged, %d genuine%n", judged, genuine.size());

        assertThat(wrong).isEmpty();
        assertThat(judged).isGreaterThanOrEqualTo(38);
    }

    @Test
    void withAnEmptyRegistryNoVectorIsGenuine() throws IOException {
        var verifier = new Verifier(TrustRegistry.empty(), StatusLists.unreachable());
        int count = 0;
        for (var folder :
                List.of(
                        "standards/open-badges-3.0",
                        "standards/open-badges-2.0",
                        "standards/w3c-vc-2.0/vectors",
                        "standards/clr-2.0",
                        "standards/elm-3.2/samples",
                        "corpora/vc-data-model-2.0",
                        "corpora/json-test-suite")) {
            for (var file : files(Shared.path(folder))) {
                var verdict = timed(verifier, Files.readAllBytes(file));
                assertThat(verdict).as(file.toString()).isNotInstanceOf(Verdict.Genuine.class);
                count++;
            }
        }
        System.out.printf("empty registry: %d documents, none genuine%n", count);
    }

    @Test
    void signedTokensAreJudgedAsTheJoseSuiteDoes() throws IOException {
        var folder = Shared.path("standards/w3c-vc-2.0/vectors/jose-cose");
        var keys = new HashMap<String, IssuerKey>();
        for (var name : List.of("p256", "p384", "ed25519")) {
            var method = Samples.json(Files.readString(folder.resolve("vm-" + name + ".json")));
            keys.put(
                    method.getString("id"),
                    IssuerKey.ofJwk(method.getJsonObject("publicKeyJwk").toString()).orElseThrow());
        }
        var verifier =
                new Verifier(
                        Registries.of(Set.of("https://example.issuer/vc-jose-cose"), keys),
                        StatusLists.unreachable());
        var wrong = new ArrayList<String>();
        int judged = 0;
        for (var row : rows("standards/w3c-vc-2.0/vectors/jose-cose/EXPECTED.csv")) {
            if (!row[1].equals("verify") || !row[2].equals("credential_jose")) {
                continue;
            }
            judged++;
            var verdict = verifier.verify(Files.readAllBytes(folder.resolve(row[3])), Samples.NOW);
            var intact =
                    verdict.checks().stream().anyMatch(c -> c.code().equals("integrity.intact"));
            System.out.printf("%-40s %-8s %s%n", row[3], row[5], VerifierTest.reason(verdict));
            if (intact != row[5].equals("success")) {
                wrong.add(row[3] + ": " + VerifierTest.reason(verdict));
            }
        }
        System.out.printf("JOSE: %d judged%n", judged);

        assertThat(wrong).isEmpty();
    }

    @Test
    void strictJsonRefusesWhatIsNoJsonAndNeverBreaks() throws IOException {
        var wrong = new ArrayList<String>();
        int refused = 0;
        int count = 0;
        for (var file : files(Shared.path("corpora/json-test-suite"))) {
            var name = file.getFileName().toString();
            var bytes = Files.readAllBytes(file);
            var start = System.nanoTime();
            var isRefused = StrictJson.parse(bytes) instanceof Decided.Refused;
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(1));
            count++;
            refused += isRefused ? 1 : 0;
            if (name.startsWith("n_") && !isRefused) {
                wrong.add(name);
            }
            var text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).strip();
            if (name.startsWith("y_object") && isRefused && !name.contains("duplicate")) {
                wrong.add(name + " " + text);
            }
        }
        System.out.printf("JSON: %d texts, %d refused%n", count, refused);

        assertThat(wrong).isEmpty();
    }

    private static Verdict timed(Verifier verifier, byte[] document) {
        var start = System.nanoTime();
        var verdict = verifier.verify(document, Samples.NOW);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        return verdict;
    }

    private static TrustRegistry knowingEverybodyByTheKeyOf1EdTech() {
        var key = IssuerKey.of(DidKey.fromMultikey(ONE_ED_TECH).orElseThrow());
        return new TrustRegistry() {
            @Override
            public String name() {
                return "everybody";
            }

            @Override
            public Optional<TrustedIssuer> issuer(String id) {
                return id.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Registries.issuer(Set.of(id), Map.of(id + "#" + ONE_ED_TECH, key)));
            }
        };
    }

    private static List<String[]> rows(String csv) throws IOException {
        return Files.readAllLines(Shared.path(csv)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
