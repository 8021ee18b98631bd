package eu.cairn.stacking;

import java.util.Arrays;

/**
 * Which sums of whole amounts can be made: of all of them, or of those from some number on. It is
 * filled again many times, so it keeps its arrays.
 */
final class Sums {

    private static final int MOST_WORDS = 512;

    private final int unit;
    private long[] rest = {};
    private long[] reachable = {};

    /**
     * How many words the sums of the amounts from one number on take; 0 where they are not kept.
     */
    private int words;

    /**
     * @param unit of which every amount is a multiple
     */
    Sums(int unit) {
        this.unit = unit;
    }

    /**
     * @param amounts of which the first {@code count} can be taken, each once
     * @param needed sums are told apart up to here
     */
    void of(int[] amounts, int count, int needed) {
        if (rest.length <= count) {
            rest = new long[2 * count + 1];
        }
        rest[count] = 0;
        int largest = 0;
        for (int each = count - 1; each >= 0; each--) {
            rest[each] = rest[each + 1] + amounts[each];
            largest = Math.max(largest, amounts[each]);
        }
        int bits = (needed + largest) / unit + 1;
        words = bits / Long.SIZE + 1;
        if (needed == 0 || words > MOST_WORDS) {
            words = 0;
            return;
        }
        int length = (count + 1) * words;
        if (reachable.length < length) {
            reachable = new long[2 * length];
        }
        Arrays.fill(reachable, count * words, length, 0);
        reachable[count * words] = 1;
        for (int each = count - 1; each >= 0; each--) {
            add(each, amounts[each] / unit);
        }
    }

    private void add(int each, int shift) {
        int into = each * words;
        int from = into + words;
        int skipped = shift / Long.SIZE;
        int bit = shift % Long.SIZE;
        for (int word = 0; word < words; word++) {
            long moved = 0;
            if (word >= skipped) {
                moved = reachable[from + word - skipped] << bit;
                if (bit > 0 && word > skipped) {
                    moved |= reachable[from + word - skipped - 1] >>> (Long.SIZE - bit);
                }
            }
            reachable[into + word] = reachable[from + word] | moved;
        }
    }

    long rest(int from) {
        return rest[from];
    }

    /** By how much the smallest sum that is enough is more than {@code needed}. */
    long over(int from, long needed) {
        if (words == 0) {
            return 0;
        }
        int at = (int) ((needed + unit - 1) / unit);
        int word = at / Long.SIZE;
        long bitsLeft = word < words ? reachable[from * words + word] & -1L << at : 0;
        while (bitsLeft == 0 && ++word < words) {
            bitsLeft = reachable[from * words + word];
        }
        return bitsLeft == 0
                ? Search.ANY
                : ((long) word * Long.SIZE + Long.numberOfTrailingZeros(bitsLeft)) * unit - needed;
    }

    /** By how much the largest sum that is not enough is less than {@code needed}. */
    long under(int from, long needed) {
        if (words == 0) {
            return 0;
        }
        int at = (int) ((needed - 1) / unit);
        int word = Math.min(at / Long.SIZE, words - 1);
        long bitsLeft = reachable[from * words + word];
        if (at / Long.SIZE == word) {
            bitsLeft &= -1L >>> (Long.SIZE - 1 - at % Long.SIZE);
        }
        while (bitsLeft == 0 && --word >= 0) {
            bitsLeft = reachable[from * words + word];
        }
        return bitsLeft == 0
                ? needed
                : needed
                        - ((long) word * Long.SIZE
                                        + (Long.SIZE - 1 - Long.numberOfLeadingZeros(bitsLeft)))
                                * unit;
    }
}
