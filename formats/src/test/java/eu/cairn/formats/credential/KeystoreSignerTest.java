package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreSignerTest {

    private static final char[] PASSWORD = "correct horse".toCharArray();

    @TempDir Path folder;

    @Test
    void aStoredKeySignsAsItDidWhenItWasMade() throws IOException {
        var file = folder.resolve("laguna.p12");
        var message = new byte[] {1, 2, 3};

        var made = create(file);
        var loaded = KeystoreSigner.load(file, PASSWORD, "2026-1");

        assertThat(loaded.verificationMethod()).isEqualTo(made.verificationMethod());
        assertThat(made.publicKey().verifies(message, loaded.sign(message))).isTrue();
        assertThat(DidKey.key(made.controller()).orElseThrow()).isEqualTo(made.publicKey());
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        var file = folder.resolve("laguna.p12");

        create(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyIsNeverOverwritten() throws IOException {
        var file = folder.resolve("laguna.p12");
        create(file);

        assertThatThrownBy(() -> create(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aWrongPasswordOpensNothing() throws IOException {
        var file = folder.resolve("laguna.p12");
        create(file);

        assertThatThrownBy(() -> KeystoreSigner.load(file, "wrong".toCharArray(), "2026-1"))
                .isInstanceOf(IOException.class);
    }

    private static KeystoreSigner create(Path file) throws IOException {
        return KeystoreSigner.create(
                file, PASSWORD, "2026-1", "Università della Laguna", Samples.ISSUED);
    }
}
