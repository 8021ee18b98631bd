package eu.cairn.stacking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How requirements are best parted: as a course counts in one requirement, what sets without a
 * common requirement cost at least adds up.
 *
 * @param sets the parts that together cost most
 * @param telling the sets that cost more alone than all of their parts
 */
record Partition(List<Long> sets, Set<Long> telling) {

    Partition {
        sets = List.copyOf(sets);
        telling = Set.copyOf(telling);
    }

    /**
     * @param costs what sets of requirements, as bits, cost at least; others cost nothing
     * @param takes how many requirements there are
     */
    static Partition of(Map<Long, Long> costs, int takes) {
        var whole = new long[1 << takes];
        var parts = new int[1 << takes];
        var telling = new HashSet<Long>();
        for (int set = 1; set < whole.length; set++) {
            int first = set & -set;
            long alone = costs.getOrDefault((long) set, 0L);
            long parted = -1;
            for (int part = (set - 1) & set; part > 0; part = (part - 1) & set) {
                long cost = costs.getOrDefault((long) part, 0L);
                if ((part & first) != 0 && sum(cost, whole[set & ~part]) > parted) {
                    parted = sum(cost, whole[set & ~part]);
                    parts[set] = part;
                }
            }
            if (alone > parted) {
                parts[set] = set;
                telling.add((long) set);
            }
            whole[set] = Math.max(alone, parted);
        }
        var sets = new ArrayList<Long>();
        for (int set = whole.length - 1; set > 0; set &= ~parts[set]) {
            sets.add((long) parts[set]);
        }
        return new Partition(sets, telling);
    }

    /** The sum of two costs, of which one may be {@link Covers#NEVER}. */
    static long sum(long one, long other) {
        return one == Covers.NEVER || other == Covers.NEVER ? Covers.NEVER : one + other;
    }
}
