package eu.cairn.app.portfolio;

import static eu.cairn.app.portfolio.AheadWords.say;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.RuleWords;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes of a stack as it would be what its page shows. */
@Component
class IfPassedViews {

    private final RuleWords words;
    private final StackViews stacks;
    private final Offers offers;

    IfPassedViews(RuleWords words, StackViews stacks, Offers offers) {
        this.words = words;
        this.stacks = stacks;
        this.offers = offers;
    }

    IfPassedView of(IfPassed passed) {
        var then = passed.then();
        return new IfPassedView(
                result(passed),
                shape(then.audit()),
                passed.courses().stream().map(course -> course(then, course)).toList(),
                requirements(passed),
                limits(passed),
                replaced(passed),
                then.audit().missing().filter(missing -> !missing.isZero()),
                stacks.ways(then, offers.published()));
    }

    /** What would become of the whole, in one sentence. */
    static String result(IfPassed passed) {
        var now = passed.now().audit();
        var then = passed.then().audit();
        if (then.result() == Audit.Result.COULD_NOT_FINISH) {
            return say("portfolio.if-passed-not-decided");
        }
        if (then.result() == Audit.Result.SATISFIED) {
            return now.result() == Audit.Result.SATISFIED
                    ? say("portfolio.if-passed-complete-already")
                    : say("portfolio.if-passed-complete");
        }
        if (then.missing().isEmpty()) {
            return say("portfolio.if-passed-impossible");
        }
        var missing = then.missing().get();
        if (now.missing().isEmpty()) {
            return say("portfolio.if-passed-missing", missing.toString());
        }
        return now.missing().get().equals(missing)
                ? say("portfolio.if-passed-same", missing.toString())
                : say(
                        "portfolio.if-passed-fewer",
                        missing.toString(),
                        now.missing().get().toString());
    }

    private static String shape(Audit then) {
        return switch (then.result()) {
            case SATISFIED -> "met";
            case NOT_SATISFIED -> "part";
            case COULD_NOT_FINISH -> "ask";
        };
    }

    private IfPassedView.Course course(Stack then, OnOffer course) {
        var facts = then.facts(course.key());
        return new IfPassedView.Course(course, counts(then, course.key()), reasons(then, facts));
    }

    /** Where a credential would count and with how many credits; empty where it would not. */
    String counts(Stack then, String credential) {
        return then.result(credential).counts().stream()
                .map(
                        count ->
                                say(
                                        "portfolio.if-passed-counts",
                                        count.credits().toString(),
                                        count.requirements().stream()
                                                .map(it -> title(then, it))
                                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" "));
    }

    /** The reasons of the audit; what depends on a grade, which only an award decides, says so. */
    List<CredentialLine.Why> reasons(Stack then, HeldCredential facts) {
        var result = then.result(facts.id());
        var known = result.reasons().stream().filter(it -> !isAboutGrade(it)).toList();
        var reasons =
                new StackReasons(then, words, id -> held(then, id))
                        .of(facts, new Audit.CredentialResult(facts.id(), result.counts(), known));
        var said = new ArrayList<CredentialLine.Why>();
        result.reasons().stream()
                .filter(IfPassedViews::isAboutGrade)
                .flatMap(it -> it.requirement().stream())
                .map(it -> title(then, it))
                .distinct()
                .forEach(
                        it ->
                                said.add(
                                        new CredentialLine.Why(
                                                "ask",
                                                say("portfolio.if-passed-grade", it),
                                                "portfolio.if-passed-grade")));
        said.addAll(reasons);
        return said;
    }

    private static boolean isAboutGrade(Reason reason) {
        return reason.code().equals("stacking.fact-absent")
                && reason.parameters().equals(List.of(Fact.GRADE.key()));
    }

    private static Optional<String> held(Stack stack, String id) {
        return stack.portfolio().credentials().stream()
                .filter(one -> one.id().equals(id))
                .map(one -> "“" + one.title().orElse(id) + "”")
                .findFirst();
    }

    private List<IfPassedView.Change> requirements(IfPassed passed) {
        var now = rows(passed.now());
        var then = rows(passed.then());
        var changes = new ArrayList<IfPassedView.Change>();
        for (int row = 0; row < now.size(); row++) {
            changes.add(new IfPassedView.Change(now.get(row), then.get(row)));
        }
        return changes;
    }

    private List<StackRow> rows(Stack stack) {
        return new StackRows(stack, new StackLetters(stack), words).rows();
    }

    private List<IfPassedView.LimitChange> limits(IfPassed passed) {
        var now = stacks.limits(passed.now());
        var then = stacks.limits(passed.then());
        var changes = new ArrayList<IfPassedView.LimitChange>();
        for (int limit = 0; limit < now.size(); limit++) {
            var change = new IfPassedView.LimitChange(now.get(limit), then.get(limit));
            if (!change.now().shape().equals("met") || !change.then().shape().equals("met")) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** What is held and counts now, and would not then. */
    static List<String> replaced(IfPassed passed) {
        return passed.now().portfolio().credentials().stream()
                .filter(held -> !passed.now().result(held.id()).counts().isEmpty())
                .filter(held -> passed.then().result(held.id()).counts().isEmpty())
                .map(held -> held.title().orElse(held.id()))
                .toList();
    }

    String title(Stack stack, String requirement) {
        return words.title(stack.rulebook().rules(), requirement);
    }
}
