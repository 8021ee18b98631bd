package eu.cairn.stacking;

import eu.cairn.stacking.Audit.LowerBound;
import eu.cairn.stacking.Audit.Measure;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds a short reason why something is missing: a set of requirements that needs more than all the
 * credentials it accepts, or a floor above everything there is. Such a reason holds whatever is
 * chosen and wherever anything counts.
 */
final class LowerBounds {

    private final Problem problem;
    private final CompiledRulebook rules;

    LowerBounds(Problem problem) {
        this.problem = problem;
        this.rules = problem.rules;
    }

    /**
     * The bound that shows most of what is missing, credits before courses; none where all that is
     * known is that nothing was found.
     *
     * @param cut requirements that may show it, as bits
     */
    Optional<LowerBound> greatest(long cut) {
        boolean pinned = problem.items.stream().anyMatch(Problem.Item::pinned);
        if (pinned && rules.places > rules.firstPair) {
            return Optional.empty();
        }
        var credits = greatest(Measure.CREDITS, cut);
        return credits.isPresent() ? credits : greatest(Measure.COURSES, cut);
    }

    private Optional<LowerBound> greatest(Measure measure, long cut) {
        Optional<LowerBound> best = Optional.empty();
        for (long takes : candidates(cut)) {
            var bound = cut(measure, takes);
            if (bound.missing() > best.map(LowerBound::missing).orElse(0L)) {
                best = Optional.of(smaller(measure, takes, bound));
            }
        }
        for (int limit = 0; limit < rules.limits.size(); limit++) {
            var bound = floor(measure, limit);
            if (bound.missing() > best.map(LowerBound::missing).orElse(0L)) {
                best = Optional.of(bound);
            }
        }
        return best;
    }

    private Iterable<Long> candidates(long cut) {
        var all = new LinkedHashSet<Long>();
        for (int take = 0; take < rules.takes.size(); take++) {
            all.add(1L << take);
        }
        for (var requirement : rules.rulebook.requirements()) {
            long below = 0;
            for (var each : requirement.stream().toList()) {
                below |= each instanceof Take ? 1L << rules.takeNumber(each.id()) : 0;
            }
            all.add(below);
        }
        if (cut != 0) {
            all.add(cut);
        }
        all.add((1L << rules.takes.size()) - 1);
        return all;
    }

    /** The same with requirements left out, as long as it shows no less. */
    private LowerBound smaller(Measure measure, long takes, LowerBound bound) {
        long kept = takes;
        var best = bound;
        for (long rest = takes; rest != 0; rest &= rest - 1) {
            long without = kept & ~Long.lowestOneBit(rest);
            if (without == 0) {
                continue;
            }
            var next = cut(measure, without);
            if (next.missing() >= best.missing()) {
                best = next;
                kept = without;
            }
        }
        return best;
    }

    /** That these requirements need more than there is, or as much as {@code missing} less. */
    LowerBound cut(Measure measure, long takes) {
        long needed = 0;
        for (var requirement : rules.rulebook.requirements()) {
            needed += needed(measure, requirement, takes);
        }
        var accepted = new ArrayList<Problem.Item>();
        long available = 0;
        for (var item : problem.items) {
            if ((item.places() & takes) != 0) {
                accepted.add(item);
                available += amount(measure, item);
            }
        }
        for (int share = 0; share < rules.shares.size(); share++) {
            available += twice(measure, share, takes);
        }
        var caps = new ArrayList<String>();
        long capped = 0;
        for (int limit = 0; limit < rules.limits.size(); limit++) {
            long bit = 1L << limit;
            long excess = excess(measure, limit, accepted);
            long before = capped;
            if (excess > 0
                    && accepted.stream()
                            .noneMatch(
                                    it ->
                                            (it.limits() & bit) != 0
                                                    && (it.limits() & before) != 0)) {
                capped |= bit;
                available -= excess;
                caps.add(rules.limits.get(limit).id());
            }
        }
        var ids = new ArrayList<String>();
        for (long rest = takes; rest != 0; rest &= rest - 1) {
            ids.add(rules.takes.get(Long.numberOfTrailingZeros(rest)).id());
        }
        return new LowerBound(measure, ids, Optional.empty(), caps, needed, available);
    }

    private long excess(Measure measure, int limit, List<Problem.Item> accepted) {
        int cap = measure == Measure.CREDITS ? rules.cap[limit] : rules.courseCap[limit];
        long touching = 0;
        for (var item : accepted) {
            touching += (item.limits() >> limit & 1) != 0 ? amount(measure, item) : 0;
        }
        return cap == Integer.MAX_VALUE ? 0 : touching - cap;
    }

    private long twice(Measure measure, int share, long takes) {
        long most = 0;
        for (var item : problem.items) {
            for (int pair = rules.firstPair; pair < rules.places; pair++) {
                if (rules.shareOf[pair] == share
                        && (item.places() >> pair & 1) != 0
                        && (rules.takesOf[pair] & ~takes) == 0) {
                    most += amount(measure, item);
                    break;
                }
            }
        }
        return Math.min(
                most,
                measure == Measure.CREDITS ? rules.shareCredits[share] : rules.shareCourses[share]);
    }

    private static long amount(Measure measure, Problem.Item item) {
        return measure == Measure.CREDITS ? item.credits() : 1;
    }

    private long needed(Measure measure, Requirement requirement, long takes) {
        var figures = measure == Measure.CREDITS ? rules.need : rules.coursesAtLeast;
        return requirement.least(
                take -> {
                    int number = rules.takeNumber(take.id());
                    return (takes >> number & 1) != 0 ? figures[number] : 0;
                });
    }

    /** The same of the floor of one limit. */
    LowerBound floor(Measure measure, int limit) {
        long needed = measure == Measure.CREDITS ? rules.floor[limit] : rules.courseFloor[limit];
        long available = 0;
        long takes = (1L << rules.takes.size()) - 1;
        for (var item : problem.items) {
            boolean counts = (item.limits() >> limit & 1) != 0 && (item.places() & takes) != 0;
            available += counts ? amount(measure, item) : 0;
        }
        var id = rules.limits.get(limit).id();
        return new LowerBound(measure, List.of(), Optional.of(id), List.of(), needed, available);
    }
}
