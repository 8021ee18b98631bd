package eu.cairn.formats.credential.quality;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.QualityRecord;
import eu.cairn.credential.QualityRecord.Decision;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reviews of institutions and courses in a table (CSV, UTF-8) with the columns of the European
 * results database (DEQAR, report data): {@code agency}, {@code decision}, {@code status}, {@code
 * valid_from}, {@code valid_to}, {@code report_id}, {@code link[1]}, {@code
 * institution[1].deqar_id}, {@code programme[1].name_primary} and so on; other columns are passed
 * over. Rows that cannot be understood are left out, each with its reasons.
 *
 * @param records what the rows say that can be understood
 * @param findings why others cannot, with the line
 */
public record QualityTable(List<QualityRecord> records, List<Refusal> findings) {

    /** Of more bytes or rows than these no table is read. */
    public static final int MAX_BYTES = 20 << 20;

    static final int MAX_ROWS = 100_000;

    /** Without an end, a review counts for six years (DEQAR, report data). */
    private static final int YEARS_WITHOUT_END = 6;

    private static final int MOST_IN_A_ROW = 20;

    private static final Map<String, DateTimeFormatter> DATES =
            Map.of(
                    "", DateTimeFormatter.ISO_LOCAL_DATE,
                    "%Y-%m-%d", DateTimeFormatter.ISO_LOCAL_DATE,
                    "%Y/%m/%d", DateTimeFormatter.ofPattern("uuuu/MM/dd"),
                    "%d/%m/%Y", DateTimeFormatter.ofPattern("dd/MM/uuuu"),
                    "%d.%m.%Y", DateTimeFormatter.ofPattern("dd.MM.uuuu"),
                    "%d-%m-%Y", DateTimeFormatter.ofPattern("dd-MM-uuuu"));

    private static final Map<String, Integer> LEVELS =
            Map.ofEntries(
                    Map.entry("0", 5),
                    Map.entry("short cycle", 5),
                    Map.entry("1", 6),
                    Map.entry("first cycle", 6),
                    Map.entry("2", 7),
                    Map.entry("second cycle", 7),
                    Map.entry("3", 8),
                    Map.entry("third cycle", 8));

    public QualityTable {
        records = List.copyOf(records);
        findings = List.copyOf(findings);
    }

    /**
     * @param source the register that the table was taken from
     * @param asOf the day as of which it was
     */
    public static Decided<QualityTable> read(byte[] table, String source, LocalDate asOf) {
        if (table.length > MAX_BYTES) {
            return Decided.refused(Refusal.of("credential.reviews-too-large", "", MAX_BYTES >> 20));
        }
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(table)).toString();
            return rows(text.startsWith("\uFEFF") ? text.substring(1) : text, source, asOf);
        } catch (CharacterCodingException | CsvParseException e) {
            return Decided.refused(Refusal.of("credential.reviews-not-csv", ""));
        }
    }

    private static Decided<QualityTable> rows(String text, String source, LocalDate asOf) {
        var header = text.lines().findFirst().orElse("");
        var records = new ArrayList<QualityRecord>();
        var findings = new ArrayList<Refusal>();
        var rows =
                CsvReader.builder()
                        .fieldSeparator(separator(header))
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(text);
        int count = 0;
        for (var row : rows) {
            if (count == 0 && (!has(row, "agency") || !has(row, "decision"))) {
                return Decided.refused(Refusal.of("credential.reviews-not-csv", ""));
            }
            count++;
            if (count > MAX_ROWS) {
                return Decided.refused(Refusal.of("credential.reviews-too-many", "", MAX_ROWS));
            }
            new Row(row, source, asOf, records, findings).read();
        }
        return count == 0
                ? Decided.refused(Refusal.of("credential.reviews-not-csv", ""))
                : Decided.accepted(new QualityTable(records, findings));
    }

    private static char separator(String header) {
        return header.indexOf('\t') >= 0
                ? '\t'
                : header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
    }

    private static boolean has(NamedCsvRecord row, String column) {
        return row.findField(column).isPresent();
    }

    /** One row of the table. */
    private record Row(
            NamedCsvRecord row,
            String source,
            LocalDate asOf,
            List<QualityRecord> records,
            List<Refusal> findings) {

        private void read() {
            var reasons = new ArrayList<Refusal>();
            var agency = cell("agency");
            if (agency.isEmpty()) {
                reasons.add(reason("credential.review-agency-missing", ""));
            }
            var decision = Decision.of(cell("decision").toLowerCase(Locale.ROOT));
            if (decision.isEmpty()) {
                reasons.add(reason("credential.review-decision-unknown", cell("decision")));
            }
            var from = day("valid_from", reasons);
            var until =
                    cell("valid_to").isEmpty()
                            ? from.map(day -> day.plusYears(YEARS_WITHOUT_END).minusDays(1))
                            : day("valid_to", reasons);
            if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
                reasons.add(reason("credential.review-ends-before-it-begins", cell("valid_to")));
            }
            var institutions = institutions();
            if (institutions.isEmpty()) {
                reasons.add(reason("credential.review-institution-missing", ""));
            }
            var programmes = programmes(reasons);
            if (!reasons.isEmpty()) {
                findings.addAll(reasons);
                return;
            }
            for (var institution : institutions) {
                for (var programme : programmes) {
                    records.add(
                            new QualityRecord(
                                    QualityAssurance.Kind.EXTERNAL,
                                    agency,
                                    institution.identifiers(),
                                    institution.name(),
                                    programme.identifiers(),
                                    decision.orElseThrow(),
                                    isOfficial(),
                                    from.orElseThrow(),
                                    until.orElseThrow(),
                                    stated("link[1]").or(() -> stated("file[1].original_location")),
                                    stated("report_id").or(() -> stated("local_identifier")),
                                    programme.levels(),
                                    source,
                                    asOf));
                }
            }
        }

        private boolean isOfficial() {
            var status = cell("status").toLowerCase(Locale.ROOT);
            return status.equals("1") || status.equals("part of obligatory eqa system");
        }

        private record Institution(String name, Set<String> identifiers) {}

        private List<Institution> institutions() {
            var all = new ArrayList<Institution>();
            for (int i = 1; i <= MOST_IN_A_ROW; i++) {
                var prefix = "institution[" + i + "].";
                var identifiers = new LinkedHashSet<String>();
                for (var column :
                        List.of(
                                "deqar_id",
                                "eter_id",
                                "identifier",
                                "website_link",
                                "name_official")) {
                    stated(prefix + column).ifPresent(identifiers::add);
                }
                if (!identifiers.isEmpty()) {
                    all.add(
                            new Institution(
                                    stated(prefix + "name_official")
                                            .orElseGet(identifiers::getFirst),
                                    identifiers));
                }
            }
            return all;
        }

        private record Programme(List<String> identifiers, Set<Integer> levels) {}

        /** The programmes of the row, or the institution as a whole. */
        private List<Programme> programmes(List<Refusal> reasons) {
            var all = new ArrayList<Programme>();
            var named = new HashSet<String>();
            for (int i = 1; i <= MOST_IN_A_ROW; i++) {
                var prefix = "programme[" + i + "].";
                var identifiers = new ArrayList<String>();
                stated(prefix + "name_primary").ifPresent(identifiers::add);
                stated(prefix + "identifier").ifPresent(identifiers::add);
                stated(prefix + "identifier[1]").ifPresent(identifiers::add);
                if (!identifiers.isEmpty()) {
                    named.add(prefix);
                    all.add(new Programme(identifiers, levels(prefix + "qf_ehea_level", reasons)));
                }
            }
            row.getHeader().stream()
                    .filter(column -> column.startsWith("programme[") && stated(column).isPresent())
                    .filter(column -> named.stream().noneMatch(column::startsWith))
                    .findFirst()
                    .ifPresent(
                            column ->
                                    reasons.add(
                                            reason("credential.review-programme-unnamed", column)));
            return all.isEmpty()
                    ? List.of(new Programme(List.of(), levels("provider.qf_ehea_levels", reasons)))
                    : all;
        }

        private Set<Integer> levels(String column, List<Refusal> reasons) {
            var levels = new HashSet<Integer>();
            for (var part : cell(column).split("[,;]")) {
                var text = part.strip().toLowerCase(Locale.ROOT);
                if (text.isEmpty()) {
                    continue;
                }
                Optional.ofNullable(LEVELS.get(text))
                        .ifPresentOrElse(
                                levels::add,
                                () -> reasons.add(reason("credential.review-level-unknown", text)));
            }
            return levels;
        }

        private Optional<LocalDate> day(String column, List<Refusal> reasons) {
            var format = Optional.ofNullable(DATES.get(cell("date_format")));
            try {
                if (format.isPresent()) {
                    return Optional.of(LocalDate.parse(cell(column), format.get()));
                }
            } catch (DateTimeException e) {
                // said below, with the line
            }
            reasons.add(reason("credential.review-date-unreadable", cell(column)));
            return Optional.empty();
        }

        private Refusal reason(String code, String value) {
            return Refusal.of(code, "line " + row.getStartingLineNumber(), value);
        }

        private Optional<String> stated(String column) {
            return Optional.of(cell(column)).filter(text -> !text.isEmpty());
        }

        private String cell(String column) {
            return row.findField(column).map(String::strip).orElse("");
        }
    }
}
