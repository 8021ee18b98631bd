package eu.cairn.app.catalogue;

import eu.cairn.catalogue.RunDraft;
import java.util.Optional;
import java.util.UUID;

/**
 * What the form on the page of runs holds.
 *
 * @param changes the run that it changes; empty where it announces one
 * @param revision of that run
 * @param callingOff what was refused of calling a run off
 */
public record RunForm(
        Optional<UUID> changes, int revision, RunDraft draft, Optional<CallingOff> callingOff) {

    RunForm(Optional<UUID> changes, int revision, RunDraft draft) {
        this(changes, revision, draft, Optional.empty());
    }

    /** The run that was to be called off, and the reason as it was typed. */
    public record CallingOff(UUID run, String reason) {

        public boolean isOf(AnnouncedRun other) {
            return other.id().equals(run);
        }
    }
}
