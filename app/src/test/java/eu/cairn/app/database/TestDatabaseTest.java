package eu.cairn.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Test classes do not see each other's tables. */
class TestDatabaseTest {

    @Test
    void eachFreshDatabaseIsEmpty() throws SQLException {
        assertThat(tablesAfterMakingOne(TestDatabase.fresh())).isEqualTo(1);
        assertThat(tablesAfterMakingOne(TestDatabase.fresh())).isEqualTo(1);
    }

    private static int tablesAfterMakingOne(TestDatabase database) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE one (word text)");
            var count =
                    statement.executeQuery(
                            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
            count.next();
            return count.getInt(1);
        }
    }
}
