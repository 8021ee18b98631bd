package eu.cairn.app.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.portfolio.Published;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Rulebook;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RulebookDraftsTest {

    private static final String REGISTRAR = "kallavesi.registrar@example.org";

    /** Nora holds the introduction and the climate course, and not the one on biodiversity. */
    private static final String RULES =
            """
            qualification: {id: %s, version: "%s", title: Workbench}
            awardedBy: {id: "hei:kallavesi", name: Kallavesi University}
            validFrom: %s
            requirements:
            - {id: introduction, title: Introduction, course: UNA-INTRO, credits: {atLeast: 3}}
            - {id: life, title: Life, course: %s, credits: {atLeast: 2}}
            """;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        Published.rulebook(
                server, RULES.formatted("workbench", "1", "2026-09-01", "UNA-BIODIV"), "kallavesi");
    }

    @Test
    void aDraftIsKeptAsItWasTypedAndItsFaultsAreSaidAtTheirLine() {
        var id = begin("id: x\nversion: 1\nrequirements:\n- {id: a, credits: {atLeast: many}}\n");

        var page = visitor().get("/rulebooks/" + id).body();

        assertThat(page)
                .contains("<b>Line 4:</b>", "<code>- {id: a, credits: {atLeast: many}}</code>")
                .contains("<span class=\"wrong\">4</span>", "credits: {atLeast: many}}");
    }

    @Test
    void whatTheTextSaysIsSaidInSentencesWhileItIsTyped() {
        var id = begin("id: x");

        var live =
                visitor()
                        .post(
                                "/rulebooks/%s/live".formatted(id),
                                Map.of(
                                        "revision", "0",
                                        "window", "w",
                                        "content", rules("x", "1", "2099-01-01")))
                        .body();

        assertThat(live)
                .contains("At least 3.0 ECTS: course UNA-INTRO", "Can be published")
                .contains("name=\"revision\" value=\"1\"");
        assertThat(draft(id).content()).isEqualTo(rules("x", "1", "2099-01-01"));
    }

    @Test
    void aSecondWindowNeverOverwritesUnseenAndLosesNothingTyped() {
        var id = begin("id: first");
        save(id, 0, "one", "id: second");

        var refused = save(id, 0, "two", "id: third");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("rulebook.saved-elsewhere", "id: third")
                .contains("name=\"revision\" value=\"1\"");
        assertThat(draft(id).content()).isEqualTo("id: second");
        assertThat(save(id, 1, "two", "id: third").statusCode()).isEqualTo(200);
        assertThat(draft(id).content()).isEqualTo("id: third");
    }

    @Test
    void aWindowThatSavesWhileItIsTypedInNeverContradictsItself() {
        var id = begin("id: first");

        assertThat(save(id, 0, "one", "id: second").statusCode()).isEqualTo(200);
        assertThat(save(id, 0, "one", "id: third").statusCode()).isEqualTo(200);
        assertThat(draft(id).content()).isEqualTo("id: third");
    }

    @Test
    void whatWouldChangeIsSaidForEveryLearnerWithTheReason() {
        var id = begin(RULES.formatted("workbench", "2", "2099-01-01", "UNA-CLIMATE"));

        var page = action(id, "what-if").body();
        var api = api("POST", "/%s/what-if".formatted(id), "").body();

        assertThat(page)
                .contains("in place of version 1", "Nora Lindqvist (")
                .contains("2.0 ECTS missing, 3.0 counted", "Complete")
                .contains("Climate.now would count in Life.")
                .contains("Life is open (2.0 ECTS missing) now, and would be met.");
        assertThat(api)
                .contains("\"before\":\"1\"")
                .containsPattern(
                        "\"learner\":\"Nora Lindqvist \\([^\"]+\\)\",\"before\":\\{\"result\":\"not-satisfied\"");
    }

    @Test
    void whatNoLongerCountsSaysWhy() {
        var id =
                begin(
                        RULES.formatted("workbench", "2", "2099-01-01", "UNA-BIODIV")
                                .replace("course: UNA-INTRO", "course: OTHER"));

        assertThat(action(id, "what-if").body())
                .contains("Introduction to Sustainability would no longer count.")
                .contains("It certifies UNA-INTRO; OTHER is asked for.");
    }

    @Test
    void rulesThatChangeNothingSaySo() {
        var id = begin(RULES.formatted("workbench", "2", "2099-01-01", "UNA-BIODIV"));

        assertThat(action(id, "what-if").body()).contains("No result would change");
    }

    @Test
    void whatSomebodyHoldsElsewhereIsNotLookedAt() {
        var rules =
                (Decided.Accepted<Rulebook>)
                        eu.cairn.formats.stacking.RulebookReader.read(
                                rules("foreign", "1", "2099-01-01"));
        var own = server.acting("kallavesi", Role.REGISTRAR);
        var foreign = server.acting("emajoe", Role.REGISTRAR);

        assertThat(server.bean(WhatIf.class).of(own, rules.value()).changes())
                .extracting(it -> it.learner().isPresent())
                .containsExactly(true);
        assertThat(server.bean(WhatIf.class).of(foreign, rules.value()).changes()).isEmpty();
    }

    @Test
    void aVersionIsPublishedWithItsDayAndEarlierOnesStay() {
        var id = begin(RULES.formatted("workbench", "3", "2099-01-01", "UNA-CLIMATE"));

        var page = action(id, "publish");

        assertThat(page.uri().getPath()).isEqualTo("/qualifications/workbench/3");
        assertThat(page.body())
                .contains("Version 3 of Workbench is published.", "Applies later")
                .contains("/qualifications/workbench/1");
        assertThat(
                        server.bean(Qualifications.class)
                                .newest("workbench")
                                .orElseThrow()
                                .rules()
                                .version())
                .isEqualTo("1");
        assertThat(server.bean(DraftStore.class).draft(acting(), id)).isEmpty();
        assertThat(journaled("workbench 3")).isEqualTo(1);
        assertThat(server.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void whatCannotBePublishedSaysWhyAndStaysADraft() {
        assertThat(refused(rules("q", "1", "2020-01-01")))
                .containsExactly("rulebook.valid-from-past");
        assertThat(refused(rules("q", "1", "2099-01-01").replace("validFrom", "validTo")))
                .containsExactly("rulebook.valid-from-missing");
        assertThat(refused(rules("q", "1", "2099-01-01").replace("hei:kallavesi", "hei:emajoe")))
                .containsExactly("rulebook.awarded-by-another");
        assertThat(refused(rules("a/b", "1", "2099-01-01"))).containsExactly("rulebook.no-address");
        assertThat(refused(rules("sustainable-transition-18", "9", "2099-01-01")))
                .containsExactly("rulebook.of-another");
        assertThat(refused(rules("q", "1", "2099-01-01") + "validTo: 2098-01-01\n"))
                .containsExactly("rulebook.dates-reversed");
        assertThat(refused("")).containsExactly("rulebook.empty");
        assertThat(refused(RULES.formatted("workbench", "1", "2099-01-01", "X")))
                .containsExactly("rulebook.published-before");
        assertThat(refused(rules("joint-sustainability-10", "2026-1", "2099-01-01")))
                .containsExactly("rulebook.published-before");
    }

    @Test
    void aVersionPublishedTwiceAtOnceIsPublishedOnce() {
        var drafts =
                Stream.of(1, 2, 3).map(n -> begin(rules("at-once", "1", "2099-01-01"))).toList();

        var answers =
                drafts.stream()
                        .map(
                                id ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        api(
                                                                        "POST",
                                                                        "/%s/publication"
                                                                                .formatted(id),
                                                                        "")
                                                                .statusCode()))
                        .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder(201, 422, 422);
        assertThat(journaled("at-once 1")).isEqualTo(1);
    }

    @Test
    void theApiWritesAndPublishesTheSame() {
        var begun = api("POST", "", "{\"revision\":0,\"content\":\"id: x\"}");
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(begun.body()).contains("rulebook.missing-key");
        var id = begun.body().replaceFirst(".*\"draft\":\"([^\"]+)\".*", "$1");
        var text =
                rules("by-machine", "1", "2099-01-01").replace("\"", "\\\"").replace("\n", "\\n");

        var saved = api("PUT", "/" + id, "{\"revision\":0,\"content\":\"%s\"}".formatted(text));
        var again = api("PUT", "/" + id, "{\"revision\":0,\"content\":\"id: y\"}");
        var published = api("POST", "/%s/publication".formatted(id), "");

        assertThat(saved.body()).contains("\"revision\":1", "At least 3.0 ECTS: course UNA-INTRO");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(published.statusCode()).isEqualTo(201);
        assertThat(published.body()).contains("\"version\":\"1\",\"validFrom\":\"2099-01-01\"");
        assertThat(api("GET", "/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void theNextVersionBeginsWithTheTextOfTheLast() {
        var page = visitor().post("/rulebooks", Map.of("from", "joint-sustainability-10")).body();
        var foreign =
                visitor().post("/rulebooks", Map.of("from", "teaching-certificate-30")).body();

        assertThat(page).contains("All five courses", "Version <b>2026-1</b>");
        assertThat(foreign).contains("kallavesi-certificate").doesNotContain("TL514");
        assertThat(visitor().get("/rulebooks").body())
                .contains("Joint Micro-credential in Sustainability", "Begin the next version");
    }

    @Test
    void aTextThatIsTooLongOrHostileIsRefusedOrKeptAndNeverFails() {
        var id = begin("id: x");

        assertThat(save(id, 0, "w", "x".repeat(300_001)).statusCode()).isEqualTo(422);
        for (var text :
                List.of(
                        "\0",
                        "&a [*a]",
                        "{".repeat(5_000),
                        "- ".repeat(5_000),
                        "</textarea><b>",
                        "\u2028: x")) {
            var answer = save(id, 0, "w", text);
            assertThat(answer.statusCode()).as(text.substring(0, 1)).isEqualTo(200);
            assertThat(action(id, "publish").statusCode()).isEqualTo(422);
        }
        assertThat(visitor().get("/rulebooks/" + id).body()).doesNotContain("</textarea><b>");
    }

    /** The address by which Emajõe knows a learner. */
    private static List<String> refused(String content) {
        var id = begin(content);
        var refused = server.bean(RulebookDrafts.class).publish(acting(), id);
        assertThat(draft(id).content()).isEqualTo(content);
        return refused.reasons().stream().map(Refusal::code).toList();
    }

    private static String rules(String id, String version, String from) {
        return RULES.formatted(id, version, from, "UNA-BIODIV");
    }

    private static UUID begin(String content) {
        return switch (server.bean(RulebookDrafts.class).begin(acting(), content)) {
            case Decided.Accepted<RulebookDraft> begun -> begun.value().id();
            case Decided.Refused<RulebookDraft> refused ->
                    throw new AssertionError(refused.reasons());
        };
    }

    private static RulebookDraft draft(UUID id) {
        return server.bean(DraftStore.class).draft(acting(), id).orElseThrow();
    }

    private static HttpResponse<String> save(UUID id, int revision, String window, String content) {
        return visitor()
                .post(
                        "/rulebooks/" + id,
                        Map.of(
                                "revision", String.valueOf(revision),
                                "window", window,
                                "content", content));
    }

    /** Presses a button under the text as it is. */
    private static HttpResponse<String> action(UUID id, String action) {
        var draft = draft(id);
        return visitor()
                .post(
                        "/rulebooks/" + id,
                        Map.of(
                                "revision", String.valueOf(draft.revision()),
                                "content", draft.content(),
                                "action", action));
    }

    private static HttpResponse<String> api(String method, String path, String body) {
        return Published.api(server, REGISTRAR, method, "/api/v1/rulebooks/drafts" + path, body);
    }

    private static long journaled(String subject) {
        return server.bean(JdbcClient.class)
                .sql(
                        """
                        SELECT count(*) FROM journal
                        WHERE kind = 'rulebook.published' AND subject = :subject
                        """)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static Acting acting() {
        return server.acting("kallavesi", Role.REGISTRAR);
    }

    private static TestServer.Visitor visitor() {
        return server.as(REGISTRAR);
    }
}
