package eu.cairn.app.catalogue;

import eu.cairn.app.account.Person;
import eu.cairn.catalogue.CourseTaken;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.ReportedHours;
import eu.cairn.catalogue.ReportedRun;
import eu.cairn.catalogue.TimeKind;
import eu.cairn.framework.LearningHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how many hours courses took those who took them. */
@Repository
class ReportedHoursStore {

    private final JdbcClient jdbc;

    ReportedHoursStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All reports of a run that come from one source, in no order.
     *
     * @param ofKinds the hours of each kind, of whoever told them apart
     */
    record Group(
            int number,
            Optional<UUID> run,
            ReportedRun.Source source,
            List<LearningHours> total,
            Map<TimeKind, List<LearningHours>> ofKinds) {}

    /** How it is known that somebody took a version, if it is: a credential or an admission. */
    Optional<CourseTaken> taken(Person person, UUID course, int number) {
        return Optional.of(
                        jdbc.sql(
                                        """
                                        SELECT (SELECT max(a.passed_on) FROM award a
                                                JOIN learner l ON l.id = a.learner_id
                                                WHERE a.course_id = :course AND a.number = :number
                                                      AND lower(l.email) = lower(:email)
                                                      AND a.revoked_at IS NULL AND NOT a.waits)
                                               AS passed_on,
                                               (SELECT min(applied_at)::date
                                                FROM course_application
                                                WHERE course_id = :course AND number = :number
                                                      AND account_id = :account
                                                      AND outcome = 'admitted') AS applied_on
                                        """)
                                .param("course", course)
                                .param("number", number)
                                .param("email", person.email())
                                .param("account", person.id())
                                .query(
                                        (row, n) ->
                                                new CourseTaken(
                                                        day(row, "passed_on"),
                                                        day(row, "applied_on")))
                                .single())
                .filter(it -> it.passedOn().isPresent() || it.appliedOn().isPresent());
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    /** The versions that somebody has a credential of, or was admitted to. */
    List<CatalogueEntryStore.Version> taken(Person person) {
        return jdbc.sql(
                        """
                        SELECT a.course_id, a.number FROM award a
                        JOIN learner l ON l.id = a.learner_id
                        WHERE lower(l.email) = lower(:email) AND a.revoked_at IS NULL
                              AND NOT a.waits
                        UNION
                        SELECT course_id, number FROM course_application
                        WHERE account_id = :account AND outcome = 'admitted'
                        """)
                .param("email", person.email())
                .param("account", person.id())
                .query(
                        (row, n) ->
                                new CatalogueEntryStore.Version(
                                        row.getObject("course_id", UUID.class),
                                        row.getInt("number")))
                .list();
    }

    /** What somebody reported of a version. */
    Optional<HoursReports.Kept> of(Person person, UUID course, int number) {
        return jdbc.sql(
                        """
                        SELECT * FROM reported_hours
                        WHERE course_id = :course AND number = :number AND account_id = :account
                        """)
                .param("course", course)
                .param("number", number)
                .param("account", person.id())
                .query(
                        (row, n) ->
                                new HoursReports.Kept(
                                        Optional.ofNullable(row.getObject("run_id", UUID.class)),
                                        hours(row)))
                .optional();
    }

    private static ReportedHours hours(ResultSet row) throws SQLException {
        var kinds = new EnumMap<TimeKind, LearningHours>(TimeKind.class);
        for (var kind : TimeKind.values()) {
            var minutes = row.getObject(kind.code(), Integer.class);
            if (minutes != null) {
                kinds.put(kind, new LearningHours(minutes));
            }
        }
        return new ReportedHours(new LearningHours(row.getInt("minutes")), kinds);
    }

    /** Keeps what a learner reports in the place of what they reported of the version before. */
    void keep(Person person, CourseVersion version, HoursReports.Kept report, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO reported_hours (course_id, number, run_id, account_id, minutes,
                                                    contact, guided, independent, reported_at)
                        VALUES (:course, :number, :run, :account, :minutes, :contact, :guided,
                                :independent, :now)
                        ON CONFLICT (course_id, number, account_id) WHERE account_id IS NOT NULL
                        DO UPDATE SET run_id = excluded.run_id, minutes = excluded.minutes,
                                      contact = excluded.contact, guided = excluded.guided,
                                      independent = excluded.independent,
                                      reported_at = excluded.reported_at
                        """)
                .param("course", version.course())
                .param("number", version.number())
                .param("run", report.run().orElse(null))
                .param("account", person.id())
                .param("minutes", report.hours().total().minutes())
                .param("contact", minutes(report.hours(), TimeKind.CONTACT))
                .param("guided", minutes(report.hours(), TimeKind.GUIDED))
                .param("independent", minutes(report.hours(), TimeKind.INDEPENDENT))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Keeps the table of a run in the place of the one before. */
    void keep(CourseVersion version, Optional<UUID> run, List<ReportedHours> table, Instant now) {
        jdbc.sql(
                        """
                        DELETE FROM reported_hours
                        WHERE course_id = :course AND number = :number AND account_id IS NULL
                              AND run_id IS NOT DISTINCT FROM :run::uuid
                        """)
                .param("course", version.course())
                .param("number", version.number())
                .param("run", run.orElse(null))
                .update();
        jdbc.sql(
                        """
                        INSERT INTO reported_hours (course_id, number, run_id, minutes, contact,
                                                    guided, independent, reported_at)
                        SELECT :course, :number, :run::uuid, t.*, :now
                        FROM unnest(:minutes::int[], :contact::int[], :guided::int[],
                                    :independent::int[]) t
                        """)
                .param("course", version.course())
                .param("number", version.number())
                .param("run", run.orElse(null))
                .param(
                        "minutes",
                        table.stream().map(it -> it.total().minutes()).toArray(Integer[]::new))
                .param("contact", column(table, TimeKind.CONTACT))
                .param("guided", column(table, TimeKind.GUIDED))
                .param("independent", column(table, TimeKind.INDEPENDENT))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static @Nullable Integer[] column(List<ReportedHours> table, TimeKind kind) {
        return table.stream().map(it -> minutes(it, kind)).toArray(Integer[]::new);
    }

    private static @Nullable Integer minutes(ReportedHours hours, TimeKind kind) {
        var some = hours.ofKinds().get(kind);
        return some == null ? null : some.minutes();
    }

    /** The course of an organisation that has a code. */
    Optional<UUID> course(UUID organisation, String code) {
        return jdbc.sql(
                        """
                        SELECT course_id FROM course_code
                        WHERE organisation_id = :organisation AND code = :code
                        """)
                .param("organisation", organisation)
                .param("code", code)
                .query(UUID.class)
                .optional();
    }

    /** Every report of a course, by version, run and source. */
    List<Group> of(UUID course) {
        return jdbc.sql(
                        """
                        SELECT number, run_id, account_id IS NULL AS tabled,
                               array_agg(minutes) AS minutes,
                               array_agg(contact) AS contact, array_agg(guided) AS guided,
                               array_agg(independent) AS independent
                        FROM reported_hours
                        WHERE course_id = :course
                        GROUP BY number, run_id, tabled
                        """)
                .param("course", course)
                .query((row, n) -> group(row))
                .list();
    }

    private static Group group(ResultSet row) throws SQLException {
        var kinds = new EnumMap<TimeKind, List<LearningHours>>(TimeKind.class);
        for (var kind : TimeKind.values()) {
            var some = all(row, kind.code());
            if (!some.isEmpty()) {
                kinds.put(kind, some);
            }
        }
        return new Group(
                row.getInt("number"),
                Optional.ofNullable(row.getObject("run_id", UUID.class)),
                row.getBoolean("tabled") ? ReportedRun.Source.TABLE : ReportedRun.Source.LEARNERS,
                all(row, "minutes"),
                kinds);
    }

    private static List<LearningHours> all(ResultSet row, String column) throws SQLException {
        return Arrays.stream((@Nullable Integer[]) row.getArray(column).getArray())
                .filter(Objects::nonNull)
                .map(LearningHours::new)
                .toList();
    }
}
