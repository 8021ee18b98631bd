package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import eu.cairn.formats.credential.EllipticSigner;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.sdjwt.LearningCredential;
import eu.cairn.formats.credential.sdjwt.Wallet;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library of the OpenWallet Foundation takes, presents and verifies what Cairn issues to
 * wallets, and Cairn verifies what it issues and presents. Needs Node 20 and, once, {@code npm
 * install} in {@code formats/src/test/js} or in the folder that the property {@code cairn.js}
 * names.
 */
@Tag("long")
class SdJwtByOthersTest {

    private static final String ISSUER = "https://lagoonside.example/";
    private static final Challenge CHALLENGE = new Challenge("https://verifier.example", "n-1");
    private static final List<String> SELECTIVE =
            List.of(
                    "family_name",
                    "given_name",
                    "learner_identification",
                    "expected_study_time",
                    "level_of_learning_experience",
                    "types_of_quality_assurance");

    @TempDir Path folder;

    @Test
    void eachVerifiesWhatTheOtherIssuesAndPresents() throws Exception {
        var now = Instant.now();
        var signer = EllipticSigner.make();
        var wallet = Wallet.make();
        var theirs = new ECKeyGenerator(Curve.P_256).generate();
        var credential = Samples.credential(signer);
        var claims =
                Json.createObjectBuilder(
                                Samples.json(
                                        LearningCredential.write(credential, Publication.NONE)))
                        .add("iss", ISSUER)
                        .add(
                                "cnf",
                                Json.createObjectBuilder()
                                        .add("jwk", Samples.json(wallet.holder().jwk())));
        var given =
                Json.createObjectBuilder()
                        .add("sdJwt", wallet.receive(credential, Publication.NONE, signer))
                        .add("issuer", Samples.json(IssuerKey.of(signer.publicKey()).toJson()))
                        .add("issuerKey", Samples.json(theirs.toJSONString()))
                        .add("holderKey", Samples.json(wallet.key().toJSONString()))
                        .add("claims", claims)
                        .add("selective", Json.createArrayBuilder(SELECTIVE))
                        .add(
                                "disclose",
                                Json.createArrayBuilder()
                                        .add("family_name")
                                        .add("expected_study_time"))
                        .add("audience", CHALLENGE.audience())
                        .add("nonce", CHALLENGE.nonce())
                        .add("now", now.getEpochSecond());

        var answer = answer(given.build());

        var disclosed = answer.getJsonObject("disclosed");
        assertThat(disclosed.getString("family_name")).isEqualTo("Ó Briain");
        assertThat(disclosed.getString("expected_study_time")).isEqualTo("190 h (7.5 ECTS)");
        assertThat(disclosed.containsKey("given_name")).isFalse();
        assertThat(disclosed.getString("achievement_title"))
                .isEqualTo("Gestione sostenibile delle lagune");
        var ours =
                new Verifier(Registries.knowing(signer), StatusLists.unreachable())
                        .verify(bytes(answer.getString("presented")), now, CHALLENGE);
        assertGenuineAndTheHolders(ours);
        var key = IssuerKey.ofJwk(theirs.toPublicJWK().toJSONString()).orElseThrow();
        var of = Registries.of(Set.of(ISSUER), Map.of("theirs", key));
        var issued =
                new Verifier(of, StatusLists.unreachable())
                        .verify(bytes(answer.getString("issued")), now, CHALLENGE);
        assertGenuineAndTheHolders(issued);
        assertThat(issued.credential().orElseThrow().workload()).isEqualTo(credential.workload());
    }

    private static void assertGenuineAndTheHolders(Verdict verdict) {
        assertThat(VerifierTest.reason(verdict)).isEqualTo("genuine");
        assertThat(verdict.checks())
                .filteredOn(check -> check.kind() == Kind.HOLDER)
                .extracting(check -> check.result())
                .containsExactly(Result.PASSED);
    }

    private JsonObject answer(JsonObject given) throws Exception {
        var scripts = Path.of(System.getProperty("cairn.js", "src/test/js")).toAbsolutePath();
        Assumptions.assumeTrue(
                Files.isDirectory(scripts.resolve("node_modules/@sd-jwt")),
                "npm install was not run in " + scripts);
        var file = Files.writeString(folder.resolve("given.json"), given.toString());
        var process =
                new ProcessBuilder(
                                "node",
                                scripts.resolve("sd-jwt-with-others.mjs").toString(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Samples.json(output.strip());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
