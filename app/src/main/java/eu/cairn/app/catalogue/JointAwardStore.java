package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.JointAgreement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps who is asked to award a course version jointly, and what they decided. */
@Repository
public class JointAwardStore {

    private static final String DECIDED =
            """
            SELECT o.slug, j.agrees, j.reason
            FROM joint_award j JOIN organisation o ON o.id = j.organisation_id
            WHERE j.agrees IS NOT NULL AND j.course_id = :course AND j.number = :number
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JointAwardStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A version that an organisation is asked to award jointly.
     *
     * @param offeredBy the name of the organisation that asks
     * @param agreement what was decided, and when
     */
    public record Asked(
            CourseVersion version,
            String offeredBy,
            Instant askedAt,
            Optional<JointAgreement> agreement,
            Optional<Instant> decidedAt) {}

    void ask(CourseVersion version, UUID organisation, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO joint_award (course_id, number, organisation_id, asked_at)
                        VALUES (:course, :number, :organisation, :at)
                        """)
                .param("course", version.course())
                .param("number", version.number())
                .param("organisation", organisation)
                .param("at", Timestamp.from(now))
                .update();
    }

    /** What the organisation is asked, the newest first. */
    List<Asked> asked(Acting acting) {
        return jdbc.sql(
                        """
                        SELECT v.course_id, v.number, v.organisation_id, v.submitted_by,
                               v.submitted_at, v.design, o.country, o.name, j.asked_at, j.agrees,
                               j.reason, j.decided_at
                        FROM joint_award j
                        JOIN course_version v
                             ON v.course_id = j.course_id AND v.number = j.number
                        JOIN organisation o ON o.id = v.organisation_id
                        WHERE j.organisation_id = :organisation
                        ORDER BY j.asked_at DESC, v.course_id
                        """)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> asked(row, acting.organisation().slug()))
                .list();
    }

    private Asked asked(ResultSet row, String slug) throws SQLException {
        var decidedAt = row.getTimestamp("decided_at");
        return new Asked(
                Frozen.version(row, json),
                row.getString("name"),
                row.getTimestamp("asked_at").toInstant(),
                decidedAt == null
                        ? Optional.empty()
                        : Optional.of(
                                new JointAgreement(
                                        slug, row.getBoolean("agrees"), row.getString("reason"))),
                Optional.ofNullable(decidedAt).map(Timestamp::toInstant));
    }

    boolean isAsked(Acting acting, UUID course, int number) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM joint_award
                        WHERE course_id = :course AND number = :number
                              AND organisation_id = :organisation
                        """)
                .param("course", course)
                .param("number", number)
                .param("organisation", acting.organisation().id())
                .query(Integer.class)
                .single()
                .equals(1);
    }

    /** Keeps a decision; false if one was taken before. */
    boolean decide(Acting acting, UUID course, int number, JointAgreement agreement, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE joint_award
                                SET agrees = :agrees, reason = :reason, decided_by = :by,
                                    decided_at = :at
                                WHERE course_id = :course AND number = :number
                                      AND organisation_id = :organisation AND decided_at IS NULL
                                """)
                        .param("course", course)
                        .param("number", number)
                        .param("organisation", acting.organisation().id())
                        .param("agrees", agreement.agrees())
                        .param("reason", agreement.reason())
                        .param("by", acting.person().id())
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** What was decided about a version, by everybody who was asked and has answered. */
    public List<JointAgreement> decided(UUID course, int number) {
        return jdbc.sql(DECIDED)
                .param("course", course)
                .param("number", number)
                .query(
                        (row, n) ->
                                new JointAgreement(
                                        row.getString("slug"),
                                        row.getBoolean("agrees"),
                                        row.getString("reason")))
                .list();
    }
}
