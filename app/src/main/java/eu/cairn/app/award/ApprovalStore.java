package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.ApprovalRequest.Outcome;
import eu.cairn.award.BatchSize;
import eu.cairn.award.SecondApproval;
import eu.cairn.framework.Ects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the requests that a second person approve a batch. */
@Repository
class ApprovalStore {

    private static final String REQUEST =
            """
            SELECT p.*, b.uploaded_by, b.file_name, b.number, c.code, c.title, asker.full_name AS asker, decider.full_name AS decider
            FROM batch_approval p
            JOIN award_batch b ON b.id = p.batch_id
            JOIN course c ON c.id = b.course_id
            JOIN account asker ON asker.id = p.requested_by
            LEFT JOIN account decider ON decider.id = p.decided_by
            WHERE p.organisation_id = :organisation
            """;

    private final JdbcClient jdbc;

    ApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Acting acting, ApprovalRequest request) {
        jdbc.sql(
                        """
                        INSERT INTO batch_approval (id, batch_id, organisation_id, minute,
                                requested_by, requested_at, most_credentials, most_credits, lines,
                                credits_each, earlier, assessors)
                        VALUES (:id, :batch, :organisation, :minute, :by, :at, :credentials,
                                :credits, :lines, :each, :earlier, :assessors)
                        """)
                .param("id", request.id())
                .param("batch", request.batch())
                .param("organisation", acting.organisation().id())
                .param("minute", request.minute())
                .param("by", acting.person().id())
                .param("at", Timestamp.from(request.requestedAt()))
                .param("credentials", request.rule().credentials().orElse(null))
                .param("credits", request.rule().credits().map(Ects::hundredths).orElse(null))
                .param("lines", request.lines().toArray(Integer[]::new))
                .param("each", request.size().each().hundredths())
                .param("earlier", request.size().earlier())
                .param("assessors", request.parties().assessors().toArray(String[]::new))
                .update();
    }

    /** The newest request about a batch, whatever became of it. */
    Optional<ApprovalRequest> newest(Acting acting, UUID batch) {
        return jdbc.sql(
                        REQUEST
                                + """
                                 AND p.batch_id = :batch ORDER BY p.requested_at DESC, p.id DESC
                                LIMIT 1
                                """)
                .param("organisation", acting.organisation().id())
                .param("batch", batch)
                .query((row, n) -> request(row))
                .optional();
    }

    /** The open requests of the organisation, the oldest first. */
    List<ApprovalRequest> open(Acting acting) {
        return jdbc.sql(REQUEST + " AND p.outcome IS NULL ORDER BY p.requested_at, p.id")
                .param("organisation", acting.organisation().id())
                .query((row, n) -> request(row))
                .list();
    }

    /** Ends an open request. */
    void end(Acting acting, UUID request, Outcome outcome, Optional<String> reason, Instant now) {
        jdbc.sql(
                        """
                        UPDATE batch_approval SET outcome = :outcome, reason = :reason,
                               decided_by = :by, decided_at = :at
                        WHERE id = :id AND organisation_id = :organisation AND outcome IS NULL
                        """)
                .param("id", request)
                .param("organisation", acting.organisation().id())
                .param("outcome", outcome.code())
                .param("reason", reason.orElse(null))
                .param("by", acting.person().id())
                .param("at", Timestamp.from(now))
                .update();
    }

    /** Makes whatever else this person confirms for the organisation wait for this transaction. */
    void holdPerson(Acting acting) {
        jdbc.sql(
                        """
                        SELECT 1 FROM membership
                        WHERE account_id = :person AND organisation_id = :organisation
                              AND role = :role
                        FOR UPDATE
                        """)
                .param("person", acting.person().id())
                .param("organisation", acting.organisation().id())
                .param("role", Role.REGISTRAR.code())
                .query()
                .listOfRows();
    }

    /**
     * How many awards for a course a person has made alone since a moment, that are in force or in
     * whose place a corrected one is.
     */
    int madeAlone(Acting acting, UUID course, Instant since) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM award a
                        WHERE a.organisation_id = :organisation AND a.course_id = :course
                              AND a.awarded_by = :person AND a.awarded_at > :since
                              AND a.replaces IS NULL
                              AND (a.revoked_at IS NULL OR a.revocation_code = 'replaced')
                              AND NOT EXISTS (SELECT FROM batch_approval p
                                              WHERE p.batch_id = a.batch_id
                                                    AND p.outcome = 'approved')
                        """)
                .param("organisation", acting.organisation().id())
                .param("course", course)
                .param("person", acting.person().id())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Everybody who acts as a registrar of the organisation, by name. */
    List<SecondApproval.Candidate> registrars(Acting acting) {
        return jdbc.sql(
                        """
                        SELECT a.id, a.email, a.full_name
                        FROM membership m JOIN account a ON a.id = m.account_id
                        WHERE m.organisation_id = :organisation AND m.role = :role
                        ORDER BY a.full_name, a.id
                        """)
                .param("organisation", acting.organisation().id())
                .param("role", Role.REGISTRAR.code())
                .query(
                        (row, n) ->
                                new SecondApproval.Candidate(
                                        row.getObject("id", UUID.class),
                                        row.getString("email"),
                                        row.getString("full_name")))
                .list();
    }

    private static ApprovalRequest request(ResultSet row) throws SQLException {
        var lines = (Integer[]) row.getArray("lines").getArray();
        return new ApprovalRequest(
                row.getObject("id", UUID.class),
                new ApprovalRequest.About(
                        row.getObject("batch_id", UUID.class),
                        row.getString("file_name"),
                        row.getString("code"),
                        row.getInt("number"),
                        row.getString("title")),
                row.getString("minute"),
                row.getString("asker"),
                row.getTimestamp("requested_at").toInstant(),
                new SecondApproval(
                        row.getObject("uploaded_by", UUID.class),
                        row.getObject("requested_by", UUID.class),
                        Set.of((String[]) row.getArray("assessors").getArray())),
                ApprovalRuleStore.rule(row),
                Arrays.asList(lines),
                new BatchSize(
                        lines.length, new Ects(row.getInt("credits_each")), row.getInt("earlier")),
                answer(row));
    }

    private static Optional<ApprovalRequest.Answer> answer(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? Optional.empty()
                : Optional.of(
                        new ApprovalRequest.Answer(
                                Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                                Optional.ofNullable(row.getString("reason")),
                                row.getString("decider"),
                                row.getTimestamp("decided_at").toInstant()));
    }
}
