package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.CredentialResult;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Audit.State;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The part of {@link Explanation} about credentials: where each counts, or every reason why it does
 * not, or counts in part only.
 */
final class CredentialReasons {

    private final Explanation explained;
    private final Problem whole;
    private final Problem problem;
    private final CompiledRulebook rules;

    CredentialReasons(Explanation explained) {
        this.explained = explained;
        this.whole = explained.whole;
        this.problem = explained.problem;
        this.rules = explained.rules;
    }

    CredentialResult of(HeldCredential facts) {
        var id = facts.id();
        var refused = rules.rulebook.refuses(facts, whole.coursesHeld, whole.asOf());
        var count = Optional.ofNullable(explained.countOf.get(id));
        var pinnedTo = whole.portfolio.wishes().isEmpty() ? List.<Take>of() : pinnedTo(id);
        boolean inVain =
                !pinnedTo.isEmpty()
                        && pinnedTo.stream()
                                .noneMatch(
                                        take -> count.stream().anyMatch(it -> it.isIn(take.id())));
        var reasons = new ArrayList<Reason>();
        refused.ifPresent(reasons::add);
        if (explained.result != Result.COULD_NOT_FINISH && inVain) {
            reasons.add(Reason.of("stacking.pin-not-possible"));
        }
        if (refused.isPresent()) {
            return new CredentialResult(id, List.of(), reasons);
        }
        if (count.isPresent()) {
            var part = count.get();
            var at = part.requirements().getFirst();
            if (!part.of().isEmpty()) {
                reasons.add(Reason.of("stacking.counted-in-block", part.credential()).at(at));
            } else if (!part.credits().equals(facts.credits())) {
                reasons.add(
                        Reason.of("stacking.counted-in-part", part.credits(), facts.credits())
                                .at(at));
            }
            if (inVain) {
                pinnedTo.stream()
                        .filter(take -> !take.from().matches(facts, problem.asOf()))
                        .forEach(take -> reasons.addAll(reasons(facts, take)));
            }
            return new CredentialResult(id, List.of(part), reasons);
        }
        if (explained.result != Result.COULD_NOT_FINISH) {
            for (var take : rules.takes) {
                reasons.addAll(reasons(facts, take));
            }
        }
        return new CredentialResult(id, List.of(), reasons);
    }

    /** The requirements that take credentials in one of which the learner wants this one. */
    private List<Take> pinnedTo(String credential) {
        var pins =
                whole.portfolio.wishes().stream()
                        .filter(wish -> wish.counts() && wish.credentialId().equals(credential))
                        .flatMap(wish -> wish.requirement().stream())
                        .collect(Collectors.toSet());
        return rules.rulebook
                .everyRequirement()
                .filter(each -> pins.contains(each.id()))
                .flatMap(Requirement::stream)
                .filter(Take.class::isInstance)
                .map(Take.class::cast)
                .toList();
    }

    private List<Reason> reasons(HeldCredential facts, Take take) {
        var mismatches = take.from().mismatches(facts, problem.asOf());
        if (mismatches.isEmpty()) {
            return List.of(whyLeftOut(facts, take).at(take.id()));
        }
        var reasons = new ArrayList<Reason>(mismatches.size());
        for (var reason : mismatches) {
            reasons.add(reason.at(take.id()));
        }
        return reasons;
    }

    /** Why a credential that the requirement accepts does not count in it. */
    private Reason whyLeftOut(HeldCredential facts, Take take) {
        if (explained.found.outcome().missing() == 0 && explained.found.asked().takes() == 0) {
            return Reason.of("stacking.rules-contradict");
        }
        if (!explained.asked(take)) {
            return Reason.of("stacking.not-chosen");
        }
        var number = Optional.ofNullable(explained.itemOf.get(facts.id()));
        if (number.isEmpty()) {
            return leftOutBefore(facts);
        }
        var excluding = excluding(facts);
        if (excluding.isPresent()) {
            return excluding.get();
        }
        var item = problem.items.get(number.get());
        if ((item.places() >> rules.takeNumber(take.id()) & 1) == 0) {
            return Reason.of("stacking.left-out-by-wish");
        }
        var state = Objects.requireNonNull(explained.requirements.get(take.id()));
        if (state.state() == State.MET) {
            return Reason.of("stacking.requirement-full", state.counted());
        }
        for (int limit = 0; limit < explained.limits.size(); limit++) {
            var used = explained.limits.get(limit).used().plus(facts.credits());
            if (Explanation.touches(limit, item) && used.hundredths() > rules.cap[limit]) {
                return Reason.of(
                        "stacking.over-limit",
                        explained.limits.get(limit).id(),
                        new Ects(rules.cap[limit]));
            }
        }
        return Reason.of("stacking.not-needed");
    }

    /** Why a credential that a requirement accepts was not even looked at. */
    private Reason leftOutBefore(HeldCredential facts) {
        boolean unwanted =
                whole.portfolio.wishes().stream()
                        .anyMatch(wish -> wish.credentialId().equals(facts.id()));
        if (unwanted) {
            return Reason.of("stacking.left-out-by-wish");
        }
        return facts.awarded()
                .map(day -> Reason.of("stacking.outside-window", day))
                .orElseGet(() -> Reason.of("stacking.fact-absent", Fact.AWARDED.key()));
    }

    private Optional<Reason> excluding(HeldCredential facts) {
        var own =
                problem.items
                        .get(Objects.requireNonNull(explained.itemOf.get(facts.id())))
                        .exclusions();
        for (int exclusion : own) {
            for (var count : explained.counted.values()) {
                var other = explained.item(count).facts();
                if (explained.item(count).exclusions().contains(exclusion)) {
                    var code =
                            exclusion >= problem.courseExclusions.size()
                                    ? "stacking.spent-on-counted"
                                    : facts.course().equals(other.course())
                                            ? "stacking.already-counted"
                                            : "stacking.not-both";
                    return Optional.of(
                            Reason.of(code, other.course().orElse(other.id()), other.id()));
                }
            }
        }
        return Optional.empty();
    }
}
