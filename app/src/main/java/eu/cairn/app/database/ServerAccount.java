package eu.cairn.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * As whom the programs of PostgreSQL run, which refuse to run as root: as the current user, or,
 * started by root, in a user namespace where root is nobody, or else as nobody itself.
 *
 * <p>In the namespace the files still belong to root outside of it; the other way they are given to
 * nobody, who must also be able to reach them.
 */
enum ServerAccount {
    /** An ordinary user: no wrapper. */
    CURRENT,
    /** Root, hidden from the programs by a user namespace without a mapping. */
    NAMESPACE,
    /** The account 65534 (nobody), for where namespaces are forbidden. */
    NOBODY;

    private static final int NOBODY_ID = 65534;

    /** The account that works here for files in {@code folder}, or a refusal. */
    static ServerAccount in(Path folder) throws IOException {
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            return CURRENT;
        }
        if (NAMESPACE.can("true")) {
            return NAMESPACE;
        }
        if (NOBODY.can("test", "-x", folder.getParent() + "/.")) {
            return NOBODY;
        }
        throw new CannotStart(
                "start.root-not-possible",
                "PostgreSQL refuses to run as root, and here neither a user namespace nor the"
                        + " account nobody can keep it in "
                        + folder
                        + ": start Cairn as an ordinary user, or "
                        + CannotStart.ELSEWHERE);
    }

    private List<String> wrapper() {
        return switch (this) {
            case CURRENT -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY ->
                    List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
        };
    }

    private boolean can(String... command) {
        try {
            var process =
                    process(List.of(command))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The process that will run {@code command} under this account, in an environment that holds
     * nothing of the caller's but the search path: a stray PGDATA or LD_LIBRARY_PATH has no effect.
     */
    ProcessBuilder process(List<String> command) {
        var line = new ArrayList<>(wrapper());
        line.addAll(command);
        var process = new ProcessBuilder(line);
        var environment = process.environment();
        var searchPath = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.clear();
        environment.putAll(Map.of("PATH", searchPath, "LC_ALL", "C", "TZ", "UTC"));
        return process;
    }

    /** Gives {@code path} and what it holds to this account. */
    void own(Path path) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (var paths = Files.walk(path)) {
            for (var each : paths.toList()) {
                Files.setAttribute(each, "unix:uid", NOBODY_ID);
                Files.setAttribute(each, "unix:gid", NOBODY_ID);
            }
        }
    }
}
