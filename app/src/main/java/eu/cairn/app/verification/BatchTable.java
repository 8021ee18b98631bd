package eu.cairn.app.verification;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.verification.Batch.Content;
import eu.cairn.formats.credential.QrPicture;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table (CSV) with a link, a code or a signed token in each row: in the column of one of the
 * names in {@link #NAMES}, or in the first cell of a row that holds one.
 */
final class BatchTable {

    static final Set<String> NAMES =
            Set.of("credential", "link", "url", "code", "token", "document", "verify");

    private BatchTable() {}

    /** Whether this is a text that is neither JSON, XML nor PDF. */
    static boolean isTable(byte[] file) {
        var head = new String(file, 0, Math.min(file.length, 8), StandardCharsets.ISO_8859_1);
        var start = head.replace("\u00ef\u00bb\u00bf", "").strip();
        return !QrPicture.isPicture(file)
                && !start.startsWith("{")
                && !start.startsWith("[")
                && !start.startsWith("<")
                && !start.startsWith("%PDF")
                && IntStream.range(0, Math.min(file.length, 1000)).noneMatch(i -> file[i] == 0);
    }

    static Decided<Batch> read(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
        var items = new ArrayList<Batch.Item>();
        try {
            int column = -1;
            boolean first = true;
            for (var row : records(text)) {
                if (first) {
                    first = false;
                    column = column(row);
                    if (column >= 0) {
                        continue;
                    }
                }
                if (items.size() == Batch.MAX_ITEMS) {
                    items.add(refused(row, "verification.batch-too-many"));
                    break;
                }
                items.add(item(row, column));
            }
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            items.add(
                    Batch.item(
                            "",
                            new Content.Refused(Refusal.of("verification.table-damaged", "file"))));
        }
        return items.isEmpty()
                ? Decided.refused(Refusal.of("verification.batch-empty", "file"))
                : Decided.accepted(new Batch(items));
    }

    private static Iterable<CsvRecord> records(String text) {
        var line = text.lines().findFirst().orElse("");
        char between =
                count(line, ';') > count(line, ',') ? ';' : count(line, '\t') > 0 ? '\t' : ',';
        return CsvReader.builder()
                .fieldSeparator(between)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static long count(String line, char c) {
        return line.chars().filter(one -> one == c).count();
    }

    private static int column(CsvRecord head) {
        var names = head.getFields().stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
        return IntStream.range(0, names.size())
                .filter(i -> NAMES.contains(names.get(i)))
                .findFirst()
                .orElse(-1);
    }

    private static Batch.Item item(CsvRecord row, int column) {
        var cells = row.getFields();
        var cell =
                column >= 0
                        ? column < cells.size() ? cells.get(column) : ""
                        : cells.stream().filter(BatchTable::leads).findFirst().orElse(first(cells));
        return cell.isBlank()
                ? refused(row, "verification.row-empty")
                : Batch.item(name(row), new Content.Text(cell.strip()));
    }

    private static String first(List<String> cells) {
        return cells.isEmpty() ? "" : cells.getFirst();
    }

    private static boolean leads(String cell) {
        return Submissions.isLink(cell) || ShortCode.read(cell).isPresent() || cell.length() > 100;
    }

    private static String name(CsvRecord row) {
        return "line " + row.getStartingLineNumber();
    }

    private static Batch.Item refused(CsvRecord row, String code) {
        return Batch.item(name(row), new Content.Refused(Refusal.of(code, "file")));
    }
}
