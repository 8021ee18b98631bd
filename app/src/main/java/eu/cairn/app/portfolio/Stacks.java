package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Portfolio;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lays what people hold on published rulebooks. */
@Component
public class Stacks {

    private final RulebookStore rulebooks;
    private final RecognisedStore recognised;
    private final Holdings holdings;
    private final CredentialFacts facts;
    private final Clock clock;

    Stacks(
            RulebookStore rulebooks,
            RecognisedStore recognised,
            Holdings holdings,
            CredentialFacts facts,
            Clock clock) {
        this.rulebooks = rulebooks;
        this.recognised = recognised;
        this.holdings = holdings;
        this.facts = facts;
        this.clock = clock;
    }

    /** How far a person is with every qualification that can be stacked today. */
    public List<Stack> all(Person person) {
        var held = holdings.of(person);
        return rulebooks.applying(clock.instant()).stream()
                .map(rulebook -> stack(rulebook, held, person))
                .toList();
    }

    /** How far a person is with one qualification, by the rules that apply today. */
    public Optional<Stack> of(Person person, String rulebook) {
        return rulebooks
                .applying(rulebook, clock.instant())
                .map(found -> stack(found, holdings.of(person), person));
    }

    /** What counts in this stack and in another of the person's stacks too. */
    List<AlsoCounted> alsoCounted(Person person, Stack stack) {
        var here =
                stack.audit().counted().stream()
                        .flatMap(count -> count.credentials().stream())
                        .collect(Collectors.toSet());
        return rulebooks.applying(clock.instant()).stream()
                .filter(other -> !other.id().equals(stack.rulebook().id()))
                .map(other -> stack(other, stack.holdings(), person))
                .flatMap(
                        other ->
                                other.audit().counted().stream()
                                        .flatMap(it -> it.credentials().stream())
                                        .filter(here::contains)
                                        .distinct()
                                        .map(
                                                credential ->
                                                        new AlsoCounted(
                                                                other.facts(credential)
                                                                        .title()
                                                                        .orElse(credential),
                                                                other.rulebook().title(),
                                                                other.rulebook().id())))
                .toList();
    }

    private Stack stack(PublishedRulebook rulebook, List<Holding> held, Person person) {
        var asOf = rulebook.day(clock.instant());
        var credentials = held.stream().map(facts::of).flatMap(Optional::stream).toList();
        var ids = new HashSet<>(credentials.stream().map(HeldCredential::id).toList());
        var decisions =
                recognised.of(person.id(), rulebook.id()).stream()
                        .filter(decision -> ids.contains(decision.credential()))
                        .toList();
        var portfolio =
                Portfolio.of(asOf, credentials)
                        .withDecisions(decisions.stream().map(Recognised::unit).toList());
        return new Stack(
                rulebook,
                held,
                decisions,
                recognised.asked(person.id(), rulebook.id()),
                portfolio,
                Audits.audit(rulebook.rules(), portfolio));
    }
}
