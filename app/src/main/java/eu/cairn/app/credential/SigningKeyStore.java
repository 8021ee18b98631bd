package eu.cairn.app.credential;

import eu.cairn.app.credential.Keys.Compromise;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what is public of the signing keys, and what became of them. */
@Repository
public class SigningKeyStore {

    private final JdbcClient jdbc;

    SigningKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else take this organisation to change its keys until the transaction ends. */
    void hold(UUID organisation) {
        jdbc.sql("SELECT id FROM organisation WHERE id = :id FOR NO KEY UPDATE")
                .param("id", organisation)
                .query(UUID.class)
                .single();
    }

    List<Keys.Key> of(UUID organisation) {
        return jdbc.sql(
                        """
                        SELECT * FROM signing_key WHERE organisation_id = :organisation
                        ORDER BY created_at
                        """)
                .param("organisation", organisation)
                .query((row, n) -> key(row))
                .list();
    }

    Optional<Keys.Key> byId(UUID id) {
        return jdbc.sql("SELECT * FROM signing_key WHERE id = :id")
                .param("id", id)
                .query((row, n) -> key(row))
                .optional();
    }

    Optional<Keys.Key> byDid(String did) {
        return jdbc.sql("SELECT * FROM signing_key WHERE did = :did")
                .param("did", did)
                .query((row, n) -> key(row))
                .optional();
    }

    void add(Keys.Key key) {
        jdbc.sql(
                        """
                        INSERT INTO signing_key (id, organisation_id, did, created_at)
                        VALUES (:id, :organisation, :did, :at)
                        """)
                .param("id", key.id())
                .param("organisation", key.organisation())
                .param("did", key.did())
                .param("at", Timestamp.from(key.createdAt()))
                .update();
    }

    void retire(UUID key, Instant at) {
        jdbc.sql("UPDATE signing_key SET retired_at = :at WHERE id = :id AND retired_at IS NULL")
                .param("at", Timestamp.from(at))
                .param("id", key)
                .update();
    }

    void compromised(UUID key, Compromise compromise) {
        jdbc.sql(
                        """
                        UPDATE signing_key SET compromised_at = :since, compromised_because = :why
                        WHERE id = :id
                        """)
                .param("since", Timestamp.from(compromise.since()))
                .param("why", compromise.why())
                .param("id", key)
                .update();
    }

    private static Keys.Key key(ResultSet row) throws SQLException {
        var compromisedAt = row.getTimestamp("compromised_at");
        return new Keys.Key(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("did"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("retired_at")).map(Timestamp::toInstant),
                compromisedAt == null
                        ? Optional.empty()
                        : Optional.of(
                                new Compromise(
                                        compromisedAt.toInstant(),
                                        row.getString("compromised_because"))));
    }
}
