package eu.cairn.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database keeps what it acknowledged, leaves nothing running, and says why not. */
class EmbeddedPostgresTest {

    /** One home for the tests in which the server starts: unpacking it is the slow part. */
    @TempDir static Path home;

    @Test
    void whatWasKeptIsThereAtTheNextStart() throws SQLException {
        try (var database = EmbeddedPostgres.start(home)) {
            execute(database, "CREATE TABLE IF NOT EXISTS kept (word text)");
            execute(database, "INSERT INTO kept VALUES ('stone')");
        }

        try (var database = EmbeddedPostgres.start(home)) {
            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("stone");
        }
    }

    @Test
    void aRunningServerIsFoundWithoutStartingOne() throws SQLException {
        try (var database = EmbeddedPostgres.start(home)) {
            var found = EmbeddedPostgres.running(home).orElseThrow();

            assertThat(found.jdbcUrl()).isEqualTo(database.jdbcUrl());
            DriverManager.getConnection(found.jdbcUrl(), found.user(), found.password()).close();
        }

        assertThat(EmbeddedPostgres.running(home)).isEmpty();
        assertThat(EmbeddedPostgres.running(home.resolve("nowhere"))).isEmpty();
    }

    @Test
    void theServerIsDurableAndSpeaksUnicode() throws SQLException {
        try (var database = EmbeddedPostgres.start(home)) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(database, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(ask(database, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(database, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(database, "SELECT upper('žluťoučký')")).isEqualTo("ŽLUŤOUČKÝ");
        }
    }

    @Test
    void theProgramsAreOfTheVersionThatNamesTheirFolder() throws SQLException {
        try (var database = EmbeddedPostgres.start(home)) {
            var version = ask(database, "SHOW server_version");
            assertThat(PostgresBinaries.VERSION).isEqualTo(version + ".0");
        }
    }

    @Test
    void onlyTheLoopbackAddressAnswers() throws IOException {
        try (var database = EmbeddedPostgres.start(home)) {
            new Socket(InetAddress.ofLiteral("127.0.0.1"), database.port()).close();
            for (var address : addressesOfThisMachine()) {
                assertThatThrownBy(() -> new Socket(address, database.port()).close())
                        .as(address.toString())
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() throws IOException {
        try (var database = EmbeddedPostgres.start(home)) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(database.jdbcUrl(), "cairn", "wrong"))
                    .hasMessageContaining("password authentication failed");
            var file = home.resolve("postgres/password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aKilledProcessLeavesNoServerBehind() throws IOException {
        var holder = holdInAnotherProcess();
        var server = ProcessHandle.of(holder.serverPid()).orElseThrow();

        holder.process().destroyForcibly();

        assertThat(endsWithin(server, Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aServerLeftBehindIsTakenOver() throws IOException, SQLException {
        var holder = holdInAnotherProcess();
        var watchdog = Files.readString(home.resolve("postgres/watchdog")).strip();
        ProcessHandle.of(Long.parseLong(watchdog)).orElseThrow().destroyForcibly();
        holder.process().destroyForcibly().onExit().join();
        var server = ProcessHandle.of(holder.serverPid()).orElseThrow();

        try (var database = EmbeddedPostgres.start(home)) {
            assertThat(database.pid()).isEqualTo(holder.serverPid());
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
        assertThat(endsWithin(server, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void aStartRightAfterAKillGetsAServerThatStays() throws IOException, SQLException {
        var holder = holdInAnotherProcess();
        holder.process().destroyForcibly().onExit().join();

        try (var database = EmbeddedPostgres.start(home)) {
            assertThat(database.pid()).isNotEqualTo(holder.serverPid());
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void acknowledgedRowsSurviveAKillOfTheServer() throws SQLException {
        var acknowledged = new ArrayList<String>();
        try (var database = EmbeddedPostgres.start(home)) {
            execute(database, "CREATE TABLE IF NOT EXISTS acknowledged (number int)");
            try (var connection = connection(database);
                    var statement = connection.createStatement()) {
                for (int number = 0; number < 200; number++) {
                    statement.execute("INSERT INTO acknowledged VALUES (" + number + ")");
                    acknowledged.add(String.valueOf(number));
                }
                ProcessHandle.of(database.pid()).orElseThrow().destroyForcibly();
            }
        }

        try (var database = EmbeddedPostgres.start(home)) {
            var kept =
                    ask(
                            database,
                            "SELECT string_agg(number::text, ' ' ORDER BY number) FROM"
                                    + " acknowledged");
            assertThat(kept.split(" ")).containsExactlyElementsOf(acknowledged);
        }
    }

    @Test
    void aNumberThatNowBelongsToAnotherProcessIsNoServer() throws IOException, SQLException {
        EmbeddedPostgres.start(home).close();
        var file = home.resolve("postgres/data/postmaster.pid");
        Files.writeString(
                file, ProcessHandle.current().pid() + "\n" + home + "\n0\n1\n\n\n\nready\n");

        try (var database = EmbeddedPostgres.start(home)) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aSecondStartOnTheSameHomeIsRefusedAndHarmsNothing() throws SQLException {
        try (var database = EmbeddedPostgres.start(home)) {
            assertRefused(home, "start.home-in-use", "" + ProcessHandle.current().pid());
            assertRefused(home, "start.home-in-use", "" + ProcessHandle.current().pid());
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aHomeOfAnotherProcessIsRefusedWithItsNumber() throws IOException {
        var holder = holdInAnotherProcess();
        try {
            assertRefused(home, "start.home-in-use", "process " + holder.process().pid());
        } finally {
            holder.process().destroyForcibly().onExit().join();
        }
    }

    @Test
    void aHomeBelowAFileCannotBeWritten(@TempDir Path elsewhere) throws IOException {
        var file = Files.createFile(elsewhere.resolve("file"));
        assertRefused(file.resolve("home"), "start.home-not-writable", "--home");
    }

    @Test
    void brokenFilesAreNamed() throws IOException {
        EmbeddedPostgres.start(home).close();
        var control = home.resolve("postgres/data/global/pg_control");
        var whole = Files.readAllBytes(control);
        Files.write(control, Arrays.copyOf(whole, 100));
        try {
            assertRefused(home, "start.database-broken", "pg_control");
        } finally {
            Files.write(control, whole);
        }
    }

    private record Holder(Process process, long serverPid) {}

    private static Holder holdInAnotherProcess() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HoldsADatabase.class.getName(),
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader();
        var started = output.readLine();
        if (started == null) {
            throw new NoSuchElementException("the other process did not start the database");
        }
        return new Holder(process, Long.parseLong(started.split(" ")[0]));
    }

    private static boolean endsWithin(ProcessHandle server, Duration time) {
        var deadline = Instant.now().plus(time);
        while (runs(server) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        return !runs(server);
    }

    /** A dead process that its parent has not buried has no working directory any more. */
    private static boolean runs(ProcessHandle server) {
        return server.isAlive() && Files.exists(Path.of("/proc/" + server.pid() + "/cwd"));
    }

    private static void assertRefused(Path home, String code, String inSentence) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(home).close())
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.sentence()).contains(inSentence);
                        });
    }

    private static List<InetAddress> addressesOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
    }

    private static Connection connection(EmbeddedPostgres database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    private static void execute(EmbeddedPostgres database, String sql) throws SQLException {
        try (var connection = connection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres database, String question) throws SQLException {
        try (var connection = connection(database);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
