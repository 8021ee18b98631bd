package eu.cairn.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalFrameworksTest {

    private static final Country IRELAND = new Country("IE");

    @Test
    void severalNationalLevelsMayShareAnEqfLevelAndStayApart() {
        var day = LocalDate.of(2026, 11, 23);
        var frameworks = NationalFrameworks.published();

        assertThat(frameworks.level(IRELAND, "7", day).orElseThrow().eqf())
                .isEqualTo(frameworks.level(IRELAND, "8", day).orElseThrow().eqf())
                .contains(new EqfLevel(6));
        assertThat(frameworks.level(IRELAND, "9", day).orElseThrow().cycle())
                .contains(Cycle.SECOND);
    }

    @Test
    void aMappingStaysReadableAsOfTheDayOfTheAwardWhenTheFrameworkChangesLater() {
        var before = level(6, Validity.parse("2010", "2026-06-30"));
        var after = level(7, Validity.parse("2026-07-01", ""));
        var frameworks = new NationalFrameworks(List.of(before, after));

        assertThat(frameworks.level(IRELAND, "9", LocalDate.of(2026, 6, 30))).contains(before);
        assertThat(frameworks.level(IRELAND, "9", LocalDate.of(2026, 7, 1))).contains(after);
        assertThat(frameworks.level(IRELAND, "9", LocalDate.of(2009, 12, 31))).isEmpty();
    }

    @Test
    void frameworksThatUseTheSameLabelsAreToldApart() {
        var day = LocalDate.of(2026, 11, 23);
        var frameworks = NationalFrameworks.published();
        var spain = new Country("ES");

        assertThat(frameworks.levels(spain, "3", day)).hasSize(2);
        assertThat(frameworks.level(spain, "MECES (higher education) 3", day).orElseThrow().eqf())
                .contains(new EqfLevel(7));
    }

    @Test
    void everyLevelHasASourceOrIsSaidToBeUnconfirmed() {
        for (var country : NationalFrameworks.published().countries()) {
            for (var level : NationalFrameworks.published().levels(country)) {
                assertThat(level.source().isBlank()).as(level.name()).isEqualTo(!level.confirmed());
            }
        }
    }

    @Test
    void noLinkIsConfirmedThatWasNotReadInASource() {
        assertThat(Tsv.rows("nqf-levels.tsv"))
                .filteredOn(row -> !row.getOrDefault("source", "").isBlank())
                .hasSize(104)
                .allSatisfy(row -> assertThat(row.get("confidence")).isEqualTo("S"));
        assertThat(Tsv.rows("ects-hours.tsv"))
                .filteredOn(row -> !row.getOrDefault("source", "").isBlank())
                .extracting(row -> row.get("country"))
                .containsExactly("MT", "PL", "EHEA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nqf-levels.tsv",
                "ects-hours.tsv",
                "nqf-microcredentials.tsv",
                "workload-rates.tsv",
                "eqf-descriptors.tsv"
            })
    void aSourceThatReadersSeeIsNoNoteOfWhoeverMadeTheTable(String table) {
        var note =
                Pattern.compile(
                        "recalled|unverified|\\bseen\\b|secondary|wiki|mirror|xsd|[0-9a-f]{8}",
                        Pattern.CASE_INSENSITIVE);

        assertThat(Tsv.rows(table))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("source")).doesNotContainPattern(note));
    }

    private static NationalLevel level(int eqf, Validity validity) {
        return new NationalLevel(
                IRELAND,
                "NFQ",
                "9",
                Optional.of(new EqfLevel(eqf)),
                Optional.empty(),
                validity,
                true,
                "a test");
    }
}
