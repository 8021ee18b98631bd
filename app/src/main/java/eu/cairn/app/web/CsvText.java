package eu.cairn.app.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;

/**
 * The text of a table as people upload it: comma, semicolon or tab, UTF-8 with or without a byte
 * order mark, or UTF-16 as spreadsheets write it.
 */
public final class CsvText {

    /** What spreadsheets on Windows write where nobody chose UTF-8. */
    public static final Charset WINDOWS = Charset.forName("windows-1252");

    private CsvText() {}

    /**
     * The text of a file.
     *
     * @throws CharacterCodingException if it is neither UTF-8 nor marked as UTF-16
     */
    public static String decoded(byte[] file) throws CharacterCodingException {
        var charset =
                startsWith(file, 0xFF, 0xFE)
                        ? StandardCharsets.UTF_16LE
                        : startsWith(file, 0xFE, 0xFF)
                                ? StandardCharsets.UTF_16BE
                                : StandardCharsets.UTF_8;
        var text = decoded(file, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The text of a file in an encoding that is known, or guessed. */
    public static String decoded(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    /** Whether it can be a table: with a quotation left open, the rest would be one cell. */
    public static boolean isTable(String text) {
        return text.indexOf('\0') < 0 && text.chars().filter(c -> c == '"').count() % 2 == 0;
    }

    /** The records of a table, empty lines left out. */
    public static Iterable<CsvRecord> records(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    /** The cells of a record; blanks around them do not count. */
    public static List<String> cells(CsvRecord record) {
        return record.getFields().stream()
                .map(
                        cell ->
                                CsvCells.plain(
                                        Normalizer.normalize(cell.strip(), Normalizer.Form.NFC)))
                .toList();
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

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }
}
