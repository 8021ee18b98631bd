package eu.cairn.app.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import eu.cairn.app.web.CsvText;
import eu.cairn.catalogue.ReportedHours;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of reported hours, one report a row: a column {@code hours}, and if they are told apart
 * {@code contact}, {@code guided} and {@code independent}. A column that could say who reported is
 * refused.
 */
final class HoursTable {

    private static final List<String> COLUMNS =
            List.of("hours", "contact", "guided", "independent");

    private static final int MOST_ROWS = 10_000;

    private HoursTable() {}

    /** The reports of a file, or everything that is wrong with it. */
    static Decided<List<ReportedHours>> read(byte[] file) {
        if (file.length == 0) {
            return refused("import.nothing-chosen");
        }
        try {
            var text = CsvText.decoded(file);
            return CsvText.isTable(text) ? parse(text) : refused("import.not-csv");
        } catch (CharacterCodingException e) {
            return refused("import.not-text");
        } catch (CsvParseException e) {
            return refused("import.not-csv");
        }
    }

    private static Decided<List<ReportedHours>> parse(String text) {
        List<String> header = List.of();
        var reports = new ArrayList<ReportedHours>();
        var faults = new ArrayList<Refusal>();
        for (var record : CsvText.records(text)) {
            var cells = CsvText.cells(record);
            if (header.isEmpty()) {
                header = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
                faults.addAll(faults(header));
                if (!faults.isEmpty()) {
                    return Decided.refused(faults);
                }
            } else if (!cells.stream().allMatch(String::isEmpty)) {
                var line = "line " + record.getStartingLineNumber();
                if (cells.size() > header.size()) {
                    faults.add(
                            Refusal.of(
                                    "import.row-cells",
                                    line,
                                    record.getStartingLineNumber(),
                                    cells.size(),
                                    header.size()));
                    continue;
                }
                switch (ReportedHours.read(typed(header, cells))) {
                    case Decided.Accepted<ReportedHours>(var hours) -> reports.add(hours);
                    case Decided.Refused<ReportedHours>(var reasons) ->
                            reasons.forEach(
                                    one ->
                                            faults.add(
                                                    new Refusal(
                                                            one.code(), line, one.parameters())));
                }
                if (reports.size() > MOST_ROWS) {
                    return Decided.refused(
                            Refusal.of("catalogue.reported-too-many", "file", MOST_ROWS));
                }
            }
        }
        if (!faults.isEmpty()) {
            return Decided.refused(faults);
        }
        return reports.isEmpty()
                ? refused("catalogue.reported-no-rows")
                : Decided.accepted(reports);
    }

    private static ReportedHours.Typed typed(List<String> header, List<String> cells) {
        var typed =
                COLUMNS.stream()
                        .map(header::indexOf)
                        .map(at -> at < 0 || at >= cells.size() ? "" : cells.get(at))
                        .toList();
        return new ReportedHours.Typed(typed.get(0), typed.get(1), typed.get(2), typed.get(3));
    }

    private static List<Refusal> faults(List<String> header) {
        var faults = new ArrayList<Refusal>();
        if (!header.contains(COLUMNS.getFirst())) {
            faults.add(Refusal.of("catalogue.reported-column-missing", "header"));
        }
        header.stream()
                .filter(name -> !COLUMNS.contains(name))
                .forEach(
                        name ->
                                faults.add(
                                        Refusal.of(
                                                "catalogue.reported-column-unknown",
                                                "header",
                                                shown(name))));
        header.stream()
                .filter(COLUMNS::contains)
                .filter(name -> header.indexOf(name) != header.lastIndexOf(name))
                .distinct()
                .forEach(
                        name ->
                                faults.add(
                                        Refusal.of(
                                                "catalogue.reported-column-twice",
                                                "header",
                                                name)));
        return faults;
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) + " …" : name;
    }

    private static Decided<List<ReportedHours>> refused(String code) {
        return Decided.refused(Refusal.of(code, "file"));
    }
}
