package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Condition.Field;
import eu.cairn.stacking.Condition.Grade;
import eu.cairn.stacking.Condition.GradeOnScale;
import eu.cairn.stacking.Condition.Hours;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.MaxAge;
import eu.cairn.stacking.Condition.NoneOf;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Condition.Size;
import eu.cairn.stacking.Condition.Version;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What follows from filters alone, whatever credentials there are. */
final class FilterLogic {

    private FilterLogic() {}

    /** Whether no credential at all can match. */
    static boolean matchesNothing(Filter filter) {
        for (var fact : Fact.values()) {
            var about =
                    filter.conditions().stream()
                            .filter(condition -> condition.fact() == fact)
                            .toList();
            if (isEmpty(fact, about)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no credential can match both. */
    static boolean exclude(Filter one, Filter other) {
        return matchesNothing(
                new Filter(
                        Stream.of(one, other)
                                .flatMap(each -> each.conditions().stream())
                                .toList()));
    }

    private static boolean isEmpty(Fact fact, List<Condition> conditions) {
        var lists = of(conditions, OneOf.class).map(OneOf::values).toList();
        var excluded =
                of(conditions, NoneOf.class).flatMap(none -> none.values().stream()).toList();
        for (var values : lists) {
            var left = new TreeSet<>(values);
            excluded.forEach(left::remove);
            if (!fact.isList()) {
                lists.forEach(left::retainAll);
            }
            if (left.isEmpty()) {
                return true;
            }
        }
        int leastLevel = 1;
        int mostLevel = 8;
        for (var level : of(conditions, Level.class).toList()) {
            leastLevel = Math.max(leastLevel, least(level));
            mostLevel = Math.min(mostLevel, most(level));
        }
        int leastSize = 0;
        int mostSize = Integer.MAX_VALUE;
        for (var size : of(conditions, Size.class).toList()) {
            leastSize = Math.max(leastSize, least(size));
            mostSize = Math.min(mostSize, most(size));
        }
        int leastVersion = 1;
        int mostVersion = Integer.MAX_VALUE;
        for (var version : of(conditions, Version.class).toList()) {
            leastVersion = Math.max(leastVersion, least(version));
            mostVersion = Math.min(mostVersion, most(version));
        }
        return leastLevel > mostLevel
                || leastVersion > mostVersion
                || leastSize > mostSize
                || of(conditions, Field.class).anyMatch(FilterLogic::isNoField);
    }

    private static <C extends Condition> Stream<C> of(List<Condition> conditions, Class<C> kind) {
        return conditions.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Codes of fields have up to four digits (ISCED-F 2013). */
    private static boolean isNoField(Field field) {
        return field.prefixes().stream().noneMatch(code -> code.matches("\\d{1,4}"));
    }

    private static int least(Level level) {
        return level.atLeast().map(EqfLevel::level).orElse(1);
    }

    private static int most(Level level) {
        return level.atMost().map(EqfLevel::level).orElse(8);
    }

    private static int least(Version version) {
        return version.atLeast().orElse(1);
    }

    private static int most(Version version) {
        return version.atMost().orElse(Integer.MAX_VALUE);
    }

    private static int least(Size size) {
        return size.atLeast().map(Ects::hundredths).orElse(0);
    }

    private static int most(Size size) {
        return size.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE);
    }

    /** Whether every credential that matches {@code one} is certain to match {@code other}. */
    static boolean implies(Filter one, Filter other) {
        return other.conditions().stream()
                .allMatch(
                        asked ->
                                one.conditions().stream()
                                        .filter(given -> given.fact() == asked.fact())
                                        .anyMatch(given -> implies(given, asked)));
    }

    private static boolean implies(Condition given, Condition asked) {
        return given.equals(asked)
                || switch (asked) {
                    case OneOf one ->
                            given instanceof OneOf other
                                    && !other.values().isEmpty()
                                    && one.values().containsAll(other.values());
                    case NoneOf none -> excludes(given, none);
                    case Level level ->
                            given instanceof Level other
                                    && least(other) >= least(level)
                                    && most(other) <= most(level);
                    case Size size ->
                            given instanceof Size other
                                    && least(other) >= least(size)
                                    && most(other) <= most(size);
                    case Version version ->
                            given instanceof Version other
                                    && least(other) >= least(version)
                                    && most(other) <= most(version);
                    case Hours hours ->
                            given instanceof Hours other && other.atLeast() >= hours.atLeast();
                    case Field field ->
                            given instanceof Field other
                                    && !other.prefixes().isEmpty()
                                    && other.prefixes().stream()
                                            .allMatch(
                                                    code ->
                                                            field.prefixes().stream()
                                                                    .anyMatch(code::startsWith));
                    case Grade grade ->
                            given instanceof Grade other
                                    && other.atLeast().compareTo(grade.atLeast()) >= 0;
                    case GradeOnScale grade ->
                            given instanceof GradeOnScale other
                                    && other.scale().equals(grade.scale())
                                    && grade.scale().indexOf(other.atLeast())
                                            <= grade.scale().indexOf(grade.atLeast());
                    case MaxAge age ->
                            given instanceof MaxAge other
                                    && other.age().toTotalMonths() <= age.age().toTotalMonths();
                    case Condition.AnyBut any -> false;
                };
    }

    private static boolean excludes(Condition given, NoneOf none) {
        return switch (given) {
            case OneOf one ->
                    !one.fact().isList()
                            && !one.values().isEmpty()
                            && one.values().stream().noneMatch(none.values()::contains);
            case NoneOf other -> other.values().containsAll(none.values());
            default -> false;
        };
    }
}
