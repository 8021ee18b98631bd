package eu.cairn.formats.credential.elmo;

import static eu.cairn.formats.credential.CredentialFormat.Carriage.EXACTLY;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.asText;
import static eu.cairn.formats.credential.CredentialFormat.Carriage.ownTerms;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.FieldsOfEducation;
import eu.cairn.framework.Language;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a credential stands in elements of ELMO, and what in the extension that other software
 * passes over.
 */
public final class ElmoCarriage {

    private ElmoCarriage() {}

    public static Carriage of(CredentialPart part, MicroCredential credential) {
        return switch (part) {
            case IDENTIFIER,
                    TITLE,
                    TITLE_LANGUAGES,
                    LEARNER_GIVEN_NAME,
                    LEARNER_FAMILY_NAME,
                    LEARNER_IDENTIFIER,
                    AWARDING_BODY_IDENTIFIER,
                    AWARDING_BODY_NAME,
                    AWARDING_BODY_PAGE,
                    AWARD_DATE,
                    ISSUE_DATE,
                    CREDITS,
                    EQF_LEVEL,
                    CYCLE,
                    NATIONAL_LEVEL,
                    GRADE,
                    GRADE_SCALE,
                    GRADE_DISTRIBUTION,
                    COURSE,
                    COURSE_CODE,
                    DESCRIPTION ->
                    EXACTLY;
            case LEARNER_NAME ->
                    credential.learner().filter(ElmoCarriage::isJoined).isPresent()
                            ? EXACTLY
                            : own("fullName");
            case AWARDING_BODY_COUNTRY ->
                    credential
                                    .awardingBody()
                                    .country()
                                    .filter(c -> Elmo.country(c).equals(Optional.of(c.code())))
                                    .isPresent()
                            ? EXACTLY
                            : text("issuer/country", "awardingBody/country");
            case FIELD ->
                    credential.field().filter(ElmoCarriage::isOfficial).isPresent()
                            ? EXACTLY
                            : text("iscedCode", "fieldLabel");
            case LANGUAGE_OF_INSTRUCTION ->
                    credential
                            .languageOfInstruction()
                            .map(ElmoCarriage::languageOfInstruction)
                            .orElse(EXACTLY);
            case OUTCOMES -> text("description", "outcome/text");
            case AWARDING_BODY_PLACE -> own("awardingBody/place");
            case CONTRIBUTORS -> own("contributor");
            case EXPIRY -> own("expiresOn");
            case REVIEW_DATE -> own("reviewOn");
            case OUTCOME_CODES -> own("outcome/code");
            case OUTCOME_LANGUAGES -> own("outcome/text");
            case OUTCOME_SKILLS -> own("outcome/skill");
            case HOURS -> own("notionalMinutes");
            case HOURS_BY_ACTIVITY -> own("activity");
            case LEVEL_DATE -> own("levelsReferencedOn");
            case ASSESSMENTS -> own("assessment");
            case ASSESSMENT_TYPES -> own("assessment/@type");
            case ASSESSMENT_WEIGHTS -> own("assessment/@weight");
            case SUPERVISION -> own("assessment/@supervision");
            case PARTICIPATION -> own("participation");
            case QUALITY_ASSURANCE_KINDS -> own("qualityAssurance/@kind");
            case QUALITY_ASSURANCE_BODIES -> own("qualityAssurance/decidedBy");
            case QUALITY_DECISIONS -> own("qualityAssurance/decision");
            case QUALITY_DECISION_DATES -> own("qualityAssurance/decidedOn");
            case QUALITY_DECISION_ENDS -> own("qualityAssurance/validUntil");
            case QUALITY_STANDARDS -> own("qualityAssurance/standards");
            case PREREQUISITES -> own("prerequisites");
            case FORMAL_STATUS -> own("stackability/@status");
            case STACKABILITY_STATEMENT -> own("stackability/statement");
            case LARGER_QUALIFICATIONS -> own("stackability/partOf");
            case COURSE_VERSION -> own("courseVersion");
            case RIGHTS -> own("rights");
        };
    }

    private static Carriage own(String element) {
        return ownTerms("extension/" + element);
    }

    private static Carriage text(String element, String exactly) {
        return asText(element, "extension/" + exactly);
    }

    /** Whether the whole name is the given name before the family name, as others will read it. */
    private static boolean isJoined(Learner learner) {
        return Elmo.isUndivided(learner)
                || Stream.of(learner.givenName(), learner.familyName())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "))
                        .equals(learner.fullName());
    }

    /** Whether others will find the same label by the code. */
    private static boolean isOfficial(FieldOfEducation field) {
        return FieldsOfEducation.of(field.code()).equals(Optional.of(field));
    }

    private static Carriage languageOfInstruction(Language language) {
        var name = "languageOfInstruction";
        return Elmo.twoLetters(language)
                .map(two -> two.equals(language.tag()) ? EXACTLY : text(name, name))
                .orElse(own(name));
    }
}
