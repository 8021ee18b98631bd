package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Mode, teachers and resources of an activity reach workbench, API, reviewer and public. */
class ActivityPagesTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final TestServer.Visitor DESIGNER = SERVER.as(TestServer.DESIGNER);

    private final JsonMapper json = SERVER.bean(JsonMapper.class);

    @Test
    void thePublicPageSaysHowItIsTaughtByWhomAndWithWhat() {
        var page = SERVER.visitor().get("/catalogue/kallavesi/UNA-INTRO").body();

        assertThat(page)
                .contains("Worked cases of conflicting goals: online, live (synchronous)")
                .contains("Taught by Tutors of Kallavesi University")
                .contains("With Online text of the course; ")
                .contains(
                        "<a href=\"https://sdgs.un.org/goals\" rel=\"nofollow noopener\">https://sdgs.un.org/goals</a>");
    }

    @Test
    void onTheWorkbenchItIsFoldedAwayUntilSomethingStandsInItOrIsWrongInIt() {
        var course = begun(TestDrafts.empty(SERVER));
        var fields = new HashMap<String, String>();
        fields.put("activity.1", "Lectures");
        fields.put("activity.2", "Reading");
        fields.put("activity.2.teachers", "The library");
        fields.put("activity.3", "Laboratory");
        fields.put("activity.3.mode", "hybrid");

        var page = saved(course, fields);

        assertThat(page)
                .contains("<details id=\"activities-1-more\">")
                .contains("<details id=\"activities-2-more\" open>")
                .contains("<details id=\"activities-3-more\" open>")
                .contains("Activity 3, mode: “hybrid” is not in the list; choose one that is")
                .contains("id=\"activities-3-mode-error\"");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        var course = begun(TestDrafts.empty(SERVER));

        var page =
                saved(
                        course,
                        Map.of(
                                "activity.1",
                                "Lectures",
                                "activity.1.resources",
                                "Reader\r\nhttp://unibo.example/<b>"));

        assertThat(page)
                .contains("href=\"#activities-1-resources\"")
                .containsPattern("id=\"activities-1-resources\"[^>]*aria-invalid=\"true\"")
                .contains("Activity 1, resources: “http://unibo.example/&lt;b&gt;” is not a web")
                .contains("Reader\nhttp://unibo.example/&lt;b&gt;</textarea>");
    }

    @Test
    void theApiTakesItGivesItBackAndSaysWhatIsWrongAtItsPlace() {
        var draft = TestDrafts.completeJson(SERVER).put("code", "ACT-1");
        var activity = (ObjectNode) draft.get("activities").get(0);
        activity.put("mode", "online-synchronous").put("teachers", "The climate group");
        activity.putArray("resources").add("Reader").add("https://");

        var begun = api("POST", "/api/v1/courses", draft.toString());
        var course = json.readTree(begun.body()).get("id").asString();

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(begun.body()).contains("activities[1].resources", "catalogue.address-invalid");
        assertThat(api("GET", "/api/v1/courses/" + course, "").body())
                .contains("\"mode\":\"online-synchronous\"")
                .contains("\"teachers\":\"The climate group\"")
                .contains("\"resources\":[\"Reader\",\"https://\"]");
    }

    @Test
    void aResourceThatIsNoTextIsRefusedByTheApi() {
        var draft = TestDrafts.completeJson(SERVER).put("code", "ACT-2");
        ((ObjectNode) draft.get("activities").get(0)).putArray("resources").addNull();

        assertThat(api("POST", "/api/v1/courses", draft.toString()).statusCode()).isEqualTo(400);
    }

    @Test
    void theReviewerSeesItInTheDesignAndWhoTeachesBesideTheCriterionOnTeachers() {
        var draft = TestDrafts.completeJson(SERVER).put("code", "ACT-3");
        var activity = (ObjectNode) draft.get("activities").get(0);
        activity.put("mode", "onsite").put("teachers", "Visiting scholars");
        var course = begun(draft);
        var sent = api("POST", "/api/v1/courses/" + course + "/submission", "");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);

        assertThat(SERVER.as(TestServer.QUALITY_OFFICER).get("/reviews/" + course + "/1").body())
                .contains("Taught by Visiting scholars", "Lezioni online: Visiting scholars");
    }

    private String saved(String course, Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.putAll(Map.of("action", "save", "revision", "0", "window", "one"));
        var answer = DESIGNER.post("/courses/" + course, fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String begun(ObjectNode draft) {
        var answer = api("POST", "/api/v1/courses", draft.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).get("id").asString();
    }

    private static HttpResponse<String> api(String method, String path, String body) {
        return SERVER.visitor()
                .send(
                        SERVER.api(path, TestServer.DESIGNER)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body)));
    }
}
