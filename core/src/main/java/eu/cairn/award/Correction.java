package eu.cairn.award;

import eu.cairn.catalogue.CourseDesign;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.CorrectionReason;
import eu.cairn.credential.Learner;
import eu.cairn.credential.Supervision;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.ApprovedCourse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An award put right: another award in its place, of the same learner, course and day.
 *
 * @param words why, in the awarding body's own words, fit for the public
 * @param award what stands in the place of the one corrected
 */
public record Correction(CorrectionReason reason, String words, Award award) {

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_NAME = 200;

    /**
     * What is to stand on the credential instead, as it was typed.
     *
     * @param number the course version that it is to certify
     * @param minute of the board that decided on another result; blank where the result stays
     */
    public record Wanted(
            String reason,
            String words,
            String fullName,
            String givenName,
            String familyName,
            String grade,
            int number,
            String minute) {

        private boolean changesResult(StandingAward before) {
            return number != before.number() || !stated(grade).equals(before.grade());
        }

        private Learner learner(StandingAward before) {
            return new Learner(
                    fullName.strip(),
                    stated(givenName),
                    stated(familyName),
                    before.learner().learner().identifier());
        }
    }

    /**
     * Decides on a correction, or says everything that is wrong with it.
     *
     * @param course the approved course version that the corrected award certifies
     * @param id of the award that is made
     * @param by the account that corrects
     */
    public static Decided<Correction> of(
            StandingAward before,
            Wanted wanted,
            ApprovedCourse course,
            UUID id,
            UUID by,
            LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        var reason = CorrectionReason.ofCode(wanted.reason());
        if (reason.isEmpty()) {
            refusals.add(Refusal.of("award.correction-reason-unknown", "reason", wanted.reason()));
        }
        words(wanted, refusals);
        names(wanted, refusals);
        if (!refusals.isEmpty()) {
            return Decided.refused(refusals);
        }
        var learner = wanted.learner(before);
        if (!wanted.changesResult(before) && learner.equals(before.learner().learner())) {
            return Decided.refused(Refusal.of("award.correction-changes-nothing", ""));
        }
        var board = board(before, wanted, by, today);
        var result = result(before, wanted, learner, course, today);
        if (!(board instanceof Decided.Accepted<BoardDecision>(var decided))
                || !(result instanceof Decided.Accepted<AssessedResult>(var assessed))) {
            refusals.addAll(board.reasons());
            refusals.addAll(result.reasons());
            return Decided.refused(refusals);
        }
        return Decided.accepted(
                new Correction(
                        reason.orElseThrow(),
                        wanted.words().strip(),
                        Award.corrected(id, course, assessed, decided, before.awardedOn())));
    }

    private static void words(Wanted wanted, List<Refusal> refusals) {
        if (wanted.words().isBlank()) {
            refusals.add(Refusal.of("award.correction-words-missing", "words"));
        } else if (wanted.words().length() > LONGEST_WORDS) {
            refusals.add(
                    Refusal.of(
                            "award.correction-words-too-long",
                            "words",
                            wanted.words().length(),
                            LONGEST_WORDS));
        }
    }

    private static void names(Wanted wanted, List<Refusal> refusals) {
        if (wanted.fullName().isBlank()) {
            refusals.add(Refusal.of("award.correction-name-missing", "fullName"));
        }
        tooLong("fullName", wanted.fullName(), refusals);
        tooLong("givenName", wanted.givenName(), refusals);
        tooLong("familyName", wanted.familyName(), refusals);
    }

    private static void tooLong(String place, String name, List<Refusal> refusals) {
        if (name.length() > LONGEST_NAME) {
            refusals.add(
                    Refusal.of(
                            "award.correction-name-too-long", place, name.length(), LONGEST_NAME));
        }
    }

    /** Another result needs another decision of the board; otherwise the first one stands. */
    private static Decided<BoardDecision> board(
            StandingAward before, Wanted wanted, UUID by, LocalDate today) {
        return wanted.changesResult(before)
                ? BoardDecision.record(true, wanted.minute(), today, by)
                : Decided.accepted(new BoardDecision(before.minute(), before.awardedOn(), by));
    }

    /** What was passed stays passed, and proves the outcomes of the version or does not. */
    private static Decided<AssessedResult> result(
            StandingAward before,
            Wanted wanted,
            Learner learner,
            ApprovedCourse course,
            LocalDate today) {
        var row =
                new ResultRow(
                        0,
                        before.learner().number(),
                        passed(before, course),
                        before.passedOn().toString(),
                        wanted.grade(),
                        before.identityChecked() ? "yes" : "",
                        "",
                        Map.of());
        return AssessedResult.of(
                row,
                Optional.of(
                        new EnrolledLearner(
                                before.learner().id(), before.learner().number(), learner)),
                course,
                today);
    }

    /**
     * What was passed, by the codes of the version. The codes are positions: in another version, a
     * task counts only where one that was passed is the same as it.
     */
    private static Map<String, String> passed(StandingAward before, ApprovedCourse course) {
        var version = course.version();
        if (version.number() == before.number()) {
            return before.passedTasks().stream()
                    .collect(Collectors.toMap(Function.identity(), task -> "passed"));
        }
        var known = before.version().design();
        var passed =
                known.tasks().stream()
                        .filter(task -> before.passedTasks().contains(task.code()))
                        .map(task -> Content.of(task, known))
                        .collect(Collectors.toSet());
        return version.design().tasks().stream()
                .filter(task -> passed.contains(Content.of(task, version.design())))
                .collect(Collectors.toMap(CourseDesign.Task::code, task -> "passed"));
    }

    /**
     * What makes a task the same in two versions of a course.
     *
     * @param outcomes what it proves, as sentences, since their codes are positions too
     */
    private record Content(
            String title, AssessmentType type, Supervision supervision, Set<String> outcomes) {

        static Content of(CourseDesign.Task task, CourseDesign design) {
            return new Content(
                    task.title(),
                    task.type(),
                    task.supervision(),
                    design.outcomes().stream()
                            .filter(outcome -> task.outcomes().contains(outcome.code()))
                            .map(outcome -> outcome.text().authoritative())
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private static Optional<String> stated(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
