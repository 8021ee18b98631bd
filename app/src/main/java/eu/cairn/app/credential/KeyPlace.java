package eu.cairn.app.credential;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** Where the private half of a key lives. */
public enum KeyPlace implements Coded {
    /** In a keystore of its own in the home directory. */
    FILE("file"),
    /** In a token, such as a hardware security module, that never gives it away (PKCS #11). */
    TOKEN("token");

    private final String code;

    KeyPlace(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static KeyPlace ofCode(String code) {
        return Arrays.stream(values())
                .filter(place -> place.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a place of no kind: " + code));
    }

    /** The kind of key that is made here where none is asked for. */
    Optional<KeyKind> usualKind() {
        return switch (this) {
            case FILE -> Optional.empty();
            case TOKEN -> Optional.of(KeyKind.P256);
        };
    }
}
