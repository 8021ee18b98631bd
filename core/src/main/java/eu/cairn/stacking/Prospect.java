package eu.cairn.stacking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a learner would hold on a later day: what is held today, as it is decided today, and the
 * credentials of the courses that were taken. What is awarded or decided only later is not reckoned
 * with.
 */
final class Prospect {

    private final Rulebook rulebook;
    private final Portfolio today;
    private final Set<String> ids;

    Prospect(Rulebook rulebook, Portfolio portfolio) {
        this.rulebook = rulebook;
        this.today = untilToday(portfolio);
        this.ids =
                portfolio.credentials().stream()
                        .map(HeldCredential::id)
                        .collect(Collectors.toSet());
    }

    private static Portfolio untilToday(Portfolio portfolio) {
        var asOf = portfolio.asOf();
        var held =
                portfolio.credentials().stream()
                        .filter(each -> each.awarded().stream().noneMatch(asOf::isBefore))
                        .toList();
        var ids = held.stream().map(HeldCredential::id).collect(Collectors.toSet());
        Predicate<String> isHeld = ids::contains;
        return new Portfolio(
                asOf,
                held,
                portfolio.decisions().stream()
                        .filter(each -> isHeld.test(each.credentialId()))
                        .filter(each -> !each.decidedOn().isAfter(asOf))
                        .toList(),
                portfolio.spent().stream().filter(it -> isHeld.test(it.credentialId())).toList(),
                portfolio.wishes().stream().filter(it -> isHeld.test(it.credentialId())).toList(),
                portfolio.keep(),
                portfolio.prefer());
    }

    Portfolio today() {
        return today;
    }

    /** The same without wishes that cannot be kept, which an audit sets aside as well. */
    Prospect withoutPins() {
        var kept = today.wishes().stream().filter(wish -> !wish.counts()).toList();
        return new Prospect(rulebook, today.withWishes(kept));
    }

    boolean isRoomFor(int offers) {
        return today.credentials().size() + offers <= Portfolio.LARGEST;
    }

    /** What the credential of {@code offer} is called: as the offer, unless one held is. */
    String credentialId(Offer offer) {
        var id = offer.id();
        while (ids.contains(id)) {
            id += "'";
        }
        return id;
    }

    HeldCredential credential(Offer offer) {
        return offer.credential(credentialId(offer));
    }

    /** What is held on {@code day} by a learner who has completed these courses until then. */
    Portfolio with(List<Offer> completed, LocalDate day) {
        var held = new ArrayList<>(today.credentials());
        completed.forEach(offer -> held.add(credential(offer)));
        return today.on(day, held);
    }

    /** The courses that are held, by their own names and by those as which they enter. */
    Set<String> coursesHeld(LocalDate day) {
        var courses = new HashSet<String>();
        var usable = with(List.of(), day);
        for (var list : List.of(today.credentials(), rulebook.entering(usable))) {
            for (var each : list) {
                if (each.unusable(day).isEmpty()) {
                    each.course().ifPresent(courses::add);
                }
            }
        }
        return courses;
    }
}
