package eu.cairn.app.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data directory names in its {@code postmaster.pid}.
 *
 * @param pid the process
 * @param port its TCP port, 0 while it has none
 * @param ready whether it says that it takes connections
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">PostgreSQL 18,
 *     66.1</a>
 */
record Postmaster(long pid, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** What a data directory's {@code postmaster.pid} turns out to mean. */
    enum Life {
        /** No such process: PostgreSQL clears up after it. */
        GONE,
        /**
         * The number is taken by another process by now, or by a dead one that nobody has buried:
         * PostgreSQL cannot tell, and would refuse to start.
         */
        STALE,
        /** A server on this very directory. */
        SERVING
    }

    static Optional<Postmaster> namedIn(Path data) throws IOException {
        try {
            var lines = Files.readAllLines(file(data));
            return Optional.of(
                    new Postmaster(
                            Long.parseLong(line(lines, 0).strip()),
                            Integer.parseInt("0" + line(lines, PORT_LINE).strip()),
                            line(lines, STATUS_LINE).startsWith("ready")));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "";
    }

    /** Whether the process lives, and as the server of {@code data}: it works inside of it. */
    Life life(Path data) {
        var process = Path.of("/proc", String.valueOf(pid));
        if (!Files.exists(process)) {
            return Life.GONE;
        }
        try {
            var isPostgres = Files.readString(process.resolve("comm")).strip().equals("postgres");
            var isHere = isPostgres && Files.isSameFile(process.resolve("cwd"), data);
            return isHere ? Life.SERVING : Life.STALE;
        } catch (AccessDeniedException e) {
            // A server of another account: to be on the safe side it counts as ours.
            return Life.SERVING;
        } catch (IOException e) {
            return Files.exists(process) ? Life.STALE : Life.GONE;
        }
    }
}
