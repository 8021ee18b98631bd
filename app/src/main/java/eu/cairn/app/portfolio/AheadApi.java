package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.stacking.AuditWords;
import eu.cairn.app.stacking.LongWork;
import eu.cairn.app.stacking.PlanOptions;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.formats.stacking.PlanJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way ahead from a learner's own stack, for machines. */
@RestController
@Tag(name = "Stacking")
public class AheadApi {

    private final Stacks stacks;
    private final WaysAhead ahead;
    private final CoursesPassed passed;
    private final IfPassedViews views;

    AheadApi(Stacks stacks, WaysAhead ahead, CoursesPassed passed, IfPassedViews views) {
        this.stacks = stacks;
        this.ahead = ahead;
        this.passed = passed;
        this.views = views;
    }

    /**
     * Courses that are taken to be passed.
     *
     * @param courses published courses, as {@code organisation/code}
     */
    public record Wanted(List<String> courses) {
        public Wanted {
            courses = List.copyOf(courses);
        }
    }

    /**
     * What would be if the courses were passed; nothing of it is a result, and nothing is kept.
     *
     * @param asOf the day for which it is said
     * @param result {@code satisfied}, {@code not-satisfied} or {@code could-not-finish}, then
     * @param missingNow the fewest credits that complete it as it is, where that is known
     * @param missing the same if the courses were passed
     * @param words what would become of the whole, in one sentence
     * @param noLongerCounts what is held and counts now, and would not then
     */
    public record IfPassedAnswer(
            String rulebook,
            String version,
            LocalDate asOf,
            String result,
            Optional<Ects> missingNow,
            Optional<Ects> missing,
            String words,
            List<Course> courses,
            List<Requirement> requirements,
            List<String> noLongerCounts) {}

    /**
     * A course, and what its credential would do.
     *
     * @param counts where it would count; nowhere if it would add nothing
     * @param reasons why it would not count, or in part only
     */
    public record Course(
            String course, String title, Ects credits, List<Count> counts, List<Reason> reasons) {}

    public record Count(List<String> requirements, Ects credits) {}

    public record Reason(String code, String detail) {}

    /** A requirement as it is, and as it would be. */
    public record Requirement(String id, String title, State now, State then) {}

    /**
     * How far a requirement is.
     *
     * @param state {@code met}, {@code partly} or {@code open}
     */
    public record State(String state, boolean chosen, Ects counted, Ects missing) {}

    @GetMapping(
            path = "/api/v1/stacks/{rulebook}/plans",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Plan which published courses lead from your stack to the qualification")
    ResponseEntity<Object> plans(
            Person person,
            @PathVariable String rulebook,
            @RequestParam Optional<String> goal,
            @RequestParam Optional<String> ways,
            @RequestParam Optional<String> load,
            @RequestParam Optional<String> maxPrice,
            @RequestParam(defaultValue = "") List<String> language,
            @RequestParam Optional<String> from) {
        var stack = stacks.of(person, rulebook).orElseThrow(NotThere::new);
        return switch (new PlanOptions(goal, ways, load, maxPrice, language, from).read()) {
            case Decided.Refused<PlanOptions.Asked> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<PlanOptions.Asked>(var asked) ->
                    ahead.of(stack, asked).map(AheadApi::plans).orElseGet(LongWork::busy);
        };
    }

    private static ResponseEntity<Object> plans(Ahead found) {
        var json =
                PlanJson.write(
                        found.stack().rulebook().rules(),
                        found.asked().goal(),
                        found.answer(),
                        AuditWords.english());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/api/v1/stacks/{rulebook}/what-if")
    @Operation(summary = "What your stack would be if you passed published courses")
    ResponseEntity<Object> ifPassed(
            Person person, @PathVariable String rulebook, @RequestBody Wanted wanted) {
        var stack = stacks.of(person, rulebook).orElseThrow(NotThere::new);
        return switch (passed.of(stack, wanted.courses())) {
            case Decided.Refused<IfPassed> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<IfPassed>(var found) -> ResponseEntity.ok(answer(found));
        };
    }

    private IfPassedAnswer answer(IfPassed found) {
        var now = found.now();
        var then = found.then();
        return new IfPassedAnswer(
                now.rulebook().id(),
                now.rulebook().rules().version(),
                now.portfolio().asOf(),
                then.audit().result().code(),
                now.audit().missing(),
                then.audit().missing(),
                IfPassedViews.result(found),
                found.courses().stream()
                        .map(
                                course ->
                                        new Course(
                                                course.key(),
                                                course.title().authoritative(),
                                                course.credits(),
                                                then.result(course.key()).counts().stream()
                                                        .map(
                                                                it ->
                                                                        new Count(
                                                                                it.requirements(),
                                                                                it.credits()))
                                                        .toList(),
                                                views
                                                        .reasons(then, then.facts(course.key()))
                                                        .stream()
                                                        .map(
                                                                it ->
                                                                        new Reason(
                                                                                it.code(),
                                                                                it.words()))
                                                        .toList()))
                        .toList(),
                requirements(now, then),
                IfPassedViews.replaced(found));
    }

    private List<Requirement> requirements(Stack now, Stack then) {
        var said = new ArrayList<Requirement>();
        for (var result : now.audit().requirements()) {
            said.add(
                    new Requirement(
                            result.id(),
                            views.title(now, result.id()),
                            state(now, result.id()),
                            state(then, result.id())));
        }
        return said;
    }

    private static State state(Stack stack, String requirement) {
        var result = stack.requirement(requirement);
        return new State(
                result.state().code(), result.chosen(), result.counted(), result.missing());
    }
}
