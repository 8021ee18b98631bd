package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.PlanProblem.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why offers are not used. For those that could count it is tried what would become of the best
 * plan if one of its courses were exchanged for them.
 */
final class WhyNot {

    private final PlanProblem problem;

    WhyNot(PlanProblem problem) {
        this.problem = problem;
    }

    /** The reason for every offer that is in none of the plans, the best of which is given. */
    List<NotPlanned> unused(List<Offer> best, List<Offer> used) {
        var reasons = new ArrayList<>(problem.pool().left());
        for (var offer : problem.pool().offers()) {
            if (!used.contains(offer)) {
                reasons.add(reason(offer, best));
            }
        }
        return sorted(reasons);
    }

    /** Where there is no plan: all that could be taken is not enough. */
    List<NotPlanned> notEnough() {
        var reasons = new ArrayList<>(problem.pool().left());
        problem.pool()
                .offers()
                .forEach(offer -> reasons.add(NotPlanned.of(offer, "plan.not-enough")));
        return sorted(reasons);
    }

    private static List<NotPlanned> sorted(List<NotPlanned> reasons) {
        return reasons.stream().sorted(Comparator.comparing(NotPlanned::offer)).toList();
    }

    private NotPlanned reason(Offer offer, List<Offer> best) {
        for (var planned : best) {
            if (planned.course().equals(offer.course())) {
                return NotPlanned.of(offer, "plan.other-run", planned.id());
            }
        }
        boolean overloads = false;
        boolean undecided = false;
        Optional<List<Offer>> exchanged = Optional.empty();
        for (var planned : best) {
            var with = new ArrayList<>(best);
            with.set(with.indexOf(planned), offer);
            var enough =
                    problem.prerequisitesMet(with)
                            ? problem.satisfied(with, problem.finish(with))
                            : Optional.of(false);
            undecided |= enough.isEmpty();
            if (!enough.equals(Optional.of(true))) {
                continue;
            }
            if (!problem.keepsToConstraints(with)) {
                overloads = true;
            } else if (exchanged.isEmpty() || value(with).compareTo(value(exchanged.get())) < 0) {
                exchanged = Optional.of(List.copyOf(with));
            }
        }
        if (exchanged.isPresent()) {
            return worse(offer, best, exchanged.get());
        }
        return NotPlanned.of(
                offer,
                overloads
                        ? "plan.over-constraints"
                        : undecided ? "plan.not-decided" : "plan.not-needed");
    }

    private Value value(List<Offer> offers) {
        return problem.value(offers);
    }

    /** What is worse in the plan with {@code offer}, by the first figure in which it differs. */
    private NotPlanned worse(Offer offer, List<Offer> best, List<Offer> with) {
        var one = value(best);
        var other = value(with);
        boolean finish = problem.finish(with).isAfter(problem.finish(best));
        boolean credits = credits(with) > credits(best);
        boolean first = other.first() > one.first();
        return switch (problem.goal()) {
            case FEWEST_CREDITS ->
                    first
                            ? moreCredits(offer, with)
                            : finish
                                    ? later(offer, with)
                                    : dearer(offer, other.third() > one.third());
            case SOONEST_FINISH ->
                    first
                            ? later(offer, with)
                            : credits
                                    ? moreCredits(offer, with)
                                    : dearer(offer, other.third() > one.third());
            case LOWEST_COST ->
                    first
                            ? dearer(offer, true)
                            : credits
                                    ? moreCredits(offer, with)
                                    : finish ? later(offer, with) : dearer(offer, false);
        };
    }

    private static int credits(List<Offer> offers) {
        return offers.stream().mapToInt(offer -> offer.credits().hundredths()).sum();
    }

    private static NotPlanned moreCredits(Offer offer, List<Offer> with) {
        return NotPlanned.of(offer, "plan.more-credits", new Ects(credits(with)));
    }

    private NotPlanned later(Offer offer, List<Offer> with) {
        return with.stream().allMatch(Offer::dated)
                ? NotPlanned.of(offer, "plan.later", problem.finish(with))
                : NotPlanned.of(offer, "plan.finish-unknown");
    }

    private static NotPlanned dearer(Offer offer, boolean dearer) {
        return NotPlanned.of(offer, dearer ? "plan.dearer" : "plan.as-good");
    }
}
