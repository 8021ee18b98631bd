package eu.cairn.app.catalogue;

import eu.cairn.catalogue.RunDraft;
import java.util.Optional;
import java.util.UUID;

/**
 * What the form on the page of runs holds.
 *
 * @param changes the run that it changes; empty where it announces one
 * @param revision of that run
 */
public record RunForm(Optional<UUID> changes, int revision, RunDraft draft) {}
