package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Country;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchedStatusListsTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final FetchedStatusLists lists = new FetchedStatusLists();
    private HttpServer server;
    private String base = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        base = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        lists.close();
        server.stop(0);
    }

    @Test
    void aListBelowThePrefixIsFetched() {
        assertThat(lists.list(base + "/status/1", issuer(base + "/status/"))).contains("a list");
    }

    @Test
    void anAddressOutsideOfThePrefixIsNeverAsked() {
        assertThat(lists.list(base + "/other/1", issuer(base + "/status/"))).isEmpty();
        assertThat(lists.list(base + "/status/1", issuer("https://a.example/"))).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatIsNoAnswerIsNoList() {
        var start = System.nanoTime();
        for (var kind : new String[] {"missing", "redirect", "huge", "drip"}) {
            assertThat(lists.list(base + "/status/" + kind, issuer(base + "/status/")))
                    .as(kind)
                    .isEmpty();
        }
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(5);
        assertThat(lists.list("http://localhost:1/status/1", issuer("http://localhost:1/")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/status/1, https://a.example/status/, true",
        "https://a.example.evil.example/1, https://a.example, false",
        "https://a.example@evil.example/1, https://a.example, false",
        "https://a.example:8443/1, https://a.example, false",
        "https://a.example/status/../secret, https://a.example/status/, false",
        "https://a.example/status/%2e%2e/secret, https://a.example/status/, false",
        "http://a.example/status/1, http://a.example/status/, false",
        "http://169.254.169.254/latest, http://169.254.169.254/, false",
        "file:///etc/passwd, file:///etc/, false",
        "http://localhost:8080/status/1, http://localhost:8080/status/, true"
    })
    void onlyTheHostOfThePrefixIsWithinIt(String address, String prefix, boolean within) {
        assertThat(FetchedStatusLists.isWithin(address, prefix)).isEqualTo(within);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.endsWith("missing")) {
                exchange.sendResponseHeaders(500, -1);
            } else if (path.endsWith("redirect")) {
                exchange.getResponseHeaders().add("Location", base + "/status/1");
                exchange.sendResponseHeaders(302, -1);
            } else if (path.endsWith("huge")) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[1_000_000]);
            } else if (path.endsWith("drip")) {
                drip(exchange);
            } else {
                var body = "a list".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TrustedIssuer issuer(String prefix) {
        return new TrustedIssuer(
                Set.of("did:example:a"),
                "A",
                new Country("IT"),
                Optional.empty(),
                Optional.empty(),
                "a test",
                LocalDate.EPOCH,
                Optional.empty(),
                Map.of(),
                Optional.of(prefix),
                true);
    }
}
