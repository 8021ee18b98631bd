package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.ActivityMode;
import eu.cairn.catalogue.ActivityType;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.TimeKind;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.Supervision;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a course is taught and assessed, on the page of its specification. */
final class TeachingSheet {

    private final CourseDesign design;
    private final SheetRows rows;

    TeachingSheet(CourseDesign design, SheetRows rows) {
        this.design = design;
        this.rows = rows;
    }

    void activities() {
        rows.section("Teaching and learning");
        var table = rows.table("activities", "Activity", "Type", "Hours", "Outcomes");
        for (var activity : design.activities()) {
            rows.cells(
                    table,
                    activity.title(),
                    SheetRows.or(
                            Stream.of(
                                            activity.type().map(ActivityType::code),
                                            activity.kind().map(TimeKind::code),
                                            activity.mode().map(ActivityMode::code))
                                    .flatMap(Optional::stream)
                                    .map(SheetRows::spaced)
                                    .collect(Collectors.joining(", "))),
                    activity.hours().toString(),
                    SheetRows.or(String.join(", ", activity.outcomes())));
        }
        design.activities().forEach(this::setting);
        time();
        var choices = design.plan().choices();
        choices.pace().ifPresent(pace -> rows.fact("Pace", SheetRows.spaced(pace.code())));
        for (var before : choices.before()) {
            rows.fact(before.needed() ? "Needed before" : "Recommended before", before.title());
        }
    }

    /** Who teaches an activity, and with what. */
    private void setting(CourseDesign.Activity activity) {
        activity.teachers()
                .ifPresent(teachers -> rows.quote("Taught by", activity.title() + ": " + teachers));
        if (activity.resources().isEmpty()) {
            return;
        }
        var row = rows.row("Resources");
        rows.quote(row, activity.title(), "activities");
        for (var resource : activity.resources()) {
            if (CourseDesign.Activity.isAddress(resource)) {
                rows.address(row, resource);
            } else {
                rows.quote(row, resource, "activities");
            }
        }
    }

    private void time() {
        var time = design.plan().time();
        time.range()
                .ifPresent(
                        range ->
                                rows.fact(
                                        "Range",
                                        "%s to %s hours".formatted(range.low(), range.high())));
        time.contactMinimum()
                .ifPresent(hours -> rows.fact("Contact", hours + " hours a credit or more"));
        for (var rate : time.rates()) {
            rows.fact(
                    "Rate: " + SheetRows.spaced(rate.method()),
                    "%s, likely %s, %s".formatted(rate.low(), rate.likely(), rate.high()));
        }
        time.outside()
                .ifPresent(
                        reason ->
                                rows.quote(
                                        "Outside the usual hours",
                                        "%s (%s, %s)"
                                                .formatted(
                                                        reason.reason(),
                                                        reason.signedBy(),
                                                        SheetRows.day(reason.signedOn()))));
    }

    void assessment() {
        rows.section("Assessment");
        var table =
                rows.table("tasks", "Task", "Type", "Share", "Hours", "Supervision", "Outcomes");
        for (var task : design.tasks()) {
            rows.cells(
                    table,
                    task.title(),
                    type(task.type()),
                    task.weightPercent() + " %",
                    task.hours().toString(),
                    supervision(task.supervision()),
                    SheetRows.or(String.join(", ", task.outcomes())));
        }
        rows.quote("Grading scale", design.gradingScale());
        var choices = design.plan().choices();
        choices.passMark().ifPresent(mark -> rows.fact("To pass", mark + " % of the whole"));
        for (var task : design.tasks()) {
            if (task.mustPass()) {
                rows.fact("Must be passed", task.title());
            }
        }
        for (var choice : choices.alternatives()) {
            rows.fact(
                    "To choose",
                    "%d of %s"
                            .formatted(
                                    choice.take(),
                                    design.tasksIn(choice.group()).stream()
                                            .map(CourseDesign.Task::title)
                                            .collect(Collectors.joining(", "))));
        }
        choices.priorLearning()
                .ifPresent(
                        yes ->
                                rows.quote(
                                        "Prior learning",
                                        (yes ? "Recognised. " : "Not recognised. ")
                                                + choices.priorLearningHow().orElse("")));
    }

    private static String type(AssessmentType type) {
        return type.code().replace('-', ' ');
    }

    private static String supervision(Supervision supervision) {
        return supervision.code().replace("-id", ", with identity check").replace('-', ' ');
    }
}
