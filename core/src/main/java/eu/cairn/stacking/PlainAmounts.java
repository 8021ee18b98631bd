package eu.cairn.stacking;

import eu.cairn.stacking.Amounts.Further;
import eu.cairn.stacking.Amounts.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a placement comes to where that can be seen without a program: nothing counts in part, no
 * number of courses is missing, and one kind of further credentials for each requirement serves
 * every floor and breaks no upper bound. Then what is missing is the sum of what the requirements
 * lack, or what the floors lack, and nothing less would do.
 */
final class PlainAmounts {

    private final Problem problem;
    private final CompiledRulebook rules;
    private final Placement placement;
    private final Budget budget;

    PlainAmounts(Placement placement, Budget budget) {
        this.problem = placement.problem;
        this.rules = placement.rules;
        this.placement = placement;
        this.budget = budget;
    }

    /** The outcome; none where a program has to find it. */
    Optional<Outcome> outcome() throws BudgetSpent {
        long lacking = 0;
        for (int item = 0; item < placement.place.length; item++) {
            if (placement.used(item) && problem.divisible(item, placement.place[item])) {
                return Optional.empty();
            }
        }
        for (long rest = placement.asked; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            lacking += placement.lacking(take);
            if (placement.courses[take] < rules.coursesAtLeast[take]
                    || placement.courses[take] > rules.coursesAtMost[take]) {
                return Optional.empty();
            }
        }
        if (furtherCouldShare()) {
            return Optional.empty();
        }
        long gaps = 0;
        long most = lacking;
        for (int limit = 0; limit < rules.limits.size(); limit++) {
            int used = placement.limitCredits[limit];
            int courses = placement.limitCourses[limit];
            if (courses < rules.courseFloor[limit]
                    || courses > rules.courseCap[limit]
                    || used > rules.cap[limit]) {
                return Optional.empty();
            }
            if (used < rules.floor[limit]) {
                gaps |= 1L << limit;
                most = Math.max(most, (long) rules.floor[limit] - used);
            }
        }
        return most == 0
                ? Optional.of(new Outcome(0, 0, placement.wholeCredits(), List.of()))
                : plainly(lacking, gaps, most);
    }

    /** Whether two requirements that share both lack something. */
    private boolean furtherCouldShare() {
        long lacking = 0;
        for (long rest = placement.asked; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            lacking |= placement.lacking(take) > 0 ? 1L << take : 0;
        }
        return rules.share(lacking);
    }

    private Optional<Outcome> plainly(long lacking, long gaps, long most) throws BudgetSpent {
        var further = new ArrayList<Further>();
        int unmet = 0;
        long more = most - lacking;
        for (long rest = placement.asked; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            int amount = placement.lacking(take);
            if (amount == 0
                    && (more == 0 || rules.coursesAtMost[take] <= placement.courses[take])) {
                continue;
            }
            var kind = plainKind(take, gaps, most);
            if (kind.isEmpty()) {
                if (amount > 0) {
                    return Optional.empty();
                }
                continue;
            }
            unmet += amount > 0 ? 1 : 0;
            further.add(new Further(take, kind.get(), (int) (amount + more)));
            more = 0;
        }
        return more > 0
                ? Optional.empty()
                : Optional.of(new Outcome(most, unmet, placement.wholeCredits(), further));
    }

    /** A kind that serves every gap, touches no upper bound that could break, and is no course. */
    private Optional<FurtherKind> plainKind(int take, long gaps, long most) throws BudgetSpent {
        if (rules.coursesAtMost[take] <= placement.courses[take]) {
            return Optional.empty();
        }
        return problem.kinds(budget).get(take).stream()
                .filter(kind -> !kind.isNamed() && kind.size().isEmpty())
                .filter(kind -> (gaps & ~kind.limits()) == 0)
                .filter(kind -> hasRoom(kind.limits(), most))
                .findFirst();
    }

    private boolean hasRoom(long limits, long most) {
        for (long rest = limits; rest != 0; rest &= rest - 1) {
            int limit = Long.numberOfTrailingZeros(rest);
            if (placement.limitCredits[limit] + most > rules.cap[limit]
                    || rules.courseCap[limit] != Integer.MAX_VALUE) {
                return false;
            }
        }
        return true;
    }
}
