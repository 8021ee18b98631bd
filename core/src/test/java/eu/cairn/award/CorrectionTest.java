package eu.cairn.award;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.Drafts;
import eu.cairn.credential.Learner;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.Approvals;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {

    private static final LocalDate TODAY = Drafts.DAY;
    private static final LocalDate AWARDED = TODAY.minusDays(3);
    private static final CourseVersion FORMER = Approvals.approved().version();
    private static final int VERSION = FORMER.number();

    @Test
    void aCorrectedNameKeepsTheDayAndTheDecisionOfTheBoard() {
        var award = accepted(wanted("learner-data", "Ada Lovelace", "28", VERSION, "")).award();

        assertThat(award.awardedOn()).isEqualTo(AWARDED);
        assertThat(award.board().minute()).isEqualTo("EB-1");
        assertThat(award.result().learner().learner().fullName()).isEqualTo("Ada Lovelace");
        assertThat(award.result().learner().learner().identifier()).contains("BF-1");
    }

    @Test
    void anotherResultNeedsAnotherDecisionOfTheBoardAndKeepsTheDayOfTheAward() {
        assertThat(codes(wanted("result-changed", "Ada Byron", "30", VERSION, " ")))
                .containsExactly("award.minute-missing");

        var award = accepted(wanted("result-changed", "Ada Byron", "30", VERSION, "EB-2")).award();

        assertThat(award.board().minute()).isEqualTo("EB-2");
        assertThat(award.result().grade()).contains("30");
        assertThat(award.awardedOn()).isEqualTo(AWARDED);
    }

    @ParameterizedTest
    @CsvSource({
        "spite, Ada Lovelace, award.correction-reason-unknown",
        "replaced, Ada Lovelace, award.correction-reason-unknown",
        "learner-data, '  ', award.correction-name-missing",
        "learner-data, ' Ada Byron ', award.correction-changes-nothing"
    })
    void whatIsNoCorrectionIsRefused(String reason, String name, String code) {
        assertThat(codes(wanted(reason, name, "28", VERSION, ""))).containsExactly(code);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var wanted =
                new Correction.Wanted(
                        "", "x".repeat(501), "y".repeat(201), "", "z".repeat(201), "28", 1, "");

        assertThat(codes(wanted))
                .containsExactly(
                        "award.correction-reason-unknown",
                        "award.correction-words-too-long",
                        "award.correction-name-too-long",
                        "award.correction-name-too-long");
    }

    @Test
    void anIdentityCheckThatWasNotRecordedIsNotMadeUpByACorrection() {
        var unchecked = standing(List.of("A1", "A2"), false);
        var unproven = standing(List.of("A1"), true);
        var wanted = wanted("course-data", "Ada Byron", "28", VERSION + 1, "EB-2");

        assertThat(codes(decide(unchecked, wanted))).contains("award.identity-missing");
        assertThat(codes(decide(unproven, wanted))).contains("award.outcome-not-proven");
    }

    @Test
    void whatWasPassedCountsInAnotherVersionOnlyWhereTheTaskIsTheSame() {
        var tasks = Drafts.complete().tasks();
        var project = tasks.get(0);
        var defence = tasks.get(1);
        var quiz =
                new CourseDraft.Task(
                        "Quiz",
                        "written-examination",
                        "70",
                        "20",
                        "unsupervised-id",
                        List.of(1, 2));
        var unwatched =
                new CourseDraft.Task(
                        "Oral defence", "oral-examination", "30", "5", "unsupervised", List.of(3));
        var narrower =
                new CourseDraft.Task(
                        "Project", "project-work", "70", "20", "unsupervised-id", List.of(1));
        var wider =
                new CourseDraft.Task(
                        "Oral defence",
                        "oral-examination",
                        "30",
                        "5",
                        "supervised-online-id",
                        List.of(2, 3));

        assertThat(movedFrom(project, defence)).isEmpty();
        assertThat(movedFrom(defence, project)).isEmpty();
        assertThat(movedFrom(quiz, defence)).contains("award.outcome-not-proven");
        assertThat(movedFrom(project, unwatched)).contains("award.outcome-not-proven");
        assertThat(movedFrom(narrower, wider)).contains("award.outcome-not-proven");
    }

    @Test
    void aTaskIsNotTheSameWhereItsOutcomeMeansSomethingElse() {
        var other =
                Drafts.outcomes(
                        outcomes -> {
                            outcomes.set(2, Drafts.outcome("summarise a measure of adaptation"));
                            return outcomes;
                        });

        assertThat(movedFrom(other)).contains("award.outcome-not-proven");
    }

    /** Why an award of a version with these tasks cannot certify the approved one. */
    private static List<String> movedFrom(CourseDraft.Task... tasks) {
        return movedFrom(Drafts.served(Drafts.complete().activities(), List.of(tasks)));
    }

    private static List<String> movedFrom(CourseDraft former) {
        var another =
                new CourseVersion(
                        FORMER.course(),
                        VERSION + 1,
                        FORMER.organisation(),
                        FORMER.country(),
                        FORMER.submittedBy(),
                        FORMER.submittedAt(),
                        Drafts.review(former).design().orElseThrow());
        return codes(
                decide(
                        standing(another, List.of("A1", "A2"), true),
                        wanted("course-data", "Ada Byron", "28", VERSION, "EB-2")));
    }

    private static Correction.Wanted wanted(
            String reason, String name, String grade, int version, String minute) {
        return new Correction.Wanted(reason, "Mistyped.", name, "", "", grade, version, minute);
    }

    private static StandingAward standing(List<String> tasks, boolean identityChecked) {
        return standing(FORMER, tasks, identityChecked);
    }

    private static StandingAward standing(
            CourseVersion version, List<String> tasks, boolean identityChecked) {
        var learner =
                new Learner("Ada Byron", Optional.empty(), Optional.empty(), Optional.of("BF-1"));
        return new StandingAward(
                new UUID(4, 1),
                new EnrolledLearner(new UUID(3, 1), "BF-1", learner),
                version,
                tasks,
                identityChecked,
                TODAY.minusDays(7),
                Optional.of("28"),
                "EB-1",
                AWARDED);
    }

    private static Decided<Correction> decide(StandingAward standing, Correction.Wanted wanted) {
        return Correction.of(
                standing, wanted, Approvals.approved(), new UUID(4, 2), new UUID(1, 3), TODAY);
    }

    private static List<String> codes(Correction.Wanted wanted) {
        return codes(decide(standing(List.of("A1", "A2"), true), wanted));
    }

    private static List<String> codes(Decided<Correction> decided) {
        return decided.reasons().stream().map(Refusal::code).toList();
    }

    private static Correction accepted(Correction.Wanted wanted) {
        return switch (decide(standing(List.of("A1", "A2"), true), wanted)) {
            case Decided.Accepted<Correction>(var made) -> made;
            case Decided.Refused<Correction> refused -> throw new AssertionError(refused.reasons());
        };
    }
}
