package eu.cairn.stacking;

import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values some credentials state, whichever of them it is: enough to pass over most rulebooks
 * that ask for other themes or courses, without looking at any credential again.
 */
public final class FactsHeld {

    private final Map<Fact, Set<String>> values = new EnumMap<>(Fact.class);

    private FactsHeld(List<HeldCredential> credentials) {
        for (var credential : credentials) {
            credential
                    .facts()
                    .forEach(
                            (fact, stated) ->
                                    values.computeIfAbsent(fact, none -> new HashSet<>())
                                            .addAll(stated));
        }
    }

    /** The values that are stated by {@code credentials}, as they enter. */
    public static FactsHeld of(List<HeldCredential> credentials) {
        return new FactsHeld(credentials);
    }

    /**
     * False only if certainly none of the credentials could count under {@code rulebook}, on any
     * day; {@link Acceptance#any} decides about the others.
     */
    public boolean couldCount(Rulebook rulebook) {
        for (var requirement : rulebook.requirements()) {
            if (couldCount(requirement, rulebook.terms())) {
                return true;
            }
        }
        for (var bundle : rulebook.terms().bundles()) {
            if (couldMatch(bundle.each(), rulebook.terms())) {
                return true;
            }
        }
        return false;
    }

    private boolean couldCount(Requirement requirement, Terms terms) {
        return switch (requirement) {
            case Take take -> couldMatch(take.from(), terms);
            case All all -> couldCount(all.of(), terms);
            case Choose choose -> couldCount(choose.of(), terms);
        };
    }

    private boolean couldCount(List<Requirement> some, Terms terms) {
        for (var each : some) {
            if (couldCount(each, terms)) {
                return true;
            }
        }
        return false;
    }

    private boolean couldMatch(Filter filter, Terms terms) {
        for (var condition : filter.conditions()) {
            boolean stated = condition.fact() != Fact.SIZE && condition.fact() != Fact.AWARDED;
            if (stated && condition instanceof OneOf one && !states(one, terms)) {
                return false;
            }
        }
        return true;
    }

    private boolean states(OneOf one, Terms terms) {
        var stated = values.getOrDefault(one.fact(), Set.of());
        for (var value : one.values()) {
            if (stated.contains(value)) {
                return true;
            }
        }
        return one.fact() == Fact.COURSE && substituted(one, stated, terms);
    }

    private static boolean substituted(OneOf one, Set<String> stated, Terms terms) {
        for (var substitute : terms.substitutes().entrySet()) {
            if (stated.contains(substitute.getKey())
                    && one.values().contains(substitute.getValue())) {
                return true;
            }
        }
        return false;
    }
}
