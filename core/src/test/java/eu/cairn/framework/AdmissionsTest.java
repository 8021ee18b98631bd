package eu.cairn.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AdmissionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void howALevelMayBeStatedFollowsFromWhetherTheFrameworkAdmitsMicroCredentials() {
        assertThat(claim("IE")).isEqualTo(LevelClaim.INCLUDED);
        assertThat(claim("EE")).isEqualTo(LevelClaim.REFERENCED);
        assertThat(claim("ES")).isEqualTo(LevelClaim.PROVIDERS_OWN);
        assertThat(claim("IT")).isEqualTo(LevelClaim.PROVIDERS_OWN);
    }

    @Test
    void itFollowsFromWhatWasInForceOnTheDay() {
        var before = LocalDate.of(2025, 2, 28);

        assertThat(Admissions.published().claim(new Country("EE"), before))
                .isEqualTo(LevelClaim.PROVIDERS_OWN);
        assertThat(Admissions.published().claim(new Country("EE"), before.plusDays(1)))
                .isEqualTo(LevelClaim.REFERENCED);
    }

    @Test
    void whatWasNotSeenInASourceGivesNoGround() {
        var denmark = Admissions.published().of(new Country("DK"), DAY).orElseThrow();

        assertThat(denmark.claim()).isEqualTo(LevelClaim.INCLUDED);
        assertThat(denmark.confirmed()).isFalse();
        assertThat(claim("DK")).isEqualTo(LevelClaim.PROVIDERS_OWN);
    }

    @Test
    void aMonthBeginsOnItsFirstDay() {
        assertThat(Admissions.published().of(new Country("NL"), LocalDate.of(2021, 9, 30)))
                .isEmpty();
        assertThat(Admissions.published().of(new Country("NL"), LocalDate.of(2021, 10, 1)))
                .isPresent();
    }

    private static LevelClaim claim(String country) {
        return Admissions.published().claim(new Country(country), DAY);
    }
}
