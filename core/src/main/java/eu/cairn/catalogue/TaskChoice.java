package eu.cairn.catalogue;

import eu.cairn.framework.LearningHours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tasks of a draft and which of them a learner may do without: all do those of no group, and of
 * each group every learner does the stated number.
 */
public final class TaskChoice {

    private final List<CourseDraft.Task> all;
    private final Map<String, Group> groups;

    /**
     * Tasks of which some are done.
     *
     * @param numbers of the tasks, from 1
     * @param take how many are done; empty where that cannot be read
     */
    public record Group(String letter, List<Integer> numbers, Optional<Integer> take) {
        public Group {
            numbers = List.copyOf(numbers);
        }

        /** How many are done: all of them while nothing can be read. */
        int done() {
            return Math.min(numbers.size(), take.orElse(numbers.size()));
        }
    }

    private TaskChoice(List<CourseDraft.Task> all, Map<String, Group> groups) {
        this.all = all;
        this.groups = groups;
    }

    public static TaskChoice of(CourseDraft draft) {
        var numbers = new LinkedHashMap<String, List<Integer>>();
        for (int i = 1; i <= draft.tasks().size(); i++) {
            var letter = draft.tasks().get(i - 1).group().strip();
            if (!letter.isEmpty()) {
                numbers.computeIfAbsent(letter, it -> new ArrayList<>()).add(i);
            }
        }
        var groups = new LinkedHashMap<String, Group>();
        numbers.forEach(
                (letter, members) ->
                        groups.put(letter, new Group(letter, members, take(draft, letter))));
        return new TaskChoice(draft.tasks(), groups);
    }

    private static Optional<Integer> take(CourseDraft draft, String letter) {
        return draft.plan().choices().alternatives().stream()
                .filter(one -> one.group().strip().equals(letter))
                .map(one -> one.take().strip())
                .filter(take -> take.matches("[1-9]\\d?"))
                .map(Integer::valueOf)
                .findFirst();
    }

    /** The groups in the order of their first tasks. */
    public List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /** Numbers of the tasks that all learners do. */
    List<Integer> compulsory() {
        var numbers = new ArrayList<Integer>();
        for (int i = 1; i <= all.size(); i++) {
            if (all.get(i - 1).group().isBlank()) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    CourseDraft.Task task(int number) {
        return all.get(number - 1);
    }

    /** Whether an outcome is assessed whatever the learner chooses. */
    public boolean alwaysAssesses(int outcome) {
        return compulsory().stream().anyMatch(n -> task(n).outcomes().contains(outcome))
                || groups.values().stream().anyMatch(group -> always(group, outcome));
    }

    private boolean always(Group group, int outcome) {
        long others =
                group.numbers().stream().filter(n -> !task(n).outcomes().contains(outcome)).count();
        return others < group.done();
    }

    /**
     * The weights that one learner's tasks add up to, where the tasks of a group weigh the same.
     */
    int weight() {
        int sum = 0;
        for (int number : compulsory()) {
            sum += weight(number);
        }
        for (var group : groups.values()) {
            sum += group.done() * weight(group.numbers().getFirst());
        }
        return sum;
    }

    int weight(int number) {
        var text = task(number).weight().strip();
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    /** The hours of one learner’s tasks: at the least, on average over the choices, at the most. */
    Estimates.Hours hours() {
        var sum = Estimates.Hours.exactly(LearningHours.ZERO);
        for (int number : compulsory()) {
            sum = sum.plus(Estimates.Hours.exactly(hours(number)));
        }
        for (var group : groups.values()) {
            sum = sum.plus(hours(group));
        }
        return sum;
    }

    private Estimates.Hours hours(Group group) {
        var sorted =
                group.numbers().stream()
                        .map(this::hours)
                        .sorted(Comparator.naturalOrder())
                        .toList();
        int done = group.done();
        return new Estimates.Hours(
                sum(sorted.subList(0, done)),
                LearningHours.ofAverage(sorted, done),
                sum(sorted.subList(sorted.size() - done, sorted.size())));
    }

    private LearningHours hours(int number) {
        return LearningHours.parse(task(number).hours()).orElse(LearningHours.ZERO);
    }

    private static LearningHours sum(List<LearningHours> hours) {
        return hours.stream().reduce(LearningHours.ZERO, LearningHours::plus);
    }
}
