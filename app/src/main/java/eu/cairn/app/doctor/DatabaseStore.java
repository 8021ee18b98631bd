package eu.cairn.app.doctor;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the database about itself, and about work that lies undone. */
class DatabaseStore {

    private final JdbcClient jdbc;

    DatabaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String setting(String name) {
        return jdbc.sql("SELECT current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    /** Short codes of awards older than a minute of which nothing was recorded to be signed. */
    List<String> awardsWithoutDocument() {
        return jdbc.sql(
                        """
                        SELECT a.short_code FROM award a
                        WHERE a.awarded_at < now() - interval '1 minute'
                              AND NOT EXISTS (SELECT 1 FROM signed_document d
                                              WHERE d.award_id = a.id)
                        ORDER BY a.id
                        """)
                .query(String.class)
                .list();
    }

    /** How many documents were recorded more than a minute ago and are not signed. */
    long notSigned() {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM signed_document d JOIN award a ON a.id = d.award_id
                        WHERE d.document IS NULL AND d.recorded_at < now() - interval '1 minute'
                              AND NOT (a.waits AND a.revoked_at IS NOT NULL)
                        """)
                .query(Long.class)
                .single();
    }
}
