package eu.cairn.app.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database of a test class's own on the one real server that all tests of a run share.
 *
 * <p>The server lives in {@code target/test-postgres}, is unpacked once, and goes with the run; the
 * databases of earlier runs are dropped when it starts.
 *
 * @param jdbcUrl the address, without user and password
 */
public record TestDatabase(String jdbcUrl, String user, String password) {

    private static final int RUNS_AT_ONCE = 4;
    private static final String PREFIX = "test_";

    /** Started with the first database that is asked for. */
    private static final class Server {
        static final EmbeddedPostgres SHARED = started();
        static int databases;

        private static EmbeddedPostgres started() {
            for (int run = 1; ; run++) {
                try {
                    var home = Path.of("target", "test-postgres", String.valueOf(run));
                    var server = EmbeddedPostgres.start(home);
                    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                    dropFormer(server);
                    return server;
                } catch (CannotStart e) {
                    if (!e.code().equals("start.home-in-use") || run == RUNS_AT_ONCE) {
                        throw e;
                    }
                }
            }
        }

        private static void dropFormer(EmbeddedPostgres server) {
            var former = new ArrayList<String>();
            try (var connection =
                            DriverManager.getConnection(
                                    server.jdbcUrl(), server.user(), server.password());
                    var statement = connection.createStatement();
                    var names =
                            statement.executeQuery(
                                    "SELECT datname FROM pg_database WHERE starts_with(datname, '"
                                            + PREFIX
                                            + "')")) {
                while (names.next()) {
                    former.add("DROP DATABASE " + names.getString(1) + " WITH (FORCE)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            execute(server, former);
        }

        private static void execute(EmbeddedPostgres server, List<String> commands) {
            try (var connection =
                            DriverManager.getConnection(
                                    server.jdbcUrl(), server.user(), server.password());
                    var statement = connection.createStatement()) {
                for (var command : commands) {
                    statement.execute(command);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static synchronized String freshName() {
            databases++;
            var name = PREFIX + databases;
            execute(SHARED, List.of("CREATE DATABASE " + name));
            return name;
        }
    }

    /** A new database without tables. */
    public static TestDatabase fresh() {
        var name = Server.freshName();
        var server = Server.SHARED;
        return new TestDatabase(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), name),
                server.user(),
                server.password());
    }

    /** A source of unpooled connections. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
