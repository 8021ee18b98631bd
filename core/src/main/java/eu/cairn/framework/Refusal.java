package eu.cairn.framework;

import java.util.Arrays;
import java.util.List;

/**
 * One reason for refusing, with a stable code and the place it is about; the words for people are
 * made from it where it is shown.
 *
 * @param code {@code context.reason}, never changed once published
 * @param place the field, row or element, such as {@code outcomes[2]}; empty for the whole
 * @param parameters what the sentence needs, in the order of its placeholders
 */
public record Refusal(String code, String place, List<String> parameters) {

    public Refusal {
        if (!code.matches("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+")) {
            throw new IllegalArgumentException("not a refusal code: " + code);
        }
        parameters = List.copyOf(parameters);
    }

    public static Refusal of(String code, String place, Object... parameters) {
        return new Refusal(code, place, Arrays.stream(parameters).map(String::valueOf).toList());
    }

    /** The same reason, said at another place. */
    public Refusal at(String other) {
        return new Refusal(code, other, parameters);
    }
}
