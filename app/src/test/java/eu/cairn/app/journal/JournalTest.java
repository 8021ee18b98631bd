package eu.cairn.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.database.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal shows every change that was made behind its back. */
class JournalTest {

    private static final UUID ACTOR = new UUID(1, 2);

    private static final TestDatabase DATABASE = migrated();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());
    private final Journal journal = new Journal(jdbc, Clock.systemUTC());

    @BeforeEach
    void sevenLines() {
        jdbc.sql("TRUNCATE journal").update();
        var together = together();
        for (int i = 1; i <= 7; i++) {
            append(together, "line " + i);
        }
    }

    @Test
    void aJournalThatNobodyTouchedIsIntact() {
        assertThat(journal.verify()).isEqualTo(new Journal.Verification.Intact(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    UPDATE journal SET kind = 'award.unmade' WHERE seq = 4         | 4 | journal.line-changed
                    UPDATE journal SET subject = 'x' WHERE seq = 1                 | 1 | journal.line-changed
                    UPDATE journal SET actor = 'x' WHERE seq = 7                   | 7 | journal.line-changed
                    UPDATE journal SET digest = hash WHERE seq = 2                 | 2 | journal.line-changed
                    UPDATE journal SET at = at + interval '1 microsecond' WHERE seq = 3 | 3 | journal.line-changed
                    UPDATE journal SET organisation = gen_random_uuid() WHERE seq = 5 | 5 | journal.line-changed
                    UPDATE journal SET hash = 'x' WHERE seq = 4                    | 4 | journal.line-changed
                    UPDATE journal SET previous = hash WHERE seq = 6               | 6 | journal.chain-broken
                    DELETE FROM journal WHERE seq = 1                              | 1 | journal.line-missing
                    DELETE FROM journal WHERE seq = 4                              | 4 | journal.line-missing
                    DELETE FROM journal WHERE seq < 5                              | 1 | journal.line-missing
                    UPDATE journal SET seq = seq + 1 WHERE seq = 7                 | 7 | journal.line-missing
                    INSERT INTO journal SELECT 0, at, organisation, actor, kind, subject, digest, previous, 'x' FROM journal WHERE seq = 1 | 1 | journal.line-missing
                    INSERT INTO journal SELECT 8, at, organisation, actor, kind, subject, digest, hash, 'x' FROM journal WHERE seq = 7 | 8 | journal.line-changed
                    """)
    void theFirstLineThatWasTouchedIsNamed(String command, long line, String fault) {
        jdbc.sql(command).update();

        assertThat(journal.verify()).isEqualTo(new Journal.Verification.Broken(line, fault));
    }

    @Test
    void linesThatChangedPlacesAreFound() {
        jdbc.sql("UPDATE journal SET seq = CASE seq WHEN 3 THEN -4 ELSE -3 END WHERE seq IN (3, 4)")
                .update();
        jdbc.sql("UPDATE journal SET seq = -seq WHERE seq < 0").update();

        assertThat(journal.verify())
                .isEqualTo(new Journal.Verification.Broken(3, "journal.chain-broken"));
    }

    @Test
    void aLineRewrittenWithItsHashBreaksTheNextOne() {
        var line =
                jdbc.sql("SELECT * FROM journal WHERE seq = 3")
                        .query((row, n) -> Journal.line(row))
                        .single();
        jdbc.sql("UPDATE journal SET kind = 'forged', hash = :hash WHERE seq = 3")
                .param(
                        "hash",
                        JournalLine.hash(
                                3,
                                line.at(),
                                line.organisation(),
                                line.actor(),
                                "forged",
                                line.subject(),
                                line.digest(),
                                line.previous()))
                .update();

        assertThat(journal.verify())
                .isEqualTo(new Journal.Verification.Broken(4, "journal.chain-broken"));
    }

    @Test
    void manyWritersAtOnceNeverForkIt() throws Exception {
        try (var writers = Executors.newFixedThreadPool(8)) {
            var lines =
                    IntStream.range(0, 64)
                            .<Callable<Boolean>>mapToObj(
                                    i ->
                                            () -> {
                                                append(together(), "at once " + i);
                                                return true;
                                            })
                            .toList();
            for (var done : writers.invokeAll(lines)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(journal.verify()).isEqualTo(new Journal.Verification.Intact(71));
    }

    @Test
    void aDecisionThatIsTakenBackLeavesNoLineAndNoGap() {
        var together = together();
        together.transaction()
                .executeWithoutResult(
                        status -> {
                            together.journal()
                                    .append(Optional.empty(), ACTOR, "test", "x", new byte[0]);
                            status.setRollbackOnly();
                        });
        append(together, "after it");

        assertThat(journal.verify()).isEqualTo(new Journal.Verification.Intact(8));
    }

    @Test
    void itNamesNobody() {
        var text = new ArrayList<String>();
        jdbc.sql("SELECT t::text FROM journal t").query(String.class).list().forEach(text::add);

        assertThat(text).hasSize(7).noneMatch(line -> line.contains(ACTOR.toString()));
    }

    private record Together(Journal journal, TransactionTemplate transaction) {}

    /** A journal and a transaction over the same source of connections. */
    private static Together together() {
        var source = DATABASE.dataSource();
        return new Together(
                new Journal(JdbcClient.create(source), Clock.systemUTC()),
                new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    private static void append(Together together, String document) {
        together.transaction()
                .executeWithoutResult(
                        status ->
                                together.journal()
                                        .append(
                                                Optional.empty(),
                                                ACTOR,
                                                "award.made",
                                                document,
                                                document.getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static TestDatabase migrated() {
        var database = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }
}
