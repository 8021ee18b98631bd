package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Courses with which a learner satisfies a rulebook, none of which could be left out.
 *
 * @param courses in the order of their first days
 * @param finish the day on which the last of them ends, or as on which they are judged where the
 *     days of one are not known
 * @param hours the workload; empty where one of them does not state its own
 * @param prices the cost, by currency; empty where a price is not known
 * @param audit what the learner comes to on the last day, with all of them: it is satisfied, and
 *     the checker has confirmed it
 * @param best whether it is proved that no plan is better, of those that differ from the plans
 *     before it
 * @param bound what no plan can be better than, where it is not proved that this is the best
 */
public record Plan(
        List<Course> courses,
        LocalDate finish,
        Ects credits,
        Optional<BigDecimal> hours,
        List<Price> prices,
        Audit audit,
        boolean best,
        Optional<Bound> bound) {

    public Plan {
        courses = List.copyOf(courses);
        prices = List.copyOf(prices);
    }

    /** Whether the days of every course are known, and so the finish. */
    public boolean dated() {
        return courses.stream().allMatch(course -> course.offer().dated());
    }

    /**
     * One course of a plan, and what it is for.
     *
     * @param credential what the credential that it would give is called in the audit
     * @param countsIn the requirements that it counts in
     * @param opens the courses of the plan, or that are held, that count or can be taken only with
     *     it
     */
    public record Course(
            Offer offer, String credential, List<String> countsIn, List<String> opens) {
        public Course {
            countsIn = List.copyOf(countsIn);
            opens = List.copyOf(opens);
        }
    }

    /** No plan has less than this: credits, a finish or a price, by the goal. */
    public sealed interface Bound {
        record Credits(Ects least) implements Bound {}

        record Finish(LocalDate soonest) implements Bound {}

        record Cost(Price lowest) implements Bound {}
    }
}
