package eu.cairn.app.portfolio;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.RecognisedUnit;
import eu.cairn.stacking.Recognition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads, for the audit, which credentials of a person qualifications have recognised as what. */
@Repository
class RecognisedStore {

    private final JdbcClient jdbc;

    RecognisedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest decision on each credential that lets it count, in any version of the rules; by
     * the qualification that it was made for.
     */
    Map<String, List<Recognised>> of(UUID account) {
        var found = new HashMap<String, List<Recognised>>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (a.rulebook_id, a.award_id)
                               a.rulebook_id, a.id AS application, a.number, a.award_id, a.target,
                               d.id, d.credits, d.decided_at, o.name, o.time_zone
                        FROM recognition_application a
                        JOIN recognition_decision d ON d.application_id = a.id
                        JOIN organisation o ON o.id = a.organisation_id
                        WHERE a.account_id = :account AND d.outcome IN ('full', 'partial')
                        ORDER BY a.rulebook_id, a.award_id, d.decided_at DESC
                        """)
                .param("account", account)
                .query(
                        (RowCallbackHandler)
                                row -> add(found, row.getString("rulebook_id"), recognised(row)));
        return found;
    }

    /**
     * The newest application for each credential that does not make it count, or not yet; by
     * qualification.
     */
    Map<String, List<Asked>> asked(UUID account) {
        var found = new HashMap<String, List<Asked>>();
        jdbc.sql(
                        """
                        SELECT * FROM (
                            SELECT DISTINCT ON (a.rulebook_id, a.award_id)
                                   a.rulebook_id, a.id, a.number, a.award_id, d.outcome
                            FROM recognition_application a
                            LEFT JOIN recognition_decision d ON d.application_id = a.id
                            WHERE a.account_id = :account
                            ORDER BY a.rulebook_id, a.award_id, a.submitted_at DESC) newest
                        WHERE outcome IS NULL OR outcome NOT IN ('full', 'partial')
                        """)
                .param("account", account)
                .query(
                        (RowCallbackHandler)
                                row -> add(found, row.getString("rulebook_id"), application(row)));
        return found;
    }

    /** Adds one to those of its key. */
    static <K, T> void add(Map<K, List<T>> found, K key, T one) {
        found.computeIfAbsent(key, it -> new ArrayList<>()).add(one);
    }

    private static Asked application(ResultSet row) throws SQLException {
        return new Asked(
                "urn:uuid:" + row.getObject("award_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("outcome") == null);
    }

    /** The unit keeps the level of the credential: recognition does not raise what was learnt. */
    private static Recognised recognised(ResultSet row) throws SQLException {
        var credential = "urn:uuid:" + row.getObject("award_id", UUID.class);
        return new Recognised(
                credential,
                new RecognisedUnit(
                        credential,
                        row.getString("target"),
                        new Ects(row.getInt("credits")),
                        Optional.empty(),
                        Recognition.RECOGNISED,
                        row.getObject("id", UUID.class).toString(),
                        row.getString("name"),
                        LocalDate.ofInstant(
                                row.getTimestamp("decided_at").toInstant(),
                                ZoneId.of(row.getString("time_zone")))),
                row.getObject("application", UUID.class),
                row.getString("number"));
    }
}
