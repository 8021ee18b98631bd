package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How demanding outcomes are at a level of the EQF: a rule of design that is a ground for a
 * question, never for a refusal.
 *
 * @param least what the most demanding outcome of a course asks at least
 * @param most what any outcome asks at most
 */
public record ExpectedVerbs(TaxonomyLevel least, TaxonomyLevel most) {

    private static final Map<Integer, ExpectedVerbs> BY_LEVEL =
            Tsv.rows("eqf-verbs.tsv").stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    row -> Integer.parseInt(cell(row, "eqf_level")),
                                    (Function<Map<String, String>, ExpectedVerbs>)
                                            ExpectedVerbs::read));

    public static ExpectedVerbs at(EqfLevel level) {
        var expected = BY_LEVEL.get(level.level());
        if (expected == null) {
            throw new IllegalStateException("no rule for " + level);
        }
        return expected;
    }

    private static ExpectedVerbs read(Map<String, String> row) {
        return new ExpectedVerbs(
                TaxonomyLevel.ofCode(cell(row, "least")).orElseThrow(),
                TaxonomyLevel.ofCode(cell(row, "most")).orElseThrow());
    }
}
