package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseDraft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The activities of one row of a table: each begins with the column of its title, and the columns
 * up to the next title are about it.
 */
final class ActivityCells {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)[1-9]\\d{0,2}(?!\\d)");

    private final List<Map<CourseColumn, String>> activities = new ArrayList<>();

    void add(CourseColumn column, String cell) {
        if (column == CourseColumn.ACTIVITY || activities.isEmpty()) {
            activities.add(new EnumMap<>(CourseColumn.class));
        }
        if (!cell.isEmpty()) {
            activities.getLast().merge(column, cell, (one, more) -> one + "\n" + more);
        }
    }

    /** Those of which anything is stated. */
    List<CourseDraft.Activity> read() {
        return activities.stream()
                .filter(cells -> !cells.isEmpty())
                .map(ActivityCells::activity)
                .toList();
    }

    private static CourseDraft.Activity activity(Map<CourseColumn, String> cells) {
        return new CourseDraft.Activity(
                cells.getOrDefault(CourseColumn.ACTIVITY, ""),
                cells.getOrDefault(CourseColumn.ACTIVITY_HOURS, ""),
                NUMBER.matcher(cells.getOrDefault(CourseColumn.ACTIVITY_OUTCOMES, ""))
                        .results()
                        .map(MatchResult::group)
                        .map(Integer::valueOf)
                        .distinct()
                        .toList(),
                cells.getOrDefault(CourseColumn.ACTIVITY_TYPE, ""),
                "",
                "",
                "",
                cells.getOrDefault(CourseColumn.ACTIVITY_MODE, ""),
                cells.getOrDefault(CourseColumn.ACTIVITY_TEACHERS, ""),
                cells.getOrDefault(CourseColumn.ACTIVITY_RESOURCES, "")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }
}
