package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why a credential ended before its time, fit for the public. */
public enum RevocationReason implements Coded {
    AWARDED_IN_ERROR("awarded-in-error"),
    RESULT_WITHDRAWN("result-withdrawn"),
    MISCONDUCT("misconduct"),
    DUPLICATE("duplicate"),
    KEY_COMPROMISE("key-compromise"),
    WITHDRAWN_BY_LEARNER("withdrawn-by-learner"),
    /** Another one stands in its place; only a correction ends a credential so. */
    REPLACED("replaced"),
    /** A corrected one that was never signed; only who gives up a correction ends it so. */
    CORRECTION_GIVEN_UP("correction-given-up");

    private final String code;

    RevocationReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Those that somebody may give who revokes. */
    public static List<RevocationReason> given() {
        return Arrays.stream(values())
                .filter(reason -> reason != REPLACED && reason != CORRECTION_GIVEN_UP)
                .toList();
    }

    public static Optional<RevocationReason> ofCode(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
}
