package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.RulebookReader.Placed;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.RuleFinding;
import eu.cairn.stacking.Rulebook;
import eu.cairn.stacking.RulebookFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say of the text of a rulebook before it is published.
 *
 * @param rulebook the rulebook, where the text can be read, even if it contradicts itself
 * @param refusals why it cannot be published; none if it can
 * @param warnings what is legal and suspicious
 */
public record RulebookReview(
        Optional<Rulebook> rulebook, List<Refusal> refusals, List<Refusal> warnings) {

    public RulebookReview {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    static RulebookReview of(Decided<Placed> read) {
        return switch (read) {
            case Decided.Refused<Placed>(var reasons) ->
                    new RulebookReview(Optional.empty(), reasons, List.of());
            case Decided.Accepted<Placed>(var placed) -> of(placed);
        };
    }

    private static RulebookReview of(Placed placed) {
        var refusals = new ArrayList<Refusal>();
        var warnings = new ArrayList<Refusal>();
        for (RuleFinding finding : RulebookFindings.of(placed.rulebook())) {
            (finding.refused() ? refusals : warnings)
                    .add(
                            new Refusal(
                                    finding.code(),
                                    placed.places().of(finding.rule()),
                                    finding.parameters()));
        }
        return new RulebookReview(Optional.of(placed.rulebook()), refusals, warnings);
    }

    /** The rulebook, if it can be published. */
    public Decided<Rulebook> decided() {
        return refusals.isEmpty()
                ? Decided.accepted(rulebook.orElseThrow())
                : Decided.refused(refusals);
    }
}
