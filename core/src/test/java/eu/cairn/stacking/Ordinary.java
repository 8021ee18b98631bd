package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Learners of everyday size, who hold somewhat more than they need. */
final class Ordinary {

    private static final int[] SIZES = {1, 2, 3, 4, 5, 5, 6, 8, 10};

    private Ordinary() {}

    static Instances.Instance of(Random random, int credentials, int requirements) {
        var needs = new int[requirements];
        var held = new ArrayList<HeldCredential>();
        for (int number = 0; number < credentials; number++) {
            int home = random.nextInt(requirements);
            int credits = SIZES[random.nextInt(SIZES.length)];
            needs[home] += credits;
            held.add(
                    HeldCredential.of("c" + number, Ects.of(credits))
                            .themes(List.of("t" + home, "t" + random.nextInt(requirements)))
                            .level(random.nextInt(100) < 75 ? 7 : 6)
                            .issuer(random.nextInt(2) == 0 ? "uni-a" : "uni-b")
                            .credential());
        }
        var takes = new ArrayList<Requirement>();
        for (int number = 0; number < requirements; number++) {
            var theme = new OneOf(Fact.THEME, List.of("t" + number, "t" + (number + 1) % 12));
            takes.add(
                    new Take(
                            "r" + number,
                            Note.NONE,
                            Filter.of(theme),
                            Optional.of(Ects.of(Math.max(1, needs[number] * 85 / 100))),
                            Optional.empty(),
                            false));
        }
        int sum = held.stream().mapToInt(each -> each.credits().hundredths()).sum() / 100;
        var six = Filter.of(new Level(Optional.empty(), Optional.of(new EqfLevel(6))));
        var home = Filter.of(new OneOf(Fact.ISSUER, List.of("uni-a")));
        return new Instances.Instance(
                Rulebook.of(
                        "ordinary",
                        takes,
                        List.of(
                                Limit.atMost("level", Ects.of(sum / 3), six),
                                Limit.atLeast("home", Ects.of(sum / 3), home))),
                Portfolio.of(Instances.DAY, held));
    }
}
