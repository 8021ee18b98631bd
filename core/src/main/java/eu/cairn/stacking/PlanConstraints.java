package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a plan has to keep to.
 *
 * @param mostInParallel the most credits of courses that run at the same time; a course that starts
 *     on the day on which another ends does not run beside it
 * @param mostInAll the most that the plan may cost; it is then made of courses whose price is known
 *     in that currency
 * @param languages the languages that courses may be taught in; any where empty
 */
public record PlanConstraints(
        Optional<Ects> mostInParallel, Optional<Price> mostInAll, Set<String> languages) {

    public static final PlanConstraints NONE =
            new PlanConstraints(Optional.empty(), Optional.empty(), Set.of());

    public PlanConstraints {
        languages = Collections.unmodifiableSet(new TreeSet<>(languages));
    }
}
