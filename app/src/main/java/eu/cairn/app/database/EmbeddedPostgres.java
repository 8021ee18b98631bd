package eu.cairn.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server of Cairn's own, kept in a home directory: it is the same durable server as a
 * separate one (nothing acknowledged is lost in a crash), only started and stopped by Cairn.
 *
 * <p>It listens on the loopback address only, asks for a generated password, and ends with the
 * process that started it, even after {@code kill -9}. A server that was left behind all the same
 * is taken over by the next start.
 *
 * <p>Errors: {@link CannotStart}. The home belongs to one process at a time.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "cairn";
    private static final String NO_SUCH_DATABASE = "3D000";

    /**
     * Given on the command line, which no configuration file can overrule. The first three are what
     * makes an acknowledged commit survive a crash.
     */
    private static final String OPTIONS =
            "-c fsync=on -c synchronous_commit=on -c full_page_writes=on"
                    + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -p ";

    /** How long a server that was left behind may take to answer: it may be recovering. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int ATTEMPTS = 20;

    private final HomeLock lock;
    private final Cluster cluster;
    private final Watchdog watchdog;
    private final Postmaster postmaster;

    private EmbeddedPostgres(HomeLock lock) throws IOException {
        this.lock = lock;
        this.cluster = Cluster.in(folderIn(lock.home()));
        Watchdog.awaitFormer(cluster);
        this.watchdog = isLeftBehind() ? adopted() : started();
        try {
            this.postmaster =
                    cluster.postmaster().orElseThrow(() -> cluster.broken("it has vanished"));
            createDatabase();
        } catch (IOException | RuntimeException e) {
            watchdog.stopped();
            throw e;
        }
    }

    private static Path folderIn(Path home) {
        return home.resolve("postgres");
    }

    /**
     * Starts the server of {@code home}, which is made when it does not exist: the first time this
     * takes some seconds, later well below one.
     */
    public static EmbeddedPostgres start(Path home) {
        var lock = HomeLock.on(home);
        try {
            return new EmbeddedPostgres(lock);
        } catch (IOException e) {
            lock.close();
            throw Cluster.broken(folderIn(lock.home()), e.toString());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * The database of a home whose server runs now, in this process or another; nothing is started
     * and nothing is changed. Empty where no server runs, or it does not answer.
     */
    public static Optional<DatabaseAddress> running(Path home) {
        var folder = folderIn(home);
        var data = folder.resolve("data");
        try {
            var found = Postmaster.namedIn(data);
            if (found.isEmpty()
                    || !found.get().ready()
                    || found.get().life(data) != Postmaster.Life.SERVING) {
                return Optional.empty();
            }
            var password = Files.readString(folder.resolve("password")).strip();
            return serves(found.get(), password, data)
                    ? Optional.of(
                            new DatabaseAddress(
                                    url(found.get(), DATABASE), Cluster.OWNER, password))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a home has a database, running or not. */
    public static boolean isIn(Path home) {
        return Files.exists(folderIn(home).resolve("data"));
    }

    /** Whether a server of a former Cairn still runs and answers; waits while it cannot say. */
    private boolean isLeftBehind() throws IOException {
        var deadline = Instant.now().plus(ANSWER);
        while (true) {
            var left = cluster.postmaster();
            if (left.isEmpty()) {
                return false;
            }
            switch (left.get().life(cluster.data())) {
                case GONE -> {
                    return false;
                }
                case STALE -> {
                    Files.deleteIfExists(Postmaster.file(cluster.data()));
                    return false;
                }
                case SERVING -> {
                    if (left.get().ready()
                            && serves(left.get(), cluster.password(), cluster.data())) {
                        return true;
                    }
                }
            }
            if (Instant.now().isAfter(deadline)) {
                throw cluster.broken(
                        "process %d holds its files and does not answer"
                                .formatted(left.get().pid()));
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private static boolean serves(Postmaster candidate, String password, Path data) {
        try (var connection =
                        DriverManager.getConnection(
                                url(candidate, "postgres"), Cluster.OWNER, password);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SHOW data_directory")) {
            return answer.next() && Files.isSameFile(Path.of(answer.getString(1)), data);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    private Watchdog adopted() throws IOException {
        return Watchdog.adopting(cluster).orElseThrow(() -> cluster.broken(cluster.lastLogLine()));
    }

    /**
     * Starts the server. Somebody may take the free port a moment before it, and after a kill its
     * former children may still be about to end: both pass.
     */
    private Watchdog started() throws IOException {
        for (int attempt = 1; ; attempt++) {
            Files.deleteIfExists(cluster.log());
            var started = Watchdog.starting(cluster, OPTIONS + freePort());
            if (started.isPresent()) {
                return started.get();
            }
            var log = Files.readString(cluster.log());
            var passes =
                    log.contains("pre-existing shared memory block")
                            || log.contains("Address already in use");
            if (!passes || attempt == ATTEMPTS) {
                throw cluster.broken(cluster.lastLogLine());
            }
            LockSupport.parkNanos(GLANCE.multipliedBy(attempt).toNanos());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void createDatabase() {
        try {
            DriverManager.getConnection(jdbcUrl(), Cluster.OWNER, cluster.password()).close();
        } catch (SQLException e) {
            if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
                throw cluster.broken(String.valueOf(e.getMessage()));
            }
            execute("CREATE DATABASE " + DATABASE);
        }
    }

    private void execute(String sql) {
        try (var connection =
                        DriverManager.getConnection(
                                url(postmaster, "postgres"), Cluster.OWNER, cluster.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw cluster.broken(String.valueOf(e.getMessage()));
        }
    }

    /** The address of the database {@code cairn}, without user and password. */
    public String jdbcUrl() {
        return url(postmaster, DATABASE);
    }

    /** The owner of the database, who may create others. */
    public String user() {
        return Cluster.OWNER;
    }

    /** The generated password, which is also in {@code HOME/postgres/password}. */
    public String password() {
        return cluster.password();
    }

    /** The TCP port on the loopback address; it may differ at each start. */
    public int port() {
        return postmaster.port();
    }

    /** The process of the server. */
    public long pid() {
        return postmaster.pid();
    }

    /** Stops the server, waits until its files are at rest, and gives the home back. */
    @Override
    public void close() {
        try {
            if (!watchdog.stopped()) {
                Watchdog.adopting(cluster).ifPresent(Watchdog::stopped);
            }
        } catch (IOException e) {
            throw cluster.broken(e.toString());
        } finally {
            lock.close();
        }
    }

    private static String url(Postmaster postmaster, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postmaster.port(), database);
    }
}
