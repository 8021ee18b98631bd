package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Country;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For whom a course is, how its hours are reckoned, and what learners choose. */
class CoursePlanTest {

    private static final Offerer ADA =
            new Offerer(Drafts.ITALY, Optional.empty(), List.of(), Optional.of("Ada Rossi"));

    private static final DraftPlan PLAN = Drafts.plan();

    @Test
    void aCourseSaysForWhomItIsAndWhoWasAskedBeforeItIsSubmitted() {
        var review = Drafts.review(Drafts.complete().with(new DraftPlan()));

        assertThat(codes(review.faults()))
                .containsExactlyInAnyOrder(
                        "catalogue.text-missing", "catalogue.stakeholder-missing");
        assertThat(review.faults())
                .extracting(Refusal::place)
                .containsExactlyInAnyOrder("targetGroup", "stakeholders");
        assertThat(design(Drafts.complete()).plan().relevance().stakeholders())
                .extracting(CoursePlan.Stakeholder::name)
                .containsExactly("Regione Valdoro");
    }

    @ParameterizedTest
    @CsvSource({
        "employer, Valdoro Acque, 2026-01-02, none",
        "'', Valdoro Acque, 2026-01-02, catalogue.choice-missing",
        "friend, Valdoro Acque, 2026-01-02, catalogue.choice-unknown",
        "employer, '', 2026-01-02, catalogue.text-missing",
        "employer, Valdoro Acque, '', catalogue.text-missing",
        "employer, Valdoro Acque, soon, catalogue.date-invalid",
        "employer, Valdoro Acque, 2027-01-02, catalogue.asked-in-future"
    })
    void whoWasAskedHasAKindANameAndADay(String kind, String name, String day, String code) {
        var plan =
                PLAN.with(
                        new DraftPlan.Relevance(
                                "Engineers",
                                List.of(new DraftPlan.Stakeholder(kind, name, day)),
                                List.of(),
                                List.of()));

        assertThat(codes(Drafts.review(Drafts.complete().with(plan)).faults()))
                .containsExactlyElementsOf(code.equals("none") ? List.of() : List.of(code));
    }

    @Test
    void aLevelIsJustifiedInAtLeastOneOfThreeFields() {
        assertThat(codes(Drafts.review(Drafts.complete()).hints()))
                .contains("catalogue.level-not-justified");
        var justified = PLAN.with(new DraftPlan.LevelGrounds("", "Weighs models", ""));

        assertThat(codes(Drafts.review(Drafts.complete().with(justified)).hints()))
                .doesNotContain("catalogue.level-not-justified");
    }

    @Test
    void hoursHaveALowALikelyAndAHighTotal() {
        var draft =
                Drafts.served(
                        List.of(
                                new CourseDraft.Activity(
                                        "Texts",
                                        "",
                                        List.of(1, 2, 3),
                                        "reading",
                                        "reading-understand-some-450",
                                        "2400"),
                                new CourseDraft.Activity("Lectures", "10", List.of(1))),
                        Drafts.complete().tasks());
        var sum = WorkloadSum.of(draft, Drafts.ITALY);

        assertThat(List.of(sum.low(), sum.total(), sum.high()))
                .containsExactly(
                        LearningHours.of(115), LearningHours.of(135), LearningHours.of(160));
    }

    @Test
    void aRateOfTheCourseTakesThePlaceOfTheTable() {
        var activity =
                new CourseDraft.Activity(
                        "Texts", "", List.of(1), "reading", "reading-understand-some-450", "600");
        var own = new DraftPlan.Rate("reading-understand-some-450", "40", "30", "20");
        var draft = Drafts.complete().with(time("", "", own));

        assertThat(Estimates.of(draft).time(activity).orElseThrow())
                .isEqualTo(
                        new Estimates.Hours(
                                LearningHours.of(15), LearningHours.of(20), LearningHours.of(30)));
    }

    @ParameterizedTest
    @CsvSource({"20, 30, 40", "0, 0, 0", "x, 30, 20", "-1, 30, 20", "'', 30, 20", "1e9, 30, 20"})
    void aRateAtWhichMoreIsLessIsRefused(String low, String likely, String high) {
        var rate = new DraftPlan.Rate("reading-understand-some-450", low, likely, high);

        assertThat(codes(review(time("", "", rate)).faults()))
                .containsExactly("catalogue.rate-invalid");
    }

    @Test
    void moreHoursThanCanBeDeclaredAreAFaultAndNeverAnError() {
        var rate = new DraftPlan.Rate("exam-prep", "5000", "9999.999", "9999.999");
        var slow = new DraftPlan.Rate("reading-understand-some-450", "30", "20", "0.001");
        var activity =
                new CourseDraft.Activity(
                        "Any", "", List.of(1, 2, 3), "", "exam-prep", "999999", "");
        var reading =
                new CourseDraft.Activity(
                        "Any",
                        "",
                        List.of(1, 2, 3),
                        "",
                        "reading-understand-some-450",
                        "999999",
                        "");
        var draft =
                Drafts.complete()
                        .with(time("", "", rate, slow))
                        .with(
                                Drafts.complete().outcomes(),
                                List.of(activity, activity, activity, reading),
                                Drafts.complete().tasks());

        assertThat(codes(Drafts.review(draft).faults()))
                .contains("catalogue.amount-invalid")
                .doesNotContain("catalogue.rate-invalid");
        assertThat(Estimates.of(draft).estimate(activity)).isEmpty();
    }

    @Test
    void hoursOfHoweverManyActivitiesAreAddedUp() {
        var activities =
                Collections.nCopies(1000, new CourseDraft.Activity("Any", "99999", List.of(1)));
        var draft =
                Drafts.complete()
                        .with(Drafts.complete().outcomes(), activities, Drafts.complete().tasks());

        assertThat(codes(Drafts.review(draft).faults())).contains("catalogue.hours-too-many");
    }

    @Test
    void hoursOutsideTheRangeAreRefusedUnlessANamedPersonSignsAReason() {
        var small = Drafts.credits("4");
        var reasoned = small.with(time("", "Field work"));

        assertThat(codes(review(small, ADA).faults())).containsExactly("catalogue.hours-too-many");
        assertThat(codes(Drafts.review(reasoned).faults()))
                .containsExactlyInAnyOrder(
                        "catalogue.hours-too-many", "catalogue.hours-reason-unsigned");
        var signed = review(reasoned, ADA);
        assertThat(signed.faults()).isEmpty();
        assertThat(signed.design().orElseThrow().plan().time().outside())
                .contains(new CoursePlan.SignedReason("Field work", "Ada Rossi", Drafts.DAY));
        assertThat(codes(signed.hints())).contains("catalogue.hours-outside-signed");
    }

    @Test
    void nobodySignsAReasonForHoursThatAreInTheRange() {
        var review = review(Drafts.complete().with(time("", "Field work")), ADA);

        assertThat(review.design().orElseThrow().plan().time().outside()).isEmpty();
    }

    @Test
    void contactGuidedAndIndependentHoursAreApart() {
        var sum =
                WorkloadSum.of(
                        Drafts.served(
                                List.of(
                                        activity("lecture", "", "10"),
                                        activity("practical", "", "20"),
                                        activity("practical", "contact", "5"),
                                        activity("reading", "", "30"),
                                        activity("", "", "7")),
                                List.of()),
                        Drafts.ITALY);

        assertThat(sum.byKind())
                .extracting(one -> one.kind().map(TimeKind::code).orElse("–") + " " + one.hours())
                .containsExactly("contact 15", "guided 20", "independent 30", "– 7");
    }

    @ParameterizedTest
    @CsvSource({"MT, '', 24, true", "MT, '', 25, false", "IT, '', 0.5, false", "IT, 6, 29, true"})
    void theContactThatACountryOrAnInstitutionAsksForIsThere(
            String country, String own, String hours, boolean refused) {
        var draft =
                Drafts.served(
                                List.of(
                                        activity("lecture", "", hours),
                                        activity("reading", "", "75")),
                                Drafts.complete().tasks())
                        .with(time(own, ""));

        assertThat(
                        codes(review(draft, Offerer.in(new Country(country))).faults())
                                .contains("catalogue.contact-too-little"))
                .isEqualTo(refused);
    }

    @Test
    void everyChoiceOfTasksAssessesEveryOutcome() {
        var tasks =
                List.of(
                        task("70", "20", "", List.of(1, 2)),
                        task("30", "5", "A", List.of(3)),
                        task("30", "7", "A", List.of(2)));
        var draft = Drafts.served(Drafts.complete().activities(), tasks);

        assertThat(codes(review(draft.with(take("1"))).faults()))
                .containsExactly("catalogue.outcome-unassessed-by-choice");
        var mended =
                Drafts.served(
                        Drafts.complete().activities(),
                        List.of(tasks.get(0), tasks.get(1), task("30", "7", "A", List.of(2, 3))));
        var review = review(mended.with(take("1")));
        assertThat(review.faults()).isEmpty();
        assertThat(review.workload().assessment()).isEqualTo(LearningHours.of(26));
        assertThat(review.design().orElseThrow().hours()).isEqualTo(LearningHours.of(126));
    }

    @Test
    void whoChoosesDoesSomeOfAGroupWhoseTasksWeighTheSame() {
        var even =
                List.of(
                        task("50", "5", "A", List.of(1, 2, 3)),
                        task("50", "5", "A", List.of(1, 2, 3)));
        var draft = Drafts.served(Drafts.complete().activities(), even);

        assertThat(codes(review(draft.with(take(""))).faults())).contains("catalogue.take-invalid");
        assertThat(codes(review(draft.with(take("2"))).faults()))
                .contains("catalogue.take-invalid");
        assertThat(codes(review(draft.with(take("1"))).faults()))
                .contains("catalogue.weights-not-100");
        var uneven = List.of(even.get(0), task("40", "5", "A", List.of(1, 2, 3)));
        assertThat(
                        codes(
                                review(
                                                Drafts.served(
                                                                Drafts.complete().activities(),
                                                                uneven)
                                                        .with(take("1")))
                                        .faults()))
                .contains("catalogue.alternative-weights");
    }

    @Test
    void anOutcomeThatCanBeFailedIsAHintOncePassingIsRuled() {
        var ruled = PLAN.with(new DraftPlan.Choices("60", List.of(), "", "", "", List.of()));

        assertThat(codes(Drafts.review(Drafts.complete()).hints()))
                .doesNotContain("catalogue.outcome-may-fail");
        assertThat(Drafts.review(Drafts.complete().with(ruled)).hints())
                .filteredOn(hint -> hint.code().equals("catalogue.outcome-may-fail"))
                .extracting(Refusal::place)
                .contains("outcomes[3]");
    }

    @Test
    void coursesThatNeedEachOtherAreRefusedWithTheCircleNamed() {
        var around = new Around(Map.of("/c/B", List.of("/c/C"), "/c/C", List.of("/c/CLIMA-5")));

        assertThat(before(around, "/c/B", "needed"))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.code()).isEqualTo("catalogue.before-circle");
                            assertThat(fault.parameters().getFirst())
                                    .isEqualTo(
                                            "Living with a changing climate → /c/B → /c/C → Living"
                                                    + " with a changing climate");
                        });
        assertThat(before(around, "/c/B", "recommended")).isEmpty();
        assertThat(codes(before(around, "/c/CLIMA-5", "needed")))
                .containsExactly("catalogue.before-itself");
        assertThat(codes(before(around, "/c/D", "needed")))
                .containsExactly("catalogue.course-unknown");
        assertThat(before(new Around(Map.of("/c/B", List.of("/c/B"))), "/c/B", "needed")).isEmpty();
    }

    private static List<Refusal> before(Neighbours around, String course, String kind) {
        var plan =
                PLAN.with(
                        new DraftPlan.Choices(
                                "",
                                List.of(),
                                "",
                                "",
                                "",
                                List.of(new DraftPlan.Before(course, kind))));
        return DesignReview.of(
                        Drafts.complete().with(plan),
                        Offerer.in(Drafts.ITALY),
                        NationalFrameworks.published(),
                        Drafts.DAY,
                        around)
                .faults();
    }

    /** Other courses, each with the paths of those it needs. */
    private record Around(Map<String, List<String>> courses) implements Neighbours {

        private Around(Map<String, List<String>> courses) {
            this.courses = new HashMap<>(courses);
        }

        @Override
        public Optional<AwardingBodies.Body> named(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<CoursePlan.Programme> qualification(String path) {
            return Optional.empty();
        }

        @Override
        public List<String> requirements(String qualification, CourseDesign design) {
            return List.of();
        }

        @Override
        public String path(String code) {
            return "/c/" + code;
        }

        @Override
        public Optional<Known> course(String path) {
            return Optional.ofNullable(courses.get(path)).map(needs -> new Known(path, needs));
        }

        @Override
        public ReportedRuns reported(String code) {
            return ReportedRuns.NONE;
        }
    }

    private static DraftPlan time(String contact, String reason, DraftPlan.Rate... rates) {
        return PLAN.with(new DraftPlan.Time(contact, reason, List.of(rates)));
    }

    private static DraftPlan take(String number) {
        return PLAN.with(
                new DraftPlan.Choices(
                        "",
                        List.of(new DraftPlan.Alternative("A", number)),
                        "",
                        "",
                        "",
                        List.of()));
    }

    private static CourseDraft.Activity activity(String type, String kind, String hours) {
        return new CourseDraft.Activity("Any", hours, List.of(1, 2, 3), type, "", "", kind);
    }

    private static CourseDraft.Task task(
            String weight, String hours, String group, List<Integer> outcomes) {
        return new CourseDraft.Task(
                "A task", "project-work", weight, hours, "unsupervised-id", outcomes, false, group);
    }

    private static DesignReview review(CourseDraft draft) {
        return Drafts.review(draft);
    }

    private static DesignReview review(DraftPlan plan) {
        return Drafts.review(Drafts.complete().with(plan));
    }

    private static DesignReview review(CourseDraft draft, Offerer offerer) {
        return DesignReview.of(
                draft, offerer, NationalFrameworks.published(), Drafts.DAY, Neighbours.none());
    }

    private static CourseDesign design(CourseDraft draft) {
        return Drafts.review(draft).design().orElseThrow();
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
