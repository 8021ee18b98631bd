package eu.cairn.stacking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a credential does not count, or counts in part only; codes and parameters, no words.
 *
 * @param requirement the requirement that it is about; empty where it is about the credential alone
 * @param code {@code stacking.reason}, stable
 * @param parameters what the sentence needs, in the order of its placeholders
 */
public record Reason(Optional<String> requirement, String code, List<String> parameters) {

    public Reason {
        parameters = List.copyOf(parameters);
    }

    static Reason of(String code, Object... parameters) {
        var texts = new ArrayList<String>(parameters.length);
        for (var parameter : parameters) {
            texts.add(String.valueOf(parameter));
        }
        return new Reason(Optional.empty(), code, texts);
    }

    Reason at(String requirementId) {
        return new Reason(Optional.of(requirementId), code, parameters);
    }
}
