package eu.cairn.stacking;

import eu.cairn.stacking.Search.Goal;

/** The part of {@link Search} about lower bounds on what is counted in all. */
final class Floors {

    private final Search search;
    private final Problem problem;
    private final CompiledRulebook rules;
    private final Placement placement;

    Floors(Search search) {
        this.search = search;
        this.problem = search.problem;
        this.rules = search.rules;
        this.placement = search.placement;
    }

    /** Whether all that is not placed is enough for the floors. */
    boolean reachable() {
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
            if (gap > search.threshold
                    || (search.goal == Goal.SATISFY && courses < rules.courseFloor[limit])) {
                search.giveUp(gap);
                return false;
            }
        }
        return true;
    }

    /** Puts what is left where floors need it, then looks at what the placement comes to. */
    void topUp(int from) throws BudgetSpent {
        search.budget.spend(1);
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
            search.finish();
            return;
        }
        placement.put(item, place);
        topUp(item + 1);
        placement.remove(item);
        if (!search.done()) {
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
            if (gap > search.threshold || (search.goal == Goal.SATISFY && (gap > 0 || few > 0))) {
                search.giveUp(gap);
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
}
