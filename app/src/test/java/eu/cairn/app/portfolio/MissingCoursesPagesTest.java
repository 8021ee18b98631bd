package eu.cairn.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Role;
import eu.cairn.stacking.Portfolio;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MissingCoursesPagesTest {

    private static final String PATH = "/rulebooks/published/missing-here/missing-courses";
    private static final String KALLAVESI = "kallavesi.registrar@example.org";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        Published.rulebook(
                server,
                """
                qualification: {id: missing-here, version: 2026-1, title: Missing Here}
                awardedBy: hei:kallavesi
                validFrom: 2026-09-01
                requirements:
                - {id: introduction, title: Introduction, course: UNA-INTRO, credits: {atLeast: 3}}
                - {id: capstone, title: Capstone, course: NOBODY-OFFERS-IT, credits: {atLeast: 6}}
                """,
                "kallavesi");
    }

    @Test
    void theCourseThatMostLearnersMissIsNamedAndNoLearnerIs() {
        var page = server.as(KALLAVESI).get(PATH).body();

        assertThat(page)
                .contains("One kind of course would let learners finish")
                .contains("Course NOBODY-OFFERS-IT", "6.0")
                .doesNotContain("Nora", "KA-");
    }

    @Test
    void theApiSaysTheSame() {
        var answer = Published.api(server, KALLAVESI, "GET", "/api/v1" + PATH, "").body();

        assertThat(answer)
                .contains("\"rulebook\":\"missing-here\"", "\"satisfied\":0", "\"complete\":true")
                .contains("\"credits\":6,\"facts\":{\"course\":[\"NOBODY-OFFERS-IT\"]}")
                .doesNotContain("Nora");
    }

    /** What a registrar sees in a what-if is all that is reckoned with here. */
    @Test
    void onlyWhatTheInstitutionAwardedOrRecognisedIsReckonedWith() {
        var acting = server.acting("kallavesi", Role.REGISTRAR);

        var known = server.bean(KnownLearners.class).of(acting, "missing-here");

        assertThat(known.learners()).isNotEmpty();
        assertThat(known.learners())
                .extracting(KnownLearners.Known::portfolio)
                .flatExtracting(Portfolio::credentials)
                .allMatch(it -> it.issuer().orElseThrow().equals("hei:kallavesi"));
    }

    @Test
    void aRulebookOfAnotherInstitutionIsNotThere() {
        var other = "lough-ree.registrar@example.org";

        assertThat(server.as(other).get(PATH).statusCode()).isEqualTo(404);
        assertThat(server.as(TestServer.LEARNER).get(PATH).statusCode()).isEqualTo(403);
        assertThat(Published.api(server, "", "GET", "/api/v1" + PATH, "").statusCode())
                .isEqualTo(401);
    }
}
