package eu.cairn.app.quality;

import eu.cairn.app.web.Labels;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.quality.Criterion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a frozen design itself says on a criterion, so that the reviewer adds only the finding. */
final class Evidence {

    private Evidence() {}

    static List<String> of(Criterion criterion, CourseDesign design) {
        return switch (criterion.id()) {
            case "need" -> need(design);
            case "outcomes" -> outcomes(design);
            case "level" -> level(design);
            case "workload" -> workload(design);
            case "alignment" -> alignment(design);
            case "assessment" -> assessment(design);
            case "teachers" -> teachers(design);
            case "information" ->
                    List.of(
                            "To enrol: " + design.prerequisites().orElse("nothing is required"),
                            "Grading: " + design.gradingScale());
            default -> List.of();
        };
    }

    private static List<String> teachers(CourseDesign design) {
        return design.activities().stream()
                .flatMap(one -> one.teachers().stream().map(who -> one.title() + ": " + who))
                .toList();
    }

    private static List<String> outcomes(CourseDesign design) {
        return design.outcomes().stream()
                .map(outcome -> outcome.code() + ": " + outcome.text().authoritative())
                .toList();
    }

    private static List<String> need(CourseDesign design) {
        var relevance = design.plan().relevance();
        return Stream.of(
                        Stream.of(design.need()),
                        relevance.targetGroup().stream().map(group -> "For: " + group),
                        relevance.stakeholders().stream()
                                .map(
                                        one ->
                                                "Asked: %s, %s"
                                                        .formatted(
                                                                one.name(),
                                                                Labels.of(one.askedOn()))),
                        relevance.evidence().stream()
                                .map(one -> Labels.of(one.kind()) + ": " + one.source()))
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> level(CourseDesign design) {
        var grounds = design.plan().level();
        return Stream.of(
                        Stream.of("Claimed: " + Labels.of(design.level())),
                        grounds.knowledge().stream().map(text -> "Knowledge: " + text),
                        grounds.skills().stream().map(text -> "Skills: " + text),
                        grounds.responsibility().stream()
                                .map(text -> "Responsibility and autonomy: " + text))
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> workload(CourseDesign design) {
        return Stream.concat(
                        Stream.of(perCredit(design)),
                        design.plan().time().outside().stream()
                                .map(
                                        outside ->
                                                "Outside the range of the country: %s Signed by %s, %s"
                                                        .formatted(
                                                                outside.reason(),
                                                                outside.signedBy(),
                                                                Labels.of(outside.signedOn()))))
                .toList();
    }

    private static String perCredit(CourseDesign design) {
        var perCredit =
                BigDecimal.valueOf(design.hours().minutes())
                        .divide(
                                design.credits().toDecimal().multiply(BigDecimal.valueOf(60)),
                                1,
                                RoundingMode.HALF_UP);
        return "%s h for %s ECTS, %s h per credit"
                .formatted(design.hours(), design.credits(), perCredit.toPlainString());
    }

    private static List<String> alignment(CourseDesign design) {
        return design.outcomes().stream()
                .map(
                        outcome ->
                                "%s: taught in %d, assessed by %d"
                                        .formatted(
                                                outcome.code(),
                                                design.activities().stream()
                                                        .filter(
                                                                a ->
                                                                        a.outcomes()
                                                                                .contains(
                                                                                        outcome
                                                                                                .code()))
                                                        .count(),
                                                design.tasksFor(outcome).size()))
                .toList();
    }

    private static List<String> assessment(CourseDesign design) {
        return Stream.concat(
                        design.tasks().stream()
                                .map(
                                        task ->
                                                "%s, %s, %d %%: %s"
                                                        .formatted(
                                                                task.title(),
                                                                Labels.of(task.type())
                                                                        .toLowerCase(
                                                                                Locale.ENGLISH),
                                                                task.weightPercent(),
                                                                Labels.of(task.supervision())
                                                                        .toLowerCase(
                                                                                Locale.ENGLISH))),
                        Stream.of("Grading: " + design.gradingScale()))
                .toList();
    }
}
