package eu.cairn.stacking;

import eu.cairn.stacking.Audit.LowerBound;
import eu.cairn.stacking.Audit.Measure;
import eu.cairn.stacking.Audit.Proof;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Search.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Audits, exactly: if any assignment of the credentials satisfies the rulebook, it is found. What
 * is usable and acceptable is decided first, with reasons; the search is only over what is left.
 * Where the rulebook is not satisfied, the assignment shown misses the fewest further credits, then
 * leaves the fewest requirements unmet, then is what is preferred; then comes a fixed order.
 *
 * <p>One object audits any number of portfolios under one rulebook, from any number of threads.
 */
public final class Audits {

    /** The work an audit may cost: some seconds at the very most, milliseconds as a rule. */
    public static final long WORK = 12_000_000;

    private static final long TIE_WORK = 200_000;

    private final CompiledRulebook rules;
    private final AuditCheck check;

    private Audits(Rulebook rulebook) {
        this.rules = new CompiledRulebook(rulebook);
        this.check = AuditCheck.under(rulebook);
    }

    /** Audits under one rulebook. */
    public static Audits under(Rulebook rulebook) {
        return new Audits(rulebook);
    }

    /** The audit of {@code portfolio} under {@code rulebook}, on the day of the portfolio. */
    public static Audit audit(Rulebook rulebook, Portfolio portfolio) {
        return under(rulebook).audit(portfolio);
    }

    /** The same within an amount of work; what does not finish says so and is never a guess. */
    public static Audit audit(Rulebook rulebook, Portfolio portfolio, long work) {
        return under(rulebook).audit(portfolio, work);
    }

    public Audit audit(Portfolio portfolio) {
        return audit(portfolio, WORK);
    }

    /**
     * The audit within an amount of work.
     *
     * @throws IllegalStateException if the checker does not confirm the audit, which is a bug
     */
    public Audit audit(Portfolio portfolio, long work) {
        var budget = new Budget(work);
        var problem = new Problem(rules, portfolio);
        Audit audit;
        try {
            audit = decide(problem, problem, budget);
        } catch (BudgetSpent spent) {
            return Explanation.unfinished(problem, budget.spent());
        }
        var doubts = check.doubts(portfolio, audit.claim());
        if (!doubts.isEmpty()) {
            throw new IllegalStateException("the audit is not confirmed: " + doubts);
        }
        return audit;
    }

    /**
     * The audit, and where it is not satisfied a smallest set of rules that cannot be met together
     * though each could be met alone.
     */
    public Audit explained(Portfolio portfolio) {
        return explained(audit(portfolio), portfolio);
    }

    /** The same for an audit of {@code portfolio} that is made already. */
    public Audit explained(Audit audit, Portfolio portfolio) {
        return audit.result() == Result.NOT_SATISFIED
                ? audit.with(Conflicts.smallest(rules.rulebook, portfolio))
                : audit;
    }

    /** Whether some credentials satisfy this rulebook; empty where that is not decided. */
    public static Optional<Boolean> satisfiable(Rulebook rulebook) {
        return satisfiable(rulebook, WORK);
    }

    static Optional<Boolean> satisfiable(Rulebook rulebook, long work) {
        var problem =
                new Problem(
                        new CompiledRulebook(rulebook, true),
                        Portfolio.of(LocalDate.EPOCH, List.of()));
        try {
            return Optional.of(ByTurns.completable(problem, new Budget(work)));
        } catch (BudgetSpent spent) {
            return Optional.empty();
        }
    }

    /** Whether {@code portfolio} satisfies this rulebook; empty where that is not decided. */
    Optional<Boolean> satisfied(Portfolio portfolio, long work) {
        return satisfied(portfolio, new Budget(work));
    }

    Optional<Boolean> satisfied(Portfolio portfolio, Budget budget) {
        try {
            for (var window : windows(new Problem(rules, portfolio))) {
                if (new ByTurns(window).satisfying(budget).isPresent()) {
                    return Optional.of(true);
                }
            }
            return Optional.of(false);
        } catch (BudgetSpent spent) {
            return Optional.empty();
        }
    }

    /**
     * @param asked the problem as the learner put it
     * @param whole the same, or without the pins that cannot be kept
     */
    private static Audit decide(Problem asked, Problem whole, Budget budget) throws BudgetSpent {
        var turns = new ByTurns(whole);
        var satisfying = satisfying(whole, turns, budget);
        if (satisfying.isPresent()) {
            var problem = satisfying.get().problem;
            var best = satisfying.get().best;
            var leanest = Leanest.of(problem, best.found);
            var proof = new Proof("assignment", Optional.empty(), budget.spent(), best.proven);
            return new Explanation(asked, problem, Result.SATISFIED, leanest, proof).audit();
        }
        var problem = untilToday(whole);
        var today = problem == whole ? turns : new ByTurns(problem);
        var search = today.search();
        var least =
                problem.pinned() < whole.pinned() ? Optional.<Found>empty() : today.least(budget);
        if (least.isEmpty()) {
            return impossible(asked, whole, budget);
        }
        long missing = least.get().outcome().missing();
        var best = best(search, problem, least.get(), false, new Budget(TIE_WORK));
        var leanest = Leanest.of(problem, best.found);
        var bound = bound(whole, problem, search, leanest);
        boolean shown =
                bound.isPresent()
                        && bound.get().measure() == Measure.CREDITS
                        && bound.get().missing() == missing
                        && !whole.rules.share(takes(whole, bound.get()));
        var kind = !shown ? "search" : bound.get().floor().isPresent() ? "bound" : "cut";
        var proof = new Proof(kind, bound, budget.spent(), best.proven);
        return new Explanation(asked, problem, Result.NOT_SATISFIED, leanest, proof).audit();
    }

    /** A placement, and whether it is proven that none is better by the tie-break. */
    private record Best(Found found, boolean proven) {}

    private static Best best(
            Search search, Problem problem, Found found, boolean satisfied, Budget work) {
        try {
            long missing = found.outcome().missing();
            var ways = Choices.of(problem, missing, satisfied, ByTurns.FIRST_WAYS, work);
            var better = search.better(found, ways.asked(), work);
            return new Best(better, ways.complete() && work.spent() <= TIE_WORK);
        } catch (BudgetSpent spent) {
            return new Best(found, false);
        }
    }

    /** Nothing is found at all: what the learner pinned stands in the way, or the rules do. */
    private static Audit impossible(Problem asked, Problem problem, Budget budget)
            throws BudgetSpent {
        var pins = problem.portfolio.wishes().stream().filter(Wish::counts).toList();
        if (pins.isEmpty()) {
            var proof = new Proof("search", Optional.empty(), budget.spent(), true);
            return Explanation.impossible(asked, proof);
        }
        var others = new ArrayList<>(problem.portfolio.wishes());
        others.removeAll(pins);
        var without = new Problem(problem.rules, problem.portfolio.withWishes(others));
        return decide(asked, without, budget);
    }

    /**
     * @param whole with everything that may count, whenever it was awarded
     * @param problem with what may still count
     */
    private static Optional<LowerBound> bound(
            Problem whole, Problem problem, Search search, Found found) {
        var placement = new Placement(problem);
        placement.ask(found.asked());
        return new LowerBounds(whole)
                .greatest(search.relaxation.cut(placement, found.asked().takes()));
    }

    private static long takes(Problem problem, LowerBound bound) {
        long takes = 0;
        for (var id : bound.requirements()) {
            takes |= 1L << problem.rules.takeNumber(id);
        }
        return takes;
    }

    /** The best placement that satisfies everything, and the problem that it is about. */
    private record Satisfying(Problem problem, Best best) {
        boolean isCheaperThan(Satisfying other) {
            var own = new TieBreak(problem).costs(best.found);
            var others = new TieBreak(other.problem).costs(other.best.found);
            for (int preference = 0; preference < own.size(); preference++) {
                int order = Long.compare(own.get(preference), others.get(preference));
                if (order != 0) {
                    return order < 0;
                }
            }
            return false;
        }
    }

    /** The best placement that satisfies everything, in some window of time if there is one. */
    private static Optional<Satisfying> satisfying(Problem problem, ByTurns whole, Budget budget)
            throws BudgetSpent {
        boolean prefers = !TieBreak.preferences(problem).isEmpty();
        var work = new Budget(TIE_WORK);
        Optional<Satisfying> known = Optional.empty();
        for (var window : windows(problem)) {
            var turns = window == problem ? whole : new ByTurns(window);
            var found = turns.satisfying(budget);
            if (found.isEmpty()) {
                continue;
            }
            if (!prefers) {
                return Optional.of(new Satisfying(window, new Best(found.get(), true)));
            }
            var better = best(turns.search(), window, found.get(), true, work);
            var best = new Satisfying(window, better);
            known = Optional.of(known.map(before -> better(before, best)).orElse(best));
        }
        return known;
    }

    private static Satisfying better(Satisfying one, Satisfying other) {
        var best = other.isCheaperThan(one) ? other : one;
        boolean proven = one.best.proven && other.best.proven;
        return new Satisfying(best.problem, new Best(best.best.found, proven));
    }

    /**
     * The problem, or with what was awarded in each window of time that is as long as may be and
     * that leaves out nothing that is pinned.
     */
    private static List<Problem> windows(Problem problem) {
        var within = problem.rules.rulebook.terms().within();
        if (within.isEmpty()) {
            return List.of(problem);
        }
        if (problem.awardDays().isEmpty()) {
            return List.of(untilToday(problem));
        }
        var windows = new ArrayList<Problem>();
        var reached = LocalDate.MIN;
        for (var first : problem.awardDays()) {
            var last = first.plus(within.get());
            var days = problem.awardDays().stream().filter(day -> !day.isAfter(last)).toList();
            if (days.getLast().isAfter(reached)) {
                reached = days.getLast();
                var window = problem.between(first, last);
                if (window.pinned() == problem.pinned()) {
                    windows.add(window);
                }
            }
        }
        return windows;
    }

    /** What may still count when more is awarded today. */
    private static Problem untilToday(Problem problem) {
        return problem.rules
                .rulebook
                .terms()
                .within()
                .map(
                        period ->
                                problem.between(
                                        Terms.earliest(period, problem.asOf()), problem.asOf()))
                .orElse(problem);
    }
}
