package eu.cairn.bench;

import com.sun.management.ThreadMXBean;
import eu.cairn.formats.verification.hostile.Specimen;
import eu.cairn.formats.verification.hostile.Suite;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures what it costs to give the verdict on each specimen of the hostile suite: computing time
 * and allocated memory of all threads, the least of several turns, since the compiler and others
 * work at the same time. The goal is below {@value #GOAL_MILLIS} ms and {@value #GOAL_MEGABYTES} MB
 * each.
 */
public final class BombsRun {

    private static final int GOAL_MILLIS = 50;
    private static final int GOAL_MEGABYTES = 32;
    private static final int TURNS = 5;
    private static final int SHOWN = 15;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getOperatingSystemMXBean();

    /** What one verdict cost, in milliseconds of computing and megabytes. */
    private record Cost(Specimen of, String verdict, int size, double millis, double megabytes) {

        boolean isWithinGoal() {
            return millis < GOAL_MILLIS && megabytes < GOAL_MEGABYTES;
        }
    }

    private BombsRun() {}

    /**
     * @param args a regular expression for the families to be measured; all if absent
     */
    public static void main(String[] args) {
        print(args.length > 0 ? args[0] : ".*", TURNS, System.out);
    }

    static void print(String families, int turns, PrintStream out) {
        var suite =
                Suite.of(
                        Suite.families().stream()
                                .filter(family -> family.matches(families))
                                .toList());
        suite.forEach(Specimen::verdict);
        var costs = new ArrayList<Cost>();
        suite.forEach(one -> costs.add(cost(one, turns)));
        long within = costs.stream().filter(Cost::isWithinGoal).count();
        out.printf(
                "%d specimens, %d below %d ms and %d MB; load %.1f%n",
                costs.size(), within, GOAL_MILLIS, GOAL_MEGABYTES, SYSTEM.getSystemLoadAverage());
        out.printf("the least that a verdict takes: %.1f ms%n", floor(costs));
        rows("most computing", costs, Comparator.comparingDouble(Cost::millis), out);
        rows("most memory", costs, Comparator.comparingDouble(Cost::megabytes), out);
    }

    private static double floor(List<Cost> costs) {
        return costs.stream().mapToDouble(Cost::millis).min().orElse(0);
    }

    private static void rows(
            String name, List<Cost> costs, Comparator<Cost> order, PrintStream out) {
        out.printf("%-70s %9s %9s %9s  %s%n", name, "ms", "MB", "KB sent", "verdict");
        costs.stream()
                .sorted(order.reversed())
                .limit(SHOWN)
                .forEach(
                        cost ->
                                out.printf(
                                        "%-70s %9.1f %9.1f %9d  %s%n",
                                        cost.of.family() + ": " + cost.of.name(),
                                        cost.millis,
                                        cost.megabytes,
                                        cost.size >> 10,
                                        cost.verdict));
    }

    private static Cost cost(Specimen one, int turns) {
        var document = one.document().get();
        double millis = Double.MAX_VALUE;
        double megabytes = Double.MAX_VALUE;
        var verdict = "";
        for (int turn = 0; turn < turns; turn++) {
            long allocated = THREADS.getTotalThreadAllocatedBytes();
            double computed = ProcessClock.millis();
            verdict = one.judge().verdict(document);
            millis = Math.min(millis, ProcessClock.millis() - computed);
            megabytes =
                    Math.min(
                            megabytes,
                            (THREADS.getTotalThreadAllocatedBytes() - allocated) / 1048576.0);
        }
        return new Cost(one, verdict, document.length, millis, megabytes);
    }
}
