package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.cairn.app.remote.CachedWeb;
import eu.cairn.app.remote.FetchRules;
import eu.cairn.app.remote.PublicWeb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubmissionsTest {

    private static final String HERE = "https://cairn.uni.edu";
    private static final String CODE = eu.cairn.app.credential.ShortCode.random();

    private final List<String> asked = new ArrayList<>();
    private final List<String> looked = new ArrayList<>();
    private HttpServer server;
    private String there = "";
    private Submissions submissions;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    var body = "https://cairn.uni.edu/v/" + CODE;
                    exchange.sendResponseHeaders(200, body.length());
                    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        server.start();
        there = "http://localhost:" + server.getAddress().getPort();
        var clock = Clock.systemUTC();
        var rules = FetchRules.open().and(List.of(there));
        submissions =
                new Submissions(
                        HERE,
                        code -> {
                            looked.add(code);
                            return Optional.empty();
                        },
                        new CachedWeb(new PublicWeb(rules, clock), clock));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aLinkToHereIsAnsweredFromTheStoreAndNeverFetched() {
        for (var link : List.of("", "/credential.json", "/certificate.pdf")) {
            assertThat(reason(submissions.of(HERE + "/v/" + CODE + link)))
                    .isEqualTo("verification.code-unknown");
        }
        assertThat(reason(submissions.of(HERE + "/status/x/1")))
                .isEqualTo("verification.link-leads-nowhere");
        assertThat(looked).containsExactly(CODE, CODE, CODE);
        assertThat(asked).isEmpty();
    }

    @Test
    void aLinkToElsewhereIsFetchedAndWhatItLeadsToIsNotFollowedOnceMore() {
        assertThat(submissions.of(there + "/badge")).isInstanceOf(Submission.Document.class);
        assertThat(submissions.of(there + "/v/" + CODE)).isInstanceOf(Submission.Document.class);

        assertThat(asked).containsExactly("/badge", "/v/" + CODE + "/credential.json");
        assertThat(looked).isEmpty();
    }

    @Test
    void whatMayNotBeAskedIsNotFollowed() {
        for (var link :
                List.of(
                        "http://169.254.169.254/latest",
                        "https://localhost/",
                        "https://cairn.uni.edu.evil.example/v/" + CODE)) {
            assertThat(reason(submissions.of(link))).isEqualTo("verification.link-not-followed");
        }
    }

    @Test
    void whatHasTheFormOfACodeAndIsNoneWasMistyped() {
        var wrong = CODE.substring(0, CODE.length() - 1) + (CODE.endsWith("2") ? "3" : "2");
        for (var typed : List.of(wrong, " " + wrong.replace("-", "").toLowerCase(Locale.ROOT))) {
            assertThat(reason(submissions.of(typed))).isEqualTo("verification.code-mistyped");
        }
        assertThat(submissions.of("not a code")).isInstanceOf(Submission.Document.class);
        assertThat(looked).isEmpty();
    }

    @Test
    void aFileMayHoldALinkOrACode() {
        assertThat(reason(submissions.of((CODE + "\n").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("verification.code-unknown");
        assertThat(submissions.of("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Submission.Document.class);
        assertThat(reason(submissions.of(new byte[0]))).isEqualTo("verification.nothing-given");
        assertThat(reason(submissions.of(new byte[(10 << 20) + 1])))
                .isEqualTo("verification.item-too-large");
    }

    private static String reason(Submission submission) {
        return ((Submission.None) submission).reason().code();
    }
}
