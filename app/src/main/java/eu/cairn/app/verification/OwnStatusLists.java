package eu.cairn.app.verification;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.verification.StatusLists;
import eu.cairn.formats.verification.TrustedIssuer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The status lists of this installation, read where they are made; those of others are not asked
 * for, and their credentials could not be checked to the end.
 */
@Component
class OwnStatusLists implements StatusLists {

    private final eu.cairn.app.credential.StatusLists lists;
    private final CredentialStore credentials;
    private final AccountStore accounts;
    private final Installation installation;

    OwnStatusLists(
            eu.cairn.app.credential.StatusLists lists,
            CredentialStore credentials,
            AccountStore accounts,
            Installation installation) {
        this.lists = lists;
        this.credentials = credentials;
        this.accounts = accounts;
        this.installation = installation;
    }

    @Override
    public Optional<String> list(String address, TrustedIssuer issuer) {
        return issuer.statusListPrefix()
                .filter(address::startsWith)
                .flatMap(p -> lists.at(address));
    }

    @Override
    public Optional<Note> note(
            Publication.StatusEntry entry, String credential, TrustedIssuer issuer) {
        return organisation(entry.list())
                .flatMap(
                        organisation ->
                                note(
                                        organisation,
                                        listNumber(entry.list()),
                                        Math.toIntExact(entry.index())));
    }

    /** Why the credential at a place of an organisation's list ended, if it did. */
    private Optional<Note> note(Organisation organisation, int list, int index) {
        return credentials
                .at(organisation.id(), list, index)
                .flatMap(awarded -> CredentialState.note(awarded, organisation, installation));
    }

    private Optional<Organisation> organisation(String address) {
        var prefix = installation.baseUrl() + "/status/";
        return address.startsWith(prefix)
                ? accounts.organisation(address.substring(prefix.length()).split("/", 2)[0])
                : Optional.empty();
    }

    private static int listNumber(String address) {
        var tokens = eu.cairn.app.credential.StatusLists.TOKENS;
        var list =
                address.endsWith(tokens)
                        ? address.substring(0, address.length() - tokens.length())
                        : address;
        var number = list.substring(list.lastIndexOf('/') + 1);
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : -1;
    }
}
