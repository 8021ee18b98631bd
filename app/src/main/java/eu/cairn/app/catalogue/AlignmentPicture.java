package eu.cairn.app.catalogue;

import eu.cairn.app.catalogue.AlignmentMatrix.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where everything of an alignment matrix stands in its drawing, in pixels.
 *
 * @param right where the columns end
 * @param wide whether the codes of the outcomes stand at the right end of the rows too
 * @param titles the lines of the title
 * @param header the line under the titles of the columns, on which the first row begins
 * @param footer the line under the last row
 */
public record AlignmentPicture(
        AlignmentMatrix matrix,
        int width,
        int right,
        boolean wide,
        int height,
        List<String> titles,
        int header,
        int footer,
        List<Row> rows,
        List<Drawn> activities,
        List<Drawn> tasks) {

    /** How far the lines of a text stand from each other. */
    public static final int LEADING = 16;

    /** The same for the lines of the title. */
    public static final int LEADING_OF_TITLE = 22;

    /** Where the columns begin. */
    public static final int LABELS = 360;

    /** Where the texts of the outcomes begin. */
    public static final int TEXTS = 62;

    private static final int FONT = 13;
    private static final int EDGE = 16;
    private static final int FONT_OF_TITLE = 17;
    private static final int LINES_OF_HEADING = 3;
    private static final int GROUPS = 26;
    private static final int LONGEST_TITLE = 190;
    private static final int LINES_OF_TITLE = 4;
    private static final int LINES_OF_OUTCOME = 8;
    private static final int FOOT = 66;
    private static final int LEGEND = 40;
    private static final int SMALLEST = 520;
    private static final int WIDE = 1200;
    private static final int LONGEST_CODE = 62;

    public AlignmentPicture {
        titles = List.copyOf(titles);
        rows = List.copyOf(rows);
        activities = List.copyOf(activities);
        tasks = List.copyOf(tasks);
    }

    /**
     * A row.
     *
     * @param y of its upper line
     * @param gaps what it lacks, in words; empty where it lacks nothing
     */
    public record Row(
            AlignmentMatrix.Outcome outcome, List<String> lines, String gaps, int y, int height) {
        /** The middle of the row. */
        public int middle() {
            return y + height / 2;
        }
    }

    /**
     * A column.
     *
     * @param x of its left line
     */
    public record Drawn(Column column, List<String> lines, int x, int width) {
        /** The middle of the column. */
        public int middle() {
            return x + width / 2;
        }

        /** The hours with their unit, as far as they fit; empty where none are stated. */
        public String hours() {
            return fitted(column.hours(), " h");
        }

        /** The weight with its unit, as far as it fits; empty where none is stated. */
        public String weight() {
            return fitted(column.weight(), " %");
        }

        private String fitted(String number, String unit) {
            return number.isBlank()
                    ? ""
                    : TextLines.of(number + unit, FONT - 1, width, 1).getFirst();
        }
    }

    public static AlignmentPicture of(AlignmentMatrix matrix) {
        var activities = columns(matrix.activities(), LABELS);
        var tasks = columns(matrix.tasks(), end(activities, LABELS));
        int right = end(tasks, end(activities, LABELS));
        boolean wide = right > WIDE;
        int width = Math.max(SMALLEST, right + (wide ? LONGEST_CODE : EDGE));
        var titles =
                TextLines.of(matrix.title(), FONT_OF_TITLE, width - 2 * EDGE, LINES_OF_HEADING);
        int turned =
                Stream.concat(activities.stream(), tasks.stream())
                        .flatMap(it -> it.lines().stream())
                        .mapToInt(line -> TextLines.width(line, FONT))
                        .max()
                        .orElse(0);
        int header = EDGE + titles.size() * LEADING_OF_TITLE + GROUPS + turned + 24;
        var rows = rows(matrix, header);
        int footer = rows.isEmpty() ? header : rows.getLast().y() + rows.getLast().height();
        return new AlignmentPicture(
                matrix,
                width,
                right,
                wide,
                footer + FOOT + LEGEND,
                titles,
                header,
                footer,
                rows,
                activities,
                tasks);
    }

    private static int end(List<Drawn> columns, int from) {
        return columns.isEmpty() ? from : columns.getLast().x() + columns.getLast().width();
    }

    /** Columns as wide as their titles need, and their heading, and a weight or hours. */
    private static List<Drawn> columns(List<Column> columns, int from) {
        var drawn = new ArrayList<Drawn>();
        int x = from;
        for (var column : columns) {
            var lines = TextLines.of(column.title(), FONT, LONGEST_TITLE, LINES_OF_TITLE);
            int width =
                    Stream.of(48, lines.size() * LEADING + 14, 110 / columns.size())
                            .mapToInt(it -> it)
                            .max()
                            .orElseThrow();
            drawn.add(new Drawn(column, lines, x, width));
            x += width;
        }
        return drawn;
    }

    private static List<Row> rows(AlignmentMatrix matrix, int from) {
        var rows = new ArrayList<Row>();
        int y = from;
        for (int i = 0; i < matrix.outcomes().size(); i++) {
            var outcome = matrix.outcomes().get(i);
            var lines = TextLines.of(outcome.text(), FONT, LABELS - TEXTS - 10, LINES_OF_OUTCOME);
            var gaps = gaps(matrix, i);
            int height = Math.max(34, (lines.size() + (gaps.isEmpty() ? 0 : 1)) * LEADING + 14);
            rows.add(new Row(outcome, lines, gaps, y, height));
            y += height;
        }
        return rows;
    }

    private static String gaps(AlignmentMatrix matrix, int outcome) {
        boolean taught = matrix.activities().stream().anyMatch(it -> it.serves().get(outcome));
        boolean assessed = matrix.tasks().stream().anyMatch(it -> it.serves().get(outcome));
        if (taught && assessed) {
            return "";
        }
        return taught ? "Not assessed" : assessed ? "Not taught" : "Not taught, not assessed";
    }

    /** What one outcome is served by, in a sentence for whoever cannot see the drawing. */
    public String sentence(int outcome) {
        return "%s: %s. %s."
                .formatted(
                        matrix.outcomes().get(outcome).code(),
                        served("Taught in", "Not taught", matrix.activities(), outcome),
                        served("Assessed by", "Not assessed", matrix.tasks(), outcome));
    }

    private static String served(String by, String none, List<Column> columns, int outcome) {
        var titles =
                columns.stream().filter(it -> it.serves().get(outcome)).map(Column::title).toList();
        return titles.isEmpty() ? none : by + " " + String.join(", ", titles);
    }

    /** Where the headings of teaching and of assessment stand. */
    public int groups() {
        return EDGE + titles.size() * LEADING_OF_TITLE + GROUPS - 6;
    }

    /** The rows that a column serves. */
    public List<Row> served(Drawn column) {
        return IntStream.range(0, rows.size())
                .filter(i -> column.column().serves().get(i))
                .mapToObj(rows::get)
                .toList();
    }

    /** The rows that a column does not serve. */
    public List<Row> notServed(Drawn column) {
        return IntStream.range(0, rows.size())
                .filter(i -> !column.column().serves().get(i))
                .mapToObj(rows::get)
                .toList();
    }
}
