package eu.cairn.bench;

import eu.cairn.stacking.Audit;
import eu.cairn.stacking.AuditCheck;
import eu.cairn.stacking.Audits;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Measures audits one by one: everyday learners and those who hold just enough for 12 requirements,
 * with rulebooks made ready as the product does. What a learner costs is the best of some passes;
 * the floor is to check the finished audit again.
 */
public final class AuditsRun {

    private static final Shape TIGHT = new Shape(40, 12, true, 0);
    private static final Shape TENTH_OF_SLACK = new Shape(40, 12, true, 10);
    private static final int PASSES = 3;
    private static final int WARM_UP_SECONDS = 6;

    /** A check is too short to be timed alone. */
    private static final int CHECKS = 20;

    /** A learner, the rulebook made ready, and the audit once it is made. */
    private static final class Case {
        private final Learner learner;
        private final Audits audits;
        private final AuditCheck check;
        private Audit audit;
        private long audited = Long.MAX_VALUE;
        private long checked = Long.MAX_VALUE;

        Case(Learner learner) {
            this.learner = learner;
            this.audits = Audits.under(learner.rulebook());
            this.check = AuditCheck.under(learner.rulebook());
            this.audit = audits.audit(learner.portfolio());
        }

        void audit() {
            long start = Timed.cpuTime();
            audit = audits.audit(learner.portfolio());
            audited = Math.min(audited, Timed.cpuTime() - start);
        }

        void check() {
            var claim = audit.claim();
            long start = Timed.cpuTime();
            for (int time = 0; time < CHECKS; time++) {
                if (!check.doubts(learner.portfolio(), claim).isEmpty()) {
                    throw new IllegalStateException("seed " + learner.seed());
                }
            }
            checked = Math.min(checked, (Timed.cpuTime() - start) / CHECKS);
        }

        boolean is(Audit.Result result) {
            return audit.result() == result;
        }
    }

    private AuditsRun() {}

    /**
     * @param args how many everyday learners; 1000 if absent, and a fifth of it of the others
     */
    public static void main(String[] args) {
        int learners = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        print(learners, WARM_UP_SECONDS, System.out);
    }

    static void print(int learners, int warmUpSeconds, PrintStream out) {
        out.printf(
                "%-38s %9s %9s %8s %8s %8s %8s %6s %9s %6s%n",
                "CPU of one thread",
                "satisfied",
                "audits/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "check us",
                "open",
                "sentence",
                "ratio");
        row("everyday", EverydayLearners::of, learners, warmUpSeconds, out);
        for (var shape : List.of(TIGHT, TENTH_OF_SLACK)) {
            row(
                    shape.toString(),
                    seed -> LearnerInstances.of(shape, seed),
                    Math.max(1, learners / 5),
                    warmUpSeconds,
                    out);
        }
    }

    private static void row(
            String name,
            LongFunction<Learner> draw,
            int learners,
            int warmUpSeconds,
            PrintStream out) {
        var cases = new ArrayList<Case>();
        LongStream.rangeClosed(1, learners).mapToObj(draw).map(Case::new).forEach(cases::add);
        during(cases, Case::audit, warmUpSeconds);
        during(cases.stream().filter(AuditsRun::isDecided).toList(), Case::check, warmUpSeconds);
        for (var each : cases) {
            each.audited = Long.MAX_VALUE;
            each.checked = Long.MAX_VALUE;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            cases.forEach(Case::audit);
            cases.stream().filter(AuditsRun::isDecided).forEach(Case::check);
        }
        var times = cases.stream().mapToLong(each -> each.audited).sorted().toArray();
        double mean = Arrays.stream(times).average().orElse(0);
        double check =
                cases.stream()
                        .filter(AuditsRun::isDecided)
                        .mapToLong(each -> each.checked)
                        .average()
                        .orElse(Double.NaN);
        out.printf(
                "%-38s %9d %,9.0f %8.3f %8.3f %8.2f %8.2f %6d %7.0f %% %6.1f%n",
                name,
                cases.stream().filter(each -> each.is(Audit.Result.SATISFIED)).count(),
                1e9 / mean,
                times[(learners - 1) / 2] / 1e6,
                times[(learners - 1) * 99 / 100] / 1e6,
                times[learners - 1] / 1e6,
                check / 1e3,
                cases.stream().filter(each -> !isDecided(each)).count(),
                100 * inOneSentence(cases),
                mean / check);
    }

    private static boolean isDecided(Case each) {
        return !each.is(Audit.Result.COULD_NOT_FINISH);
    }

    private static void during(List<Case> cases, Consumer<Case> work, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int done = 0; System.nanoTime() < end && !cases.isEmpty(); done++) {
            work.accept(cases.get(done % cases.size()));
        }
    }

    /** The part of those not satisfied whose audit has a bound that shows it. */
    private static double inOneSentence(List<Case> cases) {
        return cases.stream()
                .filter(each -> each.is(Audit.Result.NOT_SATISFIED))
                .mapToInt(each -> each.audit.proof().bound().isPresent() ? 1 : 0)
                .average()
                .orElse(1);
    }
}
