package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.Arrays;

/**
 * Which requirements are asked, and in which of them each credential counts so far; the sums that
 * follow are kept with every step. "Surely" leaves out what may count in part.
 */
final class Placement {

    static final int UNUSED = -1;

    final Problem problem;
    final int[] take;
    long asked;

    final int[] credits;
    final int[] surely;
    final int[] courses;
    final int[] limitCredits;
    final int[] limitSurely;
    final int[] limitCourses;
    private final int[] excluded;

    Placement(Problem problem) {
        this.problem = problem;
        this.take = new int[problem.items.size()];
        Arrays.fill(take, UNUSED);
        this.credits = new int[problem.takes.size()];
        this.surely = new int[problem.takes.size()];
        this.courses = new int[problem.takes.size()];
        this.limitCredits = new int[problem.limits.size()];
        this.limitSurely = new int[problem.limits.size()];
        this.limitCourses = new int[problem.limits.size()];
        this.excluded = new int[problem.exclusions.size()];
    }

    boolean asks(int number) {
        return (asked >> number & 1) != 0;
    }

    /** Whether no credential of an excluded course is counted already. */
    boolean free(int item) {
        for (int exclusion : problem.items.get(item).exclusions()) {
            if (excluded[exclusion] > 0) {
                return false;
            }
        }
        return true;
    }

    int excluded(int exclusion) {
        return excluded[exclusion];
    }

    void put(int item, int into) {
        take[item] = into;
        change(item, into, 1);
    }

    void remove(int item) {
        change(item, take[item], -1);
        take[item] = UNUSED;
    }

    private void change(int item, int into, int sign) {
        var facts = problem.items.get(item);
        boolean whole = !problem.divisible(item, into);
        credits[into] += sign * facts.credits();
        surely[into] += whole ? sign * facts.credits() : 0;
        courses[into] += sign;
        for (long rest = facts.limits(); rest != 0; rest &= rest - 1) {
            int limit = Long.numberOfTrailingZeros(rest);
            limitCredits[limit] += sign * facts.credits();
            limitSurely[limit] += whole ? sign * facts.credits() : 0;
            limitCourses[limit] += sign;
        }
        for (int exclusion : facts.exclusions()) {
            excluded[exclusion] += sign;
        }
    }

    /** Whether the requirement has all it asks for, whatever else is counted. */
    boolean surelyMet(int number) {
        return surely[number] >= problem.credits(number)
                && courses[number] >= problem.coursesAtLeast(number);
    }

    /** Whether the floors of the limit have all they ask for, whatever else is counted. */
    boolean floorSurelyMet(int number) {
        var limit = problem.limits.get(number);
        return limitSurely[number] >= limit.atLeast().map(Ects::hundredths).orElse(0)
                && limitCourses[number] >= limit.coursesAtLeast().orElse(0);
    }

    /** Whether one more credential would do nothing where it is put, so that it may stay out. */
    boolean useless(int item, int into) {
        if (!surelyMet(into)) {
            return false;
        }
        for (long rest = problem.items.get(item).limits(); rest != 0; rest &= rest - 1) {
            if (!floorSurelyMet(Long.numberOfTrailingZeros(rest))) {
                return false;
            }
        }
        return true;
    }

    /** Whether every requirement asked and every floor has what it asks for. */
    boolean complete() {
        for (int number = 0; number < courses.length; number++) {
            if (asks(number) && !surelyMet(number)) {
                return false;
            }
        }
        for (int number = 0; number < limitCredits.length; number++) {
            if (!floorSurelyMet(number)) {
                return false;
            }
        }
        return true;
    }

    /** Whether what is surely counted already breaks the upper bound of a limit. */
    boolean overfull() {
        for (int number = 0; number < limitCredits.length; number++) {
            var limit = problem.limits.get(number);
            int most = limit.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE);
            if (limitSurely[number] > most
                    || limitCourses[number] > limit.coursesAtMost().orElse(Integer.MAX_VALUE)) {
                return true;
            }
        }
        return false;
    }
}
