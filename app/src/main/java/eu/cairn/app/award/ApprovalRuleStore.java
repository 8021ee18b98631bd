package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.award.ApprovalRule;
import eu.cairn.framework.Ects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps above which size the batches of an organisation need a second approval. */
@Repository
class ApprovalRuleStore {

    private final JdbcClient jdbc;

    ApprovalRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A rule as it was set.
     *
     * @param by the account that set it
     * @param name of that account
     */
    record Kept(ApprovalRule rule, UUID by, String name, Instant at) {}

    /** What an organisation has set, the newest first. */
    List<Kept> history(UUID organisation) {
        return jdbc.sql(
                        """
                        SELECT r.*, a.full_name FROM approval_rule r
                        JOIN account a ON a.id = r.set_by
                        WHERE r.organisation_id = :organisation ORDER BY r.id DESC
                        """)
                .param("organisation", organisation)
                .query((row, n) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                rule(row),
                row.getObject("set_by", UUID.class),
                row.getString("full_name"),
                row.getTimestamp("set_at").toInstant());
    }

    /** The rule in the columns of a row. */
    static ApprovalRule rule(ResultSet row) throws SQLException {
        return new ApprovalRule(
                Optional.ofNullable(row.getObject("most_credentials", Integer.class)),
                Optional.ofNullable(row.getObject("most_credits", Integer.class)).map(Ects::new));
    }

    void add(Acting acting, ApprovalRule rule, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO approval_rule (organisation_id, most_credentials, most_credits,
                                                   set_by, set_at)
                        VALUES (:organisation, :credentials, :credits, :by, :at)
                        """)
                .param("organisation", acting.organisation().id())
                .param("credentials", rule.credentials().orElse(null))
                .param("credits", rule.credits().map(Ects::hundredths).orElse(null))
                .param("by", acting.person().id())
                .param("at", Timestamp.from(now))
                .update();
    }
}
