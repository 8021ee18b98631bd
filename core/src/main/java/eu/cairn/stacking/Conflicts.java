package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out which rules stand in each other's way: a set of requirements and limits that cannot all
 * be met with what is held, while each of them alone, and the set without any one of them, could. A
 * rule that is left out asks nothing, and credentials may still count there.
 */
final class Conflicts {

    private static final long WORK = 20_000;
    private static final int MOST_PAIRS = 24;

    private final Rulebook rulebook;
    private final Portfolio portfolio;
    private final List<String> rules;

    private Conflicts(Rulebook rulebook, Portfolio portfolio) {
        this.rulebook = rulebook;
        this.portfolio = portfolio;
        this.rules =
                Stream.concat(
                                rulebook.requirements().stream().map(Requirement::id),
                                rulebook.everyLimit().map(Limit::id))
                        .sorted()
                        .toList();
    }

    /** The ids of such a set, in alphabetical order; empty where one rule alone cannot be met. */
    static List<String> smallest(Rulebook rulebook, Portfolio portfolio) {
        return new Conflicts(rulebook, portfolio).smallest();
    }

    private List<String> smallest() {
        for (var rule : rules) {
            if (impossible(List.of(rule))) {
                return List.of();
            }
        }
        if (rules.size() <= MOST_PAIRS) {
            for (int one = 0; one < rules.size(); one++) {
                for (int other = one + 1; other < rules.size(); other++) {
                    var pair = List.of(rules.get(one), rules.get(other));
                    if (impossible(pair)) {
                        return pair;
                    }
                }
            }
        }
        if (!impossible(rules)) {
            return List.of();
        }
        var kept = new ArrayList<>(rules);
        for (var rule : rules) {
            kept.remove(rule);
            if (!impossible(kept)) {
                kept.add(rule);
            }
        }
        return kept.stream().sorted().toList();
    }

    /** Whether it is certain that these cannot be met together. */
    private boolean impossible(List<String> kept) {
        var satisfied = Audits.under(with(kept)).satisfied(portfolio, WORK);
        return satisfied.filter(is -> !is).isPresent();
    }

    private Rulebook with(List<String> kept) {
        var requirements =
                rulebook.requirements().stream()
                        .flatMap(
                                each ->
                                        kept.contains(each.id())
                                                ? Stream.of(each)
                                                : each.stream()
                                                        .filter(Take.class::isInstance)
                                                        .map(take -> asksNothing((Take) take)))
                        .toList();
        return new Rulebook(
                rulebook.id(),
                rulebook.version(),
                rulebook.note(),
                rulebook.awardingBody(),
                rulebook.level(),
                rulebook.cycle(),
                rulebook.validFrom(),
                rulebook.validTo(),
                requirements,
                rulebook.limits().stream().filter(limit -> kept.contains(limit.id())).toList(),
                rulebook.total().filter(total -> kept.contains(total.id())),
                rulebook.terms().withSpending(kept));
    }

    private static Requirement asksNothing(Take take) {
        return new Take(
                take.id(),
                take.note(),
                take.from(),
                Optional.of(Ects.ZERO),
                Optional.empty(),
                take.partial());
    }
}
