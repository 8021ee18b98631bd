package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseState;
import java.time.Instant;

/** One line of a course's history: into which state, when, why, and by whom. */
public record StateChange(int number, CourseState state, String reason, Instant at, String by) {}
