package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.AuditWords;
import eu.cairn.app.stacking.RuleWords;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Reason;
import eu.cairn.stacking.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what choices do to a stack. */
@Component
class ChoiceWords {

    private static final String IN_VAIN = "stacking.pin-not-possible";

    private final RuleWords words;

    ChoiceWords(RuleWords words) {
        this.words = words;
    }

    /** What became of one credential's choice, and what it does to the result. */
    String of(Choices.Change change, String credential) {
        return became(change.after(), credential)
                + " "
                + effect(change.before().audit(), change.after().audit());
    }

    /** What became of one credential's choice. */
    String became(Stack stack, String credential) {
        var id = stack.id(credential).orElseThrow();
        var title = stack.facts(id).title().orElse(credential);
        var choice = stack.choice(credential);
        if (choice.isEmpty()) {
            return say("portfolio.choice-none", title);
        }
        return choice.get()
                .requirement()
                .map(requirement -> pinned(stack, id, title, requirement))
                .orElseGet(() -> say("portfolio.choice-left-out", title));
    }

    private String pinned(Stack stack, String id, String title, String requirement) {
        var place = title(stack, requirement);
        if (stack.audit().result() == Audit.Result.COULD_NOT_FINISH) {
            return say("portfolio.choice-not-decided", title, place);
        }
        if (isKept(stack, id)) {
            return say("portfolio.choice-counts", title, place);
        }
        var why =
                stack.result(id).reasons().stream()
                        .filter(it -> !it.code().equals(IN_VAIN))
                        .filter(
                                it ->
                                        it.requirement().isEmpty()
                                                || (it.requirement().get().equals(requirement)
                                                        && !stack.accepts(id, requirement)))
                        .map(this::readable)
                        .collect(Collectors.joining(" "));
        return why.isEmpty()
                ? say("portfolio.choice-not-together", title, place)
                : say("portfolio.choice-not-accepted", title, place, why);
    }

    /** Whether a credential counts where it was pinned, or was not pinned at all. */
    static boolean isKept(Stack stack, String id) {
        var counts =
                stack.result(id).counts().stream()
                        .flatMap(it -> it.requirements().stream())
                        .collect(Collectors.toSet());
        return stack.choices().stream()
                .filter(choice -> stack.id(choice.credential()).equals(Optional.of(id)))
                .flatMap(choice -> choice.requirement().stream())
                .allMatch(
                        pinned ->
                                stack.rulebook()
                                        .rules()
                                        .everyRequirement()
                                        .filter(it -> it.id().equals(pinned))
                                        .flatMap(Requirement::stream)
                                        .anyMatch(it -> counts.contains(it.id())));
    }

    /** What a change does to the result, in one sentence. */
    static String effect(Audit before, Audit after) {
        if (after.result() == Audit.Result.COULD_NOT_FINISH
                || before.result() == Audit.Result.COULD_NOT_FINISH) {
            return say("portfolio.effect-not-decided");
        }
        if (after.missing().isEmpty()) {
            return say("portfolio.effect-not-possible");
        }
        var is = after.missing().get();
        if (before.missing().isEmpty()) {
            return say("portfolio.effect-possible-again", is);
        }
        var was = before.missing().get();
        int more = is.compareTo(was);
        if (more == 0) {
            return is.isZero()
                    ? say("portfolio.effect-complete-as-before")
                    : say("portfolio.effect-same", is);
        }
        if (is.isZero()) {
            return say("portfolio.effect-complete-now", was);
        }
        return more > 0
                ? say("portfolio.effect-more", is.minusAtMost(was), is, was)
                : say("portfolio.effect-fewer", was.minusAtMost(is), is, was);
    }

    private String readable(Reason reason) {
        var parameters = reason.parameters().stream().map(words::issuerNames).toList();
        return AuditWords.english()
                .reason(new Reason(reason.requirement(), reason.code(), parameters));
    }

    private String title(Stack stack, String requirement) {
        return stack.rulebook()
                .rules()
                .everyRequirement()
                .filter(it -> it.id().equals(requirement))
                .findFirst()
                .map(it -> words.title(it))
                .orElse(requirement);
    }

    private static String say(String code, Object... parameters) {
        return Words.of(code, List.of(parameters).stream().map(ChoiceWords::text).toList());
    }

    private static String text(Object parameter) {
        return parameter instanceof Ects credits ? credits.toString() : String.valueOf(parameter);
    }
}
