package eu.cairn.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Person;
import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.credential.CoursesOnOffer.Run;
import eu.cairn.app.stacking.PlanOptions;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.PlanAnswer;
import eu.cairn.stacking.PlanConstraints;
import eu.cairn.stacking.PlanGoal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AheadTest {

    private static final String JOINT = "/stacks/joint-sustainability-10/plan";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    /** A rule that two courses fill, a floor, and a course that is held already. */
    private static final String TWO_OPEN =
            """
            qualification: {id: ahead-two-open, version: 2026-1, title: Two Open}
            awardedBy: hei:kallavesi
            validFrom: 2026-09-01
            requirements:
            - {id: introduction, title: Introduction, course: UNA-INTRO, credits: {atLeast: 3}}
            - {id: life, title: Biodiversity, course: UNA-BIODIV, credits: {atLeast: 2}}
            - {id: teaching, title: Teaching, course: [TL515, TL516, TL517], credits: {atLeast: 10}}
            limits:
            - {id: residence, title: At least 5.0 ECTS from Kallavesi, atLeast: {credits: 5}, where: {issuer: home}}
            """;

    private static TestServer server;
    private static Person learner;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        Published.rulebook(server, TWO_OPEN, "kallavesi");
        learner = Published.learner(server);
    }

    @Test
    void aCourseIsProposedWithTheMissingRulesThatItServes() {
        var way = ways(stack("ahead-two-open"), "soonest").ways().getFirst();

        assertThat(way.courses())
                .filteredOn(one -> one.course().code().equals("UNA-BIODIV"))
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(one.why())
                                        .containsExactly(
                                                "It counts in Biodiversity and fills the 2.0 ECTS"
                                                        + " that are missing there.",
                                                "It counts towards “At least 5.0 ECTS from"
                                                        + " Kallavesi”, which is not reached yet.",
                                                "It helps with 2 of the 3 rules that are open."));
        assertThat(way.courses()).hasSize(2);
        assertThat(way.figures()).isEqualTo("12.0 ECTS, 304 h, price not published");
    }

    @Test
    void everyWaySatisfiesTheRulesAndNoneHasAllCoursesOfAnother() {
        var ahead = ahead(stack("ahead-two-open"), "fewest-credits");

        assertThat(ahead.answer()).isInstanceOf(PlanAnswer.Found.class);
        var plans = ((PlanAnswer.Found) ahead.answer()).plans();
        assertThat(plans).hasSize(3).allMatch(plan -> plan.best());
        assertThat(plans)
                .allMatch(plan -> plan.audit().result() == Audit.Result.SATISFIED)
                .extracting(plan -> plan.credits())
                .containsOnly(Ects.of(12));
    }

    @Test
    void whatIsNotPublishedIsSaidAndNeverInvented() {
        var page = server.as(TestServer.LEARNER).get(JOINT).body();

        assertThat(page)
                .contains("Finish not known: the dates are not published")
                .contains("dates not published")
                .contains("2.0 ECTS, 54 h, price not published")
                .contains("is taken to end after all that have dates")
                .contains("Needed to enrol: ");
        assertThat(server.as(TestServer.LEARNER).get(JOINT + "?goal=cheapest").body())
                .contains("Which way costs least cannot be said")
                .contains("No course that is published here states its price");
    }

    @Test
    void whatIsInNoneOfTheWaysHasItsReason() {
        var ways = ways(stack("joint-sustainability-10"), "soonest");
        var published = published();

        assertThat(ways.leftAside() + courses(ways).size()).isEqualTo(published.size());
        assertThat(ways.left())
                .extracting(WaysView.Left::why)
                .contains(
                        "It would not count, nor open a course that does.",
                        "You hold it, and it counts already.");
    }

    @Test
    void aRunThatCanStillBeJoinedHasItsDaysAndEveryOtherHasNone() {
        var rules = stack("ahead-two-open").rulebook().rules();
        var courses =
                List.of(
                        course("later", Optional.of(new Run(DAY.plusDays(9), DAY.plusDays(90)))),
                        course("today", Optional.of(new Run(DAY, DAY.plusDays(30)))),
                        course("begun", Optional.of(new Run(DAY.minusDays(1), DAY.plusDays(30)))),
                        course("never", Optional.empty()));

        var now = CourseOffers.of(courses, rules, DAY, Optional.empty());
        var soon = CourseOffers.of(courses, rules, DAY, Optional.of(DAY.plusDays(1)));
        var past = CourseOffers.of(courses, rules, DAY, Optional.of(DAY.minusYears(1)));

        assertThat(dated(now)).containsExactly("kallavesi/later", "kallavesi/today");
        assertThat(now.undated()).isEqualTo(DAY.plusDays(91));
        assertThat(dated(soon)).containsExactly("kallavesi/later");
        assertThat(past).isEqualTo(now);
        assertThat(AheadWords.days(courses.get(2), now.offers().offers().getFirst(), DAY))
                .isEqualTo("the next run, from 25 November 2026, begins too early for this plan");
    }

    @Test
    void inALargeCatalogueWhatCouldCountIsLookedAtFirst() {
        var rules = stack("ahead-two-open").rulebook().rules();
        var courses = new ArrayList<OnOffer>();
        IntStream.range(0, 450)
                .forEach(number -> courses.add(course("c" + number, Optional.empty())));
        courses.add(published("kallavesi/UNA-BIODIV"));

        var offers = CourseOffers.of(courses, rules, DAY, Optional.empty());

        assertThat(offers.offers().offers())
                .hasSize(400)
                .anyMatch(offer -> offer.course().equals("UNA-BIODIV"));
        assertThat(offers.beyond()).isEqualTo(51);
    }

    @Test
    void theSameAddressGivesTheSameAnswerAndAWrongOneSaysWhatIsWrong() {
        var visitor = server.as(TestServer.LEARNER);
        var address = JOINT + "?goal=fewest-credits&from=2026-12-01&load=5&language=en";

        assertThat(main(visitor.get(address).body())).isEqualTo(main(visitor.get(address).body()));
        var wrong = visitor.get(JOINT + "?goal=best&from=tomorrow&load=-3&language=en");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("plan.unknown-goal", "plan.not-a-date", "plan.out-of-range")
                .contains("value=\"tomorrow\"", "value=\"-3\"");
        for (var odd :
                List.of(
                        "?goal=&from=&load=&language=",
                        "?goal=soonest&goal=soonest",
                        "?language=%00",
                        "?load=99999999999999999999",
                        "?from=9999-12-31",
                        "?from=2026-02-30",
                        "?course=",
                        "?course=%2F",
                        "?unknown=1")) {
            assertThat(visitor.get(JOINT + odd).statusCode()).as(odd).isIn(200, 422);
        }
    }

    @Test
    void aLanguageThatNoCourseIsTaughtInLeavesEveryCourseAside() {
        var ahead =
                server.bean(WaysAhead.class)
                        .of(
                                stack("joint-sustainability-10"),
                                new PlanOptions.Asked(
                                        PlanGoal.SOONEST_FINISH,
                                        3,
                                        new PlanConstraints(
                                                Optional.empty(),
                                                Optional.empty(),
                                                Set.of("mt"),
                                                Optional.empty())))
                        .orElseThrow();

        assertThat(ahead.answer()).isInstanceOf(PlanAnswer.None.class);
        assertThat(server.bean(WaysViews.class).of(ahead).heading())
                .isEqualTo("The courses that are published here do not complete it");
    }

    @Test
    void aCompleteStackNeedsNothing() {
        Published.rulebook(
                server,
                """
                qualification: {id: ahead-complete, version: 2026-1, title: Complete}
                validFrom: 2026-09-01
                requirements: [{id: r, course: UNA-INTRO, credits: {atLeast: 3}}]
                """,
                "kallavesi");

        assertThat(ways(stack("ahead-complete"), "soonest").heading())
                .isEqualTo("Nothing has to be taken");
    }

    @Test
    void thePlanIsForWhoHasSignedIn() {
        assertThat(server.visitor().get(JOINT).uri().getPath()).isEqualTo("/sign-in");
        assertThat(server.as(TestServer.LEARNER).get("/stacks/nobodys/plan").statusCode())
                .isEqualTo(404);
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private static List<String> dated(CourseOffers offers) {
        return offers.offers().offers().stream()
                .filter(offer -> offer.dated())
                .map(offer -> offer.id())
                .toList();
    }

    private static List<String> courses(WaysView ways) {
        return ways.ways().stream()
                .flatMap(way -> way.courses().stream())
                .map(one -> one.course().key())
                .distinct()
                .toList();
    }

    private static OnOffer course(String code, Optional<Run> run) {
        var like = published("kallavesi/ETHICS-AI");
        return new OnOffer(
                like.path(),
                like.organisation(),
                like.offeredBy(),
                like.country(),
                code,
                like.version(),
                like.title(),
                like.credits(),
                like.level(),
                like.field(),
                like.participation(),
                like.language(),
                like.hours(),
                like.prerequisites(),
                run);
    }

    private static OnOffer published(String key) {
        return published().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

    private static List<OnOffer> published() {
        return server.bean(CoursesOnOffer.class).published();
    }

    private static WaysView ways(Stack stack, String goal) {
        return server.bean(WaysViews.class).of(ahead(stack, goal));
    }

    private static Ahead ahead(Stack stack, String goal) {
        var asked = new AheadQuestion(goal, "", "", "", List.of()).plans();
        assertThat(asked).isInstanceOf(Decided.Accepted.class);
        return server.bean(WaysAhead.class)
                .of(stack, ((Decided.Accepted<PlanOptions.Asked>) asked).value())
                .orElseThrow();
    }

    private static Stack stack(String rulebook) {
        return server.bean(Stacks.class).of(learner, rulebook).orElseThrow();
    }
}
