package eu.cairn.stacking;

import java.util.Arrays;
import java.util.Optional;

/** How learning came to count: as it was awarded, by recognition, or as prior learning. */
public enum Recognition {
    NONE("none"),
    RECOGNISED("recognised"),
    PRIOR_LEARNING("prior-learning");

    private final String code;

    Recognition(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Recognition> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
