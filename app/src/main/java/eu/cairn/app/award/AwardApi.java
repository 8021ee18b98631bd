package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.credential.Revocations;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.app.web.Words;
import eu.cairn.award.BatchReview;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Learners and awards for machines: a table in, a result for each row out. */
@RestController
@Tag(name = "Awards")
class AwardApi {

    private static final int MOST = 500;

    private final Awards awards;
    private final Approvals approvals;
    private final AwardStore store;
    private final Learners learners;
    private final LearnerStore learnerStore;
    private final Revocations revocations;

    AwardApi(
            Awards awards,
            Approvals approvals,
            AwardStore store,
            Learners learners,
            LearnerStore learnerStore,
            Revocations revocations) {
        this.awards = awards;
        this.approvals = approvals;
        this.store = store;
        this.learners = learners;
        this.learnerStore = learnerStore;
        this.revocations = revocations;
    }

    /** A page of learners and where the next one begins. */
    record LearnerList(List<LearnerRow> learners, Optional<String> next) {}

    /**
     * A batch with a result for each row.
     *
     * @param approval the newest request that a second person approve it
     */
    record BatchAnswer(
            UUID id,
            boolean confirmed,
            int ready,
            int refused,
            int already,
            int awarded,
            int signed,
            Optional<ApprovalApi.RequestAnswer> approval,
            List<RowAnswer> rows) {}

    /** A row of a file: {@code ready}, {@code refused} or {@code already}, and why. */
    record RowAnswer(int line, String learner, String result, List<Reason> reasons) {}

    /** One reason for refusing a row. */
    record Reason(String code, String place, String detail) {
        static Reason of(Refusal refusal) {
            return new Reason(refusal.code(), refusal.place(), Words.of(refusal));
        }
    }

    /** The sign-off of the board. */
    record Confirmation(String minute) {}

    /**
     * How many awards a confirmation made.
     *
     * @param awaitsApproval whether none was made yet, since a second person has to approve
     */
    record Confirmed(UUID batch, int awarded, boolean awaitsApproval) {}

    /** Why an award is revoked: a code, and words for the public. */
    record RevocationToMake(String code, String reason) {}

    /** An award that was revoked. */
    record Revoked(UUID award) {}

    @GetMapping("/api/v1/learners")
    @Operation(summary = "The learners of your organisation, in the order of their numbers")
    LearnerList learners(Acting acting, @RequestParam(defaultValue = "") String from) {
        var page = learnerStore.list(acting, from, MOST);
        return new LearnerList(
                page,
                page.size() == MOST ? Optional.of(page.getLast().number()) : Optional.empty());
    }

    @PostMapping(value = "/api/v1/learners", consumes = "text/csv")
    @Operation(summary = "Add the learners of a table, all or none")
    ResponseEntity<Object> addLearners(Acting acting, @RequestBody byte[] table) {
        return switch (learners.add(acting, table)) {
            case Decided.Refused<Learners.Added> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<Learners.Added> added ->
                    ResponseEntity.status(HttpStatus.CREATED).body(added.value());
        };
    }

    @PostMapping(value = "/api/v1/awards/{course}/{number}/batches", consumes = "text/csv")
    @Operation(summary = "Upload results for review; nothing is awarded yet")
    ResponseEntity<Object> upload(
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestBody byte[] table) {
        return switch (awards.upload(acting, course, number, "results.csv", table)) {
            case Decided.Refused<UUID> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<UUID> batch ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .header("Location", "/api/v1/awards/batches/" + batch.value())
                            .body(answer(acting, batch.value()));
        };
    }

    @GetMapping("/api/v1/awards/batches/{batch}")
    @Operation(summary = "A batch, row by row")
    Object batch(Acting acting, @PathVariable UUID batch) {
        return answer(acting, batch);
    }

    @PostMapping("/api/v1/awards/batches/{batch}/confirmation")
    @Operation(
            summary = "Award every ready row, once, on the decision of the board",
            description =
                    """
                    A batch above the size that one person may award alone awards nothing yet: the \
                    answer is 202 with `awaitsApproval`, and another registrar approves or returns \
                    it.""")
    ResponseEntity<Object> confirm(
            Acting acting, @PathVariable UUID batch, @RequestBody Confirmation wanted) {
        return switch (awards.confirm(acting, batch, true, wanted.minute())) {
            case Decided.Refused<Awards.Confirmed> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<Awards.Confirmed>(var made) ->
                    ResponseEntity.status(
                                    made.awaitsApproval()
                                            ? HttpStatus.ACCEPTED
                                            : HttpStatus.CREATED)
                            .body(new Confirmed(batch, made.awarded(), made.awaitsApproval()));
        };
    }

    @PostMapping("/api/v1/awards/{award}/revocation")
    @Operation(
            summary = "Revoke an award; final, and public with its reason",
            description =
                    """
                    A correction that waits for its signature is given up with the code \
                    `correction-given-up`: it is never signed, and the first award stays in force.""")
    ResponseEntity<Object> revoke(
            Acting acting, @PathVariable UUID award, @RequestBody RevocationToMake wanted) {
        return switch (revocations.revoke(acting, award, wanted.code(), wanted.reason())) {
            case Decided.Refused<UUID> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<UUID> revoked -> ResponseEntity.ok(new Revoked(award));
        };
    }

    private Object answer(Acting acting, UUID id) {
        var batch = store.batch(acting, id).orElseThrow(NotThere::new);
        var progress = store.progress(id);
        return switch (awards.review(acting, batch)) {
            case Decided.Refused<Awards.Reviewed> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<Awards.Reviewed> reviewed -> {
                var review = reviewed.value().review();
                yield new BatchAnswer(
                        id,
                        batch.confirmedAt().isPresent(),
                        review.ready().size(),
                        review.refused().size(),
                        review.already().size(),
                        progress.awarded(),
                        progress.signed(),
                        approvals.about(acting, id).map(ApprovalApi.RequestAnswer::of),
                        rows(review));
            }
        };
    }

    private static List<RowAnswer> rows(BatchReview review) {
        return Stream.of(
                        review.ready().stream()
                                .map(r -> row(r.row().line(), r.row().learnerNumber(), "ready")),
                        review.already().stream()
                                .map(r -> row(r.row().line(), r.row().learnerNumber(), "already")),
                        review.refused().stream()
                                .map(
                                        r ->
                                                new RowAnswer(
                                                        r.row().line(),
                                                        r.row().learnerNumber(),
                                                        "refused",
                                                        r.reasons().stream()
                                                                .map(Reason::of)
                                                                .toList())))
                .flatMap(rows -> rows)
                .sorted(java.util.Comparator.comparingInt(RowAnswer::line))
                .toList();
    }

    private static RowAnswer row(int line, String learner, String result) {
        return new RowAnswer(line, learner, result, List.of());
    }
}
