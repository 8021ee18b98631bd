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

    /** Another text whenever something was changed that verifications depend on. */
    String revision() {
        return jdbc.sql("SELECT count(*) || '/' || coalesce(max(id), 0) FROM issuer_change")
                .query(String.class)
                .single();
    }

    /** Forgets former changes, which is one itself; they are counted with each verification. */
    void forgetChanges() {
        jdbc.sql("INSERT INTO issuer_change DEFAULT VALUES").update();
        jdbc.sql("DELETE FROM issuer_change WHERE id < (SELECT max(id) FROM issuer_change)")
                .update();
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

    void add(Keys.Key key, String certificates) {
        jdbc.sql(
                        """
                        INSERT INTO signing_key
                               (id, organisation_id, did, place, created_at, certificates)
                        VALUES (:id, :organisation, :did, :place, :at, :certificates)
                        """)
                .param("id", key.id())
                .param("organisation", key.organisation())
                .param("did", key.did())
                .param("place", key.place().code())
                .param("certificates", certificates)
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

    /** The certificates of a key (PEM), if there are some. */
    Optional<String> certificates(UUID key) {
        return jdbc.sql("SELECT certificates FROM signing_key WHERE id = :id")
                .param("id", key)
                .query((row, n) -> Optional.ofNullable(row.getString("certificates")))
                .optional()
                .flatMap(found -> found);
    }

    /** Keeps those that a key made for itself, unless it has some. */
    void certify(UUID key, String certificates) {
        jdbc.sql(
                        """
                        UPDATE signing_key SET certificates = :certificates
                        WHERE id = :id AND certificates IS NULL
                        """)
                .param("certificates", certificates)
                .param("id", key)
                .update();
    }

    /** Keeps these certificates in place of those before. */
    void certifyAnew(UUID key, String certificates) {
        jdbc.sql("UPDATE signing_key SET certificates = :certificates WHERE id = :id")
                .param("certificates", certificates)
                .param("id", key)
                .update();
    }

    private static Keys.Key key(ResultSet row) throws SQLException {
        var compromisedAt = row.getTimestamp("compromised_at");
        return new Keys.Key(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("did"),
                KeyPlace.ofCode(row.getString("place")),
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
