package eu.cairn.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Tokens of SoftHSM, a security module made of software. A test that needs one skips, loudly, where
 * SoftHSM is not installed.
 */
public final class SoftHsm {

    public static final String PIN = "493817";

    private static final List<Path> LIBRARIES =
            Stream.of(
                            "/usr/lib/softhsm/libsofthsm2.so",
                            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                            "/usr/lib64/pkcs11/libsofthsm2.so",
                            "/opt/homebrew/lib/softhsm/libsofthsm2.so")
                    .map(Path::of)
                    .toList();

    private static final Deque<Token> FRESH = new ArrayDeque<>();
    private static boolean made;

    private SoftHsm() {}

    /**
     * A token.
     *
     * @param library that knows it
     * @param label its name
     * @param folder where it is kept
     */
    public record Token(Path library, String label, Path folder) {

        /** Takes it away from whoever uses it. */
        public void away() {
            move(folder, aside());
        }

        /** Puts it back. */
        public void back() {
            move(aside(), folder);
        }

        private Path aside() {
            return folder.resolve("../../away-" + label).normalize();
        }

        private static void move(Path from, Path to) {
            try {
                Files.move(from, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A token that nobody else uses, or the calling test is skipped. All are made at once, because
     * a process that has loaded the library does not see those that are made afterwards.
     */
    public static synchronized Token token() {
        var configuration = System.getenv("SOFTHSM2_CONF");
        var library = LIBRARIES.stream().filter(Files::exists).findFirst();
        if (library.isEmpty() || configuration == null) {
            System.err.println("SKIPPED: SoftHSM is not installed (apt-get install softhsm2)");
            Assumptions.abort("SoftHSM absent");
        }
        try {
            if (!made) {
                make(Path.of(configuration), library.get());
                made = true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FRESH.removeFirst();
    }

    private static void make(Path configuration, Path library) throws IOException {
        var home = configuration.resolve("..").normalize();
        delete(home);
        var tokens = Files.createDirectories(home.resolve("tokens"));
        Files.writeString(
                configuration,
                """
                directories.tokendir = %s
                objectstore.backend = file
                log.level = ERROR
                """
                        .formatted(tokens));
        for (int number = 1; number <= 12; number++) {
            var before = folders(tokens);
            var label = "cairn-test-" + number;
            run(
                    "softhsm2-util",
                    "--init-token",
                    "--free",
                    "--label",
                    label,
                    "--pin",
                    PIN,
                    "--so-pin",
                    "731945");
            var folder =
                    folders(tokens).stream()
                            .filter(one -> !before.contains(one))
                            .findFirst()
                            .orElseThrow();
            FRESH.add(new Token(library, label, folder));
        }
    }

    private static List<Path> folders(Path tokens) throws IOException {
        try (var files = Files.list(tokens)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void run(String... command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
