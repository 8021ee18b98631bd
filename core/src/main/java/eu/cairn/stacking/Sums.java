package eu.cairn.stacking;

/** Which sums of whole amounts can be made: of all of them, or of those from some number on. */
final class Sums {

    private static final int MOST_WORDS = 512;

    private final long[][] reachable;
    private final long[] rest;
    private final int unit;

    /**
     * @param amounts of which any can be taken, each once
     * @param needed sums are told apart up to here
     * @param unit of which every amount is a multiple
     */
    Sums(int[] amounts, int needed, int unit) {
        this.unit = unit;
        rest = new long[amounts.length + 1];
        int largest = 0;
        for (int each = amounts.length - 1; each >= 0; each--) {
            int credits = amounts[each];
            rest[each] = rest[each + 1] + credits;
            largest = Math.max(largest, credits);
        }
        int bits = (needed + largest) / unit + 1;
        int words = bits / Long.SIZE + 1;
        if (needed == 0 || words > MOST_WORDS) {
            reachable = new long[0][];
            return;
        }
        reachable = new long[amounts.length + 1][words];
        reachable[amounts.length][0] = 1;
        for (int each = amounts.length - 1; each >= 0; each--) {
            int shift = amounts[each] / unit;
            add(reachable[each + 1], reachable[each], shift);
        }
    }

    private void add(long[] from, long[] into, int shift) {
        int words = shift / Long.SIZE;
        int bit = shift % Long.SIZE;
        for (int word = 0; word < into.length; word++) {
            long moved = 0;
            if (word >= words) {
                moved = from[word - words] << bit;
                if (bit > 0 && word > words) {
                    moved |= from[word - words - 1] >>> (Long.SIZE - bit);
                }
            }
            into[word] = from[word] | moved;
        }
    }

    long rest(int from) {
        return rest[from];
    }

    /** By how much the smallest sum that is enough is more than {@code needed}. */
    long over(int from, long needed) {
        if (reachable.length == 0) {
            return 0;
        }
        int at = (int) ((needed + unit - 1) / unit);
        var sums = reachable[from];
        int word = at / Long.SIZE;
        long bitsLeft = word < sums.length ? sums[word] & -1L << at : 0;
        while (bitsLeft == 0 && ++word < sums.length) {
            bitsLeft = sums[word];
        }
        return bitsLeft == 0
                ? Search.ANY
                : ((long) word * Long.SIZE + Long.numberOfTrailingZeros(bitsLeft)) * unit - needed;
    }

    /** By how much the largest sum that is not enough is less than {@code needed}. */
    long under(int from, long needed) {
        if (reachable.length == 0) {
            return 0;
        }
        int at = (int) ((needed - 1) / unit);
        var sums = reachable[from];
        int word = Math.min(at / Long.SIZE, sums.length - 1);
        long bitsLeft =
                at / Long.SIZE == word
                        ? sums[word] & -1L >>> (Long.SIZE - 1 - at % Long.SIZE)
                        : sums[word];
        while (bitsLeft == 0 && --word >= 0) {
            bitsLeft = sums[word];
        }
        return bitsLeft == 0
                ? needed
                : needed
                        - ((long) word * Long.SIZE
                                        + (Long.SIZE - 1 - Long.numberOfLeadingZeros(bitsLeft)))
                                * unit;
    }
}
