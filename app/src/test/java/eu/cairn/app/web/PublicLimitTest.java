package eu.cairn.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an address of the network may ask for, as seen through a web server before this one. */
class PublicLimitTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        false,
                        Map.of(
                                "server.forward-headers-strategy",
                                "native",
                                "cairn.limits.verifications-per-minute",
                                10,
                                "cairn.limits.wrong-passwords-per-minute",
                                1,
                                "cairn.limits.metrics-token",
                                "a long secret"));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void whoeverAsksTooMuchIsToldWhenToTryAgainAndNobodyElseIs() {
        for (int i = 0; i < 20; i++) {
            assertThat(verify("198.51.100.7").statusCode()).isEqualTo(200);
        }
        var refused = verify("198.51.100.7");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 60);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(refused.body()).contains("request.too-many");
        assertThat(get("/verify?link=https://a.edu/1", "198.51.100.7"))
                .matches(page -> page.statusCode() == 429)
                .matches(
                        page ->
                                page.body().contains("<h1")
                                        && page.body().contains("try again in"));
        assertThat(get("/catalogue", "198.51.100.7").statusCode()).isEqualTo(200);
        assertThat(verify("198.51.100.8").statusCode()).isEqualTo(200);
        assertThat(verify("198.51.100.7, 198.51.100.9").statusCode()).isEqualTo(200);
        assertThat(verify("198.51.100.10, 198.51.100.7").statusCode()).isEqualTo(429);
    }

    @Test
    void allAddressesOfACustomerCountAsOne() {
        for (int i = 1; i <= 20; i++) {
            assertThat(verify("2a00:1:2:3::" + i).statusCode()).isEqualTo(200);
        }

        assertThat(verify("2a00:1:2:3:ffff::1").statusCode()).isEqualTo(429);
        assertThat(verify("2a00:1:2:4::1").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoAddressIsAnAddressLikeAnyOther() {
        assertThat(verify("nonsense").statusCode()).isEqualTo(200);
        assertThat(verify("127.0.0.1").statusCode()).isEqualTo(200);
        assertThat(get("/metrics", "nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void aPasswordIsNotGuessedManyTimes() {
        for (int i = 0; i < 5; i++) {
            assertThat(guess("198.51.100.20").statusCode()).isEqualTo(401);
        }

        assertThat(guess("198.51.100.20").statusCode()).isEqualTo(429);
        assertThat(guess("198.51.100.20").body()).contains("access.too-many-tries");
        assertThat(guess("198.51.100.21").statusCode()).isEqualTo(401);
    }

    @Test
    void theFiguresAreForThisMachineAndWhoeverHasTheToken() {
        assertThat(get("/metrics", "198.51.100.30").statusCode()).isEqualTo(404);
        assertThat(get("/%6detrics", "198.51.100.30").statusCode()).isEqualTo(404);
        assertThat(metrics("Bearer wrong")).isEqualTo(404);
        assertThat(metrics("Bearer ")).isEqualTo(404);
        assertThat(metrics("Bearer a long secret")).isEqualTo(200);
        assertThat(server.visitor().get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void aBucketFillsAgainAtItsPace() {
        var nanos = new AtomicLong();
        var buckets = new TokenBuckets(2, 0.5, nanos::get);

        assertThat(buckets.take("a", 1)).isZero();
        assertThat(buckets.take("a", 1)).isZero();
        assertThat(buckets.take("a", 1)).isEqualTo(2);
        assertThat(buckets.take("b", 1)).isZero();
        nanos.addAndGet(2_000_000_000L);
        assertThat(buckets.take("a", 1)).isZero();
        assertThat(buckets.take("a", 1)).isEqualTo(2);
        nanos.addAndGet(3_600_000_000_000L);
        assertThat(buckets.take("a", 3)).isEqualTo(2);
        assertThat(buckets.take("a", 2)).isZero();
        buckets.giveBack("a", 1);
        assertThat(buckets.take("a", 1)).isZero();
        buckets.charge("a", 1);
        assertThat(buckets.take("a", 1)).isEqualTo(4);
        buckets.giveBack("a", 100);
        assertThat(buckets.take("a", 3)).isEqualTo(2);
    }

    @Test
    void aHeaderThatIsNoPasswordDoesNotMakeVerificationsFree() {
        for (int i = 0; i < 20; i++) {
            assertThat(verify("198.51.100.40", "Bearer x").statusCode()).isEqualTo(200);
        }

        assertThat(verify("198.51.100.40", "Bearer x").statusCode()).isEqualTo(429);
        assertThat(
                        get("/%76erify?link=https://a.edu/1", "198.51.100.40", "Basic eDp4")
                                .statusCode())
                .isEqualTo(429);
        assertThat(send("/api/v1/verifications/report", "198.51.100.40", "{}")).isEqualTo(429);
        assertThat(send("/interop/vc-api/credentials/verify", "198.51.100.40", "{}"))
                .isEqualTo(429);
        assertThat(send("/api/v1/%76erifications", "198.51.100.40", "{}")).isEqualTo(429);
    }

    @Test
    void documentsRegistersAndManySearchesCostToo() {
        for (int i = 0; i < 400; i++) {
            int answered = get("/api/v1/catalogue/search?from=soon", "198.51.100.50").statusCode();
            assertThat(answered).isIn(i < 199 ? List.of(422) : List.of(422, 429));
        }
        assertThat(get("/catalogue?q=x", "198.51.100.50").statusCode()).isEqualTo(429);
        for (int i = 0; i < 20; i++) {
            assertThat(get("/catalogue/a/B/1/as/p%64f", "198.51.100.51").statusCode())
                    .isEqualTo(404);
        }
        assertThat(get("/api/v1/catalogue/a/B/1/as/pdf", "198.51.100.51").statusCode())
                .isEqualTo(429);
        assertThat(get("/registers/a/courses.csv", "198.51.100.51").statusCode()).isEqualTo(429);
        assertThat(get("/catalogue/a/B/1/as/elm", "198.51.100.51").statusCode()).isEqualTo(404);
        assertThat(get("/catalogue", "198.51.100.51").statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkCostsTwiceAsMuchHoweverItComes() {
        for (int i = 0; i < 10; i++) {
            assertThat(send("/api/v1/verifications", "198.51.100.41", "https://a.edu/1"))
                    .isEqualTo(422);
        }

        assertThat(send("/api/v1/verifications", "198.51.100.41", "https://a.edu/1"))
                .isEqualTo(429);
    }

    @Test
    void aPasswordIsNotGuessedUnderAnotherSpellingOfThePageOrWhereThereIsNone() {
        var visitor = server.visitor();
        var page = visitor.get("/sign-in").body();
        var token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(visitor, token)).isEqualTo(200);
        }

        assertThat(signIn(visitor, token)).isEqualTo(429);
        assertThat(get("/api/v1/nowhere", "198.51.100.42", "basic eDp4").statusCode())
                .isEqualTo(429);
    }

    private static int signIn(TestServer.Visitor visitor, String token) {
        return visitor.send(
                        HttpRequest.newBuilder(visitor.uri("/%73ign-in"))
                                .header("X-Forwarded-For", "198.51.100.42")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "email=a%40b.example&password=x&_csrf=" + token)))
                .statusCode();
    }

    private static int send(String path, String from, String body) {
        return server.visitor()
                .send(
                        server.api(path, "")
                                .header("X-Forwarded-For", from)
                                .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static HttpResponse<String> verify(String from, String authorisation) {
        return server.visitor()
                .send(
                        server.api("/api/v1/verifications", "")
                                .header("X-Forwarded-For", from)
                                .header("Authorization", authorisation)
                                .POST(BodyPublishers.ofString("{}")));
    }

    private static HttpResponse<String> get(String path, String from, String authorisation) {
        var visitor = server.visitor();
        return visitor.send(
                HttpRequest.newBuilder(visitor.uri(path))
                        .header("X-Forwarded-For", from)
                        .header("Authorization", authorisation)
                        .GET());
    }

    private static HttpResponse<String> verify(String from) {
        return server.visitor()
                .send(
                        server.api("/api/v1/verifications", "")
                                .header("X-Forwarded-For", from)
                                .POST(BodyPublishers.ofString("{}")));
    }

    private static HttpResponse<String> get(String path, String from) {
        var visitor = server.visitor();
        return visitor.send(
                HttpRequest.newBuilder(visitor.uri(path)).header("X-Forwarded-For", from).GET());
    }

    private static HttpResponse<String> guess(String from) {
        var basic =
                Base64.getEncoder()
                        .encodeToString("a@b.example:guess".getBytes(StandardCharsets.UTF_8));
        return server.visitor()
                .send(
                        server.api("/api/v1/learners", "")
                                .header("X-Forwarded-For", from)
                                .header("Authorization", "Basic " + basic)
                                .GET());
    }

    private static int metrics(String authorisation) {
        var visitor = server.visitor();
        return visitor.send(
                        HttpRequest.newBuilder(visitor.uri("/metrics"))
                                .header("X-Forwarded-For", "198.51.100.31")
                                .header("Authorization", authorisation)
                                .GET())
                .statusCode();
    }
}
