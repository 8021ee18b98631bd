package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.web.NotThere;
import eu.cairn.award.OutcomeProof;
import eu.cairn.award.ResultRow;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.ApprovedCourse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the results of single learners, and says how the outcomes of an award were proven. */
@Component
public class Results {

    private final Awards awards;
    private final OutcomeProofStore proofs;
    private final CourseStore courses;

    Results(Awards awards, OutcomeProofStore proofs, CourseStore courses) {
        this.awards = awards;
        this.proofs = proofs;
        this.courses = courses;
    }

    /** Whether a person may confirm results, and not only record them. */
    static boolean mayConfirm(Acting acting) {
        return acting.person().as(Role.REGISTRAR, acting.organisation().slug()).isPresent();
    }

    /**
     * Keeps the results of one learner, complete, as a batch of one row that a registrar confirms;
     * nothing is awarded yet. Who records them assessed them, unless they say who did.
     */
    @Transactional
    public Decided<UUID> record(Acting acting, UUID course, int number, ResultRow typed) {
        var row = typed.assessedBy().isBlank() ? by(acting, typed) : typed;
        return awards.course(acting, course, number)
                .then(approved -> record(acting, approved, row));
    }

    private static ResultRow by(Acting acting, ResultRow row) {
        return new ResultRow(
                row.line(),
                row.learnerNumber(),
                row.tasks(),
                row.passedOn(),
                row.grade(),
                row.identityChecked(),
                acting.person().fullName(),
                row.outcomes());
    }

    private Decided<UUID> record(Acting acting, ApprovedCourse course, ResultRow row) {
        var review = awards.review(acting, course, List.of(row));
        if (!review.refused().isEmpty()) {
            return Decided.refused(review.refused().getFirst().reasons());
        }
        if (!review.already().isEmpty()) {
            return Decided.refused(
                    Refusal.of("award.awarded-before", "learner_id", row.learnerNumber()));
        }
        var version = course.version();
        return awards.upload(
                acting,
                version.course(),
                version.number(),
                row.learnerNumber() + ".csv",
                ResultTable.write(row, version.design()).getBytes(StandardCharsets.UTF_8));
    }

    /** By which criterion each outcome of a course was judged last, by the outcome's code. */
    Map<String, String> lastCriteria(Acting acting, UUID course) {
        return proofs.lastCriteria(acting, course);
    }

    /** One outcome of an award, with its proof where one was recorded. */
    public record Proven(LearningOutcome outcome, Optional<OutcomeProof> proof) {}

    /**
     * What an award rests on.
     *
     * @param assessedBy who assessed, as the results named them; blank where they did not
     * @param recordedBy the name of whoever recorded the results
     */
    public record Proofs(
            String assessedBy, String recordedBy, Instant recordedAt, List<Proven> outcomes) {

        public Proofs {
            outcomes = List.copyOf(outcomes);
        }

        public boolean isRecorded() {
            return outcomes.stream().anyMatch(one -> one.proof().isPresent());
        }
    }

    /** What an award of the organisation rests on, outcome by outcome. */
    public Proofs proofs(Acting acting, UUID award) {
        var recorded = proofs.of(acting, award).orElseThrow(NotThere::new);
        var version =
                courses.version(acting, recorded.course(), recorded.number())
                        .orElseThrow(NotThere::new);
        return new Proofs(
                recorded.assessedBy(),
                recorded.recordedBy(),
                recorded.recordedAt(),
                outcomes(version, recorded));
    }

    private static List<Proven> outcomes(
            CourseVersion version, OutcomeProofStore.Recorded recorded) {
        return version.design().outcomes().stream()
                .map(outcome -> new Proven(outcome, recorded.of(outcome.code())))
                .toList();
    }
}
