package eu.cairn.app.interop;

import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What signs for the test suites: keys in {@code interop} in the home directory, made when they are
 * needed first, that belong to no organisation.
 */
@Component
class DemoKeys {

    private static final String HOLDER = "Cairn, test suites";

    private final Installation installation;
    private final Clock clock;
    private final Map<DemoKey, Signer> open = new EnumMap<>(DemoKey.class);

    DemoKeys(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    synchronized Signer signer(DemoKey key) {
        return open.computeIfAbsent(key, this::loaded);
    }

    /** The key whose holder has the identifier {@code did}. */
    Optional<DemoKey> holder(String did) {
        for (var key : DemoKey.values()) {
            if (signer(key).controller().equals(did)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private Signer loaded(DemoKey key) {
        var file = folder().resolve(key.code() + ".p12");
        try {
            Files.createDirectories(
                    folder(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            return Files.exists(file)
                    ? KeystoreSigner.load(file, password(), key.code())
                    : KeystoreSigner.create(
                            file, password(), key.code(), key.algorithm(), HOLDER, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return installation.home().resolve("interop");
    }

    private char[] password() throws IOException {
        var file = folder().resolve("password");
        if (!Files.exists(file)) {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            var fresh = Files.createTempFile(folder(), "password", ".new"); // 0600
            Files.writeString(fresh, HexFormat.of().formatHex(secret));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip().toCharArray();
    }
}
