package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** How well a type of assessment can show an outcome of a taxonomy level; an editable default. */
public enum AssessmentFit {
    GOOD,
    POSSIBLE,
    WEAK;

    private static final Map<String, AssessmentFit> TABLE =
            Tsv.rows("assessment-fit.tsv").stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    row -> cell(row, "uri") + " " + cell(row, "bloom_level"),
                                    row -> ofCode(cell(row, "fit"))));

    /**
     * The fit of an assessment type to a level; a type that is not in the table is possible.
     *
     * @param type identifier of the type in the European vocabulary
     */
    public static AssessmentFit of(String type, TaxonomyLevel level) {
        return TABLE.getOrDefault(type + " " + level.asBloom().code(), POSSIBLE);
    }

    private static AssessmentFit ofCode(String code) {
        return Arrays.stream(values())
                .filter(fit -> fit.name().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown fit: " + code));
    }
}
