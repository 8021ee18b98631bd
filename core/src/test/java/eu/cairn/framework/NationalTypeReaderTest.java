package eu.cairn.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalTypeReaderTest {

    private static final Country SPAIN = new Country("ES");
    private static final String MECES = "MECES (higher education) 2";

    private final Typed typed = new Typed();

    @Test
    void aTypeHasItsLimitsItsLawAndItsDays() {
        var type = accepted(typed);

        assertThat(type.country()).isEqualTo(SPAIN);
        assertThat(type.name().in(new Language("es"))).contains("Microcredencial universitaria");
        assertThat(type.authority()).isEqualTo("Ministerio");
        assertThat(type.creditsLeast()).isEmpty();
        assertThat(type.creditsMost()).contains(Ects.of(15));
        assertThat(type.levels()).containsExactly(new EqfLevel(6), new EqfLevel(7));
        assertThat(type.nationalLevels()).containsExactly(MECES);
        assertThat(type.law().address()).isEqualTo("https://law.example/2021/822");
        assertThat(type.validity())
                .isEqualTo(new Validity(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "code, '', framework.code-invalid",
        "code, two words, framework.code-invalid",
        "name, '  ', framework.text-missing",
        "language, Spanish, framework.language-unknown",
        "country, '', framework.country-unknown",
        "country, ZZ, framework.country-unknown",
        "country, es, framework.country-unknown",
        "country, IT, framework.country-of-others",
        "creditsLeast, -1, framework.credits-invalid",
        "creditsLeast, 0, framework.credits-invalid",
        "creditsLeast, many, framework.credits-invalid",
        "creditsLeast, 15.5, framework.credits-contradict",
        "creditsMost, 61, framework.credits-invalid",
        "levels, '', framework.level-missing",
        "levels, 9, framework.level-unknown",
        "levels, -6, framework.level-unknown",
        "nationalLevels, 99, framework.national-level-unknown",
        "nationalLevels, 3, framework.national-level-ambiguous",
        "nationalLevels, MECES (higher education) 4, framework.national-level-outside",
        "law, '', framework.text-missing",
        "lawAddress, '', framework.address-invalid",
        "lawAddress, http://law.example/1, framework.address-invalid",
        "lawAddress, javascript:alert(1), framework.address-invalid",
        "from, '', framework.day-missing",
        "from, 1 January 2026, framework.day-invalid",
        "from, +999999999-01-01, framework.day-invalid",
        "until, 2026-02-30, framework.day-invalid",
        "until, 2025-12-31, framework.days-contradict"
    })
    void whatIsWrongIsRefusedAtItsField(String field, String text, String code) {
        assertThat(read(typed.with(field, text)).reasons())
                .extracting(Refusal::code, Refusal::place)
                .containsExactly(tuple(code, place(field, code)));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWithoutRepeatingAHugeText() {
        var huge = "x".repeat(100_000);
        var refusals =
                read(typed.with("name", huge)
                                .with("code", huge)
                                .with("country", huge)
                                .with("creditsMost", huge)
                                .with("lawAddress", huge)
                                .with("from", huge))
                        .reasons();

        assertThat(refusals)
                .extracting(Refusal::code)
                .contains("framework.text-too-long", "framework.code-invalid")
                .hasSize(6);
        assertThat(refusals).allMatch(one -> one.toString().length() < 300);
    }

    @Test
    void moreNationalLevelsThanAnyCountryHasAreNotLookedUp() {
        var many = IntStream.range(0, 1000).mapToObj(n -> "L" + n).toList();

        assertThat(read(typed.withNational(many)).reasons())
                .extracting(Refusal::code)
                .containsExactly("framework.national-levels-many");
    }

    @Test
    void anAuthorityRegistersForTheSystemsWithinItsState() {
        assertThat(
                        NationalTypeReader.read(
                                        typed.with("country", "GB-SCT")
                                                .with("nationalLevels", "")
                                                .draft(),
                                        new Country("GB"),
                                        "an authority",
                                        NationalFrameworks.published())
                                .reasons())
                .isEmpty();
    }

    private static String place(String field, String code) {
        return code.equals("framework.credits-contradict") ? "creditsMost" : field;
    }

    private static NationalType accepted(Typed typed) {
        return switch (read(typed)) {
            case Decided.Accepted<NationalType>(var type) -> type;
            case Decided.Refused<NationalType>(var reasons) ->
                    throw new AssertionError(reasons.toString());
        };
    }

    private static Decided<NationalType> read(Typed typed) {
        return NationalTypeReader.read(
                typed.draft(), SPAIN, "Ministerio", NationalFrameworks.published());
    }

    /** What an authority types, one field of which can be spoilt. */
    private record Typed(Map<String, String> fields, List<String> national) {

        Typed() {
            this(
                    Map.ofEntries(
                            Map.entry("code", "MC-15"),
                            Map.entry("name", " Microcredencial universitaria "),
                            Map.entry("language", "es"),
                            Map.entry("country", "ES"),
                            Map.entry("creditsLeast", ""),
                            Map.entry("creditsMost", "15"),
                            Map.entry("levels", "7 6 7"),
                            Map.entry("nationalLevels", MECES),
                            Map.entry("law", "Real Decreto 822/2021"),
                            Map.entry("lawAddress", "https://law.example/2021/822"),
                            Map.entry("from", "2026-01-01"),
                            Map.entry("until", "")),
                    List.of());
        }

        Typed with(String field, String text) {
            var all = new HashMap<>(fields);
            all.put(field, text);
            return new Typed(all, national);
        }

        Typed withNational(List<String> labels) {
            return new Typed(fields, labels);
        }

        NationalTypeDraft draft() {
            return new NationalTypeDraft(
                    text("code"),
                    text("name"),
                    text("language"),
                    text("country"),
                    text("creditsLeast"),
                    text("creditsMost"),
                    text("levels").isEmpty() ? List.of() : List.of(text("levels").split(" ")),
                    national.isEmpty() ? List.of(text("nationalLevels")) : national,
                    text("law"),
                    text("lawAddress"),
                    text("from"),
                    text("until"));
        }

        private String text(String field) {
            return Objects.requireNonNull(fields.get(field));
        }
    }
}
