package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.cairn.app.remote.CachedWeb;
import eu.cairn.app.remote.FetchRules;
import eu.cairn.app.remote.PublicWeb;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Country;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
    private FetchedStatusLists lists;
    private HttpServer server;
    private String base = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        base = "http://localhost:" + server.getAddress().getPort();
        var clock = Clock.systemUTC();
        var rules = FetchRules.open().and(List.of(base + "/status/", "https://a.edu/status/"));
        lists = new FetchedStatusLists(new CachedWeb(new PublicWeb(rules, clock), clock));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aListBelowThePrefixIsFetchedAndSaysWhen() {
        var list = lists.published(base + "/status/1", issuer(base + "/status/")).orElseThrow();

        assertThat(list.text()).isEqualTo("a list");
        assertThat(list.fetched()).isPresent();
        assertThat(list.stale()).isFalse();
    }

    @Test
    void anAddressOutsideOfThePrefixIsNeverAsked() {
        assertThat(lists.list(base + "/other/1", issuer(base + "/status/"))).isEmpty();
        assertThat(lists.list(base + "/status/1", issuer("https://a.example/"))).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatIsNoAnswerIsNoList() {
        assertThat(lists.list(base + "/status/missing", issuer(base + "/status/"))).isEmpty();
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
        "http://localhost:8080/status/1, http://localhost:8080/status/, true"
    })
    void onlyTheHostOfThePrefixIsWithinIt(String address, String prefix, boolean within) {
        assertThat(FetchedStatusLists.isWithin(address, prefix)).isEqualTo(within);
    }

    @Test
    void whereAnIssuerKeepsListsOfSuspensionsIsWhatTheRegistrySays() {
        var elsewhere = issuer("https://a.example/lists/");
        var asCairn = issuer("https://a.example/status/a/");

        assertThat(suspension("https://a.example/lists/7", elsewhere)).isEmpty();
        assertThat(suspension("https://a.example/lists/7", elsewhere.withSuspensionLists(true)))
                .contains("https://a.example/lists/7/suspension");
        assertThat(suspension("https://a.example/status/a/7", asCairn))
                .contains("https://a.example/status/a/7/suspension");
        assertThat(suspension("https://a.example/status/a/7", asCairn.withSuspensionLists(false)))
                .isEmpty();
        assertThat(suspension("https://b.example/7", elsewhere.withSuspensionLists(true)))
                .isEmpty();
    }

    private Optional<String> suspension(String list, TrustedIssuer issuer) {
        return lists.suspension(new StatusEntry(list, 5, Purpose.REVOCATION), issuer)
                .map(StatusEntry::list);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith("missing")) {
                exchange.sendResponseHeaders(500, -1);
            } else {
                var body = "a list".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
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
