package eu.cairn.stacking;

import eu.cairn.stacking.Amounts.Outcome;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Looks for a placement under one way to choose, and either finds it or shows that there is none.
 * It fills one requirement after the other, the one with the least to spare first, with every set
 * of credentials of which none is needless there; what remains goes where floors still need it. A
 * partial placement is given up when what is not placed, even if it could be split, cannot do the
 * rest; when no sum of whole credentials comes near what is needed; and when the same credentials
 * have filled the same requirements before.
 *
 * <p>It allows a given volume of further credits, the threshold. What it gives up tells which
 * threshold is the next that could do, so that the least one is found by asking for more and more.
 */
final class Search {

    /** A placement, the way of choosing it belongs to, and what it comes to. */
    record Found(Choices.Asked asked, List<Integer> places, Outcome outcome) {
        Found {
            places = List.copyOf(places);
        }

        static Found of(Choices.Asked asked, Placement placement, Outcome outcome) {
            return new Found(asked, Arrays.stream(placement.place).boxed().toList(), outcome);
        }
    }

    /** What is looked for. */
    enum Goal {
        /** A placement that satisfies everything. */
        SATISFY,
        /** A placement that misses no more than the threshold. */
        WITHIN,
        /** Of those that miss no more than the threshold, the best by the tie-break. */
        BEST
    }

    /** No threshold: anything is found. */
    static final long ANY = Long.MAX_VALUE / 4;

    private static final int MOST_REMEMBERED = 200_000;

    private static final int ITEM_BITS = 11;

    private record Seen(long open, long used, long usedToo, long left) {}

    private final Problem problem;
    private final CompiledRulebook rules;
    private final Placement placement;
    private final Relaxation relaxation;
    private final TieBreak tieBreak;
    private final int unit;
    private final Set<Seen> seen = new HashSet<>();
    private final boolean remembers;

    private Budget budget = new Budget(0);
    private Goal goal = Goal.SATISFY;
    private long threshold;
    private long next = Long.MAX_VALUE;
    private int[] rank = {};
    private long order;

    /** The limits with an upper bound below what there is. */
    private final long scarce;

    private Choices.Asked asked = new Choices.Asked(0, List.of(), 0, 0);
    private Optional<Found> best = Optional.empty();

    Search(Problem problem) {
        this.problem = problem;
        this.rules = problem.rules;
        this.placement = new Placement(problem);
        this.relaxation = new Relaxation(problem);
        this.tieBreak = new TieBreak(problem);
        this.unit = problem.unit();
        this.scarce = scarce();
        this.remembers =
                problem.items.size() <= 2 * Long.SIZE
                        && rules.places == rules.takes.size()
                        && rules.partialTakes == 0
                        && problem.items.stream().noneMatch(Problem.Item::pinned);
    }

    private long scarce() {
        long found = 0;
        for (int limit = 0; limit < rules.limits.size(); limit++) {
            long touching = 0;
            for (int item = 0; item < problem.limits.length; item++) {
                touching += (problem.limits[item] >> limit & 1) != 0 ? problem.credits[item] : 0;
            }
            found |= touching > rules.cap[limit] ? 1L << limit : 0;
        }
        return found;
    }

    Relaxation relaxation() {
        return relaxation;
    }

    /** What any placement misses at least that was given up since the last search began. */
    long next() {
        return next;
    }

    /**
     * A placement under {@code which}; none if there is none.
     *
     * @param turn the order in which equal things are tried; 0 is the order of the rulebook
     * @throws BudgetSpent if the work was spent before that was known
     */
    Optional<Found> find(Choices.Asked which, Goal wanted, long most, long turn, Budget work)
            throws BudgetSpent {
        asked = which;
        goal = wanted;
        threshold = most;
        budget = work;
        next = Long.MAX_VALUE;
        seen.clear();
        if (wanted != Goal.BEST) {
            best = Optional.empty();
        }
        rank = ranks(turn);
        order = turn;
        placement.clear();
        placement.ask(which);
        pinned(0);
        return best;
    }

    /** The best placement there is that misses no more than {@code known} does. */
    Found better(Found known, Iterable<Choices.Asked> ways, Budget work) {
        best = Optional.of(known);
        try {
            for (var way : ways) {
                find(way, Goal.BEST, known.outcome().missing(), 0, work);
            }
        } catch (BudgetSpent spent) {
            return best.orElseThrow();
        }
        return best.orElseThrow();
    }

    /** Numbers for the items, the same for like ones: as they come, or shuffled. */
    private int[] ranks(long turn) {
        var ranks = new int[problem.items.size()];
        Arrays.setAll(ranks, item -> item);
        if (turn != 0) {
            var random = new Random(turn);
            for (int item = ranks.length - 1; item > 0; item--) {
                int other = random.nextInt(item + 1);
                int kept = ranks[item];
                ranks[item] = ranks[other];
                ranks[other] = kept;
            }
        }
        for (int item = 0; item < ranks.length; item++) {
            int before = problem.likeBefore[item];
            ranks[item] = before < 0 ? ranks[item] : ranks[before];
        }
        return ranks;
    }

    private boolean done() {
        return goal != Goal.BEST && best.isPresent();
    }

    /** Nothing is found with less than {@code needed} of further credits. */
    private void giveUp(long needed) {
        next = Math.min(next, Math.max(threshold + 1, needed));
    }

    /** Nothing is found unless requirements get so much more from further credits. */
    private void lackingToo(long more) {
        giveUp(threshold + rules.further(more));
    }

    /** What a learner wants to count is placed first, wherever it may go. */
    private void pinned(int from) throws BudgetSpent {
        int item = from;
        while (item < problem.items.size() && !problem.items.get(item).pinned()) {
            item++;
        }
        if (item == problem.items.size()) {
            next(openPlaces(), rules.lackingWith(threshold));
            return;
        }
        if (!placement.free(item)) {
            return;
        }
        for (long rest = problem.items.get(item).pinnedTo(); rest != 0; rest &= rest - 1) {
            int place = Long.numberOfTrailingZeros(rest);
            if (placement.open(place) && placement.fits(item, place) && !done()) {
                placement.put(item, place);
                pinned(item + 1);
                placement.remove(item);
            }
        }
    }

    private long openPlaces() {
        long open = placement.asked;
        for (int bundle = 0; bundle < placement.blocks.length; bundle++) {
            if (placement.blocks[bundle] > 0) {
                open |= 1L << (rules.takes.size() + bundle);
            }
        }
        return open;
    }

    /** Fills what is open; {@code left} of the threshold is not used up yet. */
    private void next(long open, long left) throws BudgetSpent {
        budget.spend(4);
        if (goal == Goal.BEST && tieBreak.hopeless(placement, open, best.orElseThrow())) {
            return;
        }
        if (open == 0) {
            topUp(0);
            return;
        }
        long takes = open & (1L << rules.takes.size()) - 1;
        long lacking = relaxation.lacking(placement, takes);
        if (lacking > left) {
            lackingToo(lacking - left);
            return;
        }
        if (rules.floors && !floorsReachable()) {
            return;
        }
        var state = remember(open, left);
        if (state.isPresent() && seen.contains(state.get())) {
            return;
        }
        new Filling(tightest(open), open, left).fill(0);
        if (state.isPresent() && seen.size() < MOST_REMEMBERED) {
            seen.add(state.get());
        }
    }

    /**
     * What decides about all that follows: what is open, and what is used. Where a requirement was
     * closed without all it needs, it matters which one, as further credentials for another may
     * touch other limits; such a state is not remembered.
     */
    private Optional<Seen> remember(long open, long left) {
        if (!remembers || goal == Goal.BEST) {
            return Optional.empty();
        }
        for (long closed = placement.asked & ~open; closed != 0; closed &= closed - 1) {
            if (!placement.surelyMet(Long.numberOfTrailingZeros(closed))) {
                return Optional.empty();
            }
        }
        long used = 0;
        long usedToo = 0;
        for (int item = 0; item < placement.place.length; item++) {
            long bit = placement.used(item) ? 1L << item : 0;
            used |= item < Long.SIZE ? bit : 0;
            usedToo |= item < Long.SIZE ? 0 : bit;
        }
        return Optional.of(new Seen(open, used, usedToo, left));
    }

    private boolean floorsReachable() {
        for (int limit = 0; limit < rules.limits.size(); limit++) {
            if (rules.floor[limit] == 0 && rules.courseFloor[limit] == 0) {
                continue;
            }
            long credits = placement.limitCredits[limit];
            int courses = placement.limitCourses[limit];
            for (int item = 0; item < placement.place.length; item++) {
                if ((problem.limits[item] >> limit & 1) != 0
                        && !placement.used(item)
                        && (problem.places[item] & placement.asked) != 0
                        && placement.exists(item)) {
                    credits += problem.credits[item];
                    courses++;
                }
            }
            long gap = (long) rules.floor[limit] - credits;
            if (gap > threshold || (goal == Goal.SATISFY && courses < rules.courseFloor[limit])) {
                giveUp(gap);
                return false;
            }
        }
        return true;
    }

    /** The open place with the least to spare. */
    private int tightest(long open) {
        int tightest = -1;
        long least = Long.MAX_VALUE;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int place = Long.numberOfTrailingZeros(rest);
            long spare = spare(place);
            if (spare < least) {
                least = spare;
                tightest = place;
            }
        }
        return tightest;
    }

    private long spare(int place) {
        long credits = 0;
        int courses = 0;
        for (int item = 0; item < placement.place.length; item++) {
            if (!placement.used(item)
                    && (problem.places[item] >> place & 1) != 0
                    && placement.exists(item)) {
                credits += problem.credits[item];
                courses++;
            }
        }
        int bundle = rules.bundleOf(place);
        if (bundle >= 0) {
            return courses - (long) placement.blocks[bundle] * rules.bundles.get(bundle).of();
        }
        long spare = credits - placement.lacking(place);
        if (rules.coursesAtLeast[place] > 0) {
            int few = courses + placement.courses[place] - rules.coursesAtLeast[place];
            return rules.need[place] == 0 ? (long) few * unit : Math.min(spare, (long) few * unit);
        }
        return spare;
    }

    /** Puts what is left where floors need it, then looks at what the placement comes to. */
    private void topUp(int from) throws BudgetSpent {
        budget.spend(1);
        int item = from;
        int place = -1;
        if (rules.floors && !placement.floorsSurelyMet()) {
            if (!floorsReachableFrom(from)) {
                return;
            }
            while (item < placement.place.length && place < 0) {
                place = usefulPlace(item);
                item += place < 0 ? 1 : 0;
            }
        }
        if (place < 0) {
            finish();
            return;
        }
        placement.put(item, place);
        topUp(item + 1);
        placement.remove(item);
        if (!done()) {
            topUp(item + 1);
        }
    }

    private boolean floorsReachableFrom(int from) {
        for (int limit = 0; limit < rules.limits.size(); limit++) {
            long gap = (long) rules.floor[limit] - placement.limitCredits[limit];
            int few = rules.courseFloor[limit] - placement.limitCourses[limit];
            if (gap <= 0 && few <= 0) {
                continue;
            }
            for (int item = from; item < placement.place.length; item++) {
                var facts = problem.items.get(item);
                if ((facts.limits() >> limit & 1) != 0 && !placement.used(item)) {
                    gap -= facts.credits();
                    few--;
                }
            }
            if (gap > threshold || (goal == Goal.SATISFY && (gap > 0 || few > 0))) {
                giveUp(gap);
                return false;
            }
        }
        return true;
    }

    /** Where an item may go so that it helps a floor, or -1. */
    private int usefulPlace(int item) {
        if (placement.used(item) || !placement.free(item) || !placement.exists(item)) {
            return -1;
        }
        boolean useful = false;
        var facts = problem.items.get(item);
        for (long rest = facts.limits(); rest != 0; rest &= rest - 1) {
            useful |= !placement.floorSurelyMet(Long.numberOfTrailingZeros(rest));
        }
        for (long rest = facts.places() & placement.asked; useful && rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            if (take < rules.takes.size() && placement.fits(item, take)) {
                return take;
            }
        }
        return -1;
    }

    /** Keeps this placement if it is what is looked for. */
    private void finish() throws BudgetSpent {
        if (!placement.bundlesComplete() || !blocksUsed()) {
            return;
        }
        if (goal == Goal.SATISFY && !complete()) {
            return;
        }
        var outcome = Amounts.of(placement, budget);
        if (outcome.isEmpty() || (goal == Goal.SATISFY && !outcome.get().satisfied())) {
            return;
        }
        if (outcome.get().missing() > threshold) {
            giveUp(outcome.get().missing());
            return;
        }
        if (goal == Goal.BEST
                && best.orElseThrow().outcome().satisfied()
                && !outcome.get().satisfied()) {
            return;
        }
        var found = Found.of(asked, placement, outcome.get());
        if (goal != Goal.BEST || tieBreak.better(found, best.orElseThrow())) {
            best = Optional.of(found);
        }
    }

    /** Whether everything has what it needs, before anything is counted in part. */
    private boolean complete() {
        for (long rest = placement.asked; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            if (placement.lacking(take) > 0
                    || placement.courses[take] < rules.coursesAtLeast[take]) {
                return false;
            }
        }
        for (int limit = 0; limit < rules.limits.size(); limit++) {
            if (placement.limitCredits[limit] < rules.floor[limit]
                    || placement.limitCourses[limit] < rules.courseFloor[limit]) {
                return false;
            }
        }
        return true;
    }

    private boolean blocksUsed() {
        for (int item = 0; item < placement.place.length; item++) {
            if (problem.items.get(item).block() > 0
                    && placement.exists(item)
                    && !placement.used(item)) {
                return false;
            }
        }
        return true;
    }

    /** Fills one place with every set of credentials of which none is needless there. */
    private final class Filling {

        private final int place;
        private final int bundle;
        private final long rest;
        private final long left;
        private final int[] candidates;

        /** Where each candidate goes: the place itself, or a pair with where it counts already. */
        private final int[] into;

        private final Sums sums;

        /** The most that may be counted beyond what is needed. */
        private final long spare;

        Filling(int place, long open, long left) {
            this.place = place;
            this.bundle = rules.bundleOf(place);
            this.rest = open & ~(1L << place);
            this.left = left;
            var found = new long[placement.place.length];
            int count = 0;
            for (int item = 0; item < placement.place.length; item++) {
                if (target(item) >= 0) {
                    found[count++] = order(item) << ITEM_BITS | item;
                }
            }
            Arrays.sort(found, 0, count);
            this.candidates = new int[count];
            this.into = new int[count];
            for (int each = 0; each < count; each++) {
                candidates[each] = (int) (found[each] & (1 << ITEM_BITS) - 1);
                into[each] = target(candidates[each]);
            }
            this.spare = bundle >= 0 ? ANY : spareCredits(open);
            this.sums = sums(candidates, bundle >= 0 ? 0 : placement.lacking(place));
        }

        private Sums sums(int[] items, int needed) {
            return new Sums(
                    Arrays.stream(items).map(item -> problem.credits[item]).toArray(),
                    needed,
                    unit);
        }

        /**
         * What is tried first: what counts elsewhere already, then what fewer others accept, then
         * what the tie-break likes, then what is larger; like ones stay together.
         */
        private long order(int item) {
            long already = placement.used(item) ? 0 : 1;
            long others = Math.min(63, Long.bitCount(problem.places[item] & rest));
            long liked = tieBreak.order(goal == Goal.BEST, item);
            long scarce = 31L + cost(item);
            long first =
                    already << 12 | (order % 2 == 0 ? others << 6 | scarce : scarce << 6 | others);
            int size = Portfolio.LARGEST_CREDITS.hundredths() - problem.credits[item];
            long second = order % 3 == 2 ? rank[item] : size >> 3;
            return ((first << 12 | liked) << 17 | second) << ITEM_BITS | rank[item];
        }

        /** How many scarce upper bounds an item uses up, less how many open floors it helps. */
        private int cost(int item) {
            int cost = 0;
            for (long limits = problem.limits[item]; limits != 0; limits &= limits - 1) {
                int limit = Long.numberOfTrailingZeros(limits);
                cost += (scarce >> limit & 1) != 0 ? 1 : 0;
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
                if (rules.takesOf[pair] == (1L << already | 1L << place)
                        && (places >> pair & 1) != 0) {
                    return pair;
                }
            }
            return -1;
        }

        private long spareCredits(long open) {
            long takes = open & (1L << rules.takes.size()) - 1;
            long spareCredits = left;
            for (int item = 0; item < placement.place.length; item++) {
                if (!placement.used(item)
                        && (problem.places[item] & takes) != 0
                        && placement.exists(item)) {
                    spareCredits += problem.credits[item];
                }
            }
            for (long each = takes; each != 0; each &= each - 1) {
                spareCredits -= placement.lacking(Long.numberOfTrailingZeros(each));
            }
            for (int share = 0; share < rules.shares.size(); share++) {
                spareCredits +=
                        rules.partialTakes == 0 && rules.partialLimits == 0
                                ? relaxation.twice(placement, share)
                                : relaxation.shareable(share);
            }
            return spareCredits;
        }

        private boolean full() {
            return bundle >= 0
                    ? placement.bundled[bundle]
                            == placement.blocks[bundle] * rules.bundles.get(bundle).of()
                    : placement.surelyMet(place);
        }

        void fill(int from) throws BudgetSpent {
            budget.spend(1);
            if (full()) {
                next(rest, left - (bundle >= 0 ? 0 : placement.lacking(place)));
                return;
            }
            if (bundle < 0 && !near(from)) {
                return;
            }
            if (from == candidates.length) {
                closeShort();
                return;
            }
            int item = candidates[from];
            include(from, item);
            if (done()) {
                return;
            }
            int other = from + 1;
            while (other < candidates.length && sameAs(other, item)) {
                other++;
            }
            fill(other);
        }

        private void include(int from, int item) throws BudgetSpent {
            int before = placement.place[item];
            if (before == Placement.UNUSED) {
                include(from, item, into[from]);
                for (int pair = rules.firstPair; pair < rules.places && !done(); pair++) {
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
         * Whether the item may count in part in this pair, and not in the place alone: then it may
         * fit in both although it does not fit in the one.
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
                    && (goal != Goal.BEST || tieBreak.same(candidates[other], item));
        }

        /** Whether some sum of the candidates left comes near enough to what is needed. */
        private boolean near(int from) {
            long needed = (long) rules.need[place] - placement.credits[place];
            if (needed <= 0) {
                return true;
            }
            long most = sums.rest(from);
            if (needed - most > left) {
                lackingToo(needed - most - left);
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
            lackingToo(Math.min(over - spare, under - left));
            return false;
        }

        /** Goes on although this requirement does not have what it needs. */
        private void closeShort() throws BudgetSpent {
            if (bundle >= 0 || (goal == Goal.SATISFY && !enoughIfWhole())) {
                return;
            }
            long lacking = placement.lacking(place);
            if (lacking > left) {
                lackingToo(lacking - left);
                return;
            }
            next(rest, left - lacking);
        }

        /** Whether the whole amounts are enough, so that counting in part decides. */
        private boolean enoughIfWhole() {
            return placement.lacking(place) == 0
                    && placement.courses[place] >= rules.coursesAtLeast[place];
        }
    }
}
