package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.util.List;
import java.util.Map;

/**
 * What learning at a level of the European Qualifications Framework leads to, in our own words
 * (Council Recommendation 2017/C 189/03, Annex II).
 *
 * @param confirmed whether it was compared with the text of the recommendation
 */
public record EqfDescriptor(
        EqfLevel level,
        String knowledge,
        String skills,
        String responsibility,
        boolean confirmed,
        String source) {

    private static final List<EqfDescriptor> ALL =
            Tsv.rows("eqf-descriptors.tsv").stream().map(EqfDescriptor::read).toList();

    /** The eight levels, the lowest first. */
    public static List<EqfDescriptor> all() {
        return ALL;
    }

    public static EqfDescriptor of(EqfLevel level) {
        return ALL.get(level.level() - 1);
    }

    private static EqfDescriptor read(Map<String, String> row) {
        return new EqfDescriptor(
                new EqfLevel(Integer.parseInt(cell(row, "eqf_level"))),
                cell(row, "knowledge"),
                cell(row, "skills"),
                cell(row, "responsibility_autonomy"),
                cell(row, "confidence").equals("S"),
                cell(row, "source"));
    }
}
