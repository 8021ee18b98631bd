package eu.cairn.formats.credential.pkcs11;

import java.nio.file.Path;

/**
 * Which token keys live in.
 *
 * @param library the PKCS #11 library of its maker
 * @param place which of the tokens that the library knows
 * @param pin what opens it
 */
public record TokenSettings(Path library, Place place, Pin pin) {

    /** Which token it is. */
    public sealed interface Place {

        /** The token that its owner gave this name. */
        record Label(String label) implements Place {
            @Override
            public String toString() {
                return label;
            }
        }

        /** The token in the slot with this number, as the library counts. */
        record Slot(long id) implements Place {
            @Override
            public String toString() {
                return "slot " + id;
            }
        }
    }

    /** The personal identification number of the user of the token. */
    @FunctionalInterface
    public interface Pin {

        /**
         * The number as it is set now; it is asked for whenever the token is opened.
         *
         * @throws eu.cairn.formats.credential.KeyUnusable if it is not set or cannot be read
         */
        char[] now();
    }
}
