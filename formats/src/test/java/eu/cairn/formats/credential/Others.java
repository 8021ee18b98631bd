package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The libraries of others, in JavaScript. They need Node 20 and, once, {@code npm install} in
 * {@code formats/src/test/js} or in the folder that the property {@code cairn.js} names; a test
 * that needs them skips, loudly, where they are absent.
 */
public final class Others {

    private Others() {}

    /** What {@code script} prints, given our contexts (put into {@code folder}) and a file. */
    public static String answer(Path folder, String script, Path... files) throws Exception {
        var scripts = Path.of(System.getProperty("cairn.js", "src/test/js")).toAbsolutePath();
        if (!Files.isDirectory(scripts.resolve("node_modules"))) {
            System.err.println("SKIPPED: npm install was not run in " + scripts);
            Assumptions.abort("the libraries of others are absent");
        }
        var command =
                new ArrayList<>(
                        List.of(
                                "node",
                                scripts.resolve(script).toString(),
                                contexts(folder).toString()));
        for (var file : files) {
            command.add(file.toString());
        }
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output.strip();
    }

    private static Path contexts(Path folder) throws IOException {
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
