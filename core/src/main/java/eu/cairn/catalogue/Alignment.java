package eu.cairn.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * Constructive alignment as a matrix: which activity teaches an outcome and which task assesses it
 * (Biggs). Empty rows and columns are the gaps.
 *
 * @param rows one for each outcome, in order
 * @param activitiesWithoutOutcome numbers of the activities that teach none, from 1
 * @param tasksWithoutOutcome numbers of the tasks that assess none, from 1
 */
public record Alignment(
        List<Row> rows, List<Integer> activitiesWithoutOutcome, List<Integer> tasksWithoutOutcome) {

    /**
     * An outcome and what serves it.
     *
     * @param taughtIn for each activity, whether it teaches the outcome
     * @param assessedIn for each task, whether it assesses the outcome
     */
    public record Row(List<Boolean> taughtIn, List<Boolean> assessedIn) {

        public boolean taught() {
            return taughtIn.contains(true);
        }

        public boolean assessed() {
            return assessedIn.contains(true);
        }
    }

    /** The matrix of a design as it was typed. */
    public static Alignment of(CourseDraft draft) {
        var rows = new ArrayList<Row>();
        for (int i = 1; i <= draft.outcomes().size(); i++) {
            int outcome = i;
            rows.add(
                    new Row(
                            draft.activities().stream()
                                    .map(activity -> activity.outcomes().contains(outcome))
                                    .toList(),
                            draft.tasks().stream()
                                    .map(task -> task.outcomes().contains(outcome))
                                    .toList()));
        }
        return new Alignment(
                List.copyOf(rows),
                empty(draft.activities().stream().map(CourseDraft.Activity::outcomes).toList()),
                empty(draft.tasks().stream().map(CourseDraft.Task::outcomes).toList()));
    }

    private static List<Integer> empty(List<List<Integer>> columns) {
        var empty = new ArrayList<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty()) {
                empty.add(i + 1);
            }
        }
        return List.copyOf(empty);
    }
}
