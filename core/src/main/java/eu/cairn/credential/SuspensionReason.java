package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** Why a credential is not valid for now, fit for the public. */
public enum SuspensionReason implements Coded {
    UNDER_INVESTIGATION("under-investigation"),
    RESULT_UNDER_REVIEW("result-under-review"),
    IDENTITY_IN_DOUBT("identity-in-doubt"),
    ASKED_BY_LEARNER("asked-by-learner");

    private final String code;

    SuspensionReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<SuspensionReason> ofCode(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
}
