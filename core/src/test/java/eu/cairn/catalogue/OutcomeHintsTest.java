package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.SkillLink;
import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeHintsTest {

    @ParameterizedTest
    @CsvSource({
        "list and evaluate the sources of a forecast in a team, catalogue.outcome-several",
        "evaluate a forecast, catalogue.outcome-without-context",
        "understand the forecast of a region in a decision, catalogue.outcome-vague"
    })
    void whatMakesAnOutcomeHardToTestIsAHintAndNeverBlocks(String text, String code) {
        var review = Drafts.review(first(new CourseDraft.Outcome(text, false)));

        assertThat(review.faults()).isEmpty();
        assertThat(at(review, "outcomes[1]")).contains(code);
    }

    @Test
    void aWellWrittenOutcomeHasNoHint() {
        var review =
                Drafts.review(
                        first(
                                Drafts.outcome(
                                        "evaluate the forecast of a region in the light of its"
                                                + " sources")));

        assertThat(at(review, "outcomes[1]"))
                .doesNotContain(
                        "catalogue.outcome-several",
                        "catalogue.outcome-without-context",
                        "catalogue.outcome-vague");
    }

    @Test
    void verbsThatAskLessOrMoreThanTheLevelAreAHint() {
        var low =
                List.of(
                        Drafts.outcome("list the sources of a forecast of a region"),
                        Drafts.outcome("describe the uncertainty of a forecast to a layman"));

        assertThat(codes(Drafts.review(Drafts.outcomes(all -> low)).hints()))
                .contains("catalogue.verbs-below-level");
        assertThat(codes(Drafts.review(Drafts.complete()).hints()))
                .doesNotContain("catalogue.verbs-below-level", "catalogue.verb-above-level");
        var high = Drafts.levels("2", "2", "");
        assertThat(codes(Drafts.review(high).hints())).contains("catalogue.verb-above-level");
    }

    @Test
    void theStatedLevelOfATaxonomyCountsBeforeTheVerb() {
        var stated =
                new CourseDraft.Outcome(
                        "list the sources of a forecast of a region",
                        false,
                        List.of(),
                        List.of(),
                        "extended-abstract",
                        "knowledge");

        var review = Drafts.review(Drafts.outcomes(all -> List.of(stated, stated)));

        assertThat(codes(review.hints())).doesNotContain("catalogue.verbs-below-level");
        var typo = new CourseDraft.Outcome("list it", false, List.of(), List.of(), "blume", "");
        assertThat(Drafts.review(first(typo)).faults())
                .extracting(Refusal::code, Refusal::place)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "catalogue.choice-unknown", "outcomes[1].taxonomy"));
    }

    @Test
    void aHintIsAnsweredWithAReasonThatIsFrozenForTheReviewer() {
        var draft =
                Drafts.answered(
                        first(Drafts.outcome("evaluate a forecast")),
                        new CourseDraft.Answer(
                                "catalogue.outcome-without-context",
                                "outcomes[1]",
                                "The context is the whole course."));

        var remarks = Drafts.review(draft).design().orElseThrow().remarks();

        assertThat(remarks)
                .filteredOn(r -> r.hint().code().equals("catalogue.outcome-without-context"))
                .singleElement()
                .satisfies(
                        r -> assertThat(r.answer()).contains("The context is the whole course."));
    }

    @Test
    void anOutcomeCarriesItsTranslationsAndSkills() {
        var skill =
                new SkillLink(
                        "http://data.europa.eu/esco/skill/5cd1930c-278d-4929-b413-27352f5b3687",
                        "deal with uncertainty");
        var outcome =
                new CourseDraft.Outcome(
                        "evaluate the uncertainty of a forecast in a decision",
                        false,
                        List.of(new CourseDraft.Words("fi", "arvioida ennusteen epävarmuutta")),
                        List.of(skill),
                        "",
                        "skills");

        var design = Drafts.review(first(outcome)).design().orElseThrow();

        assertThat(design.outcomes().getFirst().skills()).containsExactly(skill);
        assertThat(design.outcomes().getFirst().text().in(new Language("fi")))
                .contains("arvioida ennusteen epävarmuutta");
        assertThat(design.aims().getFirst().kind()).contains(OutcomeKind.SKILLS);
    }

    @Test
    void aTitleInTheSameLanguageTwiceOrInNoneIsRefusedAtItsField() {
        var twice =
                Drafts.titled(
                        new CourseDraft.Words("fi", "Ilmasto"),
                        new CourseDraft.Words("fi", "Ilmasto"),
                        new CourseDraft.Words("", "Clima"),
                        new CourseDraft.Words("xx!", "Klima"),
                        new CourseDraft.Words("de", "K".repeat(201)));

        assertThat(Drafts.review(twice).faults())
                .extracting(Refusal::place)
                .containsExactly(
                        "titles[2].language",
                        "titles[3].language",
                        "titles[4].language",
                        "titles[5].text");
        assertThat(
                        Drafts.review(Drafts.titled(new CourseDraft.Words("fi", "Ilmasto")))
                                .design()
                                .orElseThrow()
                                .title()
                                .in(new Language("fi")))
                .contains("Ilmasto");
    }

    @Test
    void aSkillWithoutIdentifierOrNameIsRefused() {
        for (var bad :
                List.of(
                        new SkillLink("javascript:alert(1)", "deal with uncertainty"),
                        new SkillLink("http://data.europa.eu/esco/skill/1", " "),
                        new SkillLink("http://data.europa.eu/esco/skill/1", "x".repeat(301)))) {
            var outcome =
                    new CourseDraft.Outcome("evaluate it", false, List.of(), List.of(bad), "", "");
            assertThat(codes(Drafts.review(first(outcome)).faults()))
                    .containsExactly("catalogue.skill-invalid");
        }
    }

    @Test
    void aHundredThousandCharactersAreRefusedAtTheFieldWithoutBeingRepeated() {
        var long100k = "x".repeat(100_000);
        var review = Drafts.review(first(new CourseDraft.Outcome(long100k, false)));
        var language = Drafts.review(Drafts.typed("nationalLevel", long100k));

        assertThat(codes(review.faults())).contains("catalogue.text-too-long");
        assertThat(language.faults())
                .allSatisfy(f -> assertThat(String.join("", f.parameters())).hasSizeLessThan(500));
    }

    private static CourseDraft first(CourseDraft.Outcome outcome) {
        return Drafts.outcomes(
                all -> {
                    all.set(0, outcome);
                    return all;
                });
    }

    private static List<String> at(DesignReview review, String place) {
        return review.hints().stream()
                .filter(hint -> hint.place().equals(place))
                .map(Refusal::code)
                .toList();
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
