package eu.cairn.stacking;

import eu.cairn.stacking.PlanInstances.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tries every set of offers. */
final class PlanOracle {

    /** A set of offers and what it comes to, by the goal. */
    record Way(List<Offer> offers, List<Long> figures) {
        Set<String> courses() {
            return offers.stream().map(Offer::course).collect(Collectors.toSet());
        }
    }

    private record Question(List<Offer> offers, LocalDate day) {}

    private final Instance instance;
    private final List<Offer> offers;
    private final Audits audits;
    private final Map<Question, Boolean> known = new HashMap<>();

    private PlanOracle(Instance instance) {
        this.instance = instance;
        this.audits = Audits.under(instance.rulebook());
        this.offers = instance.offers().offers().stream().filter(this::allowed).toList();
    }

    /** Every plan none of whose courses could be left out, the best first. */
    static List<Way> ways(Instance instance) {
        var oracle = new PlanOracle(instance);
        var ways = new ArrayList<Way>();
        for (int set = 1; set < 1 << oracle.offers.size(); set++) {
            if (oracle.isPlan(oracle.some(set)) && !oracle.needless(set)) {
                ways.add(new Way(oracle.some(set), oracle.figures(oracle.some(set))));
            }
        }
        ways.sort((one, other) -> compare(one.figures, other.figures));
        return ways;
    }

    static int compare(List<Long> one, List<Long> other) {
        for (int figure = 0; figure < one.size(); figure++) {
            int order = Long.compare(one.get(figure), other.get(figure));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    static boolean satisfiedToday(Instance instance) {
        return satisfiedOn(instance, Instances.DAY);
    }

    /** Whether what is held is enough on {@code day}. */
    static boolean satisfiedOn(Instance instance, LocalDate day) {
        return new PlanOracle(instance).enough(List.of(), day);
    }

    /** The figures that can be compared whatever offers the planner leaves aside. */
    List<Long> figures(List<Offer> some) {
        long credits = some.stream().mapToLong(each -> each.credits().hundredths()).sum();
        long finish = finish(some).toEpochDay();
        boolean priced =
                instance.offers().offers().stream().allMatch(each -> each.price().isPresent());
        long price =
                some.stream().flatMap(each -> each.price().stream()).mapToLong(Price::minor).sum();
        long third = priced ? price : 0;
        long size = priced ? some.size() : 0;
        return switch (instance.goal()) {
            case FEWEST_CREDITS -> List.of(credits, finish, third, size);
            case SOONEST_FINISH -> List.of(finish, credits, third, size);
            case LOWEST_COST -> List.of(price, credits, finish, (long) some.size());
        };
    }

    static List<Long> figures(Instance instance, Plan plan) {
        return new PlanOracle(instance)
                .figures(plan.courses().stream().map(Plan.Course::offer).toList());
    }

    private boolean allowed(Offer offer) {
        var today = Instances.DAY;
        var constraints = instance.constraints();
        boolean priceAsked =
                instance.goal() == PlanGoal.LOWEST_COST || constraints.mostInAll().isPresent();
        return !offer.start().isBefore(constraints.from().orElse(today))
                && !offer.start().isBefore(today)
                && offer.enrolBy().stream().noneMatch(day -> day.isBefore(today))
                && !offer.places().equals(Optional.of(0))
                && (!priceAsked || offer.price().isPresent())
                && (constraints.languages().isEmpty()
                        || offer.facts().values(Fact.LANGUAGE).stream()
                                .anyMatch(constraints.languages()::contains));
    }

    private List<Offer> some(int set) {
        var some = new ArrayList<Offer>();
        for (int bit = 0; bit < offers.size(); bit++) {
            if ((set >> bit & 1) != 0) {
                some.add(offers.get(bit));
            }
        }
        return some;
    }

    private static LocalDate finish(List<Offer> some) {
        return some.stream().map(Offer::end).max(Comparator.naturalOrder()).orElseThrow();
    }

    private boolean isPlan(List<Offer> some) {
        return takeable(some) && enough(some, finish(some));
    }

    private boolean needless(int set) {
        if (enough(List.of(), finish(some(set)))) {
            return true;
        }
        for (int part = (set - 1) & set; part > 0; part = (part - 1) & set) {
            var some = some(part);
            if (takeable(some) && (enough(some, finish(some)) || enough(some, finish(some(set))))) {
                return true;
            }
        }
        return false;
    }

    private boolean takeable(List<Offer> some) {
        var courses = new TreeSet<String>();
        var held =
                instance.portfolio().credentials().stream()
                        .filter(each -> each.status() == CredentialStatus.VALID)
                        .flatMap(each -> each.course().stream())
                        .toList();
        for (var offer : some) {
            var before = new ArrayList<>(held);
            for (var other : some) {
                if (!other.equals(offer) && !other.end().isAfter(offer.start())) {
                    before.add(other.course());
                }
            }
            for (var any : offer.needs()) {
                if (any.stream().noneMatch(before::contains)) {
                    return false;
                }
            }
            if (!courses.add(offer.course())) {
                return false;
            }
        }
        long price =
                some.stream().flatMap(each -> each.price().stream()).mapToLong(Price::minor).sum();
        return instance.constraints().mostInAll().stream().allMatch(most -> price <= most.minor())
                && light(some);
    }

    private boolean light(List<Offer> some) {
        var most = instance.constraints().mostInParallel();
        if (some.stream()
                .anyMatch(each -> most.stream().anyMatch(it -> each.credits().compareTo(it) > 0))) {
            return false;
        }
        for (var day = Instances.DAY;
                most.isPresent() && !some.isEmpty() && !day.isAfter(finish(some));
                day = day.plusDays(1)) {
            int load = 0;
            for (var offer : some.stream().filter(Offer::dated).toList()) {
                boolean first = offer.start().equals(day);
                boolean runs = !offer.start().isAfter(day) && offer.end().isAfter(day);
                load += first || runs ? offer.credits().hundredths() : 0;
            }
            if (load > most.get().hundredths()) {
                return false;
            }
        }
        return true;
    }

    private boolean enough(List<Offer> some, LocalDate day) {
        return known.computeIfAbsent(
                new Question(some, instance.byEngine() ? day : Instances.DAY), this::ask);
    }

    private boolean ask(Question question) {
        var held = new ArrayList<>(instance.portfolio().credentials());
        question.offers.forEach(offer -> held.add(offer.facts()));
        var portfolio = Portfolio.of(question.day, held);
        return instance.byEngine()
                ? audits.satisfied(portfolio, Audits.WORK).orElseThrow()
                : Oracle.best(instance.rulebook(), portfolio, 0).isPresent();
    }
}
