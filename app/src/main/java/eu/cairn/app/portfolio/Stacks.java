package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.FactsHeld;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lays what people hold on published rulebooks. */
@Component
public class Stacks {

    /** The work of each audit among many; on its own page, a stack may cost ten times as much. */
    private static final long REACH_WORK = Audits.WORK / 10;

    private final RulebookStore rulebooks;
    private final RecognisedStore recognised;
    private final ChoiceStore choices;
    private final Holdings holdings;
    private final CredentialFacts facts;
    private final Clock clock;

    /** Published rules, made ready once: a version is never changed. */
    private final Map<ChoiceStore.Rules, Audits> compiled = new ConcurrentHashMap<>();

    Stacks(
            RulebookStore rulebooks,
            RecognisedStore recognised,
            ChoiceStore choices,
            Holdings holdings,
            CredentialFacts facts,
            Clock clock) {
        this.rulebooks = rulebooks;
        this.recognised = recognised;
        this.choices = choices;
        this.holdings = holdings;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * How far a person is with every qualification that can be stacked today. Where nothing that
     * they hold could count, no audit is made.
     */
    public Reach reach(Person person) {
        return reach(held(person, holdings.of(person)));
    }

    private Reach reach(Held held) {
        var stacks = new ArrayList<Stack>();
        var others = new ArrayList<PublishedRulebook>();
        var facts = FactsHeld.of(held.credentials());
        for (var rulebook : rulebooks.applying(clock.instant())) {
            boolean possible =
                    facts.couldCount(rulebook.rules()) || !held.decisions(rulebook).isEmpty();
            if (possible && Acceptance.any(rulebook.rules(), held.portfolio(rulebook))) {
                stacks.add(stack(rulebook, held, REACH_WORK));
            } else {
                others.add(rulebook);
            }
        }
        return Reach.of(held.holdings().size(), stacks, others);
    }

    /** How far a person is with one qualification, by the rules that apply today. */
    public Optional<Stack> of(Person person, String rulebook) {
        return rulebooks
                .applying(rulebook, clock.instant())
                .map(found -> stack(found, held(person, holdings.of(person)), Audits.WORK))
                .map(stack -> stack.explained(audits(stack.rulebook())));
    }

    /** The same stack after something was chosen, with what was verified for it. */
    Stack again(Person person, Stack stack) {
        return stack(stack.rulebook(), held(person, stack.holdings()), Audits.WORK);
    }

    /** What this stack would be with further credentials, by the same rules on the same day. */
    Stack with(Stack stack, List<HeldCredential> further) {
        var portfolio = stack.portfolio().with(further);
        return new Stack(
                stack.rulebook(),
                stack.holdings(),
                stack.decisions(),
                stack.asked(),
                stack.choices(),
                portfolio,
                audits(stack.rulebook()).audit(portfolio, Audits.WORK / 10),
                Optional.empty());
    }

    /** What counts in this stack and in another of the person's stacks too. */
    List<AlsoCounted> alsoCounted(Person person, Stack stack) {
        var here =
                stack.audit().counted().stream()
                        .flatMap(count -> count.credentials().stream())
                        .collect(Collectors.toSet());
        return reach(held(person, stack.holdings())).stacks().stream()
                .filter(other -> !other.rulebook().id().equals(stack.rulebook().id()))
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

    private Held held(Person person, List<Holding> held) {
        return new Held(
                held,
                held.stream().map(facts::of).flatMap(Optional::stream).toList(),
                recognised.of(person.id()),
                recognised.asked(person.id()),
                choices.of(person),
                clock.instant());
    }

    private Stack stack(PublishedRulebook rulebook, Held held, long work) {
        var portfolio = held.portfolio(rulebook);
        var audits = audits(rulebook);
        return new Stack(
                rulebook,
                held.holdings(),
                held.decisions(rulebook),
                held.asked().getOrDefault(rulebook.id(), List.of()),
                held.choices(rulebook),
                portfolio,
                audits.audit(portfolio, work),
                portfolio.wishes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(audits.audit(portfolio.withWishes(List.of()), work)));
    }

    private Audits audits(PublishedRulebook rulebook) {
        return compiled.computeIfAbsent(
                ChoiceStore.Rules.of(rulebook), it -> Audits.under(rulebook.rules()));
    }

    /** What a person holds, and what was decided on it, by qualification. */
    private record Held(
            List<Holding> holdings,
            List<HeldCredential> credentials,
            Map<String, List<Recognised>> recognised,
            Map<String, List<Asked>> asked,
            Map<ChoiceStore.Rules, List<Choice>> chosen,
            Instant now) {

        List<Recognised> decisions(PublishedRulebook rulebook) {
            return recognised.getOrDefault(rulebook.id(), List.of()).stream()
                    .filter(decision -> holds(decision.credential()))
                    .toList();
        }

        Portfolio portfolio(PublishedRulebook rulebook) {
            return Portfolio.of(rulebook.day(now), credentials)
                    .withDecisions(decisions(rulebook).stream().map(Recognised::unit).toList())
                    .withWishes(wishes(rulebook));
        }

        List<Choice> choices(PublishedRulebook rulebook) {
            return chosen.getOrDefault(ChoiceStore.Rules.of(rulebook), List.of());
        }

        private List<Wish> wishes(PublishedRulebook rulebook) {
            return choices(rulebook).stream()
                    .flatMap(choice -> id(choice).map(choice::wish).stream())
                    .toList();
        }

        private Optional<String> id(Choice choice) {
            return holdings.stream()
                    .filter(one -> one.awarded().shortCode().equals(choice.credential()))
                    .flatMap(one -> one.content().stream())
                    .map(content -> content.id())
                    .filter(this::holds)
                    .findFirst();
        }

        private boolean holds(String credential) {
            return credentials.stream().anyMatch(it -> it.id().equals(credential));
        }
    }
}
