package eu.cairn.app.award;

import eu.cairn.award.ResultRow;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.framework.Decided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Reads the rows of a file of results, whose columns are those of a course. */
final class ResultTable {

    private static final List<String> NEEDED = List.of("learner_id", "passed_on");
    private static final List<String> OPTIONAL =
            List.of(
                    "grade",
                    "identity_checked",
                    "assessed_by",
                    "full_name",
                    "given_name",
                    "family_name",
                    "email",
                    "line",
                    "reasons");

    private ResultTable() {}

    /** The rows as they were typed, or everything that is wrong with the file as a whole. */
    static Decided<List<ResultRow>> read(byte[] file, CourseDesign design) {
        return CsvTable.read(file).then(table -> rows(table, design));
    }

    private static Decided<List<ResultRow>> rows(CsvTable table, CourseDesign design) {
        var tasks =
                design.tasks().stream().map(task -> task.code().toLowerCase(Locale.ROOT)).toList();
        var needed = new ArrayList<>(NEEDED);
        needed.addAll(tasks);
        var faults = table.columnFaults(needed, OPTIONAL);
        if (!faults.isEmpty()) {
            return Decided.refused(faults);
        }
        return Decided.accepted(table.rows().stream().map(row -> row(row, design)).toList());
    }

    private static ResultRow row(CsvTable.Row row, CourseDesign design) {
        var results = new HashMap<String, String>();
        for (var task : design.tasks()) {
            results.put(task.code(), row.cell(task.code().toLowerCase(Locale.ROOT)));
        }
        return new ResultRow(
                row.line(),
                row.cell("learner_id"),
                results,
                row.cell("passed_on"),
                row.cell("grade"),
                row.cell("identity_checked"),
                row.cell("assessed_by"));
    }
}
