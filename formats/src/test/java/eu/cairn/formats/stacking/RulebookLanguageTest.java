package eu.cairn.formats.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Bundle;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Condition.GradeOnScale;
import eu.cairn.stacking.Condition.Hours;
import eu.cairn.stacking.Condition.NoneOf;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Condition.Size;
import eu.cairn.stacking.Condition.Version;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Preference;
import eu.cairn.stacking.Prerequisite;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Rulebook;
import eu.cairn.stacking.Spending.Rule;
import eu.cairn.stacking.Terms;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of the language means what its description says. */
class RulebookLanguageTest {

    private static final String HEAD =
            """
            qualification: {id: q, version: 1}
            awardedBy: hei:north
            scales: {letters: [A, B, C], points: ["12", "7", "02"]}
            """;

    private static Rulebook accepted(String text) {
        return switch (RulebookReader.read(text)) {
            case Decided.Accepted<Rulebook>(var rulebook) -> rulebook;
            case Decided.Refused<Rulebook>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private static Terms terms(String lines) {
        return accepted(HEAD + "requirements: [{id: a, credits: 5}, {id: b, credits: 5}]\n" + lines)
                .terms();
    }

    private static List<Condition> conditions(String filter) {
        var rulebook = accepted(HEAD + "requirements: [{id: a, credits: 5, from: " + filter + "}]");
        return ((Take) rulebook.requirements().getFirst()).from().conditions();
    }

    @Test
    void sharesStateRequirementsAndCaps() {
        var shares =
                terms(
                                "share: [{id: s, between: [a, b], atMost: {credits: 4.5, courses: 1}, because: x}]")
                        .shares();

        assertThat(shares.getFirst().between()).containsExactly("a", "b");
        assertThat(shares.getFirst().atMost()).contains(new Ects(450));
        assertThat(shares.getFirst().coursesAtMost()).contains(1);
        assertThat(shares.getFirst().note().because()).contains("x");
        assertThat(terms("share: [{between: [a, b]}]").shares().getFirst().atMost()).isEmpty();
    }

    @Test
    void aBlockHasWhatEveryPartOfItHas() {
        Bundle bundle =
                terms(
                                "bundles: [{id: five, of: 5, each: {credits: 1, theme: law, level: 7,"
                                        + " kind: [hei, private], maxAge: 5y}, countsAs: {credits: 5, mode: online}}]")
                        .bundles()
                        .getFirst();

        assertThat(bundle.of()).isEqualTo(5);
        assertThat(bundle.countsAs().credits()).isEqualTo(Ects.of(5));
        assertThat(bundle.countsAs().facts())
                .isEqualTo(
                        Map.of(
                                Fact.THEME, List.of("law"),
                                Fact.LEVEL, List.of("7"),
                                Fact.MODE, List.of("online")));
    }

    @Test
    void spendingIsSaidByAward() {
        var spending =
                terms(
                                "spent: {x: allowed, y: forbidden, otherAwards: {atMost: {credits: 4, courses: 1}}}")
                        .spending();

        assertThat(spending.byAward())
                .isEqualTo(Map.of("x", new Rule.Allowed(), "y", new Rule.Forbidden()));
        assertThat(spending.others())
                .isEqualTo(new Rule.AtMost(Optional.of(Ects.of(4)), Optional.of(1)));
    }

    @Test
    void otherTermsAreRead() {
        var terms =
                terms(
                        """
                        prerequisites: [{course: C, needs: [A, [B, D]]}, {course: D, needs: A}]
                        substitutes: {X: Y, Y: Z}
                        within: {months: 18}
                        prefer: [newest, highestGrade, home, fewestCredits, protect]
                        notBoth: [[A, B]]
                        """);

        assertThat(terms.prerequisites())
                .containsExactly(
                        new Prerequisite("C", List.of(Set.of("A"), Set.of("B", "D"))),
                        new Prerequisite("D", List.of(Set.of("A"))));
        assertThat(terms.substitutes()).isEqualTo(Map.of("X", "Z", "Y", "Z"));
        assertThat(terms.within()).contains(Period.ofMonths(18));
        assertThat(terms.prefer()).containsExactly(Preference.values());
        assertThat(terms("within: {years: 6}").within()).contains(Period.ofYears(6));
        assertThat(terms("prefer: home").prefer()).containsExactly(Preference.HOME);
    }

    /** What was readable before these keys were known stays so. */
    @Test
    void anEmptyTermSaysNothing() {
        assertThat(
                        terms(
                                "share: []\nbundles:\nspent: {}\nprefer: []\nwithin: {}\nprerequisites: []\nsubstitutes:\n"))
                .isEqualTo(Terms.NONE);
    }

    private static Stream<Fact> listed() {
        return FilterReader.KNOWN.stream()
                .filter(key -> FilterReader.KNOWN.contains(not(key)))
                .flatMap(key -> Stream.of(Fact.values()).filter(fact -> fact.key().equals(key)));
    }

    private static String not(String key) {
        return "not" + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    @ParameterizedTest
    @MethodSource("listed")
    void everyFactWithValuesIsAFilterAndCanBeExcluded(Fact fact) {
        var value =
                switch (fact) {
                    case COUNTRY -> "IE";
                    case RECOGNITION -> "none";
                    case CYCLE -> "2";
                    default -> "x";
                };

        assertThat(conditions("{" + fact.key() + ": " + value + "}"))
                .containsExactly(new OneOf(fact, List.of(value)));
        assertThat(conditions("{" + not(fact.key()) + ": [" + value + "]}"))
                .containsExactly(new NoneOf(fact, List.of(value)));
    }

    @Test
    void noFactIsForgotten() {
        var own =
                List.of(
                        "isced", "level", "credits", "version", "hours", "grade", "awarded",
                        "spent");

        assertThat(listed().map(Fact::key)).hasSize(Fact.values().length - own.size());
        assertThat(Stream.of(Fact.values()).map(Fact::key))
                .containsAll(own)
                .allMatch(key -> own.contains(key) || FilterReader.KNOWN.contains(key));
    }

    @Test
    void otherFiltersHaveAFormOfTheirOwn() {
        assertThat(conditions("{credits: 5}"))
                .containsExactly(new Size(Optional.of(Ects.of(5)), Optional.of(Ects.of(5))));
        assertThat(conditions("{credits: {atLeast: 2.5}}"))
                .containsExactly(new Size(Optional.of(new Ects(250)), Optional.empty()));
        assertThat(conditions("{version: 2}")).containsExactly(Version.exactly(2));
        assertThat(conditions("{version: {atLeast: 2}}"))
                .containsExactly(new Version(Optional.of(2), Optional.empty()));
        assertThat(conditions("{hours: {atLeast: 125}}")).containsExactly(new Hours(125));
        assertThat(conditions("{cycle: second}"))
                .containsExactly(new OneOf(Fact.CYCLE, List.of("2")));
        assertThat(conditions("{grade: {atLeast: B}}"))
                .containsExactly(new GradeOnScale(List.of("A", "B", "C"), "B"));
        assertThat(conditions("{grade: {atLeast: 7, scale: points}}"))
                .containsExactly(new GradeOnScale(List.of("12", "7", "02"), "7"));
        assertThat(conditions("{recognition: any}"))
                .containsExactly(
                        new OneOf(Fact.RECOGNITION, List.of("prior-learning", "recognised")));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rulebook.unknown-key | {themes: law}",
                "rulebook.unknown-key | {spent: x}",
                "rulebook.unknown-value | {grade: {atLeast: C, scale: points}}",
                "rulebook.unknown-value | {grade: {atLeast: C, scale: none}}",
                "rulebook.grade-on-no-scale | {grade: {atLeast: D}}",
                "rulebook.missing-key | {grade: {scale: letters}}",
                "rulebook.unknown-value | {cycle: 4}",
                "rulebook.unknown-value | {notCountry: Ireland}",
                "rulebook.not-supported | {hours: {atMost: 5}}",
                "rulebook.missing-key | {credits: {}}",
                "rulebook.percentage | {credits: {atLeast: 10%}}",
                "rulebook.not-an-age | {maxAgeMonths: 5y}",
            })
    void aFilterThatCannotBeMeantIsRefused(String code, String filter) {
        var read =
                RulebookReader.read(
                        HEAD + "requirements: [{id: a, credits: 5, from: " + filter + "}]");

        assertThat(read.reasons()).extracting(reason -> reason.code()).contains(code);
    }

    @Test
    void aGradeOnTwoScalesIsUnclear() {
        var read =
                RulebookReader.read(
                        """
                        qualification: {id: q, version: 1}
                        scales: {one: [A, B], two: [A, C]}
                        requirements: [{id: a, credits: 5, from: {grade: {atLeast: A}}}]
                        """);

        assertThat(read.reasons())
                .extracting(reason -> reason.code())
                .containsExactly("rulebook.grade-on-scales");
    }
}
