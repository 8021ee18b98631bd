package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** The place of a short course in the offer of its institution. */
public enum FormalStatus implements Coded {
    STAND_ALONE("stand-alone"),
    PART_OF_PROGRAMME("part-of-programme"),
    PARTNER_OFFER("partner-offer");

    private final String code;

    FormalStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<FormalStatus> ofCode(String code) {
        return Arrays.stream(values()).filter(status -> status.code.equals(code)).findFirst();
    }
}
