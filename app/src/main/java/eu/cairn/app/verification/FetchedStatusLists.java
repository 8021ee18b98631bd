package eu.cairn.app.verification;

import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.verification.StatusLists;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Status lists fetched over HTTP, only from where the trust registry says that an issuer publishes
 * them: the address in a document is followed only if it begins with that prefix.
 *
 * <p>No redirects, at most 3 seconds and 256 kB, and without encryption only from this machine.
 */
public final class FetchedStatusLists implements StatusLists, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MAX_BYTES = 256 * 1024;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String TOKENS = "/tokens";
    private static final String SUSPENSION = "/suspension";

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    @Override
    public Optional<String> list(String address, TrustedIssuer issuer) {
        return list(address, "", issuer);
    }

    private Optional<String> list(String address, String query, TrustedIssuer issuer) {
        return issuer.statusListPrefix()
                .filter(prefix -> isWithin(address, prefix))
                .flatMap(prefix -> address(address, query))
                .flatMap(this::fetch);
    }

    private static Optional<URI> address(String address, String query) {
        try {
            return Optional.of(new URI(query.isEmpty() ? address : address + "?" + query));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Publication.StatusEntry> suspension(
            Publication.StatusEntry revocation, TrustedIssuer issuer) {
        return suspensionOf(revocation, issuer);
    }

    /** Cairn keeps a second list beside each, with the same places. */
    static Optional<Publication.StatusEntry> suspensionOf(
            Publication.StatusEntry revocation, TrustedIssuer issuer) {
        return issuer.statusListPrefix()
                .filter(prefix -> revocation.purpose() == Publication.Purpose.REVOCATION)
                .filter(prefix -> revocation.list().matches(Pattern.quote(prefix) + "\\d{1,6}"))
                .filter(prefix -> prefix.matches(".*/status/[a-z0-9-]+/"))
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
        return list(list + "/" + entry.index(), "credential=" + credential, issuer)
                .flatMap(FetchedStatusLists::note);
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
                    && isSecure(asked)
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

    private static boolean isSecure(URI address) {
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
    }

    private Optional<String> fetch(URI address) {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header(
                                "Accept",
                                "application/vc, application/statuslist+jwt, application/json")
                        .build();
        var answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES));
        try {
            HttpResponse<String> response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
