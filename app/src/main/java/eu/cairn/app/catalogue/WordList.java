package eu.cairn.app.catalogue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words without accents, made ready to be searched for those that are written much like another.
 *
 * <p>A letter that is changed, added or left out adds or removes at most two kinds of letters, so
 * that nearly all words are passed over by comparing kinds alone.
 */
final class WordList {

    private final String[] words;

    /** The kinds of letters of each word, as bits. */
    private final long[] kinds;

    WordList(List<String> words) {
        this.words = words.stream().sorted().toArray(String[]::new);
        this.kinds = Arrays.stream(this.words).mapToLong(WordList::kinds).toArray();
    }

    boolean has(String word) {
        return Arrays.binarySearch(words, word) >= 0;
    }

    /**
     * The words that take at most {@code most} changes (two at the most), the fewest changes first
     * and then those that begin with the same letter.
     */
    Stream<String> like(String word, int most) {
        record Likely(String word, int changes) {}
        long wanted = kinds(word);
        return IntStream.range(0, words.length)
                .filter(i -> Long.bitCount(kinds[i] ^ wanted) <= 2 * most)
                .mapToObj(i -> new Likely(words[i], PlainWords.distance(word, words[i])))
                .filter(likely -> likely.changes() <= most)
                .sorted(
                        Comparator.comparingInt(Likely::changes)
                                .thenComparing(likely -> likely.word().charAt(0) != word.charAt(0))
                                .thenComparing(Likely::word))
                .map(Likely::word);
    }

    private static long kinds(String word) {
        return word.codePoints().mapToLong(point -> 1L << point).reduce(0, (a, b) -> a | b);
    }
}
