package eu.cairn.app.stacking;

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
        return RulebookCheck.of(content)
                .rulebook()
                .map(rules -> rules.title() + ", version " + rules.version())
                .orElse("A draft that cannot be read yet");
    }

    /**
     * What a save was made from.
     *
     * @param window the open page that it comes from, which never contradicts itself
     */
    record Basis(int revision, String window) {}
}
