package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.CredentialFormat.Carriage.EXACTLY;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.asText;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.ownTerms;

import eu.cairn.credential.CredentialPart;
import eu.cairn.formats.credential.CredentialFormat.Carriage;

/**
 * What of a credential stands in terms of Open Badges 3.0, and what in terms of Cairn's context.
 *
 * <p>Credits of Open Badges have no unit, so that they are ECTS credits is told in words only.
 */
final class OpenBadgeCarriage {

    private static final String NARRATIVE = "criteria.narrative";

    private OpenBadgeCarriage() {}

    static Carriage of(CredentialPart part) {
        return switch (part) {
            case IDENTIFIER,
                    TITLE,
                    LEARNER_NAME,
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
                    EQF_LEVEL,
                    CYCLE,
                    NATIONAL_LEVEL,
                    GRADE,
                    FIELD,
                    COURSE,
                    COURSE_CODE,
                    COURSE_VERSION,
                    DESCRIPTION ->
                    EXACTLY;
            case CREDITS -> asText(NARRATIVE, "ectsCredits");
            case HOURS -> asText(NARRATIVE, "notionalHours");
            case ASSESSMENTS -> asText(NARRATIVE, "assessment.assessmentTitle");
            case ASSESSMENT_TYPES -> asText(NARRATIVE, "assessment.assessmentType");
            case PARTICIPATION -> asText(NARRATIVE, "formOfParticipation");
            case QUALITY_ASSURANCE_KINDS ->
                    asText(NARRATIVE, "qualityAssurance.qualityAssuranceKind");
            case QUALITY_ASSURANCE_BODIES -> asText(NARRATIVE, "qualityAssurance.decidedBy");
            case PREREQUISITES -> asText(NARRATIVE, "prerequisites");
            case TITLE_LANGUAGES -> ownTerms("multilingualTitle");
            case LEARNER_GIVEN_NAME -> ownTerms("learnerGivenName");
            case LEARNER_FAMILY_NAME -> ownTerms("learnerFamilyName");
            case CONTRIBUTORS -> ownTerms("contributor");
            case REVIEW_DATE -> ownTerms("reviewOn");
            case OUTCOME_LANGUAGES -> ownTerms("learningOutcome.outcomeText");
            case OUTCOME_SKILLS -> ownTerms("learningOutcome.skill");
            case HOURS_BY_ACTIVITY -> ownTerms("hoursByActivity");
            case LEVEL_DATE -> ownTerms("levelsReferencedOn");
            case ASSESSMENT_WEIGHTS -> ownTerms("assessment.assessmentWeightPercent");
            case SUPERVISION -> ownTerms("assessment.supervision");
            case QUALITY_DECISIONS -> ownTerms("qualityAssurance.decisionReference");
            case QUALITY_DECISION_DATES -> ownTerms("qualityAssurance.decidedOn");
            case QUALITY_DECISION_ENDS -> ownTerms("qualityAssurance.decisionValidUntil");
            case QUALITY_STANDARDS -> ownTerms("qualityAssurance.standardsFollowed");
            case GRADE_SCALE -> ownTerms("resultDescription.gradeScale");
            case GRADE_DISTRIBUTION -> ownTerms("resultDescription.gradeDistribution");
            case FORMAL_STATUS -> ownTerms("formalStatus");
            case STACKABILITY_STATEMENT -> ownTerms("stackabilityStatement");
            case LARGER_QUALIFICATIONS -> ownTerms("partOfQualification");
            case LANGUAGE_OF_INSTRUCTION -> ownTerms("languageOfInstruction");
            case RIGHTS -> ownTerms("rightsOfHolder");
        };
    }
}
