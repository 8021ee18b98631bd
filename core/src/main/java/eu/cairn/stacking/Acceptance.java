package eu.cairn.stacking;

import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which requirements would take which credentials of a portfolio, each looked at by itself: before
 * anything is assigned, and whatever the learner wishes.
 */
public final class Acceptance {

    private Acceptance() {}

    /**
     * The requirements that take this credential, in the order of the rulebook; none where it
     * cannot count at all.
     */
    public static List<Take> of(Rulebook rulebook, Portfolio portfolio, String credential) {
        return usable(rulebook, portfolio)
                .filter(facts -> facts.id().equals(credential))
                .flatMap(
                        facts ->
                                rulebook.takes()
                                        .filter(
                                                take ->
                                                        take.from()
                                                                .matches(facts, portfolio.asOf())))
                .toList();
    }

    /** Whether a requirement, or one below it, takes this credential. */
    public static boolean accepts(
            Rulebook rulebook, Portfolio portfolio, String credential, String requirement) {
        var takes = of(rulebook, portfolio, credential);
        return rulebook.everyRequirement()
                .filter(each -> each.id().equals(requirement))
                .flatMap(Requirement::stream)
                .anyMatch(below -> below instanceof Take take && takes.contains(take));
    }

    /**
     * The requirements that would take a credential of these facts, if the facts in {@code open},
     * which are not known yet, are what is asked for, and if what must be held besides is held.
     */
    public static List<Take> possible(
            Rulebook rulebook, HeldCredential credential, Set<Fact> open, LocalDate asOf) {
        var entering = rulebook.entering(Portfolio.of(asOf, List.of(credential))).getFirst();
        return entering.unusable(asOf).isPresent()
                ? List.of()
                : rulebook.takes()
                        .filter(
                                take ->
                                        take.from().conditions().stream()
                                                .filter(it -> !open.contains(it.fact()))
                                                .allMatch(it -> it.holds(entering, asOf)))
                        .toList();
    }

    /**
     * Whether anything in the portfolio could count at all. Where nothing could, the audit counts
     * nothing, and need not be made to know that.
     */
    public static boolean any(Rulebook rulebook, Portfolio portfolio) {
        return usable(rulebook, portfolio)
                .anyMatch(
                        facts ->
                                filters(rulebook)
                                        .anyMatch(it -> it.matches(facts, portfolio.asOf())));
    }

    private static Stream<HeldCredential> usable(Rulebook rulebook, Portfolio portfolio) {
        var entering = rulebook.entering(portfolio);
        var courses = rulebook.coursesHeld(entering, portfolio.asOf());
        return entering.stream()
                .filter(it -> rulebook.refuses(it, courses, portfolio.asOf()).isEmpty());
    }

    private static Stream<Filter> filters(Rulebook rulebook) {
        return Stream.concat(
                rulebook.takes().map(Take::from),
                rulebook.terms().bundles().stream().map(Bundle::each));
    }
}
