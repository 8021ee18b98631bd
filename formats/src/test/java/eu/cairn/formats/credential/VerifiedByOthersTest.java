package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Cairn signs is verified by the reference libraries in JavaScript. Needs Node 20 and, once,
 * {@code npm install} in {@code formats/src/test/js} or in the folder that the property {@code
 * cairn.js} names.
 */
@Tag("long")
class VerifiedByOthersTest {

    @TempDir Path folder;

    @Test
    void aSignedCredentialIsVerifiedByTheReferenceLibraries() throws Exception {
        var file = Files.writeString(folder.resolve("a.json"), Samples.signed(Samples.signer(1)));

        assertThat(answer(file)).isEqualTo("{\"verified\":true}");
    }

    @Test
    void aCredentialThatCanBeRefreshedIsVerifiedToo() throws Exception {
        var signer = Samples.signer(1);
        var refreshed =
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("https://lagoonside.example/newest/0197a1c2"));
        var signed = Samples.signed(Samples.credential(signer), refreshed, signer);
        var file = Files.writeString(folder.resolve("c.json"), signed);

        assertThat(answer(file)).isEqualTo("{\"verified\":true}");
    }

    @Test
    void aChangedCredentialIsNot() throws Exception {
        var changed = Samples.signed(Samples.signer(1)).replace("28/30", "30/30");
        var file = Files.writeString(folder.resolve("b.json"), changed);

        assertThat(answer(file)).startsWith("{\"verified\":false");
    }

    private String answer(Path file) throws Exception {
        var scripts = Path.of(System.getProperty("cairn.js", "src/test/js")).toAbsolutePath();
        Assumptions.assumeTrue(
                Files.isDirectory(scripts.resolve("node_modules")),
                "npm install was not run in " + scripts);
        var process =
                new ProcessBuilder(
                                "node",
                                scripts.resolve("verify-with-others.mjs").toString(),
                                contexts().toString(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        System.out.println("reference libraries: " + output.strip());
        return output.strip();
    }

    private Path contexts() throws IOException {
        var target = Files.createDirectories(folder.resolve("contexts"));
        var index = Json.createObjectBuilder();
        int number = 0;
        for (var address : Contexts.trusted().addresses()) {
            var name = number++ + ".json";
            Files.writeString(
                    target.resolve(name), Contexts.trusted().document(address).toString());
            index.add(address, name);
        }
        Files.writeString(target.resolve("index.json"), index.build().toString());
        return target;
    }
}
