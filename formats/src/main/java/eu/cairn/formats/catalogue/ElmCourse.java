package eu.cairn.formats.catalogue;

import static eu.cairn.formats.credential.CredentialFormat.Carriage.DROPPED;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.EXACTLY;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.asText;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.formats.credential.JsonLibrary;
import eu.cairn.formats.credential.elm.Concepts;
import eu.cairn.formats.credential.elm.Mark;
import eu.cairn.framework.Decided;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A course as a LearningOpportunity with its Qualification, in JSON-LD of the European Learning
 * Model 3.2: what Europass publishes courses from.
 *
 * <p>What the model has no property for stands in notes whose subject only Cairn knows.
 */
public final class ElmCourse implements CourseFormat {

    private static final String SPECIFICATION = "learningAchievementSpecification.";
    private static final String NOTE = SPECIFICATION + "additionalNote";

    /**
     * The application profile for credentials leaves the first two to others, and lacks the third.
     */
    private static final JsonObject MORE_TERMS =
            JsonLibrary.JSON
                    .createObjectBuilder()
                    .add("id", "@id")
                    .add("type", "@type")
                    .add(
                            "defaultLanguage",
                            JsonLibrary.JSON
                                    .createObjectBuilder()
                                    .add(
                                            "@id",
                                            "http://data.europa.eu/snb/model/elm/defaultLanguage")
                                    .add("@type", "@id"))
                    .build();

    @Override
    public String code() {
        return "elm";
    }

    @Override
    public String title() {
        return "European Learning Model 3.2 (JSON-LD)";
    }

    @Override
    public String purpose() {
        return "For Europass and national registers of courses and qualifications.";
    }

    @Override
    public String mediaType() {
        return "application/ld+json";
    }

    @Override
    public String fileExtension() {
        return "jsonld";
    }

    @Override
    public Carriage carries(CoursePart part, CourseSpecification course) {
        return switch (part) {
            case TITLE,
                    TITLE_LANGUAGES,
                    LANGUAGE,
                    CREDITS,
                    EQF_LEVEL,
                    FIELD,
                    PARTICIPATION,
                    PREREQUISITES,
                    FIRST_DAY,
                    LAST_DAY,
                    GRADING_SCALE,
                    SOURCE,
                    OUTCOMES,
                    OUTCOME_LANGUAGES,
                    OUTCOME_SKILLS,
                    ACTIVITIES,
                    ACTIVITY_HOURS,
                    TASKS,
                    TASK_TYPES,
                    DESCRIPTION ->
                    EXACTLY;
            case CODE -> marked(SPECIFICATION + "identifier", Mark.COURSE_CODE);
            case CYCLE -> asText(SPECIFICATION + "educationLevel.prefLabel", Concepts.CYCLE);
            case NATIONAL_LEVEL ->
                    asText(SPECIFICATION + "nqfLevel.prefLabel", Mark.NATIONAL_LEVEL.uri());
            case FORMAL_STATUS -> marked(NOTE, Mark.FORMAL_STATUS);
            case STACKABILITY -> marked(NOTE, Mark.STACKABILITY);
            case NEED -> marked(NOTE, Mark.NEED);
            case OUTCOME_LEVELS ->
                    marked(SPECIFICATION + "learningOutcome.additionalNote", Mark.TAXONOMY_LEVEL);
            case OUTCOME_KINDS ->
                    marked(SPECIFICATION + "learningOutcome.additionalNote", Mark.OUTCOME_KIND);
            case ACTIVITY_TYPES ->
                    marked(SPECIFICATION + "influencedBy.additionalNote", Mark.ACTIVITY_TYPE);
            case ACTIVITY_KINDS ->
                    marked(SPECIFICATION + "influencedBy.additionalNote", Mark.ACTIVITY_KIND);
            case ACTIVITY_MODES ->
                    asText(SPECIFICATION + "influencedBy.mode", Mark.ACTIVITY_MODE.uri());
            case ACTIVITY_TEACHERS ->
                    marked(SPECIFICATION + "influencedBy.additionalNote", Mark.ACTIVITY_TEACHERS);
            case ACTIVITY_RESOURCES ->
                    marked(SPECIFICATION + "influencedBy.additionalNote", Mark.ACTIVITY_RESOURCE);
            case ACTIVITY_OUTCOMES ->
                    marked(SPECIFICATION + "influencedBy.additionalNote", Mark.OUTCOMES_SERVED);
            case TASK_WEIGHTS ->
                    marked(SPECIFICATION + "provenBy.additionalNote", Mark.ASSESSMENT_WEIGHT);
            case TASK_HOURS ->
                    marked(SPECIFICATION + "provenBy.additionalNote", Mark.ASSESSMENT_HOURS);
            case TASK_SUPERVISION ->
                    marked(SPECIFICATION + "provenBy.additionalNote", Mark.SUPERVISION);
            case TASK_OUTCOMES ->
                    marked(SPECIFICATION + "provenBy.additionalNote", Mark.OUTCOMES_SERVED);
            case TASKS_TO_PASS -> marked(SPECIFICATION + "provenBy.additionalNote", Mark.MUST_PASS);
            case TASK_GROUPS -> marked(SPECIFICATION + "provenBy.additionalNote", Mark.TASK_GROUP);
            case ALTERNATIVES ->
                    marked(SPECIFICATION + "provenBy.additionalNote", Mark.TASKS_TAKEN);
            case PASS_MARK -> marked(SPECIFICATION + "provenBy.additionalNote", Mark.PASS_MARK);
            case VALID_MONTHS -> marked(NOTE, Mark.VALID_MONTHS);
            case REVIEW_MONTHS -> marked(NOTE, Mark.REVIEW_MONTHS);
            case AGEING_REASON -> marked(NOTE, Mark.AGEING_REASON);
            case RIGHTS -> marked(NOTE, Mark.RIGHTS);
            case PARTNERS -> asText("providedBy", Concepts.ROLE);
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

    private static Carriage marked(String where, Mark mark) {
        return asText(where, mark.uri());
    }

    @Override
    public Decided<byte[]> write(CourseSpecification course) {
        var document = JsonLibrary.JSON.createObjectBuilder().add("@context", contexts());
        new ElmCourseWriter(course, "").opportunity().forEach(document::add);
        return Decided.accepted(bytes(document.build()));
    }

    /** Several courses in one graph, as a register takes them. */
    public static byte[] write(List<CourseSpecification> courses) {
        var graph = JsonLibrary.JSON.createArrayBuilder();
        for (int i = 0; i < courses.size(); i++) {
            graph.add(new ElmCourseWriter(courses.get(i), (i + 1) + ":").opportunity());
        }
        return bytes(
                JsonLibrary.JSON
                        .createObjectBuilder()
                        .add("@context", contexts())
                        .add("@graph", graph)
                        .build());
    }

    private static JsonArray contexts() {
        return JsonLibrary.JSON
                .createArrayBuilder()
                .add(Contexts.EUROPEAN_DIGITAL_CREDENTIAL)
                .add(MORE_TERMS)
                .build();
    }

    static byte[] bytes(JsonObject document) {
        var text = new StringWriter();
        try (var writer =
                JsonLibrary.JSON
                        .createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(text)) {
            writer.write(document);
        }
        return text.toString().strip().getBytes(StandardCharsets.UTF_8);
    }
}
