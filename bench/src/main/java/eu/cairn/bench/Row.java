package eu.cairn.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Learners of one shape, and what every engine says about them. */
final class Row {

    private static final long OTHER_SEEDS = 1_000_000_000L;
    private static final int SHOWN = 10;

    private final String name;
    private final List<Learner> learners;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Learner> others;

    private Row(String name, List<Learner> learners, List<Learner> others) {
        this.name = name;
        this.learners = learners;
        this.others = others;
    }

    /** So many learners, from {@code seed} on. */
    static Row of(String name, LongFunction<Learner> draw, int learners, long seed) {
        return new Row(name, draw(draw, learners, seed), draw(draw, learners, seed + OTHER_SEEDS));
    }

    private static List<Learner> draw(LongFunction<Learner> draw, int learners, long seed) {
        return LongStream.range(seed, seed + learners).mapToObj(draw).toList();
    }

    /** Lets {@code engine} decide about other learners for so many seconds of CPU. */
    void warmUp(Engine engine, int seconds) {
        long end = Timed.cpuTime() + seconds * 1_000_000_000L;
        while (Timed.cpuTime() < end) {
            Sample.of(engine, others, seconds);
        }
    }

    /** Asks {@code engine} about these learners, within about so many seconds. */
    void ask(Engine engine, int seconds) {
        samples.add(Sample.of(engine, learners, seconds));
    }

    /** The learners about whom two engines cannot both be right. */
    List<Learner> disagreements() {
        return learners.stream().filter(each -> disputed(answers(each))).toList();
    }

    private List<Answer> answers(Learner learner) {
        int number = number(learner);
        return samples.stream()
                .filter(sample -> number < sample.size())
                .map(sample -> sample.timed().get(number).answer())
                .toList();
    }

    private int number(Learner learner) {
        return Math.toIntExact(learner.seed() - learners.getFirst().seed());
    }

    private static boolean disputed(List<Answer> answers) {
        return answers.stream().anyMatch(one -> answers.stream().anyMatch(one::contradicts));
    }

    private boolean satisfied(Learner learner) {
        return answers(learner).contains(new Answer.Satisfied());
    }

    private boolean undecided(Learner learner) {
        return answers(learner).stream().noneMatch(Answer::proven);
    }

    /** Prints the engines one below the other, each compared with the first. */
    void print(PrintStream out) {
        var satisfied = learners.stream().filter(this::satisfied).toList();
        long undecided = learners.stream().filter(this::undecided).count();
        out.printf(
                "%n%s: %d learners, %d satisfied, %d undecided by all; %s%d disagreements%n",
                name,
                learners.size(),
                satisfied.size(),
                undecided,
                greedy().map(sample -> wronglyRefused(sample, satisfied)).orElse(""),
                disagreements().size());
        out.printf(
                "  %-16s %8s %11s %9s %9s %12s %9s %9s %8s%n",
                "engine",
                "learners",
                "CPU ms p50",
                "p99",
                "max",
                "wall ms p50",
                "p99",
                "unproven",
                "x Cairn");
        for (var sample : samples) {
            var first = samples.getFirst().asLongAs(sample);
            out.printf(
                    "  %-16s %8d %11.3f %9.3f %9.3f %12.3f %9.3f %9d %8.1f%n",
                    sample.engine(),
                    sample.size(),
                    sample.cpu(50),
                    sample.cpu(99),
                    sample.cpu(100),
                    sample.wall(50),
                    sample.wall(99),
                    sample.unproven(),
                    sample.cpu(50) / first.cpu(50));
        }
        var open = unfinished();
        if (!open.isEmpty()) {
            out.printf("  %s could not finish at seeds %s%n", samples.getFirst().engine(), open);
        }
        for (var learner : disagreements()) {
            out.printf("  DISAGREEMENT at seed %d: %s%n", learner.seed(), answers(learner));
        }
    }

    /** The first few seeds that the first engine leaves open. */
    private List<Long> unfinished() {
        var first = samples.getFirst().timed();
        return learners.stream()
                .limit(first.size())
                .filter(each -> !first.get(number(each)).answer().proven())
                .map(Learner::seed)
                .limit(SHOWN)
                .toList();
    }

    private Optional<Sample> greedy() {
        return samples.stream()
                .filter(sample -> sample.engine().equals(GreedyEngine.NAME))
                .findFirst();
    }

    private String wronglyRefused(Sample greedy, List<Learner> satisfied) {
        long refused =
                satisfied.stream()
                        .filter(each -> !greedy.timed().get(number(each)).answer().proven())
                        .count();
        return "greedy refuses %d %% of those satisfied; "
                .formatted(100 * refused / Math.max(1, satisfied.size()));
    }
}
