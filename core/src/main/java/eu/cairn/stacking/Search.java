package eu.cairn.stacking;

import eu.cairn.stacking.Amounts.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Looks for a placement under one way to choose, and either finds it or shows that there is none.
 * It fills one requirement after the other, the one that can be filled in the fewest ways first,
 * with every set of credentials of which none is needless there; what remains goes where floors
 * still need it. A partial placement is given up when what is not placed, even if it could be
 * split, cannot do the rest; when no sum of whole credentials comes near what is needed; and when
 * the same credentials have filled the same requirements before.
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

    final Problem problem;
    final CompiledRulebook rules;
    final Placement placement;
    final Relaxation relaxation;
    final TieBreak tieBreak;
    final int unit;
    private final DeadEnds deadEnds = new DeadEnds();
    private final boolean remembers;

    /** Whether further credentials serve alike wherever they count. */
    private final boolean plain;

    /** What dead ends are known of. */
    private record Remembered(Choices.Asked asked, Goal goal, long threshold) {}

    private Remembered remembered =
            new Remembered(new Choices.Asked(0, List.of(), 0, 0), Goal.SATISFY, 0);

    /** The limits with an upper bound below what there is. */
    final long scarce;

    private final Leftovers leftovers;
    private final Floors floors;

    /** What fills the places at each depth, kept to be used again. */
    private final List<Filling> fillings = new ArrayList<>();

    private int depth;

    Budget budget = new Budget(0);
    Goal goal = Goal.SATISFY;

    /** Numbers for the items, the same for like ones, and in which order they are tried. */
    int[] rank = {};

    long order;

    long threshold;
    private long next = Long.MAX_VALUE;

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
        this.leftovers = new Leftovers(this);
        this.floors = new Floors(this);
        this.remembers =
                problem.items.size() <= 2 * Long.SIZE
                        && rules.places == rules.takes.size()
                        && rules.partialTakes == 0
                        && problem.items.stream().noneMatch(Problem.Item::pinned);
        this.plain = rules.partialLimits == 0 && rules.plainFurther(problem.asOf());
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

    /**
     * Whether {@link #next} tells what is missing at least after nothing was found that satisfies
     * everything: where only credits can be missing, and whole ones.
     */
    boolean showsWhatIsMissing() {
        return plain && rules.partialTakes == 0;
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
        if (!which.equals(remembered.asked)
                || wanted != remembered.goal
                || most != remembered.threshold) {
            deadEnds.clear();
            next = Long.MAX_VALUE;
            remembered = new Remembered(which, wanted, most);
        }
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

    boolean done() {
        return goal != Goal.BEST && best.isPresent();
    }

    /** Nothing is found with less than {@code needed} of further credits. */
    void giveUp(long needed) {
        next = Math.min(next, Math.max(threshold + 1, needed));
    }

    /** Nothing is found unless requirements get so much more from further credits. */
    void lackingToo(long more) {
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
    void next(long open, long left) throws BudgetSpent {
        budget.spend(4);
        if (goal == Goal.BEST && tieBreak.hopeless(placement, open, best.orElseThrow())) {
            return;
        }
        if (open == 0) {
            floors.topUp(0);
            return;
        }
        if (!remembers(open)) {
            fill(open, left);
            return;
        }
        long used = 0;
        long usedToo = 0;
        for (int item = 0; item < placement.place.length; item++) {
            long bit = placement.used(item) ? 1L << item : 0;
            used |= item < Long.SIZE ? bit : 0;
            usedToo |= item < Long.SIZE ? 0 : bit;
        }
        long unmet = goal == Goal.BEST ? tieBreak.unmet(placement, open) : 0;
        if (!deadEnds.holds(open, used, usedToo, unmet, left)) {
            fill(open, left);
            if (!done()) {
                deadEnds.add(open, used, usedToo, unmet, left);
            }
        }
    }

    private void fill(long open, long left) throws BudgetSpent {
        if (rules.floors && !floors.reachable()) {
            return;
        }
        long takes = open & (1L << rules.takes.size()) - 1;
        long lacking = relaxation.lacking(placement, takes);
        if (lacking > left) {
            lackingToo(lacking - left);
            return;
        }
        leftovers.count(open, left);
        if (depth == fillings.size()) {
            fillings.add(new Filling(this));
        }
        var filling = fillings.get(depth);
        depth++;
        try {
            filling.fill(leftovers.narrowest(), open, left, leftovers.spare());
        } finally {
            depth--;
        }
    }

    /**
     * Whether what is open and what is used decides about all that follows. Where a requirement was
     * closed without all it needs, it matters which one, as further credentials for another may
     * touch other limits; unless for each requirement there are plain ones. Where there are
     * preferences, it matters what is used where.
     */
    private boolean remembers(long open) {
        if (!remembers || (goal == Goal.BEST && (!plain || tieBreak.prefers()))) {
            return false;
        }
        for (long closed = plain ? 0 : placement.asked & ~open; closed != 0; closed &= closed - 1) {
            if (!placement.surelyMet(Long.numberOfTrailingZeros(closed))) {
                return false;
            }
        }
        return true;
    }

    /** Keeps this placement if it is what is looked for. */
    void finish() throws BudgetSpent {
        if (!placement.bundlesComplete() || !blocksUsed()) {
            return;
        }
        if (goal == Goal.SATISFY && !complete()) {
            giveUp(threshold + 1);
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
}
