package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The verbs with which learning outcomes say what can be observed, and the phrases that say nothing
 * observable. Verbs are known in English, German, French, Spanish and Italian; in other languages
 * nothing is judged.
 */
public final class OutcomeVerbs {

    private static final List<Map<String, String>> VAGUE = Tsv.rows("vague-verbs.tsv");
    private static final Map<String, Set<String>> VERBS = verbs();

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
        return Arrays.stream(plain(outcome).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .limit(3)
                .anyMatch(verbs::contains);
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

    private static String primary(Language language) {
        return language.tag().split("-")[0];
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
