package eu.cairn.app.verification;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.DecisionsMade;
import eu.cairn.app.credential.IssuedAccreditationStore;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.web.Installation;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityRecord;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.formats.verification.DidWeb;
import eu.cairn.formats.verification.IssuerKey;
import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.TrustRegistry;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final String AWARD_PREFIX = "urn:uuid:";
    private static final Pattern AWARD =
            Pattern.compile(
                    AWARD_PREFIX + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** In characters; what is shorter is no signature, and could stand anywhere by chance. */
    private static final int SHORTEST_SIGNATURE = 80;

    private final AccountStore accounts;
    private final Keys keys;
    private final IssuerIdentity identity;
    private final CredentialStore credentials;
    private final DecisionsMade decisions;
    private final IssuedAccreditationStore issued;
    private final Installation installation;
    private final List<TrustedIssuer> others;

    KnownIssuers(
            AccountStore accounts,
            Keys keys,
            IssuerIdentity identity,
            CredentialStore credentials,
            DecisionsMade decisions,
            IssuedAccreditationStore issued,
            Installation installation) {
        this.accounts = accounts;
        this.keys = keys;
        this.identity = identity;
        this.credentials = credentials;
        this.decisions = decisions;
        this.issued = issued;
        this.installation = installation;
        this.others = others(installation.home().resolve("trust-others.json"));
    }

    @Override
    public String name() {
        return "Awarding bodies known to " + installation.baseUrl();
    }

    @Override
    public Optional<TrustedIssuer> issuer(String id) {
        return organisation(id)
                .map(this::own)
                .or(() -> others.stream().filter(one -> one.ids().contains(id)).findFirst());
    }

    private Optional<Organisation> organisation(String id) {
        return keys.holder(id).flatMap(accounts::organisation).or(() -> identity.organisation(id));
    }

    @Override
    public List<QualityRecord> decisions(String issuer, MicroCredential credential) {
        return organisation(issuer).map(own -> decisions.of(own, credential)).orElse(List.of());
    }

    /** Those that the organisations of this installation issued, whoever believes them. */
    @Override
    public List<Accreditation> accreditations(String subject) {
        return issued.tokens(subject).stream()
                .map(token -> Accreditation.read(token.getBytes(StandardCharsets.UTF_8)))
                .flatMap(
                        read ->
                                read instanceof Decided.Accepted<Accreditation>(var one)
                                        ? Stream.of(one)
                                        : Stream.empty())
                .toList();
    }

    @Override
    public SigningRecord signed(String issuer, String credential, String signature) {
        if (keys.holder(issuer).isEmpty() && identity.organisation(issuer).isEmpty()) {
            return new SigningRecord.NotKept();
        }
        return award(credential)
                .filter(award -> signature.length() >= SHORTEST_SIGNATURE)
                .flatMap(award -> credentials.signedAt(award, signature))
                .<SigningRecord>map(SigningRecord.On::new)
                .orElseGet(SigningRecord.Missing::new);
    }

    private static Optional<UUID> award(String credential) {
        return AWARD.matcher(credential).matches()
                ? Optional.of(UUID.fromString(credential.substring(AWARD_PREFIX.length())))
                : Optional.empty();
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
        var addresses = identity.all(organisation);
        ids.addAll(addresses);
        var named = new HashMap<String, IssuerKey>();
        var compromised = new HashMap<IssuerKey, Instant>();
        for (var key : keys.of(organisation)) {
            ids.add(key.did());
            var half = key.publicKey();
            for (var address : addresses) {
                named.put(DidWeb.method(address, half), IssuerKey.of(half));
            }
            key.compromise().ifPresent(since -> compromised.put(IssuerKey.of(half), since.since()));
        }
        return new TrustedIssuer(
                ids,
                organisation.name(),
                organisation.country(),
                Optional.of(organisation.place()),
                Optional.of(organisation.url()),
                DecisionsMade.SOURCE,
                first,
                Optional.empty(),
                named,
                compromised,
                Optional.of(installation.baseUrl() + "/status/" + organisation.slug() + "/"),
                organisation.demo(),
                Optional.empty(),
                Optional.empty());
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
