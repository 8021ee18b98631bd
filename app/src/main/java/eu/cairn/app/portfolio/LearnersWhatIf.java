package eu.cairn.app.portfolio;

import eu.cairn.app.account.Acting;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.app.stacking.WhatIf;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Rulebook;
import java.time.Clock;
import java.util.ArrayList;
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

    private static final long WORK = Audits.WORK / 10;

    private final KnownLearners learners;
    private final RulebookStore rulebooks;
    private final WhatIfWords words;
    private final Clock clock;

    LearnersWhatIf(
            KnownLearners learners, RulebookStore rulebooks, WhatIfWords words, Clock clock) {
        this.learners = learners;
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
        var found = learners.of(acting, draft.id());
        var changes = new ArrayList<Change>();
        int looked = 0;
        for (var learner : found.learners()) {
            var portfolio = learner.portfolio();
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
                                    Optional.of(learner.name()),
                                    before.map(LearnersWhatIf::result),
                                    result(after),
                                    words.why(applying, before, draft, after, portfolio)));
                }
            }
        }
        return new Outcome(applying.map(Rulebook::version), looked, found.beyond(), changes);
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
