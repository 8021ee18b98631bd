package eu.cairn.app.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked once from the archive on the class path ({@code
 * io.zonky.test.postgres}, 60 MB unpacked: {@code postgres}, {@code initdb}, {@code pg_ctl}).
 */
final class PostgresBinaries {

    /** The version of the archive, which names the folder it is unpacked into. */
    static final String VERSION = "18.6.0";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /** The folder of the programs inside {@code folder}, whole or not there at all. */
    static Path unpackedIn(Path folder) throws IOException {
        var target = folder.resolve("bin-" + VERSION);
        if (Files.isDirectory(target)) {
            return target.resolve("bin");
        }
        var unpacking = folder.resolve("unpacking");
        delete(unpacking);
        try (var archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null || !platformIsSupported()) {
                throw notSupported();
            }
            unpack(archive, unpacking);
        }
        Files.move(unpacking, target, StandardCopyOption.ATOMIC_MOVE);
        return target.resolve("bin");
    }

    private static boolean platformIsSupported() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static CannotStart notSupported() {
        return new CannotStart(
                "start.platform-not-supported",
                "The embedded database runs on Linux on x86-64 only, and this is %s on %s: "
                                .formatted(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.arch"))
                        + CannotStart.ELSEWHERE);
    }

    private static void unpack(InputStream archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                place(entry, tar, path);
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Deletes what a broken attempt may have left. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
