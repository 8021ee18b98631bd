package eu.cairn.bench;

import eu.cairn.bench.LinearModel.Sum;
import java.util.OptionalLong;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.variables.IntVar;

/** The Choco constraint solver with its default search; yes or no only. */
final class ChocoEngine implements Engine {

    @Override
    public String name() {
        return "Choco";
    }

    @Override
    public Question ask(Learner learner) {
        var model = StackModel.satisfying(learner);
        return () -> answer(model);
    }

    private static Answer answer(LinearModel model) {
        var program = new Model();
        var variables =
                model.largest().stream()
                        .map(most -> program.intVar(0, Math.toIntExact(most)))
                        .toArray(IntVar[]::new);
        model.sums().forEach(sum -> post(program, variables, sum));
        var solver = program.getSolver();
        solver.limitTime(LIMIT_SECONDS + "s");
        if (solver.solve()) {
            return new Answer.Satisfied();
        }
        return solver.isStopCriterionMet()
                ? new Answer.Unproven()
                : new Answer.NotSatisfied(OptionalLong.empty());
    }

    private static void post(Model program, IntVar[] variables, Sum sum) {
        if (sum.terms().isEmpty()) {
            if (sum.least() > 0 || sum.most() < 0) {
                program.falseConstraint().post();
            }
            return;
        }
        var scope =
                sum.terms().stream().map(term -> variables[term.variable()]).toArray(IntVar[]::new);
        var factors =
                sum.terms().stream().mapToInt(term -> Math.toIntExact(term.factor())).toArray();
        if (sum.least() > -LinearModel.UNBOUNDED) {
            program.scalar(scope, factors, ">=", Math.toIntExact(sum.least())).post();
        }
        if (sum.most() < LinearModel.UNBOUNDED) {
            program.scalar(scope, factors, "<=", Math.toIntExact(sum.most())).post();
        }
    }
}
