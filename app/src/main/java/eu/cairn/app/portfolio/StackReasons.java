package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.AuditWords;
import eu.cairn.app.stacking.RuleWords;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says why a credential does not count in a stack, or counts in part only. */
final class StackReasons {

    private static final int NAMED = 3;

    private final Stack stack;
    private final RuleWords words;
    private final Function<String, Optional<String>> credentials;
    private final AuditWords sentences = AuditWords.english();

    /**
     * The reasons of one stack.
     *
     * @param credentials what a credential is called beside them, if it is one of the stack
     */
    StackReasons(Stack stack, RuleWords words, Function<String, Optional<String>> credentials) {
        this.stack = stack;
        this.words = words;
        this.credentials = credentials;
    }

    /**
     * The same sentence about several requirements is said once; what a requirement says that would
     * take the credential comes before what others miss in it.
     */
    List<CredentialLine.Why> of(HeldCredential facts, Audit.CredentialResult result) {
        var about = new LinkedHashMap<CredentialLine.Why, List<String>>();
        for (var reason : result.reasons()) {
            var titles =
                    about.computeIfAbsent(
                            new CredentialLine.Why(
                                    shape(facts, result), sentence(reason), reason.code()),
                            key -> new ArrayList<>());
            reason.requirement().map(this::title).ifPresent(titles::add);
        }
        return about.entrySet().stream()
                .sorted(Comparator.comparing(entry -> isMismatch(entry.getKey().code())))
                .map(
                        entry ->
                                new CredentialLine.Why(
                                        entry.getKey().shape(),
                                        named(entry.getValue(), result) + entry.getKey().words(),
                                        entry.getKey().code()))
                .toList();
    }

    private static boolean isMismatch(String code) {
        return code.equals("stacking.fact-absent")
                || code.endsWith("-differs")
                || code.startsWith("stacking.level-");
    }

    private static String named(List<String> titles, Audit.CredentialResult result) {
        if (titles.isEmpty() || !result.counts().isEmpty()) {
            return "";
        }
        return titles.size() <= NAMED
                ? String.join(", ", titles) + ": "
                : "%s and %d more: ".formatted(titles.getFirst(), titles.size() - 1);
    }

    private static String shape(HeldCredential facts, Audit.CredentialResult result) {
        if (!result.counts().isEmpty()) {
            return "part";
        }
        return switch (facts.status()) {
            case VALID -> "skip";
            case UNVERIFIED -> "ask";
            case REVOKED, SUSPENDED, EXPIRED, NOT_GENUINE -> "no";
        };
    }

    private String sentence(Reason reason) {
        return sentences.reason(
                new Reason(
                        reason.requirement(),
                        reason.code(),
                        reason.parameters().stream().map(this::readable).toList()));
    }

    /** A parameter as people read it: a limit by its title, an institution by its name. */
    private String readable(String parameter) {
        if (parameter.startsWith("hei:")) {
            return words.issuerNames(parameter);
        }
        return credentials.apply(parameter).orElseGet(() -> limit(parameter).orElse(parameter));
    }

    private Optional<String> limit(String id) {
        return stack.rulebook()
                .rules()
                .everyLimit()
                .filter(limit -> limit.id().equals(id))
                .findFirst()
                .map(limit -> "“" + words.of(limit) + "”");
    }

    /** What the requirement of this id is called. */
    String title(String requirement) {
        return words.title(stack.rulebook().rules(), requirement);
    }
}
