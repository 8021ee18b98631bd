package eu.cairn.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How two wordings of the same text differ, word by word. */
public final class Wording {

    /** Texts whose words would make a larger table are shown as replaced. */
    private static final long LARGEST_TABLE = 4_000_000;

    private static final String WORD = "[\\p{L}\\p{M}\\p{N}]+";

    /** Spaces, words, and single signs; a sign between two digits is part of the number. */
    private static final Pattern WORDS =
            Pattern.compile(
                    "\\s+|%s(?:(?<=\\p{N})[.,:](?=\\p{N})%s)*|[^\\s\\p{L}\\p{M}\\p{N}]"
                            .formatted(WORD, WORD));

    /** Signs that part sentences and quote; every other sign means something, as in “C++”. */
    private static final String PUNCTUATION = ".,;:!?…'\"‘’‚“”„«»‹›";

    private Wording() {}

    /** Whether a piece stands in both wordings or in one. */
    public enum Kind {
        KEPT,
        TAKEN_OUT,
        PUT_IN
    }

    /** A stretch of text of one kind. */
    public record Piece(Kind kind, String text) {}

    /** Both wordings in one: what was kept and put in is the new one, word for word. */
    public static List<Piece> pieces(String before, String after) {
        var a = words(before);
        var b = words(after);
        int start = 0;
        while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < a.size() - start
                && end < b.size() - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        var pieces = new ArrayList<Piece>();
        add(pieces, Kind.KEPT, String.join("", a.subList(0, start)));
        middle(pieces, a.subList(start, a.size() - end), b.subList(start, b.size() - end));
        add(pieces, Kind.KEPT, String.join("", a.subList(a.size() - end, a.size())));
        return List.copyOf(pieces);
    }

    private static void middle(List<Piece> pieces, List<String> a, List<String> b) {
        if ((long) a.size() * b.size() > LARGEST_TABLE) {
            add(pieces, Kind.TAKEN_OUT, String.join("", a));
            add(pieces, Kind.PUT_IN, String.join("", b));
            return;
        }
        var common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] =
                        a.get(i).equals(b.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                add(pieces, Kind.KEPT, a.get(i));
                i++;
                j++;
            } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
                add(pieces, Kind.TAKEN_OUT, a.get(i++));
            } else {
                add(pieces, Kind.PUT_IN, b.get(j++));
            }
        }
    }

    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }

    /** How alike two texts are by the words that they have in common, from 0 to 1. */
    static double likeness(String one, String other) {
        var counts = new HashMap<String, Integer>();
        var first = plainWords(one);
        var second = plainWords(other);
        first.forEach(word -> counts.merge(word, 1, Integer::sum));
        int common = 0;
        for (var word : second) {
            if (counts.getOrDefault(word, 0) > 0) {
                counts.merge(word, -1, Integer::sum);
                common++;
            }
        }
        int all = first.size() + second.size();
        return all == 0 ? 1 : 2.0 * common / all;
    }

    /**
     * How large a part of the words and symbols of a text another wording changes, in percent,
     * rounded up.
     */
    public static int percentChanged(String before, String after) {
        int all = Math.max(plainWords(before).size(), plainWords(after).size());
        if (before.equals(after)) {
            return 0;
        }
        int changed =
                Math.max(
                        counted(pieces(before, after), Kind.TAKEN_OUT),
                        counted(pieces(before, after), Kind.PUT_IN));
        return all == 0 ? 100 : Math.min(100, (100 * changed + all - 1) / all);
    }

    private static int counted(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() == kind)
                .mapToInt(piece -> plainWords(piece.text()).size())
                .sum();
    }

    /**
     * Whether another wording differs in capitals, spaces and the punctuation of sentences alone:
     * the words, figures and symbols are the same, in the same order.
     */
    public static boolean onlyTypography(String before, String after) {
        return plainWords(before).equals(plainWords(after));
    }

    /**
     * Whether another wording only mends the spelling: as many words, and each that differs is the
     * same but for one letter after its first, or for capitals, accents aside; a figure or a symbol
     * never differs, and neither does a word of three letters or less, such as a “not” that becomes
     * a “now”.
     */
    public static boolean onlySpelling(String before, String after) {
        var a = plainWords(before);
        var b = plainWords(after);
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i)) && !nearlyTheSame(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean nearlyTheSame(String one, String other) {
        if (Math.min(one.length(), other.length()) < 4
                || one.charAt(0) != other.charAt(0)
                || (one + other).chars().anyMatch(Character::isDigit)) {
            return false;
        }
        int start = 0;
        while (start < one.length()
                && start < other.length()
                && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        var a = one.substring(start);
        var b = other.substring(start);
        return rest(a, 1).equals(rest(b, 1))
                || rest(a, 1).equals(b)
                || a.equals(rest(b, 1))
                || swapped(a, b);
    }

    private static boolean swapped(String a, String b) {
        return a.length() > 1
                && b.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && rest(a, 2).equals(rest(b, 2));
    }

    private static String rest(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }

    /** The words, figures and symbols, without spaces and the punctuation of sentences. */
    private static List<String> plainWords(String text) {
        return WORDS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .filter(word -> !word.isBlank() && !PUNCTUATION.contains(word))
                .toList();
    }

    private static List<String> words(String text) {
        return WORDS.matcher(text).results().map(found -> found.group()).toList();
    }
}
