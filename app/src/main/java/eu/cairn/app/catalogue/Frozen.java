package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.formats.credential.RecentlyUsed;
import eu.cairn.framework.Country;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** How frozen versions and the newest state of each are found and read. */
final class Frozen {

    static final String LATEST_STATE =
            """
            SELECT DISTINCT ON (s.course_id, s.number)
                   s.course_id, s.number, s.state, s.reason, s.changed_at
            FROM course_state s ORDER BY s.course_id, s.number, s.id DESC
            """;

    static final String VERSION =
            """
            SELECT v.course_id, v.number, v.organisation_id, v.submitted_by, v.submitted_at,
                   v.design, o.country
            FROM course_version v JOIN organisation o ON o.id = v.organisation_id
            """;

    /** As many designs are kept as they were read: a version that was frozen never changes. */
    private static final int KEPT = 300;

    private static final Map<ByteBuffer, CourseDesign> READ = RecentlyUsed.atMost(KEPT);

    private Frozen() {}

    static CourseVersion version(ResultSet row, JsonMapper json) throws SQLException {
        return new CourseVersion(
                row.getObject("course_id", UUID.class),
                row.getInt("number"),
                row.getObject("organisation_id", UUID.class),
                new Country(row.getString("country")),
                row.getObject("submitted_by", UUID.class),
                row.getTimestamp("submitted_at").toInstant(),
                design(row.getBytes("design"), json));
    }

    private static CourseDesign design(byte[] written, JsonMapper json) {
        return RecentlyUsed.in(
                READ,
                ByteBuffer.wrap(written),
                text -> json.readValue(written, CourseDesign.class));
    }
}
