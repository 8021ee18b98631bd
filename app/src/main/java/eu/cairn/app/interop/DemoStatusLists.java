package eu.cairn.app.interop;

import static java.time.temporal.ChronoUnit.SECONDS;

import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.framework.Decided;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Status lists on which nothing is ever revoked or suspended, one for each key and purpose. */
@Component
class DemoStatusLists {

    static final String PATH = "/interop/vc-api/status/";
    private static final Duration TTL = Duration.ofMinutes(5);

    private final DemoKeys keys;
    private final Installation installation;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final DataIntegrity proofs = new DataIntegrity(Contexts.trusted());

    DemoStatusLists(DemoKeys keys, Installation installation, Clock clock) {
        this.keys = keys;
        this.installation = installation;
        this.clock = clock;
    }

    /** A place on a list, at random, so that its number tells nothing. */
    StatusEntry place(DemoKey key, Purpose purpose) {
        return new StatusEntry(
                address(key, purpose), random.nextInt(StatusList.MIN_LENGTH), purpose);
    }

    /** Whether {@code entry} is a place on a list of ours. */
    boolean has(StatusEntry entry) {
        for (var key : DemoKey.values()) {
            if (entry.list().equals(address(key, entry.purpose()))) {
                return entry.index() < StatusList.MIN_LENGTH;
            }
        }
        return false;
    }

    /** The signed list. */
    String list(DemoKey key, Purpose purpose) {
        var now = clock.instant().truncatedTo(SECONDS);
        var signer = keys.signer(key);
        var list =
                StatusList.of(purpose, new BitSet())
                        .write(address(key, purpose), signer.controller(), now, TTL);
        return switch (proofs.sign(list, signer, now)) {
            case Decided.Accepted<String>(var signed) -> signed;
            case Decided.Refused<String> refused ->
                    throw new IllegalStateException("our own list: " + refused.reasons());
        };
    }

    /** The list with these names in its address, if there is one. */
    Optional<String> named(String key, String purpose) {
        return DemoKey.ofCode(key)
                .flatMap(of -> Purpose.ofCode(purpose).map(what -> list(of, what)));
    }

    private String address(DemoKey key, Purpose purpose) {
        return installation.baseUrl() + PATH + key.code() + "/" + purpose.code();
    }
}
