package eu.cairn.app.award;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import eu.cairn.app.web.CsvText;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table as people upload it: comma, semicolon or tab, UTF-8 with or without a byte order mark, or
 * UTF-16 as spreadsheets write it; blanks around cells do not count.
 *
 * @param columns the names in the header, in lower case
 * @param rows each with its line in the file; the header is line 1
 */
public record CsvTable(List<String> columns, List<Row> rows) {

    private static final int MOST_ROWS = 50_000;
    private static final int MOST_COLUMNS = 200;

    /** A row of the table; a column that it lacks is "". */
    public record Row(int line, Map<String, String> cells) {

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Reads a file, or says what is wrong with it as a whole or in a line. */
    public static Decided<CsvTable> read(byte[] file) {
        if (file.length == 0) {
            return refused("award.file-empty", "file");
        }
        try {
            var text = CsvText.decoded(file);
            return CsvText.isTable(text) ? parse(text) : refused("award.file-not-csv", "file");
        } catch (CharacterCodingException e) {
            return refused("award.file-not-utf8", "file");
        } catch (CsvParseException e) {
            return refused("award.file-not-csv", "file");
        }
    }

    private static Decided<CsvTable> parse(String text) {
        List<String> columns = List.of();
        var rows = new ArrayList<Row>();
        var faults = new ArrayList<Refusal>();
        for (CsvRecord record : CsvText.records(text)) {
            var cells = CsvText.cells(record);
            if (columns.isEmpty()) {
                columns = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
                faults.addAll(headerFaults(columns));
                if (!faults.isEmpty()) {
                    return Decided.refused(faults);
                }
                continue;
            }
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            int line = (int) record.getStartingLineNumber();
            if (cells.size() != columns.size()) {
                faults.add(
                        Refusal.of(
                                "award.row-cells",
                                "line " + line,
                                line,
                                cells.size(),
                                columns.size()));
                continue;
            }
            if (rows.size() == MOST_ROWS) {
                return refused("award.file-too-long", "file", MOST_ROWS);
            }
            var byColumn = new HashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                byColumn.put(columns.get(i), cells.get(i));
            }
            rows.add(new Row(line, Map.copyOf(byColumn)));
        }
        if (!faults.isEmpty()) {
            return Decided.refused(faults);
        }
        return rows.isEmpty()
                ? refused("award.file-without-rows", "file")
                : Decided.accepted(new CsvTable(columns, List.copyOf(rows)));
    }

    private static List<Refusal> headerFaults(List<String> columns) {
        var faults = new ArrayList<Refusal>();
        if (columns.size() > MOST_COLUMNS) {
            return List.of(
                    Refusal.of("award.too-many-columns", "header", columns.size(), MOST_COLUMNS));
        }
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (var column : columns) {
            if (!column.isEmpty() && !seen.add(column) && twice.add(column)) {
                faults.add(Refusal.of("award.column-twice", "header", column));
            }
        }
        return faults;
    }

    /** The faults of a header that lacks columns or has ones that nobody reads. */
    List<Refusal> columnFaults(List<String> needed, List<String> optional) {
        var faults = new ArrayList<Refusal>();
        for (var column : needed) {
            if (!columns.contains(column)) {
                faults.add(
                        Refusal.of(
                                "award.column-missing",
                                "header",
                                column,
                                String.join(", ", columns)));
            }
        }
        for (var column : columns) {
            if (!needed.contains(column) && !optional.contains(column)) {
                faults.add(
                        Refusal.of(
                                "award.column-unknown",
                                "header",
                                column,
                                String.join(", ", needed)));
            }
        }
        return faults;
    }

    private static Decided<CsvTable> refused(String code, String place, Object... parameters) {
        return Decided.refused(Refusal.of(code, place, parameters));
    }
}
