package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseChanges;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.Wording;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions of a course beside each other, for machines. */
@RestController
@Tag(name = "Courses")
class CompareApi {

    private final CourseComparisons comparisons;

    CompareApi(CourseComparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** One element that differs, with the words that do where it is a text. */
    record Differing(
            String element,
            String entry,
            CourseChanges.Kind kind,
            Optional<String> before,
            Optional<String> after,
            Optional<BigDecimal> difference,
            List<Wording.Piece> wording) {
        static Differing of(CourseChanges.Change change) {
            return new Differing(
                    change.element().code(),
                    change.entry(),
                    change.kind(),
                    change.before().map(ChangeWords::of),
                    change.after().map(ChangeWords::of),
                    change.difference(),
                    change.wording());
        }
    }

    /** Which way the draft would go if it were submitted now. */
    record Approval(boolean editorial, List<String> criteria, List<JudgedChange> changes) {
        static Approval of(ApprovalWays.Way way) {
            return new Approval(
                    way.editorial(),
                    way.criteria(),
                    way.changes().stream().map(JudgedChange::of).toList());
        }
    }

    /** A change as its rule judges it, against the version on which the finding was made. */
    record JudgedChange(Differing change, boolean substantial, String rule, int since) {
        static JudgedChange of(ApprovalWays.Judged one) {
            return new JudgedChange(
                    Differing.of(one.change()), one.substantial(), one.rule(), one.since());
        }
    }

    /** Two versions beside each other; {@code changes} is absent while the draft has faults. */
    record Compared(
            String from,
            String to,
            Optional<List<Differing>> changes,
            List<CourseApi.Said> faults,
            Optional<Approval> approval) {}

    /** What changed with a version that became public. */
    record PublicStep(int number, CourseState state, Instant frozenAt, List<Differing> changes) {}

    @GetMapping("/api/v1/courses/{course}/compare")
    @Operation(summary = "Two versions of a course beside each other, or one and the draft")
    Compared compare(
            Acting acting,
            @PathVariable UUID course,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to) {
        var found = comparisons.compare(acting, course, from, to);
        return new Compared(
                found.from(),
                found.to(),
                found.changes().map(CompareApi::differing),
                found.hindering().stream()
                        .map(one -> new CourseApi.Said(one.code(), one.place(), Words.of(one)))
                        .toList(),
                found.way().map(Approval::of));
    }

    @GetMapping("/api/v1/catalogue/{organisation}/{code}/{number}/changes")
    @Operation(summary = "What changed with each public version up to this one")
    List<PublicStep> changes(
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        return comparisons.published(organisation, code, number).stream()
                .map(
                        step ->
                                new PublicStep(
                                        step.version().number(),
                                        step.state(),
                                        step.version().submittedAt(),
                                        differing(step.changes())))
                .toList();
    }

    private static List<Differing> differing(CourseChanges changes) {
        return changes.all().stream().map(Differing::of).toList();
    }
}
