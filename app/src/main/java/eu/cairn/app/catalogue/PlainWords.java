package eu.cairn.app.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of a text, in small letters, and each without its accents. */
final class PlainWords {

    private static final int LONGEST = 40;
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Letters that are more than a letter with a mark. */
    private static final Map<String, String> LETTERS =
            Map.ofEntries(
                    Map.entry("ß", "ss"),
                    Map.entry("æ", "ae"),
                    Map.entry("œ", "oe"),
                    Map.entry("ø", "o"),
                    Map.entry("ł", "l"),
                    Map.entry("đ", "d"),
                    Map.entry("ð", "d"),
                    Map.entry("þ", "th"),
                    Map.entry("ħ", "h"),
                    Map.entry("ı", "i"),
                    Map.entry("ς", "σ"));

    private PlainWords() {}

    /** The words of a text in the order they stand there; none is longer than 40 letters. */
    static List<String> of(String text) {
        return Arrays.stream(
                        GAP.split(
                                Normalizer.normalize(text, Normalizer.Form.NFKC)
                                        .toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .map(PlainWords::cut)
                .toList();
    }

    /** Cuts a word between letters, of which some are two characters. */
    private static String cut(String word) {
        return word.codePointCount(0, word.length()) > LONGEST
                ? word.substring(0, word.offsetByCodePoints(0, LONGEST))
                : word;
    }

    /** A word without accents. */
    static String fold(String word) {
        var bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        for (var letter : LETTERS.entrySet()) {
            bare = bare.replace(letter.getKey(), letter.getValue());
        }
        return bare;
    }

    /** How many letters have to be changed, added, left out or swapped; more than 2 is 3. */
    static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return 3;
        }
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] =
                        Math.min(
                                cost[i - 1][j - 1] + differs,
                                Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return Math.min(3, cost[one.length()][other.length()]);
    }
}
