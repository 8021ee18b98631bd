package eu.cairn.app.verification;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.DecisionsMade;
import eu.cairn.app.credential.IssuedAccreditationStore;
import eu.cairn.app.web.Installation;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityRecord;
import eu.cairn.formats.credential.RecentlyUsed;
import eu.cairn.formats.verification.Accreditation;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** As many sealed accreditations are kept as they were read. */
    private static final int KEPT = 1_000;

    private final OwnIssuers own;
    private final CredentialStore credentials;
    private final DecisionsMade decisions;
    private final IssuedAccreditationStore issued;
    private final Installation installation;
    private final List<TrustedIssuer> others;
    private final Map<String, Decided<Accreditation>> read = RecentlyUsed.atMost(KEPT);

    KnownIssuers(
            OwnIssuers own,
            CredentialStore credentials,
            DecisionsMade decisions,
            IssuedAccreditationStore issued,
            Installation installation) {
        this.own = own;
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
    public TrustRegistry now() {
        return new Now(own.now());
    }

    @Override
    public Optional<TrustedIssuer> issuer(String id) {
        return now().issuer(id);
    }

    @Override
    public List<QualityRecord> decisions(String issuer, MicroCredential credential) {
        return now().decisions(issuer, credential);
    }

    /** Those that the organisations of this installation issued, whoever believes them. */
    @Override
    public List<Accreditation> accreditations(Set<String> subjects) {
        return now().accreditations(subjects);
    }

    private List<Accreditation> asked(Set<String> subjects) {
        return issued.tokens(subjects).stream()
                .map(token -> RecentlyUsed.in(read, token, KnownIssuers::read))
                .flatMap(
                        read ->
                                read instanceof Decided.Accepted<Accreditation>(var one)
                                        ? Stream.of(one)
                                        : Stream.empty())
                .toList();
    }

    private static Decided<Accreditation> read(String token) {
        return Accreditation.read(token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public SigningRecord signed(String issuer, String credential, String signature) {
        return now().signed(issuer, credential, signature);
    }

    /** The same with the organisations as they stood at one time. */
    private final class Now implements TrustRegistry {

        private final OwnIssuers.State own;

        Now(OwnIssuers.State own) {
            this.own = own;
        }

        @Override
        public String name() {
            return KnownIssuers.this.name();
        }

        @Override
        public Optional<TrustedIssuer> issuer(String id) {
            return own.of(id)
                    .map(OwnIssuers.Own::entry)
                    .or(() -> others.stream().filter(one -> one.ids().contains(id)).findFirst());
        }

        @Override
        public List<QualityRecord> decisions(String issuer, MicroCredential credential) {
            return own.of(issuer)
                    .map(one -> decisions.of(one.organisation(), credential))
                    .orElse(List.of());
        }

        @Override
        public List<Accreditation> accreditations(Set<String> subjects) {
            return RecentlyUsed.in(own.issued(), Set.copyOf(subjects), KnownIssuers.this::asked);
        }

        @Override
        public SigningRecord signed(String issuer, String credential, String signature) {
            if (own.of(issuer).isEmpty()) {
                return new SigningRecord.NotKept();
            }
            return award(credential)
                    .filter(award -> signature.length() >= SHORTEST_SIGNATURE)
                    .flatMap(award -> credentials.signedAt(award, signature))
                    .<SigningRecord>map(SigningRecord.On::new)
                    .orElseGet(SigningRecord.Missing::new);
        }
    }

    private static Optional<UUID> award(String credential) {
        return AWARD.matcher(credential).matches()
                ? Optional.of(UUID.fromString(credential.substring(AWARD_PREFIX.length())))
                : Optional.empty();
    }

    /** The whole list as a file, for those who verify elsewhere or without a network. */
    public String file() {
        var issuers =
                Stream.concat(
                        own.now().all().stream()
                                .filter(OwnIssuers.Own::signs)
                                .map(OwnIssuers.Own::entry),
                        others.stream());
        return new TrustFile(name(), issuers.toList()).write();
    }

    /** The entry of one organisation of this installation, as a list of its own. */
    public String file(Organisation organisation) {
        var entry =
                own.now().all().stream()
                        .filter(one -> one.organisation().id().equals(organisation.id()))
                        .map(OwnIssuers.Own::entry);
        return new TrustFile(organisation.name(), entry.toList()).write();
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
