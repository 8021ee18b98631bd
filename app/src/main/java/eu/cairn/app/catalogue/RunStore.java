package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseRun;
import eu.cairn.catalogue.Price;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
