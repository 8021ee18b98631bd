package eu.cairn.app.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import eu.cairn.app.web.CsvText;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.formats.catalogue.PublishedCourse;
import eu.cairn.formats.catalogue.TypedCourse;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table of courses, one a row.
 *
 * @param header the names of the columns, as written
 * @param guessed whether the encoding is a guess
 */
record CourseTable(List<String> header, List<Row> rows, boolean guessed) {

    private static final int MOST_COLUMNS = 100;

    /** A row with its line in the file. */
    record Row(int line, List<String> cells) {}

    static Decided<CourseTable> read(byte[] file) {
        boolean guessed = false;
        String text;
        try {
            text = CsvText.decoded(file);
        } catch (CharacterCodingException e) {
            guessed = true;
            try {
                text = CsvText.decoded(file, CsvText.WINDOWS);
            } catch (CharacterCodingException neither) {
                return refused("import.not-text");
            }
        }
        try {
            return CsvText.isTable(text) ? parse(text, guessed) : refused("import.not-csv");
        } catch (CsvParseException e) {
            return refused("import.not-csv");
        }
    }

    private static Decided<CourseTable> parse(String text, boolean guessed) {
        List<String> header = List.of();
        var rows = new ArrayList<Row>();
        for (var record : CsvText.records(text)) {
            var cells = CsvText.cells(record);
            if (header.isEmpty()) {
                header = cells;
                if (header.size() > MOST_COLUMNS) {
                    return refused("import.too-many-columns", header.size(), MOST_COLUMNS);
                }
            } else if (!cells.stream().allMatch(String::isEmpty)) {
                rows.add(new Row((int) record.getStartingLineNumber(), cells));
            }
            if (rows.size() > CourseImport.MOST_COURSES) {
                return refused("import.too-many-courses", CourseImport.MOST_COURSES);
            }
        }
        return rows.isEmpty()
                ? refused("import.no-rows")
                : Decided.accepted(new CourseTable(header, List.copyOf(rows), guessed));
    }

    /** What each column is about, by its header; the first of several that say the same. */
    List<Optional<CourseColumn>> guess() {
        var columns = new ArrayList<Optional<CourseColumn>>();
        for (var name : header) {
            var guess = CourseColumn.guess(name);
            columns.add(guess.filter(one -> one.repeats() || !columns.contains(guess)));
        }
        return List.copyOf(columns);
    }

    /** The courses, each cell where its column says that it belongs. */
    Decided<List<PublishedCourse>> courses(
            List<Optional<CourseColumn>> columns, Optional<Country> home) {
        if (columns.stream().noneMatch(one -> one.isPresent())) {
            return Decided.refused(Refusal.of("import.no-column", "columns"));
        }
        var courses = new ArrayList<PublishedCourse>();
        var faults = new ArrayList<Refusal>();
        for (var row : rows) {
            if (row.cells().size() > header.size()) {
                faults.add(
                        Refusal.of(
                                "import.row-cells",
                                "line " + row.line(),
                                row.line(),
                                row.cells().size(),
                                header.size()));
                continue;
            }
            var stated = one(row, columns, CourseColumn.COUNTRY);
            var country = stated.map(Country::parse).orElse(home);
            if (country.isEmpty() && stated.isPresent()) {
                faults.add(
                        Refusal.of("import.country-invalid", "line " + row.line(), stated.get()));
            } else if (country.isEmpty()) {
                faults.add(Refusal.of("import.country-missing", "line " + row.line(), row.line()));
            } else {
                courses.add(course(row, columns, country.get()));
            }
        }
        var ids = courses.stream().map(PublishedCourse::id).toList();
        ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .forEach(id -> faults.add(Refusal.of("import.id-repeated", "", id)));
        return faults.isEmpty() ? Decided.accepted(List.copyOf(courses)) : Decided.refused(faults);
    }

    private PublishedCourse course(Row row, List<Optional<CourseColumn>> columns, Country country) {
        var typed = new TypedCourse();
        var outcomes = new ArrayList<CourseDraft.Outcome>();
        var activities = new ActivityCells();
        for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
            var cell = row.cells().get(i);
            columns.get(i)
                    .filter(CourseColumn::isOfActivity)
                    .ifPresent(column -> activities.add(column, cell));
            if (columns.get(i).isEmpty() || cell.isEmpty()) {
                continue;
            }
            var column = columns.get(i).get();
            column.field().ifPresent(field -> typed.with(field, cell));
            if (column == CourseColumn.OUTCOME) {
                outcomes.add(new CourseDraft.Outcome(cell, false));
            } else if (column == CourseColumn.OUTCOMES) {
                cell.lines()
                        .flatMap(line -> Arrays.stream(line.split("[|;]")))
                        .map(line -> line.replaceFirst("^\\s*([-•*]|\\d+[.)])\\s*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> outcomes.add(new CourseDraft.Outcome(line, false)));
            }
        }
        return new PublishedCourse(
                one(row, columns, CourseColumn.ID).orElse("line " + row.line()),
                "course",
                country,
                one(row, columns, CourseColumn.INSTITUTION).orElse(""),
                typed.outcomes(outcomes).activities(activities.read()).draft(),
                one(row, columns, CourseColumn.HOURS)
                        .flatMap(LearningHours::parse)
                        .map(hours -> new PublishedCourse.StatedHours(hours, hours)),
                List.of(),
                leftOut(row, columns));
    }

    private static Optional<String> one(
            Row row, List<Optional<CourseColumn>> columns, CourseColumn wanted) {
        return IntStream.range(0, Math.min(columns.size(), row.cells().size()))
                .filter(i -> columns.get(i).equals(Optional.of(wanted)))
                .mapToObj(row.cells()::get)
                .filter(cell -> !cell.isEmpty())
                .findFirst();
    }

    private List<Refusal> leftOut(Row row, List<Optional<CourseColumn>> columns) {
        var names =
                IntStream.range(0, Math.min(columns.size(), row.cells().size()))
                        .filter(i -> columns.get(i).isEmpty() && !row.cells().get(i).isEmpty())
                        .mapToObj(header::get)
                        .toList();
        var said = new ArrayList<Refusal>();
        if (!names.isEmpty()) {
            said.add(Refusal.of("import.left-out", "", String.join(", ", names)));
        }
        boolean plain = row.cells().stream().allMatch(cell -> cell.chars().allMatch(c -> c < 128));
        if (guessed && !plain) {
            said.add(Refusal.of("import.encoding-guessed", "", CsvText.WINDOWS.name()));
        }
        return said;
    }

    private static Decided<CourseTable> refused(String code, Object... parameters) {
        return Decided.refused(Refusal.of(code, "file", parameters));
    }
}
