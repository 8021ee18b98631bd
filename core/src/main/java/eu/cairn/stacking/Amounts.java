package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For one placement: the least volume of further credentials with which every rule is satisfied,
 * and how much of each credential that may count in part then counts. An integer program: what
 * further credentials bring is its cost, then how many requirements are unmet without them, then
 * how many they are, then what is cut off.
 */
final class Amounts {

    /** A further credential: of which kind, in which place, how much. */
    record Further(int place, FurtherKind kind, int credits) {}

    /** What the placement comes to; {@code counted} by item, in hundredths. */
    record Outcome(long missing, int unmet, List<Integer> counted, List<Further> further) {
        boolean satisfied() {
            return further.isEmpty();
        }

        boolean noWorseThan(Outcome other) {
            return missing <= other.missing
                    && unmet <= other.unmet
                    && further.size() <= other.further.size();
        }
    }

    private static final long CREDIT = 1L << 40;
    private static final long UNMET = 1L << 34;
    private static final long COURSE = 1L << 24;
    private static final long CUT = 1;

    /** What a variable stands for. */
    private enum Stands {
        /** A cut from an item. */
        CUT,
        /** The credits of a further kind. */
        CREDITS,
        /** How many of a further kind. */
        COUNT,
        /** Whether cuts leave a requirement unmet. */
        UNMET
    }

    private record Variable(Stands stands, int item, int place, Optional<FurtherKind> kind) {
        boolean count() {
            return stands == Stands.COUNT;
        }
    }

    private final Problem problem;
    private final CompiledRulebook rules;
    private final Placement placement;
    private final Budget budget;
    private final List<Variable> variables = new ArrayList<>();

    private Amounts(Problem problem, Placement placement, Budget budget) {
        this.problem = problem;
        this.rules = problem.rules;
        this.placement = placement;
        this.budget = budget;
    }

    /** None where no further credentials could satisfy the rules with this placement. */
    static Optional<Outcome> of(Placement placement, Budget budget) throws BudgetSpent {
        var plain = new PlainAmounts(placement, budget).outcome();
        return plain.isPresent()
                ? plain
                : new Amounts(placement.problem, placement, budget).outcome(true);
    }

    /** Whether some further credentials satisfy the rules with this placement. */
    static boolean completable(Placement placement, Budget budget) throws BudgetSpent {
        return new PlainAmounts(placement, budget).outcome().isPresent()
                || new Amounts(placement.problem, placement, budget).outcome(false).isPresent();
    }

    /**
     * @param least whether the least is looked for, and not just anything
     */
    private Optional<Outcome> outcome(boolean least) throws BudgetSpent {
        gatherVariables();
        var costs = least ? costs() : new long[variables.size()];
        var program = new IntegerProgram(costs, budget);
        askRequirements(program);
        askLimits(program);
        askExclusions(program);
        askShares(program);
        linkCounts(program);
        return program.solve().map(this::read);
    }

    private void gatherVariables() throws BudgetSpent {
        long cut = 0;
        for (int item = 0; item < placement.place.length; item++) {
            int place = placement.place[item];
            if (placement.counts(item) && problem.divisible(item, place)) {
                variables.add(new Variable(Stands.CUT, item, place, Optional.empty()));
                cut |= rules.takesOf[place];
            }
        }
        for (; cut != 0; cut &= cut - 1) {
            int take = Long.numberOfTrailingZeros(cut);
            variables.add(new Variable(Stands.UNMET, -1, take, Optional.empty()));
        }
        for (int place = 0; place < rules.places; place++) {
            if (rules.bundleOf(place) >= 0 || !placement.open(place)) {
                continue;
            }
            for (var kind : problem.kinds(budget).get(place)) {
                variables.add(new Variable(Stands.CREDITS, -1, place, Optional.of(kind)));
                if (countMatters(place, kind)) {
                    variables.add(new Variable(Stands.COUNT, -1, place, Optional.of(kind)));
                }
            }
        }
    }

    private boolean countMatters(int place, FurtherKind kind) {
        boolean counted =
                place >= rules.firstPair
                        && rules.shareCourses[rules.shareOf[place]] < Integer.MAX_VALUE;
        for (long rest = rules.takesOf[place]; rest != 0; rest &= rest - 1) {
            counted |= rules.takes.get(Long.numberOfTrailingZeros(rest)).courses().isPresent();
        }
        return counted
                || kind.isNamed()
                || kind.size().isPresent()
                || (kind.limits() & rules.courseLimits) != 0;
    }

    private boolean isIn(Variable variable, int take) {
        return (rules.takesOf[variable.place] >> take & 1) != 0;
    }

    private long[] costs() {
        return coefficients(
                variable ->
                        switch (variable.stands) {
                            case CUT -> CUT;
                            case CREDITS -> CREDIT;
                            case COUNT -> COURSE;
                            case UNMET -> UNMET;
                        });
    }

    private interface Coefficient {
        long of(Variable variable);
    }

    private long[] coefficients(Coefficient coefficient) {
        return variables.stream().mapToLong(coefficient::of).toArray();
    }

    /** What a variable adds to the credits counted. */
    private static long credit(Variable variable) {
        return switch (variable.stands) {
            case CUT -> -1;
            case CREDITS -> 1;
            case COUNT, UNMET -> 0;
        };
    }

    private static long course(Variable variable) {
        return variable.count() ? 1 : 0;
    }

    private void askRequirements(IntegerProgram program) {
        for (int number = 0; number < rules.takes.size(); number++) {
            if (!placement.asks(number)) {
                continue;
            }
            int take = number;
            var credits = coefficients(v -> isIn(v, take) ? credit(v) : 0);
            program.atLeast(credits, rules.need[take] - placement.credits[take]);
            var held =
                    coefficients(
                            v ->
                                    v.stands == Stands.UNMET && v.place == take
                                            ? rules.need[take]
                                            : v.stands == Stands.CUT && isIn(v, take) ? -1 : 0);
            if (Arrays.stream(held).anyMatch(each -> each != 0)) {
                program.atLeast(held, rules.need[take] - placement.credits[take]);
            }
            if (rules.takes.get(take).courses().isPresent()) {
                var courses = coefficients(v -> isIn(v, take) ? course(v) : 0);
                int counted = placement.courses[take];
                program.atLeast(courses, rules.coursesAtLeast[take] - counted);
                program.atMost(courses, (long) rules.coursesAtMost[take] - counted);
            }
        }
    }

    private boolean touches(Variable variable, int limit) {
        if (variable.stands == Stands.UNMET) {
            return false;
        }
        long limits =
                variable.kind
                        .map(FurtherKind::limits)
                        .orElseGet(() -> problem.items.get(variable.item).limits());
        return (limits >> limit & 1) != 0;
    }

    private void askLimits(IntegerProgram program) {
        for (int i = 0; i < rules.limits.size(); i++) {
            int number = i;
            var limit = rules.limits.get(number);
            var credits = coefficients(v -> touches(v, number) ? credit(v) : 0);
            int used = placement.limitCredits[number];
            limit.atLeast().ifPresent(b -> program.atLeast(credits, b.hundredths() - used));
            limit.atMost().ifPresent(b -> program.atMost(credits, b.hundredths() - used));
            var courses = coefficients(v -> touches(v, number) ? course(v) : 0);
            int held = placement.limitCourses[number];
            limit.coursesAtLeast().ifPresent(b -> program.atLeast(courses, b - held));
            limit.coursesAtMost().ifPresent(b -> program.atMost(courses, b - held));
        }
    }

    /**
     * A course counts once, of courses that exclude each other one, and no award on which something
     * was spent that counts as well.
     */
    private void askExclusions(IntegerProgram program) {
        var sets = new ArrayList<List<String>>();
        variables.stream()
                .flatMap(variable -> variable.kind.stream())
                .flatMap(kind -> kind.course().stream())
                .distinct()
                .forEach(course -> sets.add(List.of(course)));
        sets.addAll(rules.notBoth);
        for (var courses : sets) {
            long held = 0;
            for (int item = 0; item < placement.place.length; item++) {
                var course = problem.items.get(item).facts().course();
                held += placement.used(item) && course.stream().anyMatch(courses::contains) ? 1 : 0;
            }
            program.atMost(coefficients(v -> names(v, courses) ? 1 : 0), 1L - held);
        }
        var spentOn = new HashSet<String>();
        for (int item = 0; item < placement.place.length; item++) {
            if (placement.used(item)) {
                spentOn.addAll(problem.items.get(item).facts().values(Fact.SPENT));
            }
        }
        if (!spentOn.isEmpty()) {
            program.atMost(coefficients(v -> v.count() && isAward(v, spentOn) ? 1 : 0), 0);
        }
    }

    private static boolean isAward(Variable variable, Set<String> awards) {
        return variable.kind
                .flatMap(kind -> kind.facts().award())
                .filter(awards::contains)
                .isPresent();
    }

    /** No more is counted twice than the shares admit. */
    private void askShares(IntegerProgram program) {
        for (int share = 0; share < rules.shares.size(); share++) {
            int number = share;
            if (rules.shareCredits[share] < Integer.MAX_VALUE) {
                program.atMost(
                        coefficients(v -> isShared(v, number) ? credit(v) : 0),
                        (long) rules.shareCredits[share] - placement.shareCredits[share]);
            }
            if (rules.shareCourses[share] < Integer.MAX_VALUE) {
                program.atMost(
                        coefficients(v -> isShared(v, number) ? course(v) : 0),
                        (long) rules.shareCourses[share] - placement.shareCourses[share]);
            }
        }
    }

    private static boolean names(Variable variable, List<String> courses) {
        return variable.count()
                && variable.kind.flatMap(FurtherKind::course).filter(courses::contains).isPresent();
    }

    private boolean isShared(Variable variable, int share) {
        return variable.place >= rules.firstPair && rules.shareOf[variable.place] == share;
    }

    /** Credits only of a further credential that is counted, and of an item at least something. */
    private void linkCounts(IntegerProgram program) {
        for (int index = 0; index < variables.size(); index++) {
            var variable = variables.get(index);
            var link = new long[variables.size()];
            if (variable.stands == Stands.CUT) {
                link[index] = 1;
                program.atMost(link, Math.max(0, problem.items.get(variable.item).credits() - 1));
            } else if (variable.count()) {
                var size = variable.kind.get().size();
                link[index - 1] = 1;
                long smallest =
                        size.flatMap(Condition.Size::atLeast).map(Ects::hundredths).orElse(0);
                link[index] =
                        -size.flatMap(Condition.Size::atMost)
                                .map(most -> (long) most.hundredths())
                                .orElseGet(() -> Math.max(smallest, largestFurther()));
                program.atMost(link, 0);
                if (smallest > 0 && !(rules.asHeld && isDivisible(variable))) {
                    var least = new long[variables.size()];
                    least[index - 1] = 1;
                    least[index] = -smallest;
                    program.atLeast(least, 0);
                }
            }
        }
    }

    /** Whether a further credential may be larger than what of it is counted. */
    private boolean isDivisible(Variable variable) {
        long limits = variable.kind.map(FurtherKind::limits).orElse(0L);
        return (rules.takesOf[variable.place] & rules.partialTakes) != 0
                || (limits & rules.partialLimits) != 0;
    }

    /** More than any single further credential needs to bring. */
    private long largestFurther() {
        return Arrays.stream(rules.need).asLongStream().sum()
                + Arrays.stream(rules.floor).asLongStream().sum();
    }

    private Outcome read(long[] values) {
        var counted = new ArrayList<>(placement.wholeCredits());
        var further = new ArrayList<Further>();
        long missing = 0;
        for (int index = 0; index < values.length; index++) {
            var variable = variables.get(index);
            if (variable.stands == Stands.UNMET) {
                continue;
            }
            if (variable.stands == Stands.CUT) {
                counted.set(variable.item, counted.get(variable.item) - (int) values[index]);
            } else if (variable.count()) {
                further.addAll(several(variable, values[index - 1], values[index]));
            } else {
                missing += values[index];
                boolean counts = countMatters(variable.place, variable.kind.get());
                if (!counts && values[index] > 0) {
                    int credits = (int) values[index];
                    further.add(new Further(variable.place, variable.kind.get(), credits));
                }
            }
        }
        return new Outcome(missing, unmet(counted), List.copyOf(counted), further);
    }

    /** So many further credentials of one kind: each as small as may be, the rest in the first. */
    private static List<Further> several(Variable variable, long credits, long count) {
        var kind = variable.kind.orElseThrow();
        int least = kind.size().flatMap(Condition.Size::atLeast).map(Ects::hundredths).orElse(0);
        int most =
                kind.size()
                        .flatMap(Condition.Size::atMost)
                        .map(Ects::hundredths)
                        .orElse(Integer.MAX_VALUE);
        var all = new ArrayList<Further>();
        long left = credits;
        for (long one = 0; one < count; one++) {
            long others = (count - one - 1) * least;
            long part = Math.min(most, left - others);
            all.add(new Further(variable.place, kind, (int) part));
            left -= part;
        }
        return all;
    }

    private int unmet(List<Integer> counted) {
        int unmet = 0;
        for (long rest = placement.asked; rest != 0; rest &= rest - 1) {
            int take = Long.numberOfTrailingZeros(rest);
            int credits = 0;
            for (int item = 0; item < placement.place.length; item++) {
                boolean here =
                        placement.used(item)
                                && (rules.takesOf[placement.place[item]] >> take & 1) != 0;
                credits += here ? counted.get(item) : 0;
            }
            if (credits < rules.need[take]
                    || placement.courses[take] < rules.coursesAtLeast[take]) {
                unmet++;
            }
        }
        return unmet;
    }
}
