package eu.cairn.app.verification;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.formats.verification.DidWeb;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who the organisations are by the public address of the installation ({@code did:web}), beside
 * what their keys are named by in credentials ({@code did:key}). Where the address is not https
 * there is no such identity, for nothing would protect it.
 */
@Component
public class IssuerIdentity {

    private static final String ORGANISATIONS = "orgs";

    private final AccountStore accounts;
    private final Keys keys;
    private final Installation installation;

    IssuerIdentity(AccountStore accounts, Keys keys, Installation installation) {
        this.accounts = accounts;
        this.keys = keys;
        this.installation = installation;
    }

    /** The identifier of an organisation by its path below the public address. */
    public Optional<String> of(Organisation organisation) {
        return DidWeb.below(installation.baseUrl(), List.of(ORGANISATIONS, organisation.slug()));
    }

    private Optional<String> ofHost() {
        return ofHost(accounts.organisations());
    }

    /** The identifier of the host itself, which is the one organisation's where there is one. */
    private Optional<String> ofHost(List<Organisation> organisations) {
        return organisations.size() == 1
                ? DidWeb.below(installation.baseUrl(), List.of())
                        .filter(did -> did.indexOf(':', "did:web:".length()) < 0)
                : Optional.empty();
    }

    /** Every identifier that an organisation has by its address. */
    public List<String> all(Organisation organisation) {
        return all(organisation, accounts.organisations());
    }

    /** Every identifier that one of {@code organisations}, which are all, has by its address. */
    List<String> all(Organisation organisation, List<Organisation> organisations) {
        var own = of(organisation);
        return own.isEmpty()
                ? List.of()
                : ofHost(organisations)
                        .map(host -> List.of(own.get(), host))
                        .orElseGet(() -> List.of(own.get()));
    }

    /** The organisation that an identifier by address names, if it is one of this installation. */
    public Optional<Organisation> organisation(String did) {
        if (!did.startsWith("did:web:")) {
            return Optional.empty();
        }
        var named =
                accounts.organisation(did.substring(did.lastIndexOf(':') + 1))
                        .filter(one -> of(one).equals(Optional.of(did)));
        return named.isPresent() || !ofHost().equals(Optional.of(did))
                ? named
                : accounts.organisations().stream().findFirst();
    }

    /** The document behind the identifier of an organisation. */
    public Optional<String> document(String slug) {
        return accounts.organisation(slug).flatMap(one -> of(one).map(did -> document(did, one)));
    }

    /** The document behind the identifier of the host. */
    public Optional<String> documentOfHost() {
        return ofHost().map(did -> document(did, accounts.organisations().getFirst()));
    }

    private String document(String did, Organisation organisation) {
        var valid = valid(organisation);
        return DidWeb.document(did, valid, valid.stream().map(DidKey::of).toList()).toString();
    }

    /** The keys of an organisation as a set of JSON Web Keys, whatever the address is. */
    public Optional<String> keySet(String slug) {
        return accounts.organisation(slug).map(one -> DidWeb.keySet(valid(one)).toString());
    }

    /** The keys by which documents are believed: those that were retired too, none compromised. */
    private List<VerificationKey> valid(Organisation organisation) {
        return keys.of(organisation).stream()
                .filter(key -> key.compromise().isEmpty())
                .map(Keys.Key::publicKey)
                .toList();
    }
}
