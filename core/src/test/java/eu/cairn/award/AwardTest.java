package eu.cairn.award;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DraftPlan;
import eu.cairn.catalogue.Drafts;
import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.Element;
import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Supervision;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.Approvals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwardTest {

    private static final LocalDate TODAY = Drafts.DAY;
    private static final EnrolledLearner LEARNER =
            new EnrolledLearner(new UUID(3, 1), "BF-1", Learner.named("Þórdís Guðlaugsdóttir"));

    @Test
    void nothingIsAwardedWhileAnOutcomeLacksAPassedResult() {
        var refused = read(row(Map.of("A1", "passed", "A2", "failed"), "2026-11-16", "yes"));

        assertThat(codes(refused)).contains("award.not-passed", "award.outcome-not-proven");
        assertThat(refused.reasons())
                .filteredOn(reason -> reason.code().equals("award.outcome-not-proven"))
                .extracting(Refusal::place)
                .containsExactly("LO3");
    }

    @ParameterizedTest
    @CsvSource({
        "passed, passed, 2026-02-31, yes, award.date-invalid",
        "passed, passed, 2026-12-24, yes, award.date-in-future",
        "passed, passed, '', yes, award.date-missing",
        "passed, passed, 2026-11-16, '', award.identity-missing",
        "passed, passed, 2026-11-16, no, award.identity-not-checked",
        "passed, '', 2026-11-16, yes, award.result-missing",
        "passed, A+, 2026-11-16, yes, award.result-unknown"
    })
    void aRowThatIsNotCompleteIsRefused(
            String a1, String a2, String passedOn, String identity, String code) {
        assertThat(codes(read(row(Map.of("A1", a1, "A2", a2), passedOn, identity)))).contains(code);
    }

    @Test
    void anUnknownLearnerIsNotAwarded() {
        var row = row(Map.of("A1", "passed", "A2", "passed"), "2026-11-16", "yes");

        assertThat(AssessedResult.of(row, Optional.empty(), Approvals.approved(), TODAY).reasons())
                .extracting(Refusal::code)
                .containsExactly("award.learner-unknown");
    }

    @Test
    void aFileIsReviewedRowByRowAndNobodyTwice() {
        var good = row(Map.of("A1", "passed", "A2", "passed"), "2026-11-16", "yes");
        var other = new ResultRow(4, "BF-2", good.tasks(), "2026-11-16", "", "yes", "", Map.of());
        var learners =
                Map.of(
                        "BF-1",
                        LEARNER,
                        "BF-2",
                        new EnrolledLearner(
                                new UUID(3, 2), "BF-2", Learner.named("Eleni Papadaki")));

        var review =
                BatchReview.of(
                        List.of(
                                good,
                                new ResultRow(3, "BF-1", good.tasks(), "", "", "", "", Map.of()),
                                other),
                        learners,
                        Set.of("BF-2"),
                        Approvals.approved(),
                        TODAY);

        assertThat(review.ready()).hasSize(1);
        assertThat(review.already()).hasSize(1);
        assertThat(review.refused().getFirst().reasons())
                .extracting(Refusal::code)
                .containsExactly("award.row-twice");
    }

    @Test
    void aBoardDecisionNeedsItsMinute() {
        assertThat(BoardDecision.record(false, "EB-1", TODAY, new UUID(1, 3)).reasons())
                .extracting(Refusal::code)
                .containsExactly("award.board-not-confirmed");
        assertThat(BoardDecision.record(true, " ", TODAY, new UUID(1, 3)).reasons())
                .extracting(Refusal::code)
                .containsExactly("award.minute-missing");
    }

    @Test
    void anAwardHasEveryMandatoryElementOfTheEuropeanStandard() {
        var credential =
                award().credential(
                                new Award.Setting(
                                        new AwardingBody(
                                                "did:key:z6Mk",
                                                "Università di Borgofiume",
                                                Optional.of(new Country("IT")),
                                                Optional.of("Borgofiume"),
                                                Optional.empty()),
                                        "Quality office",
                                        "https://cairn.example/catalogue/borgofiume/CLIMA-5/1",
                                        "https://cairn.example/decisions/1",
                                        Instant.parse("2026-11-23T10:00:00Z"),
                                        List.of()));

        assertThat(credential.missing()).isEmpty();
        assertThat(credential.states(Element.SUPERVISION)).isTrue();
    }

    @Test
    void aTaskThatWasNotChosenHindersNoAwardAndStandsInNoCredential() {
        var draft = choosing();
        var course = Approvals.approved(draft);
        var chosen = row(Map.of("A1", "passed", "A3", "passed"), "2026-11-16", "yes");
        var nothing = row(Map.of("A1", "passed"), "2026-11-16", "yes");

        assertThat(AssessedResult.of(chosen, Optional.of(LEARNER), course, TODAY).reasons())
                .isEmpty();
        assertThat(codes(AssessedResult.of(nothing, Optional.of(LEARNER), course, TODAY)))
                .containsExactlyInAnyOrder(
                        "award.result-missing", "award.result-missing", "award.outcome-not-proven");
        assertThat(credential(draft).assessments())
                .extracting(assessment -> assessment.weightPercent().orElseThrow())
                .containsExactly(70, 30);
    }

    @Test
    void aFailedAlternativeCountsAgainstItsGroupAlone() {
        var course = Approvals.approved(choosing());
        var other =
                row(Map.of("A1", "passed", "A2", "failed", "A3", "passed"), "2026-11-16", "yes");
        var both = row(Map.of("A1", "passed", "A2", "failed", "A3", "failed"), "2026-11-16", "yes");

        var result = AssessedResult.of(other, Optional.of(LEARNER), course, TODAY);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Decided.Accepted.class,
                        made ->
                                assertThat(((AssessedResult) made.value()).passedTasks())
                                        .containsExactly("A1", "A3"));
        assertThat(codes(AssessedResult.of(both, Optional.of(LEARNER), course, TODAY)))
                .containsExactlyInAnyOrder(
                        "award.not-passed", "award.not-passed", "award.outcome-not-proven");
    }

    @Test
    void nobodyPassesMoreTasksOfAGroupThanAreTaken() {
        var all = row(Map.of("A1", "passed", "A2", "passed", "A3", "passed"), "2026-11-16", "yes");

        var refused =
                AssessedResult.of(all, Optional.of(LEARNER), Approvals.approved(choosing()), TODAY);

        assertThat(codes(refused)).containsExactly("award.too-many-passed");
        assertThat(refused.reasons()).extracting(Refusal::place).containsExactly("A3");
    }

    @Test
    void theHoursOfACredentialAreThoseOfTheTasksThatWereDone() {
        var draft = choosing();
        var tasks = new ArrayList<>(draft.tasks());
        var longer = tasks.get(1);
        tasks.set(
                1,
                new CourseDraft.Task(
                        longer.title(),
                        longer.type(),
                        longer.weight(),
                        Integer.toString(Integer.parseInt(longer.hours()) + 2),
                        longer.supervision(),
                        longer.outcomes(),
                        false,
                        "A"));
        var workload =
                credential(Drafts.parts(draft, draft.activities(), tasks).with(draft.plan()))
                        .workload()
                        .orElseThrow();

        assertThat(workload.hours())
                .contains(
                        workload.activities().stream()
                                .map(ActivityHours::hours)
                                .reduce(LearningHours.ZERO, LearningHours::plus));
    }

    @Test
    void theCredentialStatesTheDayOnWhichThePersonsDecidedNotThatOfANotification() {
        var course = Approvals.notified();
        var row = row(Map.of("A1", "passed", "A2", "passed"), "2026-11-16", "yes");
        var board = BoardDecision.record(true, "EB-26-31", TODAY, new UUID(1, 3));

        if (AssessedResult.of(row, Optional.of(LEARNER), course, TODAY)
                        instanceof Decided.Accepted<AssessedResult>(var assessed)
                && board instanceof Decided.Accepted<BoardDecision>(var minute)) {
            var award = Award.of(new UUID(4, 1), course, assessed, minute);

            assertThat(course.decision().decidedOn()).isEqualTo(TODAY.plusMonths(1));
            assertThat(award.credential(setting()).qualityAssurance())
                    .extracting(assured -> assured.decidedOn().orElseThrow())
                    .containsExactly(TODAY);
        } else {
            throw new AssertionError(board.reasons());
        }
    }

    /** The complete course, in which a learner chooses between two oral tasks. */
    private static CourseDraft choosing() {
        var draft = Drafts.complete();
        var oral = draft.tasks().get(1);
        return Drafts.parts(
                        draft,
                        draft.activities(),
                        List.of(
                                draft.tasks().get(0),
                                inGroup("Oral defence", oral),
                                inGroup("Talk in a council", oral)))
                .with(
                        Drafts.plan()
                                .with(
                                        new DraftPlan.Choices(
                                                "",
                                                List.of(new DraftPlan.Alternative("A", "1")),
                                                "",
                                                "",
                                                "",
                                                List.of())));
    }

    private static CourseDraft.Task inGroup(String title, CourseDraft.Task task) {
        return new CourseDraft.Task(
                title,
                task.type(),
                task.weight(),
                task.hours(),
                task.supervision(),
                task.outcomes(),
                false,
                "A");
    }

    @Test
    void theCredentialShowsHowTheOutcomesWereProven() {
        var credential =
                award().credential(
                                new Award.Setting(
                                        new AwardingBody(
                                                "did:key:z6Mk",
                                                "Università di Borgofiume",
                                                Optional.of(new Country("IT")),
                                                Optional.empty(),
                                                Optional.empty()),
                                        "Quality office",
                                        "https://cairn.example/c",
                                        "https://cairn.example/d",
                                        Instant.parse("2026-11-23T10:00:00Z"),
                                        List.of()));

        assertThat(credential.assessments())
                .extracting(assessment -> assessment.supervision().orElseThrow())
                .containsExactly(
                        Supervision.NONE_WITH_IDENTITY_CHECK,
                        Supervision.ONLINE_WITH_IDENTITY_CHECK);
    }

    @Test
    void aCredentialHoldsAndIsReviewedAsItsCourseSays() {
        var credential =
                credential(Drafts.ageing("36", "18", "The models are replaced every few years."));

        assertThat(credential.expiresOn()).contains(LocalDate.of(2029, 11, 23));
        assertThat(credential.reviewOn()).contains(LocalDate.of(2028, 5, 23));
    }

    @Test
    void nothingIsClaimedThatTheCourseDoesNotState() {
        var credential = credential(Drafts.complete());

        assertThat(credential.expiresOn()).isEmpty();
        assertThat(credential.reviewOn()).isEmpty();
        assertThat(credential.contributors()).isEmpty();
        assertThat(credential.rights()).isEmpty();
        assertThat(credential.description()).isEmpty();
    }

    @Test
    void theCredentialNamesWhoTaughtAndOnWhosePlatformApartFromWhoAwards() {
        var credential =
                credential(
                        Drafts.partners(
                                new CourseDraft.Partner("provider", "Centro Meteo", "IT"),
                                new CourseDraft.Partner("platform", "Savo Learning Oy", "")));

        assertThat(credential.awardingBody().legalName()).isEqualTo("Università di Borgofiume");
        assertThat(credential.contributors())
                .containsExactly(
                        new Contributor(
                                "Centro Meteo",
                                Contributor.Role.PROVIDER,
                                Optional.empty(),
                                Optional.of(new Country("IT"))),
                        new Contributor(
                                "Savo Learning Oy",
                                Contributor.Role.PLATFORM,
                                Optional.empty(),
                                Optional.empty()));
    }

    private static MicroCredential credential(CourseDraft draft) {
        return award(draft).credential(setting());
    }

    private static Award.Setting setting() {
        return new Award.Setting(
                new AwardingBody(
                        "did:key:z6Mk",
                        "Università di Borgofiume",
                        Optional.of(new Country("IT")),
                        Optional.empty(),
                        Optional.empty()),
                "Quality office",
                "https://cairn.example/c",
                "https://cairn.example/d",
                Instant.parse("2026-11-23T10:00:00Z"),
                List.of());
    }

    private static Award award() {
        return award(Drafts.complete());
    }

    private static Award award(CourseDraft draft) {
        var result = read(row(Map.of("A1", "passed", "A2", "passed"), "2026-11-16", "yes"));
        var board = BoardDecision.record(true, "EB-26-31", TODAY, new UUID(1, 3));
        if (result instanceof Decided.Accepted<AssessedResult>(var assessed)
                && board instanceof Decided.Accepted<BoardDecision>(var decision)) {
            return Award.of(new UUID(4, 1), Approvals.approved(draft), assessed, decision);
        }
        throw new IllegalStateException(result.reasons() + " " + board.reasons());
    }

    private static Decided<AssessedResult> read(ResultRow row) {
        return AssessedResult.of(row, Optional.of(LEARNER), Approvals.approved(), TODAY);
    }

    private static ResultRow row(Map<String, String> tasks, String passedOn, String identity) {
        return new ResultRow(2, "BF-1", tasks, passedOn, "28", identity, "", Map.of());
    }

    private static List<String> codes(Decided<?> decided) {
        return decided.reasons().stream().map(Refusal::code).toList();
    }
}
