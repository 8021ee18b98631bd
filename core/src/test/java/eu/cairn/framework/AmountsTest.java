package eu.cairn.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll @IntRange(max = 99_999) int hundredths) {
        var credits = new Ects(hundredths);

        assertThat(Ects.parse(credits.toString())).contains(credits);
        assertThat(Ects.of(credits.toDecimal())).isEqualTo(credits);
    }

    @Test
    void halfCreditsAreExact() {
        assertThat(Ects.parse("7,5").orElseThrow().plus(Ects.parse("2.5").orElseThrow()))
                .isEqualTo(Ects.of(10));
        assertThat(Ects.of(new BigDecimal("7.25"))).hasToString("7.25");
    }

    @Test
    void anAmountIsNeverNegative() {
        assertThatThrownBy(() -> new Ects(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LearningHours(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hoursPerCreditDifferByCountryAndTheBandIsTheEuropeanOne() {
        var italy = HoursPerCredit.of(new Country("IT"));
        var england = HoursPerCredit.of(new Country("GB-ENG"));

        assertThat(italy.nationalBand(Ects.of(5)).max()).isEqualTo(LearningHours.of(125));
        assertThat(italy.band(Ects.of(5)).max()).isEqualTo(LearningHours.of(150));
        assertThat(england.band(Ects.of(5)).min()).isEqualTo(LearningHours.of(100));
    }
}
