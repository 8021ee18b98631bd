package eu.cairn.stacking;

import eu.cairn.stacking.Amounts.Outcome;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Branch and bound over whole credentials: first which alternatives are chosen, then in which
 * requirement each credential counts. Three passes: is there a placement that satisfies everything;
 * if not, which one misses the fewest credits; and of those, which one leaves the fewest
 * requirements unmet. The input comes in a fixed order, so the first best placement found is always
 * the same.
 *
 * <p>Two cuts keep it complete together: a credential that would do nothing where it is put stays
 * out, and like credentials are placed in order. Of all best placements, one that uses the fewest
 * credentials and has like ones in order is never cut.
 */
final class Search {

    /** A placement and what it comes to. */
    record Found(long asked, List<Integer> take, Outcome outcome) {}

    private enum Pass {
        SATISFY,
        LEAST,
        FEWEST
    }

    private final Problem problem;
    private final Placement placement;
    private final int[] likeBefore;
    private final boolean floors;
    private final Map<String, Bounds.Least> alone = new HashMap<>();

    private Budget budget = new Budget(0);
    private Pass pass = Pass.SATISFY;
    private Optional<Found> best = Optional.empty();

    Search(Problem problem) {
        this.problem = problem;
        this.placement = new Placement(problem);
        this.likeBefore = likeBefore();
        problem.rulebook.requirements().forEach(this::note);
        this.floors =
                problem.limits.stream()
                        .anyMatch(
                                limit ->
                                        limit.atLeast().isPresent()
                                                || limit.coursesAtLeast().isPresent());
    }

    /** A placement that satisfies everything; none where there is none. */
    Optional<Found> satisfying(Budget work) throws BudgetSpent {
        return run(Pass.SATISFY, work);
    }

    /**
     * The placement that misses the fewest credits; none where nothing ever satisfies the rules.
     */
    Optional<Found> least(Budget work) throws BudgetSpent {
        best = Optional.empty();
        return run(Pass.LEAST, work);
    }

    /**
     * After {@link #least}: of the placements that miss as few, one that leaves the fewest
     * requirements unmet; the best so far where the work is spent before that is proven.
     */
    Optional<Found> fewestUnmet(Budget work) {
        try {
            return run(Pass.FEWEST, work);
        } catch (BudgetSpent spent) {
            return best;
        }
    }

    /** What is missing at least whatever is placed, by counting alone. */
    long bound() {
        return problem.rulebook.requirements().stream()
                .mapToLong(requirement -> alone(requirement).missing())
                .sum();
    }

    private Optional<Found> run(Pass which, Budget work) throws BudgetSpent {
        pass = which;
        budget = work;
        clear();
        open(join(problem.rulebook.requirements(), List.of()), 0);
        return best;
    }

    private void clear() {
        for (int item = 0; item < placement.take.length; item++) {
            if (placement.take[item] != Placement.UNUSED) {
                placement.remove(item);
            }
        }
    }

    /** Whether nothing as good as this is wanted any more. */
    private boolean cut(long missing, int unmet) {
        return switch (pass) {
            case SATISFY -> best.isPresent() || missing > 0 || unmet > 0;
            case LEAST -> best.isPresent() && missing >= best.get().outcome.missing();
            case FEWEST ->
                    missing > best.orElseThrow().outcome.missing()
                            || unmet >= best.orElseThrow().outcome.unmet();
        };
    }

    /** Asks the requirements of {@code agenda} beside those asked already. */
    private void open(List<Requirement> agenda, long asked) throws BudgetSpent {
        budget.spend(1);
        var already = aloneOf(asked);
        long missing = already.missing();
        int unmet = already.unmet();
        for (var requirement : agenda) {
            var alone = alone(requirement);
            missing += alone.missing();
            unmet += alone.unmet();
        }
        if (cut(missing, unmet)) {
            return;
        }
        if (agenda.isEmpty()) {
            placement.asked = asked;
            place(0, new Bounds(placement));
            return;
        }
        var rest = agenda.subList(1, agenda.size());
        switch (agenda.getFirst()) {
            case Take take -> open(rest, asked | 1L << problem.takeNumber(take));
            case All all -> open(join(rest, all.of()), asked);
            case Choose choose ->
                    choose(choose, ordered(choose), choose.count().number(), rest, asked);
        }
    }

    private void choose(
            Choose choose, List<Requirement> left, int more, List<Requirement> agenda, long asked)
            throws BudgetSpent {
        if (more == 0) {
            open(agenda, asked);
            if (choose.count().exactly() || !floors) {
                return;
            }
        }
        if (left.size() < more || (more > 0 && cut(least(left, more), 0))) {
            return;
        }
        int wanted = Math.max(0, more - 1);
        for (int next = 0; next < left.size() - wanted; next++) {
            var chosen = join(agenda, List.of(left.get(next)));
            choose(choose, left.subList(next + 1, left.size()), wanted, chosen, asked);
        }
    }

    /** The alternatives, those that miss least first. */
    private List<Requirement> ordered(Choose choose) {
        return choose.of().stream()
                .sorted(
                        Comparator.comparingLong((Requirement one) -> alone(one).missing())
                                .thenComparingInt(one -> alone(one).unmet())
                                .thenComparing(Requirement::id))
                .toList();
    }

    private long least(List<Requirement> ordered, int count) {
        return ordered.stream().limit(count).mapToLong(one -> alone(one).missing()).sum();
    }

    /** Both, in an order that does not depend on the file. */
    private static List<Requirement> join(List<Requirement> one, List<Requirement> other) {
        var joined = new ArrayList<>(one);
        joined.addAll(other);
        joined.sort(Comparator.comparing(Requirement::id));
        return joined;
    }

    private Bounds.Least aloneOf(long asked) {
        long missing = 0;
        int unmet = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            var alone = alone(problem.takes.get(Long.numberOfTrailingZeros(rest)));
            missing += alone.missing();
            unmet += alone.unmet();
        }
        return new Bounds.Least(missing, unmet);
    }

    private Bounds.Least alone(Requirement requirement) {
        return Objects.requireNonNull(alone.get(requirement.id()));
    }

    /** What a requirement misses at least if every credential that it accepts counts in it. */
    private Bounds.Least note(Requirement requirement) {
        var least =
                switch (requirement) {
                    case Take take -> {
                        int number = problem.takeNumber(take);
                        long credits = 0;
                        int courses = 0;
                        for (var item : problem.items) {
                            boolean accepted = (item.accepted() >> number & 1) != 0;
                            credits += accepted ? item.credits() : 0;
                            courses += accepted ? 1 : 0;
                        }
                        long lacking = Math.max(0, problem.credits(number) - credits);
                        boolean tooFew = courses < problem.coursesAtLeast(number);
                        yield new Bounds.Least(lacking, lacking > 0 || tooFew ? 1 : 0);
                    }
                    case All all -> smallest(all.of(), all.of().size());
                    case Choose choose -> smallest(choose.of(), choose.count().number());
                };
        alone.put(requirement.id(), least);
        return least;
    }

    private Bounds.Least smallest(List<Requirement> of, int count) {
        var each = of.stream().map(this::note).toList();
        return new Bounds.Least(
                each.stream().mapToLong(Bounds.Least::missing).sorted().limit(count).sum(),
                each.stream().mapToInt(Bounds.Least::unmet).sorted().limit(count).sum());
    }

    /** For each item the last one before it that is like it, or -1. */
    private int[] likeBefore() {
        var like = new int[problem.items.size()];
        for (int item = 0; item < like.length; item++) {
            like[item] = item - 1;
            while (like[item] >= 0
                    && !problem.items.get(like[item]).like(problem.items.get(item))) {
                like[item]--;
            }
        }
        return like;
    }

    private void place(int item, Bounds bounds) throws BudgetSpent {
        var least = bounds.least(item);
        budget.spend(2 + (placement.take.length - item) / 4);
        if (least.equals(Bounds.HOPELESS) || cut(least.missing(), least.unmet())) {
            return;
        }
        if (item == placement.take.length || placement.complete()) {
            finish();
            return;
        }
        for (int take : options(item, bounds)) {
            placement.put(item, take);
            place(item + 1, bounds);
            placement.remove(item);
        }
        place(item + 1, bounds);
    }

    /** Where the item may count, the requirement with the least slack first. */
    private List<Integer> options(int item, Bounds bounds) {
        if (!placement.free(item)) {
            return List.of();
        }
        int before = likeBefore[item];
        int from = 0;
        if (before >= 0) {
            from = placement.take[before] == Placement.UNUSED ? Long.SIZE : placement.take[before];
        }
        var options = new ArrayList<Integer>();
        long accepted = problem.items.get(item).accepted() & placement.asked;
        for (long rest = accepted; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            if (take >= from
                    && placement.courses[take] < problem.coursesAtMost(take)
                    && !placement.useless(item, take)) {
                options.add(take);
            }
        }
        options.sort(
                Comparator.<Integer>comparingInt(take -> bounds.need(take) > 0 ? 0 : 1)
                        .thenComparingInt(take -> bounds.slack(item, take))
                        .thenComparingInt(take -> take));
        return options;
    }

    /** Keeps this placement, with nothing more placed, if it is better than the best so far. */
    private void finish() throws BudgetSpent {
        var outcome = Amounts.of(placement, budget);
        if (outcome.isEmpty()
                || cut(outcome.get().missing(), outcome.get().unmet())
                || (pass == Pass.SATISFY && !outcome.get().satisfied())) {
            return;
        }
        best =
                Optional.of(
                        new Found(
                                placement.asked,
                                Arrays.stream(placement.take).boxed().toList(),
                                outcome.get()));
    }
}
