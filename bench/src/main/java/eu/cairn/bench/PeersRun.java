package eu.cairn.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Compares our audit with other ways to decide the same, on the same learners in one run, and
 * prints a table. Read the ratios and the disagreements; the times depend on the machine. Run it
 * with {@code --enable-native-access=ALL-UNNAMED}, as CP-SAT is a native library; without that
 * library it goes on with the other peers.
 */
public final class PeersRun {

    private static final List<Shape> SHAPES =
            Stream.of(false, true)
                    .flatMap(
                            limits ->
                                    Stream.of(
                                            new Shape(12, 5, limits, 0),
                                            new Shape(20, 8, limits, 0),
                                            new Shape(40, 12, limits, 0),
                                            new Shape(60, 15, limits, 0),
                                            new Shape(100, 20, limits, 0)))
                    .toList();

    private static final Shape TENTH_OF_SLACK = new Shape(40, 12, true, 10);

    /** The most seconds in one row; a sample that is cut short says so by its size. */
    private static final int OURS = 20;

    private static final int CP_SAT = 8;
    private static final int CHOCO = 6;

    private final int learners;
    private final long seed;
    private final int warmUp;
    private final PrintStream out;
    private boolean cpSat;
    private int disagreements;

    /**
     * @param learners in a row
     * @param seed of the first learner of every row
     * @param warmUp seconds for every engine before every row
     */
    PeersRun(int learners, long seed, int warmUp, PrintStream out) {
        this.warmUp = warmUp;
        this.learners = learners;
        this.seed = seed;
        this.out = out;
    }

    /**
     * @param args how many learners in a row (200), and the seed of the first of them (1)
     */
    public static void main(String[] args) {
        int learners = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        var run = new PeersRun(learners, seed, 1, System.out);
        int disagreements =
                run.compare(Stream.concat(SHAPES.stream(), Stream.of(TENTH_OF_SLACK)).toList());
        run.throughput();
        if (disagreements > 0) {
            throw new IllegalStateException(disagreements + " disagreements, see above");
        }
    }

    /** Prints a row for each shape and one for everyday learners; how many disagreements. */
    int compare(List<Shape> shapes) {
        var unavailable = CpSatEngine.unavailable();
        unavailable.ifPresent(why -> out.println("Without CP-SAT, which does not load: " + why));
        cpSat = unavailable.isEmpty();
        out.printf(
                "Learners who hold just enough, seeds %d to %d. Peers start from the finished"
                        + " model and have %d s a learner, %d s a row for CP-SAT and %d s for Choco.%n",
                seed, seed + learners - 1, Engine.LIMIT_SECONDS, CP_SAT, CHOCO);
        for (var shape : shapes) {
            row(shape.toString(), each -> LearnerInstances.of(shape, each));
        }
        row("everyday learners", EverydayLearners::of);
        return disagreements;
    }

    private void row(String name, LongFunction<Learner> draw) {
        var row = Row.of(name, draw, learners, seed);
        ask(row, new CairnEngine(true), OURS);
        ask(row, new CairnEngine(false), OURS);
        ask(row, new GreedyEngine(), OURS);
        if (cpSat) {
            ask(row, new CpSatEngine(false), CP_SAT);
            ask(row, new CpSatEngine(true), CP_SAT);
        }
        ask(row, new ChocoEngine(), CHOCO);
        row.print(out);
        disagreements += row.disagreements().size();
    }

    private void ask(Row row, Engine engine, int seconds) {
        row.warmUp(engine, warmUp);
        row.ask(engine, seconds);
    }

    private void throughput() {
        throughput("everyday learners", EverydayLearners::of);
        var shape = new Shape(40, 12, true, 0);
        throughput(shape.toString(), each -> LearnerInstances.of(shape, each));
    }

    private void throughput(String name, LongFunction<Learner> draw) {
        var drawn = LongStream.range(seed, seed + 5L * learners).mapToObj(draw).toList();
        Throughput.print(name, drawn, out);
    }
}
