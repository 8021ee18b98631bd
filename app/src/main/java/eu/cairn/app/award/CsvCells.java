package eu.cairn.app.award;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * Writes tables that a spreadsheet opens without computing anything: a cell that would be taken for
 * a formula is written with an apostrophe before it (OWASP ASVS 5.0, 1.2.10).
 */
public final class CsvCells {

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

    static String harmless(String cell) {
        return cell.isEmpty() || "=+-@\t\r＝＋－＠".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
