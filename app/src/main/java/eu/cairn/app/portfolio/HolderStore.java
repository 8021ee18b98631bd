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
     * Somebody who holds credentials of an institution.
     *
     * @param name as the institution knows its learner
     */
    record Holder(String email, Optional<UUID> account, String name) {}

    /** The learners to whom an institution awarded something. */
    List<Holder> of(Organisation organisation, int most) {
        return jdbc.sql(
                        """
                        SELECT lower(l.email) AS email, min(p.id::text) AS account,
                               min(l.full_name || ' (' || l.number || ')') AS name
                        FROM learner l
                        LEFT JOIN account p ON lower(p.email) = lower(l.email)
                        WHERE l.organisation_id = :organisation
                          AND EXISTS (SELECT 1 FROM award a WHERE a.learner_id = l.id)
                        GROUP BY lower(l.email)
                        ORDER BY name, email
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
                                        row.getString("name")))
                .list();
    }
}
