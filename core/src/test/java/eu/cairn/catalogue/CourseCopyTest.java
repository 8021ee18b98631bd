package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Country;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourseCopyTest {

    private static final UUID OWN = new UUID(7, 2);
    private static final UUID OTHER = new UUID(7, 3);

    private final CourseVersion version =
            new CourseVersion(
                    new UUID(7, 1),
                    1,
                    OWN,
                    Drafts.ITALY,
                    new UUID(1, 1),
                    Drafts.DAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    Changed.complete());

    @Test
    void atLeastHalfOfTheFieldsAreFilled() {
        var own = CourseCopy.filled(CourseCopy.of(DesignAsTyped.of(version.design())));
        var other = CourseCopy.filled(CourseCopy.of(version, OTHER, new Country("FI")));

        assertThat(own.filled() * 2).isGreaterThanOrEqualTo(own.all());
        assertThat(other.filled() * 2).isGreaterThanOrEqualTo(other.all());
    }

    @Test
    void whatBelongsToTheOtherCourseAloneIsNotCopied() {
        var copy = CourseCopy.of(version, OTHER, new Country("FI"));

        assertThat(copy.code()).isEmpty();
        assertThat(copy.startsOn()).isEmpty();
        assertThat(copy.publishedSource()).isEmpty();
        assertThat(copy.terms().partners()).isEmpty();
        assertThat(copy.activities()).extracting(CourseDraft.Activity::teachers).containsOnly("");
        assertThat(copy.answers()).isEmpty();
        assertThat(copy.nationalLevel()).as("that of another country").isEmpty();
        assertThat(CourseCopy.of(version, OWN, Drafts.ITALY).nationalLevel()).isEqualTo("7");
        assertThat(CourseCopy.of(Drafts.complete()).code()).isEmpty();
    }

    @Test
    void whatHoldsInAnotherCountryOrInstitutionAloneIsNotCopied() {
        var stated = version.design().plan();
        var fromAfar = CourseCopy.of(version, OTHER, new Country("FI")).plan();
        var ofNeighbours = CourseCopy.of(version, OTHER, Drafts.ITALY).plan();
        var own = CourseCopy.of(version, OWN, Drafts.ITALY).plan();

        assertThat(stated.choices().before()).isNotEmpty();
        assertThat(own.choices().before()).hasSameSizeAs(stated.choices().before());
        assertThat(own.place().legalStatus()).isNotBlank();
        assertThat(own.time().contactMinimum()).isNotBlank();
        assertThat(ofNeighbours.choices().before()).isEmpty();
        assertThat(ofNeighbours.place()).isEqualTo(own.place());
        assertThat(ofNeighbours.time()).isEqualTo(own.time());
        assertThat(fromAfar.choices().before()).isEmpty();
        assertThat(fromAfar.place().legalStatus()).isEmpty();
        assertThat(fromAfar.time().contactMinimum()).isEmpty();
        assertThat(fromAfar.choices().pace()).isEqualTo(own.choices().pace());
    }

    @Test
    void everyTranslationStandsInTheRowOfItsLanguage() {
        var english = new CourseDraft.Words("en", "interpret projections");
        var german = new CourseDraft.Words("de", "Projektionen deuten");
        var outcome =
                new CourseDraft.Outcome(
                        "interpretare", false, List.of(english, german), List.of(), "", "");

        var rows =
                LanguageRows.of(
                        "Living with a changing climate",
                        List.of(new CourseDraft.Words("de", "Leben im Klimawandel")),
                        List.of(outcome, new CourseDraft.Outcome("spiegare", false)));

        assertThat(rows.english()).isEmpty();
        assertThat(rows.titles())
                .extracting(CourseDraft.Words::language)
                .containsExactly("en", "de");
        assertThat(rows.outcomes().getFirst().translations()).containsExactly(english, german);
        assertThat(rows.outcomes().getLast().translations())
                .extracting(CourseDraft.Words::language)
                .containsExactly("en", "de");
    }

    @Test
    void whatIsLearntTaughtAndAssessedIsCopiedWithItsAlignment() {
        var copy = CourseCopy.of(version, OWN, Drafts.ITALY);

        assertThat(copy.outcomes()).hasSize(2);
        assertThat(copy.outcomes().getFirst().translations()).hasSize(1);
        assertThat(copy.activities().get(1).outcomes()).containsExactly(2);
        assertThat(copy.activities().getFirst().mode()).isEqualTo("onsite");
        assertThat(copy.activities().getFirst().resources()).hasSize(2);
        assertThat(copy.tasks().getFirst().weight()).isEqualTo("70");
        assertThat(copy.titles()).hasSize(1);
    }
}
