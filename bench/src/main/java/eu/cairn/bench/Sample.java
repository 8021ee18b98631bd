package eu.cairn.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one engine answered to the first learners of a row, in their order; to all of them if time
 * allowed.
 */
record Sample(String engine, List<Timed> timed) {

    /** Asks {@code engine} about one learner after the other until so many seconds have passed. */
    static Sample of(Engine engine, List<Learner> learners, int seconds) {
        long start = System.nanoTime();
        var timed = new ArrayList<Timed>();
        for (var learner : learners) {
            if (System.nanoTime() - start > seconds * 1_000_000_000L) {
                break;
            }
            timed.add(Timed.of(engine, learner));
        }
        return new Sample(engine.name(), timed);
    }

    int size() {
        return timed.size();
    }

    long unproven() {
        return timed.stream().filter(each -> !each.answer().proven()).count();
    }

    /** The CPU milliseconds that so many percent of the answers took at most. */
    double cpu(int percent) {
        return percentile(percent, Timed::cpu);
    }

    double wall(int percent) {
        return percentile(percent, Timed::wall);
    }

    /** This sample of no more learners than {@code other}, so that the two compare. */
    Sample asLongAs(Sample other) {
        return new Sample(engine, timed.subList(0, Math.min(size(), other.size())));
    }

    private double percentile(int percent, ToLongFunction<Timed> time) {
        long[] sorted = timed.stream().mapToLong(time).toArray();
        Arrays.sort(sorted);
        return sorted[(sorted.length * percent + 99) / 100 - 1] / 1e6;
    }
}
