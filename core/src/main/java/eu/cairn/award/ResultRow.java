package eu.cairn.award;

import java.util.Map;

/**
 * One row of a file of results as it was typed, every cell text.
 *
 * @param line the row's line in the file, where the header is line 1
 * @param learnerNumber the institution's own number for the learner
 * @param tasks task code to result, {@code passed} or {@code failed}
 * @param passedOn the day of the last assessment, ISO date
 * @param grade the overall result, on the scale of the course
 * @param identityChecked {@code yes} where the identity check was made
 * @param assessedBy who assessed, by address or name, several separated by commas, semicolons or
 *     bars; blank where the file does not say
 * @param outcomes outcome code to what is stated of it
 */
public record ResultRow(
        int line,
        String learnerNumber,
        Map<String, String> tasks,
        String passedOn,
        String grade,
        String identityChecked,
        String assessedBy,
        Map<String, OutcomeProof.Typed> outcomes) {

    public ResultRow {
        tasks = Map.copyOf(tasks);
        outcomes = Map.copyOf(outcomes);
    }
}
