package eu.cairn.app.portfolio;

import eu.cairn.app.account.Acting;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.app.stacking.WhatIf;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Rulebook;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Audits what learners hold under a rulebook in the making and under the one that applies. What
 * learners chose for themselves is left aside on both sides: only the rules differ.
 */
@Component
class LearnersWhatIf implements WhatIf {

    private static final int MOST = 500;
    private static final long WORK = Audits.WORK / 10;

    private final HolderStore holders;
    private final Holdings holdings;
    private final CredentialFacts facts;
    private final RecognisedStore recognised;
    private final RulebookStore rulebooks;
    private final WhatIfWords words;
    private final Clock clock;

    LearnersWhatIf(
            HolderStore holders,
            Holdings holdings,
            CredentialFacts facts,
            RecognisedStore recognised,
            RulebookStore rulebooks,
            WhatIfWords words,
            Clock clock) {
        this.holders = holders;
        this.holdings = holdings;
        this.facts = facts;
        this.recognised = recognised;
        this.rulebooks = rulebooks;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Outcome of(Acting acting, Rulebook draft) {
        var applying =
                rulebooks
                        .applying(draft.id(), clock.instant())
                        .filter(it -> it.organisation().id().equals(acting.organisation().id()))
                        .map(PublishedRulebook::rules);
        var now = applying.map(Audits::under);
        var then = Audits.under(draft);
        var found = holders.seenBy(acting.organisation(), MOST + 1);
        var changes = new ArrayList<Change>();
        int looked = 0;
        for (var holder : found.subList(0, Math.min(MOST, found.size()))) {
            var portfolio = portfolio(holder, draft.id(), acting.today(clock));
            boolean touched =
                    Acceptance.any(draft, portfolio)
                            || applying.stream().anyMatch(it -> Acceptance.any(it, portfolio));
            if (touched) {
                looked++;
                var before = now.map(it -> it.audit(portfolio, WORK));
                var after = then.audit(portfolio, WORK);
                if (before.stream().noneMatch(it -> same(it, after))) {
                    changes.add(
                            new Change(
                                    holder.name(),
                                    before.map(LearnersWhatIf::result),
                                    result(after),
                                    words.why(applying, before, draft, after, portfolio)));
                }
            }
        }
        return new Outcome(applying.map(Rulebook::version), looked, found.size() > MOST, changes);
    }

    private Portfolio portfolio(HolderStore.Holder holder, String rulebook, LocalDate day) {
        var credentials =
                holdings.of(holder.email()).stream()
                        .map(facts::of)
                        .flatMap(Optional::stream)
                        .toList();
        var held = credentials.stream().map(it -> it.id()).collect(Collectors.toSet());
        var units =
                holder.account().stream()
                        .flatMap(id -> recognised.of(id).getOrDefault(rulebook, List.of()).stream())
                        .filter(it -> held.contains(it.credential()))
                        .map(Recognised::unit)
                        .toList();
        return Portfolio.of(day, credentials).withDecisions(units);
    }

    private static boolean same(Audit before, Audit after) {
        return result(before).equals(result(after)) && counted(before).equals(counted(after));
    }

    private static Set<String> counted(Audit audit) {
        return audit.counted().stream()
                .flatMap(it -> it.credentials().stream())
                .collect(Collectors.toSet());
    }

    private static Result result(Audit audit) {
        return new Result(
                audit.result().code(),
                audit.counted().stream()
                        .map(Audit.Counted::credits)
                        .reduce(eu.cairn.framework.Ects.ZERO, eu.cairn.framework.Ects::plus),
                audit.missing());
    }
}
