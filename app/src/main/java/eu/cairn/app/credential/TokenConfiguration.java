package eu.cairn.app.credential;

import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.formats.credential.pkcs11.Pkcs11Token;
import eu.cairn.formats.credential.pkcs11.TokenSettings;
import eu.cairn.formats.credential.pkcs11.TokenSettings.Place;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The token that keys of the installation may live in, by the settings {@code CAIRN_TOKEN_LIBRARY},
 * {@code CAIRN_TOKEN_LABEL} or {@code CAIRN_TOKEN_SLOT}, and {@code CAIRN_TOKEN_PIN_FILE} or {@code
 * CAIRN_TOKEN_PIN}. The PIN is read when it is needed, and is never shown.
 */
@Component
public class TokenConfiguration {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Environment environment;
    private @Nullable Pkcs11Token token;

    TokenConfiguration(Environment environment) {
        this.environment = environment;
    }

    /**
     * The token.
     *
     * @throws KeyUnusable {@code key.token-not-set} if none is set, {@code key.token-setting} if
     *     what is set makes no sense
     */
    public synchronized Pkcs11Token token() {
        var known = token;
        if (known == null) {
            known = new Pkcs11Token(settings());
            token = known;
        }
        return known;
    }

    /** Whether there is one. */
    public boolean isSet() {
        return setting("library").isPresent();
    }

    private TokenSettings settings() {
        var library =
                setting("library")
                        .orElseThrow(() -> new KeyUnusable(Refusal.of("key.token-not-set", "")));
        return new TokenSettings(Path.of(library).toAbsolutePath(), place(), this::pin);
    }

    private Place place() {
        var label = setting("label");
        var slot = setting("slot");
        if (label.isPresent() == slot.isPresent()) {
            throw new KeyUnusable(
                    Refusal.of("key.token-setting", "", "CAIRN_TOKEN_LABEL, CAIRN_TOKEN_SLOT"));
        }
        return label.<Place>map(Place.Label::new)
                .orElseGet(() -> new Place.Slot(number(slot.orElseThrow())));
    }

    private static long number(String slot) {
        try {
            return Long.parseUnsignedLong(slot);
        } catch (NumberFormatException e) {
            throw new KeyUnusable(Refusal.of("key.token-setting", "", "CAIRN_TOKEN_SLOT"), e);
        }
    }

    private char[] pin() {
        var file = setting("pin-file").map(Path::of);
        if (file.isEmpty()) {
            return setting("pin")
                    .orElseThrow(() -> new KeyUnusable(Refusal.of("key.token-pin-missing", "")))
                    .toCharArray();
        }
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file.get()))) {
                throw new KeyUnusable(Refusal.of("key.token-pin-open", "", file.get()));
            }
            return Files.readString(file.get()).strip().toCharArray();
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeyUnusable(Refusal.of("key.token-pin-unreadable", "", file.get()), e);
        }
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.getProperty("cairn.token." + name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
