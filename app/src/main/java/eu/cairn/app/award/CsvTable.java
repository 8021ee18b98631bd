package eu.cairn.app.award;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
    private static final int MOST_COLUMNS = 60;

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
            var text = text(file);
            return text.indexOf('\0') < 0 && quotesAreClosed(text)
                    ? parse(text)
                    : refused("award.file-not-csv", "file");
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
        for (CsvRecord record :
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            var cells = record.getFields().stream().map(CsvTable::clean).toList();
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
        Set<String> seen = new LinkedHashSet<>();
        for (var column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
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

    /** With one left open, the parser would take the rest of the file for one cell. */
    private static boolean quotesAreClosed(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 0;
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        long commas = header.chars().filter(c -> c == ',').count();
        long semicolons = header.chars().filter(c -> c == ';').count();
        long tabs = header.chars().filter(c -> c == '\t').count();
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private static String text(byte[] file) throws CharacterCodingException {
        var charset =
                startsWith(file, 0xFF, 0xFE)
                        ? StandardCharsets.UTF_16LE
                        : startsWith(file, 0xFE, 0xFF)
                                ? StandardCharsets.UTF_16BE
                                : StandardCharsets.UTF_8;
        var text =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    private static String clean(String cell) {
        return CsvCells.plain(Normalizer.normalize(cell.strip(), Normalizer.Form.NFC));
    }

    private static Decided<CsvTable> refused(String code, String place, Object... parameters) {
        return Decided.refused(Refusal.of(code, place, parameters));
    }
}
