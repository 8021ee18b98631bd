package eu.cairn.catalogue;

import eu.cairn.credential.SkillLink;
import java.util.List;
import java.util.Optional;

/**
 * A course design as it was typed: every field is text and may be empty or wrong, and nothing of it
 * is ever lost. {@link DesignReview} says what is to be mended before it can be submitted.
 *
 * @param code the institution's own code for the course
 * @param title in the language of instruction
 * @param titleEnglish translation, where the course is not taught in English
 * @param language BCP 47 tag of the language of instruction
 * @param credits ECTS, a decimal
 * @param nationalLevel label of the level in the country's framework
 * @param eqfLevel 1 to 8
 * @param cycle code of the QF-EHEA cycle
 * @param field ISCED-F code
 * @param participation code of the form of participation
 * @param prerequisites what is needed to enrol, in words
 * @param formalStatus code of its place in the offer
 * @param stackability what it may be stacked into, in words
 * @param need the professional or societal need behind it
 * @param startsOn first day of the first run, ISO date
 * @param endsOn last day of the first run, ISO date
 * @param gradingScale the scale of the overall result, in words
 * @param publishedSource the public page that the course follows, where it follows one
 * @param terms what its credential states beside what is learnt
 * @param titles the title in further languages
 * @param answers what was answered to hints
 * @param plan whom it is for, its place, level and hours, and what learners choose
 */
public record CourseDraft(
        String code,
        String title,
        String titleEnglish,
        String language,
        String credits,
        String nationalLevel,
        String eqfLevel,
        String cycle,
        String field,
        String participation,
        String prerequisites,
        String formalStatus,
        String stackability,
        String need,
        String startsOn,
        String endsOn,
        String gradingScale,
        String publishedSource,
        Terms terms,
        List<Outcome> outcomes,
        List<Activity> activities,
        List<Task> tasks,
        List<Words> titles,
        List<Answer> answers,
        DraftPlan plan) {

    public CourseDraft {
        titles = List.copyOf(titles);
        answers = List.copyOf(answers);
        outcomes = List.copyOf(outcomes);
        activities = List.copyOf(activities);
        tasks = List.copyOf(tasks);
    }

    /** A design in one language, with no hint answered. */
    public CourseDraft(
            String code,
            String title,
            String titleEnglish,
            String language,
            String credits,
            String nationalLevel,
            String eqfLevel,
            String cycle,
            String field,
            String participation,
            String prerequisites,
            String formalStatus,
            String stackability,
            String need,
            String startsOn,
            String endsOn,
            String gradingScale,
            String publishedSource,
            Terms terms,
            List<Outcome> outcomes,
            List<Activity> activities,
            List<Task> tasks) {
        this(
                code,
                title,
                titleEnglish,
                language,
                credits,
                nationalLevel,
                eqfLevel,
                cycle,
                field,
                participation,
                prerequisites,
                formalStatus,
                stackability,
                need,
                startsOn,
                endsOn,
                gradingScale,
                publishedSource,
                terms,
                outcomes,
                activities,
                tasks,
                List.of(),
                List.of(),
                new DraftPlan());
    }

    /** The same with another plan. */
    public CourseDraft with(DraftPlan other) {
        return with(outcomes, activities, tasks, other);
    }

    /** The same with other outcomes, activities and tasks. */
    public CourseDraft with(
            List<Outcome> otherOutcomes, List<Activity> otherActivities, List<Task> otherTasks) {
        return with(otherOutcomes, otherActivities, otherTasks, plan);
    }

    private CourseDraft with(
            List<Outcome> otherOutcomes,
            List<Activity> otherActivities,
            List<Task> otherTasks,
            DraftPlan otherPlan) {
        return new CourseDraft(
                code,
                title,
                titleEnglish,
                language,
                credits,
                nationalLevel,
                eqfLevel,
                cycle,
                field,
                participation,
                prerequisites,
                formalStatus,
                stackability,
                need,
                startsOn,
                endsOn,
                gradingScale,
                publishedSource,
                terms,
                otherOutcomes,
                otherActivities,
                otherTasks,
                titles,
                answers,
                otherPlan);
    }

    /**
     * Words in a further language, as typed.
     *
     * @param language BCP 47 tag
     */
    public record Words(String language, String text) {}

    /**
     * What was answered to a hint, as typed.
     *
     * @param code of the hint
     * @param place that the hint is about
     * @param reason why the design is to stay as it is
     */
    public record Answer(String code, String place, String reason) {}

    /**
     * What the credential states beside what is learnt, as typed.
     *
     * @param validMonths months from the award to the end of the credential, a whole number
     * @param reviewMonths months from the award to the review of the outcomes, a whole number
     * @param ageingReason why the outcomes age
     * @param rights what the holder may do with the credential
     * @param description further information
     * @param partners the organisations that take part beside the one that offers the course
     */
    public record Terms(
            String validMonths,
            String reviewMonths,
            String ageingReason,
            String rights,
            String description,
            List<Partner> partners) {
        public Terms {
            partners = List.copyOf(partners);
        }

        /** Nothing is claimed. */
        public Terms() {
            this("", "", "", "", "", List.of());
        }
    }

    /**
     * An organisation that takes part, as typed.
     *
     * @param role code of its part
     * @param name its name in law
     * @param country ISO code of its country
     */
    public record Partner(String role, String name, String country) {}

    /**
     * A learning outcome as typed.
     *
     * @param text the sentence after "the learner is able to"
     * @param verbConfirmed the designer says that the sentence begins with a verb that Cairn does
     *     not know
     * @param translations the sentence in further languages
     * @param skills what it leads to in a public vocabulary of skills
     * @param taxonomy code of its taxonomy level; empty where its verb is to say it
     * @param kind code of what it is: knowledge, skills, or responsibility and autonomy
     */
    public record Outcome(
            String text,
            boolean verbConfirmed,
            List<Words> translations,
            List<SkillLink> skills,
            String taxonomy,
            String kind) {
        public Outcome {
            translations = List.copyOf(translations);
            skills = List.copyOf(skills);
        }

        /** An outcome of which nothing but the sentence is stated. */
        public Outcome(String text, boolean verbConfirmed) {
            this(text, verbConfirmed, List.of(), List.of(), "", "");
        }
    }

    /**
     * A teaching and learning activity as typed.
     *
     * @param hours of the average learner, a decimal
     * @param outcomes numbers of the outcomes that it teaches, from 1
     * @param type code of its type
     * @param method code of the method by which its hours are estimated
     * @param amount how much there is of what the method counts, a decimal
     * @param kind code of whether it is contact, guided or independent; empty where its type says
     * @param mode code of how learners take part in it
     * @param teachers who teaches it, by name or by function
     * @param resources what is learnt with: texts, or https addresses
     */
    public record Activity(
            String title,
            String hours,
            List<Integer> outcomes,
            String type,
            String method,
            String amount,
            String kind,
            String mode,
            String teachers,
            List<String> resources) {
        public Activity {
            outcomes = List.copyOf(outcomes);
            resources = List.copyOf(resources);
        }

        /** An activity of which mode, teachers and resources are not stated. */
        public Activity(
                String title,
                String hours,
                List<Integer> outcomes,
                String type,
                String method,
                String amount,
                String kind) {
            this(title, hours, outcomes, type, method, amount, kind, "", "", List.of());
        }

        /** An activity that is contact, guided or independent as its type is. */
        public Activity(
                String title,
                String hours,
                List<Integer> outcomes,
                String type,
                String method,
                String amount) {
            this(title, hours, outcomes, type, method, amount, "");
        }

        /** An activity whose hours are declared. */
        public Activity(String title, String hours, List<Integer> outcomes) {
            this(title, hours, outcomes, "", "", "", "");
        }

        /** Whether it is contact, guided or independent, as stated or else by its type. */
        Optional<TimeKind> timeKind() {
            return kind.isBlank()
                    ? ActivityType.ofCode(type).map(ActivityType::timeKind)
                    : TimeKind.ofCode(kind);
        }

        /** The same, teaching other outcomes. */
        public Activity teaching(List<Integer> others) {
            return new Activity(
                    title, hours, others, type, method, amount, kind, mode, teachers, resources);
        }

        /** The same, with who teaches it left open. */
        Activity taughtByAnybody() {
            return new Activity(
                    title, hours, outcomes, type, method, amount, kind, mode, "", resources);
        }
    }

    /**
     * An assessment task as typed.
     *
     * @param type code of the assessment type
     * @param weight percent of the final result
     * @param hours of the average learner, a decimal
     * @param supervision code of supervision and identity check
     * @param outcomes numbers of the outcomes that it assesses, from 1
     * @param mustPass whether nobody passes the course without passing it
     * @param group letter of the group of tasks that it is chosen from; empty where all do it
     */
    public record Task(
            String title,
            String type,
            String weight,
            String hours,
            String supervision,
            List<Integer> outcomes,
            boolean mustPass,
            String group) {
        public Task {
            outcomes = List.copyOf(outcomes);
        }

        /** A task that all do and nobody must pass by itself. */
        public Task(
                String title,
                String type,
                String weight,
                String hours,
                String supervision,
                List<Integer> outcomes) {
            this(title, type, weight, hours, supervision, outcomes, false, "");
        }

        /** The same, assessing other outcomes. */
        public Task assessing(List<Integer> others) {
            return new Task(title, type, weight, hours, supervision, others, mustPass, group);
        }
    }

    /** A new design: nothing written yet, the size that is recommended first. */
    public static CourseDraft empty() {
        return new CourseDraft(
                "",
                "",
                "",
                "en",
                "5",
                "",
                "",
                "",
                "",
                "",
                "",
                "stand-alone",
                "",
                "",
                "",
                "",
                "",
                "",
                new Terms(),
                List.of(),
                List.of(),
                List.of());
    }
}
