package eu.cairn.stacking;

import eu.cairn.stacking.Audit.Proof;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Search.Found;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Audits, exactly: if any assignment of the credentials satisfies the rulebook, it is found. What
 * is usable and acceptable is decided first, with reasons; the search is only over what is left.
 * Where the rulebook is not satisfied, the assignment shown misses the fewest further credits, then
 * leaves the fewest requirements unmet; then comes a fixed order.
 */
public final class Audits {

    /** The work an audit may cost: some seconds at the very most, milliseconds as a rule. */
    public static final long WORK = 6_000_000;

    private static final long TIE_WORK = 300_000;

    /** A search that takes long starts again in another order, so often and after so much work. */
    private static final int ORDERS = 30;

    private static final long ORDER_WORK = 30_000;

    private Audits() {}

    /** The audit of {@code portfolio} under {@code rulebook}, on the day of the portfolio. */
    public static Audit audit(Rulebook rulebook, Portfolio portfolio) {
        return audit(rulebook, portfolio, WORK);
    }

    /**
     * The audit within an amount of work; what does not finish says so and is never a guess.
     *
     * @throws IllegalStateException if the checker does not confirm the audit, which is a bug
     */
    public static Audit audit(Rulebook rulebook, Portfolio portfolio, long work) {
        var problem = new Problem(rulebook, portfolio);
        var budget = new Budget(work);
        Audit audit;
        try {
            audit = decide(problem, budget);
        } catch (BudgetSpent spent) {
            return Explanation.unfinished(problem, budget.spent());
        }
        var doubts = AuditCheck.doubts(rulebook, portfolio, audit.claim());
        if (!doubts.isEmpty()) {
            throw new IllegalStateException("the audit is not confirmed: " + doubts);
        }
        return audit;
    }

    /** Whether some credentials satisfy this rulebook; empty where that is not decided. */
    public static Optional<Boolean> satisfiable(Rulebook rulebook) {
        var empty = Portfolio.of(LocalDate.EPOCH, List.of());
        try {
            var search = new Search(new Problem(rulebook, empty));
            return Optional.of(search.least(new Budget(WORK)).isPresent());
        } catch (BudgetSpent spent) {
            return Optional.empty();
        }
    }

    private static Audit decide(Problem problem, Budget budget) throws BudgetSpent {
        for (int order = 0; order <= ORDERS; order++) {
            var ordered =
                    order == 0 ? problem : new Problem(problem.rulebook, problem.portfolio, order);
            var work = new Budget(order == ORDERS ? Long.MAX_VALUE : ORDER_WORK, budget);
            try {
                var satisfying = new Search(ordered).satisfying(work);
                if (satisfying.isPresent()) {
                    var leanest = withoutNeedless(ordered, satisfying.get(), budget);
                    var proof = new Proof("assignment", budget.spent(), true);
                    return new Explanation(ordered, Result.SATISFIED, leanest, proof).audit();
                }
                break;
            } catch (BudgetSpent spent) {
                budget.spend(0);
            }
        }
        var search = new Search(problem);
        var least = search.least(budget);
        if (least.isEmpty()) {
            var proof = new Proof("search", budget.spent(), true);
            return Explanation.impossible(problem, proof);
        }
        var ties = new Budget(TIE_WORK);
        var fewest = search.fewestUnmet(ties).orElse(least.get());
        boolean proven = ties.spent() <= TIE_WORK;
        var leanest = withoutNeedless(problem, fewest, new Budget(Long.MAX_VALUE));
        var kind = search.bound() == leanest.outcome().missing() ? "bound" : "search";
        var proof = new Proof(kind, budget.spent(), proven);
        return new Explanation(problem, Result.NOT_SATISFIED, leanest, proof).audit();
    }

    /** The same without credentials that change nothing; the smallest, then oldest go first. */
    private static Found withoutNeedless(Problem problem, Found found, Budget budget)
            throws BudgetSpent {
        var placement = new Placement(problem);
        placement.asked = found.asked();
        for (int item = 0; item < found.take().size(); item++) {
            if (found.take().get(item) != Placement.UNUSED) {
                placement.put(item, found.take().get(item));
            }
        }
        var best = found.outcome();
        for (int item : smallestFirst(problem)) {
            int take = placement.take[item];
            if (take == Placement.UNUSED) {
                continue;
            }
            placement.remove(item);
            var without = Amounts.of(placement, budget);
            if (without.isPresent() && without.get().noWorseThan(best)) {
                best = without.get();
            } else {
                placement.put(item, take);
            }
        }
        return new Found(placement.asked, Arrays.stream(placement.take).boxed().toList(), best);
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
