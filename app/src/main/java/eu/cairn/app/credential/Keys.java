package eu.cairn.app.credential;

import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
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

    private final SigningKeyStore store;
    private final Installation installation;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Map<UUID, Signer> open = new ConcurrentHashMap<>();

    Keys(
            SigningKeyStore store,
            Installation installation,
            Identifiers identifiers,
            Clock clock,
            Journal journal,
            ApplicationEventPublisher events) {
        this.store = store;
        this.installation = installation;
        this.identifiers = identifiers;
        this.clock = clock;
        this.journal = journal;
        this.events = events;
    }

    /**
     * A key of an organisation.
     *
     * @param did the identifier by which credentials name its holder
     * @param retiredAt from when it signs no more awards
     * @param compromise that others may have it, if they may
     */
    public record Key(
            UUID id,
            UUID organisation,
            String did,
            Instant createdAt,
            Optional<Instant> retiredAt,
            Optional<Compromise> compromise) {

        public KeyKind kind() {
            return KeyKind.of(did);
        }

        public VerificationKey publicKey() {
            return DidKey.key(did).orElseThrow();
        }
    }

    /** A key is made in the transaction that tells so. */
    public record Made(UUID key) {}

    /**
     * Others may have a key.
     *
     * @param since from when what it signed is not trusted
     * @param why that is believed, for those who run the installation
     */
    public record Compromise(Instant since, String why) {}

    /** The key with which an organisation signs now; made when it is needed first. */
    @Transactional
    public Key inUse(Organisation organisation) {
        return current(organisation)
                .or(
                        () -> {
                            hold(organisation.id());
                            return current(organisation);
                        })
                .orElseGet(() -> make(organisation, usualKind(organisation)));
    }

    /** The same if there is one; none is made. */
    public Optional<Key> current(Organisation organisation) {
        return of(organisation).stream().filter(key -> key.retiredAt().isEmpty()).findFirst();
    }

    /** An organisation stays with the kind of key that it chose last. */
    private KeyKind usualKind(Organisation organisation) {
        var all = of(organisation);
        return all.isEmpty() ? KeyKind.ED25519 : all.getLast().kind();
    }

    /**
     * Makes the key of an organisation that has none in use; refused with {@code key.in-use} where
     * it has.
     */
    @Transactional
    public Decided<Key> make(Organisation organisation, Optional<KeyKind> kind) {
        hold(organisation.id());
        if (current(organisation).isPresent()) {
            return Decided.refused(Refusal.of("key.in-use", "", organisation.slug()));
        }
        var key = make(organisation, kind.orElseGet(() -> usualKind(organisation)));
        journal.append(
                Optional.of(organisation.id()),
                OPERATOR,
                "keys.made",
                key.id().toString(),
                key.did().getBytes(StandardCharsets.UTF_8));
        return Decided.accepted(key);
    }

    /** The same with a key of the kind that the organisation has. */
    @Transactional
    public Key rotate(Organisation organisation) {
        return rotate(organisation, Optional.empty());
    }

    /**
     * Retires the key in use and makes another. What the old one signed stays genuine: it remains a
     * key of the organisation, and signs the status lists and further copies of its credentials.
     */
    @Transactional
    public Key rotate(Organisation organisation, Optional<KeyKind> kind) {
        hold(organisation.id());
        var former = inUse(organisation);
        store.retire(former.id(), clock.instant());
        var next = make(organisation, kind.orElseGet(former::kind));
        journal.append(
                Optional.of(organisation.id()),
                OPERATOR,
                "keys.rotated",
                next.id().toString(),
                (former.did() + "\n" + next.did()).getBytes(StandardCharsets.UTF_8));
        return next;
    }

    /**
     * Notes that others may have had a key since a moment. It signs no award and no copy any more;
     * another is made when the organisation awards next. The moment can be moved back, never
     * forward.
     *
     * @return refused with {@code key.since-in-future}, {@code key.reason-missing}, and {@code
     *     key.compromised-before} where an earlier moment is noted
     */
    @Transactional
    public Decided<Key> compromised(Key key, Instant since, String why) {
        hold(key.organisation());
        var now = clock.instant();
        var before = store.byId(key.id()).flatMap(Key::compromise);
        var refusals = new ArrayList<Refusal>();
        if (since.isAfter(now)) {
            refusals.add(Refusal.of("key.since-in-future", "since", since));
        }
        if (why.isBlank()) {
            refusals.add(Refusal.of("key.reason-missing", "why"));
        }
        if (before.isPresent() && !since.isBefore(before.get().since())) {
            refusals.add(Refusal.of("key.compromised-before", "since", before.get().since()));
        }
        if (!refusals.isEmpty()) {
            return Decided.refused(refusals);
        }
        store.retire(key.id(), now);
        store.compromised(key.id(), new Compromise(since, why.strip()));
        journal.append(
                Optional.of(key.organisation()),
                OPERATOR,
                "keys.compromised",
                key.id().toString(),
                (key.did() + "\n" + since + "\n" + why.strip()).getBytes(StandardCharsets.UTF_8));
        return Decided.accepted(store.byId(key.id()).orElseThrow());
    }

    /**
     * Lets nobody else award in the organisation's name, or rotate, until the transaction ends;
     * whoever only refers to the organisation does not wait.
     */
    void hold(UUID organisation) {
        store.hold(organisation);
    }

    /** Every key of an organisation, the oldest first. */
    public List<Key> of(Organisation organisation) {
        return store.of(organisation.id());
    }

    /** The key that {@code name} names: its identifier in credentials, or the one in the list. */
    public Optional<Key> named(String name) {
        try {
            return store.byDid(name)
                    .or(
                            () ->
                                    name.matches("[0-9a-f-]{36}")
                                            ? store.byId(UUID.fromString(name))
                                            : Optional.empty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a key was noted to be compromised, whenever it was. */
    boolean isCompromised(UUID key) {
        return store.byId(key).flatMap(Key::compromise).isPresent();
    }

    /** The organisation that holds the key of an identifier. */
    public Optional<UUID> holder(String did) {
        return store.byDid(did).map(Key::organisation);
    }

    /** What signs with a key. */
    public Signer signer(UUID key) {
        return open.computeIfAbsent(key, this::load);
    }

    /** Forgets an open key that did not sign, so that it is opened anew when it is tried again. */
    void close(UUID key) {
        open.remove(key);
    }

    private Signer load(UUID key) {
        try {
            return KeystoreSigner.load(file(key), password(), key.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Key make(Organisation organisation, KeyKind kind) {
        var id = identifiers.next();
        var now = clock.instant();
        try {
            Files.createDirectories(
                    file(id).getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            var signer =
                    KeystoreSigner.create(
                            file(id),
                            password(),
                            id.toString(),
                            kind.algorithm(),
                            organisation.name(),
                            now);
            var key =
                    new Key(
                            id,
                            organisation.id(),
                            signer.controller(),
                            now,
                            Optional.empty(),
                            Optional.empty());
            store.add(key);
            events.publishEvent(new Made(id));
            open.put(id, signer);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keystore of a key. */
    public Path file(UUID key) {
        return installation.home().resolve("keys").resolve(key + ".p12");
    }

    private char[] password() throws IOException {
        return KeystorePassword.of(installation.home().resolve("keys"));
    }
}
