package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds out which rules stand in each other's way: a set of requirements and limits that cannot all
 * be met with what is held, while each of them alone, and the set without any one of them, could. A
 * rule that is left out asks nothing, and credentials may still count there.
 */
final class Conflicts {

    private static final long WORK = 20_000;

    /** What all questions together may cost, and what one costs before it is looked into. */
    private static final long MOST_WORK = 400_000;

    private static final long READING = 1_000;
    private static final int MOST_PAIRS = 24;

    private final Rulebook rulebook;
    private final List<String> rules;

    /** Whether it is certain that these rules cannot be met together. */
    private final Predicate<Rulebook> impossible;

    private Conflicts(Rulebook rulebook, Predicate<Rulebook> impossible) {
        this.rulebook = rulebook;
        this.impossible = impossible;
        this.rules =
                Stream.concat(
                                rulebook.requirements().stream().map(Requirement::id),
                                rulebook.everyLimit().map(Limit::id))
                        .sorted()
                        .toList();
    }

    /**
     * The ids of such a set, in alphabetical order; empty where one rule alone cannot be met, and
     * where it is not decided within the work.
     */
    static List<String> smallest(Rulebook rulebook, Portfolio portfolio) {
        var budget = new Budget(MOST_WORK);
        var found =
                new Conflicts(rulebook, rules -> isImpossible(rules, portfolio, budget)).smallest();
        return budget.spent() > MOST_WORK ? List.of() : found;
    }

    /**
     * The ids of rules that no credentials at all can satisfy together, though they could without
     * any one of these; empty where that is not decided.
     */
    static List<String> withoutCredentials(Rulebook rulebook) {
        return new Conflicts(rulebook, Conflicts::isImpossible).least();
    }

    private static boolean isImpossible(Rulebook rulebook, Portfolio portfolio, Budget budget) {
        int windows = rulebook.terms().within().isPresent() ? portfolio.credentials().size() : 1;
        try {
            budget.spend(READING * Math.max(1, windows));
        } catch (BudgetSpent spent) {
            return false;
        }
        var satisfied = Audits.under(rulebook).satisfied(portfolio, new Budget(WORK, budget));
        return satisfied.filter(is -> !is).isPresent();
    }

    private static boolean isImpossible(Rulebook rulebook) {
        return Audits.satisfiable(rulebook, WORK).filter(is -> !is).isPresent();
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
        return least();
    }

    private List<String> least() {
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

    private boolean impossible(List<String> kept) {
        return impossible.test(with(kept));
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
        return rulebook.with(
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
