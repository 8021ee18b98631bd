package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.framework.Decided;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Accreditations by page and by API. */
class AccreditationPagesTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final String OFFICER = "lough-ree.quality-officer@example.org";
    private static final String OTHER = "kallavesi.quality-officer@example.org";
    private static final String SUBJECT = "did:web:laguna.example";
    private static final Pattern DOWNLOAD =
            Pattern.compile("/accreditations/([0-9a-f-]{36})/token\\.jwt");

    private final TestServer.Visitor officer = SERVER.as(OFFICER);
    private final JsonMapper json = SERVER.bean(JsonMapper.class);

    @BeforeEach
    @AfterEach
    void forget() {
        SERVER.bean(JdbcClient.class).sql("DELETE FROM issued_accreditation").update();
    }

    @Test
    void anOfficerAccreditsDownloadsAndWithdraws() {
        assertThat(officer.get("/reviews").body()).contains("href=\"/accreditations\"");
        assertThat(officer.get("/accreditations").body())
                .contains("Nothing accredited yet", "Nothing here says that you may accredit");

        var page = officer.post("/accreditations", form()).body();

        assertThat(page)
                .contains("Università della Laguna is accredited", "In force", SUBJECT)
                .contains("An institution, EQF 6, 1 January 2026 to 31 December 2999")
                .doesNotContain("Nothing accredited yet");
        var token = officer.get(address(page));
        assertThat(token.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/vc+jwt");
        assertThat(Accreditation.read(token.body().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Decided.Accepted.class,
                        read ->
                                assertThat(((Accreditation) read.value()).subject())
                                        .isEqualTo(SUBJECT));
        assertThat(officer.post("/accreditations", form()).body())
                .contains("accreditation.issued-before");

        var withdrawal = address(page).replace("token.jwt", "withdrawal");
        var unreasoned = officer.post(withdrawal, Map.of("reason", " "));
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("accreditation.reason-missing", "Not withdrawn");
        assertThat(officer.post(withdrawal, Map.of("reason", "<b>Closed</b>")).body())
                .contains("is withdrawn", "Withdrawn on", "&lt;b&gt;Closed")
                .doesNotContain("In force");
        assertThat(officer.post(withdrawal, Map.of("reason", "Again")).body())
                .contains("accreditation.withdrawn-before");
    }

    @Test
    void whatWasTypedIsStillThereWhenItIsRefused() {
        var typed = new HashMap<>(form());
        typed.put("until", "2025-12-31");
        typed.put("kind", "course");

        var answer = officer.post("/accreditations", typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Not issued", "accreditation.ends-before-it-begins")
                .contains("accreditation.course-address-malformed")
                .contains("value=\"Università della Laguna\"", "value=\"2025-12-31\"")
                .contains("value=\"course\" checked", "value=\"6\" checked")
                .contains("id=\"subject-error\"", "id=\"until-error\"");
    }

    @Test
    void whatStandsStillBeforeItBeginsOrAfterItEndsSaysSo() {
        for (var days :
                List.of(List.of("2001-01-01", "2002-01-01"), List.of("2030-01-01", "2031-01-01"))) {
            var typed = new HashMap<>(form());
            typed.put("from", days.getFirst());
            typed.put("until", days.getLast());
            officer.post("/accreditations", typed);
        }

        assertThat(officer.get("/accreditations").body())
                .contains("Not yet", "Ended")
                .doesNotContain("In force");
    }

    @Test
    void aPageHasFiftyAndLeadsToTheOlderOnes() {
        for (int i = 0; i < 52; i++) {
            post("", OFFICER, body().replace("laguna", "laguna-" + i));
        }

        var first = officer.get("/accreditations").body();
        var older = Pattern.compile("/accreditations\\?before=[0-9a-f-]+").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(first).contains("laguna-51.", "laguna-2.").doesNotContain("laguna-1.");
        assertThat(officer.get(older.group()).body())
                .contains("laguna-1.", "laguna-0.")
                .doesNotContain("laguna-2.", "?before=");
        var some = json.readTree(get("", OFFICER).body());
        assertThat(some.get("accreditations")).hasSize(50);
        var rest = json.readTree(get("?before=" + some.get("next").asString(), OFFICER).body());
        assertThat(rest.get("accreditations")).hasSize(2);
        assertThat(rest.has("next")).isFalse();
    }

    @Test
    void machinesDoTheSame() {
        var issued = post("", OFFICER, body());
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        var id = "/" + json.readTree(issued.body()).get("id").asString();
        assertThat(issued.headers().firstValue("Location")).hasValue("/api/v1/accreditations" + id);
        assertThat(post("", OFFICER, body()).body()).contains("accreditation.issued-before");
        assertThat(get(id + "/token", OFFICER).body()).startsWith("eyJ");

        for (var wrong : List.of("", "{}", "[]", "{\"reason\": null}", "{\"reason\": \"\"}")) {
            assertThat(post(id + "/withdrawal", OFFICER, wrong).statusCode())
                    .as(wrong)
                    .isIn(400, 422);
        }
        var withdrawn = post(id + "/withdrawal", OFFICER, "{\"reason\": \"Closed\"}");

        assertThat(withdrawn.statusCode()).isEqualTo(200);
        assertThat(json.readTree(get(id, OFFICER).body()))
                .isEqualTo(json.readTree(withdrawn.body()));
        assertThat(withdrawn.body()).contains("\"reason\":\"Closed\"", "\"withdrawnOn\":\"2");
        assertThat(post(id + "/withdrawal", OFFICER, "{\"reason\": \"Closed\"}").body())
                .contains("accreditation.withdrawn-before");
    }

    @Test
    void onlyTheOfficerOfWhoIssuedItSeesIt() {
        var id = "/" + json.readTree(post("", OFFICER, body()).body()).get("id").asString();
        var reason = "{\"reason\": \"Not ours\"}";

        assertThat(get("", OTHER).body()).doesNotContain("laguna");
        assertThat(SERVER.as(OTHER).get("/accreditations").body()).doesNotContain("laguna");
        assertThat(get(id, OTHER).statusCode()).isEqualTo(404);
        assertThat(get(id + "/token", OTHER).statusCode()).isEqualTo(404);
        assertThat(post(id + "/withdrawal", OTHER, reason).statusCode()).isEqualTo(404);
        var designer = "lough-ree.designer@example.org";
        assertThat(post("", designer, body()).statusCode()).isEqualTo(403);
        assertThat(SERVER.as(designer).get("/accreditations").statusCode()).isEqualTo(403);
        assertThat(get(id, OFFICER).body()).doesNotContain("Not ours");
    }

    private static Map<String, String> form() {
        return Map.of(
                "kind", "institution",
                "subject", SUBJECT,
                "name", "Università della Laguna",
                "levels", "6",
                "from", "2026-01-01",
                "until", "2999-12-31");
    }

    private static String body() {
        return """
               {"kind": "accrediting-body", "subject": "did:web:laguna.example", "name": "Laguna",
                "levels": [6, 7], "from": "2026-01-01", "until": "2030-12-31"}
               """;
    }

    private static String address(String page) {
        var found = DOWNLOAD.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static HttpResponse<String> get(String path, String email) {
        return SERVER.visitor().send(SERVER.api("/api/v1/accreditations" + path, email).GET());
    }

    private static HttpResponse<String> post(String path, String email, String body) {
        return SERVER.visitor()
                .send(
                        SERVER.api("/api/v1/accreditations" + path, email)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
    }
}
