package eu.cairn.stacking;

import java.util.Arrays;
import java.util.List;

/**
 * What is wrong with a rulebook that can be read, or what is legal but suspicious.
 *
 * @param rule the id of the rule it is about; empty for the whole
 * @param refused whether no such rulebook can be published
 * @param code {@code rulebook.reason}, never changed once published
 * @param parameters what the sentence needs, in the order of its placeholders
 */
public record RuleFinding(String rule, boolean refused, String code, List<String> parameters) {

    public RuleFinding {
        parameters = List.copyOf(parameters);
    }

    static RuleFinding refused(String rule, String code, Object... parameters) {
        return new RuleFinding(rule, true, code, texts(parameters));
    }

    static RuleFinding warning(String rule, String code, Object... parameters) {
        return new RuleFinding(rule, false, code, texts(parameters));
    }

    private static List<String> texts(Object... parameters) {
        return Arrays.stream(parameters).map(String::valueOf).toList();
    }
}
