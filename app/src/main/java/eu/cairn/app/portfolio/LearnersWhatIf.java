package eu.cairn.app.portfolio;

import eu.cairn.app.account.Acting;
import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.app.stacking.WhatIf;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Rulebook;
import java.time.Clock;
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
        boolean own =
                rulebooks.versions(draft.id()).stream()
                        .allMatch(it -> it.organisation().id().equals(acting.organisation().id()));
        var found = holders.of(acting.organisation(), MOST + 1);
        var changes = new ArrayList<Change>();
        int looked = 0;
        for (var holder : found.subList(0, Math.min(MOST, found.size()))) {
            var portfolio = portfolio(holder, own ? draft.id() : "", acting);
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
                                    Optional.of(holder.name()),
                                    before.map(LearnersWhatIf::result),
                                    result(after),
                                    words.why(applying, before, draft, after, portfolio)));
                }
            }
        }
        return new Outcome(applying.map(Rulebook::version), looked, found.size() > MOST, changes);
    }

    /**
     * What the institution knows of a learner: its own credentials, and those of others that it
     * recognised for this qualification. What else somebody holds is nobody's business here.
     */
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
