package eu.cairn.app.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes tables that a spreadsheet opens without computing anything: a cell that would be taken for
 * a formula is written with an apostrophe before it (OWASP ASVS 5.0, 1.2.10), which is taken away
 * again where such a table is read.
 */
public final class CsvCells {

    /** What a spreadsheet computes, behind any number of apostrophes. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r＝＋－＠]");

    private CsvCells() {}

    /** The table, with a byte order mark so that spreadsheets read UTF-8. */
    public static String write(List<List<String>> rows) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            rows.forEach(row -> csv.writeRecord(row.stream().map(CsvCells::harmless).toList()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }

    public static String harmless(String cell) {
        return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    /** The cell as it was before it was made harmless. */
    public static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
