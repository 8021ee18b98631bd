package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.time.LocalDate;
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
 * @param from the first day on which a course may start; any from today where absent
 */
public record PlanConstraints(
        Optional<Ects> mostInParallel,
        Optional<Price> mostInAll,
        Set<String> languages,
        Optional<LocalDate> from) {

    public static final PlanConstraints NONE =
            new PlanConstraints(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

    public PlanConstraints {
        languages = Collections.unmodifiableSet(new TreeSet<>(languages));
    }
}
