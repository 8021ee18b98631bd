package eu.cairn.stacking;

import java.util.Arrays;

/**
 * A network in which amounts flow from a source to a sink, and its greatest flow (Dinic's method).
 * It is emptied and filled again many times, so it keeps its arrays.
 */
final class Flow {

    static final int SOURCE = 0;
    static final int SINK = 1;

    private int[] first = new int[64];
    private int[] next = new int[512];
    private int[] to = new int[512];
    private long[] room = new long[512];
    private int[] depth = new int[64];
    private int[] at = new int[64];
    private int[] queue = new int[64];
    private int nodes;
    private int edges;

    /** Empties the network; nodes are numbered from 0, the source and the sink among them. */
    void reset(int count) {
        nodes = count;
        edges = 0;
        if (first.length < count) {
            first = new int[2 * count];
            depth = new int[2 * count];
            at = new int[2 * count];
            queue = new int[2 * count];
        }
        Arrays.fill(first, 0, count, -1);
    }

    /** An edge with so much room, back along which so much can flow already; its number. */
    int edge(int from, int into, long most, long back) {
        if (edges + 2 > to.length) {
            next = Arrays.copyOf(next, 2 * edges);
            to = Arrays.copyOf(to, 2 * edges);
            room = Arrays.copyOf(room, 2 * edges);
        }
        add(from, into, most);
        add(into, from, back);
        return edges - 2;
    }

    /** What flows along an edge, counting what flowed there before. */
    long along(int edge) {
        return room[edge ^ 1];
    }

    private void add(int from, int into, long most) {
        to[edges] = into;
        room[edges] = most;
        next[edges] = first[from];
        first[from] = edges++;
    }

    /** The greatest amount that can flow from the source to the sink. */
    long greatest() {
        long total = 0;
        while (isReached()) {
            System.arraycopy(first, 0, at, 0, nodes);
            long pushed;
            do {
                pushed = push(SOURCE, Long.MAX_VALUE);
                total += pushed;
            } while (pushed > 0);
        }
        return total;
    }

    /**
     * Whether the sink can be reached from the source. It is looked for from the sink, as little
     * leads to what is still lacking.
     */
    private boolean isReached() {
        Arrays.fill(depth, 0, nodes, -1);
        depth[SINK] = 0;
        queue[0] = SINK;
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            for (int edge = first[node]; edge >= 0; edge = next[edge]) {
                if (room[edge ^ 1] > 0 && depth[to[edge]] < 0) {
                    depth[to[edge]] = depth[node] + 1;
                    if (to[edge] == SOURCE) {
                        return true;
                    }
                    queue[tail++] = to[edge];
                }
            }
        }
        return false;
    }

    private long push(int node, long most) {
        if (node == SINK) {
            return most;
        }
        for (; at[node] >= 0; at[node] = next[at[node]]) {
            int edge = at[node];
            if (room[edge] > 0 && depth[to[edge]] == depth[node] - 1) {
                long pushed = push(to[edge], Math.min(most, room[edge]));
                if (pushed > 0) {
                    room[edge] -= pushed;
                    room[edge ^ 1] += pushed;
                    return pushed;
                }
            }
        }
        return 0;
    }

    /** After {@link #greatest}: whether more could flow on from this node to the sink. */
    boolean leadsOn(int node) {
        return depth[node] >= 0;
    }
}
