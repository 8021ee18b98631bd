package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** Why a credential was replaced by a corrected one, fit for the public. */
public enum CorrectionReason implements Coded {
    /** The name was wrong, or the learner has another one now. */
    LEARNER_DATA("learner-data"),
    /** Another result stands after an appeal or a review. */
    RESULT_CHANGED("result-changed"),
    /** Something was mistyped or mixed up where it was recorded. */
    CLERICAL_ERROR("clerical-error"),
    /** What the credential said of the course was wrong: title, level, credits, outcomes. */
    COURSE_DATA("course-data");

    private final String code;

    CorrectionReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<CorrectionReason> ofCode(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
}
