package eu.cairn.app.catalogue;

import eu.cairn.app.web.Labels;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CoursePlan;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of the place of a course in the offer, from what the engine found and in words. */
public final class Stackability {

    private Stackability() {}

    /** In one paragraph; what the designer added stands last. */
    public static String of(CourseDesign design) {
        return Stream.of(
                        Optional.of(Labels.of(design.formalStatus())),
                        design.plan().place().legalStatus(),
                        programmes(design),
                        design.stackability())
                .flatMap(Optional::stream)
                .map(Stackability::sentence)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> programmes(CourseDesign design) {
        var programmes = design.plan().place().programmes();
        return programmes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Its %s ECTS count towards %s"
                                .formatted(
                                        design.credits(),
                                        programmes.stream()
                                                .map(Stackability::place)
                                                .collect(Collectors.joining("; "))));
    }

    private static String place(CoursePlan.Programme programme) {
        var where =
                programme.requirements().isEmpty()
                        ? "for which no requirement takes it yet"
                        : "in " + String.join(" or ", programme.requirements());
        return "%s (%s), %s".formatted(programme.title(), programme.awardedBy(), where);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
