package eu.cairn.formats.stacking;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which known word somebody may have meant by an unknown one. */
final class Words {

    private Words() {}

    /** The nearest of {@code known}, if it is near. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(each -> distance(word, each) <= Math.max(1, each.length() / 3))
                .min(
                        Comparator.comparingInt((String each) -> distance(word, each))
                                .thenComparing(each -> each));
    }

    /** The words that are known, where none of them is near. */
    static String anyOf(Collection<String> known) {
        return known.stream().sorted().collect(Collectors.joining(" / "));
    }

    /** The number of letters to change, add or leave out; capitals do not count. */
    private static int distance(String one, String other) {
        var left = one.toLowerCase(Locale.ROOT);
        var right = other.toLowerCase(Locale.ROOT);
        var row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int next = Math.min(diagonal + change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[right.length()];
    }
}
