package eu.cairn.app.credential;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.elm.SealCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The private halves of the signing keys: each in a keystore in the home directory that only its
 * owner can read, or in the token of the installation.
 */
@Component
public class PrivateKeys {

    private final Installation installation;
    private final TokenConfiguration token;

    PrivateKeys(Installation installation, TokenConfiguration token) {
        this.installation = installation;
        this.token = token;
    }

    /** A key that was made, and the certificate that it made for itself. */
    record Made(Signer signer, SealCertificate certificate) {}

    /**
     * Makes a key of an organisation.
     *
     * @throws eu.cairn.formats.credential.KeyUnusable if it cannot be made in the token
     */
    Made make(UUID id, KeyKind kind, KeyPlace place, Organisation organisation, Instant now) {
        var signer =
                switch (place) {
                    case FILE -> inFile(id, kind, organisation, now);
                    case TOKEN ->
                            token.token()
                                    .create(
                                            id.toString(),
                                            kind.algorithm(),
                                            made ->
                                                    certificate(made, organisation, now)
                                                            .certificate());
                };
        return new Made(signer, certificate(signer, organisation, now));
    }

    private static SealCertificate certificate(
            Signer signer, Organisation organisation, Instant now) {
        return SealCertificate.selfMade(signer, Keys.body(organisation, signer.controller()), now);
    }

    private Signer inFile(UUID id, KeyKind kind, Organisation organisation, Instant now) {
        try {
            Files.createDirectories(
                    folder(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            return KeystoreSigner.create(
                    file(id),
                    KeystorePassword.of(folder()),
                    id.toString(),
                    kind.algorithm(),
                    organisation.name(),
                    now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What signs with a key.
     *
     * @throws eu.cairn.formats.credential.KeyUnusable if the token cannot be used
     * @throws UncheckedIOException if the keystore cannot be read
     */
    Signer load(UUID key, KeyPlace place) {
        return switch (place) {
            case FILE -> {
                try {
                    yield KeystoreSigner.load(
                            file(key), KeystorePassword.of(folder()), key.toString());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            case TOKEN -> token.token().signer(key.toString());
        };
    }

    /** The keystore of a key that lives in one. */
    public Path file(UUID key) {
        return folder().resolve(key + ".p12");
    }

    private Path folder() {
        return installation.home().resolve("keys");
    }
}
