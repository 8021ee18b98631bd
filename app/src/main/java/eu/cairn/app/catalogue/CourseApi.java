package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseRun;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.DesignReview;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.LevelClaim;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Courses for machines: designing, submitting, importing, and the public catalogue. */
@RestController
@Tag(name = "Courses")
class CourseApi {

    private final Courses courses;
    private final CourseStore store;
    private final OfferStore offers;
    private final CourseStandings standings;
    private final PublicDecisions decisions;
    private final RunStore runs;
    private final Clock clock;

    CourseApi(
            Courses courses,
            CourseStore store,
            OfferStore offers,
            CourseStandings standings,
            PublicDecisions decisions,
            RunStore runs,
            Clock clock) {
        this.courses = courses;
        this.store = store;
        this.offers = offers;
        this.standings = standings;
        this.decisions = decisions;
        this.runs = runs;
        this.clock = clock;
    }

    /** A draft with what a machine says of it. */
    record DraftAnswer(
            UUID id,
            int number,
            CourseState state,
            int revision,
            Instant savedAt,
            CourseDraft draft,
            Optional<Ects> credits,
            LearningHours hours,
            List<Said> faults,
            List<Said> hints) {}

    /** One thing said of a draft: its code, its place, and the sentence. */
    record Said(String code, String place, String detail) {
        static Said of(Refusal refusal) {
            return new Said(refusal.code(), refusal.place(), Words.of(refusal));
        }
    }

    /** A draft to be saved, over the revision that it was made from. */
    record DraftToSave(int revision, CourseDraft draft) {}

    /**
     * A course version as it is public: its design is frozen and the same for ever.
     *
     * @param nationalTypes the national types of which it was when it was approved
     * @param runs those that take place, each with the hours a week that it asks for
     */
    record PublicVersion(
            UUID id,
            int number,
            String organisation,
            CourseState state,
            Instant frozenAt,
            CourseDesign design,
            LevelClaim levelClaim,
            String levelStanding,
            List<NationalType> nationalTypes,
            List<PublicRun> runs,
            List<ShownRuns.CalledOff> runsCalledOff) {}

    /** A run that takes place. */
    record PublicRun(CourseRun run, LearningHours hoursAWeek) {}

    /** A course in the catalogue. */
    record PublicOffer(
            String organisation,
            String place,
            String path,
            CourseDesign design,
            LevelClaim levelClaim,
            String levelStanding) {}

    /** A version that was handed to review. */
    record Submitted(UUID id, int number, CourseState state) {}

    @GetMapping("/api/v1/courses")
    @Operation(summary = "The courses of your organisation")
    List<CourseSummary> list(Acting acting) {
        return store.list(acting);
    }

    @PostMapping("/api/v1/courses")
    @Operation(summary = "Begin a course with a draft, which may be empty or wrong")
    ResponseEntity<Object> begin(Acting acting, @RequestBody CourseDraft draft) {
        var id = courses.begin(acting, draft);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/courses/" + id)
                .body(answer(acting, store.draft(acting, id).orElseThrow(NotThere::new)));
    }

    @GetMapping("/api/v1/courses/{course}")
    @Operation(summary = "A draft, and what is to be mended before it can be submitted")
    DraftAnswer get(Acting acting, @PathVariable UUID course) {
        return answer(acting, store.draft(acting, course).orElseThrow(NotThere::new));
    }

    @PutMapping("/api/v1/courses/{course}")
    @Operation(summary = "Save a draft over the revision that it was made from")
    ResponseEntity<Object> save(
            Acting acting, @PathVariable UUID course, @RequestBody DraftToSave wanted) {
        return switch (courses.save(acting, course, wanted.draft(), Basis.of(wanted.revision()))) {
            case Decided.Refused<SavedDraft> refused ->
                    Problems.answer(HttpStatus.CONFLICT, refused.reasons());
            case Decided.Accepted<SavedDraft> saved ->
                    ResponseEntity.ok(answer(acting, saved.value()));
        };
    }

    @PostMapping("/api/v1/courses/{course}/submission")
    @Operation(
            summary =
                    "Freeze the draft and hand it to review; editorial changes are approved with it",
            description =
                    "With `signsReason=true` you sign the reason why the hours lie outside the range"
                            + " of the country, where the draft states one.")
    ResponseEntity<Object> submit(
            Acting acting,
            @PathVariable UUID course,
            @RequestParam(defaultValue = "false") boolean signsReason) {
        return switch (courses.submit(acting, course, signsReason)) {
            case Decided.Refused<CourseVersion> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<CourseVersion> submitted ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(
                                    new Submitted(
                                            course,
                                            submitted.value().number(),
                                            store.state(course, submitted.value().number())
                                                    .orElseThrow()));
        };
    }

    @GetMapping("/api/v1/catalogue")
    @Operation(summary = "The courses on offer")
    List<PublicOffer> catalogue() {
        return offers.published().stream()
                .map(
                        offer ->
                                new PublicOffer(
                                        offer.organisation(),
                                        offer.place(),
                                        offer.path(),
                                        offer.design().published(),
                                        offer.version().levelClaim(),
                                        standings.of(offer.version()).level().code()))
                .toList();
    }

    @GetMapping("/api/v1/catalogue/{organisation}/{code}/{number}")
    @Operation(summary = "A course version that was approved; it never changes")
    PublicVersion version(
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        var version = offers.version(organisation, code, number).orElseThrow(NotThere::new);
        var state = store.state(version.course(), number).orElseThrow(NotThere::new);
        if (state == CourseState.DRAFT || state == CourseState.IN_REVIEW) {
            throw new NotThere();
        }
        var shown =
                state == CourseState.PUBLISHED
                        ? runs.shown(version, LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                        : ShownRuns.NONE;
        return new PublicVersion(
                version.course(),
                number,
                organisation,
                state,
                version.submittedAt(),
                version.design().published(),
                version.levelClaim(),
                standings.of(version).level().code(),
                decisions
                        .on(version.course(), number)
                        .map(PublicDecisions.Line::nationalTypes)
                        .orElse(List.of()),
                shown.coming().stream()
                        .map(run -> new PublicRun(run, run.aWeek(version.design().hours())))
                        .toList(),
                shown.calledOff());
    }

    private DraftAnswer answer(Acting acting, SavedDraft saved) {
        DesignReview review = courses.review(acting, saved.draft());
        return new DraftAnswer(
                saved.course(),
                saved.number(),
                saved.state(),
                saved.revision(),
                saved.savedAt(),
                saved.draft(),
                review.workload().credits(),
                review.workload().total(),
                review.faults().stream().map(Said::of).toList(),
                review.hints().stream().map(Said::of).toList());
    }
}
