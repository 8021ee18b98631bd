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
    private final long[] accepted;
    private final long[] room;
    private final long[] capLeft;
    private final long[] through;

    /** What flows from each group to each requirement, in the last call. */
    private final long[][] sent;

    private final int[][] edgeOf;

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
        this.accepted = groups.stream().mapToLong(Problem.Item::places).toArray();
        this.room = new long[rules.takes.size()];
        this.sent = new long[groups.size()][room.length];
        this.edgeOf = new int[groups.size()][room.length];
        this.caps = caps();
        this.capLeft = new long[caps.size()];
        this.through = new long[caps.size()];
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

    /**
     * What {@code open} requirements lack at least, whatever is done with what is not placed. The
     * flow of the last call is kept as far as it still holds, so that little has to be pushed anew.
     */
    long lacking(Placement placement, long open) {
        count(placement, open);
        long missing = 0;
        for (int take = 0; take < room.length; take++) {
            room[take] = (open >> take & 1) != 0 ? placement.lacking(take) : 0;
            missing += room[take];
        }
        for (int group = 0; group < supply.length; group++) {
            for (long rest = accepted[group] & open; rest != 0; rest &= rest - 1) {
                int take = Long.numberOfTrailingZeros(rest);
                if (sent[group][take] > 0) {
                    long kept = Math.min(sent[group][take], most(group, take));
                    sent[group][take] = kept;
                    send(group, take, kept);
                    missing -= kept;
                }
            }
        }
        for (int group = 0; group < supply.length && missing > 0; group++) {
            for (long rest = accepted[group] & open; rest != 0; rest &= rest - 1) {
                int take = Long.numberOfTrailingZeros(rest);
                long more = most(group, take);
                sent[group][take] += more;
                send(group, take, more);
                missing -= more;
            }
        }
        return missing == 0 ? 0 : missing - augmented(placement, open);
    }

    /** What could still count at most in {@code open} requirements, however much they need. */
    long usable(Placement placement, long open) {
        long usable = 0;
        count(placement, open);
        for (int group = 0; group < supply.length; group++) {
            if (capOf[group] < 0) {
                usable += supply[group];
            } else {
                through[capOf[group]] += supply[group];
            }
        }
        for (int cap = through.length - 1; cap >= 0; cap--) {
            int parent = caps.get(cap).parent;
            long amount = Math.min(through[cap], capLeft[cap]);
            if (parent < 0) {
                usable += amount;
            } else {
                through[parent] += amount;
            }
        }
        return usable;
    }

    /** Counts what is not placed and what {@code open} requirements accept, and what caps leave. */
    private void count(Placement placement, long open) {
        Arrays.fill(supply, 0);
        Arrays.fill(through, 0);
        for (int item = 0; item < groupOf.length; item++) {
            if (!placement.used(item)
                    && (problem.places[item] & open) != 0
                    && placement.exists(item)) {
                supply[groupOf[item]] += problem.credits[item];
            }
        }
        for (int cap = 0; cap < capLeft.length; cap++) {
            capLeft[cap] = Math.max(0, caps.get(cap).most - used(placement, caps.get(cap)));
        }
    }

    private long most(int group, int take) {
        long most = Math.min(supply[group], room[take]);
        for (int cap = capOf[group]; cap >= 0; cap = caps.get(cap).parent) {
            most = Math.min(most, capLeft[cap]);
        }
        return most;
    }

    private void send(int group, int take, long amount) {
        supply[group] -= amount;
        room[take] -= amount;
        for (int cap = capOf[group]; cap >= 0; cap = caps.get(cap).parent) {
            capLeft[cap] -= amount;
        }
    }

    /** How much more can flow, by ways that change what is sent already. */
    private long augmented(Placement placement, long open) {
        int takes = rules.takes.size();
        int firstGroup = 2 + takes;
        int firstCap = firstGroup + groups.size();
        int firstShare = firstCap + caps.size();
        flow.reset(firstShare + rules.shares.size());
        Arrays.fill(through, 0);
        for (int group = 0; group < supply.length; group++) {
            if ((accepted[group] & open) == 0) {
                continue;
            }
            long out = 0;
            for (long rest = accepted[group] & open; rest != 0; rest &= rest - 1) {
                int take = Long.numberOfTrailingZeros(rest);
                edgeOf[group][take] =
                        flow.edge(firstGroup + group, 2 + take, Search.ANY, sent[group][take]);
                out += sent[group][take];
            }
            int from = capOf[group] < 0 ? Flow.SOURCE : firstCap + capOf[group];
            flow.edge(from, firstGroup + group, supply[group], out);
            for (int cap = capOf[group]; cap >= 0; cap = caps.get(cap).parent) {
                through[cap] += out;
            }
        }
        for (int cap = 0; cap < through.length; cap++) {
            int parent = caps.get(cap).parent;
            int from = parent < 0 ? Flow.SOURCE : firstCap + parent;
            flow.edge(from, firstCap + cap, capLeft[cap], through[cap]);
        }
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            flow.edge(2 + take, Flow.SINK, room[take], placement.lacking(take) - room[take]);
        }
        for (int share = 0; share < rules.shares.size(); share++) {
            long twice = twice(placement, share);
            flow.edge(Flow.SOURCE, firstShare + share, twice, 0);
            for (int pair = rules.firstPair; pair < rules.places; pair++) {
                if (rules.shareOf[pair] == share) {
                    for (long rest = rules.takesOf[pair] & open; rest != 0; rest &= rest - 1) {
                        int take = Long.numberOfTrailingZeros(rest);
                        flow.edge(firstShare + share, 2 + take, twice, 0);
                    }
                }
            }
        }
        long more = flow.greatest();
        for (int group = 0; group < supply.length; group++) {
            for (long rest = accepted[group] & open; rest != 0; rest &= rest - 1) {
                int take = Long.numberOfTrailingZeros(rest);
                sent[group][take] = flow.along(edgeOf[group][take]);
            }
        }
        return more;
    }

    /** What {@code open} requirements lack at least, and those in the cut that shows it. */
    long cut(Placement placement, long open) {
        for (var each : sent) {
            Arrays.fill(each, 0);
        }
        if (lacking(placement, open) == 0) {
            return 0;
        }
        long cut = 0;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            cut |= flow.leadsOn(2 + take) ? 1L << take : 0;
        }
        return cut;
    }

    private long used(Placement placement, Cap cap) {
        long used = placement.limitSurely[cap.limit];
        return cap.floor < 0 ? used : Math.max(0, used - placement.limitCredits[cap.floor]);
    }

    /** The credits of all that a share would let count twice, whatever its cap. */
    long shareable(int share) {
        long most = 0;
        for (var item : problem.items) {
            for (int pair = rules.firstPair; pair < rules.places; pair++) {
                if (rules.shareOf[pair] == share && (item.places() >> pair & 1) != 0) {
                    most += item.credits();
                    break;
                }
            }
        }
        return most;
    }

    /** The most that could still be counted twice under a share. */
    long twice(Placement placement, int share) {
        if (rules.shareCourses[share] <= placement.shareCourses[share]) {
            return 0;
        }
        return Math.min(
                shareable(share),
                Math.max(0, (long) rules.shareCredits[share] - placement.shareSurely[share]));
    }
}
