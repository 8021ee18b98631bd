package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Drafts for machines, beside writing them: earlier states, copies, deletion. */
@RestController
@Tag(name = "Courses")
class DraftApi {

    private final DraftWork work;
    private final CourseStore store;

    DraftApi(DraftWork work, CourseStore store) {
        this.work = work;
        this.store = store;
    }

    /** A course that was started. */
    record Started(UUID id, String startedFrom) {}

    /** A saved state of a draft. */
    record State(int revision, Instant savedAt, String by) {}

    /** What is saved now. */
    record Saved(UUID id, int revision, Instant savedAt, CourseDraft draft) {
        static Saved of(SavedDraft saved) {
            return new Saved(saved.course(), saved.revision(), saved.savedAt(), saved.draft());
        }
    }

    /** Which of two texts is to stand at a place; {@code use} is false to drop the one kept. */
    record Choice(String place, UUID writtenBy, boolean use) {}

    @GetMapping("/api/v1/courses/{course}/states")
    @Operation(summary = "Earlier saved states of a draft, one for each hour and person")
    List<State> states(Acting acting, @PathVariable UUID course) {
        return work.states(acting, course).stream()
                .map(one -> new State(one.revision(), one.savedAt(), one.by()))
                .toList();
    }

    @GetMapping("/api/v1/courses/{course}/states/{revision}")
    @Operation(summary = "A draft as it was saved once")
    CourseDraft state(Acting acting, @PathVariable UUID course, @PathVariable int revision) {
        return work.state(acting, course, revision);
    }

    @PostMapping("/api/v1/courses/{course}/states/{revision}")
    @Operation(summary = "Save an earlier state over what is saved now")
    ResponseEntity<Object> restore(
            Acting acting, @PathVariable UUID course, @PathVariable int revision) {
        return answer(work.restore(acting, course, revision));
    }

    @GetMapping("/api/v1/courses/{course}/clashes")
    @Operation(summary = "Texts that two people wrote into the same field")
    List<SavedDraft.Clash> clashes(Acting acting, @PathVariable UUID course) {
        return store.draft(acting, course).orElseThrow(NotThere::new).clashes();
    }

    @PostMapping("/api/v1/courses/{course}/clashes")
    @Operation(summary = "Choose which of two texts stands")
    ResponseEntity<Object> choose(
            Acting acting, @PathVariable UUID course, @RequestBody Choice choice) {
        return answer(
                work.choose(acting, course, choice.place(), choice.writtenBy(), choice.use()));
    }

    @PostMapping("/api/v1/courses/{course}/copy")
    @Operation(summary = "Start a course from one of your organisation")
    ResponseEntity<Object> copy(Acting acting, @PathVariable UUID course) {
        return started(acting, work.copy(acting, course));
    }

    @PostMapping("/api/v1/catalogue/{organisation}/{code}/{number}/copy")
    @Operation(summary = "Start a course from a public version of any organisation")
    ResponseEntity<Object> copy(
            Acting acting,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        return started(acting, work.copy(acting, organisation, code, number));
    }

    @DeleteMapping("/api/v1/courses/{course}")
    @Operation(summary = "Delete a draft that was never submitted; it can be taken back")
    ResponseEntity<Object> delete(Acting acting, @PathVariable UUID course) {
        return switch (work.delete(acting, course)) {
            case Decided.Refused<UUID> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<UUID> deleted -> ResponseEntity.noContent().build();
        };
    }

    @PostMapping("/api/v1/courses/{course}/undeletion")
    @Operation(summary = "Take a deleted draft back")
    Saved undelete(Acting acting, @PathVariable UUID course) {
        work.undelete(acting, course);
        return Saved.of(store.draft(acting, course).orElseThrow(NotThere::new));
    }

    private ResponseEntity<Object> started(Acting acting, UUID course) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/courses/" + course)
                .body(
                        new Started(
                                course,
                                store.draft(acting, course)
                                        .orElseThrow(NotThere::new)
                                        .startedFrom()));
    }

    private static ResponseEntity<Object> answer(Decided<SavedDraft> decided) {
        return switch (decided) {
            case Decided.Refused<SavedDraft> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<SavedDraft> saved -> ResponseEntity.ok(Saved.of(saved.value()));
        };
    }
}
