package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Country;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourseCopyTest {

    private final CourseVersion version =
            new CourseVersion(
                    new UUID(7, 1),
                    1,
                    new UUID(7, 2),
                    Drafts.ITALY,
                    new UUID(1, 1),
                    Drafts.DAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    Changed.complete());

    @Test
    void atLeastHalfOfTheFieldsAreFilled() {
        var own = CourseCopy.filled(CourseCopy.of(DesignAsTyped.of(version.design())));
        var other = CourseCopy.filled(CourseCopy.of(version, new Country("FI")));

        assertThat(own.filled() * 2).isGreaterThanOrEqualTo(own.all());
        assertThat(other.filled() * 2).isGreaterThanOrEqualTo(other.all());
    }

    @Test
    void whatBelongsToTheOtherCourseAloneIsNotCopied() {
        var copy = CourseCopy.of(version, new Country("FI"));

        assertThat(copy.code()).isEmpty();
        assertThat(copy.startsOn()).isEmpty();
        assertThat(copy.publishedSource()).isEmpty();
        assertThat(copy.terms().partners()).isEmpty();
        assertThat(copy.answers()).isEmpty();
        assertThat(copy.nationalLevel()).as("that of another country").isEmpty();
        assertThat(CourseCopy.of(version, Drafts.ITALY).nationalLevel()).isEqualTo("7");
        assertThat(CourseCopy.of(Drafts.complete()).code()).isEmpty();
    }

    @Test
    void whatIsLearntTaughtAndAssessedIsCopiedWithItsAlignment() {
        var copy = CourseCopy.of(version, Drafts.ITALY);

        assertThat(copy.outcomes()).hasSize(2);
        assertThat(copy.outcomes().getFirst().translations()).hasSize(1);
        assertThat(copy.activities().get(1).outcomes()).containsExactly(2);
        assertThat(copy.tasks().getFirst().weight()).isEqualTo("70");
        assertThat(copy.titles()).hasSize(1);
    }
}
