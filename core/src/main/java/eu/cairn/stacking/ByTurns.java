package eu.cairn.stacking;

import eu.cairn.stacking.Search.Found;
import eu.cairn.stacking.Search.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for placements of one problem under all ways to choose by turns, so that a way that is hard
 * does not keep the others waiting; each turn in another order and with more work.
 */
final class ByTurns {

    /** A way to choose gets so much work at first, and four times as much in each round. */
    private static final long ROUND_WORK = 1_500;

    /** So many ways to choose are looked at first, and all others where these are not enough. */
    static final int FIRST_WAYS = 256;

    /** So many ways are tried for something to begin with. */
    private static final int TRIED = 8;

    private final Problem problem;
    private final Search search;

    /** What is missing at least, as far as the search for a satisfying placement showed. */
    private long missing;

    ByTurns(Problem problem) {
        this.problem = problem;
        this.search = new Search(problem);
    }

    Search search() {
        return search;
    }

    private record Rounds(Optional<Found> found, long next) {}

    /** A placement that satisfies everything; none if there is none. */
    Optional<Found> satisfying(Budget budget) throws BudgetSpent {
        for (int most = FIRST_WAYS; ; most = Integer.MAX_VALUE) {
            var ways = Choices.of(problem, 0, true, most, budget);
            var result = inRounds(ways.asked(), Goal.SATISFY, 0, budget);
            if (result.found.isPresent() || ways.complete() || most == Integer.MAX_VALUE) {
                if (search.showsWhatIsMissing()) {
                    missing = Math.min(result.next, ways.next());
                }
                return result.found;
            }
        }
    }

    private Rounds inRounds(List<Choices.Asked> ways, Goal goal, long threshold, Budget budget)
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

    /**
     * The placement that misses the fewest credits; none where nothing satisfies the rules. It is
     * known already that no placement satisfies them as it is.
     */
    Optional<Found> least(Budget budget) throws BudgetSpent {
        var known = anything(budget);
        if (known.isEmpty() && !completable(problem, budget)) {
            return known;
        }
        long threshold = missing;
        while (known.isEmpty() || threshold < missing(known)) {
            var rounds = within(threshold, budget);
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

    private Optional<Found> anything(Budget budget) throws BudgetSpent {
        Optional<Found> known = Optional.empty();
        for (var way : Choices.of(problem, Search.ANY, false, TRIED, budget).asked()) {
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
        return known;
    }

    private Rounds within(long threshold, Budget budget) throws BudgetSpent {
        for (int most = FIRST_WAYS; ; most = Integer.MAX_VALUE) {
            var ways = Choices.of(problem, threshold, false, most, budget);
            var rounds = inRounds(ways.asked(), Goal.WITHIN, threshold, budget);
            if (rounds.found.isPresent() || ways.complete() || most == Integer.MAX_VALUE) {
                return new Rounds(rounds.found, Math.min(rounds.next, ways.next()));
            }
        }
    }

    private static long missing(Optional<Found> found) {
        return found.map(it -> it.outcome().missing()).orElse(Long.MAX_VALUE);
    }

    /** Whether the rules, by themselves, can be satisfied at all. */
    static boolean completable(Problem problem, Budget budget) throws BudgetSpent {
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
}
