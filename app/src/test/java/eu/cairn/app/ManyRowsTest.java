package eu.cairn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files as long as a whole intake. */
class ManyRowsTest {

    @Test
    void aThousandResultsAreReviewedAndAwarded() {
        reviewedAndAwarded(1_000, Duration.ofMinutes(1));
    }

    @Test
    @Tag("long")
    void tenThousandResultsAreReviewedAndAwarded() {
        reviewedAndAwarded(10_000, Duration.ofMinutes(2));
    }

    private static void reviewedAndAwarded(int rows, Duration most) {
        var server = TestServer.start(true);
        try {
            var course = TestCourse.published(server, "CLIMA-5");
            var registrar = server.as(TestServer.REGISTRAR);
            timed(
                    "add %d learners".formatted(rows),
                    most,
                    () -> registrar.upload("/learners", "l.csv", learners(rows)));
            var review =
                    timed(
                            "review %d results".formatted(rows),
                            most,
                            () -> registrar.upload(course.awards(), "r.csv", results(rows)));
            var confirmed =
                    timed(
                            "confirm %d results".formatted(rows),
                            most,
                            () ->
                                    registrar.post(
                                            review.uri().getPath(),
                                            Map.of("confirmed", "true", "minute", "EB-1")));
            timed(
                    "sign %d credentials".formatted(rows),
                    most.multipliedBy(2),
                    () -> {
                        server.signAll();
                        return confirmed;
                    });

            assertThat(review.body()).contains("Award and sign %d credentials".formatted(rows));
            assertThat(confirmed.body())
                    .contains("%d awards were made of %d results".formatted(rows, rows));
            assertThat(unsigned(server)).isZero();
        } finally {
            server.stop();
        }
    }

    private static long unsigned(TestServer server) {
        return server.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM signed_document WHERE document IS NULL")
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> timed(
            String what, Duration most, java.util.function.Supplier<HttpResponse<String>> work) {
        long start = System.nanoTime();
        var answer = work.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.err.println(what + ": " + took.toMillis() + " ms");
        assertThat(answer.statusCode()).as(what).isEqualTo(200);
        assertThat(took).as(what).isLessThan(most);
        return answer;
    }

    private static byte[] learners(int rows) {
        return table(
                "learner_id,full_name,given_name,family_name,email\n",
                "M-%05d,Ada %1$d Byron,Ada,Byron,m%1$d@example.org\n",
                rows);
    }

    private static byte[] results(int rows) {
        return table(
                "learner_id,A1,A2,A3,passed_on,grade,identity_checked\n",
                "M-%05d,passed,passed,passed,2026-11-16,28,yes\n",
                rows);
    }

    private static byte[] table(String header, String row, int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row::formatted)
                .collect(Collectors.joining("", header, ""))
                .getBytes(UTF_8);
    }
}
