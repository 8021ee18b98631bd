package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Condition.Grade;
import eu.cairn.stacking.Condition.GradeOnScale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The scales of grades that a rulebook declares, the best grade first. */
final class GradeScales {

    private final Map<String, List<String>> scales = new TreeMap<>();

    GradeScales(Optional<Part> part) {
        part.ifPresent(
                stated -> stated.keys().forEach((name, grades) -> scales.put(name, scale(grades))));
    }

    private static List<String> scale(Part part) {
        var grades = part.list().stream().flatMap(each -> each.text().stream()).toList();
        if (grades.stream().distinct().count() < 2) {
            part.refuse("rulebook.wrong-type", "a list of two grades or more, the best first");
        }
        grades.stream()
                .filter(grade -> grades.indexOf(grade) != grades.lastIndexOf(grade))
                .distinct()
                .forEach(grade -> part.refuse("rulebook.duplicate-key", grade));
        return grades;
    }

    /** A number, or a grade on the scale that is named or that alone has it. */
    Optional<Condition> atLeast(Part part) {
        var keys = part.keys(Set.of("atLeast", "scale"), Set.of());
        var grade = Figures.text(keys, "atLeast");
        if (grade.isEmpty()) {
            if (!keys.containsKey("atLeast")) {
                part.refuse("rulebook.missing-key", "atLeast");
            }
            return Optional.empty();
        }
        if (keys.containsKey("scale")) {
            return Figures.text(keys, "scale").flatMap(name -> on(name, grade.get(), part));
        }
        if (grade.get().matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            return Optional.of(new Grade(new BigDecimal(grade.get())));
        }
        var having = scales.values().stream().filter(scale -> scale.contains(grade.get())).toList();
        if (having.size() != 1) {
            part.refuse(
                    having.isEmpty() ? "rulebook.grade-on-no-scale" : "rulebook.grade-on-scales",
                    grade.get());
            return Optional.empty();
        }
        return Optional.of(new GradeOnScale(having.getFirst(), grade.get()));
    }

    private Optional<Condition> on(String name, String grade, Part part) {
        var scale = scales.getOrDefault(name, List.of());
        if (!scale.contains(grade)) {
            part.refuse(
                    "rulebook.unknown-value",
                    scale.isEmpty() ? name : grade,
                    String.join(", ", scale.isEmpty() ? scales.keySet() : scale));
            return Optional.empty();
        }
        return Optional.of(new GradeOnScale(scale, grade));
    }
}
