package eu.cairn.app.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the lists of status say now, in one question each. */
@Repository
class ListedPlacesStore implements ListedPlaces {

    private final JdbcClient jdbc;

    ListedPlacesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Places> ofCredentials(String organisation, int list) {
        return jdbc.sql(
                        """
                        SELECT d.key_id,
                               ARRAY (SELECT a.status_index FROM award a
                                      WHERE a.organisation_id = o.id AND a.status_list = :list
                                            AND a.revoked_at IS NOT NULL) AS revoked,
                               ARRAY (SELECT a.status_index
                                      FROM suspension s JOIN award a ON a.id = s.award_id
                                      WHERE a.organisation_id = o.id AND a.status_list = :list
                                            AND a.revoked_at IS NULL
                                            AND s.reinstated_at IS NULL) AS suspended
                        FROM organisation o
                             JOIN award first ON first.organisation_id = o.id
                                                 AND first.status_list = :list
                             JOIN signed_document d ON d.award_id = first.id
                        WHERE o.slug = :organisation
                        ORDER BY first.status_index LIMIT 1
                        """)
                .param("organisation", organisation)
                .param("list", list)
                .query(
                        (row, n) ->
                                new Places(
                                        row.getObject("key_id", UUID.class),
                                        set(row, "revoked"),
                                        set(row, "suspended")))
                .optional();
    }

    @Override
    public Optional<Places> ofAccreditations(String organisation, int list) {
        return jdbc.sql(
                        """
                        SELECT i.key_id,
                               ARRAY (SELECT w.status_index FROM issued_accreditation w
                                      WHERE w.organisation_id = o.id AND w.status_list = :list
                                            AND w.withdrawn_at IS NOT NULL) AS withdrawn
                        FROM organisation o
                             JOIN issued_accreditation i ON i.organisation_id = o.id
                                                            AND i.status_list = :list
                        WHERE o.slug = :organisation
                        ORDER BY i.status_index LIMIT 1
                        """)
                .param("organisation", organisation)
                .param("list", list)
                .query(
                        (row, n) ->
                                new Places(
                                        row.getObject("key_id", UUID.class),
                                        set(row, "withdrawn"),
                                        new BitSet()))
                .optional();
    }

    private static BitSet set(ResultSet row, String column) throws SQLException {
        var set = new BitSet();
        for (var place : (Integer[]) row.getArray(column).getArray()) {
            set.set(place);
        }
        return set;
    }
}
