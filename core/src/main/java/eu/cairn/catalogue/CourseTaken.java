package eu.cairn.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How it is known that a learner took a course.
 *
 * @param passedOn the day of the last result, of whoever has its credential
 * @param appliedOn the day on which they applied, of whoever was admitted
 */
public record CourseTaken(Optional<LocalDate> passedOn, Optional<LocalDate> appliedOn) {

    /** Whether they can have been in a run: it was not over before, and is by {@code today}. */
    public boolean isThrough(CourseRun run, LocalDate today) {
        return passedOn.map(day -> !run.from().isAfter(day))
                .orElseGet(
                        () ->
                                appliedOn.filter(day -> !run.to().isBefore(day)).isPresent()
                                        && run.to().isBefore(today));
    }
}
