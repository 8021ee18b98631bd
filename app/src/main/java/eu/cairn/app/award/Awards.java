package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.JointAwardStore;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.credential.Signing;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.quality.ReviewStore;
import eu.cairn.app.web.NotThere;
import eu.cairn.award.ApprovalRule;
import eu.cairn.award.Award;
import eu.cairn.award.BatchReview;
import eu.cairn.award.BatchSize;
import eu.cairn.award.BoardDecision;
import eu.cairn.award.ResultRow;
import eu.cairn.award.SecondApproval;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.JointAgreement;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.ApprovedCourse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with results: a file uploaded, reviewed, and its ready rows awarded, once. */
@Component
public class Awards {

    private final AwardStore store;
    private final OutcomeProofStore proofs;
    private final StatusPlaceStore statusPlaces;
    private final LearnerStore learners;
    private final CourseStore courses;
    private final ReviewStore reviews;
    private final JointAwardStore joint;
    private final ApprovalStore approvals;
    private final ApprovalRules rules;
    private final Signing signing;
    private final Journal journal;
    private final AwardSettings settings;
    private final Identifiers identifiers;
    private final Clock clock;

    Awards(
            AwardStore store,
            OutcomeProofStore proofs,
            StatusPlaceStore statusPlaces,
            LearnerStore learners,
            CourseStore courses,
            ReviewStore reviews,
            JointAwardStore joint,
            ApprovalStore approvals,
            ApprovalRules rules,
            Signing signing,
            Journal journal,
            AwardSettings settings,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.proofs = proofs;
        this.statusPlaces = statusPlaces;
        this.learners = learners;
        this.courses = courses;
        this.reviews = reviews;
        this.joint = joint;
        this.approvals = approvals;
        this.rules = rules;
        this.signing = signing;
        this.journal = journal;
        this.settings = settings;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The approved course behind a version, or why nothing may be awarded for it today. */
    public Decided<ApprovedCourse> course(Acting acting, UUID course, int number) {
        var version = courses.version(acting, course, number).orElseThrow(NotThere::new);
        var decision = reviews.decision(course, number);
        if (decision.isEmpty()) {
            return Decided.refused(Refusal.of("award.course-not-approved", ""));
        }
        var state = courses.state(version.course(), number).orElseThrow();
        if (state == CourseState.SUSPENDED) {
            return Decided.refused(Refusal.of("award.course-suspended", ""));
        }
        var hindrances =
                JointAgreement.hindrances(version.design().terms(), joint.decided(course, number));
        return hindrances.isEmpty()
                ? ApprovedCourse.of(decision.get(), acting.today(clock)).then(this::signable)
                : Decided.refused(hindrances);
    }

    private Decided<ApprovedCourse> signable(ApprovedCourse course) {
        var hindrances = settings.hindrances(course);
        return hindrances.isEmpty() ? Decided.accepted(course) : Decided.refused(hindrances);
    }

    /** Keeps a file of results for review; nothing is awarded yet. */
    @Transactional
    public Decided<UUID> upload(
            Acting acting, UUID course, int number, String fileName, byte[] file) {
        return switch (course(acting, course, number)) {
            case Decided.Refused<ApprovedCourse> refused -> Decided.refused(refused.reasons());
            case Decided.Accepted<ApprovedCourse> approved ->
                    switch (ResultTable.read(file, approved.value().version().design())) {
                        case Decided.Refused<List<ResultRow>> refused ->
                                Decided.refused(refused.reasons());
                        case Decided.Accepted<List<ResultRow>> rows ->
                                Decided.accepted(keep(acting, course, number, fileName, file));
                    };
        };
    }

    private UUID keep(Acting acting, UUID course, int number, String fileName, byte[] file) {
        var id = identifiers.next();
        store.add(
                acting,
                new Batch(
                        id,
                        course,
                        number,
                        fileName.strip().replaceAll("[\\p{Cntrl}/\\\\]", "_"),
                        file,
                        acting.person().id(),
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty()));
        return id;
    }

    /** A batch with the course it is for and its rows as they stand now. */
    public record Reviewed(Batch batch, ApprovedCourse course, BatchReview review) {

        /** The same with those of the ready rows alone that stand in these lines. */
        Reviewed readyIn(Set<Integer> lines) {
            return new Reviewed(batch, course, review.readyIn(lines));
        }
    }

    /** Reviews a batch as of now: learners may have been added and awards made since. */
    public Decided<Reviewed> review(Acting acting, UUID id) {
        var batch = store.batch(acting, id).orElseThrow(NotThere::new);
        return review(acting, batch);
    }

    Decided<Reviewed> review(Acting acting, Batch batch) {
        return switch (course(acting, batch.course(), batch.number())) {
            case Decided.Refused<ApprovedCourse> refused -> Decided.refused(refused.reasons());
            case Decided.Accepted<ApprovedCourse> approved ->
                    ResultTable.read(batch.content(), approved.value().version().design())
                            .map(rows -> reviewed(acting, batch, approved.value(), rows));
        };
    }

    private Reviewed reviewed(
            Acting acting, Batch batch, ApprovedCourse course, List<ResultRow> rows) {
        return new Reviewed(batch, course, review(acting, course, rows));
    }

    /** The rows of a table as they stand now. */
    BatchReview review(Acting acting, ApprovedCourse course, List<ResultRow> rows) {
        var known =
                learners
                        .byNumber(acting, rows.stream().map(ResultRow::learnerNumber).toList())
                        .entrySet()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue().enrolled()));
        return BatchReview.of(
                rows,
                known,
                store.awardedNumbers(acting, course.version().course()),
                course,
                acting.today(clock));
    }

    /**
     * What became of a batch that was confirmed.
     *
     * @param awarded how many awards were made; none where a second person has to approve first
     */
    public record Confirmed(int awarded, boolean awaitsApproval) {}

    /**
     * Awards every ready row of a batch, all or none, on the decision of the board; or asks for a
     * second person's approval, where the batch is above the size that one may award alone.
     */
    @Transactional
    public Decided<Confirmed> confirm(Acting acting, UUID id, boolean confirmed, String minute) {
        var batch = store.hold(acting, id).orElseThrow(NotThere::new);
        if (batch.confirmedAt().isPresent()) {
            return Decided.refused(Refusal.of("award.batch-confirmed-before", ""));
        }
        if (approvals.newest(acting, id).filter(one -> one.answer().isEmpty()).isPresent()) {
            return Decided.refused(Refusal.of("award.batch-awaits-approval", ""));
        }
        return BoardDecision.record(confirmed, minute, acting.today(clock), acting.person().id())
                .then(
                        board ->
                                review(acting, batch)
                                        .then(reviewed -> confirm(acting, reviewed, board)));
    }

    private Decided<Confirmed> confirm(Acting acting, Reviewed reviewed, BoardDecision board) {
        if (reviewed.review().ready().isEmpty()) {
            return Decided.refused(Refusal.of("award.nothing-ready", ""));
        }
        approvals.holdPerson(acting);
        var size = size(acting, reviewed);
        var rule = rules.demanding(acting, size);
        if (rule.isPresent()) {
            ask(acting, reviewed, board, rule.get(), size);
            return Decided.accepted(new Confirmed(0, true));
        }
        return award(acting, reviewed, board).map(made -> new Confirmed(made, false));
    }

    /** How much this person is about to award with a batch. */
    BatchSize size(Acting acting, Reviewed reviewed) {
        return new BatchSize(
                reviewed.review().ready().size(),
                reviewed.course().version().design().credits(),
                approvals.madeAlone(
                        acting,
                        reviewed.batch().course(),
                        clock.instant().minus(ApprovalRules.DAY)));
    }

    private void ask(
            Acting acting,
            Reviewed reviewed,
            BoardDecision board,
            ApprovalRule rule,
            BatchSize size) {
        var batch = reviewed.batch();
        var design = reviewed.course().version().design();
        var rows = reviewed.review();
        var request =
                new ApprovalRequest(
                        identifiers.next(),
                        new ApprovalRequest.About(
                                batch.id(),
                                batch.fileName(),
                                design.code(),
                                batch.number(),
                                design.title().authoritative()),
                        board.minute(),
                        acting.person().fullName(),
                        clock.instant(),
                        new SecondApproval(
                                batch.uploadedBy(),
                                acting.person().id(),
                                SecondApproval.assessors(rows.all())),
                        rule,
                        rows.ready().stream().map(ready -> ready.row().line()).toList(),
                        size,
                        Optional.empty());
        approvals.add(acting, request);
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                "approvals.asked",
                batch.id().toString(),
                (board.minute() + "\n" + request.lines()).getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the awards of the ready rows, in the transaction of whoever decided so. */
    Decided<Integer> award(Acting acting, Reviewed reviewed, BoardDecision board) {
        if (reviewed.review().ready().isEmpty()) {
            return Decided.refused(Refusal.of("award.nothing-ready", ""));
        }
        var organisation = acting.organisation().id();
        var now = clock.instant();
        var key = signing.holdKey(acting.organisation(), settings.jointly(reviewed.course()));
        int count = reviewed.review().ready().size();
        var places = statusPlaces.next(organisation, key, count).iterator();
        var setting = settings.of(acting.organisation(), reviewed.course(), now);
        var made = new ArrayList<Signing.Made>();
        for (var ready : reviewed.review().ready()) {
            var award = Award.of(identifiers.next(), reviewed.course(), ready.result(), board);
            var code = ShortCode.random();
            var place = places.next();
            if (store.add(
                    award,
                    ready.row().assessedBy(),
                    reviewed.batch().id(),
                    acting.person().id(),
                    code,
                    place,
                    now)) {
                proofs.add(award);
                made.add(
                        new Signing.Made(
                                award.id(),
                                award.credential(setting),
                                code,
                                place.list(),
                                place.index()));
            }
        }
        if (made.isEmpty()) {
            return Decided.refused(Refusal.of("award.nothing-ready", ""));
        }
        signing.record(acting.organisation(), made);
        store.confirm(acting, reviewed.batch().id(), board, now);
        journal.append(
                Optional.of(organisation),
                acting.person().id(),
                "awards.made",
                reviewed.batch().id().toString(),
                made.stream()
                        .map(one -> one.award().toString())
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8));
        return Decided.accepted(made.size());
    }
}
