package eu.cairn.stacking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What the credentials not yet placed could bring at most if they could be split: a flow from
 * credentials to requirements, under those upper bounds that lie within each other. Where a floor
 * lies within an upper bound, what is outside the floor is bounded as well.
 */
final class Relaxation {

    /** An upper bound on a set of items: a limit's, less what another limit's floor takes of it. */
    private record Cap(int limit, int floor, BitSet groups, long most, int parent) {}

    private final Problem problem;
    private final CompiledRulebook rules;
    private final Flow flow = new Flow();

    /** Items of the same places and limits are one group. */
    final int[] groupOf;

    private final List<Problem.Item> groups = new ArrayList<>();
    private final List<Cap> caps;
    private final int[] capOf;
    private final long[] supply;

    Relaxation(Problem problem) {
        this.problem = problem;
        this.rules = problem.rules;
        this.groupOf = new int[problem.items.size()];
        for (int item = 0; item < groupOf.length; item++) {
            var facts = problem.items.get(item);
            int group = 0;
            while (group < groups.size()
                    && (groups.get(group).places() != facts.places()
                            || groups.get(group).limits() != facts.limits())) {
                group++;
            }
            if (group == groups.size()) {
                groups.add(facts);
            }
            groupOf[item] = group;
        }
        this.supply = new long[groups.size()];
        this.caps = caps();
        this.capOf = new int[groups.size()];
        for (int group = 0; group < capOf.length; group++) {
            capOf[group] = innermost(group);
        }
    }

    private List<Cap> caps() {
        var all = new ArrayList<Cap>();
        for (int limit = 0; limit < rules.limits.size(); limit++) {
            if (rules.cap[limit] == Integer.MAX_VALUE) {
                continue;
            }
            all.add(new Cap(limit, -1, touching(limit, -1), rules.cap[limit], -1));
            for (int floor = 0; floor < rules.limits.size(); floor++) {
                if (floor != limit && rules.floor[floor] > 0 && within(floor, limit)) {
                    long most = (long) rules.cap[limit] - rules.floor[floor];
                    all.add(new Cap(limit, floor, touching(limit, floor), most, -1));
                }
            }
        }
        all.removeIf(cap -> size(cap) <= cap.most);
        all.sort(Comparator.comparingDouble(cap -> (double) cap.most / Math.max(1, size(cap))));
        var chosen = new ArrayList<Cap>();
        for (var cap : all) {
            if (chosen.stream().allMatch(other -> laminar(cap.groups, other.groups))) {
                chosen.add(cap);
            }
        }
        chosen.sort(Comparator.comparingInt(cap -> -cap.groups.cardinality()));
        var nested = new ArrayList<Cap>();
        for (var cap : chosen) {
            int parent = -1;
            for (int other = 0; other < nested.size(); other++) {
                if (contains(nested.get(other).groups, cap.groups)) {
                    parent = other;
                }
            }
            nested.add(new Cap(cap.limit, cap.floor, cap.groups, cap.most, parent));
        }
        return nested;
    }

    private BitSet touching(int limit, int without) {
        var touching = new BitSet();
        for (int group = 0; group < groups.size(); group++) {
            long limits = groups.get(group).limits();
            touching.set(
                    group,
                    (limits >> limit & 1) != 0 && (without < 0 || (limits >> without & 1) == 0));
        }
        return touching;
    }

    /**
     * Whether all that touches {@code floor} touches {@code limit}: of the credentials held, and of
     * all others because the limit asks nothing.
     */
    private boolean within(int floor, int limit) {
        return rules.limits.get(limit).where().conditions().isEmpty()
                || rules.limits
                        .get(floor)
                        .where()
                        .conditions()
                        .containsAll(rules.limits.get(limit).where().conditions());
    }

    private long size(Cap cap) {
        long size = 0;
        for (int item = 0; item < groupOf.length; item++) {
            size += cap.groups.get(groupOf[item]) ? problem.items.get(item).credits() : 0;
        }
        return size;
    }

    private static boolean contains(BitSet outer, BitSet inner) {
        var outside = (BitSet) inner.clone();
        outside.andNot(outer);
        return outside.isEmpty();
    }

    private static boolean laminar(BitSet one, BitSet other) {
        return !one.intersects(other) || contains(one, other) || contains(other, one);
    }

    private int innermost(int group) {
        int innermost = -1;
        for (int cap = 0; cap < caps.size(); cap++) {
            if (caps.get(cap).groups.get(group)) {
                innermost = cap;
            }
        }
        return innermost;
    }

    /** What {@code open} requirements lack at least, whatever is done with what is not placed. */
    long lacking(Placement placement, long open) {
        int takes = rules.takes.size();
        int firstGroup = 2 + takes;
        int firstCap = firstGroup + groups.size();
        int firstShare = firstCap + caps.size();
        Arrays.fill(supply, 0);
        for (int item = 0; item < groupOf.length; item++) {
            if (!placement.used(item) && placement.exists(item)) {
                supply[groupOf[item]] += problem.items.get(item).credits();
            }
        }
        flow.reset(firstShare + rules.shares.size());
        long needed = 0;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            int lacking = placement.lacking(take);
            needed += lacking;
            flow.edge(2 + take, Flow.SINK, lacking);
        }
        for (int cap = 0; cap < caps.size(); cap++) {
            var facts = caps.get(cap);
            int from = facts.parent < 0 ? Flow.SOURCE : firstCap + facts.parent;
            flow.edge(from, firstCap + cap, Math.max(0, facts.most - used(placement, facts)));
        }
        for (int group = 0; group < supply.length; group++) {
            long accepted = groups.get(group).places() & open;
            if (supply[group] == 0 || accepted == 0) {
                continue;
            }
            int from = capOf[group] < 0 ? Flow.SOURCE : firstCap + capOf[group];
            flow.edge(from, firstGroup + group, supply[group]);
            for (long rest = accepted; rest != 0; rest &= rest - 1) {
                int take = Long.numberOfTrailingZeros(rest);
                flow.edge(firstGroup + group, 2 + take, supply[group]);
            }
        }
        for (int share = 0; share < rules.shares.size(); share++) {
            long twice = twice(placement, share);
            flow.edge(Flow.SOURCE, firstShare + share, twice);
            for (int pair = rules.firstPair; pair < rules.places; pair++) {
                if (rules.shareOf[pair] == share) {
                    for (long rest = rules.takesOf[pair] & open; rest != 0; rest &= rest - 1) {
                        int take = Long.numberOfTrailingZeros(rest);
                        flow.edge(firstShare + share, 2 + take, twice);
                    }
                }
            }
        }
        return needed - flow.greatest();
    }

    /** After {@link #lacking}: the requirements in the cut that shows what is lacking. */
    long cut(long open) {
        long cut = 0;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            cut |= flow.reached(2 + take) ? 0 : 1L << take;
        }
        return cut;
    }

    private long used(Placement placement, Cap cap) {
        long used = placement.limitSurely[cap.limit];
        return cap.floor < 0 ? used : Math.max(0, used - placement.limitCredits[cap.floor]);
    }

    /** The most that could still be counted twice under a share. */
    long twice(Placement placement, int share) {
        if (rules.shareCourses[share] <= placement.shareCourses[share]) {
            return 0;
        }
        long most = 0;
        for (var item : problem.items) {
            for (int pair = rules.firstPair; pair < rules.places; pair++) {
                if (rules.shareOf[pair] == share && (item.places() >> pair & 1) != 0) {
                    most += item.credits();
                    break;
                }
            }
        }
        return Math.min(
                most,
                Math.max(0, (long) rules.shareCredits[share] - placement.shareCredits[share]));
    }
}
