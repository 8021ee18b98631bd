package eu.cairn.stacking;

import java.util.Arrays;
import java.util.List;

/**
 * Why an offer is not part of the best plan, or cannot be part of any.
 *
 * @param code {@code plan.reason}, stable
 * @param parameters what the sentence needs, in the order of its placeholders
 */
public record NotPlanned(String offer, String code, List<String> parameters) {

    public NotPlanned {
        parameters = List.copyOf(parameters);
    }

    static NotPlanned of(Offer offer, String code, Object... parameters) {
        return new NotPlanned(
                offer.id(), code, Arrays.stream(parameters).map(String::valueOf).toList());
    }
}
