package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Role;
import eu.cairn.app.award.AwardStore;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.journal.Journal;
import eu.cairn.catalogue.CourseState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole way of a micro-credential, through the pages. */
class JourneyTest {

    private final TestServer server = TestServer.shared();

    @Test
    void resultsBecomeGenuineCredentialsAndNothingIsAwardedTwice() {
        var registrar = server.as(TestServer.REGISTRAR);
        var course = published("CLIMA-5");
        var file =
                """
                learner_id,A1,A2,A3,passed_on,grade,identity_checked
                BF-2026-0001,passed,passed,passed,2026-11-16,28,yes
                BF-2026-0002,passed,failed,passed,2026-11-16,28,yes
                NOBODY,passed,passed,passed,2026-11-16,28,yes
                """
                        .getBytes(StandardCharsets.UTF_8);

        var review = registrar.upload("/awards/" + course + "/1", "results.csv", file);

        assertThat(review.statusCode()).isEqualTo(200);
        assertThat(review.body())
                .contains("Award and sign 1 credentials")
                .contains("award.outcome-not-proven")
                .contains("award.learner-unknown");

        var batch = review.uri().getPath();
        var confirmed = registrar.post(batch, Map.of("confirmed", "true", "minute", "EB-26-31"));
        server.signAll();
        var again = registrar.post(batch, Map.of("confirmed", "true", "minute", "EB-26-31"));

        assertThat(confirmed.body()).contains("1 awards were made of 3 results");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("award.batch-confirmed-before");
        assertThat(newest(course).signed()).isTrue();
        assertThat(server.visitor().get("/v/" + newest(course).shortCode()).body())
                .contains("Genuine")
                .contains("Vivere con un clima che cambia");
    }

    @Test
    void theSecondUploadOfAFileAwardsNothing() {
        var registrar = server.as(TestServer.REGISTRAR);
        var course = published("CLIMA-5");
        var file =
                """
                learner_id;A1;A2;A3;passed_on;grade;identity_checked
                BF-2026-0009;passed;passed;passed;2026-11-16;28;yes
                """
                        .getBytes(StandardCharsets.UTF_8);
        var first = registrar.upload("/awards/" + course + "/1", "a.csv", file);
        registrar.post(first.uri().getPath(), Map.of("confirmed", "true", "minute", "EB-1"));

        var second = registrar.upload("/awards/" + course + "/1", "a.csv", file);
        var confirmed =
                registrar.post(
                        second.uri().getPath(), Map.of("confirmed", "true", "minute", "EB-2"));

        assertThat(second.body()).contains("1 rows").contains("will not be awarded twice");
        assertThat(confirmed.body()).contains("award.nothing-ready");
    }

    @Test
    void theJournalOfEverythingThatWasDecidedIsIntact() {
        assertThat(server.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    private UUID published(String code) {
        return server
                .bean(CourseStore.class)
                .versionsIn(server.acting("borgofiume", Role.REGISTRAR), CourseState.PUBLISHED)
                .stream()
                .filter(course -> course.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private AwardStore.AwardRow newest(UUID course) {
        return server
                .bean(AwardStore.class)
                .awards(server.acting("borgofiume", Role.REGISTRAR), course, 1, 100)
                .stream()
                .filter(award -> award.learnerNumber().equals("BF-2026-0001"))
                .findFirst()
                .orElseThrow();
    }
}
