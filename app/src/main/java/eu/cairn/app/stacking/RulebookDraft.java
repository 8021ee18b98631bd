package eu.cairn.app.stacking;

import eu.cairn.formats.stacking.RulebookReader;
import eu.cairn.framework.Decided;
import eu.cairn.stacking.Rulebook;
import java.time.Instant;
import java.util.UUID;

/**
 * A rulebook in the making, as it was typed.
 *
 * @param revision how often it was saved; a save is made from one
 */
public record RulebookDraft(UUID id, String content, int revision, Instant savedAt) {

    /** What the text calls the qualification, as far as it can be read. */
    public String title() {
        return RulebookReader.read(content) instanceof Decided.Accepted<Rulebook>(var rules)
                ? rules.title() + ", version " + rules.version()
                : "A draft that cannot be read yet";
    }

    /**
     * What a save was made from.
     *
     * @param window the open page that it comes from, which never contradicts itself
     */
    record Basis(int revision, String window) {}
}
