package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalFitTest {

    private static final CourseVersion COURSE = Drafts.version(Drafts.complete(), new UUID(1, 1));

    private final NationalType type = NationalTypes.italian();

    @Test
    void aCourseWithinTheLimitsIsOfTheType() {
        var fit = fit(type);

        assertThat(fit.types()).containsExactly(type);
        assertThat(fit.unmet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 7, true, ''",
        "6, 10, 7, false, framework.type-credits-below",
        "1, 4.5, 7, false, framework.type-credits-above",
        "1, 10, 6, false, framework.type-level-not-among",
        "6, 10, 6, false, framework.type-credits-below framework.type-level-not-among"
    })
    void everyLimitThatIsNotMetIsNamed(
            String least, String most, int level, boolean of, String codes) {
        var fit = fit(NationalTypes.within(type, least, most, level));

        assertThat(fit.types()).hasSize(of ? 1 : 0);
        assertThat(fit.unmet().stream().map(Refusal::code))
                .containsExactly(codes.isEmpty() ? new String[0] : codes.split(" "));
    }

    @Test
    void aLimitIsNamedWithWhatIsStatedTheTypeAndItsLaw() {
        assertThat(fit(NationalTypes.within(type, "6", "10", 7)).unmet())
                .containsExactly(
                        Refusal.of(
                                "framework.type-credits-below",
                                "credits",
                                "5.0",
                                "6.0",
                                "Microcredenziale",
                                "MC-1",
                                "Decreto 1/2026"));
    }

    @Test
    void anAmountThatTheLawLeavesOpenIsNoLimit() {
        assertThat(fit(NationalTypes.within(type, "", "", 7)).types()).hasSize(1);
    }

    @Test
    void aNationalLevelIsAmongThoseOfTheTypeWhereItNamesAny() {
        var other = NationalTypes.atNational(type, List.of("a framework 9"));
        var own = COURSE.design().level().national().orElseThrow();
        var same = NationalTypes.atNational(type, List.of(own.framework() + " " + own.level()));

        assertThat(fit(other).unmet())
                .extracting(Refusal::code)
                .containsExactly("framework.type-national-level-not-among");
        assertThat(fit(same).types()).hasSize(1);
    }

    @Test
    void oneOfSeveralTypesIsEnough() {
        var large = NationalTypes.within(type, "10", "30", 7);

        assertThat(fit(large, type).types()).containsExactly(type);
        assertThat(fit(large, type).unmet()).isEmpty();
        assertThat(fit(large, NationalTypes.within(type, "", "", 5)).unmet())
                .extracting(Refusal::code)
                .containsExactly("framework.type-credits-below", "framework.type-level-not-among");
    }

    @Test
    void aTypeBindsFromItsFirstDayToItsLast() {
        var strict = NationalTypes.within(type, "10", "30", 7);
        var first = Drafts.DAY.minusDays(10);
        var last = Drafts.DAY.plusDays(10);
        var bounded = NationalTypes.on(strict, Optional.of(first), Optional.of(last));

        for (var day : List.of(first, Drafts.DAY, last)) {
            assertThat(NationalFit.of(List.of(bounded), COURSE, day).unmet()).hasSize(1);
        }
        for (var day : List.of(first.minusDays(1), last.plusDays(1))) {
            assertThat(NationalFit.of(List.of(bounded), COURSE, day).unmet()).isEmpty();
        }
        assertThat(fit(bounded.endedFrom(Drafts.DAY)).unmet()).isEmpty();
        assertThat(fit(bounded.endedFrom(Drafts.DAY.plusDays(1))).unmet()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "IT, IT, true",
        "IT, ES, false",
        "GB, GB-SCT, true",
        "GB-SCT, GB, false",
        "GB-SCT, GB-WLS, false",
        "GB-SCT, GB-SCT, true"
    })
    void theLawOfAStateBindsItsSystemsAndNobodyElse(String law, String body, boolean bound) {
        var strict = NationalTypes.of(new Country(law), NationalTypes.within(type, "10", "30", 7));

        assertThat(
                        NationalFit.of(
                                        List.of(strict),
                                        new Country(body),
                                        Drafts.DAY,
                                        Ects.of(5),
                                        COURSE.design().level())
                                .unmet())
                .hasSize(bound ? 1 : 0);
    }

    @Test
    void theDesignerSeesBeforeSubmissionWhatADecisionWouldSay() {
        var strict = NationalTypes.within(type, "10", "30", 6);
        var offerer =
                new Offerer(Drafts.ITALY, Optional.empty(), List.of(strict), Optional.empty());
        var review =
                DesignReview.of(
                        Drafts.complete(),
                        offerer,
                        NationalFrameworks.published(),
                        Drafts.DAY,
                        Neighbours.none());

        assertThat(fit(strict).unmet()).hasSize(2);
        assertThat(review.faults()).containsExactlyElementsOf(fit(strict).unmet());
        assertThat(review.at("credits")).hasSize(1);
        assertThat(review.design()).isEmpty();
    }

    private static NationalFit fit(NationalType... types) {
        return NationalFit.of(List.of(types), COURSE, Drafts.DAY);
    }
}
