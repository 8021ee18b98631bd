package eu.cairn.app.credential;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.credential.TokenStatusList;
import eu.cairn.framework.Decided;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * The signed lists that say which credentials of an organisation are revoked, which suspended, and
 * which of its accreditations withdrawn (W3C Bitstring).
 *
 * <p>A list is signed with the key of the credentials in it, for as long as they are asked about: a
 * verifier believes a list only from the very issuer that the credential names. A key that was
 * retired signs nothing else.
 */
@Component
public class StatusLists {

    /** What follows the address of a list where it is a list of tokens. */
    public static final String TOKENS = "/tokens";

    /** What follows the address of a list where it says what is suspended. */
    public static final String SUSPENSION = "/suspension";

    /** What stands before the number of a list of accreditations, which has numbers of its own. */
    public static final String ACCREDITATIONS = "accreditations";

    private static final Duration TTL = Duration.ofMinutes(5);

    /** For so long a list that still says what is true is not signed anew. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ListedPlacesStore store;
    private final Keys keys;
    private final Installation installation;
    private final Clock clock;
    private final DataIntegrity proofs = new DataIntegrity(Contexts.trusted());
    private final Map<String, Made> made = new ConcurrentHashMap<>();
    private final PlacesKept kept;

    StatusLists(ListedPlacesStore store, Keys keys, Installation installation, Clock clock) {
        this.store = store;
        this.kept = new PlacesKept(store);
        this.keys = keys;
        this.installation = installation;
        this.clock = clock;
    }

    /** The signed list of what is revoked, as it stands now. */
    public Optional<String> list(String organisation, int number) {
        return list(store, organisation, number, Publication.Purpose.REVOCATION);
    }

    /**
     * The signed list of what is suspended, as it stands now: the same places in the same order.
     */
    public Optional<String> suspended(String organisation, int number) {
        return list(store, organisation, number, Publication.Purpose.SUSPENSION);
    }

    private Optional<String> list(
            ListedPlaces listed, String organisation, int number, Publication.Purpose purpose) {
        var address = address(organisation, number);
        return listed.ofCredentials(organisation, number)
                .map(
                        places ->
                                switch (purpose) {
                                    case REVOCATION ->
                                            made(address, purpose, places.key(), places.revoked());
                                    case SUSPENSION ->
                                            made(
                                                    address + SUSPENSION,
                                                    purpose,
                                                    places.key(),
                                                    places.suspended());
                                });
    }

    /** The signed list of which accreditations are withdrawn, as it stands now. */
    public Optional<String> accreditations(String organisation, int number) {
        return accreditations(store, organisation, number);
    }

    private Optional<String> accreditations(ListedPlaces listed, String organisation, int number) {
        var address = addressOfAccreditations(installation, organisation, number);
        return listed.ofAccreditations(organisation, number)
                .map(
                        places ->
                                made(
                                        address,
                                        Publication.Purpose.REVOCATION,
                                        places.key(),
                                        places.revoked()));
    }

    private String made(String address, Publication.Purpose purpose, UUID key, BitSet set) {
        return made(address, key, set, (now, by) -> signed(address, purpose, set, now, by));
    }

    /** Where a list of accreditations of an organisation is published. */
    public static String addressOfAccreditations(
            Installation installation, Organisation organisation, int number) {
        return addressOfAccreditations(installation, organisation.slug(), number);
    }

    private static String addressOfAccreditations(
            Installation installation, String organisation, int number) {
        return "%s/status/%s/%s/%d"
                .formatted(installation.baseUrl(), organisation, ACCREDITATIONS, number);
    }

    /** The same as a Token Status List, for tokens that wallets hold. */
    public Optional<String> tokens(String organisation, int number) {
        return tokens(store, organisation, number);
    }

    private Optional<String> tokens(ListedPlaces listed, String organisation, int number) {
        var address = address(organisation, number) + TOKENS;
        return listed.ofCredentials(organisation, number)
                .map(
                        places ->
                                made(
                                        address,
                                        places.key(),
                                        List.of(places.revoked(), places.suspended()),
                                        (now, by) -> signedTokens(address, places, now, by)));
    }

    private static String signedTokens(
            String address, ListedPlaces.Places places, Instant now, Signer signer) {
        var list =
                TokenStatusList.of(places.revoked(), places.suspended())
                        .token(address, now, TTL, signer);
        return list.signed(signer.sign(list.bytesToSign()));
    }

    /**
     * A list that was signed.
     *
     * @param places what it says of each place
     */
    private record Made(UUID key, Object places, Instant at, String text) {

        boolean says(UUID key, Object places, Instant now) {
            return this.key.equals(key)
                    && this.places.equals(places)
                    && !at.isAfter(now)
                    && at.plus(FRESH).isAfter(now);
        }
    }

    /** The list as it was signed a moment ago where nothing has changed, or signed now. */
    private String made(
            String address, UUID key, Object places, BiFunction<Instant, Signer, String> sign) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return made.compute(
                        address,
                        (at, last) ->
                                last != null && last.says(key, places, now)
                                        ? last
                                        : new Made(
                                                key,
                                                places,
                                                now,
                                                sign.apply(now, keys.signer(key))))
                .text();
    }

    private String address(String organisation, int number) {
        return installation.baseUrl() + "/status/" + organisation + "/" + number;
    }

    /** The same place in the list of tokens, where a document has one in the list of bits. */
    static Publication ofTokens(Publication publication) {
        return new Publication(
                publication.shortCode(),
                publication.verificationPage(),
                publication
                        .status()
                        .map(
                                entry ->
                                        new Publication.StatusEntry(
                                                entry.list() + TOKENS,
                                                entry.index(),
                                                entry.purpose())),
                Optional.empty(), // a token has one place, with a value of its own for suspended
                publication.refresh(),
                publication.demo());
    }

    /**
     * The list at an address of this installation, if it is one.
     *
     * @param revision that of {@link Keys#revision()} at a time from which on it says what is true
     */
    public Optional<String> at(String address, String revision) {
        var listed = kept.at(revision);
        var prefix = installation.baseUrl() + "/status/";
        if (!address.startsWith(prefix)) {
            return Optional.empty();
        }
        var parts = address.substring(prefix.length()).split("/", -1);
        if (parts.length == 3 && parts[1].equals(ACCREDITATIONS)) {
            return parts[2].matches("\\d{1,6}")
                    ? accreditations(listed, parts[0], Integer.parseInt(parts[2]))
                    : Optional.empty();
        }
        if (parts.length < 2 || !parts[1].matches("\\d{1,6}")) {
            return Optional.empty();
        }
        var number = Integer.parseInt(parts[1]);
        return switch (parts.length) {
            case 2 -> list(listed, parts[0], number, Publication.Purpose.REVOCATION);
            case 3 ->
                    switch ("/" + parts[2]) {
                        case TOKENS -> tokens(listed, parts[0], number);
                        case SUSPENSION ->
                                list(listed, parts[0], number, Publication.Purpose.SUSPENSION);
                        default -> Optional.empty();
                    };
            default -> Optional.empty();
        };
    }

    private String signed(
            String address, Publication.Purpose purpose, BitSet set, Instant now, Signer signer) {
        var unsigned = StatusList.of(purpose, set).write(address, signer.controller(), now, TTL);
        return switch (proofs.sign(unsigned, signer, now)) {
            case Decided.Accepted<String> signed -> signed.value();
            case Decided.Refused<String> refused ->
                    throw new IllegalStateException("our own list: " + refused.reasons());
        };
    }
}
