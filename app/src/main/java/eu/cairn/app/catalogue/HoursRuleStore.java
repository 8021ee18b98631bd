package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.catalogue.HoursRule;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps from which deviation on an organisation asks whether planned hours are right. */
@Repository
class HoursRuleStore {

    private final JdbcClient jdbc;

    HoursRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A rule as it was set, and the name of whoever set it. */
    record Kept(HoursRule rule, String by, Instant at) {}

    /** What an organisation set last. */
    Optional<Kept> of(UUID organisation) {
        return jdbc.sql(
                        """
                        SELECT r.percent, r.set_at, a.full_name FROM hours_rule r
                        JOIN account a ON a.id = r.set_by
                        WHERE r.organisation_id = :organisation ORDER BY r.id DESC LIMIT 1
                        """)
                .param("organisation", organisation)
                .query(
                        (row, n) ->
                                new Kept(
                                        new HoursRule(row.getInt("percent")),
                                        row.getString("full_name"),
                                        row.getTimestamp("set_at").toInstant()))
                .optional();
    }

    void add(Acting acting, HoursRule rule, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO hours_rule (organisation_id, percent, set_by, set_at)
                        VALUES (:organisation, :percent, :by, :at)
                        """)
                .param("organisation", acting.organisation().id())
                .param("percent", rule.percent())
                .param("by", acting.person().id())
                .param("at", Timestamp.from(now))
                .update();
    }
}
