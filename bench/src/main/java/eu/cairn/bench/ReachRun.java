package eu.cairn.bench;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.AuditCheck;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.FactsHeld;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Rulebook;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Measures what it costs to tell a learner how far they are with every published qualification: 60
 * credentials in 3 of 50 subjects, and 500 rulebooks of 10 to a subject, so that 30 of them are in
 * reach. The rulebooks are made ready once, as in the product. The floor is to count again, with
 * the checker, what was found for those in reach.
 */
public final class ReachRun {

    private static final int SUBJECTS = 50;
    private static final int RULEBOOKS = 500;
    private static final int CREDENTIALS = 60;
    private static final int THEMES = 8;
    private static final int HELD_SUBJECTS = 3;
    private static final int[] CREDITS = {1, 2, 3, 4, 5, 5, 6, 8, 10};
    private static final int WARM_UP_SECONDS = 30;

    private record Published(Rulebook rulebook, Audits audits, AuditCheck check) {}

    private record Found(Published published, Audit.Claim claim) {}

    /** What telling one learner cost, in nanoseconds of CPU. */
    private record Cost(long all, long passedOver, long floor, int inReach, int satisfied) {}

    private ReachRun() {}

    /**
     * @param args how many learners; 200 if absent
     */
    public static void main(String[] args) {
        print(args.length > 0 ? Integer.parseInt(args[0]) : 200, WARM_UP_SECONDS, System.out);
    }

    static void print(int learners, int warmUpSeconds, PrintStream out) {
        var published = new ArrayList<Published>();
        for (int number = 0; number < RULEBOOKS; number++) {
            var rulebook = rulebook(number);
            published.add(
                    new Published(rulebook, Audits.under(rulebook), AuditCheck.under(rulebook)));
        }
        long end = System.nanoTime() + warmUpSeconds * 1_000_000_000L;
        for (long seed = 1_000_000; System.nanoTime() < end; seed++) {
            reach(learner(seed), published);
        }
        var costs = new ArrayList<Cost>();
        for (long seed = 1; seed <= learners; seed++) {
            costs.add(reach(learner(seed), published));
        }
        out.printf(
                "%d learners with %d credentials, %d rulebooks, %.1f in reach, %.1f satisfied%n",
                learners,
                CREDENTIALS,
                RULEBOOKS,
                costs.stream().mapToInt(Cost::inReach).average().orElse(0),
                costs.stream().mapToInt(Cost::satisfied).average().orElse(0));
        out.printf("%-34s %12s %9s%n", "CPU ms a learner", "p50", "p99");
        row("all rulebooks", costs.stream().mapToLong(Cost::all).toArray(), out);
        row("of it, passing over", costs.stream().mapToLong(Cost::passedOver).toArray(), out);
        row("floor: the checks in reach", costs.stream().mapToLong(Cost::floor).toArray(), out);
        out.printf(
                "all / floor %.1f%n",
                (double) costs.stream().mapToLong(Cost::all).sum()
                        / costs.stream().mapToLong(Cost::floor).sum());
    }

    private static void row(String name, long[] nanoseconds, PrintStream out) {
        Arrays.sort(nanoseconds);
        int last = nanoseconds.length - 1;
        out.printf(
                "%-34s %12.3f %9.3f%n",
                name, nanoseconds[last / 2] / 1e6, nanoseconds[last * 99 / 100] / 1e6);
    }

    private static Cost reach(Portfolio portfolio, List<Published> published) {
        long start = Timed.cpuTime();
        var facts = FactsHeld.of(portfolio.credentials());
        var possible = new ArrayList<Published>();
        for (var each : published) {
            if (facts.couldCount(each.rulebook) && Acceptance.any(each.rulebook, portfolio)) {
                possible.add(each);
            }
        }
        long passed = Timed.cpuTime();
        var found = new ArrayList<Found>();
        int satisfied = 0;
        for (var each : possible) {
            var audit = each.audits.audit(portfolio);
            satisfied += audit.result() == Audit.Result.SATISFIED ? 1 : 0;
            found.add(new Found(each, audit.claim()));
        }
        long done = Timed.cpuTime();
        for (var each : found) {
            boolean doubted = !each.published.check.doubts(portfolio, each.claim).isEmpty();
            if (doubted && each.claim.missing().isPresent()) {
                throw new IllegalStateException(each.published.rulebook.id());
            }
        }
        long checked = Timed.cpuTime();
        return new Cost(done - start, passed - start, checked - done, found.size(), satisfied);
    }

    private static String theme(int subject, int number) {
        return "s%02d-t%d".formatted(subject, number);
    }

    /** Five to nine requirements of one subject, a floor and a ceiling. */
    private static Rulebook rulebook(int number) {
        var random = new Random(number);
        int subject = number % SUBJECTS;
        var takes = new ArrayList<Requirement>();
        int sum = 0;
        for (int take = 0; take < 5 + random.nextInt(5); take++) {
            int need = 3 + random.nextInt(10);
            sum += need;
            takes.add(
                    new Take(
                            "r%02d".formatted(take),
                            Note.NONE,
                            Filter.of(
                                    new OneOf(
                                            Fact.THEME,
                                            List.of(
                                                    theme(subject, random.nextInt(THEMES)),
                                                    theme(subject, random.nextInt(THEMES))))),
                            Optional.of(Ects.of(need)),
                            Optional.empty(),
                            false));
        }
        var six = Filter.of(new Level(Optional.empty(), Optional.of(new EqfLevel(6))));
        var home = Filter.of(new OneOf(Fact.ISSUER, List.of("uni-a")));
        var limits =
                List.of(
                        Limit.atMost("level", Ects.of(Math.max(1, sum / 3)), six),
                        Limit.atLeast("home", Ects.of(sum / 3), home));
        return Rulebook.of("q%03d".formatted(number), takes, limits);
    }

    private static Portfolio learner(long seed) {
        var random = new Random(seed);
        int first = random.nextInt(SUBJECTS);
        var held = new ArrayList<HeldCredential>();
        for (int number = 0; number < CREDENTIALS; number++) {
            int subject = (first + number % HELD_SUBJECTS) % SUBJECTS;
            held.add(
                    HeldCredential.of(
                                    "c%03d".formatted(number),
                                    Ects.of(CREDITS[random.nextInt(CREDITS.length)]))
                            .themes(
                                    List.of(
                                            theme(subject, random.nextInt(THEMES)),
                                            theme(subject, random.nextInt(THEMES))))
                            .level(random.nextInt(100) < 75 ? 7 : 6)
                            .issuer(random.nextInt(2) == 0 ? "uni-a" : "uni-b")
                            .course("K" + number)
                            .awarded(Learner.DAY.minusDays(random.nextInt(1500)))
                            .credential());
        }
        return Portfolio.of(Learner.DAY, held);
    }
}
