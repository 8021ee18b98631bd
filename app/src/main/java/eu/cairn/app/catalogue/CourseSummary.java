package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseState;
import java.time.Instant;
import java.util.UUID;

/**
 * A course in a list.
 *
 * @param number the version in question: the one in the making, or the frozen one
 * @param since when it came into this state
 */
public record CourseSummary(
        UUID id,
        int number,
        String code,
        String title,
        CourseState state,
        String reason,
        Instant since) {}
