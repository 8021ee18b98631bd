package eu.cairn.app.catalogue;

import eu.cairn.formats.catalogue.TypedCourse.Field;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column of a table of courses can say. */
public enum CourseColumn {
    ID("Name of the entry", null),
    COUNTRY("Country of the institution", null),
    INSTITUTION("Institution", null),
    HOURS("Hours of learning, in all", null),
    OUTCOMES("Learning outcomes, one a line", null),
    OUTCOME("One learning outcome", null),
    ACTIVITY("One activity", null),
    ACTIVITY_HOURS("Hours of the activity before", null),
    ACTIVITY_TYPE("Type of the activity before", null),
    ACTIVITY_MODE("Mode of the activity before", null),
    ACTIVITY_TEACHERS("Who teaches the activity before", null),
    ACTIVITY_RESOURCES("Resources of the activity before, one a line", null),
    ACTIVITY_OUTCOMES("Numbers of the outcomes that the activity before teaches", null),
    CODE("Code", Field.CODE),
    TITLE("Title", Field.TITLE),
    TITLE_ENGLISH("Title in English", Field.TITLE_ENGLISH),
    LANGUAGE("Language of instruction", Field.LANGUAGE),
    CREDITS("Credits (ECTS)", Field.CREDITS),
    EQF_LEVEL("EQF level", Field.EQF_LEVEL),
    NATIONAL_LEVEL("National level", Field.NATIONAL_LEVEL),
    CYCLE("QF-EHEA cycle", Field.CYCLE),
    FIELD("Field of education (ISCED-F)", Field.FIELD),
    PARTICIPATION("Form of participation", Field.PARTICIPATION),
    PREREQUISITES("Entry requirements", Field.PREREQUISITES),
    FORMAL_STATUS("Place in the offer", Field.FORMAL_STATUS),
    STACKABILITY("Stackability", Field.STACKABILITY),
    NEED("Professional or societal need", Field.NEED),
    FIRST_DAY("First day", Field.FIRST_DAY),
    LAST_DAY("Last day", Field.LAST_DAY),
    GRADING_SCALE("Grading scale", Field.GRADING_SCALE),
    SOURCE("Public page of the course", Field.SOURCE),
    VALID_MONTHS("Months that the credential holds", Field.VALID_MONTHS),
    REVIEW_MONTHS("Months to the review", Field.REVIEW_MONTHS),
    AGEING_REASON("Why the outcomes age", Field.AGEING_REASON),
    RIGHTS("Rights", Field.RIGHTS),
    DESCRIPTION("Further information", Field.DESCRIPTION);

    private static final Map<String, CourseColumn> NAMES = names();

    private final String label;
    private final Optional<Field> field;

    /**
     * @param label as people call it
     * @param field the field of a design that it fills, if it fills one
     */
    CourseColumn(String label, @Nullable Field field) {
        this.label = label;
        this.field = Optional.ofNullable(field);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    Optional<Field> field() {
        return field;
    }

    /** Whether it is about an activity, of which a row may have several. */
    boolean isOfActivity() {
        return name().startsWith("ACTIVITY");
    }

    /** Whether a table may have several such columns. */
    boolean repeats() {
        return this == OUTCOME || isOfActivity();
    }

    public static Optional<CourseColumn> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** What a column is about, by its header; empty where nobody can tell. */
    static Optional<CourseColumn> guess(String header) {
        var plain = plain(header);
        return Optional.ofNullable(NAMES.get(plain))
                .or(() -> Optional.ofNullable(NAMES.get(plain.replaceAll("\\d+$", ""))))
                .or(
                        () ->
                                Optional.ofNullable(NAMES.get(plain.replaceAll("\\d+", "")))
                                        .filter(CourseColumn::isOfActivity));
    }

    /** A header without case, accents, blanks and signs. */
    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static Map<String, CourseColumn> names() {
        var names = new HashMap<String, CourseColumn>();
        for (var line : lines()) {
            var cells = line.split("\t");
            for (var name : List.of(cells[1].split(","))) {
                names.put(plain(name), ofCode(cells[0]).orElseThrow());
            }
        }
        return Map.copyOf(names);
    }

    private static List<String> lines() {
        try (var in = CourseColumn.class.getResourceAsStream("course-columns.tsv")) {
            if (in == null) {
                throw new IllegalStateException("course-columns.tsv is not packed");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
