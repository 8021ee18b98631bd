package eu.cairn.app.credential;

import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signing keys of the organisations: the public half is in the database, the private half in a
 * keystore file in the home directory that only its owner can read.
 */
@Component
public class Keys {

    /** Who rotates: the operator at the terminal, who has no account. */
    private static final UUID OPERATOR = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Installation installation;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Journal journal;
    private final Map<UUID, Signer> open = new ConcurrentHashMap<>();

    Keys(
            JdbcClient jdbc,
            Installation installation,
            Identifiers identifiers,
            Clock clock,
            Journal journal) {
        this.jdbc = jdbc;
        this.installation = installation;
        this.identifiers = identifiers;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * A key of an organisation.
     *
     * @param did the identifier by which credentials name its holder
     * @param retiredAt from when it signs no more awards
     */
    public record Key(
            UUID id,
            UUID organisation,
            String did,
            Instant createdAt,
            Optional<Instant> retiredAt) {}

    /** The key with which an organisation signs now; made when it is needed first. */
    @Transactional
    public Key inUse(Organisation organisation) {
        return notRetired(organisation)
                .or(
                        () -> {
                            hold(organisation.id());
                            return notRetired(organisation);
                        })
                .orElseGet(() -> make(organisation));
    }

    private Optional<Key> notRetired(Organisation organisation) {
        return of(organisation).stream().filter(key -> key.retiredAt().isEmpty()).findFirst();
    }

    /**
     * Retires the key in use and makes another. What the old one signed stays genuine: it remains a
     * key of the organisation, and signs the status lists and further copies of its credentials.
     */
    @Transactional
    public Key rotate(Organisation organisation) {
        hold(organisation.id());
        var former = inUse(organisation);
        jdbc.sql("UPDATE signing_key SET retired_at = :at WHERE id = :id")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", former.id())
                .update();
        var next = make(organisation);
        journal.append(
                Optional.of(organisation.id()),
                OPERATOR,
                "keys.rotated",
                next.id().toString(),
                (former.did() + "\n" + next.did()).getBytes(StandardCharsets.UTF_8));
        return next;
    }

    /**
     * Lets nobody else award in the organisation's name, or rotate, until the transaction ends;
     * whoever only refers to the organisation does not wait.
     */
    void hold(UUID organisation) {
        jdbc.sql("SELECT id FROM organisation WHERE id = :id FOR NO KEY UPDATE")
                .param("id", organisation)
                .query(UUID.class)
                .single();
    }

    /** Every key of an organisation, the oldest first. */
    public List<Key> of(Organisation organisation) {
        return jdbc.sql(
                        """
                        SELECT * FROM signing_key WHERE organisation_id = :organisation
                        ORDER BY created_at
                        """)
                .param("organisation", organisation.id())
                .query(
                        (row, n) ->
                                new Key(
                                        row.getObject("id", UUID.class),
                                        row.getObject("organisation_id", UUID.class),
                                        row.getString("did"),
                                        row.getTimestamp("created_at").toInstant(),
                                        Optional.ofNullable(row.getTimestamp("retired_at"))
                                                .map(Timestamp::toInstant)))
                .list();
    }

    /** The organisation that holds the key of an identifier. */
    public Optional<UUID> holder(String did) {
        return jdbc.sql("SELECT organisation_id FROM signing_key WHERE did = :did")
                .param("did", did)
                .query(UUID.class)
                .optional();
    }

    /** What signs with a key. */
    public Signer signer(UUID key) {
        return open.computeIfAbsent(key, this::load);
    }

    private Signer load(UUID key) {
        try {
            return KeystoreSigner.load(file(key), password(), key.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Key make(Organisation organisation) {
        var id = identifiers.next();
        var now = clock.instant();
        try {
            Files.createDirectories(
                    file(id).getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            var signer =
                    KeystoreSigner.create(
                            file(id), password(), id.toString(), organisation.name(), now);
            jdbc.sql(
                            """
                            INSERT INTO signing_key (id, organisation_id, did, created_at)
                            VALUES (:id, :organisation, :did, :at)
                            """)
                    .param("id", id)
                    .param("organisation", organisation.id())
                    .param("did", signer.controller())
                    .param("at", Timestamp.from(now))
                    .update();
            open.put(id, signer);
            return new Key(id, organisation.id(), signer.controller(), now, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keystore of a key. */
    public Path file(UUID key) {
        return installation.home().resolve("keys").resolve(key + ".p12");
    }

    /** The password of the keystores: given by the operator, or made once and kept beside them. */
    private char[] password() throws IOException {
        var given = System.getenv("CAIRN_KEYS_PASSWORD");
        if (given != null && !given.isBlank()) {
            return given.toCharArray();
        }
        var file = installation.home().resolve("keys").resolve("password");
        if (!Files.exists(file)) {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            var fresh = Files.createTempFile(file.getParent(), "password", ".new"); // 0600
            Files.writeString(fresh, HexFormat.of().formatHex(secret));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip().toCharArray();
    }
}
