package eu.cairn.app.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.app.credential.WatchedFolder;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.verification.IssuerKey;
import eu.cairn.formats.verification.TrustList;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The published lists of recognised bodies that the operator imported, in {@code trust/lists} of
 * the home as the bytes they are, and the publishers whose keys were pinned, in {@code
 * trust/publishers}. A list counts for as long as the key that signed it is pinned.
 */
@Component
public class TrustLists {

    private static final Logger LOG = LoggerFactory.getLogger(TrustLists.class);

    private final Clock clock;
    private final WatchedFolder<List<TrustList.Publisher>> publishers;
    private final WatchedFolder<List<TrustList>> lists;

    /** The publishers by whose keys the lists were read. */
    private volatile List<TrustList.Publisher> believed;

    public TrustLists(Installation installation, Clock clock) {
        this.clock = clock;
        var trust = installation.home().resolve("trust");
        this.publishers =
                new WatchedFolder<>(trust.resolve("publishers"), TrustLists::readPublishers);
        this.believed = publishers.content();
        this.lists = new WatchedFolder<>(trust.resolve("lists"), this::readLists);
    }

    /** The lists that are here, by the names of their files. */
    public List<TrustList> lists() {
        var pinned = publishers.content();
        if (!pinned.equals(believed)) {
            lists.reread();
            believed = pinned;
        }
        return lists.content();
    }

    public List<TrustList.Publisher> publishers() {
        return publishers.content();
    }

    /**
     * The entry for {@code identifier} of the newest list that is not outdated, or else of the
     * newest; a key that any list calls compromised is.
     */
    public Optional<TrustedIssuer> issuer(String identifier) {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var order =
                Comparator.comparing((TrustList list) -> list.reference().isOutdatedOn(today))
                        .thenComparing(list -> list.reference().date(), Comparator.reverseOrder());
        return lists().stream()
                .sorted(order)
                .flatMap(list -> list.issuer(identifier).stream())
                .reduce((best, other) -> best.alsoCompromised(other.compromised()));
    }

    /** Takes over a list, unless a newer one or another's stands under its identifier. */
    public Decided<TrustList> add(byte[] file) {
        return TrustList.read(file, publishers.content()).then(list -> add(list, file));
    }

    private Decided<TrustList> add(TrustList list, byte[] file) {
        var before = list(list.id());
        if (before.isPresent()) {
            var known = before.get().reference();
            if (!known.publisher().equals(list.reference().publisher())) {
                return Decided.refused(
                        Refusal.of(
                                "verification.list-of-another-publisher", "", known.publisher()));
            }
            if (list.reference().date().isBefore(known.date())) {
                return Decided.refused(
                        Refusal.of(
                                "verification.list-older",
                                "",
                                list.reference().date(),
                                known.date()));
            }
        }
        lists.write(file(list.id()), new String(file, StandardCharsets.UTF_8).strip() + "\n");
        return Decided.accepted(list);
    }

    /** Takes a list away; whether it was there. */
    public boolean remove(String id) {
        return lists.delete(file(id));
    }

    private Optional<TrustList> list(String id) {
        return lists().stream().filter(list -> list.id().equals(id)).findFirst();
    }

    private static String file(String id) {
        return WatchedFolder.name(id) + ".jwt";
    }

    /**
     * Pins the key of a publisher.
     *
     * @param key a {@code did:key}, a {@code did:jwk} or a JSON Web Key
     */
    public Optional<Refusal> pin(String name, String key) {
        var read =
                key.strip().startsWith("{")
                        ? IssuerKey.ofJwk(key)
                        : IssuerKey.insideIdentifier(key.strip());
        if (read.isEmpty() || name.isBlank()) {
            return Optional.of(Refusal.of("verification.publisher-key-malformed", "", key));
        }
        boolean twice =
                publishers.content().stream()
                        .anyMatch(one -> one.name().equals(name) || one.key().equals(read.get()));
        if (twice) {
            return Optional.of(Refusal.of("verification.publisher-twice", "", name));
        }
        publishers.write(
                WatchedFolder.name(name) + ".json",
                JSON.createObjectBuilder()
                                .add("name", name)
                                .add("publicKeyJwk", read.get().toJson())
                                .build()
                        + "\n");
        return Optional.empty();
    }

    /** Trusts a publisher no more, nor its lists; whether it was pinned. */
    public boolean unpin(String name) {
        return publishers.delete(WatchedFolder.name(name) + ".json");
    }

    private static List<TrustList.Publisher> readPublishers(List<Path> files) {
        var all = new ArrayList<TrustList.Publisher>();
        for (var file : files) {
            publisher(file)
                    .ifPresentOrElse(
                            all::add,
                            () -> LOG.error("the publisher in {} is not used", file.getFileName()));
        }
        return List.copyOf(all);
    }

    private static Optional<TrustList.Publisher> publisher(Path file) {
        return switch (StrictJson.parseTable(WatchedFolder.bytes(file))) {
            case Decided.Refused<JsonObject> refused -> Optional.empty();
            case Decided.Accepted<JsonObject>(var json) ->
                    Members.text(json, "name")
                            .flatMap(
                                    name ->
                                            Members.text(json, "publicKeyJwk")
                                                    .flatMap(IssuerKey::ofJwk)
                                                    .map(
                                                            key ->
                                                                    new TrustList.Publisher(
                                                                            name, key)));
        };
    }

    private List<TrustList> readLists(List<Path> files) {
        var all = new ArrayList<TrustList>();
        for (var file : files) {
            switch (TrustList.read(WatchedFolder.bytes(file), publishers.content())) {
                case Decided.Accepted<TrustList>(var list) -> all.add(list);
                case Decided.Refused<TrustList>(var reasons) ->
                        LOG.error("the list in {} is not used: {}", file.getFileName(), reasons);
            }
        }
        return List.copyOf(all);
    }
}
