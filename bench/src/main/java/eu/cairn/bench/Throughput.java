package eu.cairn.bench;

import eu.cairn.stacking.Audit;
import eu.cairn.stacking.AuditCheck;
import eu.cairn.stacking.Audits;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/** How many audits one core makes in a second, and what it costs to check one. */
final class Throughput {

    private static final int WARM_UP_SECONDS = 4;
    private static final int SECONDS = 8;

    /** So many audits are kept to be checked again. */
    private static final int CHECKED = 300;

    /** An audit that has been made. */
    private record Made(Learner learner, Audit.Claim claim) {}

    private Throughput() {}

    static void print(String name, List<Learner> learners, PrintStream out) {
        double audit = nanoseconds(learners, Throughput::audit);
        var made =
                learners.stream()
                        .limit(CHECKED)
                        .map(each -> new Made(each, audit(each).claim()))
                        .toList();
        double check = nanoseconds(made, Throughput::check);
        out.printf(
                "%n%s: %,.0f audits/s on one core (%.1f us each), %.2f us to check one%n",
                name, 1e9 / audit, audit / 1e3, check / 1e3);
    }

    private static Audit audit(Learner learner) {
        return Audits.audit(learner.rulebook(), learner.portfolio());
    }

    private static void check(Made made) {
        var doubts =
                AuditCheck.doubts(made.learner.rulebook(), made.learner.portfolio(), made.claim);
        if (!doubts.isEmpty() && made.claim.missing().isPresent()) {
            throw new IllegalStateException("seed " + made.learner.seed() + ": " + doubts);
        }
    }

    /** The mean CPU time for one of {@code all}, one after the other and again, once warmed up. */
    private static <T> double nanoseconds(List<T> all, Consumer<T> work) {
        during(all, work, WARM_UP_SECONDS);
        long start = Timed.cpuTime();
        long done = during(all, work, SECONDS);
        return (double) (Timed.cpuTime() - start) / done;
    }

    private static <T> long during(List<T> all, Consumer<T> work, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int done = 0;
        while (System.nanoTime() < end) {
            work.accept(all.get(done++ % all.size()));
        }
        return done;
    }
}
