package eu.cairn.app.journal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal of decisions: appended to in the transaction of the decision, never changed, and
 * verified line by line.
 */
@Repository
public class Journal {

    private static final long LOCK = 0x636169726eL; // one writer at a time

    private final JdbcClient jdbc;
    private final Clock clock;

    public Journal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Appends one decision; it stands or falls with the transaction it is part of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(
            Optional<UUID> organisation, UUID actor, String kind, String subject, byte[] document) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
        var last =
                jdbc.sql("SELECT * FROM journal ORDER BY seq DESC LIMIT 1")
                        .query((row, n) -> line(row))
                        .optional();
        long seq = last.map(JournalLine::seq).orElse(0L) + 1;
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var previous = last.map(JournalLine::hash).orElse(JournalLine.BEGINNING);
        var who = JournalLine.sha256((salt() + actor).getBytes(StandardCharsets.UTF_8));
        var digest = JournalLine.sha256(document);
        jdbc.sql(
                        """
                        INSERT INTO journal (seq, at, organisation, actor, kind, subject, digest,
                                             previous, hash)
                        VALUES (:seq, :at, :organisation, :actor, :kind, :subject, :digest,
                                :previous, :hash)
                        """)
                .param("seq", seq)
                .param("at", Timestamp.from(at))
                .param("organisation", organisation.orElse(null))
                .param("actor", who)
                .param("kind", kind)
                .param("subject", subject)
                .param("digest", digest)
                .param("previous", previous)
                .param(
                        "hash",
                        JournalLine.hash(
                                seq, at, organisation, who, kind, subject, digest, previous))
                .update();
    }

    /** What a verification of the whole journal found. */
    public sealed interface Verification {
        /** Every line follows from the one before. */
        record Intact(long lines) implements Verification {}

        /** The first line that does not. */
        record Broken(long seq, String fault) implements Verification {}
    }

    /** Reads the whole chain and says where it breaks first, if it does. */
    public Verification verify() {
        var previous = JournalLine.BEGINNING;
        long expected = 1;
        try (var lines =
                jdbc
                        .sql("SELECT * FROM journal ORDER BY seq")
                        .query((row, n) -> line(row))
                        .stream()) {
            for (var line : (Iterable<JournalLine>) lines::iterator) {
                if (line.seq() != expected) {
                    return new Verification.Broken(expected, "journal.line-missing");
                }
                if (!line.previous().equals(previous)) {
                    return new Verification.Broken(line.seq(), "journal.chain-broken");
                }
                if (!line.isIntact()) {
                    return new Verification.Broken(line.seq(), "journal.line-changed");
                }
                previous = line.hash();
                expected++;
            }
        }
        return new Verification.Intact(expected - 1);
    }

    /** The secret with which people are hashed, made once for an installation. */
    private String salt() {
        return jdbc.sql("SELECT value FROM installation WHERE name = 'journal.salt'")
                .query(String.class)
                .optional()
                .orElseGet(this::newSalt);
    }

    private String newSalt() {
        var salt = UUID.randomUUID() + "" + UUID.randomUUID();
        jdbc.sql("INSERT INTO installation (name, value) VALUES ('journal.salt', :salt)")
                .param("salt", salt)
                .update();
        return salt;
    }

    static JournalLine line(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new JournalLine(
                row.getLong("seq"),
                at,
                Optional.ofNullable(row.getObject("organisation", UUID.class)),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("digest"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
