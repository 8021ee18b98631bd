package eu.cairn.app.credential;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.framework.Decided;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The signed lists that say which credentials of an organisation are revoked (W3C Bitstring). */
@Component
public class StatusLists {

    private static final Duration TTL = Duration.ofMinutes(5);

    private final CredentialStore store;
    private final AccountStore accounts;
    private final Keys keys;
    private final Installation installation;
    private final Clock clock;
    private final DataIntegrity proofs = new DataIntegrity(Contexts.trusted());

    StatusLists(
            CredentialStore store,
            AccountStore accounts,
            Keys keys,
            Installation installation,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.keys = keys;
        this.installation = installation;
        this.clock = clock;
    }

    /** The signed list as it stands now. */
    public Optional<String> list(String organisation, int number) {
        return accounts.organisation(organisation)
                .filter(some -> store.hasList(some.id(), number))
                .map(some -> signed(some, number));
    }

    /** The list at an address of this installation, if it is one. */
    public Optional<String> at(String address) {
        var prefix = installation.baseUrl() + "/status/";
        if (!address.startsWith(prefix)) {
            return Optional.empty();
        }
        var parts = address.substring(prefix.length()).split("/", -1);
        return parts.length == 2 && parts[1].matches("\\d{1,6}")
                ? list(parts[0], Integer.parseInt(parts[1]))
                : Optional.empty();
    }

    private String signed(Organisation organisation, int number) {
        var key = keys.inUse(organisation);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var list =
                StatusList.of(
                        Publication.Purpose.REVOCATION, store.revoked(organisation.id(), number));
        var unsigned =
                list.write(
                        installation.baseUrl() + "/status/" + organisation.slug() + "/" + number,
                        key.did(),
                        now,
                        TTL);
        return switch (proofs.sign(unsigned, keys.signer(key.id()), now)) {
            case Decided.Accepted<String> signed -> signed.value();
            case Decided.Refused<String> refused ->
                    throw new IllegalStateException("our own list: " + refused.reasons());
        };
    }
}
