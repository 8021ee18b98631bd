package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of education and training (ISCED-F 2013). Titles: UNESCO Institute for Statistics, CC
 * BY-SA 3.0 IGO.
 */
public final class FieldsOfEducation {

    private static final Map<String, FieldOfEducation> BY_CODE = read();

    private FieldsOfEducation() {}

    public static Optional<FieldOfEducation> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The detailed fields (four digits), in the order of their codes. */
    public static List<FieldOfEducation> detailed() {
        return BY_CODE.values().stream().filter(field -> field.code().length() == 4).toList();
    }

    private static Map<String, FieldOfEducation> read() {
        var fields = new LinkedHashMap<String, FieldOfEducation>();
        for (var row : Tsv.rows("isced-f-2013.tsv")) {
            var field = new FieldOfEducation(cell(row, "code"), cell(row, "label_en"));
            fields.put(field.code(), field);
        }
        return fields;
    }
}
