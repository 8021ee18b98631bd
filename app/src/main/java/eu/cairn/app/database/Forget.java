package eu.cairn.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Empties a home directory of Cairn, so that the next start begins anew. */
public final class Forget {

    private Forget() {}

    /**
     * Stops a server that may still run in {@code home} and deletes everything in it; a directory
     * that is not a home of Cairn is left alone.
     */
    public static void everythingIn(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        if (!Files.isDirectory(home.resolve("postgres"))) {
            throw new CannotStart(
                    "start.not-a-home",
                    home + " is not a home directory of Cairn, so it is not emptied.");
        }
        EmbeddedPostgres.start(home).close();
        try (var _ = HomeLock.on(home);
                var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(home) && !file.equals(home.resolve("lock"))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "start.home-not-writable", home + " cannot be emptied: " + e.getMessage(), e);
        }
    }
}
