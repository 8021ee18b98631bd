package eu.cairn.bench;

import eu.cairn.bench.LearnerInstances.Draft;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Count;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Rules that ask for exactly what planted credentials bring: caps leave no more than three credits,
 * floors leave none, and of a choice of three in four the fourth alternative nearly fits.
 */
final class PlantedRules {

    private static final int ALTERNATIVES = 4;
    private static final Condition AT_LEAST_SEVEN =
            new Level(Optional.of(new EqfLevel(7)), Optional.empty());
    private static final Condition AT_MOST_SIX =
            new Level(Optional.empty(), Optional.of(new EqfLevel(6)));
    private static final Condition OF_PRIVATE = new OneOf(Fact.KIND, List.of("private"));

    private final Shape shape;
    private final Random random;
    private final List<Integer> homes = new ArrayList<>();

    /** The alternative that nothing is planted for, and the one that it nearly replaces. */
    private final int nearMiss;

    private final int replaced;

    /** The requirements that take only level 7, and only private issuers; -1 for none. */
    private final int advanced;

    private final int outside;

    PlantedRules(Shape shape, Random random) {
        this.shape = shape;
        this.random = random;
        int first = shape.requirements() - ALTERNATIVES;
        int near = random.nextInt(ALTERNATIVES);
        int next = (near + 1 + random.nextInt(ALTERNATIVES - 1)) % ALTERNATIVES;
        this.nearMiss = shape.limits() ? first + near : -1;
        this.replaced = shape.limits() ? first + next : -1;
        for (int number = 0; number < shape.requirements(); number++) {
            if (number != nearMiss) {
                homes.add(number);
            }
        }
        this.advanced = sometimes();
        this.outside = sometimes();
    }

    private int sometimes() {
        boolean limited = shape.limits() && random.nextInt(3) == 0;
        return limited ? homes.get(random.nextInt(homes.size())) : -1;
    }

    /**
     * A requirement to plant the next credential for; every one gets its first before any other.
     */
    int home(int number) {
        return homes.get(number < homes.size() ? number : random.nextInt(homes.size()));
    }

    boolean nearlyServed(int home) {
        return home == replaced;
    }

    int nearMiss() {
        return nearMiss;
    }

    boolean asksLevel(int home) {
        return home == advanced;
    }

    boolean asksPrivate(int home) {
        return home == outside;
    }

    /** The rulebook that asks for what is planted among {@code drafts}. */
    Rulebook asking(List<Draft> drafts) {
        var planted = drafts.stream().filter(Draft::planted).toList();
        var takes = new ArrayList<Requirement>();
        for (int number = 0; number < shape.requirements(); number++) {
            takes.add(take(number, need(number, planted)));
        }
        if (!shape.limits()) {
            return Rulebook.of(shape.toString(), takes, List.of());
        }
        int first = shape.requirements() - ALTERNATIVES;
        var count = random.nextBoolean() ? Count.exactly(3) : Count.atLeast(3);
        var requirements = new ArrayList<>(takes.subList(0, first));
        requirements.add(
                new Choose("choice", Note.NONE, count, takes.subList(first, shape.requirements())));
        return Rulebook.of(shape.toString(), requirements, limits(planted));
    }

    private int need(int number, List<Draft> planted) {
        if (number == nearMiss) {
            int nearly =
                    sum(
                            planted,
                            draft -> draft.home() == replaced && draft.themes().contains(number));
            return lowered(nearly) + 1 + random.nextInt(2);
        }
        return lowered(sum(planted, draft -> draft.home() == number));
    }

    private int lowered(int credits) {
        return Math.max(1, credits * (100 - shape.slack()) / 100);
    }

    private static int sum(List<Draft> drafts, Predicate<Draft> which) {
        return drafts.stream().filter(which).mapToInt(Draft::credits).sum();
    }

    private Take take(int number, int need) {
        var conditions = new ArrayList<Condition>();
        conditions.add(new OneOf(Fact.THEME, List.of("t" + number)));
        if (asksLevel(number)) {
            conditions.add(AT_LEAST_SEVEN);
        }
        if (asksPrivate(number)) {
            conditions.add(OF_PRIVATE);
        }
        return new Take(
                "r%02d".formatted(number),
                Note.NONE,
                new Filter(conditions),
                Optional.of(Ects.of(need)),
                Optional.empty(),
                false);
    }

    private List<Limit> limits(List<Draft> planted) {
        var limits = new ArrayList<Limit>();
        limits.add(cap("level", AT_MOST_SIX, sum(planted, draft -> draft.level() < 7)));
        limits.add(cap("private", OF_PRIVATE, sum(planted, Draft::isPrivate)));
        limits.add(cap("transfer", issuer("uni-b"), sum(planted, from("uni-b"))));
        limits.add(floor("advanced", AT_LEAST_SEVEN, sum(planted, draft -> draft.level() >= 7)));
        if (random.nextBoolean()) {
            limits.add(floor("home", issuer("uni-a"), sum(planted, from("uni-a"))));
        }
        return limits;
    }

    private static Predicate<Draft> from(String issuer) {
        return draft -> draft.issuer().equals(issuer);
    }

    private static Condition issuer(String issuer) {
        return new OneOf(Fact.ISSUER, List.of(issuer));
    }

    private Limit cap(String id, Condition where, int used) {
        return Limit.atMost(id, Ects.of(used + random.nextInt(4)), Filter.of(where));
    }

    private Limit floor(String id, Condition where, int has) {
        return Limit.atLeast(id, Ects.of(lowered(has)), Filter.of(where));
    }
}
