package eu.cairn.formats.credential.elm;

import eu.cairn.formats.credential.Contexts;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a note or an identifier is about, where the European Learning Model has no property of its
 * own for it: a concept of Cairn's own scheme.
 */
public enum Mark {
    OVERALL_RESULT("overall-result", "Overall result"),
    RESULT_NOT_STATED("result-not-stated", "Result not stated"),
    RESULT_OF_NOBODY("result-of-nobody", "Result that nobody was given"),
    ASSESSMENT_WEIGHT("assessment-weight", "Share in the final result, in percent"),
    QUALITY_ASSURANCE_KIND("quality-assurance-kind", "Who assured the quality"),
    QUALITY_STANDARDS("quality-standards", "Standards of the quality assurance"),
    NATIONAL_FRAMEWORK("national-framework", "National qualifications framework"),
    NATIONAL_LEVEL("national-level", "Level of the national qualifications framework"),
    LEVELS_REFERENCED_ON("levels-referenced-on", "Levels compared on"),
    REVIEW_ON("review-on", "Learning outcomes to be reviewed on"),
    FORMAL_STATUS("formal-status", "Place in the offer of the institution"),
    STACKABILITY("stackability", "Stackability"),
    COURSE_CODE("course-code", "Course code"),
    COURSE_VERSION("course-version", "Course version"),
    NEED("need", "Professional or societal need"),
    VALID_MONTHS("valid-months", "Months that the credential holds"),
    REVIEW_MONTHS("review-months", "Months to the review of the outcomes"),
    AGEING_REASON("ageing-reason", "Why the outcomes age"),
    TAXONOMY_LEVEL("taxonomy-level", "Level of the taxonomy"),
    OUTCOME_KIND("outcome-kind", "Kind of the outcome"),
    ACTIVITY_TYPE("activity-type", "Type of the activity"),
    ACTIVITY_KIND("activity-kind", "Contact, guided or independent hours"),
    ACTIVITY_MODE("activity-mode", "How learners take part in the activity"),
    ACTIVITY_TEACHERS("activity-teachers", "Who teaches the activity"),
    ACTIVITY_RESOURCE("activity-resource", "What is learnt with"),
    RIGHTS("rights", "What the holder may do with the credential"),
    OUTCOMES_SERVED("outcomes-served", "Outcomes that it teaches or assesses"),
    ASSESSMENT_HOURS("assessment-hours", "Hours of the average learner"),
    SUPERVISION("supervision", "Supervision and identity check"),
    MUST_PASS("must-pass", "Task without which nobody passes"),
    TASK_GROUP("task-group", "Group of tasks to choose from"),
    TASKS_TAKEN("tasks-taken", "How many tasks of a group are done"),
    PASS_MARK("pass-mark", "Percent of the final result that pass"),
    VERIFICATION_CODE("verification-code", "Verification code"),
    VERIFICATION_PAGE("verification-page", "Verification page");

    private static final String SPACE = Contexts.CAIRN + "#";

    private final String code;
    private final String label;

    Mark(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String uri() {
        return SPACE + code;
    }

    public String label() {
        return label;
    }

    public static Optional<Mark> ofUri(String uri) {
        return Arrays.stream(values()).filter(mark -> mark.uri().equals(uri)).findFirst();
    }
}
