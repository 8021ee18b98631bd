package eu.cairn.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.QualityAssurance.Kind;
import eu.cairn.credential.QualityRecord.Decision;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LevelStandingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 19);

    @Test
    void aLevelIsSelfAssessedUntilAnAuthorisedBodyConfirmsIt() {
        assertThat(standing(List.of())).isEqualTo("self-assessed");
        assertThat(standing(List.of(course(Set.of(7))))).isEqualTo("confirmed");
        assertThat(standing(List.of(institution(Set.of(7), true)))).isEqualTo("confirmed");
    }

    @Test
    void aDecisionOnAnotherLevelOrOnNoneConfirmsNothing() {
        assertThat(standing(List.of(course(Set.of())))).isEqualTo("self-assessed");
        assertThat(standing(List.of(course(Set.of(6))))).isEqualTo("self-assessed");
        assertThat(standing(List.of(institution(Set.of(6), true)))).isEqualTo("self-assessed");
    }

    @Test
    void aReviewOutsideTheObligatorySystemAuthorisesNobody() {
        assertThat(standing(List.of(institution(Set.of(7), false)))).isEqualTo("self-assessed");
    }

    @Test
    void aReviewOfTheInstitutionConfirmsNothingBeforeTheInstitutionDecides() {
        var standing =
                LevelStanding.of(
                        Optional.of(new EqfLevel(7)),
                        DAY,
                        record -> false,
                        Optional.empty(),
                        List.of(institution(Set.of(7), true)));

        assertThat(standing.code()).isEqualTo("self-assessed");
    }

    @Test
    void anExpiredOrNegativeDecisionConfirmsNothing() {
        assertThat(
                        standing(
                                List.of(
                                        record(
                                                List.of("C"),
                                                Set.of(7),
                                                true,
                                                Decision.NEGATIVE,
                                                "2030-01-01"))))
                .isEqualTo("self-assessed");
        assertThat(
                        standing(
                                List.of(
                                        record(
                                                List.of("C"),
                                                Set.of(7),
                                                true,
                                                Decision.POSITIVE,
                                                "2025-06-18"))))
                .isEqualTo("self-assessed");
    }

    private static String standing(List<QualityRecord> records) {
        return LevelStanding.of(
                        Optional.of(new EqfLevel(7)),
                        DAY,
                        record -> record.programme().contains("C"),
                        Optional.of("Quality office"),
                        records)
                .code();
    }

    private static QualityRecord course(Set<Integer> levels) {
        return record(List.of("C"), levels, false, Decision.CONDITIONAL, "2030-01-01");
    }

    private static QualityRecord institution(Set<Integer> levels, boolean official) {
        return record(List.of(), levels, official, Decision.POSITIVE, "2030-01-01");
    }

    private static QualityRecord record(
            List<String> programme,
            Set<Integer> levels,
            boolean official,
            Decision decision,
            String until) {
        return new QualityRecord(
                Kind.EXTERNAL,
                "Agency",
                Set.of("did:key:z1"),
                "University",
                programme,
                decision,
                official,
                LocalDate.of(2020, 1, 1),
                LocalDate.parse(until),
                Optional.empty(),
                Optional.empty(),
                levels,
                "Register",
                LocalDate.of(2026, 1, 1));
    }
}
