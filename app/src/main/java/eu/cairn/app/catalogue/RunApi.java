package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Problems;
import eu.cairn.catalogue.RunDraft;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Runs of published courses for machines. */
@RestController
@Tag(name = "Courses")
class RunApi {

    private final Runs runs;

    RunApi(Runs runs) {
        this.runs = runs;
    }

    /** A run to be saved over the revision that it was read in. */
    record RunToSave(int revision, RunDraft run) {}

    /** Why a run is called off. */
    record Cancellation(String reason) {}

    @GetMapping("/api/v1/courses/{course}/{number}/runs")
    @Operation(summary = "The runs of a course version, also those called off")
    List<AnnouncedRun> list(Acting acting, @PathVariable UUID course, @PathVariable int number) {
        return runs.list(acting, course, number);
    }

    @PostMapping("/api/v1/courses/{course}/{number}/runs")
    @Operation(summary = "Announce a run of a published course version; it needs no new review")
    ResponseEntity<Object> add(
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestBody RunDraft draft) {
        return answer(HttpStatus.CREATED, runs.add(acting, course, number, draft));
    }

    @PutMapping("/api/v1/courses/{course}/{number}/runs/{run}")
    @Operation(summary = "Change a run over the revision that it was read in")
    ResponseEntity<Object> change(
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @PathVariable UUID run,
            @RequestBody RunToSave wanted) {
        return answer(
                HttpStatus.OK,
                runs.change(acting, course, number, run, wanted.revision(), wanted.run()));
    }

    @PostMapping("/api/v1/courses/{course}/{number}/runs/{run}/cancellation")
    @Operation(summary = "Call a run off, with a reason")
    ResponseEntity<Object> cancel(
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @PathVariable UUID run,
            @RequestBody Cancellation cancellation) {
        return answer(
                HttpStatus.OK, runs.cancel(acting, course, number, run, cancellation.reason()));
    }

    private static ResponseEntity<Object> answer(HttpStatus done, Decided<AnnouncedRun> decided) {
        return switch (decided) {
            case Decided.Refused<AnnouncedRun> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<AnnouncedRun>(var run) -> ResponseEntity.status(done).body(run);
        };
    }
}
