package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** Who sets the pace of a course. */
public enum Pace implements Coded {
    SCHEDULED("scheduled"),
    SELF_PACED("self-paced");

    private final String code;

    Pace(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<Pace> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
