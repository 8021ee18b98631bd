package eu.cairn.app.credential;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the accreditations that organisations issued, and which of them were withdrawn. */
@Repository
public class IssuedAccreditationStore {

    /** The least that the standard asks for, so that one place is one among many. */
    private static final int LIST_LENGTH = 131_072;

    /** A list is given up when half of it is used: a free place is then found in two tries. */
    private static final int MOST_USED = LIST_LENGTH / 2;

    /** As many of one subject are at hand as a verifier looks at. */
    private static final int MOST_OF_SUBJECTS = 100;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    IssuedAccreditationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in a status list. */
    public record Place(int list, int index) {}

    /**
     * A free place in the list of a key of an organisation, at random, so that nothing is read from
     * it. Another key begins another list. The organisation is held meanwhile.
     */
    public Place next(UUID organisation, UUID key) {
        int list =
                jdbc.sql(
                                """
                                SELECT status_list, key_id, count(*) AS used
                                FROM issued_accreditation WHERE organisation_id = :organisation
                                GROUP BY status_list, key_id ORDER BY status_list DESC LIMIT 1
                                """)
                        .param("organisation", organisation)
                        .query((row, n) -> list(row, key))
                        .optional()
                        .orElse(0);
        int index = RANDOM.nextInt(LIST_LENGTH);
        while (at(organisation, list, index).isPresent()) {
            index = RANDOM.nextInt(LIST_LENGTH);
        }
        return new Place(list, index);
    }

    private static int list(ResultSet row, UUID key) throws SQLException {
        boolean hasRoom =
                row.getObject("key_id", UUID.class).equals(key) && row.getInt("used") < MOST_USED;
        return row.getInt("status_list") + (hasRoom ? 0 : 1);
    }

    /**
     * @param by whose account it was, unless it was the operator
     * @return whether the same was not accredited before
     */
    public boolean add(IssuedAccreditation one, Optional<UUID> by) {
        return jdbc.sql(
                                """
                                INSERT INTO issued_accreditation (id, organisation_id, kind, subject,
                                       subject_name, levels, valid_from, valid_until, token, key_id,
                                       status_list, status_index, issued_at, issued_by)
                                VALUES (:id, :organisation, :kind, :subject, :name, :levels, :from,
                                        :until, :token, :key, :list, :index, :at, :by)
                                ON CONFLICT (organisation_id, kind, subject, levels, valid_from,
                                             valid_until) WHERE withdrawn_at IS NULL DO NOTHING
                                """)
                        .param("id", one.id())
                        .param("organisation", one.organisation())
                        .param("kind", one.kind().code())
                        .param("subject", one.subject())
                        .param("name", one.subjectName())
                        .param("levels", one.levels().toArray(Integer[]::new))
                        .param("from", one.from())
                        .param("until", one.until())
                        .param("token", one.token())
                        .param("key", one.key())
                        .param("list", one.list())
                        .param("index", one.index())
                        .param("at", Timestamp.from(one.issuedAt()))
                        .param("by", by.orElse(null))
                        .update()
                == 1;
    }

    /** Whether it was still to be withdrawn. */
    public boolean withdraw(UUID id, String reason, Optional<UUID> by, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE issued_accreditation SET withdrawn_at = :at,
                                       withdrawn_by = :by, withdrawal_reason = :reason
                                WHERE id = :id AND withdrawn_at IS NULL
                                """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("by", by.orElse(null))
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }

    public Optional<IssuedAccreditation> byId(UUID id) {
        return jdbc.sql("SELECT * FROM issued_accreditation WHERE id = :id")
                .param("id", id)
                .query((row, n) -> accreditation(row))
                .optional();
    }

    /** At most {@code most} of all, chosen at random. */
    public List<IssuedAccreditation> sample(int most) {
        return jdbc.sql("SELECT * FROM issued_accreditation ORDER BY random() LIMIT :most")
                .param("most", most)
                .query((row, n) -> accreditation(row))
                .list();
    }

    /** Those of an organisation that were issued before {@code before}, the newest first. */
    public List<IssuedAccreditation> of(UUID organisation, Optional<UUID> before, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM issued_accreditation
                        WHERE organisation_id = :organisation
                              AND (:before::uuid IS NULL OR id < :before::uuid)
                        ORDER BY id DESC LIMIT :most
                        """)
                .param("organisation", organisation)
                .param("before", before.orElse(null))
                .param("most", most)
                .query((row, n) -> accreditation(row))
                .list();
    }

    /** The sealed forms of those of any of these bodies and courses, or with an identifier. */
    public List<String> tokens(Set<String> subjects) {
        var ids = subjects.stream().flatMap(one -> IssuedAccreditation.read(one).stream());
        return jdbc.sql(
                        """
                        SELECT token FROM issued_accreditation
                        WHERE subject = ANY (:subjects) OR id = ANY (:ids) ORDER BY id LIMIT :most
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .param("most", MOST_OF_SUBJECTS)
                .query(String.class)
                .list();
    }

    public Optional<IssuedAccreditation> at(UUID organisation, int list, int index) {
        return jdbc.sql(
                        """
                        SELECT * FROM issued_accreditation
                        WHERE organisation_id = :organisation AND status_list = :list
                              AND status_index = :index
                        """)
                .param("organisation", organisation)
                .param("list", list)
                .param("index", index)
                .query((row, n) -> accreditation(row))
                .optional();
    }

    private static IssuedAccreditation accreditation(ResultSet row) throws SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        return new IssuedAccreditation(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                IssuedAccreditation.Kind.ofCode(row.getString("kind")).orElseThrow(),
                row.getString("subject"),
                row.getString("subject_name"),
                Arrays.asList((Integer[]) row.getArray("levels").getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("token"),
                row.getObject("key_id", UUID.class),
                row.getInt("status_list"),
                row.getInt("status_index"),
                row.getTimestamp("issued_at").toInstant(),
                withdrawn == null
                        ? Optional.empty()
                        : Optional.of(
                                new IssuedAccreditation.Withdrawal(
                                        withdrawn.toInstant(),
                                        row.getString("withdrawal_reason"))));
    }
}
