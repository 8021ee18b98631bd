package eu.cairn.stacking;

import eu.cairn.stacking.PlanProblem.Value;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for one plan after the other, each the best of those that differ from all before it. */
final class Ways {

    /**
     * One way.
     *
     * @param courses none where none was found
     * @param proved whether it is known that no other way is better, or that there is none
     * @param bound what no way is better than, where it is not proved
     */
    record Way(List<Offer> courses, boolean proved, Optional<Plan.Bound> bound) {}

    private final PlanProblem problem;
    private final List<Set<String>> others;
    private final Budget budget;
    private final long work;

    private List<Offer> best = List.of();
    private Optional<Value> value = Optional.empty();
    private Optional<LocalDate> open = Optional.empty();
    private long lowest = Covers.NEVER;

    private Ways(PlanProblem problem, List<Set<String>> others, long work) {
        this.problem = problem;
        this.others = others;
        this.work = work;
        this.budget = new Budget(work);
    }

    /** The best way that has not all courses of one of {@code before}, nor is part of it. */
    static Way next(PlanProblem problem, List<Way> before, long work) {
        var others =
                before.stream()
                        .map(way -> way.courses.stream().map(Offer::course).toList())
                        .<Set<String>>map(HashSet::new)
                        .toList();
        return new Ways(problem, others, work).way();
    }

    private Way way() {
        boolean soonest = problem.goal() == PlanGoal.SOONEST_FINISH;
        for (var day : soonest ? problem.ends() : problem.turns()) {
            var offers = problem.until(day);
            boolean over = soonest && !best.isEmpty();
            if (!over && !problem.satisfied(offers, day).equals(Optional.of(false))) {
                look(offers, day);
            }
        }
        return new Way(
                best,
                open.isEmpty(),
                open.filter(day -> soonest || lowest != Covers.NEVER)
                        .map(day -> problem.bound(lowest, day)));
    }

    private void look(List<Offer> offers, LocalDate day) {
        var known = others.isEmpty() ? quickly(offers, day) : List.<Offer>of();
        boolean better =
                !known.isEmpty()
                        && value.stream().noneMatch(it -> it.compareTo(problem.value(known)) <= 0);
        if (better) {
            best = known;
            value = Optional.of(problem.value(known));
        }
        var part = new Budget(Math.max(0, (work - budget.spent()) / 2), budget);
        var search = new PlanSearch(problem, day, value, better, others, part);
        lowest = Math.min(lowest, search.lowest());
        boolean finished = true;
        try {
            search.run();
        } catch (BudgetSpent spent) {
            finished = false;
        }
        if (!search.found().isEmpty()) {
            best = search.found();
            value = Optional.of(problem.value(best));
        }
        if (!finished || !search.decided()) {
            open = open.or(() -> Optional.of(day));
        }
    }

    /** Some way, by leaving out what is not needed, the dearest first; none where that fails. */
    private List<Offer> quickly(List<Offer> offers, LocalDate day) {
        var kept = offers;
        var dearest =
                offers.stream()
                        .sorted(
                                Comparator.comparingLong(problem::cost)
                                        .thenComparing(Offer::end)
                                        .thenComparing(Offer::id)
                                        .reversed())
                        .toList();
        for (var offer : dearest) {
            var rest = problem.without(kept, offer);
            if (!rest.isEmpty() && problem.satisfied(rest, day).equals(Optional.of(true))) {
                kept = rest;
            }
        }
        boolean works =
                problem.works(kept).equals(Optional.of(true))
                        && problem.needless(kept).equals(Optional.of(false));
        return works ? kept : List.of();
    }
}
