package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Requirement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What a learner can choose in a stack: where a credential counts, and that it does not. */
@Component
public class Choices {

    private final Stacks stacks;
    private final ChoiceStore store;
    private final Journal journal;
    private final Clock clock;
    private final JsonMapper json;

    Choices(Stacks stacks, ChoiceStore store, Journal journal, Clock clock, JsonMapper json) {
        this.stacks = stacks;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
        this.json = json;
    }

    /** A stack before choices were changed, and after it. */
    public record Change(Stack before, Stack after) {}

    /** What the journal keeps of a change. */
    record Chosen(String rulebook, String version, List<Choice> choices) {}

    /**
     * Chooses for one credential, and leaves what was chosen for others.
     *
     * @param version of the rules that the learner saw
     * @param choice empty to let Cairn decide
     */
    @Transactional
    public Decided<Change> choose(
            Person person,
            String rulebook,
            String version,
            String credential,
            Optional<Choice> choice) {
        store.lock(person);
        var before = stacks.of(person, rulebook).orElseThrow(NotThere::new);
        if (before.id(credential).isEmpty()) {
            return Decided.refused(
                    Refusal.of("portfolio.choice-not-held", "credential", credential));
        }
        var others = before.choices().stream().filter(it -> !it.credential().equals(credential));
        return keep(person, before, version, Stream.concat(others, choice.stream()).toList());
    }

    /** Chooses for every credential at once: what is not named, Cairn decides. */
    @Transactional
    public Decided<Change> replace(
            Person person, String rulebook, String version, List<Choice> choices) {
        store.lock(person);
        var before = stacks.of(person, rulebook).orElseThrow(NotThere::new);
        return keep(person, before, version, choices);
    }

    private Decided<Change> keep(
            Person person, Stack before, String version, List<Choice> choices) {
        var refusals = refusals(before, version, choices);
        if (!refusals.isEmpty()) {
            return Decided.refused(refusals);
        }
        var sorted = choices.stream().sorted(Comparator.comparing(Choice::credential)).toList();
        if (sorted.equals(before.choices())) {
            return Decided.accepted(new Change(before, before));
        }
        var rules = ChoiceStore.Rules.of(before.rulebook());
        store.replace(person, rules, sorted, clock.instant());
        journal.append(
                Optional.empty(),
                person.id(),
                "stack.chosen",
                rules.rulebook() + " " + rules.version(),
                json.writeValueAsBytes(new Chosen(rules.rulebook(), rules.version(), sorted)));
        return Decided.accepted(new Change(before, stacks.again(person, before)));
    }

    private static List<Refusal> refusals(Stack stack, String version, List<Choice> choices) {
        var rules = stack.rulebook().rules();
        if (!rules.version().equals(version)) {
            return List.of(Refusal.of("portfolio.rules-changed", "version", rules.version()));
        }
        var refusals = new ArrayList<Refusal>();
        var chosen = new HashSet<String>();
        for (int i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            var place = "choices[%d]".formatted(i + 1);
            if (!chosen.add(choice.credential())) {
                refusals.add(Refusal.of("portfolio.choice-twice", place, choice.credential()));
            }
            if (stack.choices().contains(choice)) {
                continue; // what was chosen stays, even while its credential cannot be read
            }
            if (stack.id(choice.credential()).isEmpty()) {
                refusals.add(Refusal.of("portfolio.choice-not-held", place, choice.credential()));
            }
            choice.requirement()
                    .filter(
                            id ->
                                    rules.everyRequirement()
                                            .map(Requirement::id)
                                            .noneMatch(id::equals))
                    .ifPresent(
                            id -> refusals.add(Refusal.of("portfolio.choice-no-place", place, id)));
        }
        return refusals;
    }
}
