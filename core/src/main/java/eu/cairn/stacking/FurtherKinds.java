package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Condition.Field;
import eu.cairn.stacking.Condition.Grade;
import eu.cairn.stacking.Condition.NoneOf;
import eu.cairn.stacking.Condition.OneOf;
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
 * one value that they do not name. A further credential is taken to be awarded on the day of the
 * audit, and was spent on nothing.
 */
final class FurtherKinds {

    /** Begins a value that no rule names, for {@code notIssuer}. */
    private static final String ANOTHER = "another";

    private static final List<Fact> ASKED =
            Stream.of(Fact.values())
                    .filter(fact -> fact != Fact.AWARDED && fact != Fact.SIZE)
                    .toList();

    /** The most combinations that are looked at for one rulebook; each fact multiplies them. */
    private static final int MOST = 50_000;

    /** The most kinds of one rulebook. */
    private static final int MOST_KINDS = 1_200;

    private record Key(long limits, Optional<String> course, Optional<String> award) {}

    private final Rulebook rulebook;
    private final List<Limit> limits;
    private final LocalDate asOf;
    private final boolean asHeld;
    private int looked;

    /**
     * @param asHeld whether they may be all that credentials that are held may be: awarded at any
     *     time and not only on the day itself, and silent about what a new one is sure to state
     */
    FurtherKinds(Rulebook rulebook, List<Limit> limits, LocalDate asOf, boolean asHeld) {
        this.asHeld = asHeld;
        this.rulebook = rulebook;
        this.limits = limits;
        this.asOf = asOf;
    }

    /** By filter, in their order; none where there are too many to be told apart. */
    Optional<List<List<FurtherKind>>> of(List<Filter> filters) {
        try {
            var all = new ArrayList<List<FurtherKind>>();
            int found = 0;
            for (var from : filters) {
                var kinds = of(from);
                all.add(kinds);
                found += kinds.size();
                if (found > MOST_KINDS) {
                    return Optional.empty();
                }
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

    /** The kinds of further credentials that {@code from} takes, the best for the limits only. */
    private List<FurtherKind> of(Filter from) throws BudgetSpent {
        var none = HeldCredential.of("further", Ects.ZERO).awarded(asOf).credential();
        Map<Key, HeldCredential> kinds = new LinkedHashMap<>();
        kinds.put(new Key((1L << limits.size()) - 1, Optional.empty(), Optional.empty()), none);
        for (var fact : ASKED) {
            if (conditions(from, fact).isEmpty()) {
                continue;
            }
            var next = new LinkedHashMap<Key, HeldCredential>();
            for (var values : candidates(from, fact)) {
                if (!holds(from, fact, values)) {
                    continue;
                }
                long touched = touched(fact, values);
                for (var kind : kinds.entrySet()) {
                    look();
                    var facts = with(kind.getValue(), fact, values);
                    var course = facts.course().filter(it -> isNamed(from, it));
                    long both = kind.getKey().limits & touched;
                    next.putIfAbsent(new Key(both, course, facts.award()), facts);
                }
            }
            kinds = next;
        }
        kinds = ofAges(from, kinds);
        if (kinds.size() > MOST_KINDS) {
            throw new BudgetSpent();
        }
        var all = new ArrayList<FurtherKind>();
        for (var size : sizes(from)) {
            long touched = touched(Fact.SIZE, List.of(least(size).toString()));
            for (var kind : kinds.entrySet()) {
                look();
                long both = kind.getKey().limits & touched;
                all.add(new FurtherKind(both, kind.getKey().course, kind.getValue(), size));
            }
        }
        return all.stream()
                .filter(kind -> all.stream().noneMatch(other -> better(other, kind)))
                .sorted(
                        Comparator.comparing((FurtherKind kind) -> kind.course().orElse(""))
                                .thenComparing(kind -> kind.facts().award().orElse(""))
                                .thenComparing(kind -> least(kind.size()))
                                .thenComparingLong(FurtherKind::limits))
                .toList();
    }

    /** These kinds as they are when awarded on the days that the rules tell apart. */
    private Map<Key, HeldCredential> ofAges(Filter from, Map<Key, HeldCredential> kinds)
            throws BudgetSpent {
        var days = new TreeSet<LocalDate>(Comparator.reverseOrder());
        days.add(asOf);
        for (var condition : conditions(from, Fact.AWARDED)) {
            if (asHeld && condition instanceof Condition.MaxAge age) {
                days.add(asOf.minus(age.age()).minusDays(1));
            }
        }
        var next = new LinkedHashMap<Key, HeldCredential>();
        for (var day : days) {
            var stated = List.of(day.toString());
            if (!holds(from, Fact.AWARDED, stated)) {
                continue;
            }
            long touched = touched(Fact.AWARDED, stated);
            for (var kind : kinds.entrySet()) {
                look();
                var key = kind.getKey();
                var facts = HeldCredentialFacts.copy(kind.getValue()).awarded(day).credential();
                next.putIfAbsent(new Key(key.limits & touched, key.course, key.award), facts);
            }
        }
        return next;
    }

    /** Whether a rule names this course, be it to admit it or not. */
    private boolean isNamed(Filter from, String course) {
        return conditions(from, Fact.COURSE).stream()
                .anyMatch(condition -> CompiledRulebook.named(condition).contains(course));
    }

    /** The ranges of credits that the rules tell apart and {@code from} takes. */
    private List<Optional<Condition.Size>> sizes(Filter from) {
        var starts = new TreeSet<Ects>(List.of(Ects.ZERO));
        for (var condition : conditions(from, Fact.SIZE)) {
            if (condition instanceof Condition.Size size) {
                size.atLeast().ifPresent(starts::add);
                size.atMost().ifPresent(most -> starts.add(most.plus(new Ects(1))));
            }
        }
        var sizes = new ArrayList<Optional<Condition.Size>>();
        for (var start : starts) {
            if (holds(from, Fact.SIZE, List.of(start.toString()))) {
                var after = Optional.ofNullable(starts.higher(start));
                var most = after.map(next -> new Ects(next.hundredths() - 1));
                var least = Optional.of(start).filter(it -> !it.equals(Ects.ZERO));
                sizes.add(
                        least.isEmpty() && most.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Condition.Size(least, most)));
            }
        }
        return sizes;
    }

    private static Ects least(Optional<Condition.Size> size) {
        return size.flatMap(Condition.Size::atLeast).orElse(Ects.ZERO);
    }

    /** Whether {@code one} serves as well as {@code other}: all of its floors, no cap besides. */
    private boolean better(FurtherKind one, FurtherKind other) {
        boolean same =
                one.course().equals(other.course())
                        && one.facts().award().equals(other.facts().award());
        if (!one.size().equals(other.size())
                || (same ? one.limits() == other.limits() : one.isNamed())) {
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
        return !each(filter, fact, values).contains(false);
    }

    /** By condition on {@code fact}, whether it holds. */
    private List<Boolean> each(Filter filter, Fact fact, List<String> values) {
        return filter.conditions().stream()
                .filter(condition -> condition.fact() == fact)
                .map(condition -> !values.isEmpty() && condition.holdsFor(values, asOf))
                .toList();
    }

    private long touched(Fact fact, List<String> values) {
        return CompiledRulebook.mask(
                limits.stream().map(limit -> holds(limit.where(), fact, values)).toList());
    }

    /** The values of {@code fact} worth telling apart, the plainest first. */
    private List<List<String>> candidates(Filter from, Fact fact) throws BudgetSpent {
        if (fact == Fact.SPENT) {
            return List.of(List.of());
        }
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
                case Condition.Version version -> {
                    named.add("1");
                    version.atLeast().ifPresent(least -> named.add(String.valueOf(least)));
                    version.atMost().ifPresent(most -> named.add(String.valueOf(most + 1)));
                }
                case Condition.AnyBut any -> another = true;
                case Condition.Size size -> {}
                case Condition.MaxAge age -> {}
            }
        }
        var candidates = new ArrayList<List<String>>();
        if (another) {
            candidates.add(List.of(notIn(named)));
        }
        if (fact == Fact.LEVEL) {
            rulebook.level()
                    .filter(level -> !named.isEmpty())
                    .ifPresent(level -> candidates.add(List.of(String.valueOf(level.level()))));
        }
        boolean newOnesStateIt = another || (fact == Fact.LEVEL && !named.isEmpty());
        if (asHeld || !newOnesStateIt) {
            candidates.add(List.of());
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
            var effect = List.<Object>of(each(from, fact, values), touched(fact, values));
            if (distinct.putIfAbsent(effect, values) == null) {
                for (var more : single) {
                    open.add(Stream.concat(values.stream(), more.stream()).distinct().toList());
                }
            }
        }
        return List.copyOf(distinct.values());
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
