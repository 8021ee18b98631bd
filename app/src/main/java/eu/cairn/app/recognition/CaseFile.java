package eu.cairn.app.recognition;

import eu.cairn.app.portfolio.Holding;
import eu.cairn.app.stacking.PublishedRulebook;
import java.util.Optional;

/**
 * Everything that belongs to one application.
 *
 * @param holding the credential, verified now
 * @param rulebook the version of the rules that was applied under
 * @param target the unit that it is compared with
 */
public record CaseFile(
        ApplicationRow row,
        Holding holding,
        PublishedRulebook rulebook,
        UnitStore.Target target,
        Optional<DecisionDocument> decision) {

    /** The title of the credential in its own language, or its code where it cannot be read. */
    public String title() {
        return holding.content()
                .map(content -> content.title().authoritative())
                .orElse("credential " + holding.awarded().shortCode());
    }

    public String language() {
        return holding.content()
                .map(content -> content.title().authoritativeLanguage().tag())
                .orElse("en");
    }
}
