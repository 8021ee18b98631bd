package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.AuditWords;
import eu.cairn.app.stacking.RuleWords;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Limit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes of a stack what its page shows. */
@Component
class StackViews {

    private final RuleWords words;
    private final Offers offers;
    private final ChoiceWords chosen;

    StackViews(RuleWords words, Offers offers, ChoiceWords chosen) {
        this.words = words;
        this.offers = offers;
        this.chosen = chosen;
    }

    /** The view of a stack; {@code own} for the person whose stack it is. */
    StackView of(Stack stack, Person person, boolean own) {
        var letters = new StackLetters(stack);
        var rows = new StackRows(stack, letters, words);
        return new StackView(
                stack,
                own,
                person.fullName(),
                rows.figure(),
                rows.rows(),
                letters.shares(),
                limits(stack),
                AuditWords.english()
                        .why(stack.audit(), id -> words.title(stack.rulebook().rules(), id)),
                ways(stack, offers.published()),
                new CredentialLines(stack, letters, words, chosen, own).lines(),
                counted(stack),
                held(stack),
                total(stack));
    }

    /** What the page of all stacks shows. */
    ReachView of(Reach reach) {
        var published = offers.published();
        return new ReachView(
                reach.held(),
                reach.stacks().stream()
                        .map(
                                stack ->
                                        new ReachView.Line(
                                                stack.rulebook(),
                                                Reach.nearness(stack),
                                                counted(stack),
                                                total(stack),
                                                stack.audit().missing(),
                                                ways(stack, published)))
                        .toList(),
                reach.others());
    }

    static Ects counted(Stack stack) {
        return stack.audit().counted().stream()
                .map(Audit.Counted::credits)
                .reduce(Ects.ZERO, Ects::plus);
    }

    private static Ects held(Stack stack) {
        return stack.portfolio().credentials().stream()
                .map(credential -> credential.credits())
                .reduce(Ects.ZERO, Ects::plus);
    }

    /** The size of the qualification: as its rules state it, or what counts and what is missing. */
    static Ects total(Stack stack) {
        return stack.rulebook()
                .rules()
                .total()
                .flatMap(Limit::atLeast)
                .orElseGet(() -> counted(stack).plus(stack.audit().missing().orElse(Ects.ZERO)));
    }

    List<StackView.LimitLine> limits(Stack stack) {
        return stack.rulebook().rules().everyLimit().map(limit -> limit(stack, limit)).toList();
    }

    private StackView.LimitLine limit(Stack stack, Limit limit) {
        var result =
                stack.audit().limits().stream()
                        .filter(it -> it.id().equals(limit.id()))
                        .findFirst()
                        .orElseThrow();
        return new StackView.LimitLine(
                result.holds() ? "met" : "part",
                words.of(limit),
                StackView.standing(result, limit),
                limit.note().because().orElse(""));
    }

    /** What would complete a stack, and which of these courses lead to it. */
    List<StackView.Way> ways(Stack stack, List<OnOffer> published) {
        var ways = new ArrayList<StackView.Way>();
        var offered = new HashSet<List<String>>();
        for (var further : stack.audit().completion()) {
            var takes =
                    StackRows.takes(stack)
                            .filter(it -> further.requirements().contains(it.id()))
                            .toList();
            ways.add(
                    new StackView.Way(
                            takes.stream()
                                    .map(it -> words.title(it))
                                    .collect(Collectors.joining(" + ")),
                            further.credits(),
                            words.of(further.facts()),
                            offered.add(further.requirements())
                                    ? Offers.of(published, stack, takes)
                                    : List.of()));
        }
        return ways;
    }
}
