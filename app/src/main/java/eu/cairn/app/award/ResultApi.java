package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Problems;
import eu.cairn.award.OutcomeProof;
import eu.cairn.award.ResultRow;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Results of single learners for machines, and what an award rests on. */
@RestController
@Tag(name = "Awards")
class ResultApi {

    private final Results results;

    ResultApi(Results results) {
        this.results = results;
    }

    /**
     * The results of one learner.
     *
     * @param tasks task code to {@code passed} or {@code failed}
     * @param passedOn the day of the last assessment, ISO date
     * @param assessedBy who assessed; whoever sends it where it is blank
     * @param outcomes outcome code to how it was proven: of all outcomes, or of none
     */
    record Result(
            String learner,
            Map<String, String> tasks,
            String passedOn,
            Optional<String> grade,
            boolean identityChecked,
            Optional<String> assessedBy,
            Optional<Map<String, Proof>> outcomes) {

        private ResultRow row() {
            var typed = new HashMap<String, OutcomeProof.Typed>();
            outcomes.ifPresent(all -> all.forEach((code, proof) -> typed.put(code, proof.typed())));
            return new ResultRow(
                    2,
                    learner,
                    tasks,
                    passedOn,
                    grade.orElse(""),
                    identityChecked ? "yes" : "",
                    assessedBy.orElse(""),
                    typed);
        }
    }

    /** How one outcome was proven: the criterion, where the evidence lies, the day. */
    record Proof(Optional<String> result, String criterion, String evidence, String date) {

        private OutcomeProof.Typed typed() {
            return new OutcomeProof.Typed(result.orElse(""), criterion, evidence, date);
        }
    }

    /** The batch of one row that waits for a registrar. */
    record Recorded(UUID batch) {}

    /** What an award rests on, outcome by outcome. */
    record ProofsAnswer(
            UUID award,
            String assessedBy,
            String recordedBy,
            Instant recordedAt,
            List<OutcomeAnswer> outcomes) {}

    /** An outcome of an award; without criterion, evidence and day where none was recorded. */
    record OutcomeAnswer(
            String outcome,
            String text,
            Optional<String> criterion,
            Optional<String> evidence,
            Optional<LocalDate> assessedOn) {

        private static OutcomeAnswer of(Results.Proven one) {
            return new OutcomeAnswer(
                    one.outcome().code(),
                    one.outcome().text().authoritative(),
                    one.proof().map(OutcomeProof::criterion),
                    one.proof().map(OutcomeProof::evidence),
                    one.proof().map(OutcomeProof::assessedOn));
        }
    }

    @PostMapping("/api/v1/awards/{course}/{number}/results")
    @Operation(
            summary = "Record the results of one learner for review; nothing is awarded yet",
            description =
                    """
                    A proof of each outcome is its criterion, where the evidence lies and the day \
                    on which it was judged: stated for all outcomes of the course, or for none.""")
    ResponseEntity<Object> record(
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestBody Result result) {
        return switch (results.record(acting, course, number, result.row())) {
            case Decided.Refused<UUID>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<UUID>(var batch) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .header("Location", "/api/v1/awards/batches/" + batch)
                            .body(new Recorded(batch));
        };
    }

    @GetMapping("/api/v1/awards/{award}/proofs")
    @Operation(summary = "How each outcome of an award was found to be reached")
    ProofsAnswer proofs(Acting acting, @PathVariable UUID award) {
        var proofs = results.proofs(acting, award);
        return new ProofsAnswer(
                award,
                proofs.assessedBy(),
                proofs.recordedBy(),
                proofs.recordedAt(),
                proofs.outcomes().stream().map(OutcomeAnswer::of).toList());
    }
}
