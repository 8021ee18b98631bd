package eu.cairn.stacking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the best set of courses, all over on one day, with which a rulebook is satisfied on that
 * day: every set is looked at, except where what it has to add at least shows that it is no better,
 * or where all that is left would not be enough. Of sets that are equally good the first in the
 * order of the offers is found.
 */
final class PlanSearch {

    /** Whether some courses are enough is decided by an audit, which costs as much as so many. */
    private static final int AUDIT = 50;

    private final PlanProblem problem;
    private final LocalDate day;
    private final List<Offer> offers;
    private final long[] costs;
    private final Covers covers;
    private final Enough enough;
    private final List<Set<String>> others;
    private final Budget budget;
    private final boolean reached;
    private final int[] likeBefore;

    private final BitSet taken = new BitSet();
    private final List<Offer> chosen = new ArrayList<>();
    private final Set<String> courses = new HashSet<>();
    private Optional<PlanProblem.Value> best;
    private List<Offer> found = List.of();
    private boolean decided = true;

    /**
     * @param day on which the courses have to be over
     * @param known the value of a set that is known already
     * @param reached whether a set that is as good is wanted, and not only one that is better
     * @param others courses of plans from which this one has to differ
     */
    PlanSearch(
            PlanProblem problem,
            LocalDate day,
            Optional<PlanProblem.Value> known,
            boolean reached,
            List<Set<String>> others,
            Budget budget) {
        this.problem = problem;
        this.day = day;
        this.offers = problem.until(day);
        this.costs = offers.stream().mapToLong(problem::cost).toArray();
        this.covers = problem.covers(offers, day, costs);
        this.enough = problem.enough(offers, day);
        this.best = known;
        this.reached = reached;
        this.others = others;
        this.budget = budget;
        this.likeBefore = new Likeness(problem, offers, day, others).before();
    }

    /** A set of courses that is better than what is known, or as good and the first such. */
    List<Offer> run() throws BudgetSpent {
        search(0, true);
        return found;
    }

    /** What was found before the work was spent. */
    List<Offer> found() {
        return found;
    }

    /** Whether every audit that was asked could be decided. */
    boolean decided() {
        return decided;
    }

    /** No set has a lower cost than this. */
    long lowest() {
        return covers.lowest(0);
    }

    private void search(int next, boolean fresh) throws BudgetSpent {
        budget.spend(1 + covers.size() / 8);
        long rest = covers.lowest(next);
        if (rest == Covers.NEVER || !couldBeBest(rest) || !prerequisitesPossible(next)) {
            return;
        }
        if (covers.met() && ((fresh && settled()) || hopeless(next))) {
            return;
        }
        if (next == offers.size()) {
            return;
        }
        if (mayTake(next)) {
            var offer = offers.get(next);
            taken.set(next);
            chosen.add(offer);
            courses.add(offer.course());
            covers.take(next);
            if (others.stream().noneMatch(courses::containsAll)) {
                search(next + 1, true);
            }
            covers.leave(next);
            courses.remove(offer.course());
            chosen.removeLast();
            taken.clear(next);
        }
        search(next + 1, false);
    }

    /** Whether what is taken is enough, so that taking more would be needless. */
    private boolean settled() throws BudgetSpent {
        if (!problem.prerequisitesMet(chosen)) {
            return false;
        }
        var answer = ask(taken);
        if (answer.isEmpty()) {
            decided = false;
            return false;
        }
        if (answer.get()) {
            propose();
        }
        return answer.get();
    }

    private Optional<Boolean> ask(BitSet some) throws BudgetSpent {
        if (!enough.knows(some)) {
            budget.spend(AUDIT);
        }
        return enough.of(some);
    }

    private void propose() throws BudgetSpent {
        var value = problem.value(chosen);
        boolean better =
                best.isEmpty()
                        || value.compareTo(best.get()) < 0
                        || (wantsEqual() && value.compareTo(best.get()) == 0);
        if (!better || others.stream().anyMatch(other -> other.containsAll(courses))) {
            return;
        }
        budget.spend(AUDIT * (long) chosen.size());
        var then = problem.satisfied(chosen, problem.finish(chosen));
        decided &= then.isPresent();
        if (!then.equals(Optional.of(true))) {
            return;
        }
        var needless = problem.needless(chosen);
        if (needless.isEmpty()) {
            decided = false;
        } else if (!needless.get()) {
            best = Optional.of(value);
            found = List.copyOf(chosen);
        }
    }

    /** Whether not even all that can still be taken is enough. */
    private boolean hopeless(int next) throws BudgetSpent {
        var most = (BitSet) taken.clone();
        most.set(next, offers.size());
        return ask(most).filter(all -> !all).isPresent();
    }

    private boolean wantsEqual() {
        return reached && found.isEmpty();
    }

    private boolean couldBeBest(long rest) {
        if (best.isEmpty()) {
            return true;
        }
        int order = problem.atLeast(chosen, rest, day).compareTo(best.get());
        return order < 0 || (order == 0 && wantsEqual());
    }

    private boolean mayTake(int next) {
        var offer = offers.get(next);
        if (courses.contains(offer.course())) {
            return false;
        }
        if (likeBefore[next] >= 0 && !taken.get(likeBefore[next])) {
            return false;
        }
        var more = new ArrayList<>(chosen);
        more.add(offer);
        return problem.keepsToConstraints(more);
    }

    private boolean prerequisitesPossible(int next) {
        for (int each = taken.nextSetBit(0); each >= 0; each = taken.nextSetBit(each + 1)) {
            var offer = offers.get(each);
            for (var any : offer.needs()) {
                if (!problem.pool().isHeld(any, offer.start()) && !couldOpen(offer, any, next)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean couldOpen(Offer offer, Set<String> any, int next) {
        for (int other = 0; other < offers.size(); other++) {
            boolean possible = other >= next || taken.get(other);
            if (possible && OfferPool.opens(offers.get(other), offer, any)) {
                return true;
            }
        }
        return false;
    }
}
