package eu.cairn.app.verification;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.TrustRegistry;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The awarding bodies that this installation knows: its own organisations, and those of the file
 * {@code trust-others.json} in its home, which its operator keeps.
 */
@Component
public class KnownIssuers implements TrustRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(KnownIssuers.class);

    private final AccountStore accounts;
    private final Keys keys;
    private final Installation installation;
    private final List<TrustedIssuer> others;

    KnownIssuers(AccountStore accounts, Keys keys, Installation installation) {
        this.accounts = accounts;
        this.keys = keys;
        this.installation = installation;
        this.others = others(installation.home().resolve("trust-others.json"));
    }

    @Override
    public String name() {
        return "Awarding bodies known to " + installation.baseUrl();
    }

    @Override
    public Optional<TrustedIssuer> issuer(String id) {
        return keys.holder(id)
                .flatMap(accounts::organisation)
                .map(this::own)
                .or(() -> others.stream().filter(one -> one.ids().contains(id)).findFirst());
    }

    /** The whole list as a file, for those who verify elsewhere or without a network. */
    public String file() {
        var issuers = new ArrayList<TrustedIssuer>();
        for (var organisation : accounts.organisations()) {
            if (!keys.of(organisation).isEmpty()) {
                issuers.add(own(organisation));
            }
        }
        issuers.addAll(others);
        return new TrustFile(name(), issuers).write();
    }

    /** The entry of one organisation of this installation, as a list of its own. */
    public String file(Organisation organisation) {
        return new TrustFile(organisation.name(), List.of(own(organisation))).write();
    }

    /** Writes the list where {@code cairn verify} finds it. */
    public void publish() {
        var target = installation.home().resolve("trust.json");
        try {
            Files.createDirectories(installation.home());
            var fresh = Files.createTempFile(installation.home(), "trust", ".json");
            Files.writeString(fresh, file());
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrustedIssuer own(Organisation organisation) {
        var ids = new TreeSet<String>();
        LocalDate first = LocalDate.EPOCH;
        for (var key : keys.of(organisation)) {
            ids.add(key.did());
        }
        return new TrustedIssuer(
                ids,
                organisation.name(),
                organisation.country(),
                Optional.of(organisation.place()),
                Optional.of(organisation.url()),
                "This installation of Cairn",
                first,
                Optional.empty(),
                Map.of(),
                Optional.of(installation.baseUrl() + "/status/" + organisation.slug() + "/"),
                organisation.demo());
    }

    private static List<TrustedIssuer> others(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return switch (TrustFile.read(Files.readAllBytes(file))) {
                case Decided.Accepted<TrustFile> read -> read.value().issuers();
                case Decided.Refused<TrustFile> refused -> {
                    LOG.error("{} is not used: {}", file.getFileName(), refused.reasons());
                    yield List.of();
                }
            };
        } catch (IOException e) {
            LOG.error("{} cannot be read", file.getFileName(), e);
            return List.of();
        }
    }
}
