package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import java.time.Instant;
import java.util.UUID;

/**
 * A draft as it is kept.
 *
 * @param revision counts the savings, so that a second window cannot overwrite unseen changes
 * @param number the version that it will be frozen as
 */
public record SavedDraft(
        UUID course,
        CourseDraft draft,
        Instant savedAt,
        int revision,
        int number,
        CourseState state) {

    public boolean canBeEdited() {
        return state == CourseState.DRAFT;
    }
}
