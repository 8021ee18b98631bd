package eu.cairn.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a PostgreSQL server needs on disk, all in one folder: its programs, its data directory (a
 * "database cluster"), the password of its owner and its log.
 *
 * @param folder readable by the owner alone
 * @param bin the programs
 * @param account as whom they run
 * @param password of {@link #OWNER}
 */
record Cluster(Path folder, Path bin, ServerAccount account, String password) {

    /** The superuser of the cluster. */
    static final String OWNER = "cairn";

    private static final String DRAFT = "data.new";

    /** The cluster in {@code folder}, whole: created if it is not there yet. */
    static Cluster in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var bin = PostgresBinaries.unpackedIn(folder);
        var cluster = new Cluster(folder, bin, ServerAccount.in(folder), passwordIn(folder));
        if (!Files.exists(cluster.data())) {
            cluster.create();
        }
        return cluster;
    }

    private static String passwordIn(Path folder) throws IOException {
        var file = folder.resolve("password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var draft = folder.resolve("password.new");
            Files.deleteIfExists(draft);
            var ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(ownerOnly));
            Files.writeString(draft, HexFormat.of().formatHex(bytes));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private void create() throws IOException {
        forgetDrafts();
        var draft = Files.createTempDirectory(folder, DRAFT);
        account.own(folder);
        var initdb =
                List.of(
                        bin.resolve("initdb").toString(),
                        "--pgdata=" + draft,
                        "--username=" + OWNER,
                        "--pwfile=" + folder.resolve("password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions");
        var process =
                account.process(initdb)
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        if (process.onExit().join().exitValue() != 0) {
            throw broken(lastLogLine());
        }
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Deletes what a killed Cairn left half made. Its {@code initdb} may still be writing there for
     * a moment, which does no harm: each attempt has a folder of its own.
     */
    private void forgetDrafts() throws IOException {
        try (var drafts = Files.newDirectoryStream(folder, DRAFT + "*")) {
            for (var draft : drafts) {
                PostgresBinaries.delete(draft);
            }
        } catch (DirectoryNotEmptyException | UncheckedIOException e) {
            // It goes the next time.
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    /** The server's log since its last start. */
    Path log() {
        return folder.resolve("server.log");
    }

    /** The server that the data directory names as its own. */
    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.namedIn(data());
    }

    /** The reason of a failure as the server gave it, in the system's English. */
    String lastLogLine() {
        try {
            var lines = Files.readAllLines(log());
            return lines.reversed().stream()
                    .filter(line -> line.contains("FATAL") || line.contains("error"))
                    .findFirst()
                    .orElse(lines.isEmpty() ? "no reason was given" : lines.getLast());
        } catch (NoSuchFileException e) {
            return "it was never started";
        } catch (IOException e) {
            return e.toString();
        }
    }

    CannotStart broken(String reason) {
        return broken(folder, reason);
    }

    static CannotStart broken(Path folder, String reason) {
        return new CannotStart(
                "start.database-broken",
                "The embedded database in %s does not start (%s): see server.log there, or "
                                .formatted(folder, reason)
                        + CannotStart.ELSEWHERE);
    }

    /** The folder alone: a password does not belong in a log. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
