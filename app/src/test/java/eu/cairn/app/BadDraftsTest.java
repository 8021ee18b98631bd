package eu.cairn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.catalogue.CourseDraft;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a designer types is kept as typed, and what is wrong with it is said. */
class BadDraftsTest {

    private static final List<String> TEXTS =
            List.of(
                    "code",
                    "title",
                    "titleEnglish",
                    "language",
                    "credits",
                    "nationalLevel",
                    "eqfLevel",
                    "cycle",
                    "field",
                    "participation",
                    "prerequisites",
                    "formalStatus",
                    "stackability",
                    "need",
                    "startsOn",
                    "endsOn",
                    "gradingScale",
                    "publishedSource");

    private static final TestServer SERVER = TestServer.shared();
    private static final TestServer.Visitor DESIGNER = SERVER.as(TestServer.DESIGNER);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ω≈ç√∫˜µ≤≥÷ 田中さんにあげて下さい",
                "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`${7*7}{{7*7}}",
                "مايكروكريدنشل \u202Ereversed\u202C Z̮̞̠͙͔ͅḀ̗̞͈̻̗ḷ͙͎̯̹̞͓G̻O̭̗̮ 👩‍👩‍👧‍👧 \uFEFF",
                "  two  blanks \t and a tab  ",
                "'; DROP TABLE course; --"
            })
    void everyFieldOfTheFormIsKeptAsTypedAndShownEscaped(String text) {
        var course = begun();
        var fields = new HashMap<String, String>(Map.of("action", "save", "revision", "0"));
        TEXTS.forEach(field -> fields.put(field, text));
        for (var row :
                List.of(
                        "outcome.1",
                        "activity.1",
                        "activity.1.hours",
                        "activity.1.mode",
                        "activity.1.teachers",
                        "activity.1.resources",
                        "task.1",
                        "task.1.type",
                        "task.1.weight",
                        "task.1.hours",
                        "task.1.supervision")) {
            fields.put(row, text);
        }

        var answer = DESIGNER.post("/courses/" + course, fields);
        var preview = DESIGNER.get("/courses/" + course + "/preview");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(preview.statusCode()).isEqualTo(200);
        var draft = json(draft(course));
        TEXTS.forEach(field -> assertThat(draft.get(field).asString()).as(field).isEqualTo(text));
        assertThat(draft.get("outcomes").get(0).get("text").asString()).isEqualTo(text);
        var activity = draft.get("activities").get(0);
        assertThat(activity.get("mode").asString()).isEqualTo(text);
        assertThat(activity.get("resources").get(0).asString()).isEqualTo(text);
        assertThat(draft.get("tasks").get(0).get("weight").asString()).isEqualTo(text);
        assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("<img src=x");
        assertThat(preview.body()).doesNotContain("<script>alert").doesNotContain("<img src=x");
        assertThat(DESIGNER.get("/courses").body()).doesNotContain("<script>alert");
    }

    @Test
    void aHundredThousandCharactersInEachFieldAreKept() {
        var course = begun();
        var fields = new HashMap<String, String>(Map.of("action", "save", "revision", "0"));
        TEXTS.forEach(field -> fields.put(field, "x".repeat(100_000)));

        var answer = DESIGNER.post("/courses/" + course, fields);
        var submitted = submit(course);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(draft(course).title()).hasSize(100_000);
        assertThat(draft(course).need()).hasSize(100_000);
        assertThat(submitted.statusCode()).isEqualTo(422);
        assertThat(submitted.body()).contains("catalogue.text-too-long");
    }

    @Test
    void theApiKeepsTheSameAndSaysTheSame() {
        var draft = TestDrafts.empty(SERVER);
        TEXTS.forEach(field -> draft.put(field, "字".repeat(100_000)));

        var answer = api("POST", "/api/v1/courses", draft);

        assertThat(answer.statusCode()).isEqualTo(201);
        var kept = SERVER.bean(JsonMapper.class).readTree(answer.body());
        assertThat(kept.get("draft").get("title").asString()).hasSize(100_000);
        assertThat(answer.body()).contains("catalogue.text-too-long");
    }

    @ParameterizedTest(name = "{0} ECTS: {1}")
    @CsvSource({
        "0, credits-out-of-range",
        "400, credits-out-of-range",
        "-5, credits-invalid",
        "5.555, credits-invalid",
        "five, credits-invalid",
        "1e3, credits-invalid",
        "'5,5,5', credits-invalid",
        "٥, credits-invalid",
        "NaN, credits-invalid",
        "99999999999999999999, credits-invalid",
        "'', credits-missing"
    })
    void creditsThatAreNoneAreRefused(String credits, String code) {
        assertRefused("credits", credits, "catalogue." + code);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "startsOn, 2026-02-30, date-invalid",
        "startsOn, 2026-13-01, date-invalid",
        "startsOn, 01/02/2026, date-invalid",
        "startsOn, tomorrow, date-invalid",
        "endsOn, 2020-01-01, dates-contradict",
        "language, xx-invalid-tag-, language-unknown",
        "eqfLevel, 9, choice-unknown",
        "eqfLevel, 3, level-contradicts",
        "cycle, fifth, choice-unknown",
        "field, 1234567, field-unknown",
        "nationalLevel, 99, national-level-unknown",
        "participation, telepathy, choice-unknown",
        "publishedSource, javascript:alert(1), address-invalid",
        "code, ../../etc, code-invalid",
        "code, a b, code-invalid",
        "code, '', code-missing",
        "code, CLIMA-5, code-taken"
    })
    void whatContradictsOrDoesNotExistIsRefused(String field, String value, String code) {
        assertRefused(field, value, "catalogue." + code);
    }

    @Test
    void anOutcomeWithoutAVerbIsRefused() {
        var draft = TestDrafts.completeJson(SERVER).put("code", "NO-VERB");
        ((ObjectNode) draft.get("outcomes").get(0))
                .put("text", "Il clima in generale")
                .put("verbConfirmed", false);

        assertRefused(draft, "catalogue.outcome-without-verb");
    }

    @Test
    void nothingIsLostWhenTwoWindowsSaveTheSameDraft() {
        var course = begun();
        DESIGNER.post(
                "/courses/" + course,
                Map.of("action", "save", "revision", "0", "title", "First window"));

        var second =
                DESIGNER.post(
                        "/courses/" + course,
                        Map.of(
                                "action",
                                "save",
                                "revision",
                                "0",
                                "title",
                                "Second window",
                                "need",
                                "Typed long",
                                "outcome.1",
                                "Typed outcome"));
        var live =
                DESIGNER.post(
                        "/courses/" + course + "/live",
                        Map.of("revision", "0", "title", "Third window"));

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body())
                .contains("Somebody changed the same part of this course")
                .contains("Second window")
                .contains("Typed long")
                .contains("Typed outcome");
        assertThat(live.body()).contains("not saved: see above");
        assertThat(draft(course).title()).isEqualTo("First window");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remove-outcome-999",
                "remove-outcome-",
                "remove-task-x",
                "revise",
                "fly",
                "add-outcome"
            })
    void anActionThatCannotBeDoesNoHarm(String action) {
        var course = begun();

        var answer =
                DESIGNER.post(
                        "/courses/" + course,
                        Map.of("action", action, "revision", "0", "outcome.1", "Typed"));

        assertThat(answer.statusCode()).isIn(200, 422);
        assertThat(answer.body()).contains("Typed");
    }

    @Test
    void aDraftOfManyRowsKeepsThemAll() {
        var course = begun();
        var fields = new HashMap<String, String>(Map.of("action", "save", "revision", "0"));
        for (int n = 1; n <= 60; n++) {
            fields.put("outcome." + n, "Outcome " + n);
            fields.put("activity." + n, "Activity " + n);
            for (int o = 1; o <= 60; o++) {
                fields.put("teach." + o + "." + n, "on");
            }
        }

        DESIGNER.post("/courses/" + course, fields);

        assertThat(draft(course).outcomes()).hasSize(60);
        assertThat(draft(course).activities()).hasSize(60);
        assertThat(draft(course).activities().getLast().outcomes()).hasSize(60);
    }

    private static void assertRefused(String field, String value, String code) {
        var draft =
                TestDrafts.completeJson(SERVER)
                        .put("code", "BAD-" + Integer.toHexString((field + value).hashCode()));
        assertRefused(draft.put(field, value), code);
    }

    private static void assertRefused(ObjectNode draft, String code) {
        var begun = api("POST", "/api/v1/courses", draft);
        var course = SERVER.bean(JsonMapper.class).readTree(begun.body()).get("id").asString();
        var before = SERVER.rows();

        var submitted = submit(UUID.fromString(course));

        assertThat(submitted.statusCode()).isEqualTo(422);
        assertThat(submitted.body()).contains("\"" + code + "\"");
        assertThat(SERVER.rows()).isEqualTo(before);
        assertThat(DESIGNER.get("/courses/" + course).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> submit(UUID course) {
        return api("POST", "/api/v1/courses/" + course + "/submission", TestDrafts.empty(SERVER));
    }

    private static HttpResponse<String> api(String method, String path, ObjectNode body) {
        return SERVER.visitor()
                .send(
                        SERVER.api(path, TestServer.DESIGNER)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body.toString(), UTF_8)));
    }

    private static UUID begun() {
        return SERVER.bean(Courses.class)
                .begin(SERVER.acting("borgofiume", Role.DESIGNER), CourseDraft.empty());
    }

    private static CourseDraft draft(UUID course) {
        return SERVER.bean(CourseStore.class)
                .draft(SERVER.acting("borgofiume", Role.DESIGNER), course)
                .orElseThrow()
                .draft();
    }

    private static ObjectNode json(CourseDraft draft) {
        return (ObjectNode) SERVER.bean(JsonMapper.class).valueToTree(draft);
    }
}
