package eu.cairn.catalogue;

import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.Supervision;
import eu.cairn.framework.Ects;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.Refusal;
import eu.cairn.framework.TaxonomyLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A complete design of a short course: outcomes, teaching and assessment aligned within the
 * estimated learning time (ECTS Users' Guide 2015).
 *
 * @param outcomes codes {@code LO1}, {@code LO2}, … in order
 * @param tasks codes {@code A1}, {@code A2}, … in order, weights adding up to 100
 * @param firstRun the days of the first run, where they are set
 * @param publishedSource the public page that the course follows, where it follows one
 * @param terms what its credential states beside what is learnt
 * @param aims how demanding the outcomes are; one for each of which something is stated
 * @param remarks what a machine found worth asking when it was submitted; for its reviewer
 * @param plan whom it is for, its place, level and hours, and what learners choose
 */
public record CourseDesign(
        String code,
        MultilingualText title,
        Language language,
        Ects credits,
        Level level,
        FieldOfEducation field,
        FormOfParticipation participation,
        Optional<String> prerequisites,
        FormalStatus formalStatus,
        Optional<String> stackability,
        String need,
        Optional<Run> firstRun,
        String gradingScale,
        Optional<String> publishedSource,
        CredentialTerms terms,
        List<LearningOutcome> outcomes,
        List<Activity> activities,
        List<Task> tasks,
        List<Aim> aims,
        List<Remark> remarks,
        CoursePlan plan) {

    public CourseDesign {
        aims = List.copyOf(aims);
        remarks = List.copyOf(remarks);
        outcomes = List.copyOf(outcomes);
        activities = List.copyOf(activities);
        tasks = List.copyOf(tasks);
    }

    /**
     * A hint that was open when the design was submitted.
     *
     * @param answer what the designer answered to it
     */
    public record Remark(Refusal hint, Optional<String> answer) {}

    /** The design as the public sees it: what passed between designer and reviewer is theirs. */
    public CourseDesign published() {
        return with(List.of());
    }

    /** The same with other remarks. */
    CourseDesign with(List<Remark> others) {
        return with(others, plan);
    }

    /** The same with another plan. */
    CourseDesign with(CoursePlan other) {
        return with(remarks, other);
    }

    private CourseDesign with(List<Remark> otherRemarks, CoursePlan otherPlan) {
        return new CourseDesign(
                code,
                title,
                language,
                credits,
                level,
                field,
                participation,
                prerequisites,
                formalStatus,
                stackability,
                need,
                firstRun,
                gradingScale,
                publishedSource,
                terms,
                outcomes,
                activities,
                tasks,
                aims,
                otherRemarks,
                otherPlan);
    }

    /** A run of the course, both days included. */
    public record Run(LocalDate from, LocalDate to) {}

    /**
     * A teaching and learning activity; {@code outcomes} are the codes of what it teaches.
     *
     * @param kind whether its hours are contact, guided or independent, as stated or by its type
     * @param teachers who teaches it, by name or by function; it is public
     * @param resources what is learnt with: texts, or https addresses
     */
    public record Activity(
            String title,
            LearningHours hours,
            List<String> outcomes,
            Optional<ActivityType> type,
            Optional<TimeKind> kind,
            Optional<ActivityMode> mode,
            Optional<String> teachers,
            List<String> resources) {
        public Activity {
            outcomes = List.copyOf(outcomes);
            resources = List.copyOf(resources);
        }

        /** Whether a resource is a web address, so that a page may link to it. */
        public static boolean isAddress(String resource) {
            return resource.matches(TypedFields.SAFE_ADDRESS);
        }
    }

    /** How demanding an outcome is, and what it is, as far as its designer stated it. */
    public record Aim(String outcome, Optional<TaxonomyLevel> level, Optional<OutcomeKind> kind) {}

    /**
     * An assessment task; {@code outcomes} are the codes of what it assesses.
     *
     * @param mustPass whether nobody passes the course without passing it
     * @param group the group of tasks that the learner chooses it from; empty where all do it
     */
    public record Task(
            String code,
            String title,
            AssessmentType type,
            int weightPercent,
            LearningHours hours,
            Supervision supervision,
            List<String> outcomes,
            boolean mustPass,
            Optional<String> group) {
        public Task {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * The estimated learning time: activities and assessment together; of tasks that are chosen, as
     * many as one learner does at their average.
     */
    public LearningHours hours() {
        var hours = LearningHours.ZERO;
        for (var activity : activities) {
            hours = hours.plus(activity.hours());
        }
        for (var task : tasks) {
            hours = task.group().isEmpty() ? hours.plus(task.hours()) : hours;
        }
        for (var choice : plan.choices().alternatives()) {
            var group = tasksIn(choice.group()).stream().map(Task::hours).toList();
            hours = hours.plus(LearningHours.ofAverage(group, choice.take()));
        }
        return hours;
    }

    /** The hours of the activities of one kind. */
    public LearningHours hours(TimeKind kind) {
        return activities.stream()
                .filter(activity -> activity.kind().equals(Optional.of(kind)))
                .map(Activity::hours)
                .reduce(LearningHours.ZERO, LearningHours::plus);
    }

    /** The tasks that are chosen from under a letter. */
    public List<Task> tasksIn(String group) {
        return tasks.stream().filter(task -> task.group().equals(Optional.of(group))).toList();
    }

    /** The tasks that assess an outcome. */
    public List<Task> tasksFor(LearningOutcome outcome) {
        return tasks.stream().filter(task -> task.outcomes().contains(outcome.code())).toList();
    }
}
