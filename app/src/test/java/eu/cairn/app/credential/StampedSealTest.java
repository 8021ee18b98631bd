package eu.cairn.app.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.cairn.app.TestServer;
import eu.cairn.app.verification.Verifications;
import eu.cairn.formats.credential.CredentialFormat;
import eu.cairn.formats.credential.EuropeanDigitalCredentialFormat;
import eu.cairn.formats.credential.elm.TestTimeAuthority;
import eu.cairn.framework.Decided;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Seals carry the time of an authority where one is set, and wait for one that is away. */
class StampedSealTest {

    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final HttpServer AUTHORITY = authority();
    private static final TestServer SERVER =
            TestServer.start(
                    true,
                    Map.of(
                            "cairn.timestamp.url",
                            "http://localhost:" + AUTHORITY.getAddress().getPort() + "/tsa"));

    private static volatile boolean answers = true;

    private final Copies copies = SERVER.bean(Copies.class);

    @AfterAll
    static void stop() {
        SERVER.stop();
        AUTHORITY.stop(0);
    }

    @Test
    void aSealWithoutItsTimeIsNotKeptAndIsMadeWhenTheAuthorityIsBack() {
        var awarded = held().getFirst();
        answers = false;

        assertThat(copies.signed(awarded, new EuropeanDigitalCredentialFormat()).reasons())
                .extracting("code")
                .containsExactly("credential.no-time-stamp");
        assertThat(copies.signed(awarded, CredentialFormat.ofCode("elmo-1.7").orElseThrow()))
                .isInstanceOf(Decided.Accepted.class);
        assertThat(
                        SERVER.bean(CredentialStore.class)
                                .document(awarded.award(), "european-digital-credential"))
                .isEmpty();

        answers = true;
        var sealed = sealed(awarded);
        assertThat(sealed(awarded)).isEqualTo(sealed);
        var verdict = SERVER.bean(Verifications.class).verify(sealed);
        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.checks())
                .filteredOn(check -> check.kind() == Check.Kind.INTEGRITY)
                .extracting(Check::code)
                .containsExactly("integrity.test-seal", "integrity.time-stamp-not-trusted");
        assertThat(verdict.checks().toString()).contains("JAdES baseline T", AT.toString());
    }

    private byte[] sealed(AwardedCredential awarded) {
        return switch (copies.signed(awarded, new EuropeanDigitalCredentialFormat())) {
            case Decided.Accepted<byte[]>(var document) -> document;
            case Decided.Refused<byte[]> refused -> throw new AssertionError(refused.reasons());
        };
    }

    private static List<AwardedCredential> held() {
        SERVER.signAll();
        return SERVER.bean(CredentialStore.class).heldBy(TestServer.LEARNER);
    }

    private static HttpServer authority() {
        try {
            var clock = new TestTimeAuthority(AT);
            var loopback = InetAddress.getLoopbackAddress();
            var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            server.createContext("/tsa", exchange -> answer(clock, exchange));
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(TestTimeAuthority clock, HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!answers
                    || !Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                            .equals(Optional.of("application/timestamp-query"))) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var answer = clock.answer(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
