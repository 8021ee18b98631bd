package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A draft as it is kept.
 *
 * @param savedBy the name of who saved it last
 * @param revision counts the savings, so that nobody overwrites changes that they have not seen
 * @param number the version that it will be frozen as
 * @param startedFrom which course it was started from, in words; empty if from none
 * @param clashes what was written into fields that somebody else had just changed
 */
public record SavedDraft(
        UUID course,
        CourseDraft draft,
        Instant savedAt,
        String savedBy,
        int revision,
        int number,
        CourseState state,
        String startedFrom,
        List<Clash> clashes) {

    public SavedDraft {
        clashes = List.copyOf(clashes);
    }

    /**
     * A text that stands beside the one that is saved until one of both is chosen.
     *
     * @param place the field, such as {@code outcomes[2].text}
     */
    public record Clash(String place, String text, UUID writtenBy, String by, Instant at) {}

    SavedDraft with(List<Clash> others) {
        return new SavedDraft(
                course, draft, savedAt, savedBy, revision, number, state, startedFrom, others);
    }

    public boolean canBeEdited() {
        return state == CourseState.DRAFT;
    }
}
