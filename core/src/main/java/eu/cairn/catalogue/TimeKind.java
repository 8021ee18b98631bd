package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** Whether hours are spent with a teacher, along a teacher’s guidance, or independently. */
public enum TimeKind implements Coded {
    CONTACT("contact"),
    GUIDED("guided"),
    INDEPENDENT("independent");

    private final String code;

    TimeKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<TimeKind> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
