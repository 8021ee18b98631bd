package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/**
 * One element of a course design, each named exactly once by its place in {@link CourseDesign}:
 * what versions are compared by. A list stands for its entries, that is for their being there.
 */
public enum DesignElement implements Coded {
    CODE("code"),
    TITLE("title"),
    TITLE_TRANSLATIONS("title.translations"),
    LANGUAGE("language"),
    CREDITS("credits"),
    EQF_LEVEL("level.eqf"),
    CYCLE("level.cycle"),
    NATIONAL_LEVEL("level.national"),
    /** The day on which the levels were looked up; it follows from the day of submission. */
    LEVEL_DAY("level.referencedOn", Basis.FOLLOWS),
    FIELD("field"),
    PARTICIPATION("participation"),
    PREREQUISITES("prerequisites"),
    FORMAL_STATUS("formalStatus"),
    STACKABILITY("stackability"),
    NEED("need"),
    FIRST_RUN("firstRun"),
    GRADING_SCALE("gradingScale"),
    PUBLISHED_SOURCE("publishedSource"),
    VALID_MONTHS("terms.ageing.validMonths"),
    REVIEW_MONTHS("terms.ageing.reviewMonths"),
    AGEING_REASON("terms.ageing.reason"),
    RIGHTS("terms.rights"),
    DESCRIPTION("terms.description"),
    PARTNERS("terms.partners"),
    PARTNER_NAME("terms.partners.legalName"),
    PARTNER_ROLE("terms.partners.role"),
    PARTNER_COUNTRY("terms.partners.country"),
    PARTNER_ORGANISATION("terms.partners.organisation"),
    OUTCOMES("outcomes"),
    /** It follows from the order of the outcomes. */
    OUTCOME_CODE("outcomes.code", Basis.FOLLOWS),
    OUTCOME_TEXT("outcomes.text"),
    OUTCOME_TRANSLATIONS("outcomes.text.translations"),
    OUTCOME_SKILLS("outcomes.skills"),
    AIM_LEVEL("aims.level"),
    AIM_KIND("aims.kind"),
    /** Aims are compared with the outcome that they are about. */
    AIMS("aims", Basis.FOLLOWS),
    AIM_OUTCOME("aims.outcome", Basis.FOLLOWS),
    ACTIVITIES("activities"),
    ACTIVITY_TITLE("activities.title"),
    ACTIVITY_HOURS("activities.hours"),
    ACTIVITY_OUTCOMES("activities.outcomes"),
    ACTIVITY_TYPE("activities.type"),
    ACTIVITY_KIND("activities.kind"),
    ACTIVITY_MODE("activities.mode"),
    ACTIVITY_TEACHERS("activities.teachers"),
    ACTIVITY_RESOURCES("activities.resources"),
    TASKS("tasks"),
    /** It follows from the order of the tasks. */
    TASK_CODE("tasks.code", Basis.FOLLOWS),
    TASK_TITLE("tasks.title"),
    TASK_TYPE("tasks.type"),
    TASK_WEIGHT("tasks.weightPercent"),
    TASK_HOURS("tasks.hours"),
    TASK_SUPERVISION("tasks.supervision"),
    TASK_OUTCOMES("tasks.outcomes"),
    TASK_MUST_PASS("tasks.mustPass"),
    TASK_GROUP("tasks.group"),
    TARGET_GROUP("plan.relevance.targetGroup"),
    STAKEHOLDERS("plan.relevance.stakeholders"),
    EVIDENCE("plan.relevance.evidence"),
    OCCUPATIONS("plan.relevance.occupations"),
    LEGAL_STATUS("plan.place.legalStatus"),
    PROGRAMMES("plan.place.programmes"),
    LEVEL_KNOWLEDGE("plan.level.knowledge"),
    LEVEL_SKILLS("plan.level.skills"),
    LEVEL_RESPONSIBILITY("plan.level.responsibility"),
    /** It follows from the hours and the rates. */
    HOURS_RANGE("plan.time.range", Basis.FOLLOWS),
    CONTACT_MINIMUM("plan.time.contactMinimum"),
    HOURS_OUTSIDE("plan.time.outside"),
    RATES("plan.time.rates"),
    PASS_MARK("plan.choices.passMark"),
    ALTERNATIVES("plan.choices.alternatives"),
    PACE("plan.choices.pace"),
    PRIOR_LEARNING("plan.choices.priorLearning"),
    PRIOR_LEARNING_HOW("plan.choices.priorLearningHow"),
    COURSES_BEFORE("plan.choices.before"),
    /** What passed between designer and reviewer belongs to a submission, not to the course. */
    REMARKS("remarks", Basis.FOLLOWS);

    private enum Basis {
        STATED,
        FOLLOWS
    }

    private final String path;
    private final Basis basis;

    DesignElement(String path) {
        this(path, Basis.STATED);
    }

    DesignElement(String path, Basis basis) {
        this.path = path;
        this.basis = basis;
    }

    /** Its place in the design, such as {@code tasks.weightPercent}. */
    @Override
    public String code() {
        return path;
    }

    /** Whether it is stated by the designer; otherwise it follows from what is. */
    public boolean stated() {
        return basis == Basis.STATED;
    }

    public static Optional<DesignElement> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.path.equals(code)).findFirst();
    }
}
