package eu.cairn.app.credential;

import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.OpenBadgeFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds what waits for a key that signs no more award, and keeps what is to be signed instead. */
@Repository
public class StrandedStore {

    private static final String STRANDED =
            """
            SELECT d.award_id, a.organisation_id, d.key_id, a.short_code, a.status_list,
                   a.status_index, d.to_sign
            FROM signed_document d
                 JOIN award a ON a.id = d.award_id
                 JOIN signing_key k ON k.id = d.key_id
            WHERE d.document IS NULL AND NOT (a.waits AND a.revoked_at IS NOT NULL)
                  AND (k.retired_at IS NOT NULL
                       OR EXISTS (SELECT FROM joint_signature j
                                       JOIN signing_key other ON other.id = j.key_id
                                  WHERE j.award_id = d.award_id
                                        AND other.retired_at IS NOT NULL))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StrandedStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What was recorded and is not signed, with a key that signs no more award: its own, or that of
     * a body that awards jointly.
     *
     * @param key its own
     */
    record Stranded(
            UUID award,
            UUID organisation,
            UUID key,
            String shortCode,
            int statusList,
            int statusIndex,
            DataIntegrity.Prepared prepared) {}

    /** All of it, the oldest first. */
    List<Stranded> stranded() {
        return jdbc.sql(STRANDED + "ORDER BY a.organisation_id, d.recorded_at, d.award_id")
                .query((row, n) -> stranded(row))
                .list();
    }

    /** What was recorded for one award, if it is stranded; held until the transaction ends. */
    Optional<Stranded> holdStranded(UUID award) {
        return jdbc.sql(STRANDED + "AND d.award_id = :award FOR UPDATE OF d")
                .param("award", award)
                .query((row, n) -> stranded(row))
                .optional();
    }

    private Stranded stranded(ResultSet row) throws SQLException {
        return new Stranded(
                row.getObject("award_id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("key_id", UUID.class),
                row.getString("short_code"),
                row.getInt("status_list"),
                row.getInt("status_index"),
                json.readValue(row.getBytes("to_sign"), DataIntegrity.Prepared.class));
    }

    /** Records other bytes to be signed in place of those that were not; by others none. */
    void recordAnew(UUID award, UUID key, DataIntegrity.Prepared prepared, Instant now) {
        jdbc.sql("DELETE FROM joint_signature WHERE award_id = :award")
                .param("award", award)
                .update();
        jdbc.sql("UPDATE award SET suspendable = true WHERE id = :award")
                .param("award", award)
                .update();
        jdbc.sql(
                        """
                        UPDATE signed_document SET key_id = :key, to_sign = :bytes, recorded_at = :at
                        WHERE award_id = :award AND format = :format AND document IS NULL
                        """)
                .param("award", award)
                .param("format", new OpenBadgeFormat().code())
                .param("key", key)
                .param("bytes", json.writeValueAsBytes(prepared))
                .param("at", Timestamp.from(now))
                .update();
    }
}
