package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cycle of the QF-EHEA with the credits that its qualifications typically have; a
 * micro-credential has a cycle and a part of these credits.
 *
 * @param eqf the European level that the cycle is compatible with
 * @param min the fewest credits; empty where no range is set
 * @param max the most credits; empty where no range is set
 * @param rule the range in words
 * @param validity since when and until when the rule holds
 */
public record CycleCredits(
        Cycle cycle,
        EqfLevel eqf,
        Optional<Ects> min,
        Optional<Ects> max,
        String rule,
        Validity validity,
        String source) {

    private static final List<CycleCredits> ALL =
            Tsv.rows("qf-ehea-cycles.tsv").stream().map(CycleCredits::read).toList();

    /** The four cycles, the short one first. */
    public static List<CycleCredits> all() {
        return ALL;
    }

    private static CycleCredits read(Map<String, String> row) {
        return new CycleCredits(
                Cycle.ofCode(cell(row, "cycle")).orElseThrow(),
                new EqfLevel(Integer.parseInt(cell(row, "eqf_level"))),
                Ects.parse(cell(row, "ects_min")),
                Ects.parse(cell(row, "ects_max")),
                cell(row, "rule"),
                Validity.parse(cell(row, "valid_from"), cell(row, "valid_to")),
                cell(row, "source"));
    }
}
