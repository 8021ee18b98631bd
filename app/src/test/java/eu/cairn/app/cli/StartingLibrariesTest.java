package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingLibrariesTest {

    private static final String SIGNED = "bcutil-jdk18on";
    private static final String OLD = "picocli";

    @TempDir Path folder;

    @Test
    void aSignatureIsLeftAway() throws IOException {
        var archive = library(SIGNED);
        var before = entries(archive);

        StartingLibraries.makeReady(folder, false);

        assertThat(before).contains("META-INF/BCRSA204.SF");
        assertThat(entries(archive))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(before)
                                .filter(name -> !name.matches("META-INF/.*\\.(SF|RSA)"))
                                .toList());
        try (var jar = new JarFile(archive.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Multi-Release"))
                    .isEqualTo("true");
            assertThat(jar.getManifest().getEntries()).isEmpty();
        }
    }

    @Test
    void whereTheJdkWantsSignaturesTheyStay() throws IOException {
        var archive = library(SIGNED);
        var before = Files.readAllBytes(archive);

        StartingLibraries.makeReady(folder, true);

        assertThat(archive).hasBinaryContent(before);
    }

    @Test
    void oldClassesGetTheVersionThatCanBeKeptAndStillRun() throws Exception {
        var archive = library(OLD);

        StartingLibraries.makeReady(folder, false);

        try (var jar = new JarFile(archive.toFile());
                var in = jar.getInputStream(jar.getEntry("picocli/CommandLine.class"));
                var loader = new URLClassLoader(new URL[] {archive.toUri().toURL()}, null)) {
            assertThat(in.readNBytes(8)).endsWith(0, 0, 0, 52);
            for (var entry : jar.stream().toList()) {
                var name = entry.getName();
                if (name.startsWith("picocli/") && name.endsWith(".class")) {
                    // initialising a class lets the machine verify its code
                    Class.forName(
                            name.substring(0, name.length() - 6).replace('/', '.'), true, loader);
                }
            }
        }
    }

    private Path library(String name) throws IOException {
        var path =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .filter(entry -> entry.getFileName().toString().startsWith(name + "-"))
                        .findFirst()
                        .orElseThrow();
        return Files.copy(path, folder.resolve(path.getFileName()));
    }

    private static String[] entries(Path archive) throws IOException {
        try (var jar = new JarFile(archive.toFile())) {
            return jar.stream().map(entry -> entry.getName()).toArray(String[]::new);
        }
    }
}
