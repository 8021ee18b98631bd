package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseDraft;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps what was answered to hints at its place when rows are taken away. */
final class Answers {

    private static final Pattern PLACE =
            Pattern.compile("(outcomes|activities|tasks)\\[(\\d+)](.*)");

    private Answers() {}

    /** The answer at its new place; none if its row is the one that was taken away. */
    static Optional<CourseDraft.Answer> after(String action, CourseDraft.Answer answer) {
        var place = PLACE.matcher(answer.place());
        if (!action.startsWith("remove-")
                || !place.matches()
                || !place.group(2).matches("\\d{1,4}")) {
            return Optional.of(answer);
        }
        var row =
                switch (place.group(1)) {
                    case "outcomes" -> "remove-outcome-";
                    case "activities" -> "remove-activity-";
                    default -> "remove-task-";
                };
        int number = Integer.parseInt(place.group(2));
        if (action.equals(row + number)) {
            return Optional.empty();
        }
        var removed = action.startsWith(row) ? action.substring(row.length()) : "";
        return removed.matches("\\d{1,4}") && Integer.parseInt(removed) < number
                ? Optional.of(
                        new CourseDraft.Answer(
                                answer.code(),
                                place.group(1) + "[" + (number - 1) + "]" + place.group(3),
                                answer.reason()))
                : Optional.of(answer);
    }
}
