package eu.cairn.stacking;

import java.util.Arrays;

/**
 * Partial placements that came to nothing: what was open and what was used, and how much of the
 * threshold was left. With less left the same comes to nothing again.
 */
final class DeadEnds {

    private static final int MOST = 200_000;
    private static final int WORDS = 5;

    /** By slot: what is open, what is used (two words), a mark, and what was left, plus one. */
    private long[] slots = new long[WORDS * 64];

    private int count;

    void clear() {
        if (count > 0) {
            Arrays.fill(slots, 0);
            count = 0;
        }
    }

    /**
     * Whether this came to nothing with no less left.
     *
     * @param mark tells apart what else decides
     */
    boolean holds(long open, long used, long usedToo, long mark, long left) {
        return slots[slot(slots, open, used, usedToo, mark) + WORDS - 1] > left;
    }

    void add(long open, long used, long usedToo, long mark, long left) {
        if (count >= MOST) {
            return;
        }
        int at = slot(slots, open, used, usedToo, mark);
        if (slots[at + WORDS - 1] == 0) {
            if (2 * WORDS * (count + 1) > slots.length) {
                grow();
                at = slot(slots, open, used, usedToo, mark);
            }
            count++;
            slots[at] = open;
            slots[at + 1] = used;
            slots[at + 2] = usedToo;
            slots[at + 3] = mark;
        }
        slots[at + WORDS - 1] = Math.max(slots[at + WORDS - 1], left + 1);
    }

    private void grow() {
        var larger = new long[2 * slots.length];
        for (int from = 0; from < slots.length; from += WORDS) {
            if (slots[from + WORDS - 1] != 0) {
                int at =
                        slot(
                                larger,
                                slots[from],
                                slots[from + 1],
                                slots[from + 2],
                                slots[from + 3]);
                System.arraycopy(slots, from, larger, at, WORDS);
            }
        }
        slots = larger;
    }

    /** Where this is kept, or would be. */
    private static int slot(long[] slots, long open, long used, long usedToo, long mark) {
        long hash = (open * 31 + used) * 31 + usedToo * 17 + mark;
        hash *= 0x9E3779B97F4A7C15L;
        int size = slots.length / WORDS;
        int at = (int) ((hash >>> 32) % size) * WORDS;
        while (slots[at + WORDS - 1] != 0
                && (slots[at] != open
                        || slots[at + 1] != used
                        || slots[at + 2] != usedToo
                        || slots[at + 3] != mark)) {
            at += WORDS;
            if (at == slots.length) {
                at = 0;
            }
        }
        return at;
    }
}
