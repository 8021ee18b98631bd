package eu.cairn.formats.credential.elm;

import static eu.cairn.formats.credential.CredentialFormat.Carriage.EXACTLY;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.asText;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.Grade;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.CredentialFormat.Carriage;

/**
 * What of a credential stands in properties of the European Learning Model, and what in notes,
 * identifiers and labels that people read and whose subject only Cairn knows.
 */
public final class EuropeanCarriage {

    private static final String NOTE = "specifiedBy.additionalNote";

    private EuropeanCarriage() {}

    public static Carriage of(CredentialPart part, MicroCredential credential) {
        return switch (part) {
            case IDENTIFIER,
                    TITLE,
                    TITLE_LANGUAGES,
                    LEARNER_NAME,
                    LEARNER_GIVEN_NAME,
                    LEARNER_FAMILY_NAME,
                    LEARNER_IDENTIFIER,
                    AWARDING_BODY_IDENTIFIER,
                    AWARDING_BODY_NAME,
                    AWARDING_BODY_COUNTRY,
                    AWARDING_BODY_PLACE,
                    AWARDING_BODY_PAGE,
                    AWARD_DATE,
                    ISSUE_DATE,
                    EXPIRY,
                    OUTCOMES,
                    OUTCOME_CODES,
                    OUTCOME_LANGUAGES,
                    OUTCOME_SKILLS,
                    CREDITS,
                    HOURS,
                    HOURS_BY_ACTIVITY,
                    EQF_LEVEL,
                    ASSESSMENTS,
                    ASSESSMENT_TYPES,
                    SUPERVISION,
                    PARTICIPATION,
                    QUALITY_ASSURANCE_BODIES,
                    QUALITY_DECISIONS,
                    QUALITY_DECISION_DATES,
                    QUALITY_DECISION_ENDS,
                    GRADE,
                    GRADE_SCALE,
                    PREREQUISITES,
                    LARGER_QUALIFICATIONS,
                    FIELD,
                    LANGUAGE_OF_INSTRUCTION,
                    COURSE,
                    RIGHTS,
                    DESCRIPTION ->
                    EXACTLY;
            case CONTRIBUTORS ->
                    asText("awardedBy.awardingBody, learningOpportunity.providedBy", "dcType");
            case REVIEW_DATE -> marked(NOTE, Mark.REVIEW_ON);
            case CYCLE -> asText("specifiedBy.educationLevel.prefLabel", Concepts.CYCLE);
            case NATIONAL_LEVEL -> marked(NOTE, Mark.NATIONAL_LEVEL);
            case LEVEL_DATE -> marked(NOTE, Mark.LEVELS_REFERENCED_ON);
            case ASSESSMENT_WEIGHTS -> marked("provenBy.additionalNote", Mark.ASSESSMENT_WEIGHT);
            case QUALITY_ASSURANCE_KINDS ->
                    marked("accreditation.title", Mark.QUALITY_ASSURANCE_KIND);
            case QUALITY_STANDARDS ->
                    marked("accreditation.additionalNote", Mark.QUALITY_STANDARDS);
            case GRADE_DISTRIBUTION ->
                    hasResultOfNobody(credential)
                            ? marked("provenBy.additionalNote", Mark.RESULT_OF_NOBODY)
                            : EXACTLY;
            case FORMAL_STATUS -> marked(NOTE, Mark.FORMAL_STATUS);
            case STACKABILITY_STATEMENT -> marked(NOTE, Mark.STACKABILITY);
            case COURSE_CODE -> marked("specifiedBy.identifier", Mark.COURSE_CODE);
            case COURSE_VERSION -> marked("specifiedBy.identifier", Mark.COURSE_VERSION);
        };
    }

    private static Carriage marked(String where, Mark mark) {
        return asText(where, mark.uri());
    }

    /** The model counts from one, so what was given to nobody goes into notes. */
    private static boolean hasResultOfNobody(MicroCredential credential) {
        return credential.grade().stream()
                .map(Grade::distribution)
                .flatMap(frequencies -> frequencies.stream())
                .anyMatch(frequency -> frequency.learners() == 0);
    }
}
