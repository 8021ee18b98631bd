package eu.cairn.recognition;

import eu.cairn.framework.Coded;
import java.util.Locale;
import java.util.Optional;

/**
 * What an officer found on one element.
 *
 * @param difference none, one that does not matter for this purpose, or a substantial one
 * @param text what the finding rests on
 */
public record ElementFinding(RecognitionElement element, Difference difference, String text) {

    /** How far a credential differs from what it is compared with. */
    public enum Difference implements Coded {
        NONE,
        NOT_SUBSTANTIAL,
        SUBSTANTIAL;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Difference> ofCode(String code) {
            for (var difference : values()) {
                if (difference.code().equals(code)) {
                    return Optional.of(difference);
                }
            }
            return Optional.empty();
        }
    }
}
