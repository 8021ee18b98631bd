package eu.cairn.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Person;
import eu.cairn.app.journal.Journal;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nora holds, of Finland, an introduction of 3.0 and Climate.now of 2.0 ECTS. */
class ChoicesTest {

    private static final String TWO =
            """
            qualification: {id: choices-two, version: %s, title: Two}
            validFrom: %s
            requirements:
            - {id: small, title: Small, credits: {atLeast: 2}, from: {country: FI}}
            - {id: large, title: Large, credits: {atLeast: 3}, from: {country: FI}}
            - {id: arts, title: Arts, course: UNA-ARTS, credits: {atLeast: 1}}
            """;

    private static final String TIGHT =
            """
            qualification: {id: choices-tight, version: 2026-1, title: Tight}
            validFrom: 2026-09-01
            requirements:
            - {id: intro, title: Intro, course: UNA-INTRO, credits: {atLeast: 3}}
            - {id: finland, title: Finland, credits: {atLeast: 5}, from: {country: FI}}
            """;

    private static TestServer server;
    private static Person learner;
    private static String intro;
    private static String climate;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        learner = Published.learner(server);
        intro = Published.shortCode(server, "UNA-INTRO");
        climate = Published.shortCode(server, "UNA-CLIMATE");
        Published.rulebook(server, TWO.formatted("2026-1", "2026-09-01"), "kallavesi");
        Published.rulebook(server, TIGHT, "kallavesi");
    }

    @BeforeEach
    void nothingIsChosen() {
        put("choices-two", "2026-1", "");
        put("choices-tight", "2026-1", "");
    }

    @Test
    void aCredentialCountsWhereTheLearnerWantsItAndTheConsequenceIsSaid() {
        var page = choose("choices-two", intro, "in:small").body();

        assertThat(page)
                .contains("counts in Small, as you chose.")
                .contains("1.0 ECTS more are missing: 1.0 instead of 0.0.")
                .contains("Undo this choice");
        assertThat(audit("choices-two").missing()).contains(Ects.of(1));
        assertThat(audit("choices-two").counted())
                .filteredOn(it -> it.credits().equals(Ects.of(3)))
                .allMatch(it -> it.isIn("small"));
    }

    @Test
    void aCredentialThatIsLeftOutCountsNowhere() {
        var page = choose("choices-two", climate, "out").body();

        assertThat(page)
                .contains("is left out, as you chose.")
                .contains("2.0 ECTS more are missing: 2.0 instead of 0.0.");
        assertThat(audit("choices-two").counted()).hasSize(2);
    }

    @Test
    void aChoiceCanBeUndone() {
        choose("choices-two", climate, "out");
        var page = choose("choices-two", intro, "in:small");
        var undo = page.uri().getRawQuery();
        assertThat(undo).isEqualTo("undo=" + climate + "%20out");

        var undone =
                visitor()
                        .post(
                                "/stacks/choices-two/choices",
                                Map.of("version", "2026-1", "all", climate + " out"));

        assertThat(undone.body()).contains("fewer are missing");
        assertThat(choices("choices-two")).containsExactly(new Choice(climate, Optional.empty()));
        assertThat(choose("choices-two", climate, "").body())
                .contains("Cairn decides where")
                .contains("Every rule is satisfied now; 2.0 ECTS were missing before.");
        assertThat(choices("choices-two")).isEmpty();
    }

    @Test
    void aPinThatTheRequirementDoesNotAcceptSaysWhyAndIsKept() {
        var page = choose("choices-two", climate, "in:arts").body();

        assertThat(page)
                .contains("cannot count in Arts, where you want it: It certifies UNA-CLIMATE")
                .contains("Your choice is kept, and holds as soon as it can.");
        assertThat(choices("choices-two"))
                .containsExactly(new Choice(climate, Optional.of("arts")));
        assertThat(get("choices-two"))
                .contains("\"kept\":false", "\"code\":\"stacking.pin-not-possible\"");
    }

    @Test
    void pinsThatCannotBeKeptTogetherAreSaidAndKept() {
        var before = audit("choices-tight");
        var page = choose("choices-tight", intro, "in:finland").body();

        assertThat(page)
                .contains("cannot count in Finland together with your other choices")
                .contains("As much is missing as before: 3.0 ECTS.");
        assertThat(audit("choices-tight").counted()).isEqualTo(before.counted());
        assertThat(choices("choices-tight")).hasSize(1);
    }

    @Test
    void theApiMakesTheSameChoicesAndSaysWhatBecameOfThem() {
        var answer =
                put(
                        "choices-two",
                        "2026-1",
                        "{\"credential\":\"%s\",\"requirement\":\"small\"}".formatted(intro));

        assertThat(answer)
                .contains("\"kept\":true", "\"missing\":1,\"missingWithout\":0")
                .contains("1.0 ECTS more are missing");
        assertThat(get("choices-two")).contains("\"requirement\":\"small\"");
        assertThat(visitor().get("/stacks/choices-two").body())
                .contains("against what Cairn would do", "1.0 ECTS more are missing");
    }

    @Test
    void whatCannotBeChosenIsRefusedWithEveryReasonAndChangesNothing() {
        var before = server.rows();

        assertThat(
                        put(
                                "choices-two",
                                "2026-1",
                                """
                                {"credential":"7K4P-9QXD-2M"},
                                {"credential":"%s","requirement":"nowhere"},
                                {"credential":"%s"}
                                """
                                        .formatted(intro, intro)))
                .contains("portfolio.choice-not-held", "portfolio.choice-no-place")
                .contains("portfolio.choice-twice");
        assertThat(put("choices-two", "2025-9", "")).contains("portfolio.rules-changed");
        assertThat(choose("choices-two", "", "out").statusCode()).isEqualTo(422);
        assertThat(choose("no-such-rules", intro, "out").statusCode()).isEqualTo(404);
        assertThat(
                        server.as(TestServer.DESIGNER)
                                .post(
                                        "/stacks/choices-two/choices",
                                        Map.of(
                                                "version", "2026-1",
                                                "credential", intro,
                                                "choice", "out"))
                                .body())
                .contains("Your choice was not kept", "portfolio.choice-not-held");
        assertThat(server.rows()).isEqualTo(before);
    }

    @Test
    void choicesMadeAtTheSameTimeAreAllKept() {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> choose("choices-two", intro, "out")),
                        CompletableFuture.runAsync(() -> choose("choices-two", climate, "out")))
                .join();

        assertThat(choices("choices-two")).hasSize(2);
    }

    @Test
    void everyChangeIsJournaledAndNoneWhereNothingChanges() {
        long lines = lines();

        choose("choices-two", intro, "out");
        choose("choices-two", intro, "out");

        assertThat(lines()).isEqualTo(lines + 1);
        assertThat(server.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void aNewVersionOfTheRulesBeginsWithoutChoicesAndTheOldOnesStay() {
        choose("choices-two", intro, "out");
        Published.rulebook(server, TWO.formatted("2026-2", "2026-10-01"), "kallavesi");
        try {
            assertThat(choices("choices-two")).isEmpty();
            assertThat(audit("choices-two").result()).isEqualTo(Audit.Result.SATISFIED);
        } finally {
            jdbc().sql("DELETE FROM rulebook WHERE id = 'choices-two' AND version = '2026-2'")
                    .update();
        }
        assertThat(choices("choices-two")).hasSize(1);
    }

    @Test
    void nobodyElseSeesOrMakesChoicesHere() {
        choose("choices-two", intro, "out");

        var shared = server.visitor().get("/s/%s/choices-two".formatted(learner.id())).body();
        assertThat(shared).doesNotContain("Use this", "against what Cairn would do");
        assertThat(
                        Published.api(server, "", "GET", "/api/v1/stacks/choices-two/choices", "")
                                .statusCode())
                .isEqualTo(401);
    }

    private static java.net.http.HttpResponse<String> choose(
            String rulebook, String credential, String choice) {
        return visitor()
                .post(
                        "/stacks/%s/choices".formatted(rulebook),
                        Map.of("version", "2026-1", "credential", credential, "choice", choice));
    }

    private static String put(String rulebook, String version, String choices) {
        return Published.api(
                        server,
                        TestServer.LEARNER,
                        "PUT",
                        "/api/v1/stacks/%s/choices".formatted(rulebook),
                        "{\"version\": \"%s\", \"choices\": [%s]}".formatted(version, choices))
                .body();
    }

    private static String get(String rulebook) {
        return Published.api(
                        server,
                        TestServer.LEARNER,
                        "GET",
                        "/api/v1/stacks/%s/choices".formatted(rulebook),
                        "")
                .body();
    }

    private static Audit audit(String rulebook) {
        return stack(rulebook).audit();
    }

    private static List<Choice> choices(String rulebook) {
        return stack(rulebook).choices();
    }

    private static Stack stack(String rulebook) {
        return server.bean(Stacks.class).of(learner, rulebook).orElseThrow();
    }

    private static long lines() {
        return jdbc().sql("SELECT count(*) FROM journal WHERE kind = 'stack.chosen'")
                .query(Long.class)
                .single();
    }

    private static JdbcClient jdbc() {
        return server.bean(JdbcClient.class);
    }

    private static TestServer.Visitor visitor() {
        return server.as(TestServer.LEARNER);
    }
}
