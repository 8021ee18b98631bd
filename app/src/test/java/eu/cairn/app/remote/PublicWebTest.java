package eu.cairn.app.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicWebTest {

    private static final String ANY = "*/*";

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private final Adjustable clock = new Adjustable();
    private HttpServer server;
    private String base = "";
    private PublicWeb web;
    private volatile boolean down;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        base = "http://localhost:" + server.getAddress().getPort();
        web =
                new PublicWeb(
                        new FetchRules(
                                true,
                                List.of(),
                                List.of("localhost:" + server.getAddress().getPort())),
                        clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aDocumentIsFetchedWithoutAnythingThatTellsWhoAsks() {
        assertThat(text(web.get(base + "/plain", "application/vc"))).isEqualTo("a list");
        assertThat(text(web.get(base + "/gzip", ANY))).isEqualTo("a list");

        assertThat(sent).containsEntry("accept", "application/vc").containsEntry("host", host());
        assertThat(sent).doesNotContainKeys("cookie", "authorization", "referer", "origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing",
                "huge",
                "huge-announced",
                "bomb",
                "deflate",
                "drip",
                "silent",
                "round",
                "three",
                "nonsense"
            })
    void whatIsNoAnswerIsNoDocument(String kind) {
        var start = System.nanoTime();

        assertThat(web.get(base + "/" + kind, ANY)).isInstanceOf(Fetched.NotHad.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void twoRedirectsAreFollowedAndNoneToWhereNobodyIsAsked() {
        assertThat(text(web.get(base + "/two", ANY))).isEqualTo("a list");

        assertThat(web.get(base + "/to-metadata", ANY)).isInstanceOf(Fetched.NotAsked.class);
        assertThat(web.get(base + "/to-file", ANY)).isInstanceOf(Fetched.NotAsked.class);
        assertThat(web.get(base + "/to-public", ANY)).isInstanceOf(Fetched.NotAsked.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://uni.edu/.well-known/did.json, true",
        "https://UNI.edu:443/list, true",
        "http://uni.edu/list, false",
        "https://uni.edu:8443/list, false",
        "https://uni.edu:22/list, false",
        "https://a@uni.edu/list, false",
        "https://uni.edu/list#x, false",
        "https://127.0.0.1/list, false",
        "https://127.1/list, false",
        "https://2130706433/list, false",
        "https://0x7f.0x1/list, false",
        "https://[::1]/list, false",
        "https://[::ffff:127.0.0.1]/list, false",
        "https://localhost/list, false",
        "https://a.localhost/list, false",
        "https://router.local/list, false",
        "https://metadata.google.internal/list, false",
        "https://a.example/list, false",
        "https://intranet/list, false",
        "file:///etc/passwd, false",
        "ftp://uni.edu/list, false",
        "jar:https://uni.edu/a.jar!/b, false",
        "/list, false"
    })
    void onlyNamesOfTheInternetAreAsked(String address, boolean allowed) {
        assertThat(FetchRules.open().allow(URI.create(address))).isEqualTo(allowed);
        assertThat(FetchRules.offline().allow(URI.create(address))).isFalse();
    }

    @Test
    void aListOfSomebodyTrustedMayLieOnThisMachineAndNowhereElseInThisNetwork() {
        var rules =
                FetchRules.open()
                        .and(
                                List.of(
                                        "http://localhost:8080/status/",
                                        "http://10.0.0.1/status/",
                                        "no address at all"));

        assertThat(rules.allow(URI.create("http://localhost:8080/status/1"))).isTrue();
        assertThat(rules.allow(URI.create("http://localhost:8081/status/1"))).isFalse();
        for (var elsewhere :
                List.of("/admin", "/status", "/status/../admin", "/status/%2e%2e/admin", "")) {
            assertThat(rules.allow(URI.create("http://localhost:8080" + elsewhere)))
                    .as(elsewhere)
                    .isFalse();
        }
        assertThat(rules.allow(URI.create("http://10.0.0.1/status/1"))).isFalse();
    }

    @Test
    void whereHostsAreNamedNoOtherIsAsked() {
        var rules = new FetchRules(true, List.of("uni.edu"), List.of());

        assertThat(rules.allow(URI.create("https://lists.uni.edu/1"))).isTrue();
        assertThat(rules.allow(URI.create("https://uni.edu.evil.org/1"))).isFalse();
        assertThat(rules.allow(URI.create("https://other.edu/1"))).isFalse();
    }

    @Test
    void aServerHereIsNotAskedUnlessASettingNamesIt() {
        assertThat(new PublicWeb(FetchRules.open(), clock).get(base + "/plain", ANY))
                .isInstanceOf(Fetched.NotAsked.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void howeverManyWantADocumentItIsAskedForOnce() {
        var cached = new CachedWeb(web, clock);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50).forEach(i -> all.execute(() -> cached.get(base + "/slow", ANY)));
        }

        assertThat(text(cached.get(base + "/slow", ANY))).isEqualTo("a list");
        assertThat(asked.get("/slow")).hasValue(1);
    }

    @Test
    void whatWasNotHadForAReasonOfOursIsAskedForAgainAtOnce() {
        var cached = new CachedWeb(web, clock);
        Thread.currentThread().interrupt();
        assertThat(cached.get(base + "/plain", ANY)).isInstanceOf(Fetched.NotHad.class);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(text(cached.get(base + "/plain", ANY))).isEqualTo("a list");
    }

    @Test
    void aDocumentIsAskedForAgainWhenItIsNoLongerFresh() {
        var cached = new CachedWeb(web, clock);
        cached.get(base + "/hour", ANY);
        cached.get(base + "/second", ANY);
        cached.get(base + "/year", ANY);

        clock.pass(Duration.ofSeconds(59));
        cached.get(base + "/second", ANY);
        assertThat(asked.get("/second")).hasValue(1);
        clock.pass(Duration.ofMinutes(59));
        cached.get(base + "/second", ANY);
        cached.get(base + "/hour", ANY);
        assertThat(asked.get("/second")).hasValue(2);
        assertThat(asked.get("/hour")).hasValue(1);
        clock.pass(Duration.ofHours(24));
        cached.get(base + "/hour", ANY);
        cached.get(base + "/year", ANY);
        assertThat(asked.get("/hour")).hasValue(2);
        assertThat(asked.get("/year")).hasValue(2);
    }

    @Test
    void aDocumentThatCannotBeHadAgainIsGivenAsStaleForADay() {
        var cached = new CachedWeb(web, clock);
        var first = (Fetched.Got) cached.get(base + "/second", ANY);
        down = true;
        clock.pass(Duration.ofHours(2));

        var stale = (Fetched.Got) cached.get(base + "/second", ANY);
        assertThat(first.stale()).isFalse();
        assertThat(stale.stale()).isTrue();
        assertThat(stale.at()).isEqualTo(first.at());
        cached.get(base + "/second", ANY);
        assertThat(asked.get("/second")).hasValue(2);
        clock.pass(Duration.ofHours(23));
        assertThat(cached.get(base + "/second", ANY)).isInstanceOf(Fetched.NotHad.class);
        down = false;
        assertThat(cached.get(base + "/second", ANY)).isInstanceOf(Fetched.NotHad.class);
        clock.pass(Duration.ofSeconds(31));
        assertThat(((Fetched.Got) cached.get(base + "/second", ANY)).stale()).isFalse();
    }

    private String host() {
        return base.substring("http://".length());
    }

    private static String text(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Got.class);
        return new String(((Fetched.Got) fetched).bytes(), StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
        exchange.getRequestHeaders()
                .forEach((name, value) -> sent.putIfAbsent(lower(name), value.getFirst()));
        var list = "a list".getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        try (exchange) {
            if (down) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            switch (path) {
                case "/missing" -> exchange.sendResponseHeaders(404, -1);
                case "/huge" -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(new byte[PublicWeb.MAX_BYTES + 1]);
                }
                case "/huge-announced" -> {
                    exchange.sendResponseHeaders(200, 1L << 40);
                    exchange.getResponseBody().write(list);
                }
                case "/bomb" -> {
                    headers.add("Content-Encoding", "gzip");
                    send(exchange, gzip(new byte[64 << 20]));
                }
                case "/gzip" -> {
                    headers.add("Content-Encoding", "gzip");
                    send(exchange, gzip(list));
                }
                case "/deflate" -> {
                    headers.add("Content-Encoding", "deflate");
                    send(exchange, list);
                }
                case "/drip" -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write('a');
                        exchange.getResponseBody().flush();
                        sleep(100);
                    }
                }
                case "/silent" -> sleep(6000);
                case "/round" -> redirect(exchange, base + "/round");
                case "/three" -> redirect(exchange, base + "/two");
                case "/two" -> redirect(exchange, "/one");
                case "/one" -> redirect(exchange, base + "/plain");
                case "/to-metadata" -> redirect(exchange, "http://169.254.169.254/latest");
                case "/to-file" -> redirect(exchange, "file:///etc/passwd");
                case "/to-public" -> redirect(exchange, "https://uni.edu/list");
                case "/nonsense" -> redirect(exchange, "https://not an address");
                case "/hour" -> {
                    headers.add("Cache-Control", "public, max-age=3600");
                    send(exchange, list);
                }
                case "/second" -> {
                    headers.add("Cache-Control", "max-age=1");
                    send(exchange, list);
                }
                case "/year" -> {
                    headers.add("Cache-Control", "max-age=31536000, immutable");
                    send(exchange, list);
                }
                case "/slow" -> {
                    sleep(300);
                    send(exchange, list);
                }
                default -> send(exchange, list);
            }
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            packed.write(content);
        }
        return out.toByteArray();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A clock that a test moves. */
    private static final class Adjustable extends Clock {

        private volatile Instant now = Instant.parse("2026-11-27T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
