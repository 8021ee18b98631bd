package eu.cairn.app.portfolio;

import eu.cairn.stacking.Wish;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a learner chose for one credential in a qualification.
 *
 * @param credential its short code
 * @param requirement where it is to count; empty to keep it out of the qualification
 */
public record Choice(String credential, Optional<String> requirement) {

    private static final String OUT = "out";
    private static final String IN = "in:";

    /** As a form sends it; empty where Cairn is to decide. */
    String code() {
        return requirement.map(id -> IN + id).orElse(OUT);
    }

    /** Whether a form can have sent this. */
    static boolean isCode(String code) {
        return code.isEmpty() || code.equals(OUT) || code.startsWith(IN);
    }

    /** What a form sent; empty where Cairn is to decide. */
    static Optional<Choice> of(String credential, String code) {
        return code.equals(OUT)
                ? Optional.of(new Choice(credential, Optional.empty()))
                : code.startsWith(IN)
                        ? Optional.of(new Choice(credential, Optional.of(code.substring(3))))
                        : Optional.empty();
    }

    /** Several choices in one value of a form. */
    static String list(List<Choice> choices) {
        return choices.stream()
                .map(it -> it.credential() + " " + it.code())
                .collect(Collectors.joining(","));
    }

    /** The choices in one value of a form; what is none is passed over. */
    static List<Choice> list(String value) {
        return Arrays.stream(value.split(","))
                .map(one -> one.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> of(parts[0], parts[1]).stream())
                .toList();
    }

    /** As the audit takes it, of the credential with this identifier. */
    Wish wish(String id) {
        return requirement.map(it -> Wish.pin(id, it)).orElseGet(() -> Wish.leaveOut(id));
    }
}
