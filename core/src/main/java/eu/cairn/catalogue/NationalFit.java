package eu.cairn.catalogue;

import eu.cairn.credential.Level;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which national types a course is of on a day. Where any is in force it has to be of one of them;
 * where none is, national law asks for nothing.
 *
 * @param types those that it is of
 * @param unmet if it is of none, each limit of each type that it is outside of
 */
public record NationalFit(List<NationalType> types, List<Refusal> unmet) {

    public NationalFit {
        types = List.copyOf(types);
        unmet = List.copyOf(unmet);
    }

    /**
     * Lays a course on the types that bind its country.
     *
     * @param registered every type that is known, in force or not
     * @param country where the awarding body is
     */
    public static NationalFit of(
            List<NationalType> registered,
            Country country,
            LocalDate day,
            Ects credits,
            Level level) {
        var met = new ArrayList<NationalType>();
        var unmet = new ArrayList<Refusal>();
        for (var type : registered) {
            if (type.binds(country) && type.validity().holdsOn(day)) {
                var outside = outside(type, credits, level);
                unmet.addAll(outside);
                if (outside.isEmpty()) {
                    met.add(type);
                }
            }
        }
        return new NationalFit(met, met.isEmpty() ? unmet : List.of());
    }

    /** The same for a frozen version. */
    public static NationalFit of(
            List<NationalType> registered, CourseVersion version, LocalDate day) {
        return of(
                registered,
                version.country(),
                day,
                version.design().credits(),
                version.design().level());
    }

    private static List<Refusal> outside(NationalType type, Ects credits, Level level) {
        var outside = new ArrayList<Refusal>();
        type.creditsLeast()
                .filter(least -> credits.compareTo(least) < 0)
                .ifPresent(
                        least ->
                                outside.add(
                                        outside(
                                                type,
                                                "framework.type-credits-below",
                                                "credits",
                                                credits,
                                                least)));
        type.creditsMost()
                .filter(most -> credits.compareTo(most) > 0)
                .ifPresent(
                        most ->
                                outside.add(
                                        outside(
                                                type,
                                                "framework.type-credits-above",
                                                "credits",
                                                credits,
                                                most)));
        if (level.eqf().filter(type.levels()::contains).isEmpty()) {
            outside.add(
                    outside(
                            type,
                            "framework.type-level-not-among",
                            "eqfLevel",
                            level.eqf().map(EqfLevel::toString).orElse("–"),
                            type.levels().stream()
                                    .map(EqfLevel::toString)
                                    .collect(Collectors.joining(", "))));
        }
        var national = level.national().map(one -> one.framework() + " " + one.level());
        if (!type.nationalLevels().isEmpty()
                && national.filter(type.nationalLevels()::contains).isEmpty()) {
            outside.add(
                    outside(
                            type,
                            "framework.type-national-level-not-among",
                            "nationalLevel",
                            national.orElse("–"),
                            String.join(", ", type.nationalLevels())));
        }
        return outside;
    }

    private static Refusal outside(
            NationalType type, String code, String place, Object stated, Object asked) {
        return Refusal.of(
                code,
                place,
                stated,
                asked,
                type.name().authoritative(),
                type.code(),
                type.law().name());
    }
}
