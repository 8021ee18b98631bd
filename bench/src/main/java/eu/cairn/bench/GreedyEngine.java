package eu.cairn.bench;

import eu.cairn.bench.Learner.Held;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * First come, first served, as most audits of degrees work: each credential goes to the first
 * requirement in the order of the rules that accepts it and is not full, unless it breaks a cap. A
 * yes is right, a no proves nothing.
 */
final class GreedyEngine implements Engine {

    static final String NAME = "greedy";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Question ask(Learner learner) {
        return () -> new Pass(learner).satisfies() ? new Answer.Satisfied() : new Answer.Unproven();
    }

    /** One pass over the credentials of a learner. */
    private static final class Pass {

        private static final Ects MOST = new Ects(Integer.MAX_VALUE);

        private final Learner learner;
        private final List<Take> takes;
        private final Map<String, List<Held>> counted = new HashMap<>();
        private final Set<String> courses = new HashSet<>();

        Pass(Learner learner) {
            this.learner = learner;
            this.takes =
                    learner.rulebook()
                            .everyRequirement()
                            .filter(Take.class::isInstance)
                            .map(Take.class::cast)
                            .toList();
        }

        boolean satisfies() {
            for (var held : learner.held()) {
                if (courses.contains(held.course()) || breaksCap(held)) {
                    continue;
                }
                for (var take : takes) {
                    if (!full(take) && take.from().matches(held.facts(), Learner.DAY)) {
                        counted.computeIfAbsent(take.id(), id -> new ArrayList<>()).add(held);
                        courses.add(held.course());
                        break;
                    }
                }
            }
            return learner.rulebook().requirements().stream().allMatch(this::met)
                    && learner.rulebook().everyLimit().allMatch(this::reachesFloor);
        }

        private boolean breaksCap(Held held) {
            return learner.rulebook()
                    .everyLimit()
                    .filter(limit -> limit.where().matches(held.facts(), Learner.DAY))
                    .anyMatch(
                            limit ->
                                    used(limit.where()) + held.credits().hundredths()
                                            > figure(limit.atMost().orElse(MOST)));
        }

        private static int figure(Ects credits) {
            return credits.hundredths();
        }

        private boolean reachesFloor(Limit limit) {
            return used(limit.where()) >= figure(limit.atLeast().orElse(Ects.ZERO));
        }

        private int used(Filter where) {
            return counted.values().stream()
                    .flatMap(List::stream)
                    .filter(held -> where.matches(held.facts(), Learner.DAY))
                    .mapToInt(held -> held.credits().hundredths())
                    .sum();
        }

        private boolean full(Take take) {
            int sum =
                    counted.getOrDefault(take.id(), List.of()).stream()
                            .mapToInt(held -> held.credits().hundredths())
                            .sum();
            return sum >= figure(take.credits().orElse(Ects.ZERO));
        }

        /** What is met; of a choice the first that are, and the others then hold nothing. */
        private boolean met(Requirement requirement) {
            return switch (requirement) {
                case Take take -> full(take);
                case All all -> all.of().stream().allMatch(this::met);
                case Choose choose -> {
                    int number = 0;
                    for (var each : choose.of()) {
                        if (number < choose.count().number() && met(each)) {
                            number++;
                        } else {
                            each.stream().map(Requirement::id).forEach(counted::remove);
                        }
                    }
                    yield number == choose.count().number();
                }
            };
        }
    }
}
