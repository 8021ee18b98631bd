package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.catalogue.CatalogueEntryStore.Version;
import eu.cairn.app.credential.CoursesOnOffer.Run;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseRun;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.Price;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Keeps the runs of course versions. */
@Repository
public class RunStore {

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every run that was announced of a version, also those called off, by first day. */
    List<AnnouncedRun> of(UUID course, int number) {
        return jdbc.sql(
                        """
                        SELECT * FROM course_run
                        WHERE course_id = :course AND number = :number
                        ORDER BY starts_on, ends_on, place, id
                        """)
                .param("course", course)
                .param("number", number)
                .query((row, n) -> announced(row))
                .list();
    }

    /** The runs of a version that take place, with the one that its design names. */
    public List<CourseRun> takingPlace(UUID course, int number, CourseDesign design) {
        var all = of(course, number);
        return CourseRun.all(
                design,
                all.stream()
                        .filter(one -> one.cancelled().isEmpty())
                        .map(AnnouncedRun::run)
                        .toList(),
                all.stream()
                        .filter(one -> one.cancelled().isPresent())
                        .map(AnnouncedRun::run)
                        .toList());
    }

    /** What the public sees of the runs of a version on offer. */
    ShownRuns shown(CourseVersion version, LocalDate today) {
        return new ShownRuns(
                takingPlace(version.course(), version.number(), version.design()).stream()
                        .filter(run -> !run.to().isBefore(today))
                        .toList(),
                of(version.course(), version.number()).stream()
                        .filter(one -> !one.run().to().isBefore(today))
                        .flatMap(
                                one ->
                                        one.cancelled().stream()
                                                .map(
                                                        it ->
                                                                new ShownRuns.CalledOff(
                                                                        one.run(), it.reason())))
                        .toList());
    }

    /**
     * Of every version of which a run was announced, the next that can be joined on {@code day} or
     * later; empty where there is none.
     */
    Map<Version, Optional<Run>> next(LocalDate day) {
        var next = new HashMap<Version, Optional<Run>>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (course_id, number)
                               course_id, number, starts_on, ends_on,
                               cancelled_at IS NULL
                                   AND coalesce(apply_by, starts_on) >= :day AS open
                        FROM course_run
                        ORDER BY course_id, number, open DESC, starts_on, ends_on
                        """)
                .param("day", day)
                .query(
                        row -> {
                            next.put(
                                    new Version(
                                            row.getObject("course_id", UUID.class),
                                            row.getInt("number")),
                                    row.getBoolean("open")
                                            ? Optional.of(
                                                    new Run(
                                                            row.getObject(
                                                                    "starts_on", LocalDate.class),
                                                            row.getObject(
                                                                    "ends_on", LocalDate.class)))
                                            : Optional.empty());
                        });
        return next;
    }

    void add(Acting acting, UUID course, int number, UUID id, CourseRun run, Instant now) {
        with(
                        run,
                        """
                        INSERT INTO course_run (id, course_id, number, organisation_id, starts_on,
                                                ends_on, apply_by, places, place, price, currency,
                                                funding, refunds, changed_by, changed_at)
                        VALUES (:id, :course, :number, :organisation, :from, :to, :applyBy,
                                :places, :where, :price, :currency, :funding, :refunds, :by, :now)
                        """)
                .param("id", id)
                .param("course", course)
                .param("number", number)
                .param("organisation", acting.organisation().id())
                .param("by", acting.person().id())
                .param("now", Timestamp.from(now))
                .update();
    }

    void change(Acting acting, UUID id, CourseRun run, Instant now) {
        with(
                        run,
                        """
                        UPDATE course_run
                        SET starts_on = :from, ends_on = :to, apply_by = :applyBy,
                            places = :places, place = :where, price = :price,
                            currency = :currency, funding = :funding, refunds = :refunds,
                            revision = revision + 1, changed_by = :by, changed_at = :now
                        WHERE id = :id AND organisation_id = :organisation
                        """)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .param("by", acting.person().id())
                .param("now", Timestamp.from(now))
                .update();
    }

    void cancel(Acting acting, UUID id, String reason, Instant now) {
        jdbc.sql(
                        """
                        UPDATE course_run
                        SET cancelled_at = :now, cancelled_because = :reason,
                            revision = revision + 1, changed_by = :by, changed_at = :now
                        WHERE id = :id AND organisation_id = :organisation
                        """)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .param("reason", reason)
                .param("by", acting.person().id())
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Moves the runs of a version that are not over to the one that replaces it, with those called
     * off, of which it would otherwise not be known any more that they do not take place.
     *
     * @return the runs that were moved
     */
    List<UUID> carry(UUID course, int from, int to, LocalDate day) {
        return jdbc.sql(
                        """
                        UPDATE course_run r SET number = :to
                        WHERE r.course_id = :course AND r.number = :from AND r.ends_on >= :day
                              AND NOT EXISTS (SELECT FROM course_run o
                                              WHERE o.course_id = r.course_id AND o.number = :to
                                                    AND o.starts_on = r.starts_on
                                                    AND o.ends_on = r.ends_on
                                                    AND lower(o.place) = lower(r.place))
                        RETURNING r.id
                        """)
                .param("course", course)
                .param("from", from)
                .param("to", to)
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    private StatementSpec with(CourseRun run, String sql) {
        return jdbc.sql(sql)
                .param("from", run.from())
                .param("to", run.to())
                .param("applyBy", run.applyBy().orElse(null))
                .param("places", run.places().orElse(null))
                .param("where", run.where().orElse(""))
                .param("price", run.price().map(Price::hundredths).orElse(null))
                .param("currency", run.price().map(Price::currency).orElse(null))
                .param("funding", run.funding().orElse(null))
                .param("refunds", run.refunds().orElse(null));
    }

    private static AnnouncedRun announced(ResultSet row) throws SQLException {
        return new AnnouncedRun(
                row.getObject("id", UUID.class),
                run(row),
                row.getInt("revision"),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("cancelled_at") == null
                        ? Optional.empty()
                        : Optional.of(
                                new AnnouncedRun.Cancelled(
                                        row.getTimestamp("cancelled_at").toInstant(),
                                        row.getString("cancelled_because"))));
    }

    private static CourseRun run(ResultSet row) throws SQLException {
        var price = row.getObject("price", Long.class);
        return new CourseRun(
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Optional.ofNullable(row.getObject("apply_by", LocalDate.class)),
                Optional.ofNullable(row.getObject("places", Integer.class)),
                Optional.of(row.getString("place")).filter(text -> !text.isEmpty()),
                price == null
                        ? Optional.empty()
                        : Optional.of(new Price(price, row.getString("currency"))),
                Optional.ofNullable(row.getString("funding")),
                Optional.ofNullable(row.getString("refunds")));
    }
}
