package eu.cairn.app.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches documents from addresses that strangers name, in such a way that they learn and reach
 * nothing by it: by https from public addresses, without cookies, credentials or proxies.
 *
 * <p>At most {@value #MAX_BYTES} bytes, also when unpacked, 3 seconds in all, {@value
 * #MAX_REDIRECTS} redirects, each under the same rules, and {@value #AT_ONCE} fetches at once.
 */
public final class PublicWeb {

    public static final int MAX_BYTES = 1 << 20;
    static final int MAX_REDIRECTS = 2;
    static final int AT_ONCE = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LEAST_FRESH = Duration.ofMinutes(1);
    private static final Duration MOST_FRESH = Duration.ofHours(24);
    private static final Duration USUALLY_FRESH = Duration.ofMinutes(5);
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,9})\\b");

    private final FetchRules rules;
    private final Clock clock;
    private final Supplier<SSLSocketFactory> secure;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public PublicWeb(FetchRules rules, Clock clock) {
        // the first to ask for it reads all authorities of the JDK, and many never fetch
        this(rules, clock, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private PublicWeb(FetchRules rules, Clock clock, Supplier<SSLSocketFactory> secure) {
        this.rules = rules;
        this.clock = clock;
        this.secure = secure;
    }

    /** Fetches the document at {@code address}, of the media types {@code accept}. */
    public Fetched get(String address, String accept) {
        return parsed(address).map(uri -> get(uri, accept)).orElseGet(Fetched.NotAsked::new);
    }

    private Fetched get(URI address, String accept) {
        if (!rules.allow(address)) {
            return new Fetched.NotAsked();
        }
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Fetched.NotHad("too many fetches at once", true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.NotHad("interrupted", true);
        }
        var sockets =
                new GuardedSockets(
                        secure.get(), to -> rules.isLocal(address) || PublicAddress.is(to));
        var answer = new CompletableFuture<Fetched>();
        Thread.ofVirtual()
                .name("fetch")
                .start(
                        () -> {
                            try {
                                answer.complete(follow(address, accept, sockets));
                            } catch (IOException | RuntimeException e) {
                                answer.complete(new Fetched.NotHad(e.toString()));
                            } finally {
                                places.release();
                            }
                        });
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return new Fetched.NotHad("no answer within " + PATIENCE.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.NotHad("interrupted", true);
        } finally {
            sockets.closeAll();
        }
    }

    private Fetched follow(URI first, String accept, GuardedSockets sockets) throws IOException {
        var address = first;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            var connection = connection(address, accept, sockets);
            try {
                int status = connection.getResponseCode();
                if (status == HttpURLConnection.HTTP_OK) {
                    return body(connection);
                }
                var next = status / 100 == 3 ? next(connection, address) : Optional.<URI>empty();
                if (next.isEmpty()) {
                    return new Fetched.NotHad("status " + status);
                }
                // an address in this network leads nowhere else, and no other leads to one
                if (!rules.allow(next.get()) || rules.isLocal(next.get()) != rules.isLocal(first)) {
                    return new Fetched.NotAsked();
                }
                address = next.get();
            } finally {
                connection.disconnect();
            }
        }
        return new Fetched.NotHad("more than " + MAX_REDIRECTS + " redirects");
    }

    private static HttpURLConnection connection(URI address, String accept, GuardedSockets sockets)
            throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(sockets);
        }
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setAllowUserInteraction(false);
        connection.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
        connection.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
        connection.setRequestProperty("Accept", accept);
        connection.setRequestProperty("Accept-Encoding", "gzip, identity;q=0.5");
        connection.setRequestProperty("User-Agent", "Cairn");
        return connection;
    }

    private static Optional<URI> next(HttpURLConnection connection, URI from) {
        return Optional.ofNullable(connection.getHeaderField("Location"))
                .flatMap(PublicWeb::parsed)
                .map(from::resolve);
    }

    private Fetched body(HttpURLConnection connection) throws IOException {
        if (connection.getContentLengthLong() > MAX_BYTES) {
            return new Fetched.NotHad("more than " + MAX_BYTES + " bytes");
        }
        var coding = String.valueOf(connection.getContentEncoding()).toLowerCase(Locale.ROOT);
        if (!coding.matches("null|identity|gzip|x-gzip")) {
            return new Fetched.NotHad("coding " + coding);
        }
        try (InputStream sent = connection.getInputStream();
                InputStream in = coding.endsWith("gzip") ? new GZIPInputStream(sent) : sent) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? new Fetched.NotHad("more than " + MAX_BYTES + " bytes")
                    : new Fetched.Got(bytes, now(), freshFor(connection), false);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static Duration freshFor(HttpURLConnection connection) {
        var said =
                String.valueOf(connection.getHeaderField("Cache-Control")).toLowerCase(Locale.ROOT);
        if (said.contains("no-store") || said.contains("no-cache")) {
            return LEAST_FRESH;
        }
        var age = MAX_AGE.matcher(said);
        var fresh = age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : USUALLY_FRESH;
        return fresh.compareTo(LEAST_FRESH) < 0
                ? LEAST_FRESH
                : fresh.compareTo(MOST_FRESH) > 0 ? MOST_FRESH : fresh;
    }

    static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
