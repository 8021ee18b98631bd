package eu.cairn.app.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sole right of one process to a home directory, for as long as the process lives: the
 * operating system takes it back from a killed one.
 *
 * <p>The system also takes it back when the owner closes <em>any</em> channel on the lock file
 * (POSIX record locks), so nothing else in this process may open {@code HOME/lock}, and a second
 * attempt inside one process is refused by {@link #HELD} before it touches the file.
 */
final class HomeLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Creates the home if need be and takes it, or refuses with the process that has it. */
    static HomeLock on(Path wanted) {
        Path home;
        try {
            home = Files.createDirectories(wanted).toRealPath();
        } catch (IOException e) {
            throw notWritable(wanted, e);
        }
        if (!HELD.add(home)) {
            throw inUse(home, String.valueOf(ProcessHandle.current().pid()));
        }
        try {
            return locked(home);
        } catch (IOException e) {
            HELD.remove(home);
            throw notWritable(home, e);
        } catch (CannotStart e) {
            HELD.remove(home);
            throw e;
        }
    }

    private static HomeLock locked(Path home) throws IOException {
        var file = home.resolve("lock");
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(home, Files.readString(file).strip());
        }
        var owner = ProcessHandle.current().pid() + "\n";
        channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)));
        return new HomeLock(home, channel);
    }

    private static CannotStart inUse(Path home, String process) {
        return new CannotStart(
                "start.home-in-use",
                "The home %s is in use by process %s: stop that one, or choose another home with --home."
                        .formatted(home, process.isEmpty() ? "(just starting)" : process));
    }

    private static CannotStart notWritable(Path home, IOException cause) {
        return new CannotStart(
                "start.home-not-writable",
                "The home %s cannot be written (%s): choose another with --home or CAIRN_HOME."
                        .formatted(home, cause),
                cause);
    }

    /** The home's real path, symbolic links resolved. */
    Path home() {
        return home;
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        } finally {
            HELD.remove(home);
        }
    }
}
