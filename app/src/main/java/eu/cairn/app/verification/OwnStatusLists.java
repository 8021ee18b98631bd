package eu.cairn.app.verification;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.verification.Published;
import eu.cairn.formats.verification.StatusLists;
import eu.cairn.formats.verification.TrustedIssuer;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The status lists of this installation, read where they are made; those of others are fetched. */
@Component
class OwnStatusLists implements StatusLists {

    private static final Logger LOG = LoggerFactory.getLogger(OwnStatusLists.class);

    private final eu.cairn.app.credential.StatusLists lists;
    private final Keys keys;
    private final CredentialStore credentials;
    private final AccreditationsIssued accreditations;
    private final AccountStore accounts;
    private final Installation installation;
    private final FetchedStatusLists others;

    OwnStatusLists(
            eu.cairn.app.credential.StatusLists lists,
            Keys keys,
            CredentialStore credentials,
            AccreditationsIssued accreditations,
            AccountStore accounts,
            Installation installation,
            FetchedStatusLists others) {
        this.lists = lists;
        this.keys = keys;
        this.credentials = credentials;
        this.accreditations = accreditations;
        this.accounts = accounts;
        this.installation = installation;
        this.others = others;
    }

    @Override
    public StatusLists now() {
        return new Now();
    }

    /**
     * The same at one time, which is asked for where it matters. Not for use by several threads.
     */
    private final class Now implements StatusLists {

        private Optional<String> revision = Optional.empty();

        private String revision() {
            if (revision.isEmpty()) {
                revision = Optional.of(keys.revision());
            }
            return revision.orElseThrow();
        }

        @Override
        public Optional<String> list(String address, TrustedIssuer issuer) {
            return OwnStatusLists.this.list(address, issuer, this::revision);
        }

        @Override
        public Optional<Published> published(String address, TrustedIssuer issuer) {
            return isOwn(address)
                    ? list(address, issuer).map(Published::atHand)
                    : others.published(address, issuer);
        }

        @Override
        public Optional<Publication.StatusEntry> suspension(
                Publication.StatusEntry revocation, TrustedIssuer issuer) {
            return OwnStatusLists.this.suspension(revocation, issuer);
        }

        @Override
        public Optional<Note> note(
                Publication.StatusEntry entry, String credential, TrustedIssuer issuer) {
            return OwnStatusLists.this.note(entry, credential, issuer);
        }
    }

    @Override
    public Optional<String> list(String address, TrustedIssuer issuer) {
        return now().list(address, issuer);
    }

    /** Nothing too where the key of the list cannot be used now: it can be asked for again. */
    private Optional<String> list(String address, TrustedIssuer issuer, Supplier<String> revision) {
        try {
            return issuer.statusListPrefix()
                    .filter(address::startsWith)
                    .flatMap(p -> lists.at(address, revision.get()));
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.warn("the status list {} cannot be signed: {}", address, e.toString());
            return Optional.empty();
        }
    }

    @Override
    public Optional<Published> published(String address, TrustedIssuer issuer) {
        return now().published(address, issuer);
    }

    private boolean isOwn(String address) {
        return address.startsWith(installation.baseUrl() + "/status/");
    }

    @Override
    public Optional<Publication.StatusEntry> suspension(
            Publication.StatusEntry revocation, TrustedIssuer issuer) {
        return FetchedStatusLists.suspensionOf(revocation, issuer);
    }

    @Override
    public Optional<Note> note(
            Publication.StatusEntry entry, String credential, TrustedIssuer issuer) {
        if (!isOwn(entry.list())) {
            return others.note(entry, credential, issuer);
        }
        return organisation(entry.list())
                .flatMap(
                        organisation ->
                                note(
                                        organisation,
                                        entry.list(),
                                        Math.toIntExact(entry.index()),
                                        credential));
    }

    private Optional<Note> note(
            Organisation organisation, String address, int index, String credential) {
        int list = listNumber(address);
        var ofAccreditations =
                eu.cairn.app.credential.StatusLists.addressOfAccreditations(
                        installation, organisation, list);
        return address.equals(ofAccreditations)
                ? accreditations.note(organisation, list, index, credential)
                : note(organisation, list, index, credential);
    }

    /**
     * Why the credential at a place of an organisation's list ended, if it did and is the one that
     * is asked about: a forged document can name the place of any other.
     */
    private Optional<Note> note(Organisation organisation, int list, int index, String credential) {
        return credentials
                .at(organisation.id(), list, index)
                .filter(awarded -> credential.equals("urn:uuid:" + awarded.award()))
                .flatMap(awarded -> CredentialState.note(awarded, organisation, installation));
    }

    private Optional<Organisation> organisation(String address) {
        var prefix = installation.baseUrl() + "/status/";
        return address.startsWith(prefix)
                ? accounts.organisation(address.substring(prefix.length()).split("/", 2)[0])
                : Optional.empty();
    }

    private static int listNumber(String address) {
        var list =
                address.replaceFirst(
                        "(%s|%s)$"
                                .formatted(
                                        eu.cairn.app.credential.StatusLists.TOKENS,
                                        eu.cairn.app.credential.StatusLists.SUSPENSION),
                        "");
        var number = list.substring(list.lastIndexOf('/') + 1);
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : -1;
    }
}
