package eu.cairn.app.quality;

import eu.cairn.app.account.Acting;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.PublicDecisions;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.formats.credential.RecentlyUsed;
import eu.cairn.quality.QualityDecision;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps findings in the making and decisions as the documents they are. */
@Repository
public class ReviewStore implements PublicDecisions {

    /** As many decisions are kept: none is changed, nor is the version of a course it is on. */
    private static final int KEPT = 1_000;

    private final JdbcClient jdbc;
    private final CourseStore courses;
    private final JsonMapper json;
    private final Map<UUID, QualityDecision> made = RecentlyUsed.atMost(KEPT);

    ReviewStore(JdbcClient jdbc, CourseStore courses, JsonMapper json) {
        this.jdbc = jdbc;
        this.courses = courses;
        this.json = json;
    }

    ReviewDraft draft(Acting acting, UUID course, int number) {
        return jdbc.sql(
                        """
                        SELECT content FROM review_draft
                        WHERE course_id = :course AND number = :number
                              AND organisation_id = :organisation
                        """)
                .param("course", course)
                .param("number", number)
                .param("organisation", acting.organisation().id())
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, ReviewDraft.class))
                .orElseGet(ReviewDraft::empty);
    }

    void save(Acting acting, UUID course, int number, ReviewDraft draft, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO review_draft (course_id, number, organisation_id, content,
                                                  saved_by, saved_at)
                        VALUES (:course, :number, :organisation, :content, :by, :at)
                        ON CONFLICT (course_id, number) DO UPDATE
                        SET content = excluded.content, saved_by = excluded.saved_by,
                            saved_at = excluded.saved_at
                        """)
                .param("course", course)
                .param("number", number)
                .param("organisation", acting.organisation().id())
                .param("content", json.writeValueAsString(draft))
                .param("by", acting.person().id())
                .param("at", Timestamp.from(now))
                .update();
    }

    /** Keeps a decision and returns its document; empty if the version was decided on before. */
    Optional<byte[]> add(QualityDecision decision) {
        var document = json.writeValueAsBytes(DecisionDocument.of(decision));
        int added =
                jdbc.sql(
                                """
                                INSERT INTO quality_decision (id, course_id, number, organisation_id,
                                        outcome, valid_until, document, decided_by, decided_at,
                                        by_notification)
                                VALUES (:id, :course, :number, :organisation, :outcome, :until,
                                        :document, :by, :at, :notified)
                                ON CONFLICT (course_id, number) DO NOTHING
                                """)
                        .param("id", decision.id())
                        .param("course", decision.version().course())
                        .param("number", decision.version().number())
                        .param("organisation", decision.version().organisation())
                        .param("outcome", decision.outcome().code())
                        .param("until", decision.validUntil().orElse(null))
                        .param("document", document)
                        .param("by", decision.decidedBy())
                        .param("at", Timestamp.from(decision.decidedAt()))
                        .param("notified", decision.byNotification())
                        .update();
        return added == 1 ? Optional.of(document) : Optional.empty();
    }

    /** The decision on a version, if there is one. */
    public Optional<QualityDecision> decision(UUID course, int number) {
        return jdbc.sql(
                        """
                        SELECT document FROM quality_decision
                        WHERE course_id = :course AND number = :number
                        """)
                .param("course", course)
                .param("number", number)
                .query(byte[].class)
                .optional()
                .flatMap(this::read);
    }

    /**
     * The last decision on a version before {@code number}, if it is an approval, whether that
     * still holds or not. A refusal since then found what is not met, so nothing is carried over.
     */
    Optional<QualityDecision> lastApproval(UUID course, int number) {
        return jdbc.sql(
                        """
                        SELECT document FROM quality_decision
                        WHERE course_id = :course AND number < :number
                        ORDER BY number DESC LIMIT 1
                        """)
                .param("course", course)
                .param("number", number)
                .query(byte[].class)
                .optional()
                .flatMap(this::read)
                .filter(decision -> decision.outcome().approves());
    }

    /** The newest approvals by notification, which an officer may object to. */
    List<QualityDecision> notified(Acting acting) {
        return jdbc
                .sql(
                        """
                        SELECT document FROM quality_decision
                        WHERE organisation_id = :organisation AND by_notification
                        ORDER BY decided_at DESC LIMIT 50
                        """)
                .param("organisation", acting.organisation().id())
                .query(byte[].class)
                .list()
                .stream()
                .flatMap(document -> read(document).stream())
                .toList();
    }

    @Override
    public Optional<Line> on(UUID course, int number) {
        return decision(course, number)
                .map(
                        made ->
                                new Line(
                                        made.id(),
                                        made.reviewedOn(),
                                        made.validUntil(),
                                        made.nationalTypes()));
    }

    /** Every verification of a credential of this installation asks for that on its course. */
    public Optional<QualityDecision> decision(UUID id) {
        return Optional.ofNullable(made.get(id))
                .or(
                        () ->
                                jdbc.sql("SELECT document FROM quality_decision WHERE id = :id")
                                        .param("id", id)
                                        .query(byte[].class)
                                        .optional()
                                        .flatMap(this::read)
                                        .map(
                                                found -> {
                                                    made.put(id, found);
                                                    return found;
                                                }));
    }

    private Optional<QualityDecision> read(byte[] document) {
        var kept = json.readValue(document, DecisionDocument.class);
        return courses.version(kept.course(), kept.number()).map(v -> decision(kept, v));
    }

    private static QualityDecision decision(DecisionDocument kept, CourseVersion version) {
        return new QualityDecision(
                kept.id(),
                version,
                kept.criteriaSet(),
                kept.criteriaVersion(),
                kept.findings(),
                kept.outcome(),
                kept.reasons(),
                kept.validUntil(),
                kept.decidedBy(),
                kept.decidedAt(),
                kept.decidedOn(),
                kept.carried(),
                kept.nationalTypes());
    }
}
