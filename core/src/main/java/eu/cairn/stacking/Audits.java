package eu.cairn.stacking;

import eu.cairn.stacking.Audit.LowerBound;
import eu.cairn.stacking.Audit.Measure;
import eu.cairn.stacking.Audit.Proof;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Search.Found;
import eu.cairn.stacking.Search.Goal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /** A way to choose gets so much work at first, and four times as much in each round. */
    private static final long ROUND_WORK = 1_500;

    private static final int FIRST_WAYS = 256;

    private final CompiledRulebook rules;

    private Audits(Rulebook rulebook) {
        this.rules = new CompiledRulebook(rulebook);
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
        var doubts = AuditCheck.doubts(rules.rulebook, portfolio, audit.claim());
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
        var audit = audit(portfolio);
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
            return Optional.of(completable(problem, new Budget(work)));
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
                if (oneSatisfying(window, budget).isPresent()) {
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
        var satisfying = satisfying(whole, budget);
        if (satisfying.isPresent()) {
            var problem = satisfying.get().problem;
            var best = satisfying.get().best;
            var leanest = withoutNeedless(problem, best.found);
            var proof = new Proof("assignment", Optional.empty(), budget.spent(), best.proven);
            return new Explanation(asked, problem, Result.SATISFIED, leanest, proof).audit();
        }
        var problem = untilToday(whole);
        var search = new Search(problem);
        var least =
                problem.pinned() < whole.pinned()
                        ? Optional.<Found>empty()
                        : least(problem, search, budget);
        if (least.isEmpty()) {
            return impossible(asked, whole, budget);
        }
        long missing = least.get().outcome().missing();
        var best = best(search, problem, least.get(), false, new Budget(TIE_WORK));
        var leanest = withoutNeedless(problem, best.found);
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
            var ways = Choices.of(problem, missing, satisfied, FIRST_WAYS, work);
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
                .greatest(search.relaxation().cut(placement, found.asked().takes()));
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
    private static Optional<Satisfying> satisfying(Problem problem, Budget budget)
            throws BudgetSpent {
        boolean prefers = !TieBreak.preferences(problem).isEmpty();
        var work = new Budget(TIE_WORK);
        Optional<Satisfying> known = Optional.empty();
        for (var window : windows(problem)) {
            var found = oneSatisfying(window, budget);
            if (found.isEmpty()) {
                continue;
            }
            if (!prefers) {
                return Optional.of(new Satisfying(window, new Best(found.get(), true)));
            }
            var search = new Search(window);
            var best = new Satisfying(window, best(search, window, found.get(), true, work));
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

    private static Optional<Found> oneSatisfying(Problem problem, Budget budget)
            throws BudgetSpent {
        var search = new Search(problem);
        for (int most = FIRST_WAYS; ; most = Integer.MAX_VALUE) {
            var ways = Choices.of(problem, 0, true, most, budget);
            var result = inRounds(search, ways.asked(), Goal.SATISFY, 0, budget);
            if (result.found.isPresent() || ways.complete() || most == Integer.MAX_VALUE) {
                return result.found;
            }
        }
    }

    private record Rounds(Optional<Found> found, long next) {}

    /**
     * Looks under all these ways to choose by turns, so that one that is hard does not keep the
     * others waiting; each turn in another order.
     */
    private static Rounds inRounds(
            Search search, List<Choices.Asked> ways, Goal goal, long threshold, Budget budget)
            throws BudgetSpent {
        var open = new ArrayList<>(ways);
        long next = Long.MAX_VALUE;
        long work = ROUND_WORK;
        for (long round = 0; !open.isEmpty(); round++) {
            var spent = new ArrayList<Choices.Asked>();
            for (var way : open) {
                var part = new Budget(work, budget);
                try {
                    var found = search.find(way, goal, threshold, round, part);
                    if (found.isPresent()) {
                        return new Rounds(found, next);
                    }
                    next = Math.min(next, search.next());
                } catch (BudgetSpent tired) {
                    budget.spend(0);
                    spent.add(way);
                }
            }
            open = spent;
            work *= 4;
        }
        return new Rounds(Optional.empty(), next);
    }

    /** Whether the rules, by themselves, can be satisfied at all. */
    private static boolean completable(Problem problem, Budget budget) throws BudgetSpent {
        for (int most = FIRST_WAYS; ; most = Integer.MAX_VALUE) {
            var ways = Choices.of(problem, Search.ANY, false, most, budget);
            for (var way : ways.asked()) {
                var placement = new Placement(problem);
                placement.ask(way);
                if (Amounts.completable(placement, budget)) {
                    return true;
                }
            }
            if (ways.complete() || most == Integer.MAX_VALUE) {
                return false;
            }
        }
    }

    /** The placement that misses the fewest credits; none where nothing satisfies the rules. */
    private static Optional<Found> least(Problem problem, Search search, Budget budget)
            throws BudgetSpent {
        if (!completable(problem, budget)) {
            return Optional.empty();
        }
        Optional<Found> known = Optional.empty();
        for (var way : Choices.of(problem, Search.ANY, false, 8, budget).asked()) {
            try {
                var part = new Budget(ROUND_WORK, budget);
                var found = search.find(way, Goal.WITHIN, Search.ANY, 0, part);
                if (missing(found) < missing(known)) {
                    known = found;
                }
            } catch (BudgetSpent tired) {
                budget.spend(0);
            }
        }
        long threshold = 0;
        while (known.isEmpty() || threshold < missing(known)) {
            var rounds = within(problem, search, threshold, budget);
            if (rounds.found.isPresent()) {
                return rounds.found;
            }
            threshold = rounds.next;
            if (threshold >= Search.ANY) {
                return known;
            }
        }
        return known;
    }

    private static Rounds within(Problem problem, Search search, long threshold, Budget budget)
            throws BudgetSpent {
        for (int most = FIRST_WAYS; ; most = Integer.MAX_VALUE) {
            var ways = Choices.of(problem, threshold, false, most, budget);
            var rounds = inRounds(search, ways.asked(), Goal.WITHIN, threshold, budget);
            if (rounds.found.isPresent() || ways.complete() || most == Integer.MAX_VALUE) {
                return new Rounds(rounds.found, Math.min(rounds.next, ways.next()));
            }
        }
    }

    private static long missing(Optional<Found> found) {
        return found.map(it -> it.outcome().missing()).orElse(Long.MAX_VALUE);
    }

    /** The same without credentials that change nothing; the smallest, then oldest go first. */
    private static Found withoutNeedless(Problem problem, Found found) {
        var placement = Placement.of(problem, found);
        var best = found.outcome();
        for (int item : smallestFirst(problem)) {
            int place = placement.place[item];
            boolean kept =
                    place == Placement.UNUSED
                            || problem.items.get(item).pinned()
                            || problem.items.get(item).block() > 0
                            || problem.rules.bundleOf(place) >= 0
                            || needed(placement, item);
            if (kept) {
                continue;
            }
            placement.remove(item);
            var without = outcome(placement);
            if (without.isPresent() && without.get().noWorseThan(best)) {
                best = without.get();
            } else {
                placement.put(item, place);
            }
        }
        return Found.of(found.asked(), placement, best);
    }

    /** What a placement comes to; none where that takes too long to see. */
    private static Optional<Amounts.Outcome> outcome(Placement placement) {
        try {
            return Amounts.of(placement, new Budget(TIE_WORK));
        } catch (BudgetSpent tooManyKinds) {
            return Optional.empty();
        }
    }

    /** Whether a requirement would have less than it needs without the item. */
    private static boolean needed(Placement placement, int item) {
        var rules = placement.rules;
        int credits = placement.problem.items.get(item).credits();
        for (long rest = rules.takesOf[placement.place[item]]; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            if ((placement.credits[take] - credits < rules.need[take] && credits > 0)
                    || placement.courses[take] - 1 < rules.coursesAtLeast[take]) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> smallestFirst(Problem problem) {
        return IntStream.range(0, problem.items.size())
                .boxed()
                .sorted(
                        Comparator.comparingInt((Integer item) -> problem.items.get(item).credits())
                                .thenComparing(item -> problem.items.get(item).awarded())
                                .thenComparing(
                                        item -> problem.items.get(item).facts().id(),
                                        Comparator.reverseOrder()))
                .toList();
    }
}
