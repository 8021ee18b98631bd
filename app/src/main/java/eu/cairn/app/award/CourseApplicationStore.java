package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Person;
import eu.cairn.award.AdmissionDecision;
import eu.cairn.award.AdmissionDecision.Ground;
import eu.cairn.award.AdmissionRequest;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps learners' applications for courses. */
@Repository
class CourseApplicationStore {

    private static final String APPLICATION =
            """
            SELECT a.*, v.design, o.slug, o.name, o.language, o.time_zone, p.full_name, p.email
            FROM course_application a
            JOIN course_version v ON v.course_id = a.course_id AND v.number = a.number
            JOIN organisation o ON o.id = a.organisation_id
            JOIN account p ON p.id = a.account_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CourseApplicationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds an application; false if the learner has an open one for this course. */
    boolean add(UUID id, Person person, CourseVersion version, AdmissionRequest asked, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO course_application (id, organisation_id, course_id,
                                    number, account_id, statement, credentials, applied_at)
                                VALUES (:id, :organisation, :course, :number, :account, :statement,
                                        :credentials, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", id)
                        .param("organisation", version.organisation())
                        .param("course", version.course())
                        .param("number", version.number())
                        .param("account", person.id())
                        .param("statement", asked.statement())
                        .param("credentials", asked.credentials().toArray(String[]::new))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** What a learner applied for, the newest first. */
    List<CourseApplication> of(Person person) {
        return jdbc.sql(APPLICATION + "WHERE a.account_id = :account ORDER BY a.applied_at DESC")
                .param("account", person.id())
                .query((row, n) -> application(row))
                .list();
    }

    Optional<CourseApplication> of(Person person, UUID id) {
        return jdbc.sql(APPLICATION + "WHERE a.account_id = :account AND a.id = :id")
                .param("account", person.id())
                .param("id", id)
                .query((row, n) -> application(row))
                .optional();
    }

    /** What an institution has to decide, the oldest first, and then what it decided last. */
    List<CourseApplication> at(Acting acting, int mostDecided) {
        return jdbc.sql(
                        """
                        (%1$s WHERE a.organisation_id = :organisation AND a.outcome IS NULL
                         ORDER BY a.applied_at)
                        UNION ALL
                        (%1$s WHERE a.organisation_id = :organisation AND a.outcome IS NOT NULL
                         ORDER BY a.decided_at DESC LIMIT :most)
                        """
                                .formatted(APPLICATION))
                .param("organisation", acting.organisation().id())
                .param("most", mostDecided)
                .query((row, n) -> application(row))
                .list();
    }

    Optional<CourseApplication> at(Acting acting, UUID id) {
        return jdbc.sql(APPLICATION + "WHERE a.organisation_id = :organisation AND a.id = :id")
                .param("organisation", acting.organisation().id())
                .param("id", id)
                .query((row, n) -> application(row))
                .optional();
    }

    /** How the institution last said that one can appeal. */
    Optional<String> lastAppeal(Acting acting) {
        return jdbc.sql(
                        """
                        SELECT appeal FROM course_application
                        WHERE organisation_id = :organisation AND appeal <> ''
                        ORDER BY decided_at DESC LIMIT 1
                        """)
                .param("organisation", acting.organisation().id())
                .query(String.class)
                .optional();
    }

    /** Keeps a decision; false if the application is not open any more. */
    boolean decide(Acting acting, UUID id, AdmissionDecision decision, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE course_application
                                SET outcome = :outcome, ground = :ground, words = :words,
                                    appeal = :appeal, decided_by = :by, decided_at = :at
                                WHERE id = :id AND organisation_id = :organisation
                                      AND outcome IS NULL
                                """)
                        .param("outcome", decision.admits() ? "admitted" : "refused")
                        .param("ground", decision.ground().map(Ground::code).orElse(null))
                        .param("words", decision.words())
                        .param("appeal", decision.appeal())
                        .param("by", acting.person().id())
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .param("organisation", acting.organisation().id())
                        .update()
                == 1;
    }

    /** Withdraws an application; false if it is not open any more. */
    boolean withdraw(Person person, UUID id, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE course_application
                                SET outcome = 'withdrawn', decided_by = :account, decided_at = :at
                                WHERE id = :id AND account_id = :account AND outcome IS NULL
                                """)
                        .param("account", person.id())
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The institution that an application is at. */
    UUID organisationOf(UUID id) {
        return jdbc.sql("SELECT organisation_id FROM course_application WHERE id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    private CourseApplication application(ResultSet row) throws SQLException {
        var design = json.readValue(row.getBytes("design"), CourseDesign.class);
        var outcome = Optional.ofNullable(row.getString("outcome"));
        var ground = Optional.ofNullable(row.getString("ground")).flatMap(Ground::ofCode);
        var words = row.getString("words");
        var appeal = row.getString("appeal");
        var at = Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant);
        return new CourseApplication(
                row.getObject("id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getInt("number"),
                "/catalogue/%s/%s/%d"
                        .formatted(row.getString("slug"), design.code(), row.getInt("number")),
                design.title(),
                new CourseApplication.Institution(
                        row.getString("name"),
                        row.getString("language"),
                        ZoneId.of(row.getString("time_zone"))),
                design.prerequisites(),
                new CourseApplication.Applicant(
                        row.getObject("account_id", UUID.class),
                        row.getString("full_name"),
                        row.getString("email")),
                row.getString("statement"),
                Arrays.asList((String[]) row.getArray("credentials").getArray()),
                row.getTimestamp("applied_at").toInstant(),
                outcome.map(
                        code ->
                                new CourseApplication.Outcome(
                                        code, ground, words, appeal, at.orElseThrow())));
    }
}
