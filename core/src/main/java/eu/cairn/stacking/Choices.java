package eu.cairn.stacking;

import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every way to choose: which requirements are asked, and how many blocks each bundle makes. With
 * each way goes what it misses at least, if every credential counted wherever it is accepted.
 */
final class Choices {

    /**
     * One way to choose.
     *
     * @param takes the requirements that are asked, as bits
     * @param blocks how many blocks each bundle makes
     * @param missing a lower bound on the further credits
     * @param unmet a lower bound on the requirements that stay unmet
     */
    record Asked(long takes, List<Integer> blocks, long missing, int unmet) {
        Asked {
            blocks = List.copyOf(blocks);
        }

        /** How many blocks there are of all bundles. */
        int allBlocks() {
            return blocks.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** More ways than these are not held at once; what has more could not be finished. */
    private static final int MOST_WAYS = 200_000;

    /** What is missing at least. */
    private record Least(long missing, int unmet) {}

    private final Problem problem;
    private final CompiledRulebook rules;
    private final Budget budget;
    private final Map<String, Least> alone = new HashMap<>();
    private final List<Asked> found = new ArrayList<>();
    private final long threshold;
    private final boolean strict;
    private final int most;
    private long next = Long.MAX_VALUE;

    /** Whether it may help to choose more than is asked: for a floor, or for a pin. */
    private final boolean moreHelps;

    /** The blocks that there could be, by bundle. */
    private final int[] mostBlocks;

    private Choices(Problem problem, long threshold, boolean strict, int most, Budget budget) {
        this.threshold = threshold;
        this.strict = strict;
        this.most = most;
        this.problem = problem;
        this.rules = problem.rules;
        this.budget = budget;
        this.moreHelps = rules.floors || problem.pinned() > 0;
        this.mostBlocks = new int[rules.bundles.size()];
        for (var item : problem.items) {
            if (item.block() > 0) {
                mostBlocks[item.bundle()] = Math.max(mostBlocks[item.bundle()], item.block());
            }
        }
    }

    /**
     * Ways to choose, what misses least first.
     *
     * @param complete whether these are all that miss no more than was asked for
     * @param next what any other way misses at least
     */
    record Ways(List<Asked> asked, boolean complete, long next) {}

    /**
     * The ways that miss no more than {@code threshold}, at most {@code most} of them; {@code
     * strict} leaves out what certainly stays unmet.
     */
    static Ways of(Problem problem, long threshold, boolean strict, int most, Budget budget)
            throws BudgetSpent {
        var choices = new Choices(problem, threshold, strict, most, budget);
        var requirements = problem.rules.rulebook.requirements();
        requirements.forEach(choices::note);
        choices.blocks(new ArrayList<>(), requirements);
        var all = choices.found;
        all.sort(
                Comparator.comparingLong(Asked::missing)
                        .thenComparingInt(Asked::unmet)
                        .thenComparingInt(Asked::allBlocks));
        return new Ways(all, all.size() < most, choices.next);
    }

    private void blocks(List<Integer> blocks, List<Requirement> requirements) throws BudgetSpent {
        if (blocks.size() == mostBlocks.length) {
            open(sorted(requirements), 0, blocks);
            return;
        }
        for (int count = 0; count <= mostBlocks[blocks.size()] && found.size() < most; count++) {
            blocks.add(count);
            blocks(blocks, requirements);
            blocks.removeLast();
        }
    }

    private void open(List<Requirement> agenda, long asked, List<Integer> blocks)
            throws BudgetSpent {
        if (found.size() >= most) {
            return;
        }
        if (found.size() >= MOST_WAYS) {
            throw budget.exhausted();
        }
        budget.spend(1);
        long missing = 0;
        int unmet = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            var least = alone(rules.takes.get(Long.numberOfTrailingZeros(rest)));
            missing += least.missing;
            unmet += least.unmet;
        }
        for (var requirement : agenda) {
            missing += alone(requirement).missing;
            unmet += alone(requirement).unmet;
        }
        missing = rules.further(missing);
        if (missing > threshold || (strict && unmet > 0)) {
            next = Math.min(next, Math.max(missing, threshold + 1));
            return;
        }
        if (agenda.isEmpty()) {
            found.add(new Asked(asked, blocks, missing, unmet));
            return;
        }
        var rest = agenda.subList(1, agenda.size());
        switch (agenda.getFirst()) {
            case Take take -> open(rest, asked | 1L << rules.takeNumber(take.id()), blocks);
            case All all -> open(join(rest, all.of()), asked, blocks);
            case Choose choose ->
                    choose(choose, ordered(choose), choose.count().number(), rest, asked, blocks);
        }
    }

    private void choose(
            Choose choose,
            List<Requirement> left,
            int more,
            List<Requirement> agenda,
            long asked,
            List<Integer> blocks)
            throws BudgetSpent {
        if (found.size() >= most) {
            return;
        }
        if (more == 0) {
            open(agenda, asked, blocks);
            if (choose.count().exactly() || !moreHelps) {
                return;
            }
        }
        int wanted = Math.max(0, more - 1);
        for (int next = 0; next < left.size() - wanted; next++) {
            var chosen = join(agenda, List.of(left.get(next)));
            choose(choose, left.subList(next + 1, left.size()), wanted, chosen, asked, blocks);
        }
    }

    /** The alternatives, those that miss least first. */
    private List<Requirement> ordered(Choose choose) {
        return choose.of().stream()
                .sorted(
                        Comparator.comparingLong((Requirement one) -> alone(one).missing)
                                .thenComparingInt(one -> alone(one).unmet)
                                .thenComparing(Requirement::id))
                .toList();
    }

    private static List<Requirement> sorted(List<Requirement> requirements) {
        return requirements.stream().sorted(Comparator.comparing(Requirement::id)).toList();
    }

    private static List<Requirement> join(List<Requirement> one, List<Requirement> other) {
        var joined = new ArrayList<>(one);
        joined.addAll(other);
        return sorted(joined);
    }

    private Least alone(Requirement requirement) {
        return Objects.requireNonNull(alone.get(requirement.id()));
    }

    private Least note(Requirement requirement) {
        var least =
                switch (requirement) {
                    case Take take -> {
                        int number = rules.takeNumber(take.id());
                        long credits = 0;
                        int courses = 0;
                        for (var item : problem.items) {
                            boolean accepted = (item.places() >> number & 1) != 0;
                            credits += accepted ? item.credits() : 0;
                            courses += accepted ? 1 : 0;
                        }
                        long lacking = Math.max(0, rules.need[number] - credits);
                        boolean tooFew = courses < rules.coursesAtLeast[number];
                        yield new Least(lacking, lacking > 0 || tooFew ? 1 : 0);
                    }
                    case All all -> smallest(all.of(), all.of().size());
                    case Choose choose -> smallest(choose.of(), choose.count().number());
                };
        alone.put(requirement.id(), least);
        return least;
    }

    private Least smallest(List<Requirement> of, int count) {
        var each = of.stream().map(this::note).toList();
        return new Least(
                each.stream().mapToLong(Least::missing).sorted().limit(count).sum(),
                each.stream().mapToInt(Least::unmet).sorted().limit(count).sum());
    }
}
