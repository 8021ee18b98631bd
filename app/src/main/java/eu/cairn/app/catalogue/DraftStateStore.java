package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.catalogue.CourseDraft;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps earlier saved states of drafts, and texts that were written over one another. */
@Repository
class DraftStateStore {

    /**
     * So many of the newest states are kept as they are; of older ones one an hour and person, and
     * the last of each window, over which that window goes on writing.
     */
    private static final int NEWEST = 100;

    /** So many of the older ones. */
    private static final int OLDER = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftStateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A saved state in one line. */
    public record Line(int revision, Instant savedAt, String by) {}

    /** Keeps what is saved now, if it was saved before states were kept. */
    void keepCurrent(Acting acting, UUID course) {
        jdbc.sql(
                        """
                        INSERT INTO course_draft_state (course_id, revision, organisation_id, draft,
                                                        window_name, saved_by, saved_at)
                        SELECT id, revision, organisation_id, draft, '',
                               coalesce(saved_by, created_by), saved_at
                        FROM course WHERE id = :course AND organisation_id = :organisation
                        ON CONFLICT DO NOTHING
                        """)
                .param("course", course)
                .param("organisation", acting.organisation().id())
                .update();
    }

    /**
     * Keeps a state.
     *
     * @param window that shows exactly this; empty where none does
     */
    void keep(
            Acting acting,
            UUID course,
            int revision,
            CourseDraft draft,
            String window,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO course_draft_state (course_id, revision, organisation_id, draft,
                                                        window_name, saved_by, saved_at)
                        VALUES (:course, :revision, :organisation, :draft, :window, :by, :at)
                        """)
                .param("course", course)
                .param("revision", revision)
                .param("organisation", acting.organisation().id())
                .param("draft", json.writeValueAsString(draft))
                .param("window", window)
                .param("by", acting.person().id())
                .param("at", Timestamp.from(now))
                .update();
        jdbc.sql(
                        """
                        DELETE FROM course_draft_state
                        WHERE course_id = :course AND revision < :newest
                              AND revision NOT IN (
                                  SELECT max(revision) FROM course_draft_state
                                  WHERE course_id = :course
                                  GROUP BY date_trunc('hour', saved_at), saved_by
                                  ORDER BY max(revision) DESC LIMIT :older)
                              AND revision NOT IN (
                                  SELECT max(revision) FROM course_draft_state
                                  WHERE course_id = :course AND window_name <> ''
                                  GROUP BY window_name)
                        """)
                .param("course", course)
                .param("newest", revision - NEWEST)
                .param("older", OLDER)
                .update();
    }

    /** What somebody wrote over: what their window showed last, or the revision that they read. */
    Optional<CourseDraft> base(Acting acting, UUID course, Basis basis) {
        return jdbc.sql(
                        """
                        SELECT draft FROM course_draft_state
                        WHERE course_id = :course AND organisation_id = :organisation
                              AND (revision = :revision
                                   OR window_name = :window AND window_name <> '')
                        ORDER BY window_name = :window AND window_name <> '' DESC, revision DESC
                        LIMIT 1
                        """)
                .param("course", course)
                .param("organisation", acting.organisation().id())
                .param("revision", basis.revision())
                .param("window", basis.window())
                .query(String.class)
                .optional()
                .map(draft -> json.readValue(draft, CourseDraft.class));
    }

    /**
     * Who saved a state of the draft of a version since the last one before it that was approved; a
     * draft that was never saved again is its beginner's.
     */
    Set<UUID> authors(UUID course, int number) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                WITH saves AS (
                                    SELECT saved_by, saved_at FROM course_draft_state
                                    WHERE course_id = :course
                                    UNION ALL
                                    SELECT coalesce(saved_by, created_by), saved_at FROM course
                                    WHERE id = :course)
                                SELECT DISTINCT saved_by FROM saves
                                WHERE saved_at >= coalesce(
                                    (SELECT max(v.submitted_at) FROM course_version v
                                     WHERE v.course_id = :course AND v.number < :number
                                           AND EXISTS (SELECT 1 FROM course_state s
                                                       WHERE s.course_id = v.course_id
                                                             AND s.number = v.number
                                                             AND s.state = 'approved')),
                                    '-infinity')
                                """)
                        .param("course", course)
                        .param("number", number)
                        .query(UUID.class)
                        .list());
    }

    /** The revision that a window shows: the last that it saved, if it saved any. */
    Optional<Integer> shown(Acting acting, UUID course, String window) {
        return jdbc.sql(
                        """
                        SELECT max(revision) FROM course_draft_state
                        WHERE course_id = :course AND organisation_id = :organisation
                              AND window_name = :window AND window_name <> ''
                        """)
                .param("course", course)
                .param("organisation", acting.organisation().id())
                .param("window", window)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single();
    }

    /** The last state of each hour and person, the newest first. */
    List<Line> list(Acting acting, UUID course) {
        return jdbc.sql(
                        """
                        SELECT max(s.revision) AS revision, max(s.saved_at) AS saved_at, a.full_name
                        FROM course_draft_state s JOIN account a ON a.id = s.saved_by
                        WHERE s.course_id = :course AND s.organisation_id = :organisation
                        GROUP BY date_trunc('hour', s.saved_at), a.id, a.full_name
                        ORDER BY max(s.revision) DESC LIMIT 500
                        """)
                .param("course", course)
                .param("organisation", acting.organisation().id())
                .query(
                        (row, n) ->
                                new Line(
                                        row.getInt("revision"),
                                        row.getTimestamp("saved_at").toInstant(),
                                        row.getString("full_name")))
                .list();
    }

    Optional<CourseDraft> state(Acting acting, UUID course, int revision) {
        return base(acting, course, Basis.of(revision));
    }

    /** Keeps a text that was written into a field which somebody else had changed. */
    void keepClash(Acting acting, UUID course, String place, String text, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO course_draft_conflict (course_id, place, written_by,
                                                           organisation_id, text, written_at)
                        VALUES (:course, :place, :by, :organisation, :text, :at)
                        ON CONFLICT (course_id, place, written_by) DO UPDATE
                        SET text = excluded.text, written_at = excluded.written_at
                        """)
                .param("course", course)
                .param("place", place)
                .param("by", acting.person().id())
                .param("organisation", acting.organisation().id())
                .param("text", text)
                .param("at", Timestamp.from(now))
                .update();
    }

    List<SavedDraft.Clash> clashes(Acting acting, UUID course) {
        return jdbc.sql(
                        """
                        SELECT c.place, c.text, c.written_by, a.full_name, c.written_at
                        FROM course_draft_conflict c JOIN account a ON a.id = c.written_by
                        WHERE c.course_id = :course AND c.organisation_id = :organisation
                        ORDER BY c.written_at, c.place
                        """)
                .param("course", course)
                .param("organisation", acting.organisation().id())
                .query(
                        (row, n) ->
                                new SavedDraft.Clash(
                                        row.getString("place"),
                                        row.getString("text"),
                                        row.getObject("written_by", UUID.class),
                                        row.getString("full_name"),
                                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    /** Takes a text away, once one of both was chosen. */
    void dropClash(Acting acting, UUID course, String place, UUID writtenBy) {
        jdbc.sql(
                        """
                        DELETE FROM course_draft_conflict
                        WHERE course_id = :course AND place = :place AND written_by = :by
                              AND organisation_id = :organisation
                        """)
                .param("course", course)
                .param("place", place)
                .param("by", writtenBy)
                .param("organisation", acting.organisation().id())
                .update();
    }
}
