package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.journal.JournalLine;
import eu.cairn.award.Award;
import eu.cairn.award.BoardDecision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps files of results and awards. */
@Repository
public class AwardStore {

    private final JdbcClient jdbc;

    AwardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Acting acting, Batch batch) {
        jdbc.sql(
                        """
                        INSERT INTO award_batch (id, organisation_id, course_id, number, file_name,
                                                 content, sha256, uploaded_by, uploaded_at)
                        VALUES (:id, :organisation, :course, :number, :name, :content, :sha, :by,
                                :at)
                        """)
                .param("id", batch.id())
                .param("organisation", acting.organisation().id())
                .param("course", batch.course())
                .param("number", batch.number())
                .param("name", batch.fileName())
                .param("content", batch.content())
                .param("sha", HexFormat.of().parseHex(JournalLine.sha256(batch.content())))
                .param("by", acting.person().id())
                .param("at", Timestamp.from(batch.uploadedAt()))
                .update();
    }

    public Optional<Batch> batch(Acting acting, UUID id) {
        return jdbc.sql(
                        """
                        SELECT * FROM award_batch
                        WHERE id = :id AND organisation_id = :organisation
                        """)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> batch(row))
                .optional();
    }

    /** Whether the organisation has this batch, without reading its file. */
    boolean holds(Acting acting, UUID id) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM award_batch
                                       WHERE id = :id AND organisation_id = :organisation)
                        """)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .query(Boolean.class)
                .single();
    }

    /** The batch, held until the transaction ends, so that it is confirmed once. */
    Optional<Batch> hold(Acting acting, UUID id) {
        return jdbc.sql(
                        """
                        SELECT * FROM award_batch
                        WHERE id = :id AND organisation_id = :organisation FOR UPDATE
                        """)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> batch(row))
                .optional();
    }

    List<Batch> batches(Acting acting, UUID course, int number) {
        return jdbc.sql(
                        """
                        SELECT id, course_id, number, file_name, ''::bytea AS content, uploaded_by,
                               uploaded_at, minute, confirmed_at
                        FROM award_batch
                        WHERE organisation_id = :organisation AND course_id = :course
                              AND number = :number
                        ORDER BY uploaded_at DESC LIMIT 50
                        """)
                .param("organisation", acting.organisation().id())
                .param("course", course)
                .param("number", number)
                .query((row, n) -> batch(row))
                .list();
    }

    /** Notes that the rows of a batch were awarded on the board's decision. */
    void confirm(Acting acting, UUID batch, BoardDecision board, Instant now) {
        jdbc.sql(
                        """
                        UPDATE award_batch SET minute = :minute, confirmed_by = :by,
                               confirmed_at = :at
                        WHERE id = :id AND organisation_id = :organisation
                        """)
                .param("id", batch)
                .param("organisation", acting.organisation().id())
                .param("minute", board.minute())
                .param("by", board.recordedBy())
                .param("at", Timestamp.from(now))
                .update();
    }

    /** The numbers of the learners who hold an award for a course that is in force. */
    Set<String> awardedNumbers(Acting acting, UUID course) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT l.number FROM award a JOIN learner l ON l.id = a.learner_id
                                WHERE a.organisation_id = :organisation AND a.course_id = :course
                                      AND a.revoked_at IS NULL
                                """)
                        .param("organisation", acting.organisation().id())
                        .param("course", course)
                        .query(String.class)
                        .list());
    }

    /** Gives an award that nobody has seen another place in the status lists. */
    void move(UUID award, StatusPlace place) {
        jdbc.sql("UPDATE award SET status_list = :list, status_index = :index WHERE id = :award")
                .param("list", place.list())
                .param("index", place.index())
                .param("award", award)
                .update();
    }

    /** Keeps an award; false if the learner holds one for the course that is in force. */
    boolean add(
            Award award,
            String assessedBy,
            UUID batch,
            UUID by,
            String shortCode,
            StatusPlace place,
            Instant now) {
        var version = award.course().version();
        return jdbc.sql(
                                """
                                INSERT INTO award (id, organisation_id, batch_id, course_id, number,
                                        learner_id, short_code, awarded_on, passed_on, grade, tasks,
                                        assessed_by, minute, awarded_by, awarded_at, status_list, status_index,
                                        suspendable)
                                VALUES (:id, :organisation, :batch, :course, :number, :learner,
                                        :code, :awarded, :passed, :grade, :tasks, :assessed, :minute, :by, :at,
                                        :list, :index, true)
                                ON CONFLICT (course_id, learner_id)
                                    WHERE revoked_at IS NULL AND NOT waits DO NOTHING
                                """)
                        .param("id", award.id())
                        .param("organisation", version.organisation())
                        .param("batch", batch)
                        .param("course", version.course())
                        .param("number", version.number())
                        .param("learner", award.result().learner().id())
                        .param("code", shortCode)
                        .param("awarded", award.awardedOn())
                        .param("passed", award.result().passedOn())
                        .param("grade", award.result().grade().orElse(null))
                        .param("tasks", String.join(" ", award.result().passedTasks()))
                        .param("assessed", assessedBy)
                        .param("minute", award.board().minute())
                        .param("by", by)
                        .param("at", Timestamp.from(now))
                        .param("list", place.list())
                        .param("index", place.index())
                        .update()
                == 1;
    }

    /**
     * An award in a list.
     *
     * @param signed whether its document is signed
     * @param revoked whether it ended before its time
     * @param suspended whether it does not hold for now
     * @param replaced whether it ended so because a corrected one stands in its place
     */
    public record AwardRow(
            UUID id,
            String shortCode,
            String learnerNumber,
            String fullName,
            Optional<String> grade,
            LocalDate awardedOn,
            String minute,
            boolean signed,
            boolean revoked,
            boolean suspended,
            boolean replaced) {}

    private static final String AWARD =
            """
            SELECT a.id, a.short_code, l.number, l.full_name, a.grade, a.awarded_on, a.minute,
                   d.document IS NOT NULL AS signed, a.revoked_at IS NOT NULL AS revoked,
                   a.revoked_at IS NULL
                   AND EXISTS (SELECT FROM suspension s WHERE s.award_id = a.id
                                      AND s.reinstated_at IS NULL) AS suspended,
                   coalesce(a.revocation_code = 'replaced', false) AS replaced
            FROM award a JOIN learner l ON l.id = a.learner_id
            LEFT JOIN signed_document d ON d.award_id = a.id
            WHERE a.organisation_id = :organisation
            """;

    public List<AwardRow> awards(Acting acting, UUID course, int number, int most) {
        return jdbc.sql(
                        AWARD
                                + """
                                 AND a.course_id = :course AND a.number = :number
                                ORDER BY a.awarded_at DESC, l.number LIMIT :most
                                """)
                .param("organisation", acting.organisation().id())
                .param("course", course)
                .param("number", number)
                .param("most", most)
                .query((row, n) -> award(row))
                .list();
    }

    Optional<AwardRow> award(Acting acting, UUID award) {
        return jdbc.sql(AWARD + " AND a.id = :award")
                .param("organisation", acting.organisation().id())
                .param("award", award)
                .query((row, n) -> award(row))
                .optional();
    }

    /**
     * How far a batch has come: awards made, and those of them that are signed.
     *
     * @param stopped whether some wait, and none was signed for half a minute
     */
    public record Progress(int awarded, int signed, boolean stopped) {
        public boolean done() {
            return awarded == signed;
        }
    }

    Progress progress(UUID batch) {
        return jdbc.sql(
                        """
                        SELECT count(*) AS awarded, count(d.document) AS signed,
                               count(*) > count(d.document)
                               AND coalesce(max(d.signed_at), min(d.recorded_at))
                                   < now() - interval '30 seconds' AS stopped
                        FROM award a LEFT JOIN signed_document d ON d.award_id = a.id
                        WHERE a.batch_id = :batch AND a.replaces IS NULL
                        """)
                .param("batch", batch)
                .query(
                        (row, n) ->
                                new Progress(
                                        row.getInt("awarded"),
                                        row.getInt("signed"),
                                        row.getBoolean("stopped")))
                .single();
    }

    private static AwardRow award(ResultSet row) throws SQLException {
        return new AwardRow(
                row.getObject("id", UUID.class),
                row.getString("short_code"),
                row.getString("number"),
                row.getString("full_name"),
                Optional.ofNullable(row.getString("grade")),
                row.getObject("awarded_on", LocalDate.class),
                row.getString("minute"),
                row.getBoolean("signed"),
                row.getBoolean("revoked"),
                row.getBoolean("suspended"),
                row.getBoolean("replaced"));
    }

    private static Batch batch(ResultSet row) throws SQLException {
        var confirmed = row.getTimestamp("confirmed_at");
        return new Batch(
                row.getObject("id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getInt("number"),
                row.getString("file_name"),
                row.getBytes("content"),
                row.getObject("uploaded_by", UUID.class),
                row.getTimestamp("uploaded_at").toInstant(),
                Optional.ofNullable(row.getString("minute")),
                confirmed == null ? Optional.empty() : Optional.of(confirmed.toInstant()));
    }
}
