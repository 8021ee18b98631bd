package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A rulebook and a portfolio as the search sees them: requirements that take credentials by number
 * (in the order of their ids), limits by number (in the order of their ids), and of the credentials
 * those that some requirement accepts. Sets of numbers are bits of a {@code long}; credits are
 * hundredths.
 */
final class Problem {

    /** A credential that may count: where, how much, and which limits it touches. */
    record Item(
            HeldCredential facts,
            int credits,
            long accepted,
            long limits,
            List<Integer> exclusions) {

        /** The day of the award; long ago where it is not stated. */
        LocalDate awarded() {
            return facts.awarded().orElse(LocalDate.MIN);
        }

        /** Whether exchanging this item for {@code other} would change nothing. */
        boolean like(Item other) {
            return credits == other.credits
                    && accepted == other.accepted
                    && limits == other.limits
                    && exclusions.equals(other.exclusions);
        }
    }

    final Rulebook rulebook;
    final Portfolio portfolio;
    final List<Take> takes;
    final List<Limit> limits;
    final List<Item> items;
    final List<List<String>> exclusions;
    final List<List<FurtherKind>> kinds;

    /** Which limits say {@code partial}, and which requirements do. */
    final long partialLimits;

    final long partialTakes;

    /** Which limits count courses. */
    final long courseLimits;

    /** More than any single further credential needs to bring. */
    final long largestFurther;

    Problem(Rulebook rulebook, Portfolio portfolio) {
        this(rulebook, portfolio, 0);
    }

    /** The same problem in another order of credentials for every {@code order} but 0. */
    Problem(Rulebook rulebook, Portfolio portfolio, long order) {
        this.rulebook = rulebook;
        this.portfolio = portfolio;
        this.takes =
                rulebook.everyRequirement()
                        .filter(Take.class::isInstance)
                        .map(Take.class::cast)
                        .sorted(Comparator.comparing(Take::id))
                        .toList();
        this.limits = rulebook.everyLimit().sorted(Comparator.comparing(Limit::id)).toList();
        this.partialLimits = mask(limits.stream().map(Limit::partial).toList());
        this.partialTakes = mask(takes.stream().map(Take::partial).toList());
        this.courseLimits =
                mask(
                        limits.stream()
                                .map(
                                        limit ->
                                                limit.coursesAtLeast().isPresent()
                                                        || limit.coursesAtMost().isPresent())
                                .toList());
        this.largestFurther =
                Stream.concat(
                                takes.stream().map(Take::credits),
                                limits.stream().map(Limit::atLeast))
                        .flatMap(Optional::stream)
                        .mapToLong(Ects::hundredths)
                        .sum();
        var further = new FurtherKinds(rulebook, limits, portfolio.asOf());
        this.kinds = takes.stream().map(further::of).toList();
        this.exclusions = exclusions();
        this.items = items(order);
    }

    LocalDate asOf() {
        return portfolio.asOf();
    }

    int credits(int take) {
        return takes.get(take).credits().map(credits -> credits.hundredths()).orElse(0);
    }

    int coursesAtLeast(int take) {
        return takes.get(take).courses().map(Count::number).orElse(0);
    }

    int coursesAtMost(int take) {
        return takes.get(take)
                .courses()
                .filter(Count::exactly)
                .map(Count::number)
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether {@code item} may count in part when it counts in {@code take}. */
    boolean divisible(int item, int take) {
        return (partialTakes >> take & 1) != 0 || (items.get(item).limits & partialLimits) != 0;
    }

    int takeNumber(Take take) {
        return takes.indexOf(take);
    }

    /** The sets of courses of which one at most is counted that {@code course} belongs to. */
    List<Integer> exclusionsOf(Optional<String> course) {
        var numbers = new ArrayList<Integer>();
        for (int number = 0; course.isPresent() && number < exclusions.size(); number++) {
            if (exclusions.get(number).contains(course.get())) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /**
     * Every course that could be counted twice, as it is counted once, and the sets of {@code
     * notBoth}.
     */
    private List<List<String>> exclusions() {
        var seen = new TreeMap<String, Integer>();
        portfolio.credentials().stream()
                .flatMap(credential -> portfolio.entering(credential).course().stream())
                .forEach(course -> seen.merge(course, 1, Integer::sum));
        kinds.stream()
                .flatMap(List::stream)
                .flatMap(kind -> kind.course().stream())
                .forEach(course -> seen.put(course, 2));
        var all = new ArrayList<List<String>>();
        seen.forEach(
                (course, times) -> {
                    if (times > 1) {
                        all.add(List.of(course));
                    }
                });
        rulebook.notBoth().stream()
                .map(List::copyOf)
                .distinct()
                .sorted(Comparator.comparing(String::valueOf))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private List<Item> items(long order) {
        var found = new ArrayList<Item>();
        for (var credential : portfolio.credentials()) {
            var facts = portfolio.entering(credential);
            if (facts.unusable(asOf()).isPresent()) {
                continue;
            }
            long accepted =
                    mask(takes.stream().map(take -> take.from().matches(facts, asOf())).toList());
            if (accepted != 0) {
                var touched =
                        limits.stream().map(limit -> limit.where().matches(facts, asOf())).toList();
                found.add(
                        new Item(
                                facts,
                                facts.credits().hundredths(),
                                accepted,
                                mask(touched),
                                exclusionsOf(facts.course())));
            }
        }
        found.sort(
                Comparator.<Item>comparingInt(item -> Long.bitCount(item.accepted))
                        .thenComparingInt(item -> -item.credits)
                        .thenComparing(Item::awarded, Comparator.reverseOrder())
                        .thenComparing(item -> item.facts.id()));
        if (order != 0) {
            Collections.shuffle(found, new Random(order));
        }
        return List.copyOf(found);
    }

    static long mask(List<Boolean> bits) {
        long mask = 0;
        for (int bit = 0; bit < bits.size(); bit++) {
            if (bits.get(bit)) {
                mask |= 1L << bit;
            }
        }
        return mask;
    }
}
