package eu.cairn.app.quality;

import eu.cairn.app.account.Acting;
import eu.cairn.app.catalogue.ApprovalWays;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.catalogue.HoursReports;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Labels;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.NationalFit;
import eu.cairn.catalogue.ReportedRuns;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.CarriedFinding;
import eu.cairn.quality.CriteriaSet;
import eu.cairn.quality.Criterion;
import eu.cairn.quality.Finding;
import eu.cairn.quality.QualityDecision;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The quality officer's pages. */
@Controller
public class ReviewPages {

    private final Reviews reviews;
    private final ReviewStore store;
    private final CourseStore versions;
    private final Courses courses;
    private final WaysByRule ways;
    private final HoursReports hours;

    ReviewPages(
            Reviews reviews,
            ReviewStore store,
            CourseStore versions,
            Courses courses,
            WaysByRule ways,
            HoursReports hours) {
        this.reviews = reviews;
        this.store = store;
        this.versions = versions;
        this.courses = courses;
        this.ways = ways;
        this.hours = hours;
    }

    /** What the page of one review shows. */
    public record View(
            CourseVersion version,
            CourseState state,
            CriteriaSet criteria,
            ReviewDraft draft,
            Optional<QualityDecision> decision,
            Optional<QualityDecision.Earlier> earlier,
            Optional<ApprovalWays.Way> way,
            ReportedRuns reported,
            NationalFit national,
            List<Refusal> refusals) {

        /** A finding that is carried over from an earlier decision, and where it was made. */
        public record Carried(CarriedFinding origin, Finding finding) {
            /** The shape of its mark, as that of a finding made here. */
            public String shape() {
                return switch (finding.result()) {
                    case MET -> "met";
                    case CONDITION -> "part";
                    case NOT_MET -> "no";
                };
            }
        }

        /** The finding on a criterion that is, or would be, carried over. */
        public Optional<Carried> carried(Criterion criterion) {
            if (decision.isPresent()) {
                return carried(decision.get(), criterion)
                        .filter(one -> decision.get().carried().contains(one.origin()));
            }
            return earlier.filter(one -> !one.touched().contains(criterion.id()))
                    .flatMap(one -> carried(one.decision(), criterion));
        }

        private static Optional<Carried> carried(QualityDecision from, Criterion criterion) {
            return from.findings().stream()
                    .filter(finding -> finding.criterion().equals(criterion.id()))
                    .map(finding -> new Carried(from.origin(criterion.id()), finding))
                    .findFirst();
        }

        public List<String> faults(String place) {
            return refusals.stream().filter(r -> r.place().equals(place)).map(Words::of).toList();
        }

        public String sentence(Refusal refusal) {
            return Words.of(refusal);
        }

        /** What the frozen version itself says on a criterion. */
        public List<String> evidence(Criterion criterion) {
            return Evidence.of(criterion, version.design());
        }
    }

    /** An approval by notification, and where its version stands now. */
    public record Notified(QualityDecision decision, CourseState state) {
        /** Whether an objection is still possible: the version is in use. */
        public boolean open() {
            return state.onRequest().contains(CourseState.SUSPENDED);
        }
    }

    @GetMapping("/reviews")
    Html list(Page page, Acting acting) {
        return Html.ok(
                Html.PAGES.reviews(
                        page.titled("Approvals"),
                        acting.organisation(),
                        versions.versionsIn(acting, CourseState.IN_REVIEW),
                        notified(acting),
                        versions.versionsIn(
                                acting,
                                CourseState.APPROVED,
                                CourseState.PUBLISHED,
                                CourseState.SUSPENDED,
                                CourseState.CLOSED)));
    }

    private List<Notified> notified(Acting acting) {
        return store.notified(acting).stream()
                .map(
                        one ->
                                new Notified(
                                        one,
                                        versions.state(
                                                        one.version().course(),
                                                        one.version().number())
                                                .orElseThrow()))
                .toList();
    }

    @GetMapping("/reviews/{course}/{number}")
    Html review(Page page, Acting acting, @PathVariable UUID course, @PathVariable int number) {
        return Html.ok(
                page(
                        page,
                        acting,
                        view(
                                acting,
                                course,
                                number,
                                store.draft(acting, course, number),
                                List.of())));
    }

    @PostMapping("/reviews/{course}/{number}")
    Object decide(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        var draft = ReviewDraft.of(fields);
        reviews.save(acting, course, number, draft);
        if (!fields.getOrDefault("action", "").equals("decide")) {
            PageFrames.notice(request, "The findings are saved.");
            return SeeOther.at("/reviews/" + course + "/" + number);
        }
        return switch (reviews.decide(acting, course, number, draft)) {
            case Decided.Refused<QualityDecision> refused ->
                    Html.refused(
                            page(
                                    page,
                                    acting,
                                    view(acting, course, number, draft, refused.reasons())));
            case Decided.Accepted<QualityDecision> decided -> {
                PageFrames.notice(
                        request,
                        "%s: %s"
                                .formatted(
                                        decided.value().version().design().title().authoritative(),
                                        words(decided.value().outcome())));
                yield SeeOther.at("/reviews");
            }
        };
    }

    @PostMapping("/reviews/{course}/state")
    Object state(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @RequestParam int number,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var wanted = CourseState.ofCode(target).orElseThrow(NotThere::new);
        return switch (courses.change(acting, course, number, wanted, reason)) {
            case Decided.Refused<CourseState> refused ->
                    Html.refused(
                            page(
                                    page,
                                    acting,
                                    view(
                                            acting,
                                            course,
                                            number,
                                            store.draft(acting, course, number),
                                            refused.reasons())));
            case Decided.Accepted<CourseState> changed -> {
                PageFrames.notice(
                        request, "The course is now: " + Labels.of(changed.value()) + ".");
                yield SeeOther.at("/reviews/" + course + "/" + number);
            }
        };
    }

    private static JteModel page(Page page, Acting acting, View view) {
        return Html.PAGES.review(
                page.titled("Review: " + view.version().design().title().authoritative()),
                acting.organisation(),
                view);
    }

    private View view(
            Acting acting, UUID course, int number, ReviewDraft draft, List<Refusal> refusals) {
        var version = versions.version(acting, course, number).orElseThrow(NotThere::new);
        boolean decided = store.decision(course, number).isPresent();
        return new View(
                version,
                versions.state(course, number).orElseThrow(),
                CriteriaSet.shortCourses2026(),
                draft,
                store.decision(course, number),
                decided ? Optional.empty() : ways.earlier(version),
                decided ? Optional.empty() : ways.of(version),
                hours.of(acting, course),
                ways.fit(version),
                refusals);
    }

    static String words(QualityDecision.Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> "approved and published";
            case APPROVED_WITH_CONDITIONS -> "approved with conditions and published";
            case REFUSED -> "given back with reasons";
        };
    }
}
