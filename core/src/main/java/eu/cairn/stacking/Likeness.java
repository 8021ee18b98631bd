package eu.cairn.stacking;

import eu.cairn.stacking.Problem.Item;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which offers differ in nothing that matters, so that of them those that come first, and end
 * first, are taken first.
 */
final class Likeness {

    private final PlanProblem problem;
    private final List<Offer> offers;
    private final List<Set<String>> others;
    private final Map<String, Item> items = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    Likeness(PlanProblem problem, List<Offer> offers, LocalDate day, List<Set<String>> others) {
        this.problem = problem;
        this.offers = offers;
        this.others = others;
        var learner = problem.learner();
        for (var item : problem.whole(offers, day).items) {
            items.put(item.facts().id(), item);
        }
        var terms = problem.rulebook().terms();
        terms.notBoth().forEach(named::addAll);
        terms.substitutes().forEach((course, other) -> named.addAll(Set.of(course, other)));
        for (var rule : terms.prerequisites()) {
            named.add(rule.course());
            rule.needs().forEach(named::addAll);
        }
        learner.today().credentials().forEach(each -> each.course().ifPresent(named::add));
        learner.today().decisions().forEach(each -> named.add(each.course()));
        var seen = new HashSet<String>();
        for (var offer : offers) {
            offer.needs().forEach(named::addAll);
            if (!seen.add(offer.course())) {
                named.add(offer.course());
            }
        }
    }

    /** For each offer the last one before it that is like it, or -1. */
    int[] before() {
        var before = new int[offers.size()];
        for (int offer = 0; offer < before.length; offer++) {
            before[offer] = offer - 1;
            while (before[offer] >= 0 && !alike(offers.get(before[offer]), offers.get(offer))) {
                before[offer]--;
            }
        }
        return before;
    }

    private boolean alike(Offer one, Offer other) {
        var terms = problem.rulebook().terms();
        boolean sameTime =
                one.start().equals(other.start())
                        && one.end().equals(other.end())
                        && one.dated() == other.dated();
        boolean timeMatters =
                terms.within().isPresent() || problem.constraints().mostInParallel().isPresent();
        return terms.bundles().isEmpty()
                && isPlain(one)
                && isPlain(other)
                && one.credits().equals(other.credits())
                && one.price().equals(other.price())
                && (sameTime || (!timeMatters && !one.end().isAfter(other.end())))
                && others.stream()
                        .allMatch(
                                plan ->
                                        plan.contains(one.course())
                                                == plan.contains(other.course()))
                && sameItem(item(one), item(other));
    }

    private boolean isPlain(Offer offer) {
        return offer.needs().isEmpty()
                && !named.contains(offer.course())
                && offer.facts().award().isEmpty();
    }

    private Optional<Item> item(Offer offer) {
        return Optional.ofNullable(items.get(problem.learner().credentialId(offer)));
    }

    private static boolean sameItem(Optional<Item> one, Optional<Item> other) {
        return one.map(Item::places).equals(other.map(Item::places))
                && one.map(Item::limits).equals(other.map(Item::limits));
    }
}
