package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.journal.JournalLine;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps drafts, frozen versions and the states of courses. */
@Repository
public class CourseStore {

    private final JdbcClient jdbc;
    private final DraftStateStore states;
    private final JsonMapper json;

    CourseStore(JdbcClient jdbc, DraftStateStore states, JsonMapper json) {
        this.jdbc = jdbc;
        this.states = states;
        this.json = json;
    }

    /** The newest version of each course of the organisation, last saved first. */
    public List<CourseSummary> list(Acting acting) {
        return jdbc.sql(
                        """
                        SELECT c.id, s.number, c.code, c.title, s.state, s.reason, s.changed_at
                        FROM course c JOIN (%s) s
                             ON s.course_id = c.id AND s.number = c.next_number
                        WHERE c.organisation_id = :organisation AND c.deleted_at IS NULL
                        ORDER BY c.saved_at DESC
                        """
                                .formatted(Frozen.LATEST_STATE))
                .param("organisation", acting.organisation().id())
                .query((row, n) -> summary(row))
                .list();
    }

    /** The frozen versions of the organisation that stand in one of these states. */
    public List<CourseSummary> versionsIn(Acting acting, CourseState... states) {
        return jdbc.sql(
                        """
                        SELECT c.id, s.number, v.code, v.design, s.state, s.reason, s.changed_at
                        FROM course c
                        JOIN course_version v ON v.course_id = c.id
                        JOIN (%s) s ON s.course_id = v.course_id AND s.number = v.number
                        WHERE c.organisation_id = :organisation AND s.state IN (:states)
                        ORDER BY s.changed_at DESC
                        """
                                .formatted(Frozen.LATEST_STATE))
                .param("organisation", acting.organisation().id())
                .param("states", Arrays.stream(states).map(CourseState::code).toList())
                .query((row, n) -> frozenSummary(row))
                .list();
    }

    public Optional<SavedDraft> draft(Acting acting, UUID course) {
        return jdbc.sql(
                        """
                        SELECT c.id, c.draft, c.saved_at, c.revision, c.next_number, s.state,
                               c.started_from, a.full_name
                        FROM course c JOIN (%s) s
                             ON s.course_id = c.id AND s.number = c.next_number
                        JOIN account a ON a.id = coalesce(c.saved_by, c.created_by)
                        WHERE c.id = :course AND c.organisation_id = :organisation
                              AND c.deleted_at IS NULL
                        """
                                .formatted(Frozen.LATEST_STATE))
                .param("course", course)
                .param("organisation", acting.organisation().id())
                .query(
                        (row, n) ->
                                new SavedDraft(
                                        course,
                                        json.readValue(row.getString("draft"), CourseDraft.class),
                                        instant(row, "saved_at"),
                                        row.getString("full_name"),
                                        row.getInt("revision"),
                                        row.getInt("next_number"),
                                        CourseState.ofCode(row.getString("state")).orElseThrow(),
                                        row.getString("started_from"),
                                        List.of()))
                .optional()
                .map(saved -> saved.with(states.clashes(acting, course)));
    }

    /** Holds a course until the transaction ends, so that it takes one step at a time. */
    void hold(Acting acting, UUID course) {
        jdbc.sql(
                        """
                        SELECT id FROM course
                        WHERE id = :course AND organisation_id = :organisation
                        FOR NO KEY UPDATE
                        """)
                .param("course", course)
                .param("organisation", acting.organisation().id())
                .query(UUID.class)
                .list();
    }

    void add(Acting acting, UUID course, CourseDraft draft, String startedFrom, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO course (id, organisation_id, draft, code, title, saved_at,
                                            created_by, started_from)
                        VALUES (:id, :organisation, :draft, :code, :title, :now, :by, :from)
                        """)
                .param("id", course)
                .param("organisation", acting.organisation().id())
                .param("draft", json.writeValueAsString(draft))
                .param("code", draft.code().strip())
                .param("title", draft.title().strip())
                .param("now", Timestamp.from(now))
                .param("by", acting.person().id())
                .param("from", startedFrom)
                .update();
    }

    /** Saves a draft of a course that is held. */
    void put(Acting acting, UUID course, CourseDraft draft, int revision, Instant now) {
        jdbc.sql(
                        """
                        UPDATE course
                        SET draft = :draft, code = :code, title = :title, saved_at = :now,
                            saved_by = :by, revision = :revision
                        WHERE id = :id AND organisation_id = :organisation
                        """)
                .param("id", course)
                .param("organisation", acting.organisation().id())
                .param("draft", json.writeValueAsString(draft))
                .param("code", draft.code().strip())
                .param("title", draft.title().strip())
                .param("revision", revision)
                .param("by", acting.person().id())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Puts a course away or, without a time, takes it back; false if it is not there to be. */
    boolean putAway(Acting acting, UUID course, Optional<Instant> at) {
        return jdbc.sql(
                                """
                                UPDATE course SET deleted_at = CAST(:at AS timestamptz)
                                WHERE id = :id AND organisation_id = :organisation
                                      AND (deleted_at IS NULL) = (CAST(:at AS timestamptz) IS NOT NULL)
                                """)
                        .param("id", course)
                        .param("organisation", acting.organisation().id())
                        .param("at", at.map(Timestamp::from).orElse(null))
                        .update()
                == 1;
    }

    /** The drafts that were put away, the last one first. */
    List<CourseSummary> putAway(Acting acting) {
        return jdbc.sql(
                        """
                        SELECT id, 1 AS number, code, title, 'draft' AS state, 'Deleted' AS reason,
                               deleted_at AS changed_at
                        FROM course
                        WHERE organisation_id = :organisation AND deleted_at IS NOT NULL
                        ORDER BY deleted_at DESC LIMIT 100
                        """)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> summary(row))
                .list();
    }

    void startVersion(Acting acting, UUID course, int number) {
        jdbc.sql(
                        """
                        UPDATE course SET next_number = :number
                        WHERE id = :id AND organisation_id = :organisation
                        """)
                .param("id", course)
                .param("organisation", acting.organisation().id())
                .param("number", number)
                .update();
    }

    /** Takes the code for this course; false if another course of the organisation has it. */
    boolean takeCode(Acting acting, UUID course, String code) {
        jdbc.sql(
                        """
                        INSERT INTO course_code (organisation_id, code, course_id)
                        VALUES (:organisation, :code, :course)
                        ON CONFLICT DO NOTHING
                        """)
                .param("organisation", acting.organisation().id())
                .param("code", code)
                .param("course", course)
                .update();
        return jdbc.sql(
                        """
                        SELECT course_id FROM course_code
                        WHERE organisation_id = :organisation AND code = :code
                        """)
                .param("organisation", acting.organisation().id())
                .param("code", code)
                .query(UUID.class)
                .single()
                .equals(course);
    }

    /** Freezes a version as the bytes it is; returns them. */
    byte[] freeze(CourseVersion version) {
        var bytes = json.writeValueAsBytes(version.design());
        jdbc.sql(
                        """
                        INSERT INTO course_version (course_id, number, organisation_id, code,
                                                    submitted_by, submitted_at, design, sha256)
                        VALUES (:course, :number, :organisation, :code, :by, :at, :design, :sha)
                        """)
                .param("course", version.course())
                .param("number", version.number())
                .param("organisation", version.organisation())
                .param("code", version.design().code())
                .param("by", version.submittedBy())
                .param("at", Timestamp.from(version.submittedAt()))
                .param("design", bytes)
                .param("sha", HexFormat.of().parseHex(JournalLine.sha256(bytes)))
                .update();
        return bytes;
    }

    public Optional<CourseVersion> version(Acting acting, UUID course, int number) {
        return jdbc.sql(
                        Frozen.VERSION
                                + """
                                WHERE v.course_id = :course AND v.number = :number
                                      AND v.organisation_id = :organisation
                                """)
                .param("course", course)
                .param("number", number)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> Frozen.version(row, json))
                .optional();
    }

    /** For each version how many awards of it are in force. */
    Map<Integer, Integer> awardsInForce(Acting acting, UUID course) {
        var counts = new TreeMap<Integer, Integer>();
        jdbc.sql(
                        """
                        SELECT number, count(*) AS awards FROM award
                        WHERE course_id = :course AND organisation_id = :organisation
                              AND revoked_at IS NULL
                        GROUP BY number
                        """)
                .param("course", course)
                .param("organisation", acting.organisation().id())
                .query(
                        row -> {
                            counts.put(row.getInt("number"), row.getInt("awards"));
                        });
        return counts;
    }

    /** Every frozen version of a course, the first one first. */
    List<CourseVersion> versions(Acting acting, UUID course) {
        return jdbc.sql(
                        Frozen.VERSION
                                + """
                                WHERE v.course_id = :course AND v.organisation_id = :organisation
                                ORDER BY v.number
                                """)
                .param("course", course)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> Frozen.version(row, json))
                .list();
    }

    /** A version for whoever knows its identity: what is public of it is public for ever. */
    public Optional<CourseVersion> version(UUID course, int number) {
        return jdbc.sql(Frozen.VERSION + "WHERE v.course_id = :course AND v.number = :number")
                .param("course", course)
                .param("number", number)
                .query((row, n) -> Frozen.version(row, json))
                .optional();
    }

    /** The accounts that wrote what a version in review says, since the approved one before it. */
    public Set<UUID> authors(CourseVersion version) {
        return states.authors(version.course(), version.number());
    }

    public Optional<CourseState> state(UUID course, int number) {
        return jdbc.sql(
                        """
                        SELECT state FROM course_state
                        WHERE course_id = :course AND number = :number
                        ORDER BY id DESC LIMIT 1
                        """)
                .param("course", course)
                .param("number", number)
                .query(String.class)
                .optional()
                .flatMap(CourseState::ofCode);
    }

    public void enter(
            Acting acting, UUID course, int number, CourseState state, String reason, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO course_state (course_id, number, organisation_id, state, reason,
                                                  changed_by, changed_at)
                        VALUES (:course, :number, :organisation, :state, :reason, :by, :at)
                        """)
                .param("course", course)
                .param("number", number)
                .param("organisation", acting.organisation().id())
                .param("state", state.code())
                .param("reason", reason)
                .param("by", acting.person().id())
                .param("at", Timestamp.from(now))
                .update();
    }

    /** Every change of state of a course, newest first. */
    public List<StateChange> history(UUID course) {
        return jdbc.sql(
                        """
                        SELECT s.number, s.state, s.reason, s.changed_at, a.full_name
                        FROM course_state s JOIN account a ON a.id = s.changed_by
                        WHERE s.course_id = :course ORDER BY s.id DESC
                        """)
                .param("course", course)
                .query(
                        (row, n) ->
                                new StateChange(
                                        row.getInt("number"),
                                        CourseState.ofCode(row.getString("state")).orElseThrow(),
                                        row.getString("reason"),
                                        instant(row, "changed_at"),
                                        row.getString("full_name")))
                .list();
    }

    private static CourseSummary summary(ResultSet row) throws SQLException {
        return new CourseSummary(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("code"),
                row.getString("title"),
                CourseState.ofCode(row.getString("state")).orElseThrow(),
                row.getString("reason"),
                instant(row, "changed_at"));
    }

    private CourseSummary frozenSummary(ResultSet row) throws SQLException {
        return new CourseSummary(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("code"),
                json.readValue(row.getBytes("design"), CourseDesign.class).title().authoritative(),
                CourseState.ofCode(row.getString("state")).orElseThrow(),
                row.getString("reason"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
