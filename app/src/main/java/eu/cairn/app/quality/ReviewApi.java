package eu.cairn.app.quality;

import eu.cairn.app.account.Acting;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.CourseSummary;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.NationalFit;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.CriteriaSet;
import eu.cairn.quality.Finding;
import eu.cairn.quality.QualityDecision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Quality assurance for machines. */
@RestController
@Tag(name = "Quality")
class ReviewApi {

    private final Reviews reviews;
    private final ReviewStore store;
    private final CourseStore versions;
    private final Courses courses;
    private final WaysByRule ways;

    ReviewApi(
            Reviews reviews,
            ReviewStore store,
            CourseStore versions,
            Courses courses,
            WaysByRule ways) {
        this.reviews = reviews;
        this.store = store;
        this.versions = versions;
        this.courses = courses;
        this.ways = ways;
    }

    /**
     * A submission with the criteria it is judged by; {@code criteriaTouched} are the ones on which
     * a finding has to be made where the others may be carried over; {@code national} says which
     * national types it is of, and what stands against an approval today if it is of none.
     */
    record Submission(
            UUID course,
            int number,
            CourseState state,
            CourseDesign design,
            CriteriaSet criteria,
            List<Remark> remarks,
            Optional<List<String>> criteriaTouched,
            National national,
            Optional<DecisionDocument> decision) {}

    /** The national types of a version, or each limit of each that it is outside of. */
    record National(List<NationalType> types, List<Unmet> unmet) {
        static National of(NationalFit fit) {
            return new National(fit.types(), fit.unmet().stream().map(Unmet::of).toList());
        }
    }

    /** A limit of a national type that is not met. */
    record Unmet(String code, String place, String detail) {
        static Unmet of(Refusal refusal) {
            return new Unmet(refusal.code(), refusal.place(), Words.of(refusal));
        }
    }

    /** What was found worth asking about when it was submitted, and what was answered. */
    record Remark(String code, String place, String detail, Optional<String> answer) {
        static Remark of(CourseDesign.Remark remark) {
            var hint = remark.hint();
            return new Remark(hint.code(), hint.place(), Words.of(hint), remark.answer());
        }
    }

    /** A decision to be made: a finding on each criterion, the outcome, and reasons. */
    record DecisionToMake(
            List<Finding> findings, QualityDecision.Outcome outcome, String reasons, int years) {
        DecisionToMake {
            findings = List.copyOf(findings);
        }
    }

    /** A state to be entered, for a reason. */
    record StateToEnter(int number, String state, String reason) {}

    /** The state that a version has entered. */
    record StateEntered(UUID course, int number, CourseState state) {}

    @GetMapping("/api/v1/reviews")
    @Operation(summary = "The submissions that wait for a decision")
    List<CourseSummary> list(Acting acting) {
        return versions.versionsIn(acting, CourseState.IN_REVIEW);
    }

    @GetMapping("/api/v1/reviews/notifications")
    @Operation(summary = "Editorial changes that were approved by notification, the newest first")
    List<DecisionDocument> notified(Acting acting) {
        return store.notified(acting).stream().map(DecisionDocument::of).toList();
    }

    @GetMapping("/api/v1/reviews/{course}/{number}")
    @Operation(summary = "A submission beside its criteria")
    Submission get(Acting acting, @PathVariable UUID course, @PathVariable int number) {
        var version = versions.version(acting, course, number).orElseThrow(NotThere::new);
        return new Submission(
                course,
                number,
                versions.state(course, number).orElseThrow(NotThere::new),
                version.design().published(),
                CriteriaSet.shortCourses2026(),
                version.design().remarks().stream().map(Remark::of).toList(),
                ways.earlier(version).map(one -> one.touched().stream().sorted().toList()),
                National.of(ways.fit(version)),
                store.decision(course, number).map(DecisionDocument::of));
    }

    @PostMapping("/api/v1/reviews/{course}/{number}/decision")
    @Operation(summary = "Decide on a submission")
    ResponseEntity<Object> decide(
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestBody DecisionToMake wanted) {
        return switch (reviews.decide(acting, course, number, draft(wanted))) {
            case Decided.Refused<QualityDecision> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<QualityDecision> decided ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .header("Location", "/decisions/" + decided.value().id())
                            .body(DecisionDocument.of(decided.value()));
        };
    }

    @PostMapping("/api/v1/courses/{course}/state")
    @Operation(summary = "Suspend, resume or close a course, for a reason")
    ResponseEntity<Object> state(
            Acting acting, @PathVariable UUID course, @RequestBody StateToEnter wanted) {
        var target = CourseState.ofCode(wanted.state());
        if (target.isEmpty()) {
            return Problems.refused(
                    List.of(Refusal.of("catalogue.choice-unknown", "state", wanted.state())));
        }
        return switch (courses.change(
                acting, course, wanted.number(), target.get(), wanted.reason())) {
            case Decided.Refused<CourseState> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<CourseState> entered ->
                    ResponseEntity.ok(new StateEntered(course, wanted.number(), entered.value()));
        };
    }

    private static ReviewDraft draft(DecisionToMake wanted) {
        var results = new HashMap<String, String>();
        var texts = new HashMap<String, String>();
        for (var finding : wanted.findings()) {
            results.put(finding.criterion(), finding.result().code());
            texts.put(finding.criterion(), finding.text());
        }
        return new ReviewDraft(
                results,
                texts,
                wanted.outcome().code(),
                wanted.reasons(),
                Integer.toString(wanted.years()));
    }
}
