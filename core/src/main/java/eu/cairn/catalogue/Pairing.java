package eu.cairn.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which entry of one list is which of another: the one that says the same, then the one that says
 * most nearly the same, if it has half of its words in common.
 *
 * @param after for each entry of the first list the place of its counterpart, or −1
 * @param moved places in the second list of entries that stand in another order than before
 */
record Pairing(List<Integer> after, Set<Integer> moved) {

    private static final double ALIKE = 0.5;

    private record Candidate(int before, int after, double likeness) {}

    static <T> Pairing of(List<T> before, List<T> after, Function<T, String> words) {
        var counterpart = new int[before.size()];
        Arrays.fill(counterpart, -1);
        var taken = new HashSet<Integer>();
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size(); j++) {
                var likeness = likeness(before.get(i), after.get(j), words);
                if (likeness >= ALIKE) {
                    candidates.add(new Candidate(i, j, likeness));
                }
            }
        }
        candidates.sort(
                Comparator.comparingDouble((Candidate one) -> -one.likeness)
                        .thenComparingInt(one -> Math.abs(one.before - one.after)));
        for (var one : candidates) {
            if (counterpart[one.before] < 0 && taken.add(one.after)) {
                counterpart[one.before] = one.after;
            }
        }
        var found = IntStream.of(counterpart).boxed().toList();
        return new Pairing(found, outOfOrder(found));
    }

    /** Entries that are equal in everything come before those that only say the same. */
    private static <T> double likeness(T one, T other, Function<T, String> words) {
        if (one.equals(other)) {
            return 3;
        }
        var first = words.apply(one);
        var second = words.apply(other);
        return first.equals(second)
                ? 2
                : Wording.onlySpelling(first, second) ? 1.5 : Wording.likeness(first, second);
    }

    /** All but a longest row of counterparts that kept their order. */
    private static Set<Integer> outOfOrder(List<Integer> after) {
        var kept = after.stream().filter(place -> place >= 0).toList();
        var longest = new int[kept.size()];
        var previous = new int[kept.size()];
        int last = -1;
        for (int i = 0; i < kept.size(); i++) {
            longest[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (kept.get(j) < kept.get(i) && longest[j] + 1 > longest[i]) {
                    longest[i] = longest[j] + 1;
                    previous[i] = j;
                }
            }
            if (last < 0 || longest[i] > longest[last]) {
                last = i;
            }
        }
        var moved = new HashSet<>(kept);
        for (int i = last; i >= 0; i = previous[i]) {
            moved.remove(kept.get(i));
        }
        return moved;
    }

    /** The place before of what now stands at {@code place}. */
    Optional<Integer> before(int place) {
        int found = after.indexOf(place);
        return found < 0 ? Optional.empty() : Optional.of(found);
    }
}
