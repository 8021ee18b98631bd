package eu.cairn.app.recognition;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Person;
import eu.cairn.framework.Ects;
import eu.cairn.recognition.RecognitionDecision;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps applications for recognition, drafts of decisions, and decisions as documents. */
@Repository
public class RecognitionStore {

    private static final String APPLICATION =
            """
            SELECT r.*, a.full_name FROM recognition_application r
            JOIN account a ON a.id = r.account_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RecognitionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A person's own applications, the newest first. */
    List<ApplicationRow> of(Person person) {
        return jdbc.sql(APPLICATION + "WHERE r.account_id = :account ORDER BY r.submitted_at DESC")
                .param("account", person.id())
                .query((row, n) -> application(row))
                .list();
    }

    Optional<ApplicationRow> of(Person person, UUID application) {
        return jdbc.sql(APPLICATION + "WHERE r.id = :id AND r.account_id = :account")
                .param("id", application)
                .param("account", person.id())
                .query((row, n) -> application(row))
                .optional();
    }

    /** The applications to the organisation, those to be decided soonest first. */
    List<ApplicationRow> to(Acting acting) {
        return jdbc.sql(
                        APPLICATION
                                + """
                                WHERE r.organisation_id = :organisation
                                ORDER BY r.decided, r.complete_on, r.number
                                """)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> application(row))
                .list();
    }

    Optional<ApplicationRow> to(Acting acting, UUID application) {
        return jdbc.sql(APPLICATION + "WHERE r.id = :id AND r.organisation_id = :organisation")
                .param("id", application)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> application(row))
                .optional();
    }

    /** The next number of an organisation in a year; one application at a time takes one. */
    String nextNumber(UUID organisation, int year) {
        jdbc.sql("SELECT 1 FROM organisation WHERE id = :id FOR NO KEY UPDATE")
                .param("id", organisation)
                .query()
                .singleValue();
        var begin = "R-" + year + "-";
        int before =
                jdbc.sql(
                                """
                                SELECT count(*) FROM recognition_application
                                WHERE organisation_id = :organisation
                                      AND starts_with(number, :begin)
                                """)
                        .param("organisation", organisation)
                        .param("begin", begin)
                        .query(Integer.class)
                        .single();
        return "%s%04d".formatted(begin, before + 1);
    }

    /** Keeps an application; false if one for the same credential and qualification is open. */
    boolean add(ApplicationRow application) {
        return jdbc.sql(
                                """
                                INSERT INTO recognition_application (id, number, organisation_id,
                                        account_id, award_id, rulebook_id, rulebook_version,
                                        target, note, complete_on, submitted_at)
                                VALUES (:id, :number, :organisation, :account, :award, :rulebook,
                                        :version, :target, :note, :complete, :at)
                                ON CONFLICT (award_id, rulebook_id) WHERE NOT decided DO NOTHING
                                """)
                        .param("id", application.id())
                        .param("number", application.number())
                        .param("organisation", application.organisation())
                        .param("account", application.account())
                        .param("award", application.award())
                        .param("rulebook", application.rulebook())
                        .param("version", application.rulebookVersion())
                        .param("target", application.target())
                        .param("note", application.note())
                        .param("complete", Date.valueOf(application.completeOn()))
                        .param("at", Timestamp.from(application.submittedAt()))
                        .update()
                == 1;
    }

    Optional<DecisionDraft> draft(Acting acting, UUID application) {
        return jdbc.sql(
                        """
                        SELECT draft FROM recognition_application
                        WHERE id = :id AND organisation_id = :organisation AND draft <> ''
                        """)
                .param("id", application)
                .param("organisation", acting.organisation().id())
                .query(String.class)
                .optional()
                .map(draft -> json.readValue(draft, DecisionDraft.class));
    }

    /** Saves what was typed; what was decided on keeps what it was decided with. */
    void save(Acting acting, UUID application, DecisionDraft draft) {
        jdbc.sql(
                        """
                        UPDATE recognition_application SET draft = :draft
                        WHERE id = :id AND organisation_id = :organisation AND NOT decided
                        """)
                .param("id", application)
                .param("organisation", acting.organisation().id())
                .param("draft", json.writeValueAsString(draft))
                .update();
    }

    /** Keeps a decision; empty if the application was decided on before. Returns its document. */
    Optional<byte[]> add(RecognitionDecision decision, ApplicationRow application) {
        var document = json.writeValueAsBytes(DecisionDocument.of(decision, application));
        int added =
                jdbc.sql(
                                """
                                INSERT INTO recognition_decision (id, application_id,
                                        organisation_id, outcome, credits, document, decided_by,
                                        decided_at)
                                VALUES (:id, :application, :organisation, :outcome, :credits,
                                        :document, :by, :at)
                                ON CONFLICT (application_id) DO NOTHING
                                """)
                        .param("id", decision.id())
                        .param("application", application.id())
                        .param("organisation", application.organisation())
                        .param("outcome", decision.outcome().code())
                        .param("credits", decision.credits().map(Ects::hundredths).orElse(null))
                        .param("document", document)
                        .param("by", decision.decidedBy())
                        .param("at", Timestamp.from(decision.decidedAt()))
                        .update();
        if (added == 0) {
            return Optional.empty();
        }
        jdbc.sql("UPDATE recognition_application SET decided = true WHERE id = :id")
                .param("id", application.id())
                .update();
        return Optional.of(document);
    }

    /** The decision on an application, if there is one. */
    Optional<DecisionDocument> decision(ApplicationRow application) {
        return jdbc.sql("SELECT document FROM recognition_decision WHERE application_id = :id")
                .param("id", application.id())
                .query(byte[].class)
                .optional()
                .map(document -> json.readValue(document, DecisionDocument.class));
    }

    /** Whether a credential counts in a qualification by an earlier decision. */
    boolean isRecognised(UUID award, String rulebook) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM recognition_application r
                            JOIN recognition_decision d ON d.application_id = r.id
                            WHERE r.award_id = :award AND r.rulebook_id = :rulebook
                                  AND d.outcome IN ('full', 'partial'))
                        """)
                .param("award", award)
                .param("rulebook", rulebook)
                .query(Boolean.class)
                .single();
    }

    private static ApplicationRow application(ResultSet row) throws SQLException {
        return new ApplicationRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("organisation_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("full_name"),
                row.getObject("award_id", UUID.class),
                row.getString("rulebook_id"),
                row.getString("rulebook_version"),
                row.getString("target"),
                row.getString("note"),
                row.getDate("complete_on").toLocalDate(),
                row.getTimestamp("submitted_at").toInstant(),
                row.getBoolean("decided"));
    }
}
