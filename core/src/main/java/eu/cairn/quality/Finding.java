package eu.cairn.quality;

import eu.cairn.framework.Coded;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reviewer found on one criterion.
 *
 * @param criterion its id
 * @param result met, met with a condition, or not met
 * @param text what the finding rests on; the condition itself, where there is one
 */
public record Finding(String criterion, Result result, String text) {

    /** How a criterion came out. */
    public enum Result implements Coded {
        MET,
        CONDITION,
        NOT_MET;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Result> ofCode(String code) {
            for (var result : values()) {
                if (result.code().equals(code)) {
                    return Optional.of(result);
                }
            }
            return Optional.empty();
        }
    }
}
