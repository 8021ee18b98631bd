package eu.cairn.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The reference material of others that lies beside a developer's checkout: standards, vectors,
 * published courses. A test that needs it skips, loudly, where it is absent.
 */
public final class Shared {

    private Shared() {}

    /**
     * The file or folder {@code name} of the reference material, or the calling test is skipped.
     */
    public static Path path(String name) {
        var path = folder().resolve(name);
        if (!Files.exists(path)) {
            System.err.println(
                    "SKIPPED: the reference material " + name + " is not beside this checkout");
            Assumptions.abort("reference material absent: " + name);
        }
        return path;
    }

    /** Whether there is any reference material. */
    static boolean isHere() {
        return Files.exists(folder());
    }

    private static Path folder() {
        var root = Path.of(System.getProperty("cairn.root", "")).toAbsolutePath();
        return root.resolveSibling("shared");
    }
}
