package eu.cairn.bench;

import eu.cairn.bench.LinearModel.Term;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A learner's case as an integer linear model, for rulebooks of whole credits: which credential
 * counts in which requirement, which alternatives are chosen, and, where the missing figure is
 * asked, how many further credits of which kind count where.
 */
final class StackModel {

    private final Learner learner;
    private final LinearModel model;
    private final List<List<Term>> ofCredential = new ArrayList<>();
    private final List<List<Term>> ofLimit = new ArrayList<>();
    private final List<Limit> limits;
    private final Optional<FurtherCredits> further;
    private final long unit;

    private StackModel(Learner learner, boolean missing) {
        this.learner = learner;
        this.limits = learner.rulebook().everyLimit().toList();
        this.further = missing ? Optional.of(new FurtherCredits(limits)) : Optional.empty();
        this.unit = unit();
        this.model = new LinearModel(unit);
        learner.held().forEach(each -> ofCredential.add(new ArrayList<>()));
        limits.forEach(each -> ofLimit.add(new ArrayList<>()));
    }

    /** Whether the rulebook is satisfied: the model has a solution. */
    static LinearModel satisfying(Learner learner) {
        return new StackModel(learner, false).built();
    }

    /** What is missing: the least cost of the model. */
    static LinearModel missing(Learner learner) {
        return new StackModel(learner, true).built();
    }

    private LinearModel built() {
        for (var requirement : learner.rulebook().requirements()) {
            int asked = model.choice();
            model.atLeast(List.of(new Term(asked, 1)), 1);
            ask(requirement, asked);
        }
        ofCredential.forEach(places -> model.atMost(places, 1));
        oncePerCourse();
        for (int number = 0; number < limits.size(); number++) {
            var limit = limits.get(number);
            long least = limit.atLeast().map(this::units).orElse(0L);
            long most = limit.atMost().map(this::units).orElse(LinearModel.UNBOUNDED);
            model.within(ofLimit.get(number), least, most);
        }
        return model;
    }

    private void ask(Requirement requirement, int asked) {
        switch (requirement) {
            case Take take -> take(take, asked);
            case All all -> all.of().forEach(each -> ask(each, asked));
            case Choose choose -> {
                var least = new ArrayList<Term>();
                for (var each : choose.of()) {
                    int chosen = model.choice();
                    least.add(new Term(chosen, 1));
                    ask(each, chosen);
                }
                int number = choose.count().number();
                int largest = choose.count().exactly() ? number : choose.of().size();
                var most = new ArrayList<>(least);
                least.add(new Term(asked, -number));
                most.add(new Term(asked, -largest));
                model.atLeast(least, 0);
                model.atMost(most, 0);
            }
        }
    }

    private void take(Take take, int asked) {
        var sum = new ArrayList<Term>();
        for (int number = 0; number < learner.held().size(); number++) {
            var held = learner.held().get(number);
            if (!take.from().matches(held.facts(), Learner.DAY)) {
                continue;
            }
            int counts = model.choice();
            model.atMost(List.of(new Term(counts, 1), new Term(asked, -1)), 0);
            ofCredential.get(number).add(new Term(counts, 1));
            var credits = new Term(counts, units(held.credits()));
            sum.add(credits);
            for (int limit = 0; limit < limits.size(); limit++) {
                if (limits.get(limit).where().matches(held.facts(), Learner.DAY)) {
                    ofLimit.get(limit).add(credits);
                }
            }
        }
        further.ifPresent(kinds -> further(take, asked, kinds, sum));
        long need = take.credits().map(this::units).orElse(0L);
        sum.add(new Term(asked, -need));
        model.atLeast(sum, 0);
    }

    private void further(Take take, int asked, FurtherCredits kinds, List<Term> sum) {
        for (var touched : kinds.of(take)) {
            var floors = touched.stream().flatMap(limit -> limits.get(limit).atLeast().stream());
            long enough =
                    Stream.concat(take.credits().stream(), floors).mapToLong(this::units).sum();
            int credits = model.variable(enough);
            model.costs(credits);
            model.atMost(List.of(new Term(credits, 1), new Term(asked, -enough)), 0);
            sum.add(new Term(credits, 1));
            touched.forEach(limit -> ofLimit.get(limit).add(new Term(credits, 1)));
        }
    }

    private void oncePerCourse() {
        Map<String, List<Term>> byCourse = new HashMap<>();
        for (int number = 0; number < learner.held().size(); number++) {
            byCourse.computeIfAbsent(
                            learner.held().get(number).course(), course -> new ArrayList<>())
                    .addAll(ofCredential.get(number));
        }
        byCourse.values().forEach(places -> model.atMost(places, 1));
    }

    private long units(Ects credits) {
        return credits.hundredths() / unit;
    }

    private Stream<Ects> asked() {
        var needs =
                learner.rulebook()
                        .everyRequirement()
                        .filter(Take.class::isInstance)
                        .flatMap(each -> ((Take) each).credits().stream());
        return Stream.concat(needs, limits.stream().flatMap(each -> each.atLeast().stream()));
    }

    /** The largest volume of which every figure of this case is a multiple, in hundredths. */
    private long unit() {
        var figures =
                Stream.of(
                                learner.held().stream().map(Learner.Held::credits),
                                asked(),
                                limits.stream().flatMap(each -> each.atMost().stream()))
                        .flatMap(each -> each);
        return figures.map(each -> BigInteger.valueOf(each.hundredths()))
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .longValueExact();
    }
}
