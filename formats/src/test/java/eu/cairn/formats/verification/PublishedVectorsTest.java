package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every published vector, judged by what its publisher expects; those of Open Badges have a test of
 * their own.
 */
class PublishedVectorsTest {

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
