package eu.cairn.catalogue;

import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.Supervision;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.WorkloadRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is to be learnt, taught and assessed, and whether the three are aligned: every outcome
 * is taught and assessed, and every activity and task serves one.
 */
final class TeachingReader {

    private static final int LONGEST_TEACHERS = 200;
    private static final int LONGEST_RESOURCE = 500;
    private static final int MOST_RESOURCES = 12;
    private static final String LIKE_AN_ADDRESS = "(?i)([a-z][a-z0-9+.-]*://|www\\.)\\S*";

    private final CourseDraft draft;
    private final TypedFields fields;

    TeachingReader(CourseDraft draft, TypedFields fields) {
        this.draft = draft;
        this.fields = fields;
    }

    List<CourseDesign.Activity> activities() {
        var activities = new ArrayList<CourseDesign.Activity>();
        if (draft.activities().isEmpty()) {
            fields.fault("activities", "catalogue.activities-missing");
        }
        for (int i = 0; i < draft.activities().size(); i++) {
            var typed = draft.activities().get(i);
            var place = "activities[" + (i + 1) + "]";
            var title = fields.text(place + ".title", typed.title(), true);
            var hours = hours(place, typed);
            var type = fields.option(place + ".type", typed.type(), ActivityType::ofCode);
            var kind =
                    fields.option(place + ".kind", typed.kind(), TimeKind::ofCode)
                            .or(() -> type.map(ActivityType::timeKind));
            var mode = fields.option(place + ".mode", typed.mode(), ActivityMode::ofCode);
            mode.ifPresent(one -> againstCourse(place + ".mode", one, kind));
            var teachers = fields.text(place + ".teachers", typed.teachers(), LONGEST_TEACHERS);
            var resources = resources(place + ".resources", typed.resources());
            if (title.isPresent() && hours.isPresent()) {
                activities.add(
                        new CourseDesign.Activity(
                                title.get(),
                                hours.get(),
                                codes(typed.outcomes()),
                                type,
                                kind,
                                mode,
                                teachers,
                                resources));
            }
        }
        return activities;
    }

    /** Asks where an activity is not as the course is; what is done alone may be done anywhere. */
    private void againstCourse(String place, ActivityMode mode, Optional<TimeKind> kind) {
        var course = FormOfParticipation.ofCode(draft.participation());
        boolean alone =
                course.equals(Optional.of(FormOfParticipation.ONSITE))
                        && kind.equals(Optional.of(TimeKind.INDEPENDENT));
        if (!alone
                && !course.equals(Optional.of(FormOfParticipation.BLENDED))
                && course.filter(form -> form != mode.participation()).isPresent()) {
            fields.hint(
                    place,
                    "catalogue.mode-not-of-course",
                    mode.participation().code(),
                    draft.participation());
        }
    }

    /** Texts and addresses; what begins like an address has to be one that a page may link to. */
    private List<String> resources(String place, List<String> typed) {
        var resources = new ArrayList<String>();
        for (var one : typed) {
            var text = fields.text(place, one, LONGEST_RESOURCE);
            if (text.filter(some -> some.matches(LIKE_AN_ADDRESS)).isPresent()
                    && !CourseDesign.Activity.isAddress(one.strip())) {
                fields.fault(place, "catalogue.address-invalid", one.strip());
            }
            text.ifPresent(resources::add);
        }
        if (resources.size() > MOST_RESOURCES) {
            fields.fault(place, "catalogue.too-many-rows", resources.size(), MOST_RESOURCES);
        }
        return resources;
    }

    /** The hours as declared, or as estimated; where both are far apart, it is asked why. */
    private Optional<LearningHours> hours(String place, CourseDraft.Activity typed) {
        var rate = fields.option(place + ".method", typed.method(), WorkloadRate::ofCode);
        var estimate = Estimates.of(draft).estimate(typed).map(Estimates.Hours::likely);
        if (rate.isPresent() && estimate.isEmpty() && !typed.amount().isBlank()) {
            fields.fault(place + ".amount", "catalogue.amount-invalid", typed.amount());
        }
        if (typed.hours().isBlank() && estimate.isPresent()) {
            return fields.hours(place + ".hours", estimate.get().toString());
        }
        var hours = fields.hours(place + ".hours", typed.hours());
        if (hours.isPresent() && estimate.isPresent() && farApart(hours.get(), estimate.get())) {
            fields.hint(
                    place + ".hours", "catalogue.hours-off-estimate", hours.get(), estimate.get());
        }
        return hours;
    }

    private static boolean farApart(LearningHours declared, LearningHours estimated) {
        long difference = Math.abs((long) declared.minutes() - estimated.minutes());
        return difference * 4 > Math.max(declared.minutes(), estimated.minutes());
    }

    List<CourseDesign.Task> tasks() {
        var tasks = new ArrayList<CourseDesign.Task>();
        if (draft.tasks().isEmpty()) {
            fields.fault("tasks", "catalogue.tasks-missing");
        }
        for (int i = 0; i < draft.tasks().size(); i++) {
            var typed = draft.tasks().get(i);
            var place = "tasks[" + (i + 1) + "]";
            var title = fields.text(place + ".title", typed.title(), true);
            var type = fields.choice(place + ".type", typed.type(), AssessmentType::ofCode);
            var weight = fields.weight(place + ".weight", typed.weight());
            var hours = fields.hours(place + ".hours", typed.hours());
            var supervision =
                    fields.choice(place + ".supervision", typed.supervision(), Supervision::ofCode);
            if (title.isPresent()
                    && type.isPresent()
                    && weight.isPresent()
                    && hours.isPresent()
                    && supervision.isPresent()) {
                tasks.add(
                        new CourseDesign.Task(
                                "A" + (i + 1),
                                title.get(),
                                type.get(),
                                weight.get(),
                                hours.get(),
                                supervision.get(),
                                codes(typed.outcomes()),
                                typed.mustPass(),
                                Optional.of(typed.group().strip()).filter(it -> !it.isEmpty())));
            }
        }
        int sum = TaskChoice.of(draft).weight();
        if (!draft.tasks().isEmpty() && sum != 100) {
            fields.fault("tasks", "catalogue.weights-not-100", sum);
        }
        return tasks;
    }

    void alignment() {
        var alignment = Alignment.of(draft);
        for (int i = 0; i < alignment.rows().size(); i++) {
            var place = "outcomes[" + (i + 1) + "]";
            if (!alignment.rows().get(i).taught()) {
                fields.fault(place, "catalogue.outcome-not-taught", i + 1);
            }
            if (!alignment.rows().get(i).assessed()) {
                fields.fault(place, "catalogue.outcome-not-assessed", i + 1);
            }
        }
        for (int number : alignment.activitiesWithoutOutcome()) {
            fields.hint("activities[" + number + "]", "catalogue.activity-without-outcome", number);
        }
        for (int number : alignment.tasksWithoutOutcome()) {
            fields.hint("tasks[" + number + "]", "catalogue.task-without-outcome", number);
        }
    }

    private List<String> codes(List<Integer> outcomes) {
        return outcomes.stream()
                .filter(number -> number >= 1 && number <= draft.outcomes().size())
                .map(number -> "LO" + number)
                .toList();
    }
}
