package eu.cairn.stacking;

import eu.cairn.stacking.Search.Found;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Leaves out of a placement what is not needed in it. */
final class Leanest {

    /** The work of seeing what one placement comes to. */
    private static final long WORK = 200_000;

    private Leanest() {}

    /** The same without credentials that change nothing; the smallest, then oldest go first. */
    static Found of(Problem problem, Found found) {
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
            return Amounts.of(placement, new Budget(WORK));
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
