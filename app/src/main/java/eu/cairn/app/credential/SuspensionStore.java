package eu.cairn.app.credential;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which credentials do not hold for now. */
@Repository
class SuspensionStore {

    private final JdbcClient jdbc;

    SuspensionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void suspend(UUID award, UUID by, String code, String reason, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO suspension (award_id, code, reason, suspended_by, suspended_at)
                        VALUES (:award, :code, :reason, :by, :at)
                        """)
                .param("award", award)
                .param("code", code)
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(now))
                .update();
    }

    void reinstate(UUID award, UUID by, String because, Instant now) {
        jdbc.sql(
                        """
                        UPDATE suspension SET reinstated_by = :by, reinstated_at = :at,
                               reinstated_because = :because
                        WHERE award_id = :award AND reinstated_at IS NULL
                        """)
                .param("award", award)
                .param("because", because)
                .param("by", by)
                .param("at", Timestamp.from(now))
                .update();
    }
}
