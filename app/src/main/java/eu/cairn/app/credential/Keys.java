package eu.cairn.app.credential;

import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.journal.Journal;
import eu.cairn.credential.AwardingBody;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
 * The signing keys of the organisations: the public half is in the database, the private half where
 * {@link PrivateKeys} keeps it.
 */
@Component
public class Keys {

    /** Who rotates: the operator at the terminal, who has no account. */
    private static final UUID OPERATOR = new UUID(0, 0);

    private final SigningKeyStore store;
    private final PrivateKeys privateKeys;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Map<UUID, Signer> open = new ConcurrentHashMap<>();

    Keys(
            SigningKeyStore store,
            PrivateKeys privateKeys,
            Identifiers identifiers,
            Clock clock,
            Journal journal,
            ApplicationEventPublisher events) {
        this.store = store;
        this.privateKeys = privateKeys;
        this.identifiers = identifiers;
        this.clock = clock;
        this.journal = journal;
        this.events = events;
    }

    /**
     * A key of an organisation.
     *
     * @param did the identifier by which credentials name its holder
     * @param place where its private half lives
     * @param retiredAt from when it signs no more awards
     * @param compromise that others may have it, if they may
     */
    public record Key(
            UUID id,
            UUID organisation,
            String did,
            KeyPlace place,
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
                .orElseGet(() -> make(organisation, Optional.empty(), usualPlace(organisation)));
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

    /** And its keys stay where they are. */
    private KeyPlace usualPlace(Organisation organisation) {
        var all = of(organisation);
        return all.isEmpty() ? KeyPlace.FILE : all.getLast().place();
    }

    /** The same where the key is to live where those of the organisation do. */
    @Transactional
    public Decided<Key> make(Organisation organisation, Optional<KeyKind> kind) {
        return make(organisation, kind, Optional.empty());
    }

    /**
     * Makes the key of an organisation that has none in use; refused with {@code key.in-use} where
     * it has.
     *
     * @throws eu.cairn.formats.credential.KeyUnusable if it cannot be made in the token
     */
    @Transactional
    public Decided<Key> make(
            Organisation organisation, Optional<KeyKind> kind, Optional<KeyPlace> place) {
        hold(organisation.id());
        if (current(organisation).isPresent()) {
            return Decided.refused(Refusal.of("key.in-use", "", organisation.slug()));
        }
        var key = make(organisation, kind, place.orElseGet(() -> usualPlace(organisation)));
        journal.append(
                Optional.of(organisation.id()),
                OPERATOR,
                "keys.made",
                key.id().toString(),
                key.did().getBytes(StandardCharsets.UTF_8));
        return Decided.accepted(key);
    }

    /** The same with a key of the kind that the organisation has, in the same place. */
    @Transactional
    public Key rotate(Organisation organisation) {
        return rotate(organisation, Optional.empty(), Optional.empty());
    }

    /** The same in the same place. */
    @Transactional
    public Key rotate(Organisation organisation, Optional<KeyKind> kind) {
        return rotate(organisation, kind, Optional.empty());
    }

    /**
     * Retires the key in use and makes another. What the old one signed stays genuine: it remains a
     * key of the organisation, and signs the status lists and further copies of its credentials.
     *
     * @throws eu.cairn.formats.credential.KeyUnusable if it cannot be made in the token; the key in
     *     use stays so
     */
    @Transactional
    public Key rotate(Organisation organisation, Optional<KeyKind> kind, Optional<KeyPlace> place) {
        hold(organisation.id());
        var former = inUse(organisation);
        store.retire(former.id(), clock.instant());
        var next = make(organisation, kind, place.orElseGet(former::place));
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
     * Lets nobody else award or accredit in the organisation's name, or rotate, until the
     * transaction ends; whoever only refers to the organisation does not wait.
     */
    public void hold(UUID organisation) {
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

    /**
     * Another text whenever an organisation, a key, a status or an issued accreditation was added
     * or changed, by whatever program; for those who keep what they know of them. It begins with
     * how many changes are kept.
     */
    public String revision() {
        return store.revision();
    }

    /** Forgets former changes; the revision is another one then. */
    @Transactional
    public void forgetChanges() {
        store.forgetChanges();
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
        return privateKeys.load(key, store.byId(key).orElseThrow().place());
    }

    private Key make(Organisation organisation, Optional<KeyKind> kind, KeyPlace place) {
        var id = identifiers.next();
        var now = clock.instant();
        var made =
                privateKeys.make(
                        id,
                        kind.or(place::usualKind).orElseGet(() -> usualKind(organisation)),
                        place,
                        organisation,
                        now);
        var key =
                new Key(
                        id,
                        organisation.id(),
                        made.signer().controller(),
                        place,
                        now,
                        Optional.empty(),
                        Optional.empty());
        store.add(key, made.certificate().pem());
        events.publishEvent(new Made(id));
        open.put(id, made.signer());
        return key;
    }

    /** An organisation as credentials and certificates name it by a key. */
    static AwardingBody body(Organisation organisation, String did) {
        return new AwardingBody(
                did,
                organisation.name(),
                Optional.of(organisation.country()),
                Optional.of(organisation.place()),
                Optional.of(organisation.url()));
    }

    /** The keystore of a key that lives in one. */
    public Path file(UUID key) {
        return privateKeys.file(key);
    }
}
