package eu.cairn.stacking;

import java.util.Arrays;

/**
 * What could still go where at some point of a search: for each open place how much, and how much
 * of all may be counted beyond what is needed.
 */
final class Leftovers {

    /** A doubling, where numbers of ways are compared by their logarithm. */
    private static final int DOUBLE = 16;

    private final Search search;
    private final CompiledRulebook rules;
    private final Placement placement;
    private final long[] credits;
    private final int[] courses;
    private long open;
    private long left;
    private long spare;

    Leftovers(Search search) {
        this.search = search;
        this.rules = search.rules;
        this.placement = search.placement;
        this.credits = new long[rules.places];
        this.courses = new int[rules.places];
    }

    /** Counts what is not used yet for what is {@code open}, of which so much may stay short. */
    void count(long places, long mayLack) {
        open = places;
        left = mayLack;
        Arrays.fill(credits, 0);
        Arrays.fill(courses, 0);
        long takes = open & (1L << rules.takes.size()) - 1;
        long all = 0;
        for (int item = 0; item < placement.place.length; item++) {
            long accepted = search.problem.places[item] & open;
            if (accepted == 0 || placement.used(item) || !placement.exists(item)) {
                continue;
            }
            int amount = search.problem.credits[item];
            all += (accepted & takes) != 0 ? amount : 0;
            for (; accepted != 0; accepted &= accepted - 1) {
                int place = Long.numberOfTrailingZeros(accepted);
                credits[place] += amount;
                courses[place]++;
            }
        }
        boolean whole = rules.partialTakes == 0 && rules.partialLimits == 0;
        spare = left + (whole ? search.relaxation.usable(placement, takes) : all);
        for (long each = takes; each != 0; each &= each - 1) {
            spare -= placement.lacking(Long.numberOfTrailingZeros(each));
        }
        for (int share = 0; share < rules.shares.size(); share++) {
            spare +=
                    whole
                            ? search.relaxation.twice(placement, share)
                            : search.relaxation.shareable(share);
        }
    }

    /** The most that may be counted beyond what is needed. */
    long spare() {
        return spare;
    }

    /** The open place that can be filled in the fewest ways, by an estimate. */
    int narrowest() {
        int narrowest = -1;
        long fewest = Long.MAX_VALUE;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int place = Long.numberOfTrailingZeros(rest);
            long ways = rules.bundleOf(place) >= 0 ? blocks(place) : ways(place);
            if (ways < fewest) {
                fewest = ways;
                narrowest = place;
            }
        }
        return narrowest;
    }

    private long blocks(int place) {
        int bundle = rules.bundleOf(place);
        int needed = placement.blocks[bundle] * rules.bundles.get(bundle).of();
        return (long) DOUBLE * Math.min(courses[place] - needed, needed);
    }

    /**
     * The logarithm of the number of sets of credentials, times that part of the sums of all sets
     * which would do.
     */
    private long ways(int place) {
        long lacking = placement.lacking(place);
        long most = Math.min(credits[place], lacking + spare);
        long least = Math.max(0, lacking - left);
        if (most < least) {
            return Long.MIN_VALUE;
        }
        return (long) DOUBLE * courses[place]
                + logarithm(most - least + search.unit)
                - logarithm(credits[place] + search.unit);
    }

    private static long logarithm(long number) {
        int whole = Long.SIZE - 1 - Long.numberOfLeadingZeros(number);
        long part = whole < 4 ? number << (4 - whole) : number >> (whole - 4);
        return (long) DOUBLE * whole + part - DOUBLE;
    }
}
