package eu.cairn.app.verification;

import eu.cairn.app.credential.KeystorePassword;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The key with which this installation signs what it found when it verified; it awards nothing.
 * Made when it is first needed, {@code verifier.p12} among the keys of the home.
 */
@Component
public class VerifierKey {

    private static final String NAME = "verifier";

    /** Its keystore among the keys. */
    public static final String FILE = NAME + ".p12";

    private final Path folder;
    private final Clock clock;
    private Optional<Signer> open = Optional.empty();

    public VerifierKey(Installation installation, Clock clock) {
        this.folder = installation.home().resolve("keys");
        this.clock = clock;
    }

    public synchronized Signer signer() {
        if (open.isEmpty()) {
            try {
                open = Optional.of(load());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return open.get();
    }

    private Signer load() throws IOException {
        var file = folder.resolve(FILE);
        if (Files.exists(file)) {
            return KeystoreSigner.load(file, KeystorePassword.of(folder), NAME);
        }
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var fresh = folder.resolve(NAME + "-" + UUID.randomUUID() + ".new");
        var password = KeystorePassword.of(folder);
        try {
            var made =
                    KeystoreSigner.create(
                            fresh, password, NAME, Algorithm.ED25519, "Cairn", clock.instant());
            Files.createLink(file, fresh); // whole, and by one alone
            return made;
        } catch (FileAlreadyExistsException e) { // another program was first: its key counts
            return KeystoreSigner.load(file, password, NAME);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
