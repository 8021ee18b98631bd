package eu.cairn.formats.credential.sdjwt;

import static eu.cairn.formats.credential.CredentialFormat.Carriage.EXACTLY;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.ownTerms;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.formats.credential.CredentialFormat.Carriage;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What of a credential stands in claims of the wallet's type, and what in claims beside it. */
public final class LearningCarriage {

    private LearningCarriage() {}

    public static Carriage of(CredentialPart part, MicroCredential credential) {
        return switch (part) {
            case IDENTIFIER,
                    TITLE,
                    LEARNER_GIVEN_NAME,
                    LEARNER_FAMILY_NAME,
                    LEARNER_IDENTIFIER,
                    AWARDING_BODY_IDENTIFIER,
                    AWARDING_BODY_NAME,
                    EXPIRY,
                    OUTCOMES,
                    EQF_LEVEL,
                    GRADE,
                    PREREQUISITES,
                    LANGUAGE_OF_INSTRUCTION,
                    DESCRIPTION ->
                    EXACTLY;
            // the day of issue stands for a day of award that is not stated, and is read as one
            case AWARD_DATE ->
                    credential.awardedOn().isPresent()
                            ? EXACTLY
                            : Carriage.asText(LearningClaim.DATE_OF_ISSUANCE.code());
            case LEARNER_NAME ->
                    isJoined(credential) ? EXACTLY : ownTerms(LearningCredential.FULL_NAME);
            case AWARDING_BODY_COUNTRY ->
                    isState(credential)
                            ? EXACTLY
                            : asText(LearningClaim.COUNTRY, ExactClaim.ISSUER_ADDRESS);
            case ISSUE_DATE ->
                    isOfWholeSeconds(credential)
                            ? EXACTLY
                            : asText(LearningClaim.ISSUED, ExactClaim.VALID_FROM);
            case QUALITY_ASSURANCE_KINDS ->
                    isEachKindOnce(credential)
                            ? EXACTLY
                            : asText(LearningClaim.QUALITY_ASSURANCE, ExactClaim.QUALITY_ASSURANCE);
            case CREDITS -> asText(LearningClaim.STUDY_TIME, ExactClaim.CREDITS);
            case HOURS -> asText(LearningClaim.STUDY_TIME, ExactClaim.HOURS);
            case FORMAL_STATUS -> asText(LearningClaim.STACKABILITY, ExactClaim.FORMAL_STATUS);
            case TITLE_LANGUAGES -> ownTerms(ExactClaim.TITLE.code());
            case AWARDING_BODY_PLACE -> ownTerms(ExactClaim.ISSUER_ADDRESS.code());
            case AWARDING_BODY_PAGE -> ownTerms(ExactClaim.ISSUER_PAGE.code());
            case CONTRIBUTORS -> ownTerms(ExactClaim.CONTRIBUTORS.code());
            case REVIEW_DATE -> ownTerms(ExactClaim.REVIEW.code());
            case OUTCOME_CODES, OUTCOME_LANGUAGES, OUTCOME_SKILLS ->
                    ownTerms(ExactClaim.OUTCOMES.code());
            case HOURS_BY_ACTIVITY -> ownTerms(ExactClaim.HOURS_BY_ACTIVITY.code());
            case CYCLE, NATIONAL_LEVEL, FIELD -> ownTerms(ExactClaim.ALIGNMENTS.code());
            case LEVEL_DATE -> ownTerms(ExactClaim.LEVELS_REFERENCED.code());
            case ASSESSMENTS, ASSESSMENT_TYPES, ASSESSMENT_WEIGHTS, SUPERVISION ->
                    ownTerms(ExactClaim.ASSESSMENTS.code());
            case PARTICIPATION -> ownTerms(ExactClaim.PARTICIPATION.code());
            case QUALITY_ASSURANCE_BODIES,
                    QUALITY_DECISIONS,
                    QUALITY_DECISION_DATES,
                    QUALITY_DECISION_ENDS,
                    QUALITY_STANDARDS ->
                    ownTerms(ExactClaim.QUALITY_ASSURANCE.code());
            case GRADE_SCALE -> ownTerms(ExactClaim.GRADE_SCALE.code());
            case GRADE_DISTRIBUTION -> ownTerms(ExactClaim.GRADE_DISTRIBUTION.code());
            case STACKABILITY_STATEMENT -> ownTerms(ExactClaim.STACKABILITY.code());
            case LARGER_QUALIFICATIONS -> ownTerms(ExactClaim.PART_OF.code());
            case COURSE -> ownTerms(ExactClaim.COURSE.code());
            case COURSE_CODE -> ownTerms(ExactClaim.COURSE_CODE.code());
            case COURSE_VERSION -> ownTerms(ExactClaim.COURSE_VERSION.code());
            case RIGHTS -> ownTerms(ExactClaim.RIGHTS.code());
        };
    }

    private static Carriage asText(LearningClaim where, ExactClaim exactly) {
        return Carriage.asText(where.code(), exactly.code());
    }

    /** Whether the whole name is the given name before the family name, as others will read it. */
    private static boolean isJoined(MicroCredential credential) {
        return credential
                .learner()
                .filter(
                        learner ->
                                LearningCredentialReader.joined(
                                                learner.givenName(), familyName(learner))
                                        .equals(Optional.of(learner.fullName())))
                .isPresent();
    }

    private static Optional<String> familyName(Learner learner) {
        return learner.familyName().or(() -> LearningCredential.undivided(learner));
    }

    private static boolean isState(MicroCredential credential) {
        return credential
                .awardingBody()
                .country()
                .filter(country -> country.code().equals(country.alpha2()))
                .isPresent();
    }

    private static boolean isOfWholeSeconds(MicroCredential credential) {
        var issued = credential.issuedAt();
        return issued.equals(issued.truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean isEachKindOnce(MicroCredential credential) {
        var kinds = credential.qualityAssurance().stream().map(QualityAssurance::kind).toList();
        return kinds.stream().distinct().count() == kinds.size();
    }
}
