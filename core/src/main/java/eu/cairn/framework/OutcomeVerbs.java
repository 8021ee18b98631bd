package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The verbs with which learning outcomes say what can be observed, and the phrases that say nothing
 * observable. Verbs are known in English, German, French, Spanish and Italian; in other languages
 * nothing is judged.
 */
public final class OutcomeVerbs {

    private static final List<Map<String, String>> VAGUE = Tsv.rows("vague-verbs.tsv");
    private static final Map<String, Set<String>> VERBS = verbs();
    private static final Map<String, Map<String, List<TaxonomyLevel>>> LEVELS = levels();

    /** The words that join two verbs, in the languages whose verbs are known. */
    private static final Set<String> AND = Set.of("and", "und", "et", "y", "e", "ed");

    private OutcomeVerbs() {}

    /** A phrase that cannot be observed, and what to try in its place. */
    public record Vague(String phrase, String suggestion) {}

    /** Whether the verbs of this language are known at all. */
    public static boolean knows(Language language) {
        return VERBS.containsKey(primary(language));
    }

    /** Whether one of the first three words of an outcome is a known verb of its language. */
    public static boolean startsWithVerb(String outcome, Language language) {
        var verbs = VERBS.getOrDefault(primary(language), Set.of());
        return words(outcome).limit(3).anyMatch(verbs::contains);
    }

    /** Every taxonomy level that the leading verb of an outcome is known for, Bloom’s first. */
    public static List<TaxonomyLevel> levels(String outcome, Language language) {
        var levels = LEVELS.getOrDefault(primary(language), Map.of());
        return words(outcome)
                .limit(3)
                .filter(levels::containsKey)
                .findFirst()
                .map(verb -> levels.getOrDefault(verb, List.of()))
                .orElse(List.of());
    }

    /** The second of two verbs of different levels that “and” joins, if there is one. */
    public static Optional<String> second(String outcome, Language language) {
        var levels = LEVELS.getOrDefault(primary(language), Map.of());
        var words = words(outcome).toList();
        var first = words.stream().limit(3).filter(levels::containsKey).findFirst();
        for (int i = 1; i + 1 < words.size(); i++) {
            var next = words.get(i + 1);
            if (AND.contains(words.get(i))
                    && first.isPresent()
                    && Collections.disjoint(
                            levels.getOrDefault(first.get(), List.of()),
                            levels.getOrDefault(next, List.of()))
                    && levels.containsKey(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** How many words an outcome has. */
    public static int length(String outcome) {
        return (int) words(outcome).count();
    }

    private static Stream<String> words(String outcome) {
        return Arrays.stream(plain(outcome).split("[^\\p{L}]+")).filter(word -> !word.isEmpty());
    }

    /** The vague phrase that an outcome begins with, if it does. */
    public static Optional<Vague> vague(String outcome, Language language) {
        var text = plain(outcome) + " ";
        return VAGUE.stream()
                .filter(row -> cell(row, "language").equals(primary(language)))
                .filter(row -> text.startsWith(plain(cell(row, "phrase")) + " "))
                .findFirst()
                .map(row -> new Vague(cell(row, "phrase"), cell(row, "suggest")));
    }

    private static Map<String, Set<String>> verbs() {
        var verbs = new HashMap<String, Set<String>>();
        for (var row : Tsv.rows("outcome-verbs.tsv")) {
            verbs.computeIfAbsent(cell(row, "language"), language -> new HashSet<>())
                    .add(plain(cell(row, "verb")).split(" ")[0]);
        }
        for (var row : VAGUE) {
            verbs.computeIfAbsent(cell(row, "language"), language -> new HashSet<>())
                    .add(plain(cell(row, "phrase")).split(" ")[0]);
        }
        return verbs;
    }

    private static Map<String, Map<String, List<TaxonomyLevel>>> levels() {
        var all = new HashMap<String, Map<String, List<TaxonomyLevel>>>();
        for (var row : Tsv.rows("outcome-verbs.tsv")) {
            all.computeIfAbsent(cell(row, "language"), language -> new HashMap<>())
                    .computeIfAbsent(
                            plain(cell(row, "verb")).split(" ")[0], verb -> new ArrayList<>())
                    .add(TaxonomyLevel.ofCode(cell(row, "level")).orElseThrow());
        }
        return all;
    }

    private static String primary(Language language) {
        return language.tag().split("-")[0];
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
