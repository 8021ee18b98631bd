package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Person;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Admissions for machines: applying for a course, deciding, withdrawing. */
@RestController
@Tag(name = "Admissions")
class AdmissionApi {

    private static final int MOST_DECIDED = 1000;

    private final CourseApplications applications;
    private final CourseApplicationStore store;

    AdmissionApi(CourseApplications applications, CourseApplicationStore store) {
        this.applications = applications;
        this.store = store;
    }

    /**
     * An application to be sent.
     *
     * @param course the address of a version on offer, {@code organisation/code/number}
     * @param statement how its entry requirements are met
     * @param credentials verification codes of credentials that you hold
     */
    record ToSend(String course, Optional<String> statement, Optional<List<String>> credentials) {}

    /**
     * A decision: {@code admit} or {@code refuse}.
     *
     * @param ground code of the reason, needed to refuse
     * @param words the reason in words, needed to refuse
     * @param appeal how to appeal, needed to refuse
     */
    record Decision(
            Optional<String> decision,
            Optional<String> ground,
            Optional<String> words,
            Optional<String> appeal) {}

    /** An application and where it stands. */
    record Application(
            UUID id,
            String course,
            String title,
            String institution,
            Optional<String> requirements,
            String applicant,
            String statement,
            List<String> credentials,
            Instant appliedAt,
            String state,
            Optional<CourseApplication.Outcome> outcome) {

        static Application of(CourseApplication one) {
            return new Application(
                    one.id(),
                    one.path(),
                    one.title().authoritative(),
                    one.institution().name(),
                    one.required(),
                    one.applicant().name(),
                    one.statement(),
                    one.credentials(),
                    one.appliedAt(),
                    one.state(),
                    one.outcome());
        }
    }

    @GetMapping("/api/v1/course-applications")
    @Operation(summary = "The courses that you applied for, and what was decided")
    List<Application> own(Person person) {
        return store.of(person).stream().map(Application::of).toList();
    }

    @PostMapping("/api/v1/course-applications")
    @Operation(summary = "Apply for a course on offer; one open application for each course")
    ResponseEntity<Object> apply(Person person, @RequestBody ToSend wanted) {
        var applied =
                applications.apply(
                        person,
                        applications.onOffer(wanted.course()),
                        wanted.statement().orElse(""),
                        wanted.credentials().orElse(List.of()));
        return switch (applied) {
            case Decided.Refused<UUID>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<UUID>(var id) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(own(person, id));
        };
    }

    @PostMapping("/api/v1/course-applications/{application}/withdrawal")
    @Operation(summary = "Withdraw an application that is still open")
    ResponseEntity<Object> withdraw(Person person, @PathVariable UUID application) {
        return switch (applications.withdraw(person, application)) {
            case Decided.Refused<UUID>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<UUID>(var id) -> ResponseEntity.ok(own(person, id));
        };
    }

    @GetMapping("/api/v1/admissions")
    @Operation(summary = "Who asks to be admitted to the courses of your organisation")
    List<Application> asked(Acting acting) {
        return store.at(acting, MOST_DECIDED).stream().map(Application::of).toList();
    }

    @PostMapping("/api/v1/admissions/{application}/decision")
    @Operation(
            summary = "Admit a learner, or refuse with a reason and how to appeal",
            description =
                    """
                    Grounds: `requirements-not-met`, `requirements-not-shown`, `no-place-left`, \
                    `course-not-given`, `too-late`, `other`.""")
    ResponseEntity<Object> decide(
            Acting acting, @PathVariable UUID application, @RequestBody Decision wanted) {
        var decided =
                applications.decide(
                        acting,
                        application,
                        AdmissionPages.of(
                                wanted.decision().orElse(""),
                                wanted.ground().orElse(""),
                                wanted.words().orElse(""),
                                wanted.appeal().orElse("")));
        return switch (decided) {
            case Decided.Refused<UUID>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<UUID>(var id) ->
                    ResponseEntity.ok(
                            Application.of(store.at(acting, id).orElseThrow(NotThere::new)));
        };
    }

    private Application own(Person person, UUID id) {
        return Application.of(store.of(person, id).orElseThrow(NotThere::new));
    }
}
