package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.credential.QualificationsServed;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a design states of need, place, level and hours reaches designer, reviewer and public. */
class CoursePlanPagesTest {

    private static final TestServer SERVER = TestServer.shared();

    private final JsonMapper json = SERVER.bean(JsonMapper.class);

    @Test
    void theReviewerSeesNeedPlaceLevelAndTheSignedReason() {
        var qualification = SERVER.bean(QualificationsServed.class).applyingNow().getFirst();
        var draft = TestDrafts.completeJson(SERVER).put("code", "PLAN-1").put("credits", "4");
        var plan = (ObjectNode) draft.get("plan");
        ((ObjectNode) plan.get("place")).put("legalStatus", "Further education, law 240 of 2010");
        ((ObjectNode) plan.get("place"))
                .putArray("programmes")
                .addObject()
                .put("qualification", qualification.path());
        ((ObjectNode) plan.get("time")).put("reason", "Field work by train.");
        ((ObjectNode) plan.get("choices")).put("priorLearning", "no");
        var course = begun(draft);

        var submitted =
                api(
                        TestServer.DESIGNER,
                        "/api/v1/courses/" + course + "/submission?signsReason=true",
                        "");
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(201);
        var page = SERVER.as(TestServer.QUALITY_OFFICER).get("/reviews/" + course + "/1").body();

        assertThat(page)
                .contains("Consorzio di Bonifica del Valdoro")
                .contains("Further education, law 240 of 2010")
                .contains(qualification.title())
                .contains("Why this level")
                .contains("Field work by train.")
                .contains("Signed by ")
                .contains("Not recognised");
    }

    @Test
    void aReasonIsSignedByWhoeverSubmitsAndTicksItAndNotByTheDraft() {
        var draft = TestDrafts.completeJson(SERVER).put("code", "PLAN-9").put("credits", "4");
        ((ObjectNode) draft.get("plan").get("time"))
                .put("reason", "Field work by train.")
                .put("signed", true);
        var course = begun(draft);
        var submission = "/api/v1/courses/" + course + "/submission";

        var unsigned = api(TestServer.DESIGNER, submission, "");
        assertThat(unsigned.statusCode()).isEqualTo(422);
        assertThat(unsigned.body()).contains("catalogue.hours-reason-unsigned");
        assertThat(api(TestServer.DESIGNER, submission + "?signsReason=true", "").statusCode())
                .isEqualTo(201);
    }

    @Test
    void aTickThatOnePersonSetIsNotThereForAnother() {
        var designer = SERVER.as(TestServer.DESIGNER);
        var course = begun(TestDrafts.empty(SERVER));
        var fields =
                Map.of(
                        "window", "one",
                        "revision", "0",
                        "outsideReason", "Field work by train.",
                        "outsideSigned", "on");
        var submitted = new HashMap<>(fields);
        submitted.put("action", "submit");

        var own = designer.post("/courses/" + course, submitted);

        assertThat(own.body()).containsPattern("name=\"outsideSigned\"[^>]* checked");
        assertThat(designer.get("/courses/" + course).body())
                .contains("Field work by train.")
                .doesNotContainPattern("name=\"outsideSigned\"[^>]* checked");
    }

    @Test
    void aRateOfAMethodThatIsNotUsedNowIsSentWithTheForm() {
        var draft = TestDrafts.completeJson(SERVER).put("code", "PLAN-11");
        ((ObjectNode) draft.get("plan").get("time"))
                .putArray("rates")
                .addObject()
                .put("method", "exam-prep")
                .put("low", "7.25")
                .put("likely", "8.5")
                .put("high", "9.75");

        var page = SERVER.as(TestServer.DESIGNER).get("/courses/" + begun(draft)).body();

        assertThat(page)
                .containsPattern("type=\"hidden\" name=\"rate\\.\\d+\" value=\"exam-prep\"")
                .containsPattern("type=\"hidden\" name=\"rate\\.\\d+\\.low\" value=\"7.25\"")
                .containsPattern("type=\"hidden\" name=\"rate\\.\\d+\\.high\" value=\"9.75\"");
    }

    @Test
    void thePublicReadsForWhomACourseIsAndWhoWasAsked() {
        var course = SERVER.visitor().get("/catalogue/borgofiume/CLIMA-5/1").body();
        var record = SERVER.visitor().get("/api/v1/catalogue/borgofiume/CLIMA-5/1").body();

        assertThat(course)
                .contains("For whom", "Tecnici di comuni, consorzi e imprese")
                .contains("Asked: Consorzio di Bonifica del Valdoro")
                .contains("Stand-alone");
        assertThat(record).contains("Consorzio di Bonifica del Valdoro", "targetGroup");
    }

    @Test
    void thePublicReadsWhichQualificationsTakeACourseAndForHowManyCredits() {
        var course = SERVER.visitor().get("/catalogue/kallavesi/UNA-INTRO/1").body();

        assertThat(course).containsPattern("Up to 3(\\.0)? ECTS in ").contains("/qualifications/");
    }

    @Test
    void threeAndFiveCreditsAreOfferedFirstWithTheirHours() {
        var course = begun(TestDrafts.empty(SERVER));
        var page = SERVER.as(TestServer.DESIGNER).get("/courses/" + course).body();

        assertThat(page).contains("First choice: 3 (75 to 90 h) or 5 (125 to 150 h)");
        assertThat(page).contains("Nobody was asked yet");
    }

    @Test
    void rowsAreAddedAndTakenAwayInTheForm() {
        var designer = SERVER.as(TestServer.DESIGNER);
        var course = begun(TestDrafts.empty(SERVER));
        designer.post(
                "/courses/" + course,
                Map.of("action", "add-stakeholder", "revision", "0", "targetGroup", "Nurses"));
        var page = designer.get("/courses/" + course).body();
        assertThat(page).contains("stakeholders-1-name", "Nurses");

        designer.post(
                "/courses/" + course,
                Map.of(
                        "action", "remove-stakeholder-1",
                        "revision", "1",
                        "stakeholder.1", "A clinic",
                        "stakeholder.2", "A ward",
                        "stakeholder.2.kind", "employer"));
        var left = designer.get("/courses/" + course).body();
        assertThat(left).contains("A ward").doesNotContain("A clinic");
    }

    private String begun(ObjectNode draft) {
        var begun = api(TestServer.DESIGNER, "/api/v1/courses", json.writeValueAsString(draft));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return json.readTree(begun.body()).get("id").asString();
    }

    private static HttpResponse<String> api(String email, String path, String body) {
        return SERVER.visitor()
                .send(
                        SERVER.api(path, email)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
