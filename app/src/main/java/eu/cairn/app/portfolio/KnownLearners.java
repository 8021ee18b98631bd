package eu.cairn.app.portfolio;

import eu.cairn.app.account.Acting;
import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.stacking.Portfolio;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What an institution knows of its learners: its own credentials, and those of others that it
 * recognised for a qualification of its own. What else somebody holds is nobody's business here.
 */
@Component
class KnownLearners {

    /** The most learners of one question. */
    static final int MOST = 500;

    private final HolderStore holders;
    private final Holdings holdings;
    private final CredentialFacts facts;
    private final RecognisedStore recognised;
    private final RulebookStore rulebooks;
    private final Clock clock;

    KnownLearners(
            HolderStore holders,
            Holdings holdings,
            CredentialFacts facts,
            RecognisedStore recognised,
            RulebookStore rulebooks,
            Clock clock) {
        this.holders = holders;
        this.holdings = holdings;
        this.facts = facts;
        this.recognised = recognised;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /** A learner, by the name by which the institution knows them. */
    record Known(String name, Portfolio portfolio) {}

    /**
     * The learners, today.
     *
     * @param beyond whether there are more than one question looks at
     */
    record Found(List<Known> learners, boolean beyond) {
        Found {
            learners = List.copyOf(learners);
        }
    }

    /** Whoever was awarded something, with what counts as known for the rulebook of this id. */
    Found of(Acting acting, String rulebook) {
        boolean own =
                rulebooks.versions(rulebook).stream()
                        .allMatch(it -> it.organisation().id().equals(acting.organisation().id()));
        var found = holders.of(acting.organisation(), MOST + 1);
        return new Found(
                found.stream()
                        .limit(MOST)
                        .map(
                                holder ->
                                        new Known(
                                                holder.name(),
                                                portfolio(holder, own ? rulebook : "", acting)))
                        .toList(),
                found.size() > MOST);
    }

    private Portfolio portfolio(HolderStore.Holder holder, String rulebook, Acting acting) {
        var day = acting.today(clock);
        var home = Optional.of(CourseFacts.issuer(acting.organisation().slug()));
        var all =
                holdings.of(holder.email()).stream()
                        .map(facts::of)
                        .flatMap(Optional::stream)
                        .toList();
        var recognitions =
                holder.account().stream()
                        .flatMap(id -> recognised.of(id).getOrDefault(rulebook, List.of()).stream())
                        .toList();
        var decided = recognitions.stream().map(Recognised::credential).collect(Collectors.toSet());
        var credentials =
                all.stream()
                        .filter(it -> it.issuer().equals(home) || decided.contains(it.id()))
                        .toList();
        var held = credentials.stream().map(it -> it.id()).collect(Collectors.toSet());
        var units =
                recognitions.stream()
                        .filter(it -> held.contains(it.credential()))
                        .map(Recognised::unit)
                        .toList();
        return Portfolio.of(day, credentials).withDecisions(units);
    }
}
