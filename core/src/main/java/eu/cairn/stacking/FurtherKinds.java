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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which kinds of further credentials can matter for a rulebook: for every requirement, the
 * combinations of limits that a credential acceptable to it can touch. All conditions are about one
 * fact each, so the combinations follow fact by fact from the values that the rules name, and from
 * one value that they do not name. A further credential is awarded on the day of the audit, unless
 * any age is asked for, and was spent on nothing.
 */
final class FurtherKinds {

    /** Begins a value that no rule names, for {@code notIssuer}. */
    static final String ANOTHER = "another";

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
    private final boolean anyAge;
    private int looked;

    /**
     * @param anyAge whether they may have been awarded at any time, and not on the day itself
     */
    FurtherKinds(Rulebook rulebook, List<Limit> limits, LocalDate asOf, boolean anyAge) {
        this.rulebook = rulebook;
        this.limits = limits;
        this.asOf = asOf;
        this.anyAge = anyAge;
    }

    /** By requirement, in their order; none where there are too many to be told apart. */
    Optional<List<List<FurtherKind>>> of(List<Take> takes) {
        try {
            var all = new ArrayList<List<FurtherKind>>();
            for (var take : takes) {
                all.add(of(take.id(), take.from()));
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

    /** The kinds that two requirements accept at once; none where they are too many. */
    Optional<List<FurtherKind>> ofBoth(Take one, Take other) {
        var both =
                Stream.of(one, other).flatMap(take -> take.from().conditions().stream()).toList();
        try {
            return Optional.of(of(one.id() + "+" + other.id(), new Filter(both)));
        } catch (BudgetSpent tooMany) {
            return Optional.empty();
        }
    }

    /** The kinds of further credentials that {@code from} accepts, the best for the limits only. */
    private List<FurtherKind> of(String id, Filter from) throws BudgetSpent {
        var none = HeldCredential.of(id, Ects.ZERO).awarded(asOf).credential();
        Map<Key, HeldCredential> kinds = new LinkedHashMap<>();
        kinds.put(new Key(touched(Fact.SPENT, List.of()), ""), none);
        for (var fact : ASKED) {
            var next = new LinkedHashMap<Key, HeldCredential>();
            for (var values : candidates(from, fact)) {
                if (!holds(from, fact, values)) {
                    continue;
                }
                long touched = touched(fact, values);
                boolean names =
                        fact == Fact.COURSE
                                && values.stream().anyMatch(value -> isNamed(from, fact, value));
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
        var all = new ArrayList<FurtherKind>();
        for (var kind : kinds.entrySet()) {
            var course = Optional.of(kind.getKey().course).filter(name -> !name.isEmpty());
            for (var size : sizes(from)) {
                for (var day : days(from)) {
                    look();
                    long touched =
                            kind.getKey().limits & touched(size) & touched(Fact.AWARDED, day);
                    all.add(new FurtherKind(touched, course, kind.getValue(), size));
                }
            }
        }
        return all.stream()
                .filter(kind -> all.stream().noneMatch(other -> better(other, kind)))
                .sorted(
                        Comparator.comparing((FurtherKind kind) -> kind.course().orElse(""))
                                .thenComparingLong(FurtherKind::limits))
                .toList();
    }

    /** The days of award that {@code from} accepts and that rules tell apart. */
    private List<List<String>> days(Filter from) {
        var days = new TreeSet<>(List.of(asOf));
        for (var condition : conditions(from, Fact.AWARDED)) {
            if (anyAge && condition instanceof Condition.MaxAge age) {
                days.add(Terms.earliest(age.age(), asOf).minusDays(1));
            }
        }
        return days.stream()
                .map(day -> List.of(day.toString()))
                .filter(day -> holds(from, Fact.AWARDED, day))
                .toList();
    }

    private boolean isNamed(Filter from, Fact fact, String value) {
        return conditions(from, fact).stream()
                .anyMatch(condition -> CompiledRulebook.named(condition).contains(value));
    }

    private static Stream<Condition.Size> sizesAsked(Filter filter) {
        return filter.conditions().stream()
                .filter(Condition.Size.class::isInstance)
                .map(Condition.Size.class::cast);
    }

    /** The sizes that {@code from} accepts, apart where a limit tells them apart. */
    private List<Optional<Condition.Size>> sizes(Filter from) {
        var begins = new TreeSet<Integer>(List.of(0));
        limits.stream()
                .flatMap(limit -> sizesAsked(limit.where()))
                .forEach(
                        size -> {
                            size.atLeast().ifPresent(least -> begins.add(least.hundredths()));
                            size.atMost().ifPresent(most -> begins.add(most.hundredths() + 1));
                        });
        var sizes = new ArrayList<Optional<Condition.Size>>();
        for (int begin : begins) {
            var next = Optional.ofNullable(begins.higher(begin));
            int least = begin;
            int most = next.map(after -> after - 1).orElse(Integer.MAX_VALUE);
            for (var size : sizesAsked(from).toList()) {
                least = Math.max(least, size.atLeast().map(Ects::hundredths).orElse(0));
                most =
                        Math.min(
                                most,
                                size.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE));
            }
            if (least > most) {
                continue;
            }
            boolean any = least == 0 && most == Integer.MAX_VALUE;
            sizes.add(any ? Optional.empty() : Optional.of(size(least, most)));
        }
        return sizes;
    }

    private static Condition.Size size(int least, int most) {
        return new Condition.Size(
                least == 0 ? Optional.empty() : Optional.of(new Ects(least)),
                most == Integer.MAX_VALUE ? Optional.empty() : Optional.of(new Ects(most)));
    }

    /** The limits that a credential of this size can touch. */
    private long touched(Optional<Condition.Size> size) {
        var least = size.flatMap(Condition.Size::atLeast).orElse(Ects.ZERO);
        return CompiledRulebook.mask(
                limits.stream()
                        .map(limit -> sizesAsked(limit.where()).allMatch(it -> it.admits(least)))
                        .toList());
    }

    /** Whether {@code one} serves as well as {@code other}: all of its floors, no cap besides. */
    private boolean better(FurtherKind one, FurtherKind other) {
        if (!one.size().equals(other.size())) {
            return false;
        }
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
    private List<List<String>> candidates(Filter from, Fact fact) throws BudgetSpent {
        var named = new TreeSet<String>();
        boolean another = false;
        for (var condition : conditions(from, fact)) {
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
            candidates.add(another ? List.of(notIn(named)) : List.of());
        }
        if (fact == Fact.LEVEL) {
            rulebook.level()
                    .filter(level -> !named.isEmpty())
                    .ifPresent(level -> candidates.add(List.of(String.valueOf(level.level()))));
        }
        named.forEach(value -> candidates.add(List.of(value)));
        return fact.isList() ? unions(from, fact, candidates) : candidates;
    }

    private static String notIn(Set<String> named) {
        var value = ANOTHER;
        while (named.contains(value)) {
            value += "-";
        }
        return value;
    }

    /** A credential can have several values of these facts: every union that tells apart. */
    private List<List<String>> unions(Filter from, Fact fact, List<List<String>> single)
            throws BudgetSpent {
        var distinct = new LinkedHashMap<List<Object>, List<String>>();
        var open = new ArrayList<>(single);
        for (int next = 0; next < open.size(); next++) {
            look();
            var values = open.get(next);
            var effect = List.<Object>of(held(from, fact, values), touched(fact, values));
            if (distinct.putIfAbsent(effect, values) == null) {
                for (var more : single) {
                    open.add(Stream.concat(values.stream(), more.stream()).distinct().toList());
                }
            }
        }
        return List.copyOf(distinct.values());
    }

    /** Which of the conditions of {@code from} on this fact hold. */
    private List<Boolean> held(Filter from, Fact fact, List<String> values) {
        return from.conditions().stream()
                .filter(condition -> condition.fact() == fact)
                .map(condition -> !values.isEmpty() && condition.holdsFor(values, asOf))
                .toList();
    }

    private List<Condition> conditions(Filter from, Fact fact) {
        return Stream.concat(Stream.of(from), limits.stream().map(Limit::where))
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
