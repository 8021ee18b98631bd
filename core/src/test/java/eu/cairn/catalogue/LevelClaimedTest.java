package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Country;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import eu.cairn.framework.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelClaimedTest {

    private static final Country SPAIN = new Country("ES");
    private static final Country ESTONIA = new Country("EE");

    @ParameterizedTest
    @CsvSource({
        "3, 7, second, MECES (higher education)",
        "MECES (higher education) 3, 7, second, MECES (higher education)",
        "3, 3, '', Marco Espanol de Cualificaciones (MECU)",
        "7, 7, second, Marco Espanol de Cualificaciones (MECU)"
    })
    void aLabelThatTwoFrameworksUseIsReadByTheEuropeanLevelThatIsClaimed(
            String national, String eqf, String cycle, String framework) {
        var review = review(Drafts.levels(national, eqf, cycle), Offerer.in(SPAIN));

        assertThat(review.faults()).isEmpty();
        assertThat(review.design().orElseThrow().level().national().orElseThrow().framework())
                .isEqualTo(framework);
    }

    @Test
    void aLevelThatNeitherOfTheTwoHasIsRefused() {
        assertThat(codes(review(Drafts.levels("3", "6", ""), Offerer.in(SPAIN)).faults()))
                .containsExactly("catalogue.level-contradicts");
    }

    @Test
    void aClaimBeyondTheRightOfWhoAwardsIsAWarningThatTheReviewerSees() {
        var upTo6 = offerer(6, Drafts.DAY);
        var review = review(Drafts.complete(), upTo6);

        assertThat(review.faults()).isEmpty();
        assertThat(codes(review.hints())).contains("catalogue.level-beyond-right");
        assertThat(review.design().orElseThrow().remarks())
                .extracting(remark -> remark.hint().code())
                .contains("catalogue.level-beyond-right");
        assertThat(review.design().orElseThrow().published().remarks()).isEmpty();
        assertThat(codes(review(Drafts.complete(), offerer(7, Drafts.DAY)).hints()))
                .doesNotContain("catalogue.level-beyond-right");
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false", "30, false", "31, true"})
    void aSizeOutsideNationalLimitsIsAWarning(String credits, boolean warned) {
        var hints = codes(review(Drafts.credits(credits), Offerer.in(ESTONIA)).hints());

        assertThat(hints.contains("catalogue.credits-outside-limits")).isEqualTo(warned);
    }

    private static Offerer offerer(int upTo, LocalDate from) {
        return new Offerer(
                Drafts.ITALY,
                Optional.of(
                        new AwardingRight(
                                new EqfLevel(upTo),
                                "a test",
                                new Validity(Optional.of(from), Optional.empty()))),
                List.of(),
                Optional.empty());
    }

    private static DesignReview review(CourseDraft draft, Offerer offerer) {
        return DesignReview.of(
                draft, offerer, NationalFrameworks.published(), Drafts.DAY, Neighbours.none());
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
