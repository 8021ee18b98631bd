package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Condition.Field;
import eu.cairn.stacking.Condition.Grade;
import eu.cairn.stacking.Condition.NoneOf;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which kinds of further credentials can matter for a rulebook: for every requirement, the
 * combinations of limits that a credential acceptable to it can touch. All conditions are about one
 * fact each, so the combinations follow fact by fact from the values that the rules name, and from
 * one value that they do not name. A further credential is taken to be awarded on the day of the
 * audit.
 */
final class FurtherKinds {

    /** A value that no rule names, for {@code notIssuer}. */
    private static final String ANOTHER = "another";

    private static final List<Fact> ASKED =
            Stream.of(Fact.values())
                    .filter(fact -> fact != Fact.AWARDED && fact != Fact.SIZE)
                    .filter(fact -> fact != Fact.SPENT)
                    .toList();

    /** The most combinations that are looked at for one rulebook; each fact multiplies them. */
    private static final int MOST = 200_000;

    private record Key(long limits, String course) {}

    private final Rulebook rulebook;
    private final List<Limit> limits;
    private final LocalDate asOf;
    private int looked;

    FurtherKinds(Rulebook rulebook, List<Limit> limits, LocalDate asOf) {
        this.rulebook = rulebook;
        this.limits = limits;
        this.asOf = asOf;
    }

    /** By requirement, in their order; none where there are too many to be told apart. */
    Optional<List<List<FurtherKind>>> of(List<Take> takes) {
        try {
            var all = new ArrayList<List<FurtherKind>>();
            for (var take : takes) {
                all.add(of(take));
            }
            return Optional.of(List.copyOf(all));
        } catch (BudgetSpent tooMany) {
            return Optional.empty();
        }
    }

    private void look() throws BudgetSpent {
        if (++looked > MOST) {
            throw new BudgetSpent();
        }
    }

    /** The kinds of further credentials that {@code take} accepts, the best for the limits only. */
    private List<FurtherKind> of(Take take) throws BudgetSpent {
        var none = HeldCredential.of(take.id(), Ects.ZERO).awarded(asOf).credential();
        Map<Key, HeldCredential> kinds = new LinkedHashMap<>();
        kinds.put(new Key((1L << limits.size()) - 1, ""), none);
        for (var fact : ASKED) {
            var next = new LinkedHashMap<Key, HeldCredential>();
            for (var values : candidates(take, fact)) {
                if (!holds(take.from(), fact, values)) {
                    continue;
                }
                long touched = touched(fact, values);
                boolean names = fact == Fact.COURSE && !values.isEmpty();
                for (var kind : kinds.entrySet()) {
                    look();
                    var course = names ? values.getFirst() : kind.getKey().course;
                    next.putIfAbsent(
                            new Key(kind.getKey().limits & touched, course),
                            with(kind.getValue(), fact, values));
                }
            }
            kinds = next;
        }
        var all =
                kinds.entrySet().stream()
                        .map(
                                kind ->
                                        new FurtherKind(
                                                kind.getKey().limits, kind.getValue(), size(take)))
                        .toList();
        return all.stream()
                .filter(kind -> all.stream().noneMatch(other -> better(other, kind)))
                .sorted(
                        Comparator.comparing((FurtherKind kind) -> kind.course().orElse(""))
                                .thenComparingLong(FurtherKind::limits))
                .toList();
    }

    private static Optional<Condition.Size> size(Take take) {
        return take.from().conditions().stream()
                .filter(Condition.Size.class::isInstance)
                .map(Condition.Size.class::cast)
                .findFirst();
    }

    /** Whether {@code one} serves as well as {@code other}: all of its floors, no cap besides. */
    private boolean better(FurtherKind one, FurtherKind other) {
        boolean sameCourse = one.course().equals(other.course());
        if (sameCourse ? one.limits() == other.limits() : one.course().isPresent()) {
            return false;
        }
        for (int number = 0; number < limits.size(); number++) {
            var limit = limits.get(number);
            boolean first = (one.limits() >> number & 1) != 0;
            boolean second = (other.limits() >> number & 1) != 0;
            boolean floor = limit.atLeast().isPresent() || limit.coursesAtLeast().isPresent();
            boolean cap = limit.atMost().isPresent() || limit.coursesAtMost().isPresent();
            if ((floor && second && !first) || (cap && first && !second)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Filter filter, Fact fact, List<String> values) {
        return filter.conditions().stream()
                .filter(condition -> condition.fact() == fact)
                .allMatch(condition -> !values.isEmpty() && condition.holdsFor(values, asOf));
    }

    private long touched(Fact fact, List<String> values) {
        return CompiledRulebook.mask(
                limits.stream().map(limit -> holds(limit.where(), fact, values)).toList());
    }

    /** The values of {@code fact} worth telling apart, the plainest first. */
    private List<List<String>> candidates(Take take, Fact fact) throws BudgetSpent {
        var named = new TreeSet<String>();
        boolean another = false;
        for (var condition : conditions(take, fact)) {
            switch (condition) {
                case OneOf one -> named.addAll(one.values());
                case NoneOf none -> {
                    named.addAll(none.values());
                    another = true;
                }
                case Field field -> named.addAll(field.prefixes());
                case Condition.Level level -> named.addAll(levels());
                case Grade grade -> named.add(grade.atLeast().toPlainString());
                case Condition.GradeOnScale grade -> named.add(grade.atLeast());
                case Condition.Hours hours -> named.add(String.valueOf(hours.atLeast()));
                case Condition.AnyBut any -> another = true;
                case Condition.Size size -> {}
                case Condition.MaxAge age -> {}
            }
        }
        var candidates = new ArrayList<List<String>>();
        if (fact != Fact.LEVEL || named.isEmpty()) {
            candidates.add(another ? List.of(ANOTHER) : List.of());
        }
        if (fact == Fact.LEVEL) {
            rulebook.level()
                    .filter(level -> !named.isEmpty())
                    .ifPresent(level -> candidates.add(List.of(String.valueOf(level.level()))));
        }
        named.forEach(value -> candidates.add(List.of(value)));
        return fact.isList() ? unions(take, fact, candidates) : candidates;
    }

    /** A credential can have several values of these facts: every union that tells apart. */
    private List<List<String>> unions(Take take, Fact fact, List<List<String>> single)
            throws BudgetSpent {
        var distinct = new LinkedHashMap<List<Object>, List<String>>();
        var open = new ArrayList<>(single);
        for (int next = 0; next < open.size(); next++) {
            look();
            var values = open.get(next);
            var effect = List.<Object>of(holds(take.from(), fact, values), touched(fact, values));
            if (distinct.putIfAbsent(effect, values) == null) {
                for (var more : single) {
                    open.add(Stream.concat(values.stream(), more.stream()).distinct().toList());
                }
            }
        }
        return List.copyOf(distinct.values());
    }

    private List<Condition> conditions(Take take, Fact fact) {
        return Stream.concat(Stream.of(take.from()), limits.stream().map(Limit::where))
                .flatMap(filter -> filter.conditions().stream())
                .filter(condition -> condition.fact() == fact)
                .toList();
    }

    private static List<String> levels() {
        return Stream.iterate(1, level -> level <= 8, level -> level + 1)
                .map(String::valueOf)
                .toList();
    }

    private static HeldCredential with(HeldCredential facts, Fact fact, List<String> values) {
        return values.isEmpty()
                ? facts
                : HeldCredentialFacts.copy(facts).with(fact, values).credential();
    }
}
