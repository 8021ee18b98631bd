package eu.cairn.app.stacking;

import eu.cairn.app.account.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps rulebooks in the making, each institution its own. */
@Repository
class DraftStore {

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Acting acting, UUID id, String content, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO rulebook_draft (id, organisation_id, content, saved_by, saved_at)
                        VALUES (:id, :organisation, :content, :by, :at)
                        """)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .param("content", content)
                .param("by", acting.person().id())
                .param("at", Timestamp.from(now))
                .update();
    }

    /** The drafts of an institution, the last saved first. */
    List<RulebookDraft> list(Acting acting) {
        return jdbc.sql(
                        """
                        SELECT * FROM rulebook_draft WHERE organisation_id = :organisation
                        ORDER BY saved_at DESC, id
                        """)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> draft(row))
                .list();
    }

    Optional<RulebookDraft> draft(Acting acting, UUID id) {
        return jdbc.sql(
                        """
                        SELECT * FROM rulebook_draft
                        WHERE id = :id AND organisation_id = :organisation
                        """)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> draft(row))
                .optional();
    }

    /** Saves over what the save was made from; false if somebody saved in between. */
    boolean save(Acting acting, UUID id, String content, RulebookDraft.Basis basis, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE rulebook_draft
                                SET content = :content, revision = revision + 1,
                                    saved_window = :window, saved_by = :by, saved_at = :at
                                WHERE id = :id AND organisation_id = :organisation
                                      AND (revision = :revision
                                           OR saved_window = :window AND saved_window <> '')
                                """)
                        .param("content", content)
                        .param("window", basis.window())
                        .param("by", acting.person().id())
                        .param("at", Timestamp.from(now))
                        .param("id", id)
                        .param("organisation", acting.organisation().id())
                        .param("revision", basis.revision())
                        .update()
                == 1;
    }

    /** Removes a draft as it was read; false if somebody saved it since. */
    boolean remove(Acting acting, RulebookDraft draft) {
        return jdbc.sql(
                                """
                                DELETE FROM rulebook_draft
                                WHERE id = :id AND organisation_id = :organisation
                                  AND revision = :revision
                                """)
                        .param("id", draft.id())
                        .param("organisation", acting.organisation().id())
                        .param("revision", draft.revision())
                        .update()
                == 1;
    }

    private static RulebookDraft draft(ResultSet row) throws SQLException {
        return new RulebookDraft(
                row.getObject("id", UUID.class),
                row.getString("content"),
                row.getInt("revision"),
                row.getTimestamp("saved_at").toInstant());
    }
}
