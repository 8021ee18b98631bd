package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.award.ApprovalRequest.Outcome;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.award.ApprovalRule;
import eu.cairn.award.BatchSize;
import eu.cairn.award.BoardDecision;
import eu.cairn.award.SecondApproval;
import eu.cairn.award.SecondApproval.Candidate;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a second person does with a batch that waits for them: its ready rows are awarded, or it
 * goes back with a reason. Whoever asked can withdraw it. Nothing is signed before.
 */
@Component
public class Approvals {

    private final ApprovalStore store;
    private final AwardStore batches;
    private final Awards awards;
    private final ApprovalRules rules;
    private final Journal journal;
    private final Clock clock;

    Approvals(
            ApprovalStore store,
            AwardStore batches,
            Awards awards,
            ApprovalRules rules,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.batches = batches;
        this.awards = awards;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A request as one person sees it.
     *
     * @param objection why this person may not answer it
     * @param others the names of those who may
     * @param own whether this person asked, and so may withdraw it
     */
    public record Seen(
            ApprovalRequest request,
            Optional<Refusal> objection,
            List<String> others,
            boolean own) {

        public Seen {
            others = List.copyOf(others);
        }
    }

    /** The batches of the organisation that wait for a second approval, the oldest first. */
    public List<Seen> waiting(Acting acting) {
        var registrars = store.registrars(acting);
        return store.open(acting).stream()
                .map(request -> seen(acting, request, registrars))
                .toList();
    }

    /** The newest request about a batch, if one was ever made. */
    public Optional<Seen> about(Acting acting, UUID batch) {
        return store.newest(acting, batch)
                .map(request -> seen(acting, request, store.registrars(acting)));
    }

    /**
     * What one person has to know before they confirm a batch that they may not award alone.
     *
     * @param others the names of those who may approve
     */
    public record Needed(ApprovalRule rule, BatchSize size, List<String> others) {

        public Needed {
            others = List.copyOf(others);
        }
    }

    /** Whether a second person would have to approve, if this one confirmed the batch now. */
    public Optional<Needed> needed(Acting acting, Awards.Reviewed reviewed) {
        var size = awards.size(acting, reviewed);
        return rules.demanding(acting, size)
                .map(rule -> new Needed(rule, size, others(acting, reviewed)));
    }

    private List<String> others(Acting acting, Awards.Reviewed reviewed) {
        return new SecondApproval(
                        reviewed.batch().uploadedBy(),
                        acting.person().id(),
                        SecondApproval.assessors(reviewed.review().all()))
                .names(store.registrars(acting));
    }

    private static Seen seen(Acting acting, ApprovalRequest request, List<Candidate> registrars) {
        var parties = request.parties();
        return new Seen(
                request,
                parties.objection(candidate(acting), registrars),
                parties.names(registrars),
                parties.requestedBy().equals(acting.person().id()));
    }

    private static Candidate candidate(Acting acting) {
        var person = acting.person();
        return new Candidate(person.id(), person.email(), person.fullName());
    }

    /** Awards the rows that were ready when approval was asked and still are; tells how many. */
    @Transactional
    public Decided<Integer> approve(Acting acting, UUID batch) {
        var held = batches.hold(acting, batch).orElseThrow(NotThere::new);
        return toAnswer(acting, held).then(request -> approve(acting, held, request));
    }

    private Decided<Integer> approve(Acting acting, Batch batch, ApprovalRequest request) {
        var asked = request.parties().requestedBy();
        var board = new BoardDecision(request.minute(), acting.today(clock), asked);
        var made =
                awards.review(acting, batch)
                        .map(reviewed -> reviewed.readyIn(Set.copyOf(request.lines())))
                        .then(reviewed -> awards.award(acting, reviewed, board));
        if (made instanceof Decided.Accepted<Integer>) {
            end(acting, request, Outcome.APPROVED, Optional.empty());
        }
        return made;
    }

    /** Gives a batch back to whoever asked, who can confirm it again or upload another file. */
    @Transactional
    public Decided<UUID> giveBack(Acting acting, UUID batch, String reason) {
        var held = batches.hold(acting, batch).orElseThrow(NotThere::new);
        return toAnswer(acting, held)
                .then(
                        request ->
                                SecondApproval.reason(reason)
                                        .map(
                                                words ->
                                                        end(
                                                                acting,
                                                                request,
                                                                Outcome.RETURNED,
                                                                Optional.of(words))));
    }

    /** Takes the request back; only whoever made it can. */
    @Transactional
    public Decided<UUID> withdraw(Acting acting, UUID batch) {
        var held = batches.hold(acting, batch).orElseThrow(NotThere::new);
        return open(acting, held)
                .then(
                        request ->
                                request.parties().requestedBy().equals(acting.person().id())
                                        ? Decided.accepted(
                                                end(
                                                        acting,
                                                        request,
                                                        Outcome.WITHDRAWN,
                                                        Optional.empty()))
                                        : Decided.refused(
                                                Refusal.of(
                                                        "award.approval-not-yours",
                                                        "",
                                                        request.requestedBy())));
    }

    /** The open request about a batch, if this person may answer it. */
    private Decided<ApprovalRequest> toAnswer(Acting acting, Batch batch) {
        return open(acting, batch)
                .then(
                        request ->
                                request.parties()
                                        .objection(candidate(acting), store.registrars(acting))
                                        .<Decided<ApprovalRequest>>map(Decided::refused)
                                        .orElseGet(() -> Decided.accepted(request)));
    }

    private Decided<ApprovalRequest> open(Acting acting, Batch batch) {
        if (batch.confirmedAt().isPresent()) {
            return Decided.refused(Refusal.of("award.batch-confirmed-before", ""));
        }
        return store.newest(acting, batch.id())
                .filter(request -> request.answer().isEmpty())
                .<Decided<ApprovalRequest>>map(Decided::accepted)
                .orElseGet(() -> Decided.refused(Refusal.of("award.approval-not-asked", "")));
    }

    private UUID end(
            Acting acting, ApprovalRequest request, Outcome outcome, Optional<String> reason) {
        store.end(acting, request.id(), outcome, reason, clock.instant());
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                "approvals." + outcome.code(),
                request.batch().toString(),
                (request.id() + "\n" + reason.orElse("")).getBytes(StandardCharsets.UTF_8));
        return request.batch();
    }
}
