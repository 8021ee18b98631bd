package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verifying offline does not need is not loaded, for loading is most of what it takes. */
class OfflineStartTest {

    @TempDir Path folder;

    @Test
    void neitherTheFrameworkNorTheAuthoritiesOfTheJdkAreRead() throws IOException {
        var example = Path.of(System.getProperty("cairn.root"), "app/src/main/aot");
        var loaded = folder.resolve("loaded");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xlog:class+load:file=" + loaded,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "eu.cairn.app.cli.Cairn",
                                "verify",
                                "--offline",
                                "--home",
                                folder.toString(),
                                "--trust",
                                example.resolve("trust.json").toString(),
                                example.resolve("credential.json").toString())
                        .redirectErrorStream(true)
                        .start();

        assertThat(process.inputReader().readAllLines())
                .anyMatch(line -> line.contains("Nothing was changed since it was sealed"));
        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains("eu.cairn.formats.verification.Verifier "))
                // the library for logs asks all that could set it up, and the framework is one
                .noneMatch(line -> line.matches(".*] org\\.springframework\\.(?!boot\\.logging).*"))
                .noneMatch(line -> line.contains("sun.security.ssl.TrustStoreManager"));
    }
}
