package eu.cairn.formats.credential.sdjwt;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/**
 * The claims of the European wallet's micro-credential type (type metadata of {@code
 * urn:eu.europa.ec.eudi:learning:credential:1}, European Commission, June 2026).
 */
enum LearningClaim implements Coded {
    IDENTIFIER("jti", true, false, false),
    ISSUED("iat", true, false, false),
    EXPIRES("exp", true, false, false),
    TYPE("vct", true, false, false),
    ISSUER("iss", true, false, false),
    CONFIRMATION("cnf", true, false, false),
    AUTHORITY("issuing_authority", true, false, false),
    COUNTRY("issuing_country", true, false, false),
    DATE_OF_ISSUANCE("date_of_issuance", true, false, false),
    DATE_OF_EXPIRY("date_of_expiry", false, false, false),
    FAMILY_NAME("family_name", true, true, false),
    GIVEN_NAME("given_name", false, true, false),
    TITLE("achievement_title", true, false, false),
    DESCRIPTION("achievement_description", false, false, false),
    OUTCOMES("learning_outcomes", false, true, true),
    GRADE("assessment_grade", false, true, false),
    LANGUAGES("language_of_classes", true, false, true),
    LEARNER_IDENTIFICATION("learner_identification", true, true, false),
    STUDY_TIME("expected_study_time", true, true, false),
    LEVEL("level_of_learning_experience", true, true, false),
    QUALITY_ASSURANCE("types_of_quality_assurance", true, true, true),
    PREREQUISITES("prerequisites_to_enroll", false, true, true),
    STACKABILITY("integration_stackability_options", false, true, false);

    private final String code;
    private final boolean mandatory;
    private final boolean selective;
    private final boolean list;

    LearningClaim(String code, boolean mandatory, boolean selective, boolean list) {
        this.code = code;
        this.mandatory = mandatory;
        this.selective = selective;
        this.list = list;
    }

    /** The name of the claim. */
    @Override
    public String code() {
        return code;
    }

    boolean mandatory() {
        return mandatory;
    }

    /** Whether the holder always, or else never, chooses to disclose it. */
    boolean selective() {
        return selective;
    }

    /** Whether it is a list, disclosed as a whole. */
    boolean list() {
        return list;
    }

    static Optional<LearningClaim> ofCode(String code) {
        return Arrays.stream(values()).filter(claim -> claim.code.equals(code)).findFirst();
    }
}
