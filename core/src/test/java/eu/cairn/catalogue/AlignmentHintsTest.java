package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentHintsTest {

    @Test
    void anOutcomeAssessedOnlyByWhatCannotShowItIsAHint() {
        assertThat(hints("quiz", "evaluate")).contains("catalogue.assessment-cannot-show");
        assertThat(hints("project-work", "evaluate"))
                .doesNotContain("catalogue.assessment-cannot-show");
        assertThat(hints("quiz", "remember")).doesNotContain("catalogue.assessment-cannot-show");
    }

    @Test
    void hoursOutOfProportionToWeightAreAHint() {
        var lopsided =
                Drafts.served(
                        List.of(
                                new CourseDraft.Activity("Lectures", "90", List.of(1)),
                                new CourseDraft.Activity("Group work", "10", List.of(2, 3))),
                        List.of(task("10", "5", List.of(1)), task("90", "20", List.of(2, 3))));

        assertThat(Drafts.review(lopsided).faults()).isEmpty();
        assertThat(Drafts.review(lopsided).hints())
                .filteredOn(hint -> hint.code().equals("catalogue.hours-against-weight"))
                .extracting(Refusal::place)
                .contains("outcomes[1]");
        assertThat(Drafts.review(Drafts.complete()).hints())
                .extracting(Refusal::code)
                .doesNotContain("catalogue.hours-against-weight");
    }

    @ParameterizedTest
    @CsvSource({
        "reading-understand-some-450, 120, 5",
        "reading-survey-none-450, 67, 1",
        "reading-engage-many-750, 10, 2",
        "writing-argument-minimal-250, 1000, 8",
        "writing-research-extensive-500, 500, 10",
        "video, 40, 1",
        "quiz, 40, 1",
        "discussion, 3, 3"
    })
    void hoursAreEstimatedByAStatedMethod(String method, String amount, String hours) {
        var activity = new CourseDraft.Activity("Any", "", List.of(1), "", method, amount);

        assertThat(
                        Estimates.of(CourseDraft.empty())
                                .time(activity)
                                .orElseThrow()
                                .likely()
                                .toString())
                .isEqualTo(hours);
    }

    @Test
    void hoursThatAreNotDeclaredAreThoseOfTheEstimate() {
        var review =
                Drafts.review(
                        activity("Texts", "", "reading", "reading-understand-some-450", "1440"));

        assertThat(review.faults()).isEmpty();
        assertThat(review.workload().activities()).isEqualTo(LearningHours.of(100));
        assertThat(review.workload().byType())
                .extracting(one -> one.type().orElseThrow() + " " + one.hours())
                .containsExactly("READING 60", "PROJECT 40");
    }

    @Test
    void hoursFarFromTheEstimateAreAHint() {
        var review =
                Drafts.review(activity("Texts", "60", "", "reading-understand-some-450", "240"));

        assertThat(review.faults()).isEmpty();
        assertThat(review.hints())
                .filteredOn(hint -> hint.code().equals("catalogue.hours-off-estimate"))
                .singleElement()
                .satisfies(
                        hint -> {
                            assertThat(hint.place()).isEqualTo("activities[1].hours");
                            assertThat(hint.parameters()).containsExactly("60", "10");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "-5, '', '', catalogue.hours-invalid, activities[1].hours",
        "99999, '', '', catalogue.hours-absurd, activities[1].hours",
        "1801, '', '', catalogue.hours-absurd, activities[1].hours",
        "1e9, '', '', catalogue.hours-invalid, activities[1].hours",
        "60, guess, 5, catalogue.choice-unknown, activities[1].method",
        "60, video, many, catalogue.amount-invalid, activities[1].amount",
        "60, video, -5, catalogue.amount-invalid, activities[1].amount",
        "'', video, '', catalogue.hours-invalid, activities[1].hours",
        "'', discussion, 99999, catalogue.amount-invalid, activities[1].amount"
    })
    void absurdHoursAndAmountsAreRefusedAtTheField(
            String hours, String method, String amount, String code, String place) {
        var review = Drafts.review(activity("Texts", hours, "", method, amount));

        assertThat(review.faults())
                .extracting(Refusal::code, Refusal::place)
                .contains(org.assertj.core.groups.Tuple.tuple(code, place));
        assertThat(review.design()).isEmpty();
    }

    private static CourseDraft activity(
            String title, String hours, String type, String method, String amount) {
        return Drafts.served(
                List.of(
                        new CourseDraft.Activity(title, hours, List.of(1, 2), type, method, amount),
                        new CourseDraft.Activity("Group", "40", List.of(3), "project", "", "")),
                Drafts.complete().tasks());
    }

    private static List<String> hints(String type, String taxonomy) {
        var outcome =
                new CourseDraft.Outcome(
                        "evaluate the forecast of a region in a decision",
                        false,
                        List.of(),
                        List.of(),
                        taxonomy,
                        "");
        var draft = Drafts.outcomes(all -> List.of(outcome));
        return Drafts.review(
                        Drafts.parts(
                                draft,
                                List.of(new CourseDraft.Activity("Any", "100", List.of(1))),
                                List.of(
                                        new CourseDraft.Task(
                                                "Only",
                                                type,
                                                "100",
                                                "25",
                                                "unsupervised",
                                                List.of(1)))))
                .hints()
                .stream()
                .map(Refusal::code)
                .toList();
    }

    private static CourseDraft.Task task(String weight, String hours, List<Integer> outcomes) {
        return new CourseDraft.Task(
                "Project", "project-work", weight, hours, "unsupervised-id", outcomes);
    }
}
