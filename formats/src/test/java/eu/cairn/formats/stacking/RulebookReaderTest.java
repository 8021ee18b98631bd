package eu.cairn.formats.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.NoneOf;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Count;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulebookReaderTest {

    private static final String HEAD = "qualification: {id: q, version: 1}\nawardedBy: hei:north\n";

    private static Rulebook accepted(String text) {
        return switch (RulebookReader.read(text)) {
            case Decided.Accepted<Rulebook>(var rulebook) -> rulebook;
            case Decided.Refused<Rulebook>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private static List<Refusal> refused(String text) {
        var read = RulebookReader.read(text);
        assertThat(read).isInstanceOf(Decided.Refused.class);
        return read.reasons();
    }

    @Test
    void aRulebookSaysWhatItRequires() {
        var rulebook =
                accepted(
                        HEAD
                                + """
                                framework: {eqf: 7, cycle: 2}
                                requirements:
                                  - {id: pool, title: Pool, credits: {atLeast: 7.5}, from: {theme: [law, data], level: {atLeast: 6}, notIssuer: home}}
                                  - {id: two, choose: {atLeast: 2}, of: [{course: A}, {course: B, credits: 5}, {id: open, courses: {exactly: 2}, from: {kind: hei}}]}
                                limits:
                                  - {id: cap, atMost: {credits: 10}, where: {level: {atMost: 6}}, partial: true}
                                notBoth: [[A, C]]
                                """);

        var pool = (Take) rulebook.requirements().getFirst();
        var two = (Choose) rulebook.requirements().getLast();
        assertThat(pool.credits()).contains(new Ects(750));
        assertThat(pool.from().conditions())
                .hasSize(3)
                .contains(new OneOf(Fact.THEME, List.of("data", "law")))
                .contains(new NoneOf(Fact.ISSUER, List.of("hei:north")))
                .anyMatch(Level.class::isInstance);
        assertThat(two.count()).isEqualTo(Count.atLeast(2));
        assertThat(two.of())
                .extracting(each -> each.id())
                .containsExactly("two/A", "two/B", "open");
        assertThat(rulebook.limits().getFirst().partial()).isTrue();
    }

    @Test
    void jsonIsReadAsWell() {
        var rulebook =
                accepted(
                        """
                        {"qualification": {"id": "q", "version": "1"},
                         "requirements": [{"id": "r", "credits": {"atLeast": 5.0}}]}
                        """);

        assertThat(rulebook.everyRequirement()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rulebook.unknown-key | {id: r, credits: {atleast: 5}}",
                "rulebook.unknown-key | {id: r, credit: {atLeast: 5}}",
                "rulebook.not-supported | {id: r, credits: {atLeast: 5, atMost: 6}}",
                "rulebook.not-supported | {id: r, credits: 5, bundle: five}",
                "rulebook.grade-on-no-scale | {id: r, credits: 5, from: {grade: {atLeast: C}}}",
                "rulebook.not-supported | {id: r, credits: 5, within: {years: 6}}",
                "rulebook.no-figure | {id: r, from: {theme: law}}",
                "rulebook.missing-key | {id: r, choose: 2}",
                "rulebook.choose-too-many | {id: r, choose: 3, of: [{course: A}, {course: B}]}",
                "rulebook.not-together | {id: r, all: [{course: A}], credits: 5}",
                "rulebook.not-together | {id: r, courses: {atLeast: 3, exactly: 2}}",
                "rulebook.percentage | {id: r, credits: {atLeast: 75%}}",
                "rulebook.not-a-number | {id: r, credits: {atLeast: five}}",
                "rulebook.not-a-number | {id: r, courses: {atLeast: 0}}",
                "rulebook.out-of-range | {id: r, credits: {atLeast: 5000}}",
                "rulebook.out-of-range | {id: r, credits: 5, from: {level: {atLeast: 9}}}",
                "rulebook.not-an-age | {id: r, credits: 5, from: {maxAge: old}}",
                "rulebook.unknown-value | {id: r, credits: 5, from: {recognition: maybe}}",
                "rulebook.unknown-value | {id: r, credits: 5, from: {country: Ireland}}",
                "rulebook.bad-id | {id: 'r r', credits: 5}",
                "rulebook.wrong-type | {id: r, credits: 5, partial: perhaps}",
                "rulebook.duplicate-key | {id: r, credits: 5, credits: 6}",
            })
    void aRequirementThatCannotBeMeantIsRefused(String code, String requirement) {
        assertThat(refused(HEAD + "requirements:\n  - " + requirement + "\n"))
                .extracting(Refusal::code)
                .contains(code);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rulebook.unknown-requirement | share: [{between: [r, b], atMost: {credits: 5}}]",
                "rulebook.wrong-type | share: [{between: [r], atMost: {credits: 5}}]",
                "rulebook.missing-key | share: [{atMost: {credits: 5}}]",
                "rulebook.unknown-key | share: [{between: [r, r], atMost: {credit: 5}}]",
                "rulebook.missing-key | bundles: [{id: five}]",
                "rulebook.duplicate-id | bundles: [{id: r, of: 5, each: {credits: 1}, countsAs: {credits: 5}}]",
                "rulebook.unknown-key | bundles: [{id: b, of: 5, each: {credits: 1}, countsAs: {credits: 5, grade: 4}}]",
                "rulebook.not-a-number | bundles: [{id: b, of: 0, each: {credits: 1}, countsAs: {credits: 5}}]",
                "rulebook.unknown-value | spent: {otherAwards: never}",
                "rulebook.percentage | spent: {otherAwards: {atMost: {credits: 40%}}}",
                "rulebook.missing-key | spent: {cas: {atMost: {}}}",
                "rulebook.unknown-value | prefer: [oldest]",
                "rulebook.duplicate-key | prefer: [newest, newest]",
                "rulebook.wrong-type | within: {years: 6, months: 2}",
                "rulebook.wrong-type | within: 6",
                "rulebook.not-a-number | within: {years: 0}",
                "rulebook.prerequisite-cycle | prerequisites: [{course: A, needs: [B]}, {course: B, needs: [[A, B]]}]",
                "rulebook.duplicate-id | prerequisites: [{course: A, needs: B}, {course: A, needs: C}]",
                "rulebook.missing-key | prerequisites: [{course: A}]",
                "rulebook.substitute-cycle | substitutes: {A: B, B: C, C: A}",
                "rulebook.substitute-cycle | substitutes: {A: A}",
                "rulebook.wrong-type | scales: {letters: [A]}",
                "rulebook.duplicate-key | scales: {letters: [A, B, A]}",
                "rulebook.unknown-key | limit: [{id: cap}]",
                "rulebook.no-figure | limits: [{id: cap, where: {level: 6}}]",
                "rulebook.duplicate-id | limits: [{id: r, atMost: {credits: 5}}]",
                "rulebook.not-a-date | validFrom: tomorrow",
                "rulebook.unknown-value | framework: {cycle: 9}",
                "rulebook.not-supported | total: {credits: {atLeast: 5}, whole: false}",
                "rulebook.wrong-type | notBoth: [[A]]",
            })
    void aRulebookThatCannotBeMeantIsRefused(String code, String line) {
        var text = HEAD + "requirements: [{id: r, credits: 5}]\n" + line + "\n";

        assertThat(refused(text)).extracting(Refusal::code).contains(code);
    }

    @Test
    void aLimitIsNotCalledLikeOneOnSpending() {
        assertThat(
                        refused(
                                HEAD
                                        + "requirements: [{id: r, credits: 5}]\n"
                                        + "limits: [{id: spent/x, atMost: {credits: 5}}]\n"
                                        + "spent: {x: {atMost: {credits: 5}}}\n"))
                .extracting(Refusal::code)
                .containsExactly("rulebook.duplicate-id");
    }

    @Test
    void aRefusalSaysWhereAndWhatWasPerhapsMeant() {
        var refusal =
                refused(HEAD + "requirements:\n  - id: r\n    credits: {atleast: 5}\n").stream()
                        .filter(each -> each.code().equals("rulebook.unknown-key"))
                        .findFirst()
                        .orElseThrow();

        assertThat(refusal.place()).isEqualTo("requirements[0].credits.atleast, line 5, column 24");
        assertThat(refusal.parameters()).containsExactly("atleast", "atLeast");
    }

    @Test
    void whatIsNoRulebookIsRefused() {
        assertThat(refused("")).extracting(Refusal::code).containsExactly("rulebook.empty");
        assertThat(refused("a: [b")).extracting(Refusal::code).contains("rulebook.unreadable");
        assertThat(refused("[]")).extracting(Refusal::code).contains("rulebook.wrong-type");
        assertThat(refused("requirements: [{id: r, credits: 5}]"))
                .extracting(Refusal::code)
                .contains("rulebook.missing-key");
        assertThat(refused("qualification: {id: q, version: 1}\nrequirements: []"))
                .extracting(Refusal::code)
                .contains("rulebook.missing-key");
    }

    @Test
    void homeNeedsAnAwardingBody() {
        assertThat(
                        refused(
                                "qualification: {id: q, version: 1}\n"
                                        + "requirements: [{id: r, credits: 5, from: {issuer: home}}]"))
                .extracting(Refusal::code)
                .contains("rulebook.home-without-awarding-body");
    }

    @Test
    void wholeAndPartialContradictEachOther() {
        assertThat(
                        refused(
                                HEAD
                                        + "requirements: [{id: r, credits: 5, partial: true}]\n"
                                        + "total: {credits: {atLeast: 5}, whole: true}\n"))
                .extracting(Refusal::code)
                .containsExactly("rulebook.whole-and-partial");
    }

    @Test
    void sizeDepthAndAliasesAreBounded() {
        var many = "{id: r, credits: 5}, ".repeat(70).replaceAll("id: r, ", "");
        var deep = HEAD + "requirements: " + "[".repeat(60) + "]".repeat(60);
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 9; level++) {
            var alias = "*a" + (level - 1);
            bomb.append("a" + level + ": &a" + level + " [")
                    .append(String.join(", ", java.util.Collections.nCopies(10, alias)))
                    .append("]\n");
        }
        bomb.append(HEAD).append("requirements: *a8\n");

        assertThat(refused(HEAD + "requirements: [" + many + "]"))
                .extracting(Refusal::code)
                .containsExactly("rulebook.too-many-rules");
        assertThat(refused(deep)).extracting(Refusal::code).isNotEmpty();
        assertThat(refused("[".repeat(100_000) + "]".repeat(100_000)))
                .extracting(Refusal::code)
                .containsExactly("rulebook.too-large");
        assertThat(refused(bomb.toString())).extracting(Refusal::code).isNotEmpty();
        assertThat(refused("#" + "x".repeat(300_000)))
                .extracting(Refusal::code)
                .containsExactly("rulebook.too-large");
    }
}
