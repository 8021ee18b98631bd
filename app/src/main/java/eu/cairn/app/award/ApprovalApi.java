package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Problems;
import eu.cairn.award.ApprovalRule;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The approval of batches by a second person, for machines. */
@RestController
@Tag(name = "Awards")
class ApprovalApi {

    private final Approvals approvals;
    private final ApprovalRules rules;

    ApprovalApi(Approvals approvals, ApprovalRules rules) {
        this.approvals = approvals;
        this.rules = rules;
    }

    /** The two limits, each a number or {@code off}. */
    record Rule(String credentials, String credits) {
        static Rule of(ApprovalRule rule) {
            return new Rule(
                    ApprovalRules.limit(rule.credentials().map(String::valueOf)),
                    ApprovalRules.limit(rule.credits().map(Ects::toString)));
        }
    }

    /**
     * The rule that holds.
     *
     * @param setBy who set it; absent for what holds until somebody does
     */
    record RuleAnswer(Rule rule, Optional<String> setBy, Optional<Instant> setAt) {}

    /** Why a batch goes back. */
    record Return(String reason) {}

    /**
     * The request that a second person approve a batch.
     *
     * @param rule the rule as it was then
     * @param credentials how many credentials were ready then
     * @param earlier how many the same person awarded alone for the course within the day before
     * @param credits the credits of all of these in sum
     * @param mayAnswer whether you may approve or return it
     * @param whyNot the code of the reason if you may not
     * @param others who may
     * @param outcome {@code approved}, {@code returned} or {@code withdrawn}; absent while it waits
     */
    record RequestAnswer(
            UUID batch,
            String file,
            String course,
            int version,
            String minute,
            String requestedBy,
            Instant requestedAt,
            Rule rule,
            int credentials,
            int earlier,
            Ects credits,
            boolean mayAnswer,
            Optional<String> whyNot,
            List<String> others,
            Optional<String> outcome,
            Optional<String> reason,
            Optional<String> answeredBy,
            Optional<Instant> answeredAt) {

        static RequestAnswer of(Approvals.Seen seen) {
            var request = seen.request();
            var answer = request.answer();
            return new RequestAnswer(
                    request.batch(),
                    request.about().fileName(),
                    request.about().code(),
                    request.about().number(),
                    request.minute(),
                    request.requestedBy(),
                    request.requestedAt(),
                    Rule.of(request.rule()),
                    request.size().credentials(),
                    request.size().earlier(),
                    request.size().credits(),
                    answer.isEmpty() && seen.objection().isEmpty(),
                    seen.objection().filter(one -> answer.isEmpty()).map(Refusal::code),
                    seen.others(),
                    answer.map(one -> one.outcome().code()),
                    answer.flatMap(ApprovalRequest.Answer::reason),
                    answer.map(ApprovalRequest.Answer::by),
                    answer.map(ApprovalRequest.Answer::at));
        }
    }

    /** A batch that was returned or withdrawn. */
    record Ended(UUID batch, String outcome) {}

    @GetMapping("/api/v1/awards/approval-rule")
    @Operation(summary = "Above which size a batch needs the approval of a second person")
    RuleAnswer rule(Acting acting) {
        var standing = rules.of(acting);
        return new RuleAnswer(Rule.of(standing.rule()), standing.setBy(), standing.setAt());
    }

    @PutMapping("/api/v1/awards/approval-rule")
    @Operation(
            summary = "Set above which size a batch needs the approval of a second person",
            description =
                    """
                    `credentials` is a whole number, `credits` an amount of ECTS in sum; a batch \
                    above either waits for another registrar. 0 means every batch; only `off` \
                    switches a limit off. Whoever sets the rule is bound for a day by what held \
                    before as well.""")
    ResponseEntity<Object> set(Acting acting, @RequestBody Rule wanted) {
        return switch (rules.set(acting, wanted.credentials(), wanted.credits())) {
            case Decided.Refused<ApprovalRule> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<ApprovalRule> set -> ResponseEntity.ok(rule(acting));
        };
    }

    @GetMapping("/api/v1/awards/approvals")
    @Operation(
            summary = "The batches of your organisation that await a second approval, oldest first")
    List<RequestAnswer> waiting(Acting acting) {
        return approvals.waiting(acting).stream().map(RequestAnswer::of).toList();
    }

    @PostMapping("/api/v1/awards/batches/{batch}/approval")
    @Operation(
            summary = "Approve a batch as a second person; its ready rows are awarded",
            description =
                    """
                    Awarded are the rows that were ready when approval was asked and still are. \
                    Whoever uploaded or confirmed the batch, or assessed results in it, is refused \
                    with `award.approval-own` or `award.approval-assessor`.""")
    ResponseEntity<Object> approve(Acting acting, @PathVariable UUID batch) {
        return switch (approvals.approve(acting, batch)) {
            case Decided.Refused<Integer> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<Integer> made ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(new AwardApi.Confirmed(batch, made.value(), false));
        };
    }

    @PostMapping("/api/v1/awards/batches/{batch}/return")
    @Operation(summary = "Return a batch that awaits your approval, with a reason")
    ResponseEntity<Object> giveBack(
            Acting acting, @PathVariable UUID batch, @RequestBody Return wanted) {
        return ended(approvals.giveBack(acting, batch, wanted.reason()), "returned");
    }

    @PostMapping("/api/v1/awards/batches/{batch}/withdrawal")
    @Operation(summary = "Withdraw your request that a second person approve a batch")
    ResponseEntity<Object> withdraw(Acting acting, @PathVariable UUID batch) {
        return ended(approvals.withdraw(acting, batch), "withdrawn");
    }

    private static ResponseEntity<Object> ended(Decided<UUID> decided, String outcome) {
        return switch (decided) {
            case Decided.Refused<UUID> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<UUID>(var batch) -> ResponseEntity.ok(new Ended(batch, outcome));
        };
    }
}
