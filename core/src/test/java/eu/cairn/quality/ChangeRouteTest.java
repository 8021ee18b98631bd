package eu.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.catalogue.Changed;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.DesignElement;
import eu.cairn.catalogue.NationalTypes;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalRules;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeRouteTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String EDITORIAL = "Editorial changes";

    private final CourseDesign reviewed = Changed.complete();
    private final QualityDecision approval = approval(1, reviewed, Optional.empty());

    @Test
    void everyElementThatIsStatedHasExactlyOneRuleOfAKnownCriterion() {
        var criteria =
                CriteriaSet.shortCourses2026().criteria().stream().map(Criterion::id).toList();

        assertThat(ChangeRule.all().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DesignElement.values())
                                .filter(DesignElement::stated)
                                .toList());
        assertThat(ChangeRule.all().values()).allMatch(rule -> criteria.contains(rule.criterion()));
    }

    @Test
    void whatTheRuleCallsSubstantialIsReviewedByItsCriterionAloneAndTheRestByNobody() {
        for (var element : ChangeRule.all().keySet()) {
            var route = route(Changed.in(reviewed, element));
            boolean alwaysEditorial =
                    ChangeRule.of(element).weight() == ChangeRule.Weight.EDITORIAL;

            assertThat(route.changes())
                    .as(element.code())
                    .extracting(one -> one.change().element())
                    .contains(element);
            if (alwaysEditorial) {
                assertThat(route.editorial()).as(element.code()).isTrue();
            } else if (ChangeRule.of(element).weight() != ChangeRule.Weight.HOURS
                    && ChangeRule.of(element).weight() != ChangeRule.Weight.WORDS) {
                assertThat(route.criteria())
                        .as(element.code())
                        .containsExactlyInAnyOrderElementsOf(touched(element));
            }
        }
    }

    /** The criteria that a change touches; one of a task more is what outcomes it assesses too. */
    private static Set<String> touched(DesignElement element) {
        return element == DesignElement.TASKS
                ? Set.of("assessment", "alignment")
                : Set.of(ChangeRule.of(element).criterion());
    }

    @Test
    void hoursAndLevelsOfWhatIsDroppedOrAddedAreReviewedToo() {
        assertThat(route(Changed.withoutFirst(reviewed)).criteria())
                .contains("outcomes", "level", "workload", "alignment", "assessment");
        assertThat(route(replaced(LearningHours.of(40))).criteria())
                .containsExactlyInAnyOrder("alignment", "workload");
        assertThat(route(Changed.in(reviewed, DesignElement.ACTIVITIES)).criteria())
                .containsExactly("alignment");
    }

    @Test
    void whatACredentialStatesIsNotRewrittenByADesignerAlone() {
        assertThat(route(Changed.in(reviewed, DesignElement.OUTCOME_TRANSLATIONS)).criteria())
                .containsExactly("outcomes");
        assertThat(route(Changed.in(reviewed, DesignElement.TITLE_TRANSLATIONS)).criteria())
                .containsExactly("information");
    }

    @Test
    void whatTheNeedRestsOnIsReviewed() {
        assertThat(route(Changed.in(reviewed, DesignElement.EVIDENCE)).criteria())
                .containsExactly("need");
        assertThat(route(Changed.in(reviewed, DesignElement.OCCUPATIONS)).criteria())
                .containsExactly("need");
    }

    @Test
    void ofATitleOnlyCapitalsSpacesAndPunctuationAreEditorial() {
        assertThat(route(titled("Living with a  changing Climate.")).editorial()).isTrue();
        assertThat(route(titled("Living with a changeing climate")).editorial()).isFalse();
        assertThat(route(titled("Living with a changing economy")).editorial()).isFalse();
    }

    @Test
    void spellingOfAnActivityIsEditorialAndAnotherWordIsNot() {
        assertThat(route(called("Lecturess")).editorial()).isTrue();
        assertThat(route(called("Seminars")).editorial()).isFalse();
    }

    @Test
    void whoTeachesAndWithWhatIsEditorialAndHowItIsTakenPartInIsNot() {
        assertThat(route(Changed.in(reviewed, DesignElement.ACTIVITY_TEACHERS)).editorial())
                .isTrue();
        assertThat(route(Changed.in(reviewed, DesignElement.ACTIVITY_RESOURCES)).editorial())
                .isTrue();
        assertThat(route(Changed.in(reviewed, DesignElement.ACTIVITY_MODE)).criteria())
                .containsExactly("information");
    }

    @Test
    void aTenthOfTheHoursMayBeMovedAndNoMore() {
        assertThat(route(hours(46, 54)).editorial()).isTrue();
        assertThat(route(hours(47, 53)).criteria()).containsExactly("workload");
    }

    @Test
    void editorialChangesInARowAddUpToOneThatIsReviewed() {
        var designs = new HashMap<>(Map.of(1, reviewed));
        var last = approval;
        int version = 1;
        int hours = 40;
        while (route(last, designs, hours(hours + 2, 60)).editorial()) {
            hours += 2;
            version++;
            var next = hours(hours, 60);
            designs.put(version, next);
            last = notified(last, version, next, designs);
        }

        assertThat(hours).isEqualTo(52);
        assertThat(last.byNotification()).isTrue();
        assertThat(last.origin("workload").version()).isEqualTo(1);
        assertThat(last.validUntil()).isEqualTo(approval.validUntil());
    }

    @Test
    void aReviewOfOneCriterionDoesNotRenewTheOthers() {
        var designs = new HashMap<>(Map.of(1, reviewed));
        var second = need(reviewed, 1);
        designs.put(2, Changed.in(second, DesignElement.TASK_WEIGHT));
        var partial =
                reviewedAgain(
                        2,
                        designs.get(2),
                        new QualityDecision.Earlier(approval, Set.of("assessment")));

        assertThat(partial.origin("assessment").version()).isEqualTo(2);
        assertThat(partial.origin("need").version()).isEqualTo(1);
        assertThat(partial.validUntil()).isEqualTo(approval.validUntil());
        assertThat(route(partial, designs, need(designs.get(2), 1)).editorial()).isTrue();
        assertThat(route(partial, designs, need(designs.get(2), 4)).criteria())
                .containsExactly("need");
    }

    @Test
    void aSubstantialChangeIsNeverApprovedByNotification() {
        var next = Changed.in(reviewed, DesignElement.CREDITS);
        var answer =
                QualityDecision.byNotification(
                        new UUID(2, 9),
                        version(2, next),
                        approval,
                        route(next),
                        EDITORIAL,
                        Approvals.PUBLISHED,
                        NOW,
                        DAY);

        assertThat(answer.reasons())
                .extracting(Refusal::code)
                .containsExactly("quality.change-is-substantial");
    }

    @Test
    void nothingIsCarriedFromAnApprovalThatEnded() {
        var answer =
                QualityDecision.byNotification(
                        new UUID(2, 9),
                        version(2, reviewed),
                        approval,
                        route(reviewed),
                        EDITORIAL,
                        Approvals.PUBLISHED,
                        NOW,
                        DAY.plusYears(3));

        assertThat(answer.reasons())
                .extracting(Refusal::code)
                .containsExactly("quality.approval-expired");
    }

    @Test
    void whatIsOfNoNationalTypeTodayIsNotApprovedByNotification() {
        var type = NationalTypes.italian();
        var answer = notified(NationalTypes.within(type, "6", "30", 7));

        assertThat(answer.reasons())
                .extracting(Refusal::code)
                .containsExactly("framework.type-credits-below");
        assertThat(accepted(notified(type)).nationalTypes()).containsExactly(type);
    }

    private Decided<QualityDecision> notified(NationalType type) {
        return QualityDecision.byNotification(
                new UUID(2, 9),
                version(2, reviewed),
                approval,
                route(reviewed),
                EDITORIAL,
                new NationalRules(NationalFrameworks.published(), List.of(type)),
                NOW,
                DAY);
    }

    private ChangeRoute route(CourseDesign next) {
        return route(approval, Map.of(1, reviewed), next);
    }

    private static ChangeRoute route(
            QualityDecision last, Map<Integer, CourseDesign> designs, CourseDesign next) {
        return ChangeRoute.of(last, designs, next);
    }

    private static QualityDecision notified(
            QualityDecision last,
            int number,
            CourseDesign next,
            Map<Integer, CourseDesign> designs) {
        return accepted(
                QualityDecision.byNotification(
                        new UUID(2, number),
                        version(number, next),
                        last,
                        route(last, designs, next),
                        EDITORIAL,
                        Approvals.PUBLISHED,
                        NOW,
                        DAY));
    }

    private static QualityDecision approval(
            int number, CourseDesign design, Optional<QualityDecision.Earlier> earlier) {
        return accepted(
                QualityDecision.decide(
                        new UUID(2, number),
                        version(number, design),
                        Set.of(),
                        CriteriaSet.shortCourses2026(),
                        proposal(Approvals.all(Finding.Result.MET)),
                        earlier,
                        Approvals.OFFICER,
                        Approvals.PUBLISHED,
                        NOW,
                        DAY));
    }

    private static QualityDecision reviewedAgain(
            int number, CourseDesign design, QualityDecision.Earlier earlier) {
        return accepted(
                QualityDecision.decide(
                        new UUID(2, number),
                        version(number, design),
                        Set.of(),
                        CriteriaSet.shortCourses2026(),
                        proposal(
                                earlier.touched().stream()
                                        .map(one -> new Finding(one, Finding.Result.MET, "seen"))
                                        .toList()),
                        Optional.of(earlier),
                        Approvals.OFFICER,
                        Approvals.PUBLISHED,
                        NOW,
                        DAY.plusDays(100)));
    }

    private static QualityDecision.Proposal proposal(List<Finding> findings) {
        return new QualityDecision.Proposal(
                findings, Optional.of(QualityDecision.Outcome.APPROVED), "all are met", 3);
    }

    private static QualityDecision accepted(Decided<QualityDecision> decided) {
        return switch (decided) {
            case Decided.Accepted<QualityDecision> made -> made.value();
            case Decided.Refused<QualityDecision> refused ->
                    throw new AssertionError(refused.reasons().toString());
        };
    }

    private static CourseVersion version(int number, CourseDesign design) {
        return new CourseVersion(
                new UUID(7, 1),
                number,
                new UUID(7, 2),
                new Country("IT"),
                Approvals.DESIGNER,
                NOW,
                design);
    }

    private CourseDesign titled(String title) {
        return with(
                MultilingualText.english(title)
                        .and(new Language("it"), "Vivere con un clima che cambia"),
                reviewed,
                reviewed.need(),
                reviewed.activities());
    }

    private CourseDesign called(String lectures) {
        var activities = new ArrayList<>(reviewed.activities());
        var one = activities.getFirst();
        activities.set(
                0,
                new CourseDesign.Activity(
                        lectures,
                        one.hours(),
                        one.outcomes(),
                        one.type(),
                        one.kind(),
                        one.mode(),
                        one.teachers(),
                        one.resources()));
        return with(reviewed.title(), reviewed, reviewed.need(), activities);
    }

    /** With another activity, of no stated kind, in the place of the lectures. */
    private CourseDesign replaced(LearningHours hours) {
        var activities = new ArrayList<>(reviewed.activities());
        activities.set(
                0,
                new CourseDesign.Activity(
                        "Field trip",
                        hours,
                        List.of("LO1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        return with(reviewed.title(), reviewed, reviewed.need(), activities);
    }

    private CourseDesign hours(int lectures, int group) {
        var activities = new ArrayList<CourseDesign.Activity>();
        var hours = List.of(lectures, group);
        for (int i = 0; i < 2; i++) {
            var one = reviewed.activities().get(i);
            activities.add(
                    new CourseDesign.Activity(
                            one.title(),
                            LearningHours.of(hours.get(i)),
                            one.outcomes(),
                            one.type(),
                            one.kind(),
                            one.mode(),
                            one.teachers(),
                            one.resources()));
        }
        return with(reviewed.title(), reviewed, reviewed.need(), activities);
    }

    /** With so many of the eleven words of the need in other words. */
    private static CourseDesign need(CourseDesign design, int others) {
        var words = Changed.complete().need().split(" ");
        for (int i = 0; i < others; i++) {
            words[i] = "elsewhere" + i;
        }
        return with(design.title(), design, String.join(" ", words), design.activities());
    }

    private static CourseDesign with(
            MultilingualText title,
            CourseDesign d,
            String need,
            List<CourseDesign.Activity> activities) {
        return new CourseDesign(
                d.code(),
                title,
                d.language(),
                d.credits(),
                d.level(),
                d.field(),
                d.participation(),
                d.prerequisites(),
                d.formalStatus(),
                d.stackability(),
                need,
                d.firstRun(),
                d.gradingScale(),
                d.publishedSource(),
                d.terms(),
                d.outcomes(),
                activities,
                d.tasks(),
                d.aims(),
                d.remarks(),
                d.plan());
    }
}
