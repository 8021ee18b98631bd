package eu.cairn.stacking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What decides between placements that miss the same: fewer unmet requirements, then what the
 * learner prefers, then what the rulebook prefers. A preference is a cost of each credential that
 * counts, also in a block, and the smaller sum is better.
 */
final class TieBreak {

    private static final long UNKNOWN = 100_000;

    private final Problem problem;
    private final CompiledRulebook rules;

    /** By preference, then by item. */
    private final List<long[]> costs = new ArrayList<>();

    /** The items, those of the least first cost for what they bring first. */
    private final int[] cheapest;

    TieBreak(Problem problem) {
        this.problem = problem;
        this.rules = problem.rules;
        preferences(problem).forEach(preference -> costs.add(costs(preference)));
        this.cheapest =
                costs.isEmpty()
                        ? new int[0]
                        : IntStream.range(0, problem.items.size())
                                .boxed()
                                .sorted(Comparator.comparingDouble(this::density))
                                .mapToInt(item -> item)
                                .toArray();
    }

    /** What is preferred, the first first. */
    static List<Preference> preferences(Problem problem) {
        return Stream.concat(
                        problem.portfolio.prefer().stream(),
                        problem.rules.rulebook.terms().prefer().stream())
                .distinct()
                .toList();
    }

    private double density(int item) {
        return (double) costs.getFirst()[item] / Math.max(1, problem.items.get(item).credits());
    }

    private long[] costs(Preference preference) {
        var all = new long[problem.items.size()];
        long best = preference == Preference.HIGHEST_GRADE ? bestGrade() : 0;
        for (int item = 0; item < all.length; item++) {
            var each = problem.items.get(item);
            all[item] = each.block() > 0 ? 0 : cost(preference, each.facts()) - best;
        }
        return all;
    }

    /** What the best grade held costs, so that it costs nothing in the end. */
    private long bestGrade() {
        return problem.entering.stream()
                .mapToLong(facts -> cost(Preference.HIGHEST_GRADE, facts))
                .min()
                .orElse(0);
    }

    private long cost(Preference preference, HeldCredential facts) {
        return switch (preference) {
            case NEWEST ->
                    facts.awarded()
                            .map(day -> Math.max(0, ChronoUnit.DAYS.between(day, problem.asOf())))
                            .orElse(ChronoUnit.DAYS.between(LocalDate.EPOCH, problem.asOf()));
            case HIGHEST_GRADE -> facts.value(Fact.GRADE).map(this::gradeCost).orElse(UNKNOWN);
            case HOME -> isHome(facts) ? 0 : facts.credits().hundredths();
            case FEWEST_CREDITS -> facts.credits().hundredths();
            case PROTECT ->
                    problem.portfolio.keep().contains(facts.id())
                            ? facts.credits().hundredths()
                            : 0;
        };
    }

    private boolean isHome(HeldCredential facts) {
        return rules.rulebook.awardingBody().stream()
                .anyMatch(body -> facts.issuer().stream().anyMatch(body.id()::equals));
    }

    /** Less for the better grade: by its place on a scale of the rulebook, or as a number. */
    private long gradeCost(String grade) {
        var scales =
                rules.takes.stream()
                        .flatMap(take -> take.from().conditions().stream())
                        .filter(Condition.GradeOnScale.class::isInstance)
                        .map(condition -> ((Condition.GradeOnScale) condition).scale())
                        .filter(scale -> scale.contains(grade))
                        .findFirst();
        if (scales.isPresent()) {
            return scales.get().indexOf(grade);
        }
        return grade.matches("\\d{1,4}(\\.\\d{1,9})?")
                ? UNKNOWN - new BigDecimal(grade).multiply(BigDecimal.TEN).longValue()
                : UNKNOWN;
    }

    /** A small number for what is tried first. */
    long order(boolean active, int item) {
        return active && !costs.isEmpty() ? Math.min(4095, costs.getFirst()[item] >> 3) : 0;
    }

    /** Whether it makes no difference which of two items counts. */
    boolean same(int one, int other) {
        return costs.stream().allMatch(cost -> cost[one] == cost[other]);
    }

    boolean better(Search.Found found, Search.Found best) {
        if (found.outcome().missing() != best.outcome().missing()) {
            return found.outcome().missing() < best.outcome().missing();
        }
        if (found.outcome().unmet() != best.outcome().unmet()) {
            return found.outcome().unmet() < best.outcome().unmet();
        }
        for (var cost : costs) {
            int order = Long.compare(sum(cost, found.places()), sum(cost, best.places()));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /** By preference, what a placement costs. */
    List<Long> costs(Search.Found found) {
        return costs.stream().map(cost -> sum(cost, found.places())).toList();
    }

    private static long sum(long[] cost, List<Integer> places) {
        long sum = 0;
        for (int item = 0; item < cost.length; item++) {
            sum += places.get(item) == Placement.UNUSED ? 0 : cost[item];
        }
        return sum;
    }

    private static long sum(long[] cost, Placement placement) {
        long sum = 0;
        for (int item = 0; item < cost.length; item++) {
            sum += placement.used(item) ? cost[item] : 0;
        }
        return sum;
    }

    boolean prefers() {
        return !costs.isEmpty();
    }

    /** How many requirements are closed and do not have all they ask for. */
    int unmet(Placement placement, long open) {
        int unmet = 0;
        for (long rest = placement.asked & ~open; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            boolean met =
                    placement.lacking(take) == 0
                            && placement.courses[take] >= rules.coursesAtLeast[take];
            unmet += met ? 0 : 1;
        }
        return unmet;
    }

    /** Whether no way to fill what is open can be better than {@code best}. */
    boolean hopeless(Placement placement, long open, Search.Found best) {
        int unmet = unmet(placement, open);
        if (unmet != best.outcome().unmet()) {
            return unmet > best.outcome().unmet();
        }
        for (int preference = 0; preference < costs.size(); preference++) {
            var cost = costs.get(preference);
            long least = sum(cost, placement);
            if (preference == 0) {
                least += least(placement, open, best.outcome().missing());
            }
            long known = sum(cost, best.places());
            if (least != known) {
                return least > known;
            }
        }
        return true;
    }

    /** The least first cost of what is still needed, if credentials could be split. */
    private long least(Placement placement, long open, long missing) {
        long needed = -missing;
        for (long rest = open & (1L << rules.takes.size()) - 1; rest != 0; rest &= rest - 1) {
            needed += placement.lacking(Long.numberOfTrailingZeros(rest));
        }
        if (rules.places > rules.firstPair || !rules.bundles.isEmpty()) {
            return 0;
        }
        double least = 0;
        for (int next = 0; next < cheapest.length && needed > 0; next++) {
            int item = cheapest[next];
            int credits = problem.items.get(item).credits();
            if (!placement.used(item)
                    && credits > 0
                    && (problem.items.get(item).places() & open) != 0) {
                double part = Math.min(1.0, (double) needed / credits);
                least += part * costs.getFirst()[item];
                needed -= credits;
            }
        }
        return (long) Math.floor(least);
    }
}
