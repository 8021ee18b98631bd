package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** What an outcome is, by the three columns of the EQF (Council Recommendation 2017/C 189/03). */
public enum OutcomeKind implements Coded {
    KNOWLEDGE("knowledge"),
    SKILLS("skills"),
    RESPONSIBILITY("responsibility");

    private final String code;

    OutcomeKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<OutcomeKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
