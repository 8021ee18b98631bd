package eu.cairn.bench;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import eu.cairn.bench.LinearModel.Term;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Google OR-Tools CP-SAT with one worker.
 *
 * @param missing whether the missing figure is asked as well, as it is of our audit
 */
record CpSatEngine(boolean missing) implements Engine {

    /** Why the native library of OR-Tools does not load on this machine; empty if it does. */
    static Optional<String> unavailable() {
        try {
            Loader.loadNativeLibraries();
            return Optional.empty();
        } catch (LinkageError | RuntimeException failure) {
            return Optional.of(String.valueOf(failure));
        }
    }

    @Override
    public String name() {
        return missing ? "CP-SAT, missing" : "CP-SAT";
    }

    @Override
    public Question ask(Learner learner) {
        var model = missing ? StackModel.missing(learner) : StackModel.satisfying(learner);
        return () -> answer(model);
    }

    private Answer answer(LinearModel model) {
        var program = new CpModel();
        var variables =
                model.largest().stream()
                        .map(most -> program.newIntVar(0, most, ""))
                        .toArray(IntVar[]::new);
        for (var sum : model.sums()) {
            program.addLinearConstraint(
                    expression(sum.terms(), variables), sum.least(), sum.most());
        }
        if (missing) {
            program.minimize(expression(model.cost(), variables));
        }
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setMaxTimeInSeconds(LIMIT_SECONDS);
        return switch (solver.solve(program)) {
            case OPTIMAL -> optimal(missing ? Math.round(solver.objectiveValue()) : 0, model);
            case FEASIBLE -> missing ? new Answer.Unproven() : new Answer.Satisfied();
            case INFEASIBLE ->
                    missing
                            ? new Answer.Impossible()
                            : new Answer.NotSatisfied(OptionalLong.empty());
            case UNKNOWN -> new Answer.Unproven();
            case MODEL_INVALID, UNRECOGNIZED -> throw new IllegalStateException(program.validate());
        };
    }

    private static Answer optimal(long units, LinearModel model) {
        return units == 0
                ? new Answer.Satisfied()
                : new Answer.NotSatisfied(OptionalLong.of(units * model.unit()));
    }

    private static LinearExpr expression(List<Term> terms, IntVar[] variables) {
        LinearExprBuilder builder = LinearExpr.newBuilder();
        terms.forEach(term -> builder.addTerm(variables[term.variable()], term.factor()));
        return builder.build();
    }
}
