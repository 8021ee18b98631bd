package eu.cairn.stacking;

import java.util.Arrays;

/**
 * What the credentials not yet placed could bring at most, for a fixed set of requirements asked:
 * lower bounds on what stays missing. Each bound leaves some rules out, so none is too high.
 */
final class Bounds {

    /** A lower bound: no completion below this node is better. */
    record Least(long missing, int unmet) {}

    /** No completion at all below this node. */
    static final Least HOPELESS = new Least(Long.MAX_VALUE, Integer.MAX_VALUE);

    private final Problem problem;
    private final Placement placement;

    /** By item, for it and all after it: credits and number that each requirement accepts. */
    private final int[][] credits;

    private final int[][] courses;
    private final int[][] limitCredits;

    /** The limits that everything touches which a requirement can count. */
    private final long[] alwaysTouched;

    Bounds(Placement placement) {
        this.placement = placement;
        this.problem = placement.problem;
        int items = problem.items.size();
        credits = new int[items + 1][problem.takes.size()];
        courses = new int[items + 1][problem.takes.size()];
        limitCredits = new int[items + 1][problem.limits.size()];
        alwaysTouched = new long[problem.takes.size()];
        for (int take = 0; take < alwaysTouched.length; take++) {
            alwaysTouched[take] =
                    problem.kinds.get(take).stream()
                            .mapToLong(FurtherKind::limits)
                            .reduce(-1L, (one, other) -> one & other);
        }
        for (int item = items - 1; item >= 0; item--) {
            addFrom(item);
        }
    }

    private void addFrom(int number) {
        var item = problem.items.get(number);
        credits[number] = credits[number + 1].clone();
        courses[number] = courses[number + 1].clone();
        limitCredits[number] = limitCredits[number + 1].clone();
        long accepted = item.accepted() & placement.asked;
        for (long rest = accepted; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            credits[number][take] += item.credits();
            courses[number][take]++;
            alwaysTouched[take] &= item.limits();
        }
        for (long rest = accepted == 0 ? 0 : item.limits(); rest != 0; rest &= rest - 1) {
            limitCredits[number][Long.numberOfTrailingZeros(rest)] += item.credits();
        }
    }

    /** The slack of a requirement: what could still come beyond what it needs. */
    int slack(int from, int take) {
        return credits[from][take] - need(take);
    }

    int need(int take) {
        return Math.max(0, problem.credits(take) - placement.credits[take]);
    }

    /** What stays missing at least, with the items before {@code from} placed. */
    Least least(int from) {
        long alone = 0;
        long needed = 0;
        int unmet = 0;
        for (long rest = placement.asked; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            int need = need(take);
            int lacking = Math.max(0, need - credits[from][take]);
            boolean tooFew =
                    placement.courses[take] + courses[from][take] < problem.coursesAtLeast(take);
            needed += need;
            alone += lacking;
            unmet += lacking > 0 || tooFew ? 1 : 0;
        }
        if (placement.overfull() || capsBroken()) {
            return HOPELESS;
        }
        long missing = Math.max(alone, floors(from));
        if (needed > missing) {
            missing = Math.max(missing, needed - flow(from));
        }
        return new Least(missing, unmet);
    }

    /** Whether a limit is broken once every requirement asked has what it needs. */
    private boolean capsBroken() {
        for (int number = 0; number < problem.limits.size(); number++) {
            var cap = problem.limits.get(number).atMost();
            if (cap.isEmpty()) {
                continue;
            }
            long least = placement.limitSurely[number];
            for (long rest = placement.asked; rest != 0; rest &= rest - 1) {
                int take = Long.numberOfTrailingZeros(rest);
                least += (alwaysTouched[take] >> number & 1) != 0 ? need(take) : 0;
            }
            if (least > cap.get().hundredths()) {
                return true;
            }
        }
        return false;
    }

    private long floors(int from) {
        long most = 0;
        for (int number = 0; number < problem.limits.size(); number++) {
            var floor = problem.limits.get(number).atLeast();
            if (floor.isPresent()) {
                long reachable = (long) placement.limitCredits[number] + limitCredits[from][number];
                most = Math.max(most, floor.get().hundredths() - reachable);
            }
        }
        return most;
    }

    /** The most that the items from {@code from} on could bring if they could be split. */
    private long flow(int from) {
        int takes = problem.takes.size();
        var accepted = new long[problem.items.size() - from];
        var supply = new long[accepted.length];
        int sources = 0;
        for (int item = from; item < problem.items.size(); item++) {
            long asked = problem.items.get(item).accepted() & placement.asked;
            int source = 0;
            while (source < sources && accepted[source] != asked) {
                source++;
            }
            sources = Math.max(sources, source + 1);
            accepted[source] = asked;
            supply[source] += problem.items.get(item).credits();
        }
        var room = new long[takes];
        for (int take = 0; take < takes; take++) {
            room[take] = placement.asks(take) ? need(take) : 0;
        }
        var flow = new long[sources][takes];
        long total = 0;
        for (int source = 0; source < sources; source++) {
            while (supply[source] > 0) {
                long pushed = augment(source, accepted, supply[source], room, flow);
                if (pushed == 0) {
                    break;
                }
                supply[source] -= pushed;
                total += pushed;
            }
        }
        return total;
    }

    /** Pushes along a shortest path from a source to a requirement with room; how much it was. */
    private static long augment(
            int start, long[] accepted, long supply, long[] room, long[][] flow) {
        int sources = flow.length;
        var fromSource = new int[room.length];
        var fromTake = new int[sources];
        Arrays.fill(fromSource, -1);
        Arrays.fill(fromTake, -1);
        var queue = new int[sources];
        int tail = 0;
        queue[tail++] = start;
        for (int head = 0; head < tail; head++) {
            int source = queue[head];
            for (long rest = accepted[source]; rest != 0; rest &= rest - 1) {
                int take = Long.numberOfTrailingZeros(rest);
                if (fromSource[take] >= 0) {
                    continue;
                }
                fromSource[take] = source;
                if (room[take] > 0) {
                    return push(start, take, supply, room, flow, fromSource, fromTake);
                }
                for (int other = 0; other < sources; other++) {
                    if (other != start && fromTake[other] < 0 && flow[other][take] > 0) {
                        fromTake[other] = take;
                        queue[tail++] = other;
                    }
                }
            }
        }
        return 0;
    }

    private static long push(
            int start,
            int end,
            long supply,
            long[] room,
            long[][] flow,
            int[] fromSource,
            int[] fromTake) {
        long most = Math.min(supply, room[end]);
        for (int take = end; fromSource[take] != start; ) {
            int source = fromSource[take];
            take = fromTake[source];
            most = Math.min(most, flow[source][take]);
        }
        room[end] -= most;
        int take = end;
        while (true) {
            int source = fromSource[take];
            flow[source][take] += most;
            if (source == start) {
                return most;
            }
            take = fromTake[source];
            flow[source][take] -= most;
        }
    }
}
