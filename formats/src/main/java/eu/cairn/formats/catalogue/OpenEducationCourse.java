package eu.cairn.formats.catalogue;

import static eu.cairn.formats.credential.CredentialFormat.Carriage.DROPPED;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.EXACTLY;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.asText;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.ownTerms;

import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import java.util.stream.Stream;

/**
 * A course as a Course of the Open Education API v6 (OOAPI), with its learning outcomes expanded.
 *
 * <p>Components and offerings are other resources of that API and no members of a course; what of
 * them a course states stands in {@code ext}, where the API lets others put what it does not know.
 */
public final class OpenEducationCourse implements CourseFormat {

    /** How the API writes a language (its schema Language). */
    private static final String LANGUAGE =
            "[a-z]{2,3}(-([A-Z]{2}|[0-9]{3}))?(-([a-z]{4}))?(-([a-z]{2}|[0-9]{3}))*"
                    + "(-[a-z0-9]{2,8})*(-x(-[a-z0-9]{1,8})+)?";

    @Override
    public String code() {
        return "ooapi";
    }

    @Override
    public String title() {
        return "Open Education API v6 (JSON)";
    }

    @Override
    public String purpose() {
        return "For student information systems and catalogues that speak OOAPI.";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String fileExtension() {
        return "json";
    }

    @Override
    public Carriage carries(CoursePart part, CourseSpecification course) {
        return switch (part) {
            case CODE, TITLE, CREDITS, FIELD, PARTICIPATION, PREREQUISITES, OUTCOMES, DESCRIPTION ->
                    EXACTLY;
            case TITLE_LANGUAGES, OUTCOME_LANGUAGES, LANGUAGE ->
                    languages(course).allMatch(OpenEducationCourse::fits) ? EXACTLY : DROPPED;
            case EQF_LEVEL -> asText("level", "ext.eqfLevel");
            case CYCLE -> ownTerms("ext.cycle");
            case NATIONAL_LEVEL -> ownTerms("ext.nationalLevel");
            case FORMAL_STATUS -> ownTerms("ext.formalStatus");
            case STACKABILITY -> ownTerms("ext.stackability");
            case NEED -> ownTerms("ext.need");
            case FIRST_DAY -> asText("firstStartDate", "ext.courseOfferings");
            case LAST_DAY -> ownTerms("ext.courseOfferings");
            case GRADING_SCALE -> asText("assessment", "ext.gradingScale");
            case SOURCE -> ownTerms("ext.publishedSource");
            case OUTCOME_SKILLS -> ownTerms("learningOutcomes.ext.skills");
            case OUTCOME_LEVELS -> ownTerms("learningOutcomes.ext.taxonomyLevel");
            case OUTCOME_KINDS -> ownTerms("learningOutcomes.ext.kind");
            case ACTIVITIES,
                    ACTIVITY_HOURS,
                    ACTIVITY_TYPES,
                    ACTIVITY_KINDS,
                    ACTIVITY_MODES,
                    ACTIVITY_TEACHERS,
                    ACTIVITY_RESOURCES,
                    ACTIVITY_OUTCOMES ->
                    ownTerms("ext.activities");
            case TASKS, TASK_WEIGHTS -> asText("assessment", "ext.assessments");
            case TASK_TYPES,
                    TASK_HOURS,
                    TASK_SUPERVISION,
                    TASK_OUTCOMES,
                    TASKS_TO_PASS,
                    TASK_GROUPS ->
                    ownTerms("ext.assessments");
            case ALTERNATIVES -> ownTerms("ext.alternatives");
            case PASS_MARK -> ownTerms("ext.passMark");
            case VALID_MONTHS, REVIEW_MONTHS, AGEING_REASON, RIGHTS -> ownTerms("ext.terms");
            case PARTNERS -> ownTerms("ext.partners");
            case TARGET_GROUP,
                    STAKEHOLDERS,
                    EVIDENCE,
                    OCCUPATIONS,
                    LEGAL_STATUS,
                    PROGRAMMES,
                    REASONS_FOR_LEVEL,
                    CONTACT_MINIMUM,
                    REASON_FOR_HOURS,
                    RATES,
                    PACE,
                    PRIOR_LEARNING,
                    COURSES_BEFORE ->
                    DROPPED;
        };
    }

    private static Stream<Language> languages(CourseSpecification course) {
        var design = course.design();
        return Stream.concat(
                design.title().byLanguage().keySet().stream(),
                design.outcomes().stream()
                        .flatMap(outcome -> outcome.text().byLanguage().keySet().stream()));
    }

    private static boolean fits(Language language) {
        return language.tag().matches(LANGUAGE);
    }

    /** The tag as the API admits it: whole, or its first part. */
    static String tag(Language language) {
        return fits(language) ? language.tag() : language.tag().split("-")[0];
    }

    @Override
    public Decided<byte[]> write(CourseSpecification course) {
        return Decided.accepted(ElmCourse.bytes(new OpenEducationWriter(course).course()));
    }
}
