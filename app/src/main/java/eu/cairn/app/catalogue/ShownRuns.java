package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseRun;
import java.util.List;

/**
 * What the public sees of the runs of a course on offer: none that is over.
 *
 * @param coming those that take place, by first day
 * @param calledOff those that were announced and do not take place, with the reason
 */
public record ShownRuns(List<CourseRun> coming, List<CalledOff> calledOff) {

    /** What is shown of a version that is not on offer. */
    static final ShownRuns NONE = new ShownRuns(List.of(), List.of());

    /** A run that does not take place, and why. */
    public record CalledOff(CourseRun run, String reason) {}
}
