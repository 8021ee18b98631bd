package eu.cairn.app.portfolio;

import eu.cairn.app.account.Organisation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds who holds credentials, as far as an institution may know it. */
@Repository
class HolderStore {

    private final JdbcClient jdbc;

    HolderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who holds credentials.
     *
     * @param name as the institution knows its own learner; empty for learners of others
     */
    record Holder(String email, Optional<UUID> account, Optional<String> name) {}

    /** Holders of credentials, an institution's own learners first. */
    List<Holder> seenBy(Organisation organisation, int most) {
        return jdbc.sql(
                        """
                        SELECT lower(l.email) AS email, min(p.id::text) AS account,
                               min(l.full_name || ' (' || l.number || ')')
                                   FILTER (WHERE l.organisation_id = :organisation) AS name
                        FROM learner l
                        LEFT JOIN account p ON lower(p.email) = lower(l.email)
                        WHERE EXISTS (SELECT 1 FROM award a JOIN learner h ON h.id = a.learner_id
                                      WHERE lower(h.email) = lower(l.email))
                        GROUP BY lower(l.email)
                        ORDER BY name NULLS LAST, email
                        LIMIT :most
                        """)
                .param("organisation", organisation.id())
                .param("most", most)
                .query(
                        (row, n) ->
                                new Holder(
                                        row.getString("email"),
                                        Optional.ofNullable(row.getString("account"))
                                                .map(UUID::fromString),
                                        Optional.ofNullable(row.getString("name"))))
                .list();
    }
}
