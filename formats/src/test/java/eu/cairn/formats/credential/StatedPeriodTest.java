package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StatedPeriodTest {

    private static StatedPeriod of(String members) {
        return new StatedPeriod(Samples.json("{" + members + "}"));
    }

    @Test
    void theTermsOfEitherModelAreRead() {
        var newer =
                of(
                        "\"validFrom\":\"2025-06-20T08:30:00Z\","
                                + "\"validUntil\":\"2030-06-18T00:00:00Z\"");
        var older =
                of(
                        "\"issuanceDate\":\"2025-06-20T08:30:00Z\","
                                + "\"expirationDate\":\"2030-06-18T00:00:00Z\"");

        for (var period : new StatedPeriod[] {newer, older}) {
            assertThat(period.from()).contains(Instant.parse("2025-06-20T08:30:00Z"));
            assertThat(period.until()).contains(Instant.parse("2030-06-18T00:00:00Z"));
            assertThat(period.lastDay()).contains(LocalDate.of(2030, 6, 18));
            assertThat(period.isEndUnreadable()).isFalse();
        }
        assertThat(of("").from()).isEmpty();
        assertThat(of("").until()).isEmpty();
        assertThat(of("").isEndUnreadable()).isFalse();
    }

    @Test
    void whatStatesBothHoldsOnlyWhileBothSaySo() {
        var period =
                of(
                        "\"validFrom\":\"2025-06-20T08:30:00Z\","
                                + "\"issuanceDate\":\"2025-07-01T00:00:00Z\","
                                + "\"validUntil\":\"2030-06-18T00:00:00Z\","
                                + "\"expirationDate\":\"2029-06-18T00:00:00Z\"");

        assertThat(period.from()).contains(Instant.parse("2025-07-01T00:00:00Z"));
        assertThat(period.until()).contains(Instant.parse("2029-06-18T00:00:00Z"));
        assertThat(period.lastDay()).contains(LocalDate.of(2029, 6, 18));
    }

    @Test
    void whatCannotBeReadIsNotPassedOver() {
        var period =
                of(
                        "\"validFrom\":\"soon\",\"issuanceDate\":\"2025-07-01T00:00:00Z\","
                                + "\"validUntil\":null,"
                                + "\"expirationDate\":\"2029-06-18T00:00:00Z\"");

        assertThat(period.from()).isEmpty();
        assertThat(period.until()).contains(Instant.parse("2029-06-18T00:00:00Z"));
        assertThat(period.isEndUnreadable()).isTrue();
    }
}
