package eu.cairn.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The small shell between Cairn and the database server that stops the server when Cairn ends,
 * however it ends: it reads a pipe that only Cairn holds, and the system closes that pipe even
 * after {@code kill -9}.
 *
 * <p>It runs in a session of its own, so a Ctrl-C at the terminal reaches Cairn alone, which then
 * stops in order.
 */
final class Watchdog {

    /**
     * How long a server may take to stop; one that takes longer is stopped without a checkpoint.
     */
    private static final Duration STOP = Duration.ofSeconds(60);

    private static final Duration GLANCE = Duration.ofMillis(50);

    /** How the shell is called in a list of processes. */
    private static final String NAME = "cairn-watchdog";

    private static final String SCRIPT =
            """
            trap '' HUP INT TERM PIPE
            folder=$1 bin=$2 task=$3 options=$4
            exec 2>>"$folder/server.log"
            echo $$ >"$folder/watchdog"
            stop() {
              # Nothing to stop: no server, or a dead one whose parent has not buried it.
              read -r server <"$folder/data/postmaster.pid" &&
                read -r _ _ state _ <"/proc/$server/stat" && [ "$state" != Z ] || return 0
              "$bin/pg_ctl" -s -D "$folder/data" -m fast -w -t 60 stop ||
                "$bin/pg_ctl" -s -D "$folder/data" -m immediate -w -t 10 stop
            }
            if [ "$task" = start ]; then
              "$bin/pg_ctl" -s -D "$folder/data" -w -t 300 -l "$folder/server.log" \\
                -o "$options" start >&2 || { stop; exit 1; }
            fi
            echo ready
            read -r line
            stop
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    /** Starts a server and watches over it; empty if it did not come up. */
    static Optional<Watchdog> starting(Cluster cluster, String options) throws IOException {
        return running(cluster, "start", options);
    }

    /** Watches over a server that runs already. */
    static Optional<Watchdog> adopting(Cluster cluster) throws IOException {
        return running(cluster, "adopt", "");
    }

    private static Optional<Watchdog> running(Cluster cluster, String task, String options)
            throws IOException {
        var folder = cluster.folder().toString();
        var bin = cluster.bin().toString();
        var command = List.of("setsid", "sh", "-c", SCRIPT, NAME, folder, bin, task, options);
        var watchdog = new Watchdog(cluster.account().process(command).start());
        var answer = watchdog.shell.inputReader().readLine();
        return "ready".equals(answer) ? Optional.of(watchdog) : Optional.empty();
    }

    /**
     * Waits for the watchdog of a former Cairn, whose work it is just now to stop the server: to
     * take the server over meanwhile would be to lose it a moment later.
     */
    static void awaitFormer(Cluster cluster) {
        var deadline = Instant.now().plus(STOP);
        var former = former(cluster.folder());
        while (former.isPresent() && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(GLANCE.toNanos());
            former = former(cluster.folder());
        }
        former.ifPresent(ProcessHandle::destroyForcibly);
    }

    private static Optional<ProcessHandle> former(Path folder) {
        try {
            var number = Files.readString(folder.resolve("watchdog")).strip();
            var commandLine = Files.readString(Path.of("/proc", number, "cmdline"));
            return commandLine.contains(NAME) && commandLine.contains(folder.toString())
                    ? ProcessHandle.of(Long.parseLong(number))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Lets the server stop, and waits for it; false if the watchdog itself was killed before. */
    boolean stopped() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            return false;
        }
        return shell.onExit().join().exitValue() == 0;
    }
}
