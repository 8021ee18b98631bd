package eu.cairn.bench;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The kinds of further credits that a requirement takes, told apart by the limits that they touch,
 * found by trying every combination of the facts that the rules of {@link LearnerInstances} and
 * {@link EverydayLearners} ask about.
 */
final class FurtherCredits {

    private static final List<Integer> LEVELS = List.of(6, 7);
    private static final List<String> KINDS = List.of("hei", "private");
    private static final List<String> ISSUERS = List.of("uni-a", "uni-b", "another");

    private final List<Limit> limits;

    FurtherCredits(List<Limit> limits) {
        this.limits = limits;
    }

    /**
     * For each kind that {@code take} accepts, the numbers of the limits that it touches; without
     * the kinds that another serves as well as.
     */
    List<List<Integer>> of(Take take) {
        var kinds = accepted(take);
        return kinds.stream()
                .filter(kind -> kinds.stream().noneMatch(other -> better(other, kind)))
                .toList();
    }

    /** Whether {@code one} touches all the floors of {@code other}, and no cap besides. */
    private boolean better(List<Integer> one, List<Integer> other) {
        return !one.equals(other)
                && one.containsAll(floors(other))
                && caps(other).containsAll(caps(one));
    }

    private boolean isCap(int number) {
        return limits.get(number).atMost().isPresent();
    }

    private List<Integer> caps(List<Integer> kind) {
        return kind.stream().filter(this::isCap).toList();
    }

    private List<Integer> floors(List<Integer> kind) {
        return kind.stream().filter(number -> !isCap(number)).toList();
    }

    private Set<List<Integer>> accepted(Take take) {
        var kinds = new LinkedHashSet<List<Integer>>();
        for (var facts : every(themes(take))) {
            if (take.from().matches(facts, Learner.DAY)) {
                kinds.add(
                        IntStream.range(0, limits.size())
                                .filter(it -> limits.get(it).where().matches(facts, Learner.DAY))
                                .boxed()
                                .toList());
            }
        }
        return kinds;
    }

    private static List<HeldCredential> every(List<String> themes) {
        var every = new ArrayList<HeldCredential>();
        for (int level : LEVELS) {
            for (var kind : KINDS) {
                for (var issuer : ISSUERS) {
                    every.add(
                            HeldCredential.of("further", Ects.ZERO)
                                    .themes(themes)
                                    .level(level)
                                    .kind(kind)
                                    .issuer(issuer)
                                    .awarded(Learner.DAY)
                                    .credential());
                }
            }
        }
        return every;
    }

    private static List<String> themes(Take take) {
        return take.from().conditions().stream()
                .filter(OneOf.class::isInstance)
                .map(OneOf.class::cast)
                .filter(condition -> condition.fact() == Fact.THEME)
                .flatMap(condition -> condition.values().stream())
                .toList();
    }
}
