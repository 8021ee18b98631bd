package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * For one placement: the least volume of further credentials with which every rule is satisfied,
 * and how much of each credential that may count in part then counts. An integer program: what
 * further credentials bring is its cost, then how many they are, then what is cut off.
 */
final class Amounts {

    /** A further credential: of which kind, in which requirement, how much. */
    record Further(int take, FurtherKind kind, int credits) {}

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
    private static final long COURSE = 1L << 24;
    private static final long CUT = 1;

    /** A variable: a cut from an item, the credits of a further kind, or how many of it. */
    private record Variable(boolean count, int item, int take, Optional<FurtherKind> kind) {}

    private final Problem problem;
    private final Placement placement;
    private final Budget budget;
    private final List<Variable> variables = new ArrayList<>();

    private Amounts(Problem problem, Placement placement, Budget budget) {
        this.problem = problem;
        this.placement = placement;
        this.budget = budget;
    }

    /** None where no further credentials could satisfy the rules with this placement. */
    static Optional<Outcome> of(Placement placement, Budget budget) throws BudgetSpent {
        return new Amounts(placement.problem, placement, budget).outcome();
    }

    private Optional<Outcome> outcome() throws BudgetSpent {
        gatherVariables();
        var program = new IntegerProgram(costs(), budget);
        askRequirements(program);
        askLimits(program);
        askExclusions(program);
        linkCounts(program);
        return program.solve().map(this::read);
    }

    private void gatherVariables() {
        for (int item = 0; item < placement.take.length; item++) {
            int take = placement.take[item];
            if (take != Placement.UNUSED && problem.divisible(item, take)) {
                variables.add(new Variable(false, item, take, Optional.empty()));
            }
        }
        for (int take = 0; take < problem.takes.size(); take++) {
            if (!placement.asks(take)) {
                continue;
            }
            for (var kind : problem.kinds.get(take)) {
                variables.add(new Variable(false, -1, take, Optional.of(kind)));
                if (countMatters(take, kind)) {
                    variables.add(new Variable(true, -1, take, Optional.of(kind)));
                }
            }
        }
    }

    private boolean countMatters(int take, FurtherKind kind) {
        return problem.takes.get(take).courses().isPresent()
                || kind.course().isPresent()
                || (kind.limits() & problem.courseLimits) != 0;
    }

    private long[] costs() {
        return coefficients(
                variable -> variable.kind.isEmpty() ? CUT : variable.count ? COURSE : CREDIT);
    }

    private interface Coefficient {
        long of(Variable variable);
    }

    private long[] coefficients(Coefficient coefficient) {
        return variables.stream().mapToLong(coefficient::of).toArray();
    }

    /** What a variable adds to the credits counted. */
    private static long credit(Variable variable) {
        return variable.kind.isEmpty() ? -1 : variable.count ? 0 : 1;
    }

    private static long course(Variable variable) {
        return variable.count ? 1 : 0;
    }

    private void askRequirements(IntegerProgram program) {
        for (int number = 0; number < problem.takes.size(); number++) {
            if (!placement.asks(number)) {
                continue;
            }
            int take = number;
            var credits = coefficients(v -> v.take == take ? credit(v) : 0);
            program.atLeast(credits, problem.credits(take) - placement.credits[take]);
            if (problem.takes.get(take).courses().isPresent()) {
                var courses = coefficients(v -> v.take == take ? course(v) : 0);
                int held = placement.courses[take];
                program.atLeast(courses, problem.coursesAtLeast(take) - held);
                program.atMost(courses, (long) problem.coursesAtMost(take) - held);
            }
        }
    }

    private boolean touches(Variable variable, int limit) {
        long limits =
                variable.kind
                        .map(FurtherKind::limits)
                        .orElseGet(() -> problem.items.get(variable.item).limits());
        return (limits >> limit & 1) != 0;
    }

    private void askLimits(IntegerProgram program) {
        for (int i = 0; i < problem.limits.size(); i++) {
            int number = i;
            var limit = problem.limits.get(number);
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

    private void askExclusions(IntegerProgram program) {
        for (int number = 0; number < problem.exclusions.size(); number++) {
            var courses = problem.exclusions.get(number);
            var counts =
                    coefficients(
                            v ->
                                    v.count
                                                    && v.kind.flatMap(FurtherKind::course)
                                                            .filter(courses::contains)
                                                            .isPresent()
                                            ? 1
                                            : 0);
            program.atMost(counts, 1L - placement.excluded(number));
        }
    }

    /** Credits only of a further credential that is counted, and of an item at least something. */
    private void linkCounts(IntegerProgram program) {
        for (int index = 0; index < variables.size(); index++) {
            var variable = variables.get(index);
            var link = new long[variables.size()];
            if (variable.kind.isEmpty()) {
                link[index] = 1;
                program.atMost(link, Math.max(0, problem.items.get(variable.item).credits() - 1));
            } else if (variable.count) {
                link[index - 1] = 1;
                link[index] = -problem.largestFurther;
                program.atMost(link, 0);
            }
        }
    }

    private Outcome read(long[] values) {
        var counted = new int[placement.take.length];
        for (int item = 0; item < counted.length; item++) {
            counted[item] =
                    placement.take[item] == Placement.UNUSED
                            ? 0
                            : problem.items.get(item).credits();
        }
        var further = new ArrayList<Further>();
        long missing = 0;
        for (int index = 0; index < values.length; index++) {
            var variable = variables.get(index);
            if (variable.kind.isEmpty()) {
                counted[variable.item] -= (int) values[index];
            } else if (variable.count) {
                for (long one = 0; one < values[index]; one++) {
                    int credits = one == 0 ? (int) values[index - 1] : 0;
                    further.add(new Further(variable.take, variable.kind.get(), credits));
                }
            } else {
                missing += values[index];
                boolean counts = countMatters(variable.take, variable.kind.get());
                if (!counts && values[index] > 0) {
                    int credits = (int) values[index];
                    further.add(new Further(variable.take, variable.kind.get(), credits));
                }
            }
        }
        return new Outcome(
                missing, unmet(counted), Arrays.stream(counted).boxed().toList(), further);
    }

    private int unmet(int[] counted) {
        var credits = new int[problem.takes.size()];
        for (int item = 0; item < counted.length; item++) {
            if (placement.take[item] != Placement.UNUSED) {
                credits[placement.take[item]] += counted[item];
            }
        }
        int unmet = 0;
        for (int take = 0; take < credits.length; take++) {
            if (placement.asks(take)
                    && (credits[take] < problem.credits(take)
                            || placement.courses[take] < problem.coursesAtLeast(take))) {
                unmet++;
            }
        }
        return unmet;
    }

    static Ects ects(long hundredths) {
        return new Ects(Math.toIntExact(hundredths));
    }
}
