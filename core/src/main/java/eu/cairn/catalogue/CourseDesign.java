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
        List<Remark> remarks) {

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
                List.of());
    }

    /** A run of the course, both days included. */
    public record Run(LocalDate from, LocalDate to) {}

    /** A teaching and learning activity; {@code outcomes} are the codes of what it teaches. */
    public record Activity(
            String title, LearningHours hours, List<String> outcomes, Optional<ActivityType> type) {
        public Activity {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** How demanding an outcome is, and what it is, as far as its designer stated it. */
    public record Aim(String outcome, Optional<TaxonomyLevel> level, Optional<OutcomeKind> kind) {}

    /** An assessment task; {@code outcomes} are the codes of what it assesses. */
    public record Task(
            String code,
            String title,
            AssessmentType type,
            int weightPercent,
            LearningHours hours,
            Supervision supervision,
            List<String> outcomes) {
        public Task {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** The estimated learning time: activities and assessment together. */
    public LearningHours hours() {
        var hours = LearningHours.ZERO;
        for (var activity : activities) {
            hours = hours.plus(activity.hours());
        }
        for (var task : tasks) {
            hours = hours.plus(task.hours());
        }
        return hours;
    }

    /** The tasks that assess an outcome. */
    public List<Task> tasksFor(LearningOutcome outcome) {
        return tasks.stream().filter(task -> task.outcomes().contains(outcome.code())).toList();
    }
}
