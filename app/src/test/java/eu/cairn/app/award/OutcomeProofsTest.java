package eu.cairn.app.award;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestCourse;
import eu.cairn.app.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each outcome of an award leads to its criterion, its evidence and the day it was judged. */
class OutcomeProofsTest {

    private static final String ASSESSOR = "fiorenza.galvani@example.org";

    private static TestServer server;
    private static TestCourse course;

    /** A server of its own: others award without a second person. */
    @BeforeAll
    static void start() {
        server = TestServer.start(true);
        course = TestCourse.published(server, "CLIMA-5");
        TestCourse.enrol(server, "PROOF", 9);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void anAssessorRecordsARegistrarConfirmsAndEachOutcomeLeadsToItsProof() {
        var assessor = server.as(ASSESSOR);
        assertThat(assessor.get("/awards").body())
                .contains("Results", "Choose a course to record results for")
                .doesNotContain("Joint awards", "Awaits your approval");
        assertThat(assessor.get(course.awards()).body()).contains("Record one result");

        var recorded = assessor.post(course.awards() + "/result", form("PROOF-0001"));
        assertThat(recorded.statusCode()).isEqualTo(200);
        assertThat(recorded.body())
                .contains("A registrar reviews and confirms them", "All outcomes")
                .doesNotContain("Reference of its minute");
        var batch = batch(recorded);
        assertThat(assessor.post(batch, Map.of("confirmed", "true", "minute", "EB-1")).statusCode())
                .isEqualTo(403);

        var registrar = server.as(TestServer.REGISTRAR);
        registrar.post(batch, Map.of("confirmed", "true", "minute", "EB-1"));
        var award = award(registrar, "PROOF-0001");
        assertThat(registrar.get(award).body())
                .contains("Rubric, row LO1", "https://lms.example/PROOF-0001/LO1")
                .contains("10 November 2026", "Fiorenza Galvani");
        var answer = json(get("/api/v1" + award + "/proofs", ASSESSOR));
        assertThat(answer.get("assessedBy").asString()).isEqualTo("Fiorenza Galvani");
        assertThat(answer.get("outcomes").get(1).toString())
                .contains("\"outcome\":\"LO2\"", "Rubric, row LO2", "2026-11-10");
        assertThat(
                        get("/api/v1" + award + "/proofs", "kallavesi.registrar@example.org")
                                .statusCode())
                .isEqualTo(404);

        server.signAll();
        var corrected =
                send(
                        "/api/v1" + award + "/correction",
                        TestServer.REGISTRAR,
                        """
                        {"reason": "learner-data", "words": "The name", "fullName": "Ada King"}""");
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);
        var newer = "/api/v1/awards/" + json(corrected).get("award").asString() + "/proofs";
        assertThat(json(get(newer, ASSESSOR)).get("outcomes")).isEqualTo(answer.get("outcomes"));

        assertThat(assessor.get(course.awards() + "/result").body())
                .as("the criteria of last time")
                .contains("Rubric, row LO1");
    }

    @Test
    void whatIsMissingIsSaidAtTheFieldAndNothingTypedIsLost() {
        var assessor = server.as(ASSESSOR);
        var form = form("PROOF-0002");
        form.put("LO2 evidence", "");
        form.put("LO1 date", "2026-11-20");

        var refused = assessor.post(course.awards() + "/result", form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"evidence-LO2-error\"", "award.proof-missing")
                .contains("id=\"date-LO1-error\"", "award.proof-after-last")
                .contains("value=\"Rubric, row LO3\"", "value=\"PROOF-0002\"");
        form = form("NOBODY");
        assertThat(assessor.post(course.awards() + "/result", form).body())
                .contains("id=\"learner-error\"", "award.learner-unknown");
    }

    @Test
    void whatWasProposedAndNotTouchedIsNoProof() {
        var form = form("PROOF-0004");
        form.keySet().removeIf(name -> name.startsWith("LO"));
        var assessor = server.as(ASSESSOR);
        var proposed =
                Pattern.compile("name=\"(LO. criterion)\" type=\"text\" value=\"([^\"]+)\"")
                        .matcher(assessor.get(course.awards() + "/result").body());
        while (proposed.find()) {
            form.put(proposed.group(1), proposed.group(2));
        }
        assertThat(form).containsKeys("LO1 criterion", "LO4 criterion");

        var recorded = assessor.post(course.awards() + "/result", form);

        assertThat(recorded.body()).contains("Not recorded").doesNotContain("All outcomes");
    }

    @Test
    void anAssessorSeesAndDoesNothingElse() {
        var assessor = server.as(ASSESSOR);
        for (var path : new String[] {"/learners", "/joint-awards", "/rulebooks", "/courses"}) {
            assertThat(assessor.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(server.as("kallavesi.assessor@example.org").get(course.awards()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsSentIsCheckedLikeWhatIsTyped() {
        var whole =
                """
                {"learner": "PROOF-0003", "tasks": %s, "passedOn": "2026-11-16",
                 "identityChecked": true, "outcomes": %s}""";
        var all = proofs("LO1", "LO2", "LO3", "LO4");
        assertThat(send(whole.formatted(TASKS, proofs("LO1"))).body())
                .contains("award.proof-missing", "LO2 criterion");
        assertThat(send(whole.formatted("{\"A1\": null}", all)).statusCode()).isEqualTo(400);
        assertThat(send(whole.formatted(TASKS, "{\"LO1\": null}")).statusCode()).isEqualTo(400);
        assertThat(send("{\"learner\": 4}").statusCode()).isEqualTo(400);

        var recorded = send(whole.formatted(TASKS, all));
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
        var batch = json(recorded).get("batch").asString();
        var seen = json(get("/api/v1/awards/batches/" + batch, ASSESSOR));
        assertThat(seen.get("ready").asInt()).isEqualTo(1);
        assertThat(
                        send(
                                        "/api/v1/awards/batches/" + batch + "/confirmation",
                                        ASSESSOR,
                                        "{\"minute\": \"1\"}")
                                .statusCode())
                .isEqualTo(403);
    }

    private static final String TASKS =
            "{\"A1\": \"passed\", \"A2\": \"passed\", \"A3\": \"passed\"}";

    private static String proofs(String... outcomes) {
        return java.util.Arrays.stream(outcomes)
                .map(
                        code ->
                                "\"%s\": {\"criterion\": \"c\", \"evidence\": \"e\", \"date\": \"2026-11-10\"}"
                                        .formatted(code))
                .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }

    private static Map<String, String> form(String learner) {
        var form = new HashMap<String, String>();
        form.put("learner_id", learner);
        form.put("passed_on", "2026-11-16");
        form.put("identity_checked", "yes");
        for (var task : new String[] {"A1", "A2", "A3"}) {
            form.put("task " + task, "passed");
        }
        for (var outcome : new String[] {"LO1", "LO2", "LO3", "LO4"}) {
            form.put(outcome + " criterion", "Rubric, row " + outcome);
            form.put(outcome + " evidence", "https://lms.example/" + learner + "/" + outcome);
            form.put(outcome + " date", "2026-11-10");
        }
        return form;
    }

    private static String batch(HttpResponse<String> page) {
        return page.uri().getPath();
    }

    private static String award(TestServer.Visitor registrar, String learner) {
        var page = registrar.get(course.awards()).body();
        var row = page.substring(0, page.indexOf("<td>" + learner));
        return row.substring(row.lastIndexOf("/awards/"), row.lastIndexOf("\">"));
    }

    private static HttpResponse<String> send(String body) {
        return send("/api/v1" + course.awards() + "/results", ASSESSOR, body);
    }

    private static HttpResponse<String> send(String path, String email, String body) {
        return server.visitor()
                .send(
                        server.api(path, email)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path, String email) {
        return server.visitor().send(server.api(path, email));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
