package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plans which courses to take so as to satisfy a rulebook: the best by a goal, and other ways that
 * differ from it. A plan is judged on the day on which its last course ends, with what is held
 * today; every course of it counts then, or opens one that does, and none could be left out.
 *
 * <p>The best plan is found, or the answer says that this is not proved. The order of the offers
 * never matters.
 */
public final class Planner {

    /** The most ways that are looked for. */
    public static final int MOST_WAYS = 3;

    /** What the questions whether courses are enough may cost, for each step of planning. */
    private static final int AUDITING = 40;

    /** On so many days at most it is looked at what would be missing. */
    private static final int MOST_NEAREST = 6;

    /** The work that finding one plan may cost, besides what is asked of audits. */
    public static final long WORK = 2_000_000;

    private final Rulebook rulebook;
    private final Audits audits;

    private Planner(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.audits = Audits.under(rulebook);
    }

    /** Plans under one rulebook, for any number of learners. */
    public static Planner under(Rulebook rulebook) {
        return new Planner(rulebook);
    }

    public PlanAnswer plans(
            Portfolio portfolio,
            Offers offers,
            PlanGoal goal,
            PlanConstraints constraints,
            int ways) {
        return plans(portfolio, offers, goal, constraints, ways, WORK);
    }

    /**
     * The plans within an amount of work for each.
     *
     * @param ways how many plans are looked for, from 1 to {@link #MOST_WAYS}
     */
    public PlanAnswer plans(
            Portfolio portfolio,
            Offers offers,
            PlanGoal goal,
            PlanConstraints constraints,
            int ways,
            long work) {
        if (ways < 1 || ways > MOST_WAYS) {
            throw new IllegalArgumentException("from 1 to " + MOST_WAYS + " ways: " + ways);
        }
        var learner = new Prospect(rulebook, portfolio);
        var now = audits.audit(learner.today());
        if (now.result() == Result.SATISFIED) {
            return new PlanAnswer.Satisfied(now);
        }
        if (pinsAreSetAside(learner.today(), now)) {
            learner = learner.withoutPins();
        }
        var pool = new OfferPool(rulebook, learner, offers.offers(), constraints, goal);
        if (pool.offers().isEmpty()) {
            return new PlanAnswer.None(now, pool.left());
        }
        if (goal == PlanGoal.LOWEST_COST && pool.currencies().size() > 1) {
            return new PlanAnswer.Incomparable(pool.currencies());
        }
        if (!learner.isRoomFor(pool.offers().size())) {
            return new PlanAnswer.Unfinished(pool.left());
        }
        var problem =
                new PlanProblem(
                        rulebook,
                        audits,
                        learner,
                        pool,
                        goal,
                        constraints,
                        now.missing(),
                        work * AUDITING);
        return answer(problem, ways, work);
    }

    /** Whether a pin is not kept although the requirement would take the credential. */
    private boolean pinsAreSetAside(Portfolio portfolio, Audit audit) {
        var inVain =
                audit.credentials().stream()
                        .filter(
                                each ->
                                        each.reasons().stream()
                                                .map(Reason::code)
                                                .anyMatch("stacking.pin-not-possible"::equals))
                        .map(Audit.CredentialResult::id)
                        .collect(Collectors.toSet());
        return portfolio.wishes().stream()
                .filter(wish -> wish.counts() && inVain.contains(wish.credentialId()))
                .anyMatch(
                        wish ->
                                Acceptance.accepts(
                                        rulebook,
                                        portfolio,
                                        wish.credentialId(),
                                        wish.requirement().orElseThrow()));
    }

    private static PlanAnswer answer(PlanProblem problem, int ways, long work) {
        var found = new ArrayList<Ways.Way>();
        boolean complete = false;
        while (found.size() < ways && !complete) {
            var way = Ways.next(problem, found, work);
            complete = way.courses().isEmpty() && way.proved();
            if (way.courses().isEmpty()) {
                break;
            }
            found.add(way);
        }
        if (!found.isEmpty()) {
            var plans = found.stream().map(way -> plan(problem, way)).toList();
            var best = found.getFirst().courses();
            var used = found.stream().flatMap(way -> way.courses().stream()).toList();
            return new PlanAnswer.Found(
                    plans,
                    complete || found.size() == ways,
                    new WhyNot(problem).unused(best, used));
        }
        if (!complete) {
            return new PlanAnswer.Unfinished(problem.pool().left());
        }
        return waits(problem)
                .orElseGet(
                        () ->
                                new PlanAnswer.None(
                                        nearest(problem), new WhyNot(problem).notEnough()));
    }

    private static Optional<PlanAnswer> waits(PlanProblem problem) {
        return problem.ends().stream()
                .filter(day -> isEnough(problem, day))
                .findFirst()
                .map(day -> firstOf(problem, day))
                .map(day -> new PlanAnswer.Waits(day, problem.audit(List.of(), day)));
    }

    /** A day from today to {@code last} on which what is held is enough, but not the day before. */
    private static LocalDate firstOf(PlanProblem problem, LocalDate last) {
        var not = problem.learner().today().asOf();
        var enough = last;
        while (ChronoUnit.DAYS.between(not, enough) > 1) {
            var between = not.plusDays(ChronoUnit.DAYS.between(not, enough) / 2);
            if (isEnough(problem, between)) {
                enough = between;
            } else {
                not = between;
            }
        }
        return enough;
    }

    private static boolean isEnough(PlanProblem problem, LocalDate day) {
        return problem.satisfied(List.of(), day).equals(Optional.of(true));
    }

    /** The audit with every course, on the day on which it misses least, of the last days. */
    private static Audit nearest(PlanProblem problem) {
        var turns = problem.turns();
        return turns.subList(Math.max(0, turns.size() - MOST_NEAREST), turns.size()).stream()
                .map(day -> problem.audit(problem.until(day), day))
                .min(Comparator.comparing(each -> each.missing().orElse(Portfolio.LARGEST_CREDITS)))
                .orElseThrow();
    }

    /**
     * The plan of these courses.
     *
     * @throws IllegalStateException if the audit does not confirm it, which is a bug
     */
    private static Plan plan(PlanProblem problem, Ways.Way way) {
        var offers =
                way.courses().stream()
                        .sorted(
                                Comparator.comparing(Offer::start)
                                        .thenComparing(Offer::end)
                                        .thenComparing(Offer::id))
                        .toList();
        var finish = problem.finish(offers);
        var audit = problem.audit(offers, finish);
        var courses = offers.stream().map(offer -> course(problem, offer, offers, audit)).toList();
        boolean needless =
                courses.stream().anyMatch(it -> it.countsIn().isEmpty() && it.opens().isEmpty());
        if (audit.result() != Result.SATISFIED || needless) {
            throw new IllegalStateException("the plan is not confirmed: " + offers);
        }
        boolean hours = offers.stream().allMatch(offer -> offer.hours().isPresent());
        return new Plan(
                courses,
                finish,
                offers.stream().map(Offer::credits).reduce(Ects.ZERO, Ects::plus),
                hours
                        ? offers.stream()
                                .flatMap(offer -> offer.hours().stream())
                                .reduce(BigDecimal::add)
                        : Optional.empty(),
                prices(offers),
                audit,
                way.proved(),
                way.bound().filter(bound -> isKnown(bound, problem)));
    }

    /** A day from which on only courses without days are reckoned with says nothing. */
    private static boolean isKnown(Plan.Bound bound, PlanProblem problem) {
        return !(bound instanceof Plan.Bound.Finish(var soonest))
                || problem.pool().offers().stream()
                        .noneMatch(offer -> !offer.dated() && !offer.end().isAfter(soonest));
    }

    private static Plan.Course course(
            PlanProblem problem, Offer offer, List<Offer> offers, Audit audit) {
        var id = problem.learner().credentialId(offer);
        return new Plan.Course(
                offer,
                id,
                audit.counted().stream()
                        .filter(counted -> counted.credentials().contains(id))
                        .flatMap(counted -> counted.requirements().stream())
                        .toList(),
                problem.opened(offer, offers, audit));
    }

    private static List<Price> prices(List<Offer> offers) {
        if (offers.stream().anyMatch(offer -> offer.price().isEmpty())) {
            return List.of();
        }
        var sums = new TreeMap<String, Long>();
        for (var offer : offers) {
            var price = offer.price().orElseThrow();
            sums.merge(price.currency(), price.minor(), Math::addExact);
        }
        boolean free = sums.values().stream().allMatch(sum -> sum == 0);
        return sums.entrySet().stream()
                .filter(sum -> free || sum.getValue() > 0)
                .map(sum -> new Price(sum.getValue(), sum.getKey()))
                .limit(free ? 1 : Long.MAX_VALUE)
                .toList();
    }
}
