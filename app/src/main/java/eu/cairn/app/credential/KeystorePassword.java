package eu.cairn.app.credential;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of the keystores: given by the operator, or made once and kept beside them. */
public final class KeystorePassword {

    private KeystorePassword() {}

    /**
     * @param folder where the keystores are; it exists
     */
    public static synchronized char[] of(Path folder) throws IOException {
        var given = System.getenv("CAIRN_KEYS_PASSWORD");
        if (given != null && !given.isBlank()) {
            return given.toCharArray();
        }
        var file = folder.resolve("password");
        if (!Files.exists(file)) {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            var fresh = Files.createTempFile(folder, "password", ".new"); // 0600
            try {
                Files.writeString(fresh, HexFormat.of().formatHex(secret));
                Files.createLink(file, fresh); // whole, and by one alone
            } catch (FileAlreadyExistsException e) {
                // another program was first: its password counts
            } finally {
                Files.delete(fresh);
            }
        }
        return Files.readString(file).strip().toCharArray();
    }
}
