package eu.cairn.app.award;

import eu.cairn.app.web.CsvCells;
import eu.cairn.app.web.Words;
import eu.cairn.award.BatchReview;
import eu.cairn.award.OutcomeProof;
import eu.cairn.award.ResultRow;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.framework.Decided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads and writes the rows of a file of results, whose columns are those of a course. */
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

    /** What is stated of an outcome, in the order of the columns that follow its code. */
    private static final List<String> OF_OUTCOME =
            List.of("result", "criterion", "evidence", "date");

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
        var optional = new ArrayList<>(OPTIONAL);
        design.outcomes()
                .forEach(
                        outcome ->
                                columns(outcome).stream()
                                        .map(column -> column.toLowerCase(Locale.ROOT))
                                        .forEach(optional::add));
        var faults = table.columnFaults(needed, optional);
        if (!faults.isEmpty()) {
            return Decided.refused(faults);
        }
        return Decided.accepted(table.rows().stream().map(row -> row(row, design)).toList());
    }

    private static List<String> columns(LearningOutcome outcome) {
        return OF_OUTCOME.stream().map(column -> outcome.code() + " " + column).toList();
    }

    private static ResultRow row(CsvTable.Row row, CourseDesign design) {
        var results = new HashMap<String, String>();
        for (var task : design.tasks()) {
            results.put(task.code(), row.cell(task.code().toLowerCase(Locale.ROOT)));
        }
        var outcomes = new HashMap<String, OutcomeProof.Typed>();
        for (var outcome : design.outcomes()) {
            var cells =
                    columns(outcome).stream()
                            .map(column -> row.cell(column.toLowerCase(Locale.ROOT)))
                            .toList();
            outcomes.put(
                    outcome.code(),
                    new OutcomeProof.Typed(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
        }
        return new ResultRow(
                row.line(),
                row.cell("learner_id"),
                results,
                row.cell("passed_on"),
                row.cell("grade"),
                row.cell("identity_checked"),
                row.cell("assessed_by"),
                outcomes);
    }

    /** One row as a file that is read as the same. */
    static String write(ResultRow row, CourseDesign design) {
        return CsvCells.write(List.of(header(design), cells(row, design)));
    }

    /** The refused rows with their lines and reasons, to be mended and uploaded again. */
    static String refused(BatchReview review, CourseDesign design) {
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of("line"));
        header.addAll(header(design));
        header.add("reasons");
        rows.add(header);
        for (var refused : review.refused()) {
            var cells = new ArrayList<>(List.of("" + refused.row().line()));
            cells.addAll(cells(refused.row(), design));
            cells.add(
                    refused.reasons().stream()
                            .map(reason -> reason.code() + ": " + Words.of(reason))
                            .collect(Collectors.joining(" | ")));
            rows.add(cells);
        }
        return CsvCells.write(rows);
    }

    private static List<String> header(CourseDesign design) {
        var header = new ArrayList<>(List.of("learner_id"));
        design.tasks().forEach(task -> header.add(task.code()));
        header.addAll(List.of("passed_on", "grade", "identity_checked", "assessed_by"));
        design.outcomes().forEach(outcome -> header.addAll(columns(outcome)));
        return header;
    }

    private static List<String> cells(ResultRow row, CourseDesign design) {
        var cells = new ArrayList<>(List.of(row.learnerNumber()));
        design.tasks().forEach(task -> cells.add(row.tasks().getOrDefault(task.code(), "")));
        cells.addAll(List.of(row.passedOn(), row.grade(), row.identityChecked(), row.assessedBy()));
        for (var outcome : design.outcomes()) {
            var typed = row.outcomes().getOrDefault(outcome.code(), OutcomeProof.Typed.NOTHING);
            cells.addAll(List.of(typed.result(), typed.criterion(), typed.evidence(), typed.day()));
        }
        return cells;
    }
}
