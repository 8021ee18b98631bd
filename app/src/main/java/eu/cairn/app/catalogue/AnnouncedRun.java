package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseRun;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that an institution announced of a published course version.
 *
 * @param revision how often it was changed
 * @param cancelled when and why it was called off, where it was
 */
public record AnnouncedRun(
        UUID id, CourseRun run, int revision, Instant changedAt, Optional<Cancelled> cancelled) {

    /** When a run was called off, and why. */
    public record Cancelled(Instant at, String reason) {}
}
