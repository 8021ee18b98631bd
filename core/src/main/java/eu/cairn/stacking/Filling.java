package eu.cairn.stacking;

import eu.cairn.stacking.Search.Goal;
import java.util.Arrays;

/**
 * The part of {@link Search} that fills one place with every set of credentials of which none is
 * needless there.
 */
final class Filling {

    private static final int ITEM_BITS = 11;

    private final Search search;
    private final Problem problem;
    private final CompiledRulebook rules;
    private final Placement placement;
    private final TieBreak tieBreak;
    private final Sums sums;
    private final long[] found;
    private final int[] amounts;

    /** What may go there, what is tried first being first. */
    private final int[] candidates;

    /** Where each candidate goes: the place itself, or a pair with where it counts already. */
    private final int[] into;

    private int count;
    private int place;
    private int bundle;

    /** The places that are filled afterwards. */
    private long rest;

    /** What of the threshold is not used up. */
    private long left;

    /** The most that may be counted beyond what is needed. */
    private long spare;

    Filling(Search search) {
        this.search = search;
        this.problem = search.problem;
        this.rules = search.rules;
        this.placement = search.placement;
        this.tieBreak = search.tieBreak;
        this.sums = new Sums(search.unit);
        int items = placement.place.length;
        this.found = new long[items];
        this.amounts = new int[items];
        this.candidates = new int[items];
        this.into = new int[items];
    }

    /**
     * @param where the place to fill
     * @param open what is open, the place among it
     * @param mayLack what requirements may stay short in all
     * @param mayExceed what may be counted in requirements beyond what is needed
     */
    void fill(int where, long open, long mayLack, long mayExceed) throws BudgetSpent {
        place = where;
        bundle = rules.bundleOf(place);
        rest = open & ~(1L << place);
        left = mayLack;
        spare = bundle >= 0 ? Search.ANY : mayExceed;
        count = 0;
        for (int item = 0; item < placement.place.length; item++) {
            if (target(item) >= 0) {
                found[count++] = order(item) << ITEM_BITS | item;
            }
        }
        Arrays.sort(found, 0, count);
        for (int each = 0; each < count; each++) {
            candidates[each] = (int) (found[each] & (1 << ITEM_BITS) - 1);
            into[each] = target(candidates[each]);
            amounts[each] = problem.credits[candidates[each]];
        }
        sums.of(amounts, count, bundle >= 0 ? 0 : placement.lacking(place));
        fill(0);
    }

    /**
     * What is tried first: what does not count elsewhere yet, then what fewer others accept, then
     * what the tie-break likes, then what is larger; like ones stay together.
     */
    private long order(int item) {
        long already = placement.used(item) ? 0 : 1;
        long others = Math.min(63, Long.bitCount(problem.places[item] & rest));
        long liked = tieBreak.order(search.goal == Goal.BEST, item);
        long scarce = 31L + cost(item);
        long first =
                already << 12
                        | (search.order % 2 == 0 ? others << 6 | scarce : scarce << 6 | others);
        int size = Portfolio.LARGEST_CREDITS.hundredths() - problem.credits[item];
        long second = search.order % 3 == 2 ? search.rank[item] : size >> 3;
        return ((first << 12 | liked) << 17 | second) << ITEM_BITS | search.rank[item];
    }

    /** How many scarce upper bounds an item uses up, less how many open floors it helps. */
    private int cost(int item) {
        int cost = 0;
        for (long limits = problem.limits[item]; limits != 0; limits &= limits - 1) {
            int limit = Long.numberOfTrailingZeros(limits);
            cost += (search.scarce >> limit & 1) != 0 ? 1 : 0;
            cost -= placement.floorSurelyMet(limit) ? 0 : 1;
        }
        return Math.max(-31, Math.min(31, cost));
    }

    /** Where the item goes if it counts here, or -1. */
    private int target(int item) {
        long places = problem.places[item];
        if (!placement.used(item)) {
            return (places >> place & 1) != 0 && placement.exists(item) && placement.free(item)
                    ? place
                    : -1;
        }
        int already = placement.place[item];
        if (bundle >= 0 || already >= rules.takes.size() || already == place) {
            return -1;
        }
        for (int pair = rules.firstPair; pair < rules.places; pair++) {
            if (rules.takesOf[pair] == (1L << already | 1L << place) && (places >> pair & 1) != 0) {
                return pair;
            }
        }
        return -1;
    }

    private boolean full() {
        return bundle >= 0
                ? placement.bundled[bundle]
                        == placement.blocks[bundle] * rules.bundles.get(bundle).of()
                : placement.surelyMet(place);
    }

    private void fill(int from) throws BudgetSpent {
        search.budget.spend(1);
        if (full()) {
            search.next(rest, left - (bundle >= 0 ? 0 : placement.lacking(place)));
            return;
        }
        if (bundle < 0 && !near(from)) {
            return;
        }
        if (from == count) {
            closeShort();
            return;
        }
        int item = candidates[from];
        include(from, item);
        if (search.done()) {
            return;
        }
        int other = from + 1;
        while (other < count && sameAs(other, item)) {
            other++;
        }
        fill(other);
    }

    private void include(int from, int item) throws BudgetSpent {
        int before = placement.place[item];
        if (before == Placement.UNUSED) {
            include(from, item, into[from]);
            for (int pair = rules.firstPair; pair < rules.places && !search.done(); pair++) {
                if (isCutOnlyIn(item, pair)) {
                    include(from, item, pair);
                }
            }
            return;
        }
        placement.remove(item);
        boolean fits = placement.fits(item, into[from]);
        if (fits) {
            placement.put(item, into[from]);
            fill(from + 1);
            placement.remove(item);
        }
        placement.put(item, before);
    }

    private void include(int from, int item, int where) throws BudgetSpent {
        if (placement.free(item) && placement.fits(item, where)) {
            placement.put(item, where);
            fill(from + 1);
            placement.remove(item);
        }
    }

    /**
     * Whether the item may count in part in this pair, and not in the place alone: then it may fit
     * in both although it does not fit in the one.
     */
    private boolean isCutOnlyIn(int item, int pair) {
        return (problem.places[item] >> pair & 1) != 0
                && (rules.takesOf[pair] & rules.takesOf[place]) != 0
                && placement.open(pair)
                && problem.divisible(item, pair)
                && !problem.divisible(item, place);
    }

    /** Whether taking the candidate {@code other} instead of {@code item} changes nothing. */
    private boolean sameAs(int other, int item) {
        return into[other] == into[other - 1]
                && placement.place[candidates[other]] == placement.place[item]
                && problem.items.get(candidates[other]).like(problem.items.get(item))
                && (search.goal != Goal.BEST || tieBreak.same(candidates[other], item));
    }

    /** Whether some sum of the candidates left comes near enough to what is needed. */
    private boolean near(int from) {
        long needed = (long) rules.need[place] - placement.credits[place];
        if (needed <= 0) {
            return true;
        }
        long most = sums.rest(from);
        if (needed - most > left) {
            search.lackingToo(needed - most - left);
            return false;
        }
        long over = sums.over(from, needed);
        if (over <= spare) {
            return true;
        }
        long under = sums.under(from, needed);
        if (under <= left) {
            return true;
        }
        search.lackingToo(Math.min(over - spare, under - left));
        return false;
    }

    /** Goes on although this requirement does not have what it needs. */
    private void closeShort() throws BudgetSpent {
        if (bundle >= 0) {
            return;
        }
        long lacking = placement.lacking(place);
        if (search.goal == Goal.SATISFY && !enoughIfWhole()) {
            search.lackingToo(lacking - left);
            return;
        }
        if (lacking > left) {
            search.lackingToo(lacking - left);
            return;
        }
        search.next(rest, left - lacking);
    }

    /** Whether the whole amounts are enough, so that counting in part decides. */
    private boolean enoughIfWhole() {
        return placement.lacking(place) == 0
                && placement.courses[place] >= rules.coursesAtLeast[place];
    }
}
