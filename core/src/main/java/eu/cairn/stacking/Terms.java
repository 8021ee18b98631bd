package eu.cairn.stacking;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a rulebook says beside its requirements and limits.
 *
 * @param notBoth sets of courses of which at most one is counted
 * @param substitutes the course that each of these courses stands for
 * @param within the time from the first award that is counted to the last, at most
 * @param prefer what decides between equally good assignments, the first first
 */
public record Terms(
        List<Set<String>> notBoth,
        List<Share> shares,
        List<Bundle> bundles,
        Spending spending,
        List<Prerequisite> prerequisites,
        Map<String, String> substitutes,
        Optional<Period> within,
        List<Preference> prefer) {

    public static final Terms NONE =
            new Terms(
                    List.of(),
                    List.of(),
                    List.of(),
                    Spending.FREE,
                    List.of(),
                    Map.of(),
                    Optional.empty(),
                    List.of());

    public Terms {
        notBoth = notBoth.stream().map(courses -> (Set<String>) new TreeSet<>(courses)).toList();
        shares = List.copyOf(shares);
        bundles = List.copyOf(bundles);
        prerequisites = List.copyOf(prerequisites);
        substitutes = Collections.unmodifiableMap(new TreeMap<>(substitutes));
        prefer = List.copyOf(prefer);
    }

    /** The first day from which a window of {@code period} reaches until {@code last}. */
    static LocalDate earliest(Period period, LocalDate last) {
        var first = last.minus(period);
        while (first.plus(period).isBefore(last)) {
            first = first.plusDays(1);
        }
        return first;
    }

    public static Terms ofNotBoth(List<Set<String>> notBoth) {
        return new Terms(
                notBoth,
                NONE.shares,
                NONE.bundles,
                NONE.spending,
                NONE.prerequisites,
                NONE.substitutes,
                NONE.within,
                NONE.prefer);
    }

    /**
     * The same with those caps only on what was spent elsewhere whose limits are in {@code ids}.
     */
    Terms withSpending(List<String> ids) {
        return new Terms(
                notBoth,
                shares,
                bundles,
                spending.keeping(ids),
                prerequisites,
                substitutes,
                within,
                prefer);
    }
}
