package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.MissingCourses;
import java.util.List;
import java.util.Optional;

/**
 * What the page of the courses that are missing shows.
 *
 * @param answer absent where the server is busy with others
 * @param lines the courses, the one with which most learners would finish first
 * @param beyond whether there are more learners than one question looks at
 */
public record MissingCoursesView(
        PublishedRulebook rulebook,
        Optional<MissingCourses.Answer> answer,
        List<Line> lines,
        boolean beyond) {

    /** The most courses that the page shows. */
    private static final int MOST = 20;

    public MissingCoursesView {
        lines = List.copyOf(lines);
    }

    /**
     * A course that does not exist yet.
     *
     * @param words what it has to be; empty where no rule asks for anything
     * @param finish how many learners would finish with it
     * @param undecided how many more might
     */
    public record Line(Ects credits, String words, int finish, int undecided) {}

    public List<Line> shown() {
        return lines.stream().limit(MOST).toList();
    }
}
