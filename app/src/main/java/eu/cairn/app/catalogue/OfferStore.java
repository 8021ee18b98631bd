package eu.cairn.app.catalogue;

import eu.cairn.app.account.Organisation;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds what the public catalogue shows. */
@Repository
public class OfferStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OfferStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The version of an organisation's course by its code. */
    public Optional<CourseVersion> version(String organisation, String code, int number) {
        return jdbc.sql(
                        Frozen.VERSION
                                + """
                                JOIN course_code k ON k.course_id = v.course_id
                                     AND k.organisation_id = v.organisation_id
                                WHERE o.slug = :organisation AND k.code = :code
                                      AND v.number = :number
                                """)
                .param("organisation", organisation)
                .param("code", code)
                .param("number", number)
                .query((row, n) -> Frozen.version(row, json))
                .optional();
    }

    /** The design of the newest version of an organisation's course that is published now. */
    Optional<CourseDesign> newest(String organisation, String code) {
        return jdbc.sql(
                        Frozen.VERSION
                                + """
                                JOIN (%s) s ON s.course_id = v.course_id AND s.number = v.number
                                WHERE o.slug = :organisation AND v.code = :code
                                      AND s.state = 'published'
                                ORDER BY v.number DESC LIMIT 1
                                """
                                        .formatted(Frozen.LATEST_STATE))
                .param("organisation", organisation)
                .param("code", code)
                .query((row, n) -> Frozen.version(row, json).design())
                .optional();
    }

    /** Every frozen version of an organisation's courses, by code and number. */
    List<CourseVersion> versions(Organisation organisation) {
        return jdbc.sql(
                        Frozen.VERSION
                                + """
                                WHERE v.organisation_id = :organisation
                                ORDER BY v.code, v.number
                                """)
                .param("organisation", organisation.id())
                .query((row, n) -> Frozen.version(row, json))
                .list();
    }

    /** The versions that are published now, with their organisations' addresses and names. */
    List<Offer> published() {
        return jdbc.sql(
                        """
                        SELECT v.course_id, v.number, v.organisation_id, v.submitted_by,
                               v.submitted_at, v.design, o.country, o.slug, o.name, o.place
                        FROM course_version v
                        JOIN organisation o ON o.id = v.organisation_id
                        JOIN (%s) s ON s.course_id = v.course_id AND s.number = v.number
                        WHERE s.state = 'published'
                        ORDER BY o.slug, v.code, v.number
                        """
                                .formatted(Frozen.LATEST_STATE))
                .query((row, n) -> offer(row))
                .list();
    }

    /** The courses of entries of the catalogue, by the numbers of their entries. */
    Map<Integer, Offer> of(List<Integer> entries) {
        var offers = new HashMap<Integer, Offer>();
        jdbc.sql(
                        """
                        SELECT e.id, v.course_id, v.number, v.organisation_id, v.submitted_by,
                               v.submitted_at, v.design, o.country, o.slug, o.name, o.place
                        FROM catalogue_entry e
                        JOIN course_version v
                             ON v.course_id = e.course_id AND v.number = e.number
                        JOIN organisation o ON o.id = v.organisation_id
                        WHERE e.id = ANY(:entries)
                        """)
                .param("entries", entries.toArray(Integer[]::new))
                .query(
                        row -> {
                            offers.put(row.getInt("id"), offer(row));
                        });
        return offers;
    }

    /** The versions that are published now, and those of which credentials are in force. */
    List<Reached> offeredOrAwarded() {
        return jdbc
                .sql(
                        """
                        SELECT v.course_id, v.number, v.organisation_id, v.submitted_by,
                               v.submitted_at, v.design, o.country, o.slug, o.name, o.place,
                               s.state = 'published' AS offered,
                               EXISTS (SELECT FROM award a
                                       WHERE a.course_id = v.course_id AND a.number = v.number
                                             AND a.revoked_at IS NULL) AS awarded
                        FROM course_version v
                        JOIN organisation o ON o.id = v.organisation_id
                        JOIN (%s) s ON s.course_id = v.course_id AND s.number = v.number
                        WHERE s.state IN ('published', 'suspended', 'closed')
                        ORDER BY o.slug, v.code, v.number
                        """
                                .formatted(Frozen.LATEST_STATE))
                .query(
                        (row, n) ->
                                new Reached(
                                        offer(row),
                                        row.getBoolean("offered"),
                                        row.getBoolean("awarded")))
                .list()
                .stream()
                .filter(one -> one.offered() || one.awarded())
                .toList();
    }

    /** A course version at a level: on offer now, awarded to somebody, or both. */
    public record Reached(Offer offer, boolean offered, boolean awarded) {}

    private Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString("slug"),
                row.getString("name"),
                row.getString("place"),
                Frozen.version(row, json));
    }

    /** A course version on offer. */
    public record Offer(String slug, String organisation, String place, CourseVersion version) {

        public CourseDesign design() {
            return version.design();
        }

        public String path() {
            return "/catalogue/" + slug + "/" + design().code() + "/" + version.number();
        }
    }

    /** The number of the newest published version. */
    Optional<Integer> newestPublished(String organisation, String code) {
        return published().stream()
                .filter(o -> o.slug().equals(organisation) && o.design().code().equals(code))
                .map(offer -> offer.version().number())
                .max(Integer::compare);
    }
}
