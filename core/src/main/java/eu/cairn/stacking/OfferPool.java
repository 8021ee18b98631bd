package eu.cairn.stacking;

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
import java.util.stream.Stream;

/**
 * Of a catalogue what a plan could be made of: courses that can be joined, that keep to the
 * constraints, and that would count or open one that does; for every other the reason.
 */
final class OfferPool {

    private final Rulebook rulebook;
    private final Prospect learner;
    private final PlanConstraints constraints;
    private final PlanGoal goal;
    private final List<NotPlanned> left = new ArrayList<>();
    private final Map<LocalDate, Set<String>> coursesHeld = new HashMap<>();
    private final Map<String, String> takes = new HashMap<>();
    private final List<Offer> offers;

    OfferPool(
            Rulebook rulebook,
            Prospect learner,
            List<Offer> catalogue,
            PlanConstraints constraints,
            PlanGoal goal) {
        this.rulebook = rulebook;
        this.learner = learner;
        this.constraints = constraints;
        this.goal = goal;
        this.offers = useful(reachable(joinable(catalogue)));
    }

    /** In an order that does not depend on the catalogue's. */
    List<Offer> offers() {
        return offers;
    }

    List<NotPlanned> left() {
        return List.copyOf(left);
    }

    Set<String> heldAt(LocalDate day) {
        return coursesHeld.computeIfAbsent(day, learner::coursesHeld);
    }

    /** The currencies that have to be compared; free courses are free in every one. */
    List<String> currencies() {
        return offers.stream()
                .flatMap(offer -> offer.price().stream())
                .filter(price -> !price.isFree())
                .map(Price::currency)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the price of every course is known, all in one currency. */
    boolean pricesCompare() {
        return currencies().size() <= 1
                && offers.stream().allMatch(offer -> offer.price().isPresent());
    }

    private List<Offer> joinable(List<Offer> catalogue) {
        var kept = new ArrayList<Offer>();
        for (var offer : catalogue) {
            unjoinable(offer).ifPresentOrElse(left::add, () -> kept.add(offer));
        }
        kept.sort(
                Comparator.comparing(this::takes)
                        .thenComparing(Offer::end)
                        .thenComparing(Offer::id));
        return kept;
    }

    private Optional<NotPlanned> unjoinable(Offer offer) {
        var today = learner.today().asOf();
        if (offer.lastDayToEnrol().isBefore(today)) {
            return Optional.of(NotPlanned.of(offer, "plan.too-late", offer.lastDayToEnrol()));
        }
        if (constraints.from().stream().anyMatch(offer.start()::isBefore)) {
            return Optional.of(NotPlanned.of(offer, "plan.too-early", offer.start()));
        }
        if (offer.places().stream().anyMatch(places -> places == 0)) {
            return Optional.of(NotPlanned.of(offer, "plan.full"));
        }
        var languages = offer.facts().values(Fact.LANGUAGE);
        if (!constraints.languages().isEmpty()
                && languages.stream().noneMatch(constraints.languages()::contains)) {
            return Optional.of(
                    languages.isEmpty()
                            ? NotPlanned.of(offer, "plan.language-unknown")
                            : NotPlanned.of(
                                    offer, "plan.language-differs", String.join(", ", languages)));
        }
        var most = constraints.mostInParallel();
        if (most.isPresent() && offer.credits().compareTo(most.get()) > 0) {
            return Optional.of(NotPlanned.of(offer, "plan.load-too-high", most.get()));
        }
        return unaffordable(offer);
    }

    private Optional<NotPlanned> unaffordable(Offer offer) {
        var most = constraints.mostInAll();
        if (offer.price().isEmpty()) {
            return goal == PlanGoal.LOWEST_COST || most.isPresent()
                    ? Optional.of(NotPlanned.of(offer, "plan.price-unknown"))
                    : Optional.empty();
        }
        var price = offer.price().get();
        if (most.isEmpty() || price.isFree()) {
            return Optional.empty();
        }
        if (!price.currency().equals(most.get().currency())) {
            return Optional.of(NotPlanned.of(offer, "plan.other-currency", price));
        }
        return price.minor() > most.get().minor()
                ? Optional.of(NotPlanned.of(offer, "plan.too-dear", price))
                : Optional.empty();
    }

    /** Those whose prerequisites are held, or are offered in time themselves. */
    private List<Offer> reachable(List<Offer> all) {
        var kept = new ArrayList<>(all);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (var offer : List.copyOf(kept)) {
                var missing =
                        offer.needs().stream()
                                .filter(any -> kept.stream().noneMatch(it -> opens(it, offer, any)))
                                .filter(any -> !isHeld(any, offer.start()))
                                .findFirst();
                if (missing.isPresent()) {
                    var courses = String.join(" / ", missing.get());
                    left.add(NotPlanned.of(offer, "plan.prerequisite-missing", courses));
                    kept.remove(offer);
                    changed = true;
                }
            }
        }
        return kept;
    }

    boolean isHeld(Set<String> any, LocalDate day) {
        return any.stream().anyMatch(heldAt(day)::contains);
    }

    /** Whether {@code one}, once completed, is one of these and in time for {@code other}. */
    static boolean opens(Offer one, Offer other, Set<String> any) {
        return !one.equals(other)
                && any.contains(one.course())
                && !one.end().isAfter(other.start());
    }

    private List<Offer> useful(List<Offer> all) {
        var named = new HashSet<String>();
        rulebook.terms().prerequisites().forEach(rule -> rule.needs().forEach(named::addAll));
        var useful = new HashSet<Offer>();
        for (var offer : all) {
            if (!takes(offer).isEmpty()
                    || entering(offer).course().stream().anyMatch(named::contains)) {
                useful.add(offer);
            }
        }
        var open = new ArrayList<>(useful);
        while (!open.isEmpty()) {
            var offer = open.removeLast();
            for (var other : all) {
                boolean opens = offer.needs().stream().anyMatch(any -> opens(other, offer, any));
                if (opens && useful.add(other)) {
                    open.add(other);
                }
            }
        }
        for (var offer : all) {
            if (!useful.contains(offer)) {
                left.add(NotPlanned.of(offer, "plan.would-not-count"));
            }
        }
        return all.stream().filter(useful::contains).toList();
    }

    /** The facts by which the credential of an offer enters on the day of its award. */
    private HeldCredential entering(Offer offer) {
        var alone = Portfolio.of(offer.end(), List.of(learner.credential(offer)));
        return rulebook.entering(alone).getFirst();
    }

    /** Where the credential could count on the day of its award, in the order of ids. */
    private String takes(Offer offer) {
        return takes.computeIfAbsent(offer.id(), id -> takesOf(offer));
    }

    private String takesOf(Offer offer) {
        var facts = entering(offer);
        if (facts.unusable(offer.end()).isPresent()) {
            return "";
        }
        var places = new TreeSet<String>();
        Stream.concat(
                        rulebook.takes()
                                .filter(take -> take.from().matches(facts, offer.end()))
                                .map(Requirement.Take::id),
                        rulebook.terms().bundles().stream()
                                .filter(bundle -> bundle.each().matches(facts, offer.end()))
                                .map(Bundle::id))
                .forEach(places::add);
        return String.join("\n", places);
    }
}
