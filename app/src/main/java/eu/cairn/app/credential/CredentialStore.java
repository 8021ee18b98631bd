package eu.cairn.app.credential;

import eu.cairn.app.account.Person;
import eu.cairn.credential.RevocationReason;
import eu.cairn.formats.credential.CredentialFormat.Loss;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.FormatSigning.Unfinished;
import eu.cairn.formats.credential.OpenBadgeFormat;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is to be signed, what was signed, and what was revoked. */
@Repository
public class CredentialStore {

    private static final String OPEN_BADGE = new OpenBadgeFormat().code();

    private static final String CREDENTIAL =
            """
            SELECT a.id, a.organisation_id, a.short_code, a.status_list, a.status_index,
                   a.revoked_at, a.revocation_code, a.revocation_reason, d.document,
                   a.suspendable, s.suspended_at, s.code AS suspension_code,
                   s.reason AS suspension_reason,
                   a.correction_code, a.correction_reason,
                   former.id AS former_id, former.short_code AS former_short_code,
                   next.id AS next_id, next.short_code AS next_short_code,
                   next.correction_code AS next_code, next.correction_reason AS next_reason
            FROM award a
            LEFT JOIN signed_document d ON d.award_id = a.id AND d.format = 'open-badge-3.0'
            LEFT JOIN suspension s ON s.award_id = a.id AND s.reinstated_at IS NULL
                                      AND a.revoked_at IS NULL
            LEFT JOIN award former ON former.id = a.replaces
            LEFT JOIN award next ON next.replaces = a.id
                                    AND NOT (next.waits AND next.revoked_at IS NOT NULL)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CredentialStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<AwardedCredential> byShortCode(String shortCode) {
        return jdbc.sql(CREDENTIAL + "WHERE a.short_code = :code")
                .param("code", shortCode)
                .query((row, n) -> credential(row))
                .optional();
    }

    public Optional<AwardedCredential> byAward(UUID award) {
        return jdbc.sql(CREDENTIAL + "WHERE a.id = :award")
                .param("award", award)
                .query((row, n) -> credential(row))
                .optional();
    }

    /**
     * What a person holds, corrections that were given up not among it: awards to learners who are
     * known by the person's address.
     */
    public List<AwardedCredential> heldBy(Person person) {
        return heldBy(person.email());
    }

    /** The same by the address, for learners without an account too. */
    public List<AwardedCredential> heldBy(String email) {
        return jdbc.sql(
                        CREDENTIAL
                                + """
                                JOIN learner l ON l.id = a.learner_id
                                WHERE lower(l.email) = lower(:email)
                                      AND NOT (a.waits AND a.revoked_at IS NOT NULL)
                                ORDER BY a.awarded_on, a.id
                                """)
                .param("email", email)
                .query((row, n) -> credential(row))
                .list();
    }

    /** Records the exact bytes to be signed, before anything is signed. */
    void record(UUID award, UUID key, DataIntegrity.Prepared prepared, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO signed_document (award_id, format, key_id, to_sign, recorded_at)
                        VALUES (:award, :format, :key, :bytes, :at)
                        """)
                .param("award", award)
                .param("format", OPEN_BADGE)
                .param("key", key)
                .param("bytes", json.writeValueAsBytes(prepared))
                .param("at", Timestamp.from(now))
                .update();
    }

    /**
     * Something to be signed, and the key that it is to be signed with.
     *
     * @param corrects whether it takes the place of another once it is signed
     */
    record ToSign(UUID award, UUID key, DataIntegrity.Prepared prepared, boolean corrects) {}

    /**
     * What was recorded and not signed yet, the oldest first; rows another worker has are left, and
     * those of keys that are compromised.
     *
     * @param failing keys that cannot be used now
     */
    List<ToSign> toSign(int most, Set<UUID> failing) {
        return jdbc.sql(
                        """
                        SELECT d.award_id, d.key_id, d.to_sign, a.waits
                        FROM signed_document d
                             JOIN award a ON a.id = d.award_id
                             JOIN signing_key k ON k.id = d.key_id
                        WHERE d.document IS NULL AND k.compromised_at IS NULL
                              AND NOT (a.waits AND a.revoked_at IS NOT NULL)
                              AND NOT d.key_id = ANY (:failing)
                              AND NOT EXISTS (
                                  SELECT FROM joint_signature j
                                       JOIN signing_key other ON other.id = j.key_id
                                  WHERE j.award_id = d.award_id
                                        AND (other.compromised_at IS NOT NULL
                                             OR other.id = ANY (:failing)))
                        ORDER BY d.recorded_at, d.award_id
                        LIMIT :most FOR UPDATE OF d SKIP LOCKED
                        """)
                .param("most", most)
                .param("failing", failing.toArray(UUID[]::new))
                .query((row, n) -> toSign(row, row.getBoolean("waits")))
                .list();
    }

    /** The key that its holder is named by. */
    Optional<UUID> keyOf(String did) {
        return jdbc.sql(
                        "SELECT id FROM signing_key WHERE did = :did ORDER BY retired_at NULLS FIRST"
                                + " LIMIT 1")
                .param("did", did)
                .query(UUID.class)
                .optional();
    }

    /** Records what a body that awards jointly is to sign, with the award. */
    void recordJointly(UUID award, int place, UUID key, DataIntegrity.Prepared prepared) {
        jdbc.sql(
                        """
                        INSERT INTO joint_signature (award_id, place, key_id, to_sign)
                        VALUES (:award, :place, :key, :bytes)
                        """)
                .param("award", award)
                .param("place", place)
                .param("key", key)
                .param("bytes", json.writeValueAsBytes(prepared))
                .update();
    }

    /** What others are to sign of these awards, in the order of their signatures. */
    Map<UUID, List<ToSign>> toSignJointly(List<UUID> awards) {
        if (awards.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        SELECT award_id, key_id, to_sign FROM joint_signature
                        WHERE award_id IN (:awards) ORDER BY award_id, place
                        """)
                .param("awards", awards)
                .query((row, n) -> toSign(row, false))
                .list()
                .stream()
                .collect(Collectors.groupingBy(ToSign::award));
    }

    private ToSign toSign(ResultSet row, boolean corrects) throws SQLException {
        return new ToSign(
                row.getObject("award_id", UUID.class),
                row.getObject("key_id", UUID.class),
                json.readValue(row.getBytes("to_sign"), DataIntegrity.Prepared.class),
                corrects);
    }

    void signed(UUID award, byte[] document, Instant now) {
        jdbc.sql(
                        """
                        UPDATE signed_document SET document = :document, signed_at = :at
                        WHERE award_id = :award AND format = :format AND document IS NULL
                        """)
                .param("award", award)
                .param("format", OPEN_BADGE)
                .param("document", document)
                .param("at", Timestamp.from(now))
                .update();
    }

    /** When the document of an award with exactly this signature was signed, if there is one. */
    public Optional<Instant> signedAt(UUID award, String signature) {
        return jdbc.sql(
                        """
                        SELECT min(signed_at) FROM (
                            SELECT signed_at, document FROM signed_document
                            WHERE award_id = :award
                            UNION ALL
                            SELECT signed_at, document FROM signed_copy WHERE award_id = :award
                        ) AS kept
                        WHERE position(:signature IN document) > 0
                        """)
                .param("award", award)
                .param("signature", signature.getBytes(StandardCharsets.UTF_8))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The key that an award was signed with. */
    Optional<UUID> keyOf(UUID award) {
        return jdbc.sql(
                        "SELECT key_id FROM signed_document WHERE award_id = :award AND format = :format")
                .param("award", award)
                .param("format", OPEN_BADGE)
                .query(UUID.class)
                .optional();
    }

    /** The signed document of an award in a format, if it was made. */
    Optional<byte[]> document(UUID award, String format) {
        return jdbc.sql(
                        """
                        SELECT document FROM signed_copy
                        WHERE award_id = :award AND format = :format AND document IS NOT NULL
                        """)
                .param("award", award)
                .param("format", format)
                .query(byte[].class)
                .optional();
    }

    /** Records what is to be signed in another format; what was recorded before stays. */
    void recordCopy(
            UUID award, String format, Unfinished unfinished, List<Loss> losses, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO signed_copy
                               (award_id, format, key_id, to_sign, recorded_at, losses)
                        SELECT award_id, :format, key_id, :bytes, :at, :losses::jsonb
                        FROM signed_document WHERE award_id = :award AND format = :original
                        ON CONFLICT DO NOTHING
                        """)
                .param("award", award)
                .param("original", OPEN_BADGE)
                .param("format", format)
                .param("bytes", json.writeValueAsBytes(unfinished))
                .param("at", Timestamp.from(now))
                .param("losses", json.writeValueAsString(LossJson.of(losses)))
                .update();
    }

    /** What was recorded to be signed in another format. */
    Optional<Unfinished> toSign(UUID award, String format) {
        return jdbc.sql(
                        "SELECT to_sign FROM signed_copy WHERE award_id = :award AND format = :format")
                .param("award", award)
                .param("format", format)
                .query(byte[].class)
                .optional()
                .map(bytes -> json.readValue(bytes, Unfinished.class));
    }

    /** Keeps a signed document in another format; false if it was kept before. */
    boolean copied(UUID award, String format, byte[] document, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE signed_copy SET document = :document, signed_at = :at
                                WHERE award_id = :award AND format = :format AND document IS NULL
                                """)
                        .param("award", award)
                        .param("format", format)
                        .param("document", document)
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }

    /**
     * A signed document beside what was recorded before it was signed.
     *
     * @param document as it is kept and shown
     */
    @SuppressWarnings("ArrayRecordComponent") // a document is the bytes it is; never compared
    public record Recorded(String shortCode, byte[] document, DataIntegrity.Prepared prepared) {}

    /** Some signed documents, chosen at random. */
    public List<Recorded> sample(int most) {
        return jdbc.sql(
                        """
                        SELECT a.short_code, d.document, d.to_sign
                        FROM signed_document d JOIN award a ON a.id = d.award_id
                        WHERE d.document IS NOT NULL AND d.format = :format
                        ORDER BY random() LIMIT :most
                        """)
                .param("format", OPEN_BADGE)
                .param("most", most)
                .query(
                        (row, n) ->
                                new Recorded(
                                        row.getString("short_code"),
                                        row.getBytes("document"),
                                        json.readValue(
                                                row.getBytes("to_sign"),
                                                DataIntegrity.Prepared.class)))
                .list();
    }

    /** The credential at a place of an organisation's list, if there is one. */
    public Optional<AwardedCredential> at(UUID organisation, int list, int index) {
        return jdbc.sql(
                        CREDENTIAL
                                + """
                                WHERE a.organisation_id = :organisation AND a.status_list = :list
                                      AND a.status_index = :index
                                """)
                .param("organisation", organisation)
                .param("list", list)
                .param("index", index)
                .query((row, n) -> credential(row))
                .optional();
    }

    /** Ends an award; false if it had ended before. */
    boolean revoke(
            UUID organisation, UUID award, UUID by, String code, String reason, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE award SET revoked_at = :at, revoked_by = :by,
                                       revocation_code = :code, revocation_reason = :reason
                                WHERE id = :award AND organisation_id = :organisation
                                      AND revoked_at IS NULL
                                """)
                        .param("award", award)
                        .param("organisation", organisation)
                        .param("at", Timestamp.from(now))
                        .param("by", by)
                        .param("code", code)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Holds an award until the transaction ends, so that it ends in one way only. */
    void hold(UUID award) {
        jdbc.sql("SELECT 1 FROM award WHERE id = :award FOR UPDATE")
                .param("award", award)
                .query()
                .listOfRows();
    }

    /**
     * A corrected award that took the place of another.
     *
     * @param by the account that corrected
     */
    record TookEffect(UUID organisation, UUID former, UUID award, UUID by, String reason) {}

    /**
     * Lets a corrected award begin and ends the one in whose place it stands; both or, where it
     * waits no more, neither.
     */
    Optional<TookEffect> takeEffect(UUID award, Instant now) {
        // so that it is not given up meanwhile
        hold(award);
        var effect =
                jdbc.sql(
                                """
                                UPDATE award former SET revoked_at = :at, revoked_by = made.awarded_by,
                                       revocation_code = :code,
                                       revocation_reason = made.correction_reason
                                FROM award made
                                WHERE made.id = :award AND made.waits AND made.revoked_at IS NULL
                                      AND former.id = made.replaces
                                      AND former.revoked_at IS NULL
                                RETURNING former.organisation_id, former.id AS former,
                                          made.awarded_by, made.correction_reason
                                """)
                        .param("award", award)
                        .param("at", Timestamp.from(now))
                        .param("code", RevocationReason.REPLACED.code())
                        .query(
                                (row, n) ->
                                        new TookEffect(
                                                row.getObject("organisation_id", UUID.class),
                                                row.getObject("former", UUID.class),
                                                award,
                                                row.getObject("awarded_by", UUID.class),
                                                row.getString("correction_reason")))
                        .optional();
        if (effect.isPresent()) {
            jdbc.sql("UPDATE award SET waits = false WHERE id = :award")
                    .param("award", award)
                    .update();
        }
        return effect;
    }

    private static Optional<AwardedCredential.Correction> correction(
            ResultSet row, String other, String why) throws SQLException {
        var award = row.getObject(other + "_id", UUID.class);
        return award == null
                ? Optional.empty()
                : Optional.of(
                        new AwardedCredential.Correction(
                                award,
                                row.getString(other + "_short_code"),
                                row.getString(why + "_code"),
                                row.getString(why + "_reason")));
    }

    private static Optional<AwardedCredential.Suspension> suspension(ResultSet row)
            throws SQLException {
        var at = row.getTimestamp("suspended_at");
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new AwardedCredential.Suspension(
                                at.toInstant(),
                                row.getString("suspension_code"),
                                row.getString("suspension_reason")));
    }

    private static AwardedCredential credential(ResultSet row) throws SQLException {
        var revokedAt = row.getTimestamp("revoked_at");
        return new AwardedCredential(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("short_code"),
                Optional.ofNullable(row.getBytes("document")),
                row.getInt("status_list"),
                row.getInt("status_index"),
                row.getBoolean("suspendable"),
                revokedAt == null
                        ? Optional.empty()
                        : Optional.of(
                                new AwardedCredential.Revocation(
                                        revokedAt.toInstant(),
                                        row.getString("revocation_code"),
                                        row.getString("revocation_reason"))),
                suspension(row),
                correction(row, "former", "correction"),
                correction(row, "next", "next"));
    }
}
