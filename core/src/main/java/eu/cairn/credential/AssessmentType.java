package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** How learning is assessed: the types of the European Learning Model's assessment vocabulary. */
public enum AssessmentType implements Coded {
    WRITTEN_EXAMINATION("written-examination", "6e6cb2cc78"),
    ORAL_EXAMINATION("oral-examination", "d30284d7df"),
    MARKED_ASSIGNMENT("marked-assignment", "2939dae15f"),
    PROJECT_WORK("project-work", "795dac4096"),
    PORTFOLIO("portfolio", "4f03b91c0e"),
    PRACTICAL_ASSESSMENT("practical-assessment", "6a4db9f11d"),
    PROBLEM_BASED("problem-based", "c4256a2726"),
    ARTEFACT("artefact", "de4d165a6c"),
    QUIZ("quiz", "b1b68f6735"),
    CONTINUOUS_EVALUATION("continuous-evaluation", "3484bd7e51"),
    GROUP_PERFORMANCE("group-performance", "56539a6507"),
    PEER_ASSESSMENT("peer-assessment", "19a2e5e671"),
    PEER_REVIEW("peer-review", "812e3b0ae1"),
    ATTENDANCE("attendance", "7331eb4762");

    private final String code;
    private final String concept;

    AssessmentType(String code, String concept) {
        this.code = code;
        this.concept = concept;
    }

    @Override
    public String code() {
        return code;
    }

    /** The identifier of this type in the EU controlled vocabulary. */
    public String uri() {
        return "http://data.europa.eu/snb/assessment/" + concept;
    }

    public static Optional<AssessmentType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    public static Optional<AssessmentType> ofUri(String uri) {
        return Arrays.stream(values()).filter(type -> type.uri().equals(uri)).findFirst();
    }
}
