package eu.cairn.award;

import eu.cairn.catalogue.CourseDesign;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.framework.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How one learner was found to have reached one outcome: by which criterion it was judged, where
 * the evidence lies, and on which day.
 *
 * @param outcome the code of the outcome
 * @param criterion what was asked for, such as a row of a rubric
 * @param evidence where the work lies that was judged: an address or the reference of a file
 * @param assessedOn the day on which it was judged
 */
public record OutcomeProof(
        String outcome, String criterion, String evidence, LocalDate assessedOn) {

    /** As many characters a criterion and a reference have at most. */
    public static final int LONGEST = 500;

    /**
     * What was typed for one outcome.
     *
     * @param result {@code passed} or {@code failed}; blank where the tasks alone say it
     * @param day ISO date
     */
    public record Typed(String result, String criterion, String evidence, String day) {

        public static final Typed NOTHING = new Typed("", "", "", "");

        boolean isBlank() {
            return (result + criterion + evidence + day).isBlank();
        }
    }

    /**
     * The proofs of all outcomes of a course in a row, or none where the row states nothing of any:
     * a row that says it of one outcome says it of all.
     *
     * @param passedOn the day of the last assessment, after which nothing was judged
     */
    static List<OutcomeProof> read(
            ResultRow row,
            CourseDesign design,
            Optional<LocalDate> passedOn,
            List<Refusal> refusals) {
        if (row.outcomes().values().stream().allMatch(Typed::isBlank)) {
            return List.of();
        }
        var proofs = new ArrayList<OutcomeProof>();
        for (var outcome : design.outcomes()) {
            var typed = row.outcomes().getOrDefault(outcome.code(), Typed.NOTHING);
            read(outcome, typed, passedOn, refusals::add).ifPresent(proofs::add);
        }
        return proofs;
    }

    private static Optional<OutcomeProof> read(
            LearningOutcome outcome,
            Typed typed,
            Optional<LocalDate> passedOn,
            Consumer<Refusal> refusals) {
        result(outcome, typed.result().strip().toLowerCase(Locale.ROOT), refusals);
        text(outcome, "criterion", typed.criterion(), refusals);
        text(outcome, "evidence", typed.evidence(), refusals);
        return day(outcome, typed.day().strip(), passedOn, refusals)
                .map(
                        day ->
                                new OutcomeProof(
                                        outcome.code(),
                                        typed.criterion().strip(),
                                        typed.evidence().strip(),
                                        day));
    }

    private static void result(LearningOutcome outcome, String result, Consumer<Refusal> refusals) {
        switch (result) {
            case "", "passed", "pass" -> {}
            case "failed", "fail" ->
                    refusals.accept(
                            Refusal.of(
                                    "award.outcome-failed",
                                    place(outcome, "result"),
                                    outcome.code(),
                                    outcome.text().authoritative()));
            default ->
                    refusals.accept(
                            Refusal.of("award.result-unknown", place(outcome, "result"), result));
        }
    }

    private static void text(
            LearningOutcome outcome, String what, String typed, Consumer<Refusal> refusals) {
        if (typed.isBlank()) {
            refusals.accept(missing(outcome, what));
        } else if (typed.strip().length() > LONGEST) {
            refusals.accept(
                    Refusal.of(
                            "award.proof-too-long",
                            place(outcome, what),
                            what,
                            outcome.code(),
                            typed.strip().length(),
                            LONGEST));
        }
    }

    private static Optional<LocalDate> day(
            LearningOutcome outcome,
            String typed,
            Optional<LocalDate> passedOn,
            Consumer<Refusal> refusals) {
        if (typed.isEmpty()) {
            refusals.accept(missing(outcome, "date"));
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(typed);
            if (passedOn.filter(day::isAfter).isPresent()) {
                refusals.accept(
                        Refusal.of(
                                "award.proof-after-last",
                                place(outcome, "date"),
                                outcome.code(),
                                day,
                                passedOn.get()));
            }
            return Optional.of(day);
        } catch (DateTimeException e) {
            refusals.accept(Refusal.of("award.date-invalid", place(outcome, "date"), typed));
            return Optional.empty();
        }
    }

    private static Refusal missing(LearningOutcome outcome, String what) {
        return Refusal.of("award.proof-missing", place(outcome, what), outcome.code(), what);
    }

    /** The name of the column, as {@code LO1 evidence}. */
    private static String place(LearningOutcome outcome, String what) {
        return outcome.code() + " " + what;
    }
}
