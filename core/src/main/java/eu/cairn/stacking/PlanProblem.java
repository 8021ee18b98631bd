package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is asked of a planner, reduced to the courses that can matter. */
final class PlanProblem {

    /** What one question whether some courses are enough may cost, and one after many hard ones. */
    private static final long WORK = 400_000;

    private static final long LITTLE_WORK = 20_000;
    private static final int MOST_HARD = 20;

    private static final int CREDIT_BITS = 24;

    private final Rulebook rulebook;
    private final CompiledRulebook rules;
    private final Audits audits;
    private final Prospect learner;
    private final OfferPool pool;
    private final PlanGoal goal;
    private final PlanConstraints constraints;
    private final Optional<Ects> missing;
    private final boolean prices;

    private final Budget asking;

    /** How many questions could not be decided so far. */
    private int hard;

    private final Map<LocalDate, Enough> enough = new HashMap<>();

    /**
     * How good a set of courses is; less is better, the first figure first.
     *
     * @param first what the goal is about
     */
    record Value(long first, long second, long third, long fourth) implements Comparable<Value> {
        @Override
        public int compareTo(Value other) {
            return Comparator.comparingLong(Value::first)
                    .thenComparingLong(Value::second)
                    .thenComparingLong(Value::third)
                    .thenComparingLong(Value::fourth)
                    .compare(this, other);
        }
    }

    /**
     * @param work that all questions together may cost whether some courses are enough
     */
    PlanProblem(
            Rulebook rulebook,
            Audits audits,
            Prospect learner,
            OfferPool pool,
            PlanGoal goal,
            PlanConstraints constraints,
            Optional<Ects> missing,
            long work) {
        this.asking = new Budget(work);
        this.rulebook = rulebook;
        this.rules = new CompiledRulebook(rulebook);
        this.audits = audits;
        this.learner = learner;
        this.pool = pool;
        this.goal = goal;
        this.constraints = constraints;
        this.missing = missing;
        this.prices = pool.pricesCompare();
    }

    Rulebook rulebook() {
        return rulebook;
    }

    Prospect learner() {
        return learner;
    }

    OfferPool pool() {
        return pool;
    }

    PlanGoal goal() {
        return goal;
    }

    PlanConstraints constraints() {
        return constraints;
    }

    /** The courses that are over on {@code day}. */
    List<Offer> until(LocalDate day) {
        return pool.offers().stream().filter(offer -> !offer.end().isAfter(day)).toList();
    }

    /** The days on which a course ends, the earliest first. */
    List<LocalDate> ends() {
        return pool.offers().stream().map(Offer::end).distinct().sorted().toList();
    }

    /**
     * Of the days on which a course ends those after which something that could count until then no
     * longer does, and the last: a plan that is over earlier is as good on these.
     */
    List<LocalDate> turns() {
        var turns = new ArrayList<LocalDate>();
        var ends = ends();
        for (int each = 0; each < ends.size(); each++) {
            var offers = until(ends.get(each));
            if (each == ends.size() - 1
                    || !standing(offers, ends.get(each))
                            .equals(standing(offers, ends.get(each + 1)))) {
                turns.add(ends.get(each));
            }
        }
        return turns;
    }

    private record Standing(String id, long places, long limits) {}

    private Set<Standing> standing(List<Offer> offers, LocalDate day) {
        var standing = new HashSet<Standing>();
        for (var item : whole(offers, day).items) {
            standing.add(new Standing(item.facts().id(), item.places(), item.limits()));
        }
        return standing;
    }

    /** All that is held and all of these courses, as an audit on {@code day} sees them. */
    Problem whole(List<Offer> offers, LocalDate day) {
        return new Problem(rules, learner.with(offers, day));
    }

    Covers covers(List<Offer> offers, LocalDate day, long[] costs) {
        return Covers.of(rulebook, learner, offers, day, costs, missing);
    }

    Enough enough(List<Offer> offers, LocalDate day) {
        return enough.computeIfAbsent(day, its -> new Enough(this, offers, day));
    }

    Audit audit(List<Offer> completed, LocalDate day) {
        return audits.audit(learner.with(completed, day));
    }

    /**
     * What needs {@code offer}: courses of the plan that can be taken only after it, and courses
     * that count only beside it.
     */
    List<String> opened(Offer offer, List<Offer> plan, Audit audit) {
        var opened = new TreeSet<String>();
        for (var other : plan) {
            boolean needed =
                    other.needs().stream()
                            .filter(any -> OfferPool.opens(offer, other, any))
                            .anyMatch(any -> !pool.isHeld(any, other.start()));
            if (needed) {
                opened.add(other.course());
            }
        }
        var day = finish(plan);
        var entering = rulebook.entering(learner.with(plan, day));
        var course =
                entering.stream()
                        .filter(each -> each.id().equals(learner.credentialId(offer)))
                        .findFirst()
                        .flatMap(HeldCredential::course);
        for (var credential : entering) {
            boolean counts =
                    audit.counted().stream()
                            .anyMatch(each -> each.credentials().contains(credential.id()));
            for (var rule : rulebook.terms().prerequisites()) {
                boolean needed =
                        credential.course().stream().anyMatch(rule.course()::equals)
                                && rule.needs().stream()
                                        .anyMatch(any -> course.stream().anyMatch(any::contains));
                if (counts && needed) {
                    opened.add(rule.course());
                }
            }
        }
        return List.copyOf(opened);
    }

    Optional<Boolean> satisfied(List<Offer> completed, LocalDate day) {
        var work = new Budget(hard < MOST_HARD ? WORK : LITTLE_WORK, asking);
        var answer = audits.satisfied(learner.with(completed, day), work);
        hard += answer.isEmpty() ? 1 : 0;
        return answer;
    }

    /** What a course adds to the first figures of a value that can be added up. */
    long cost(Offer offer) {
        long credits = offer.credits().hundredths();
        return goal == PlanGoal.LOWEST_COST ? (price(offer) << CREDIT_BITS) + credits : credits;
    }

    private long price(Offer offer) {
        return prices ? offer.price().map(Price::minor).orElse(0L) : 0;
    }

    LocalDate finish(List<Offer> chosen) {
        return chosen.stream()
                .map(Offer::end)
                .max(Comparator.naturalOrder())
                .orElse(learner.today().asOf());
    }

    Value value(List<Offer> chosen) {
        return value(chosen, 0, finish(chosen));
    }

    /** No set that includes these courses, and costs so much more, is better than this. */
    Value atLeast(List<Offer> chosen, long more, LocalDate day) {
        return value(chosen, more, goal == PlanGoal.SOONEST_FINISH ? day : finish(chosen));
    }

    private Value value(List<Offer> chosen, long more, LocalDate finish) {
        long credits = 0;
        long price = 0;
        for (var offer : chosen) {
            credits += offer.credits().hundredths();
            price += price(offer);
        }
        long day = finish.toEpochDay();
        int size = chosen.size();
        return switch (goal) {
            case FEWEST_CREDITS -> new Value(credits + more, day, price, size);
            case SOONEST_FINISH -> new Value(day, credits + more, price, size);
            case LOWEST_COST ->
                    new Value(
                            price + (more >> CREDIT_BITS),
                            credits + (more & ((1L << CREDIT_BITS) - 1)),
                            day,
                            size);
        };
    }

    /** What no plan has less of, where nothing costs less than {@code lowest}. */
    Plan.Bound bound(long lowest, LocalDate day) {
        return switch (goal) {
            case FEWEST_CREDITS -> new Plan.Bound.Credits(new Ects(Math.toIntExact(lowest)));
            case SOONEST_FINISH -> new Plan.Bound.Finish(day);
            case LOWEST_COST ->
                    new Plan.Bound.Cost(
                            new Price(
                                    lowest >> CREDIT_BITS,
                                    pool.currencies().stream().findFirst().orElse("EUR")));
        };
    }

    boolean keepsToConstraints(List<Offer> chosen) {
        var most = constraints.mostInAll();
        if (most.isPresent()) {
            long cost =
                    chosen.stream()
                            .flatMap(offer -> offer.price().stream())
                            .mapToLong(Price::minor)
                            .sum();
            if (cost > most.get().minor()) {
                return false;
            }
        }
        return constraints.mostInParallel().stream().allMatch(load -> keepsTo(load, chosen));
    }

    /** The load is highest on the first day of some course; without days nothing is known of it. */
    private static boolean keepsTo(Ects most, List<Offer> all) {
        var chosen = all.stream().filter(Offer::dated).toList();
        for (var first : chosen) {
            int load = first.credits().hundredths();
            for (var other : chosen) {
                boolean beside =
                        !other.start().isAfter(first.start())
                                && (other.end().isAfter(first.start())
                                        || other.start().equals(first.start()));
                load += beside && !other.equals(first) ? other.credits().hundredths() : 0;
            }
            if (load > most.hundredths()) {
                return false;
            }
        }
        return true;
    }

    boolean prerequisitesMet(List<Offer> chosen) {
        return chosen.stream().allMatch(offer -> prerequisitesMet(offer, chosen));
    }

    private boolean prerequisitesMet(Offer offer, List<Offer> chosen) {
        return offer.needs().stream()
                .allMatch(
                        any ->
                                pool.isHeld(any, offer.start())
                                        || chosen.stream()
                                                .anyMatch(it -> OfferPool.opens(it, offer, any)));
    }

    /** Whether these courses are a plan: all that is asked but that none could be left out. */
    Optional<Boolean> works(List<Offer> chosen) {
        boolean once = chosen.stream().map(Offer::course).distinct().count() == chosen.size();
        return once && keepsToConstraints(chosen) && prerequisitesMet(chosen)
                ? satisfied(chosen, finish(chosen))
                : Optional.of(false);
    }

    /**
     * Whether one of the courses of a plan could be left out, or all because time alone is enough;
     * empty where it is not decided.
     */
    Optional<Boolean> needless(List<Offer> chosen) {
        boolean decided = true;
        for (var offer : chosen) {
            var rest = without(chosen, offer);
            var sooner = works(rest);
            var then = satisfied(rest, finish(chosen));
            if (sooner.equals(Optional.of(true)) || then.equals(Optional.of(true))) {
                return Optional.of(true);
            }
            decided &= sooner.isPresent() && then.isPresent();
        }
        return decided ? Optional.of(false) : Optional.empty();
    }

    /** These without one, and without all that could not be taken then. */
    List<Offer> without(List<Offer> chosen, Offer offer) {
        var rest = new ArrayList<>(chosen);
        rest.remove(offer);
        while (rest.removeIf(each -> !prerequisitesMet(each, List.copyOf(rest)))) {}
        return rest;
    }
}
