package eu.cairn.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import eu.cairn.award.OutcomeProof.Typed;
import eu.cairn.catalogue.Drafts;
import eu.cairn.credential.Learner;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.Approvals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of how each outcome was found to be reached, and what is refused of it. */
class OutcomeProofTest {

    private static final Typed GOOD =
            new Typed(
                    "passed",
                    "Rubric, row 2",
                    "https://lms.example/submissions/4711",
                    "2026-11-10");
    private static final List<String> OUTCOMES =
            Approvals.approved().version().design().outcomes().stream()
                    .map(LearningOutcome::code)
                    .toList();

    private final Map<String, Typed> typed = new HashMap<>();

    OutcomeProofTest() {
        OUTCOMES.forEach(code -> typed.put(code, GOOD));
    }

    @Test
    void eachOutcomeHasItsCriterionItsEvidenceAndItsDay() {
        assertThat(accepted().proofs())
                .hasSameSizeAs(OUTCOMES)
                .first()
                .isEqualTo(
                        new OutcomeProof(
                                OUTCOMES.getFirst(),
                                "Rubric, row 2",
                                "https://lms.example/submissions/4711",
                                LocalDate.of(2026, 11, 10)));
    }

    @Test
    void aRowThatStatesNoneHasNone() {
        typed.clear();
        assertThat(accepted().proofs()).isEmpty();

        OUTCOMES.forEach(code -> typed.put(code, Typed.NOTHING));
        assertThat(accepted().proofs()).isEmpty();
    }

    @Test
    void whoStatesOneStatesAllAndEachWhole() {
        typed.remove(OUTCOMES.getLast());
        assertThat(refused())
                .extracting(Refusal::code, Refusal::place)
                .containsExactly(
                        tuple("award.proof-missing", OUTCOMES.getLast() + " criterion"),
                        tuple("award.proof-missing", OUTCOMES.getLast() + " evidence"),
                        tuple("award.proof-missing", OUTCOMES.getLast() + " date"));
    }

    @Test
    void anOutcomeThatWasFailedIsNotAwardedThoughItsTasksWerePassed() {
        first(new Typed("failed", "Rubric, row 2", "Folder 7", "2026-11-10"));

        assertThat(refused()).extracting(Refusal::code).containsExactly("award.outcome-failed");
    }

    @Test
    void whatIsNoProofIsRefusedAtItsColumn() {
        Map.of(
                        new Typed("A+", "Rubric", "Folder", "2026-11-10"), "award.result-unknown",
                        new Typed("", "x".repeat(501), "Folder", "2026-11-10"),
                                "award.proof-too-long",
                        new Typed("", "Rubric", "x".repeat(501), "2026-11-10"),
                                "award.proof-too-long",
                        new Typed("", "Rubric", "Folder", "10.11.2026"), "award.date-invalid",
                        new Typed("", "Rubric", "Folder", "2026-11-17"), "award.proof-after-last")
                .forEach(
                        (one, code) -> {
                            first(one);
                            assertThat(refused())
                                    .as(one.toString())
                                    .extracting(Refusal::code)
                                    .containsExactly(code);
                            assertThat(refused().getFirst().place())
                                    .startsWith(OUTCOMES.getFirst());
                        });
    }

    private void first(Typed one) {
        typed.put(OUTCOMES.getFirst(), one);
    }

    private AssessedResult accepted() {
        return read() instanceof Decided.Accepted<AssessedResult>(var result)
                ? result
                : fail(read().reasons().toString());
    }

    private List<Refusal> refused() {
        return read().reasons();
    }

    private Decided<AssessedResult> read() {
        var row =
                new ResultRow(
                        2,
                        "BF-1",
                        Map.of("A1", "passed", "A2", "passed"),
                        "2026-11-16",
                        "",
                        "yes",
                        "",
                        typed);
        return AssessedResult.of(
                row,
                Optional.of(new EnrolledLearner(new UUID(3, 1), "BF-1", Learner.named("Þórdís"))),
                Approvals.approved(),
                Drafts.DAY);
    }
}
