package eu.cairn.app.credential;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.framework.Decided;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The signed lists that say which credentials of an organisation are revoked (W3C Bitstring).
 *
 * <p>A list is signed with the key of the credentials in it, for as long as they are asked about: a
 * verifier believes a list only from the very issuer that the credential names. A key that was
 * retired signs nothing else.
 */
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
                .flatMap(
                        some ->
                                store.keyOfList(some.id(), number)
                                        .map(key -> signed(some, number, keys.signer(key))));
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

    private String signed(Organisation organisation, int number, Signer signer) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var list =
                StatusList.of(
                        Publication.Purpose.REVOCATION, store.revoked(organisation.id(), number));
        var unsigned =
                list.write(
                        installation.baseUrl() + "/status/" + organisation.slug() + "/" + number,
                        signer.controller(),
                        now,
                        TTL);
        return switch (proofs.sign(unsigned, signer, now)) {
            case Decided.Accepted<String> signed -> signed.value();
            case Decided.Refused<String> refused ->
                    throw new IllegalStateException("our own list: " + refused.reasons());
        };
    }
}
