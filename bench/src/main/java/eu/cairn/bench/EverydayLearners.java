package eu.cairn.bench;

import eu.cairn.bench.Learner.Held;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Learners of everyday size, from 8 to 40 credentials, most of whom hold somewhat more than they
 * need and some of whom are only on their way.
 */
final class EverydayLearners {

    private static final int[] CREDITS = {1, 2, 3, 4, 5, 5, 6, 8, 10};

    private EverydayLearners() {}

    static Learner of(long seed) {
        var random = new Random(seed);
        int credentials = 8 + random.nextInt(33);
        int requirements = 3 + credentials / 5;
        var needs = new int[requirements];
        int sum = 0;
        var held = new ArrayList<Held>();
        for (int number = 0; number < credentials; number++) {
            int home = random.nextInt(requirements);
            int credits = CREDITS[random.nextInt(CREDITS.length)];
            needs[home] += credits;
            sum += credits;
            // Every fourth learner is on the way and lacks every sixth credential so far.
            if (seed % 4 != 0 || number % 6 != 5) {
                held.add(held(number, credits, home, random.nextInt(requirements), random));
            }
        }
        var takes = new ArrayList<Requirement>();
        for (int number = 0; number < requirements; number++) {
            takes.add(take(number, Math.max(1, needs[number] * 85 / 100)));
        }
        var six = Filter.of(new Level(Optional.empty(), Optional.of(new EqfLevel(6))));
        var home = Filter.of(new OneOf(Fact.ISSUER, List.of("uni-a")));
        var limits =
                List.of(
                        Limit.atMost("level", Ects.of(sum / 3), six),
                        Limit.atLeast("home", Ects.of(sum / 3), home));
        return Learner.of(seed, Rulebook.of("everyday", takes, limits), held);
    }

    private static Held held(int number, int credits, int home, int other, Random random) {
        var facts =
                HeldCredential.of("c%03d".formatted(number), Ects.of(credits))
                        .themes(List.of("t" + home, "t" + other))
                        .level(random.nextInt(100) < 75 ? 7 : 6)
                        .issuer(random.nextInt(2) == 0 ? "uni-a" : "uni-b")
                        .course("K" + number);
        return new Held(Ects.of(credits), "K" + number, facts.credential());
    }

    private static Take take(int number, int need) {
        return new Take(
                "r%02d".formatted(number),
                Note.NONE,
                Filter.of(new OneOf(Fact.THEME, List.of("t" + number))),
                Optional.of(Ects.of(need)),
                Optional.empty(),
                false);
    }
}
