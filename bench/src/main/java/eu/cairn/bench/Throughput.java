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

    /** A learner under a rulebook that is ready, as the product keeps it. */
    private record Case(Learner learner, Audits audits, AuditCheck check) {
        Audit audit() {
            return audits.audit(learner.portfolio());
        }
    }

    /** An audit that has been made. */
    private record Made(Case of, Audit.Claim claim) {
        void check() {
            var doubts = of.check.doubts(of.learner.portfolio(), claim);
            if (!doubts.isEmpty() && claim.missing().isPresent()) {
                throw new IllegalStateException("seed " + of.learner.seed() + ": " + doubts);
            }
        }
    }

    private Throughput() {}

    static void print(String name, List<Learner> learners, PrintStream out) {
        var cases =
                learners.stream()
                        .map(
                                each ->
                                        new Case(
                                                each,
                                                Audits.under(each.rulebook()),
                                                AuditCheck.under(each.rulebook())))
                        .toList();
        double audit = nanoseconds(cases, Case::audit);
        double fresh =
                nanoseconds(learners, each -> Audits.audit(each.rulebook(), each.portfolio()));
        var made =
                cases.stream()
                        .limit(CHECKED)
                        .map(each -> new Made(each, each.audit().claim()))
                        .toList();
        double check = nanoseconds(made, Made::check);
        out.printf(
                "%n%s: %,.0f audits/s on one core (%.1f us each; %.1f us with new rules),"
                        + " %.2f us to check one; %.1f %% of the no in one sentence%n",
                name,
                1e9 / audit,
                audit / 1e3,
                fresh / 1e3,
                check / 1e3,
                100 * inOneSentence(cases));
    }

    /** The part of those not satisfied whose audit has a bound that shows it. */
    private static double inOneSentence(List<Case> cases) {
        return cases.stream()
                .map(Case::audit)
                .filter(it -> it.result() == Audit.Result.NOT_SATISFIED)
                .mapToInt(it -> it.proof().bound().isPresent() ? 1 : 0)
                .average()
                .orElse(1);
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
