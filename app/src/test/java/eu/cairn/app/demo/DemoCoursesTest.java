package eu.cairn.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.catalogue.AwardingBodies;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.DesignReview;
import eu.cairn.catalogue.Neighbours;
import eu.cairn.catalogue.Offerer;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoCoursesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    static Stream<DemoCourse> finished() {
        return DemoCourses.all().stream().filter(course -> course.state() != CourseState.DRAFT);
    }

    @ParameterizedTest
    @MethodSource("finished")
    void aFinishedCourseIsACompleteDesignInItsCountry(DemoCourse course) {
        var review = review(course);

        assertThat(review.faults()).as(course.key()).isEmpty();
        assertThat(review.design()).isPresent();
        assertThat(review.hints())
                .as(course.key())
                .extracting(Refusal::code)
                .isSubsetOf(
                        "catalogue.level-unconfirmed",
                        "catalogue.outcome-several",
                        "catalogue.assessment-cannot-show",
                        "catalogue.hours-against-weight");
        assertThat(course.draft().publishedSource()).startsWith("https://");
    }

    @Test
    void theUnfinishedDraftHasThreeThingsToMend() {
        var draft = named("data-quality");
        var review = review(draft);

        assertThat(draft.state()).isEqualTo(CourseState.DRAFT);
        assertThat(review.faults())
                .containsExactly(
                        Refusal.of("catalogue.outcome-not-assessed", "outcomes[5]", 5),
                        Refusal.of("catalogue.hours-too-few", "workload", 119, 125));
        assertThat(review.hints())
                .extracting(Refusal::place, Refusal::code)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "outcomes[2]", "catalogue.outcome-vague"));
    }

    @Test
    void theSustainabilityStackIsTenCreditsOfThreeCountries() {
        var stack =
                DemoCourses.all().stream()
                        .filter(course -> course.draft().code().startsWith("UNA-"))
                        .toList();

        assertThat(stack)
                .extracting(course -> course.draft().code())
                .containsExactlyInAnyOrder(
                        "UNA-INTRO", "UNA-CLIMATE", "UNA-BIODIV", "UNA-POLECON", "UNA-ARTS");
        assertThat(stack.stream().mapToInt(one -> Integer.parseInt(one.draft().credits())).sum())
                .isEqualTo(10);
        assertThat(stack.stream().map(one -> one.organisation().country().code()).distinct())
                .containsExactlyInAnyOrder("FI", "PL", "IT");
    }

    @Test
    void theCourseOfTheStoryHasFiveCreditsOfTheSecondCycle() {
        var design = review(named("clima")).design().orElseThrow();

        assertThat(design.credits()).hasToString("5.0");
        assertThat(design.hours()).hasToString("125");
        assertThat(design.level().eqf()).hasToString("Optional[EQF 7]");
        assertThat(design.title().authoritativeLanguage()).hasToString("it");
    }

    @Test
    void oneCourseWaitsForTheQualityOfficer() {
        assertThat(DemoCourses.all())
                .filteredOn(course -> course.state() == CourseState.IN_REVIEW)
                .extracting(DemoCourse::key)
                .containsExactly("tutoring");
    }

    @Test
    void everyKeyAndCodeStandsOnce() {
        List<DemoCourse> all = DemoCourses.all();

        assertThat(all).extracting(DemoCourse::key).doesNotHaveDuplicates();
        assertThat(all).extracting(course -> course.draft().code()).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(DemoCourse::organisation)
                .containsAll(DemoCourses.organisations());
    }

    private static DemoCourse named(String key) {
        return DemoCourses.all().stream()
                .filter(course -> course.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static DesignReview review(DemoCourse course) {
        return DesignReview.of(
                course.draft(),
                Offerer.in(course.organisation().country()),
                NationalFrameworks.published(),
                DAY,
                Neighbours.of(
                        name ->
                                DemoCourses.organisations().stream()
                                        .filter(one -> one.key().equals(name))
                                        .findFirst()
                                        .map(
                                                one ->
                                                        new AwardingBodies.Body(
                                                                one.key(),
                                                                one.name(),
                                                                one.country()))));
    }
}
