package eu.cairn.app.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is read from the files of a folder that an operator may change at any time, by another
 * program too: read anew when a file came, went or changed, which is looked at once a second.
 */
public final class WatchedFolder<T> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final Path folder;
    private final Function<List<Path>, T> reader;

    private record Seen<T>(String state, T content, long at) {}

    private volatile Seen<T> seen;

    /**
     * @param reader makes the content from the files, in the order of their names
     */
    public WatchedFolder(Path folder, Function<List<Path>, T> reader) {
        this.folder = folder;
        this.reader = reader;
        this.seen = look();
    }

    public T content() {
        var last = seen;
        if (System.nanoTime() - last.at < PAUSE) {
            return last.content;
        }
        var files = files();
        var state = state(files);
        var next =
                state.equals(last.state)
                        ? new Seen<>(state, last.content, System.nanoTime())
                        : new Seen<>(state, reader.apply(files), System.nanoTime());
        seen = next;
        return next.content;
    }

    /** Reads everything anew, where what the reader goes by has changed. */
    public void reread() {
        seen = look();
    }

    private Seen<T> look() {
        var files = files();
        return new Seen<>(state(files), reader.apply(files), System.nanoTime());
    }

    /** Writes a file whole or not at all. */
    public void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, "new", ".tmp");
            Files.writeString(fresh, text);
            Files.setPosixFilePermissions(
                    fresh, PosixFilePermissions.fromString("rw-r--r--")); // none is secret
            Files.move(
                    fresh,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        seen = look();
    }

    /** Whether there was such a file. */
    public boolean delete(String name) {
        try {
            boolean was = Files.deleteIfExists(folder.resolve(name));
            seen = look();
            return was;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name of a file for a thing of any name. */
    public static String name(String of) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".tmp"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("{} cannot be read: {}", folder, e.toString());
            return List.of();
        }
    }

    /** The content of a file; none where it cannot be read, which is logged. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            LOG.error("{} cannot be read: {}", file, e.toString());
            return new byte[0];
        }
    }

    private static String state(List<Path> files) {
        return files.stream().map(WatchedFolder::state).collect(Collectors.joining("\n"));
    }

    private static String state(Path file) {
        try {
            return file
                    + " "
                    + Files.size(file)
                    + " "
                    + Files.getLastModifiedTime(file)
                    + " "
                    + Files.isReadable(file);
        } catch (IOException e) { // gone meanwhile
            return file + " -";
        }
    }
}
