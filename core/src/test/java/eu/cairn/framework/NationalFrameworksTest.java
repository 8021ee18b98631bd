package eu.cairn.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NationalFrameworksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void aFrameworkThatSystemsShareHoldsInEachOfThem() {
        var frameworks = NationalFrameworks.published();

        for (var system : new String[] {"GB-ENG", "GB-NIR"}) {
            assertThat(frameworks.level(new Country(system), "7", DAY))
                    .flatMap(NationalLevel::eqf)
                    .contains(new EqfLevel(7));
        }
    }
}
