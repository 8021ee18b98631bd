package eu.cairn.formats.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audits;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What contradicts itself is refused before it is published; what is suspicious is said. */
class RulebookReviewTest {

    private static final String HEAD =
            "qualification: {id: q, version: 1}\nawardedBy: hei:north\nframework: {eqf: 7}\n";

    private static RulebookReview review(String lines) {
        return RulebookReader.review(HEAD + lines.replace("; ", "\n") + "\n");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rulebook.matches-nothing | requirements: [{id: r, credits: 5, from: {level: {atLeast: 7, atMost: 6}}}]",
                "rulebook.matches-nothing | requirements: [{id: r, credits: 5, from: {credits: {atLeast: 7, atMost: 6}}}]",
                "rulebook.matches-nothing | requirements: [{id: r, credits: 5, from: {issuer: home, notIssuer: home}}]",
                "rulebook.matches-nothing | requirements: [{id: r, credits: 5, from: {theme: law, notTheme: [law, data]}}]",
                "rulebook.matches-nothing | requirements: [{id: r, course: A, from: {course: B}}]",
                "rulebook.matches-nothing | requirements: [{id: r, credits: 5, from: {theme: []}}]",
                "rulebook.matches-nothing | requirements: [{id: r, credits: 5, from: {isced: law}}]",
                "rulebook.matches-nothing | requirements: [{id: r, credits: 5}]; limits: [{id: l, atMost: {credits: 2}, where: {mode: x, notMode: x}}]",
                "rulebook.floor-above-limit | requirements: [{id: r, credits: 5}]; limits: [{id: l, atLeast: {credits: 40}, where: {level: 7}}]; total: {credits: {atMost: 30}}",
                "rulebook.floor-above-limit | requirements: [{id: r, credits: 5}]; limits: [{id: l, atLeast: {credits: 40}, atMost: {credits: 30}}]",
                "rulebook.floor-above-limit | requirements: [{id: r, credits: 5}]; limits: [{id: l, atLeast: {courses: 4}, atMost: {courses: 3}}]",
                "rulebook.floor-above-limit | requirements: [{id: r, credits: 5}]; total: {credits: {atLeast: 40, atMost: 30}}",
                "rulebook.limit-below-needs | requirements: [{id: a, credits: 20}, {id: b, credits: 15}]; total: {credits: {atMost: 30}}",
                "rulebook.limit-below-needs | requirements: [{id: a, credits: 20, from: {level: 6}}]; limits: [{id: l, atMost: {credits: 10}, where: {level: {atMost: 6}}}]",
                "rulebook.limit-below-needs | requirements: [{id: c, choose: 2, of: [{course: A, credits: 9}, {course: B, credits: 5}, {course: C, credits: 6}]}]; total: {credits: {atMost: 10}}",
                "rulebook.substituted-but-named | requirements: [{id: r, course: A}]; substitutes: {A: B}",
                "rulebook.excluded-but-required | requirements: [{id: r, all: [{course: A}, {course: B}]}]; notBoth: [[A, B]]",
                "rulebook.excluded-but-required | requirements: [{id: r, choose: 2, of: [{course: A}, {course: B}]}]; notBoth: [[A, B, C]]",
                "rulebook.unsatisfiable | requirements: [{id: r, course: A}, {id: s, course: A}]",
                "rulebook.unsatisfiable | requirements: [{id: r, course: A, version: 2}, {id: s, course: A, version: 3}]",
                "rulebook.matches-nothing | requirements: [{id: r, course: A, version: {atLeast: 3, atMost: 2}}]",
                "rulebook.unsatisfiable | requirements: [{id: r, courses: 3}]; total: {courses: {atMost: 2}}",
                "rulebook.unsatisfiable | requirements: [{id: a, credits: 20, from: {theme: x}}, {id: b, credits: 20, from: {theme: y}}]; share: [{between: [a, b], atMost: {credits: 5}}]; total: {credits: {atMost: 34}}",
                "rulebook.unsatisfiable | requirements: [{id: r, choose: 2, of: [{course: A}, {course: B}]}]; notBoth: [[A, C], [B, C]]; limits: [{id: l, atLeast: {courses: 1}, where: {course: C}}]",
                "rulebook.dates-reversed | requirements: [{id: r, credits: 5}]; validFrom: 2026-09-01; validTo: 2026-08-31",
                "rulebook.choose-too-many | requirements: [{id: r, choose: 3, of: [{course: A}]}]",
            })
    void whatNobodyCouldSatisfyIsRefused(String code, String lines) {
        var review = review(lines);

        assertThat(review.refusals()).extracting(Refusal::code).contains(code);
        assertThat(review.decided()).isInstanceOf(Decided.Refused.class);
        assertThat(review.warnings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rulebook.limit-never-binds | requirements: [{id: r, credits: 5}]; limits: [{id: l, atMost: {credits: 40}, where: {kind: private}}]; total: {credits: {atMost: 30}}",
                "rulebook.limit-counts-nothing | requirements: [{id: r, credits: 5, from: {level: 7}}]; limits: [{id: l, atMost: {credits: 4}, where: {level: 6}}]",
                "rulebook.total-below-needs | requirements: [{id: r, credits: 35}]; total: {credits: {atLeast: 30}}",
                "rulebook.accepts-all-of | requirements: [{id: r, credits: 5, from: {theme: law, level: 7}}, {id: s, credits: 5, from: {theme: [law, data]}}]",
                "rulebook.level-above-award | requirements: [{id: r, credits: 5, from: {level: 8}}]",
                "rulebook.version-of-any-course | requirements: [{id: r, credits: 5, from: {theme: law, version: 2}}]",
                "rulebook.age-needs-dates | requirements: [{id: r, credits: 5, from: {maxAge: 5y}}]",
                "rulebook.age-needs-dates | requirements: [{id: r, credits: 5}]; within: {years: 2}",
                "rulebook.block-accepted-nowhere | requirements: [{id: r, credits: 5, from: {theme: law}}]; bundles: [{id: b, of: 5, each: {credits: 1}, countsAs: {credits: 5}}]",
                "rulebook.share-without-effect | requirements: [{id: r, credits: 5, from: {level: 7}}, {id: s, credits: 5, from: {level: 6}}]; share: [{between: [r, s]}]",
            })
    void whatIsSuspiciousIsSaid(String code, String lines) {
        var review = review(lines);

        assertThat(review.refusals()).isEmpty();
        assertThat(review.warnings()).extracting(Refusal::code).contains(code);
        assertThat(review.decided()).isInstanceOf(Decided.Accepted.class);
    }

    /** A limit counts only what states what it asks about. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "requirements: [{id: r, credits: 2, courses: 2, from: {credits: {atMost: 3}}}, {id: s, credits: 1, from: {theme: y}}]; "
                        + "limits: [{id: l, atMost: {credits: 2, courses: 1}, where: {notCourse: [A, B]}}]; notBoth: [[A, B]]",
                "requirements: [{id: r, credits: 5}]; "
                        + "limits: [{id: l, atMost: {credits: 0}, where: {level: {atMost: 6}}}, {id: m, atMost: {credits: 0}, where: {level: {atLeast: 7}}}]",
            })
    void whatCredentialsThatStateLessCouldSatisfyIsTaken(String lines) {
        assertThat(review(lines).refusals()).isEmpty();
    }

    @Test
    void nothingIsSaidOfWhatIsPlain() {
        var review =
                review(
                        "requirements: [{id: a, credits: 20, from: {theme: x}}, {id: b, credits: 20, from: {theme: y}}]; "
                                + "share: [{between: [a, b], atMost: {credits: 5}}]; total: {credits: {atMost: 35}}");

        assertThat(review.refusals()).isEmpty();
        assertThat(review.warnings()).isEmpty();
    }

    @Test
    void aContradictionIsReadThoughItIsNotPublished() {
        var text = HEAD + "requirements: [{id: r, credits: 40}]\ntotal: {credits: {atMost: 30}}\n";

        assertThat(RulebookReader.read(text)).isInstanceOf(Decided.Accepted.class);
        assertThat(RulebookReader.review(text).rulebook()).isPresent();
        assertThat(RulebookReader.review(text).decided()).isInstanceOf(Decided.Refused.class);
    }

    @Test
    void aFindingSaysWhereAndEveryFigure() {
        var review =
                review(
                        "requirements: [{id: a, credits: 20}, {id: b, credits: 15}]; total: {credits: {atMost: 30}}");

        assertThat(review.refusals())
                .containsExactly(
                        Refusal.of(
                                "rulebook.limit-below-needs",
                                "total, line 5, column 8",
                                "total",
                                "30.0",
                                "35.0",
                                "a 20.0, b 15.0"));
    }

    @Test
    void whatCannotBeMetTogetherIsNamed() {
        var review =
                review(
                        "requirements: [{id: r, courses: 3}, {id: x, credits: 5, from: {theme: x}}]; total: {courses: {atMost: 2}}");

        assertThat(review.refusals().getFirst().parameters()).containsExactly("r, total");
    }

    private static final String[] WORDS = {
        "requirements:",
        "limits:",
        "share:",
        "bundles:",
        "spent:",
        "within:",
        "prefer:",
        "total:",
        "scales:",
        "prerequisites:",
        "substitutes:",
        "notBoth:",
        "- ",
        "  ",
        "\n",
        "id: a",
        "id: b",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "credits: 5",
        "courses: 1",
        "atLeast: 7",
        "atMost: {credits: 2}",
        "from: {theme: x}",
        "where: {level: 7}",
        "between: [a, b]",
        "of: 5",
        "each: {credits: 1}",
        "countsAs: {credits: 5}",
        "otherAwards: forbidden",
        "course: A",
        "needs: [A]",
        "years: 6",
        "newest",
        "choose: 2",
        "all: [{course: A}]",
        "null",
        "~",
        "75%",
        "-1",
        "1e9",
        "&x",
        "*x",
        "!!int",
        "? ",
        "|",
        "\t",
        "\"",
        "'",
        "#",
        "level: {atLeast: 9}",
        "grade: {atLeast: C}"
    };

    @Property(tries = 3000)
    void nothingThatIsWrittenThrows(@ForAll @IntRange(max = 1_000_000) int seed) {
        var random = new Random(seed);
        var text = new StringBuilder(random.nextBoolean() ? HEAD : "");
        int words = random.nextInt(40);
        for (int word = 0; word < words; word++) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }

        var review = RulebookReader.review(text.toString());

        assertThat(review.rulebook().isPresent() || !review.refusals().isEmpty()).isTrue();
        FactsReader.readQuestion(text.toString());
    }

    /** Lines of a rulebook that can be read, cut and put together anyhow. */
    private static final List<String> LINES =
            Arrays.asList(
                    "requirements: [{id: a, credits: 5, from: {theme: [x, y], notCourse: [A, B]}}, {id: b, courses: {atLeast: 2}, from: {level: {atLeast: 6}}}]",
                    "limits: [{id: l, atMost: {credits: 3, courses: 2}, where: {credits: {atMost: 2}}}, {id: m, atLeast: {courses: 1}, where: {notIssuer: [z]}}]",
                    "total: {credits: {atLeast: 8, atMost: 20}}",
                    "share: [{between: [a, b], atMost: {credits: 2, courses: 1}}]",
                    "bundles: [{id: five, of: 2, each: {credits: 1, theme: x}, countsAs: {credits: 2, level: 6}}]",
                    "spent: {other: {atMost: {credits: 2}}, otherAwards: {atMost: {courses: 1}}}",
                    "prerequisites: [{course: C, needs: [[A, B]]}]",
                    "substitutes: {Z: A}",
                    "within: {years: 3}",
                    "prefer: [newest, home]",
                    "notBoth: [[A, C]]");

    @Property(tries = 300)
    void anyPartsOfARulebookTogetherAreAudited(@ForAll @IntRange(max = 4095) int which) {
        var text = new StringBuilder(HEAD + LINES.getFirst() + "\n");
        for (int line = 1; line < LINES.size(); line++) {
            text.append((which >> line & 1) != 0 ? LINES.get(line) + "\n" : "");
        }

        var review = RulebookReader.review(text.toString());

        assertThat(review.refusals()).isEmpty();
        var none = "{\"asOf\": \"2026-06-30\", \"credentials\": []}";
        var some =
                """
                {"asOf": "2026-06-30", "spent": [{"credential": "p", "award": "other"}],
                 "credentials": [
                  {"id": "p", "credits": 1, "theme": ["x"], "level": 6, "course": "C", "awarded": "2025-01-01"},
                  {"id": "q", "credits": 1, "theme": ["x"], "level": 7, "issuer": "z", "awarded": "2020-01-01"},
                  {"id": "r", "credits": 3, "theme": ["y"], "level": 5, "course": "D", "issuer": "w", "awarded": "2026-01-01"}]}
                """;
        for (var facts : List.of(none, some)) {
            if (FactsReader.readQuestion(text.toString(), facts)
                    instanceof Decided.Accepted<FactsReader.Question>(var question)) {
                Audits.audit(question.rulebook(), question.portfolio());
            } else {
                throw new AssertionError(FactsReader.read(facts).reasons());
            }
        }
    }
}
