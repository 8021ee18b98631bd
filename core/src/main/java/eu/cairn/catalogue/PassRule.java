package eu.cairn.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a learner who shows nothing of one outcome, and everything of all others, could still
 * pass: the marks of a task are shared equally by the outcomes that it assesses, the whole needs
 * the pass mark, and so does every task that must be passed by itself.
 */
public record PassRule(TaskChoice tasks, int passMark) {

    /** Marks come from thirds and sevenths; what is nearer than this is the same. */
    private static final double SAME = 1e-9;

    /** The pass rule of a draft, once it states one that can be read. */
    public static Optional<PassRule> of(CourseDraft draft) {
        return passMark(draft.plan().choices().passMark())
                .map(mark -> new PassRule(TaskChoice.of(draft), mark));
    }

    static Optional<Integer> passMark(String text) {
        var plain = text.strip();
        return plain.matches("[1-9]\\d?|100")
                ? Optional.of(Integer.valueOf(plain))
                : Optional.empty();
    }

    /**
     * A way to pass without an outcome.
     *
     * @param total percent of the whole, rounded down
     * @param marks percent in each task that is done, by its number, rounded down
     */
    public record Way(int total, Map<Integer, Integer> marks) {}

    /** The best that a learner can reach who shows nothing of an outcome, if that passes. */
    public Optional<Way> without(int outcome) {
        var done = new ArrayList<Integer>();
        for (int number : tasks.compulsory()) {
            if (!admits(number, outcome)) {
                return Optional.empty();
            }
            done.add(number);
        }
        for (var group : tasks.groups()) {
            var best =
                    group.numbers().stream()
                            .filter(number -> admits(number, outcome))
                            .sorted(Comparator.comparingDouble(number -> -points(number, outcome)))
                            .limit(group.done())
                            .toList();
            if (best.size() < group.done()) {
                return Optional.empty();
            }
            done.addAll(best);
        }
        double total = done.stream().mapToDouble(number -> points(number, outcome)).sum();
        return total + SAME < passMark ? Optional.empty() : Optional.of(way(done, outcome, total));
    }

    private Way way(List<Integer> done, int outcome, double total) {
        var marks = new TreeMap<Integer, Integer>();
        for (int number : done) {
            marks.put(number, (int) Math.floor(share(number, outcome) * 100 + SAME));
        }
        return new Way((int) Math.floor(total + SAME), marks);
    }

    private boolean admits(int number, int outcome) {
        return !tasks.task(number).mustPass() || share(number, outcome) * 100 + SAME >= passMark;
    }

    private double points(int number, int outcome) {
        return tasks.weight(number) * share(number, outcome);
    }

    /** The part of a task’s marks that is reached without an outcome. */
    private double share(int number, int outcome) {
        var assessed = tasks.task(number).outcomes().stream().distinct().toList();
        return assessed.contains(outcome) ? (assessed.size() - 1.0) / assessed.size() : 1;
    }
}
