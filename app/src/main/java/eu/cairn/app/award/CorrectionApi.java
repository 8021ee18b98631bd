package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Corrections for other systems. */
@RestController
@Tag(name = "Awards")
class CorrectionApi {

    private final Corrections corrections;

    CorrectionApi(Corrections corrections) {
        this.corrections = corrections;
    }

    /**
     * What a correction changes.
     *
     * @param award the corrected award; absent where it was only asked what would change
     * @param replaces the award in whose place it stands as soon as it is signed
     */
    record Correction(
            Optional<UUID> award,
            Optional<String> shortCode,
            UUID replaces,
            List<Difference> differences) {}

    @PostMapping("/api/v1/awards/{award}/correction")
    @Operation(
            summary = "Replace an awarded credential by a corrected one, or preview what changes",
            description =
                    """
                    Fields that are absent stay as they are. The corrected credential is recorded \
                    and signed; with its signature the first one ends as `replaced`, in one step. \
                    `reason` is one of `learner-data`, `result-changed`, `clerical-error`, \
                    `course-data`; `words` are read by the learner and by whoever verifies the \
                    first credential. Another grade or version needs the `minute` of the board. \
                    A name is corrected in the learner's record too. With `preview` nothing is \
                    kept.""")
    ResponseEntity<Object> correct(
            Acting acting, @PathVariable UUID award, @RequestBody CorrectionToMake wanted) {
        return switch (corrections.correctable(acting, award)) {
            case Decided.Refused<Corrections.Correctable> refused ->
                    Problems.refused(refused.reasons());
            case Decided.Accepted<Corrections.Correctable>(var standing) ->
                    wanted.preview().orElse(false)
                            ? preview(acting, award, wanted.wanted(standing))
                            : correct(acting, award, wanted.wanted(standing));
        };
    }

    private ResponseEntity<Object> preview(
            Acting acting, UUID award, eu.cairn.award.Correction.Wanted wanted) {
        return switch (corrections.propose(acting, award, wanted)) {
            case Decided.Refused<Corrections.Proposed> refused ->
                    Problems.refused(refused.reasons());
            case Decided.Accepted<Corrections.Proposed>(var proposed) ->
                    ResponseEntity.ok(
                            new Correction(
                                    Optional.empty(),
                                    Optional.empty(),
                                    award,
                                    Difference.between(proposed.before(), proposed.after())));
        };
    }

    private ResponseEntity<Object> correct(
            Acting acting, UUID award, eu.cairn.award.Correction.Wanted wanted) {
        return switch (corrections.correct(acting, award, wanted)) {
            case Decided.Refused<Corrections.Corrected> refused ->
                    Problems.refused(refused.reasons());
            case Decided.Accepted<Corrections.Corrected>(var made) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(
                                    new Correction(
                                            Optional.of(made.award()),
                                            Optional.of(made.shortCode()),
                                            award,
                                            Difference.between(
                                                    made.proposed().before(),
                                                    made.proposed().after())));
        };
    }
}
