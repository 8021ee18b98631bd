package eu.cairn.award;

import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CoursePlan;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.ApprovedCourse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A complete result: every outcome of the course proven by passed tasks, with the identity check
 * that the course promises.
 *
 * @param passedTasks codes of the tasks that were passed
 * @param passedOn the day of the last assessment
 * @param grade the overall result, where one is given
 * @param proofs how each outcome was found to be reached; empty where that was not recorded
 */
public record AssessedResult(
        EnrolledLearner learner,
        List<String> passedTasks,
        LocalDate passedOn,
        Optional<String> grade,
        List<OutcomeProof> proofs) {

    public AssessedResult {
        proofs = List.copyOf(proofs);
        passedTasks = List.copyOf(passedTasks);
    }

    private static final int LONGEST_GRADE = 40;

    /**
     * Reads one row against the course, or says everything that is wrong with it.
     *
     * @param learner who the row is about, if the institution knows the number
     * @param today no assessment lies after this day
     */
    public static Decided<AssessedResult> of(
            ResultRow row,
            Optional<EnrolledLearner> learner,
            ApprovedCourse course,
            LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        if (row.learnerNumber().isBlank()) {
            refusals.add(Refusal.of("award.learner-missing", "learner_id"));
        } else if (learner.isEmpty()) {
            refusals.add(Refusal.of("award.learner-unknown", "learner_id", row.learnerNumber()));
        }
        var design = course.version().design();
        var results = taskResults(row, design, refusals);
        unprovenOutcomes(design, results)
                .forEach(
                        outcome ->
                                refusals.add(
                                        Refusal.of(
                                                "award.outcome-not-proven",
                                                outcome.code(),
                                                outcome.code(),
                                                outcome.text().authoritative())));
        var passedOn = passedOn(row, today, refusals);
        var proofs = OutcomeProof.read(row, design, passedOn, refusals);
        identity(row, design, refusals);
        if (row.grade().length() > LONGEST_GRADE) {
            refusals.add(
                    Refusal.of(
                            "award.grade-too-long", "grade", row.grade().length(), LONGEST_GRADE));
        }
        if (!refusals.isEmpty()) {
            return Decided.refused(refusals);
        }
        return Decided.accepted(
                new AssessedResult(
                        learner.orElseThrow(),
                        List.copyOf(results.keySet()),
                        passedOn.orElseThrow(),
                        Optional.of(row.grade().strip()).filter(grade -> !grade.isEmpty()),
                        proofs));
    }

    /**
     * The outcomes that no passed task proves, or that a failed task denies; a task that the
     * learner did not choose, or passed another one for, does neither.
     */
    private static List<LearningOutcome> unprovenOutcomes(
            CourseDesign design, Map<String, Boolean> results) {
        return design.outcomes().stream()
                .filter(
                        outcome -> {
                            var tasks =
                                    design.tasksFor(outcome).stream()
                                            .filter(
                                                    task ->
                                                            task.group().isEmpty()
                                                                    || results.containsKey(
                                                                            task.code()))
                                            .toList();
                            return tasks.isEmpty()
                                    || !tasks.stream()
                                            .allMatch(t -> results.getOrDefault(t.code(), false));
                        })
                .toList();
    }

    private static Map<String, Boolean> taskResults(
            ResultRow row, CourseDesign design, List<Refusal> refusals) {
        var results = new TreeMap<String, Boolean>();
        for (var task : design.tasks()) {
            var cell = cell(row, task);
            switch (cell) {
                case "passed", "pass" -> results.put(task.code(), true);
                case "failed", "fail" -> {
                    if (task.group().isEmpty()) {
                        refusals.add(notPassed(task));
                    }
                }
                case "" -> {
                    if (task.group().isEmpty()) {
                        refusals.add(missing(task));
                    }
                }
                default -> refusals.add(Refusal.of("award.result-unknown", task.code(), cell));
            }
        }
        for (var choice : design.plan().choices().alternatives()) {
            refusals.addAll(chosen(choice, row, design, results));
        }
        return results;
    }

    /** Of the tasks to choose from, exactly as many are passed as the course asks for. */
    private static List<Refusal> chosen(
            CoursePlan.Alternative choice,
            ResultRow row,
            CourseDesign design,
            Map<String, Boolean> results) {
        var group = design.tasksIn(choice.group());
        var passed = group.stream().filter(task -> results.containsKey(task.code())).toList();
        if (passed.size() > choice.take()) {
            return List.of(
                    Refusal.of(
                            "award.too-many-passed",
                            passed.getLast().code(),
                            passed.size(),
                            choice.group(),
                            choice.take()));
        }
        return passed.size() == choice.take()
                ? List.of()
                : group.stream().flatMap(task -> lacking(task, row).stream()).toList();
    }

    private static Optional<Refusal> lacking(CourseDesign.Task task, ResultRow row) {
        return switch (cell(row, task)) {
            case "" -> Optional.of(missing(task));
            case "failed", "fail" -> Optional.of(notPassed(task));
            default -> Optional.empty();
        };
    }

    private static String cell(ResultRow row, CourseDesign.Task task) {
        return row.tasks().getOrDefault(task.code(), "").strip().toLowerCase(Locale.ROOT);
    }

    private static Refusal notPassed(CourseDesign.Task task) {
        return Refusal.of("award.not-passed", task.code(), task.code(), task.title());
    }

    private static Refusal missing(CourseDesign.Task task) {
        return Refusal.of("award.result-missing", task.code(), task.code(), task.title());
    }

    private static Optional<LocalDate> passedOn(
            ResultRow row, LocalDate today, List<Refusal> refusals) {
        if (row.passedOn().isBlank()) {
            refusals.add(Refusal.of("award.date-missing", "passed_on"));
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(row.passedOn().strip());
            if (day.isAfter(today)) {
                refusals.add(Refusal.of("award.date-in-future", "passed_on", day));
            }
            return Optional.of(day);
        } catch (DateTimeException e) {
            refusals.add(Refusal.of("award.date-invalid", "passed_on", row.passedOn()));
            return Optional.empty();
        }
    }

    private static void identity(ResultRow row, CourseDesign design, List<Refusal> refusals) {
        boolean promised =
                design.tasks().stream().anyMatch(task -> task.supervision().identityChecked());
        if (!promised) {
            return;
        }
        switch (row.identityChecked().strip().toLowerCase(Locale.ROOT)) {
            case "yes" -> {}
            case "" -> refusals.add(Refusal.of("award.identity-missing", "identity_checked"));
            default ->
                    refusals.add(
                            Refusal.of(
                                    "award.identity-not-checked",
                                    "identity_checked",
                                    row.identityChecked()));
        }
    }
}
