package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignReviewTest {

    @Test
    void aCompleteDesignHasNoFaults() {
        var review = Drafts.review(Drafts.complete());

        assertThat(review.faults()).isEmpty();
        assertThat(review.design().orElseThrow().hours()).isEqualTo(LearningHours.of(125));
        assertThat(review.design().orElseThrow().credits()).isEqualTo(Ects.of(5));
    }

    @Test
    void theMatrixMarksEmptyRowsAndColumns() {
        var review =
                Drafts.review(
                        Drafts.served(
                                List.of(
                                        new CourseDraft.Activity("Lectures", "40", List.of(1, 2)),
                                        new CourseDraft.Activity("Excursion", "60", List.of())),
                                List.of(
                                        new CourseDraft.Task(
                                                "Project",
                                                "project-work",
                                                "100",
                                                "25",
                                                "unsupervised-id",
                                                List.of(1)))));

        assertThat(review.alignment().rows().get(2).taught()).isFalse();
        assertThat(review.alignment().rows().get(1).assessed()).isFalse();
        assertThat(review.alignment().activitiesWithoutOutcome()).containsExactly(2);
        assertThat(codes(review.hints())).contains("catalogue.activity-without-outcome");
    }

    @Test
    void anOutcomeThatIsNotTaughtOrNotAssessedBlocksSubmission() {
        var review =
                Drafts.review(
                        Drafts.served(
                                List.of(new CourseDraft.Activity("Lectures", "100", List.of(1))),
                                List.of(
                                        new CourseDraft.Task(
                                                "Project",
                                                "project-work",
                                                "100",
                                                "25",
                                                "unsupervised-id",
                                                List.of(1, 2)))));

        assertThat(review.design()).isEmpty();
        assertThat(codes(review.faults()))
                .contains("catalogue.outcome-not-taught", "catalogue.outcome-not-assessed");
        assertThat(review.at("outcomes[3]")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "36, '', Models change, none",
        "36, 24, Models change, none",
        "36, 36, Models change, none",
        "'', 24, Models change, none",
        "'', '', Models change, none",
        "36, 24, '', catalogue.text-missing",
        "24, 36, Models change, catalogue.review-after-end",
        "0, '', Models change, catalogue.months-invalid",
        "-3, '', Models change, catalogue.months-invalid",
        "3.5, '', Models change, catalogue.months-invalid",
        "601, '', Models change, catalogue.months-invalid",
        "'', 99999999999, Models change, catalogue.months-invalid",
        "three years, '', Models change, catalogue.months-invalid"
    })
    void howLongOutcomesAreCurrentIsAWholeNumberOfMonthsWithAReason(
            String valid, String review, String reason, String code) {
        var faults = codes(Drafts.review(Drafts.ageing(valid, review, reason)).faults());

        assertThat(faults)
                .containsExactlyElementsOf(code.equals("none") ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "provider, Centro Meteo, IT, none",
        "platform, Savo Learning Oy, '', none",
        "'', Centro Meteo, IT, catalogue.choice-missing",
        "owner, Centro Meteo, IT, catalogue.choice-unknown",
        "provider, '', IT, catalogue.text-missing",
        "provider, Centro Meteo, Italy, catalogue.choice-unknown"
    })
    void whoTakesPartHasANameAndAPart(String role, String name, String country, String code) {
        var review = Drafts.review(Drafts.partners(new CourseDraft.Partner(role, name, country)));

        assertThat(codes(review.faults()))
                .containsExactlyElementsOf(code.equals("none") ? List.of() : List.of(code));
        assertThat(review.faults()).allMatch(f -> f.place().startsWith("partners[1]."));
    }

    @ParameterizedTest
    @CsvSource({
        "0, catalogue.credits-out-of-range",
        "400, catalogue.credits-out-of-range",
        "60, catalogue.credits-out-of-range",
        "-5, catalogue.credits-invalid",
        "five, catalogue.credits-invalid",
        "1e3, catalogue.credits-invalid",
        "5.555, catalogue.credits-invalid",
        "'', catalogue.credits-missing"
    })
    void impossibleCreditsAreRefused(String credits, String code) {
        assertThat(codes(Drafts.review(Drafts.credits(credits)).faults())).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLIMA/5", "..", "CLIMA 5", "CLIMA?5", "CLIMA-5;x", "-5"})
    void aCodeThatCannotStandInAnAddressIsRefused(String code) {
        assertThat(codes(Drafts.review(Drafts.code(code)).faults()))
                .containsExactly("catalogue.code-invalid");
    }

    @Test
    void theHoursAreLaidBesideWhatTheCreditsStandFor() {
        var six = Drafts.review(Drafts.credits("6")).workload();

        assertThat(six.total()).isEqualTo(LearningHours.of(125));
        assertThat(six.band().orElseThrow().min()).isEqualTo(LearningHours.of(150));
        assertThat(six.nationalBand().orElseThrow().max()).isEqualTo(LearningHours.of(150));
        assertThat(six.hoursPerCredit().orElseThrow()).isEqualByComparingTo("20.8");
    }

    @Test
    void hoursOutsideTheBandOfTheCreditsBlockSubmission() {
        assertThat(codes(Drafts.review(Drafts.credits("6")).faults()))
                .containsExactly("catalogue.hours-too-few");
        assertThat(codes(Drafts.review(Drafts.credits("4")).faults()))
                .containsExactly("catalogue.hours-too-many");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 6, second, catalogue.level-contradicts",
        "7, 7, first, catalogue.cycle-contradicts",
        "12, 7, second, catalogue.national-level-unknown"
    })
    void levelsThatContradictEachOtherAreRefused(
            String national, String eqf, String cycle, String code) {
        assertThat(codes(Drafts.review(Drafts.levels(national, eqf, cycle)).faults()))
                .contains(code);
    }

    @Test
    void anOutcomeWithoutAVerbIsRefusedUntilTheDesignerConfirmsIt() {
        var noun =
                Drafts.outcomes(
                        all -> {
                            all.set(0, Drafts.outcome("climate models and their limits"));
                            return all;
                        });
        var confirmed =
                Drafts.outcomes(
                        all -> {
                            all.set(0, new CourseDraft.Outcome("kriging a map of rainfall", true));
                            return all;
                        });

        assertThat(Drafts.review(noun).faults())
                .extracting(Refusal::code, Refusal::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "catalogue.outcome-without-verb", "outcomes[1]"));
        assertThat(Drafts.review(confirmed).faults()).isEmpty();
    }

    @Test
    void aVagueVerbIsAHintWithABetterProposal() {
        var review =
                Drafts.review(
                        Drafts.outcomes(
                                all -> {
                                    all.set(0, Drafts.outcome("understand climate models"));
                                    return all;
                                }));

        assertThat(review.faults()).isEmpty();
        assertThat(review.hints())
                .filteredOn(hint -> hint.code().equals("catalogue.outcome-vague"))
                .singleElement()
                .satisfies(hint -> assertThat(hint.parameters().get(1)).contains("explain"));
    }

    @Test
    void datesThatContradictOrDoNotExistAreRefused() {
        assertThat(codes(Drafts.review(Drafts.dates("2026-11-13", "2026-09-28")).faults()))
                .containsExactly("catalogue.dates-contradict");
        assertThat(codes(Drafts.review(Drafts.dates("2026-02-31", "2026-09-28")).faults()))
                .containsExactly("catalogue.date-invalid");
    }

    @Test
    void everythingMissingIsSaidAtOnce() {
        assertThat(codes(Drafts.review(CourseDraft.empty()).faults()))
                .contains(
                        "catalogue.title-missing",
                        "catalogue.outcomes-missing",
                        "catalogue.activities-missing",
                        "catalogue.tasks-missing",
                        "catalogue.choice-missing");
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
