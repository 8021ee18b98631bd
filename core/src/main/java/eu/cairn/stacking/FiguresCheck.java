package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit.Claim;
import eu.cairn.stacking.Audit.State;
import eu.cairn.stacking.AuditCheck.Line;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of {@link AuditCheck} that adds up what counts in each requirement and under each limit.
 */
final class FiguresCheck {

    /** What counts in one requirement, or under one limit. */
    private static final class Sum {
        private int credits;
        private int courses;

        void add(Line line) {
            credits += line.credits();
            courses++;
        }
    }

    private final AuditCheck rules;
    private final Claim claim;
    private final Set<String> asked;
    private final LocalDate asOf;
    private final List<Refusal> doubts;
    private final Map<String, Sum> inRequirement;
    private final Map<String, Sum> underLimit;

    FiguresCheck(
            AuditCheck rules,
            Claim claim,
            Set<String> asked,
            LocalDate asOf,
            List<Refusal> doubts) {
        this.rules = rules;
        this.claim = claim;
        this.asked = asked;
        this.asOf = asOf;
        this.doubts = doubts;
        this.inRequirement = HashMap.newHashMap(rules.takes.size());
        this.underLimit = HashMap.newHashMap(rules.limits.size());
    }

    /** Adds these to what was counted before. */
    void count(List<Line> lines) {
        for (var line : lines) {
            for (var requirement : line.requirements()) {
                in(inRequirement, requirement).add(line);
            }
        }
        for (var limit : rules.limits) {
            var sum = in(underLimit, limit.id());
            for (var line : lines) {
                if (limit.where().matches(line.facts(), asOf)) {
                    sum.add(line);
                }
            }
        }
    }

    private static Sum in(Map<String, Sum> sums, String id) {
        return sums.computeIfAbsent(id, none -> new Sum());
    }

    /** That the claim states the same figures. */
    void compare() {
        for (var figures : claim.requirements()) {
            var take = rules.takes.get(figures.id());
            if (take == null) {
                continue;
            }
            var sum = in(inRequirement, take.id());
            int needed = take.credits().isPresent() ? take.credits().get().hundredths() : 0;
            boolean isAsked = asked.contains(take.id());
            boolean met = isAsked && met(take, sum);
            int missing = isAsked ? Math.max(0, needed - sum.credits) : 0;
            if (sum.credits != figures.counted().hundredths()
                    || missing != figures.missing().hundredths()
                    || met != (figures.state() == State.MET)) {
                doubts.add(
                        Refusal.of(
                                "audit.requirement-figure",
                                take.id(),
                                new Ects(sum.credits),
                                new Ects(missing)));
            }
        }
        for (var figures : claim.limits()) {
            compare(figures);
        }
    }

    private void compare(Claim.LimitFigures figures) {
        for (var limit : rules.limits) {
            if (limit.id().equals(figures.id())) {
                var used = in(underLimit, limit.id());
                if (used.credits != figures.used().hundredths()
                        || holds(limit, used) != figures.holds()) {
                    doubts.add(
                            Refusal.of("audit.limit-figure", limit.id(), new Ects(used.credits)));
                }
                return;
            }
        }
        doubts.add(Refusal.of("audit.unknown-limit", figures.id()));
    }

    /** That every requirement that is asked has what it needs, and every limit holds. */
    void satisfied() {
        for (var id : asked) {
            var take = rules.takes.get(id);
            if (take == null || !met(take, in(inRequirement, id))) {
                doubts.add(Refusal.of("audit.requirement-unmet", id));
            }
        }
        for (var limit : rules.limits) {
            if (!holds(limit, in(underLimit, limit.id()))) {
                doubts.add(Refusal.of("audit.limit-broken", limit.id()));
            }
        }
    }

    private static boolean met(Take take, Sum sum) {
        if (take.courses().isPresent()) {
            var count = take.courses().get();
            boolean enough =
                    count.exactly() ? sum.courses == count.number() : sum.courses >= count.number();
            if (!enough) {
                return false;
            }
        }
        return take.credits().isEmpty() || sum.credits >= take.credits().get().hundredths();
    }

    private static boolean holds(Limit limit, Sum used) {
        return (limit.atLeast().isEmpty() || used.credits >= limit.atLeast().get().hundredths())
                && (limit.atMost().isEmpty() || used.credits <= limit.atMost().get().hundredths())
                && (limit.coursesAtLeast().isEmpty()
                        || used.courses >= limit.coursesAtLeast().get())
                && (limit.coursesAtMost().isEmpty() || used.courses <= limit.coursesAtMost().get());
    }
}
