package eu.cairn.app.verification;

import eu.cairn.app.remote.CachedWeb;
import eu.cairn.app.remote.Fetched;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.verification.IdentityDocuments;
import eu.cairn.formats.verification.Published;
import eu.cairn.formats.verification.StatusLists;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Status lists and documents of identifiers, fetched from where documents say that they are. Where
 * the trust registry says of an issuer where it publishes its lists, it is asked nowhere else.
 */
public final class FetchedStatusLists implements StatusLists, IdentityDocuments {

    private static final String TOKENS = "/tokens";
    private static final String LISTS =
            "application/vc, application/statuslist+jwt, application/json";
    private static final String IDENTITIES = "application/did+json, application/json";
    private static final String SUSPENSION = "/suspension";

    private final CachedWeb web;

    public FetchedStatusLists(CachedWeb web) {
        this.web = web;
    }

    @Override
    public Optional<String> list(String address, TrustedIssuer issuer) {
        return published(address, issuer).map(Published::text);
    }

    @Override
    public Optional<Published> published(String address, TrustedIssuer issuer) {
        return issuer.statusListPrefix().map(prefix -> isWithin(address, prefix)).orElse(true)
                ? fetch(address, LISTS)
                : Optional.empty();
    }

    @Override
    public Optional<Published> at(String address) {
        return fetch(address, IDENTITIES);
    }

    @Override
    public Optional<Publication.StatusEntry> suspension(
            Publication.StatusEntry revocation, TrustedIssuer issuer) {
        return suspensionOf(revocation, issuer);
    }

    /** Whoever keeps lists of suspensions has one beside each of revocations, with its places. */
    static Optional<Publication.StatusEntry> suspensionOf(
            Publication.StatusEntry revocation, TrustedIssuer issuer) {
        return issuer.statusListPrefix()
                .filter(prefix -> revocation.purpose() == Publication.Purpose.REVOCATION)
                .filter(prefix -> revocation.list().matches(Pattern.quote(prefix) + "\\d{1,6}"))
                .filter(prefix -> issuer.suspensionLists())
                .map(
                        prefix ->
                                new Publication.StatusEntry(
                                        revocation.list() + SUSPENSION,
                                        revocation.index(),
                                        Publication.Purpose.SUSPENSION));
    }

    /** What Cairn publishes beside its lists; the issuer learns only that one it ended is shown. */
    @Override
    public Optional<Note> note(
            Publication.StatusEntry entry, String credential, TrustedIssuer issuer) {
        var list = entry.list().replaceFirst("(%s|%s)$".formatted(TOKENS, SUSPENSION), "");
        var address = list + "/" + entry.index();
        return issuer.statusListPrefix()
                .filter(prefix -> isWithin(address, prefix))
                .flatMap(prefix -> fetch(address + "?credential=" + credential, LISTS))
                .flatMap(found -> note(found.text()));
    }

    private Optional<Published> fetch(String address, String accept) {
        return switch (web.get(address, accept)) {
            case Fetched.Got got ->
                    Optional.of(
                            new Published(
                                    new String(got.bytes(), StandardCharsets.UTF_8),
                                    Optional.of(got.at()),
                                    got.stale()));
            case Fetched.NotAsked never -> Optional.empty();
            case Fetched.NotHad none -> Optional.empty();
        };
    }

    private static Optional<Note> note(String text) {
        if (!(StrictJson.parse(text) instanceof Decided.Accepted<JsonObject>(var note))) {
            return Optional.empty();
        }
        var on = Members.text(note, "on").flatMap(FetchedStatusLists::day);
        var reason = Members.text(note, "reason");
        return on.isEmpty() || reason.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Note(
                                on.get(),
                                reason.get(),
                                Members.text(note, "code"),
                                Members.text(note, "replacedBy")));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether {@code address} is on the same host as {@code prefix} and below it. */
    static boolean isWithin(String address, String prefix) {
        try {
            var asked = new URI(address);
            var allowed = new URI(prefix);
            return address.startsWith(prefix)
                    && asked.getRawUserInfo() == null
                    && asked.getHost() != null
                    && asked.getHost().equals(allowed.getHost())
                    && asked.getPort() == allowed.getPort()
                    && Objects.equals(asked.getScheme(), allowed.getScheme())
                    && asked.normalize().equals(asked)
                    && !asked.getRawPath().contains("%");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
