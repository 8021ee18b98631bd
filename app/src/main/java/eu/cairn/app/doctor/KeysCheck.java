package eu.cairn.app.doctor;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.credential.Certificates;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.verification.VerifierKey;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Words;
import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.formats.credential.elm.SealCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys: each is there, for its owner alone, and signs as the one that credentials name. */
public class KeysCheck {

    /** A certification authority takes its time. */
    private static final Duration NOTICE = Duration.ofDays(60);

    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

    private final Keys keys;
    private final Certificates certificates;
    private final AccountStore accounts;
    private final Clock clock;
    private final Path folder;

    KeysCheck(
            Keys keys,
            Certificates certificates,
            AccountStore accounts,
            Installation installation,
            Clock clock) {
        this.keys = keys;
        this.certificates = certificates;
        this.accounts = accounts;
        this.clock = clock;
        this.folder = installation.home().resolve("keys");
    }

    public List<Finding> findings() {
        var all =
                accounts.organisations().stream()
                        .flatMap(organisation -> keys.of(organisation).stream())
                        .toList();
        try {
            var found = new ArrayList<Finding>();
            for (var key : all) {
                found.addAll(findings(key));
                certificate(key).ifPresent(found::add);
            }
            found.addAll(folder(all));
            return found.isEmpty() ? List.of(Finding.ok("doctor.keys", all.size())) : found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Finding> findings(Keys.Key key) throws IOException {
        return switch (key.place()) {
            case FILE -> inFile(key);
            case TOKEN -> inToken(key);
        };
    }

    /** What is to be said of the certificate that seals by a key in use carry. */
    private Optional<Finding> certificate(Keys.Key key) {
        if (key.retiredAt().isPresent()) {
            return Optional.empty();
        }
        var now = clock.instant();
        return certificates
                .recorded(key.id())
                .map(SealCertificate::until)
                .filter(until -> until.isBefore(now.plus(NOTICE)))
                .map(
                        until -> {
                            var day = LocalDate.ofInstant(until, ZoneOffset.UTC);
                            return until.isBefore(now)
                                    ? Finding.failed("doctor.certificate-ended", key.did(), day)
                                    : Finding.warning("doctor.certificate-ends", key.did(), day);
                        });
    }

    private List<Finding> inToken(Keys.Key key) {
        try {
            return isTheOneNamed(key)
                    ? List.of()
                    : List.of(Finding.failed("doctor.key-in-token-of-another", key.did()));
        } catch (KeyUnusable e) {
            return List.of(Finding.failed("doctor.key-in-token", key.did(), Words.of(e.reason())));
        }
    }

    private boolean isTheOneNamed(Keys.Key key) {
        var signer = keys.signer(key.id());
        return signer.controller().equals(key.did())
                && signer.publicKey().verifies(MESSAGE, signer.sign(MESSAGE));
    }

    private List<Finding> inFile(Keys.Key key) throws IOException {
        var file = keys.file(key.id());
        if (!Files.exists(file)) {
            return List.of(Finding.failed("doctor.key-missing", key.did(), file));
        }
        var found = new ArrayList<Finding>();
        if (!Permissions.of(file).ownerOnly()) {
            found.add(Finding.failed("doctor.key-open", file, Permissions.of(file)));
        }
        try {
            if (!isTheOneNamed(key)) {
                found.add(Finding.failed("doctor.key-of-another", file, key.did()));
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            found.add(Finding.failed("doctor.key-unreadable", file, reason(e)));
        }
        return found;
    }

    /** What lies in the folder that is nobody's, or open to others. */
    private List<Finding> folder(List<Keys.Key> all) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        var password = folder.resolve("password");
        if (Files.exists(password) && !Permissions.of(password).ownerOnly()) {
            found.add(Finding.failed("doctor.key-open", password, Permissions.of(password)));
        }
        var named =
                Stream.concat(
                                all.stream().map(key -> keys.file(key.id())),
                                Stream.of(folder.resolve(VerifierKey.FILE)))
                        .collect(Collectors.toSet());
        try (var files = Files.newDirectoryStream(folder, "*.p12")) {
            for (var file : files) {
                if (!named.contains(file)) {
                    found.add(Finding.warning("doctor.key-left-over", file));
                }
            }
        }
        return found;
    }

    private static String reason(RuntimeException fault) {
        var cause = fault.getCause();
        return String.valueOf((cause == null ? fault : cause).getMessage());
    }
}
