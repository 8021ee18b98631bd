package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.CredentialFormat.Carriage.DROPPED;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.EXACTLY;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.asText;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import java.util.Set;

/**
 * What of a credential stands in terms of Open Badges 3.0 and the Edubadges profile, what in words,
 * and what is left out.
 */
final class EdubadgesCarriage {

    private static final String NARRATIVE = "criteria.narrative";

    private EdubadgesCarriage() {}

    static Carriage of(CredentialPart part, MicroCredential credential) {
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
                    CREDITS,
                    EQF_LEVEL,
                    CYCLE,
                    NATIONAL_LEVEL,
                    GRADE,
                    GRADE_SCALE,
                    FIELD,
                    COURSE,
                    COURSE_CODE,
                    COURSE_VERSION ->
                    EXACTLY;
            case TITLE_LANGUAGES -> isIn(credential, credential.title()) ? EXACTLY : DROPPED;
            case OUTCOME_LANGUAGES ->
                    credential.outcomes().stream().allMatch(o -> isIn(credential, o.text()))
                            ? EXACTLY
                            : DROPPED;
            case HOURS -> Edubadge.time(credential).isPresent() ? EXACTLY : asText(NARRATIVE);
            case PARTICIPATION ->
                    credential
                                    .participation()
                                    .filter(FormOfParticipation.ONLINE::equals)
                                    .isPresent()
                            ? EXACTLY
                            : asText(Edubadge.PARTICIPATION);
            case DESCRIPTION -> // without one, the title stands where Open Badges demands one
                    credential.description().isPresent() ? EXACTLY : DROPPED;
            case ASSESSMENTS, QUALITY_ASSURANCE_KINDS, PREREQUISITES -> asText(NARRATIVE);
            case ASSESSMENT_TYPES -> asText(Edubadge.ASSESSMENT);
            case SUPERVISION -> asText(Edubadge.SUPERVISION);
            case QUALITY_ASSURANCE_BODIES -> asText("alignment.targetName");
            case QUALITY_DECISIONS -> asText("alignment.targetCode");
            case QUALITY_STANDARDS -> asText("alignment.targetDescription");
            case LEARNER_GIVEN_NAME,
                    LEARNER_FAMILY_NAME,
                    CONTRIBUTORS,
                    REVIEW_DATE,
                    OUTCOME_SKILLS,
                    HOURS_BY_ACTIVITY,
                    LEVEL_DATE,
                    ASSESSMENT_WEIGHTS,
                    QUALITY_DECISION_DATES,
                    QUALITY_DECISION_ENDS,
                    GRADE_DISTRIBUTION,
                    FORMAL_STATUS,
                    STACKABILITY_STATEMENT,
                    LARGER_QUALIFICATIONS,
                    LANGUAGE_OF_INSTRUCTION,
                    RIGHTS ->
                    DROPPED;
        };
    }

    /**
     * Whether a text is in the one language that the achievement says it is in, and in no other.
     */
    private static boolean isIn(MicroCredential credential, MultilingualText text) {
        var language = new Language(EdubadgeWriter.language(credential));
        return text.byLanguage().keySet().equals(Set.of(language));
    }
}
