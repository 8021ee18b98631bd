package eu.cairn.credential;

import eu.cairn.framework.Coded;

/**
 * An element of the European standard for micro-credentials (Council Recommendation 2022/C 243/02,
 * Annex I).
 */
public enum Element implements Coded {
    LEARNER("learner", true),
    TITLE("title", true),
    COUNTRY("country", true),
    AWARDING_BODY("awarding-body", true),
    ISSUE_DATE("issue-date", true),
    LEARNING_OUTCOMES("learning-outcomes", true),
    WORKLOAD("workload", true),
    LEVEL("level", true),
    ASSESSMENT_TYPE("assessment-type", true),
    PARTICIPATION("participation", true),
    QUALITY_ASSURANCE("quality-assurance", true),
    PREREQUISITES("prerequisites", false),
    SUPERVISION("supervision", false),
    GRADE("grade", false),
    STACKABILITY("stackability", false),
    FURTHER_INFORMATION("further-information", false);

    private final String code;
    private final boolean mandatory;

    Element(String code, boolean mandatory) {
        this.code = code;
        this.mandatory = mandatory;
    }

    @Override
    public String code() {
        return code;
    }

    public boolean mandatory() {
        return mandatory;
    }
}
