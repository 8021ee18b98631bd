package eu.cairn.stacking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which requirements are asked, and where each credential counts so far; the sums that follow are
 * kept with every step. "Surely" leaves out what may count in part.
 */
final class Placement {

    static final int UNUSED = -1;

    final Problem problem;
    final CompiledRulebook rules;

    /** The place of each item, or {@link #UNUSED}. */
    final int[] place;

    /** The requirements asked, as bits. */
    long asked;

    /** How many blocks each bundle has to make. */
    final int[] blocks;

    final int[] credits;
    final int[] surely;
    final int[] courses;
    final int[] bundled;
    final int[] limitCredits;
    final int[] limitSurely;
    final int[] limitCourses;
    final int[] shareCredits;
    final int[] shareSurely;
    final int[] shareCourses;
    private final int[] excluded;

    Placement(Problem problem) {
        this.problem = problem;
        this.rules = problem.rules;
        this.place = problem.nowhere();
        this.blocks = new int[rules.bundles.size()];
        this.bundled = new int[rules.bundles.size()];
        this.credits = new int[rules.takes.size()];
        this.surely = new int[rules.takes.size()];
        this.courses = new int[rules.takes.size()];
        this.limitCredits = new int[rules.limits.size()];
        this.limitSurely = new int[rules.limits.size()];
        this.limitCourses = new int[rules.limits.size()];
        this.shareCredits = new int[rules.shares.size()];
        this.shareSurely = new int[rules.shares.size()];
        this.shareCourses = new int[rules.shares.size()];
        this.excluded = new int[problem.exclusions];
    }

    /** A copy of {@code found}, to be changed. */
    static Placement of(Problem problem, Search.Found found) {
        var placement = new Placement(problem);
        placement.ask(found.asked());
        for (int item = 0; item < found.places().size(); item++) {
            if (found.places().get(item) != UNUSED) {
                placement.put(item, found.places().get(item));
            }
        }
        return placement;
    }

    void ask(Choices.Asked which) {
        asked = which.takes();
        for (int bundle = 0; bundle < blocks.length; bundle++) {
            blocks[bundle] = which.blocks().get(bundle);
        }
    }

    void clear() {
        Arrays.fill(place, UNUSED);
        for (var sums :
                new int[][] {
                    credits,
                    surely,
                    courses,
                    bundled,
                    limitCredits,
                    limitSurely,
                    limitCourses,
                    shareCredits,
                    shareSurely,
                    shareCourses,
                    excluded
                }) {
            Arrays.fill(sums, 0);
        }
    }

    boolean asks(int take) {
        return (asked >> take & 1) != 0;
    }

    boolean used(int item) {
        return place[item] != UNUSED;
    }

    /** Whether the item counts in a requirement itself, not as part of a block. */
    boolean counts(int item) {
        return used(item) && rules.takesOf[place[item]] != 0;
    }

    /** What each item counts if nothing counts in part. */
    List<Integer> wholeCredits() {
        var counted = new ArrayList<Integer>(place.length);
        for (int item = 0; item < place.length; item++) {
            counted.add(counts(item) ? problem.credits[item] : 0);
        }
        return counted;
    }

    /** Whether the place is there: its requirements are asked, its bundle makes a block. */
    boolean open(int where) {
        int bundle = rules.bundleOf(where);
        return bundle >= 0 ? blocks[bundle] > 0 : (rules.takesOf[where] & ~asked) == 0;
    }

    /** Whether the item is there: a credential always is, a block if its bundle makes it. */
    boolean exists(int item) {
        if (!problem.hasBlocks) {
            return true;
        }
        var facts = problem.items.get(item);
        return facts.block() == 0 || facts.block() <= blocks[facts.bundle()];
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

    /** Whether the item, which is free, may be put there without breaking an upper bound. */
    boolean fits(int item, int where) {
        int bundle = rules.bundleOf(where);
        if (bundle >= 0) {
            return bundled[bundle] < blocks[bundle] * rules.bundles.get(bundle).of();
        }
        boolean whole = !problem.divisible(item, where);
        for (long rest = rules.takesOf[where]; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            if (courses[take] >= rules.coursesAtMost[take]) {
                return false;
            }
        }
        int more = problem.credits[item];
        for (long rest = problem.limits[item]; rest != 0; rest &= rest - 1) {
            int limit = Long.numberOfTrailingZeros(rest);
            if (limitCourses[limit] >= rules.courseCap[limit]
                    || (whole && limitSurely[limit] + more > rules.cap[limit])) {
                return false;
            }
        }
        return where < rules.firstPair || fitsShare(more, whole, where);
    }

    /** Whether so many more credits may be counted in both requirements of a pair. */
    boolean fitsShare(int more, boolean whole, int pair) {
        int share = rules.shareOf[pair];
        return shareCourses[share] < rules.shareCourses[share]
                && (!whole || shareSurely[share] + more <= rules.shareCredits[share]);
    }

    void put(int item, int where) {
        place[item] = where;
        change(item, where, 1);
    }

    void remove(int item) {
        change(item, place[item], -1);
        place[item] = UNUSED;
    }

    private void change(int item, int where, int sign) {
        var facts = problem.items.get(item);
        for (int exclusion : facts.exclusions()) {
            excluded[exclusion] += sign;
        }
        int bundle = rules.bundleOf(where);
        if (bundle >= 0) {
            bundled[bundle] += sign;
            return;
        }
        int amount = sign * problem.credits[item];
        boolean whole = !problem.divisible(item, where);
        for (long rest = rules.takesOf[where]; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            credits[take] += amount;
            surely[take] += whole ? amount : 0;
            courses[take] += sign;
        }
        if (where >= rules.firstPair) {
            shareCredits[rules.shareOf[where]] += amount;
            shareSurely[rules.shareOf[where]] += whole ? amount : 0;
            shareCourses[rules.shareOf[where]] += sign;
        }
        for (long rest = problem.limits[item]; rest != 0; rest &= rest - 1) {
            int limit = Long.numberOfTrailingZeros(rest);
            limitCredits[limit] += amount;
            limitSurely[limit] += whole ? amount : 0;
            limitCourses[limit] += sign;
        }
    }

    int lacking(int take) {
        return Math.max(0, rules.need[take] - credits[take]);
    }

    /** Whether the requirement has all it asks for, whatever else is counted. */
    boolean surelyMet(int take) {
        return surely[take] >= rules.need[take] && courses[take] >= rules.coursesAtLeast[take];
    }

    /** Whether the floors of the limit have all they ask for, whatever else is counted. */
    boolean floorSurelyMet(int limit) {
        return limitSurely[limit] >= rules.floor[limit]
                && limitCourses[limit] >= rules.courseFloor[limit];
    }

    boolean floorsSurelyMet() {
        for (int limit = 0; limit < limitSurely.length; limit++) {
            if (!floorSurelyMet(limit)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every bundle has the credentials of its blocks, and every block is used. */
    boolean bundlesComplete() {
        for (int bundle = 0; bundle < blocks.length; bundle++) {
            if (bundled[bundle] != blocks[bundle] * rules.bundles.get(bundle).of()) {
                return false;
            }
        }
        return true;
    }
}
