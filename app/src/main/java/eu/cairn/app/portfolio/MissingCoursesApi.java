package eu.cairn.app.portfolio;

import eu.cairn.app.account.Acting;
import eu.cairn.app.stacking.LongWork;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.NotThere;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Fact;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which course an institution's learners miss, for machines. */
@RestController
@Tag(name = "Stacking")
class MissingCoursesApi {

    private final LearnersMissing missing;
    private final Installation installation;

    MissingCoursesApi(LearnersMissing missing, Installation installation) {
        this.missing = missing;
        this.installation = installation;
    }

    /**
     * The courses that would let learners finish.
     *
     * @param learners how many hold something that a rule takes
     * @param satisfied how many of them need nothing
     * @param complete whether every kind and size that somebody misses was looked at
     */
    record Answer(
            String rulebook,
            String version,
            int learners,
            int satisfied,
            boolean complete,
            List<Course> courses,
            String page) {}

    /**
     * A course that does not exist yet.
     *
     * @param facts what it has to be, by the names of facts in rulebooks
     * @param wouldFinish how many learners would satisfy the rules with it
     * @param undecided how many more might
     */
    record Course(Ects credits, Map<String, List<String>> facts, int wouldFinish, int undecided) {}

    @GetMapping("/api/v1/rulebooks/published/{rulebook}/missing-courses")
    @Operation(summary = "Which course would let most of your learners finish a qualification")
    ResponseEntity<Object> missing(Acting acting, @PathVariable String rulebook) {
        var book = missing.rulebook(acting, rulebook).orElseThrow(NotThere::new);
        return missing.of(acting, book)
                .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(answer(found)))
                .orElseGet(LongWork::busy);
    }

    private Answer answer(LearnersMissing.Found found) {
        var book = found.rulebook();
        return new Answer(
                book.id(),
                book.rules().version(),
                found.answer().learners(),
                found.answer().satisfied(),
                found.answer().complete() && !found.beyond(),
                found.answer().courses().stream()
                        .map(
                                course ->
                                        new Course(
                                                course.credits(),
                                                facts(course.facts()),
                                                course.finish(),
                                                course.undecided()))
                        .toList(),
                "%s/rulebooks/published/%s/missing-courses"
                        .formatted(installation.baseUrl(), book.id()));
    }

    private static Map<String, List<String>> facts(Map<Fact, List<String>> facts) {
        var named = new LinkedHashMap<String, List<String>>();
        facts.forEach((fact, values) -> named.put(fact.key(), values));
        return named;
    }
}
