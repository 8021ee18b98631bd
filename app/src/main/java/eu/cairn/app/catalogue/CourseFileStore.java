package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps files of courses that are looked at, and which of their entries became drafts. */
@Repository
class CourseFileStore {

    private final JdbcClient jdbc;

    CourseFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file that was uploaded.
     *
     * @param columns codes of what its columns are about, with commas between; empty for a guess
     */
    @SuppressWarnings("ArrayRecordComponent") // a file is the bytes it is; never compared
    record Kept(UUID id, String name, byte[] content, String columns, Instant uploadedAt) {}

    void add(Acting acting, UUID id, String name, byte[] content, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO course_file (id, organisation_id, file_name, content, columns,
                                                 uploaded_by, uploaded_at)
                        VALUES (:id, :organisation, :name, :content, '', :by, :at)
                        """)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .param("name", name)
                .param("content", content)
                .param("by", acting.person().id())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Kept> file(Acting acting, UUID id) {
        return jdbc.sql(
                        """
                        SELECT * FROM course_file
                        WHERE id = :id AND organisation_id = :organisation
                        """)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .query(
                        (row, n) ->
                                new Kept(
                                        id,
                                        row.getString("file_name"),
                                        row.getBytes("content"),
                                        row.getString("columns"),
                                        row.getTimestamp("uploaded_at").toInstant()))
                .optional();
    }

    void delete(Acting acting, UUID id) {
        jdbc.sql("DELETE FROM course_file WHERE id = :id AND organisation_id = :organisation")
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .update();
    }

    /** Deletes what was looked at and never begun, of whichever organisation. */
    void deleteBefore(Instant uploaded) {
        jdbc.sql("DELETE FROM course_file WHERE uploaded_at < :uploaded")
                .param("uploaded", Timestamp.from(uploaded))
                .update();
    }

    void map(Acting acting, UUID id, String columns) {
        jdbc.sql(
                        """
                        UPDATE course_file SET columns = :columns
                        WHERE id = :id AND organisation_id = :organisation
                        """)
                .param("columns", columns)
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .update();
    }

    /** Holds the imports of an organisation until the transaction ends: one goes after another. */
    void hold(Acting acting) {
        jdbc.sql("SELECT id FROM organisation WHERE id = :id FOR NO KEY UPDATE")
                .param("id", acting.organisation().id())
                .query(UUID.class)
                .list();
    }

    /** The courses that were begun from the entries of a file, by the name of the entry. */
    Map<String, UUID> imported(Acting acting, String sha256) {
        var imported = new HashMap<String, UUID>();
        jdbc.sql(
                        """
                        SELECT entry, course_id FROM course_imported
                        WHERE organisation_id = :organisation AND sha256 = :sha
                        """)
                .param("organisation", acting.organisation().id())
                .param("sha", sha256)
                .query(
                        (RowCallbackHandler)
                                row ->
                                        imported.put(
                                                row.getString("entry"),
                                                row.getObject("course_id", UUID.class)));
        return imported;
    }

    void imported(Acting acting, String sha256, String entry, UUID course, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO course_imported (organisation_id, sha256, entry, course_id,
                                                     imported_at)
                        VALUES (:organisation, :sha, :entry, :course, :at)
                        """)
                .param("organisation", acting.organisation().id())
                .param("sha", sha256)
                .param("entry", entry)
                .param("course", course)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The codes that courses of the organisation have already. */
    List<String> codes(Acting acting) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT code FROM course
                        WHERE organisation_id = :organisation AND code <> ''
                        """)
                .param("organisation", acting.organisation().id())
                .query(String.class)
                .list();
    }
}
