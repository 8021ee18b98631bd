package eu.cairn.app.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Names the units of a qualification: the courses that its requirements ask for by code. */
public final class Units {

    private Units() {}

    /**
     * A course that a requirement asks for.
     *
     * @param credits the least credits that the requirement asks for, where it says so
     */
    public record Unit(String course, String title, Optional<Ects> credits) {}

    /** The units in the order of the rulebook, each once. */
    public static List<Unit> of(Rulebook rules) {
        var units = new LinkedHashMap<String, Unit>();
        rules.takes()
                .forEach(
                        take ->
                                courses(take)
                                        .forEach(
                                                course ->
                                                        units.putIfAbsent(
                                                                course,
                                                                new Unit(
                                                                        course,
                                                                        take.note()
                                                                                .title()
                                                                                .orElse(course),
                                                                        take.credits()))));
        return List.copyOf(units.values());
    }

    private static List<String> courses(Requirement.Take take) {
        return take.from().conditions().stream()
                .filter(it -> it instanceof Condition.OneOf one && one.fact() == Fact.COURSE)
                .flatMap(it -> ((Condition.OneOf) it).values().stream())
                .toList();
    }
}
