package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.CriteriaSet;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A national authority registers types of micro-credentials, and they bind approvals. */
class NationalTypesTest {

    private static final String TYPES = "/api/v1/national-types";

    /** Of its own: a type binds every approval of its country. */
    private static final TestServer SERVER = TestServer.start(true);

    private static final JsonMapper JSON = SERVER.bean(JsonMapper.class);

    private final TestServer.Visitor authority = SERVER.as(TestServer.NATIONAL_AUTHORITY);

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void nationalLawIsAppliedAtApprovalAndTheDesignerSeesItBefore() {
        var course = begun("LAW-A");
        submit(course);
        var draft = begun("LAW-DRAFT");
        end(idOf("MC-UNI"), today(), "Replaced by the decree of this test");
        var registered = authority.post("/national-types", form("LAW-10", "10", "20"));
        assertThat(registered.body()).contains("Registered: LAW-10", "In force");

        var words =
                "5.0 ECTS is less than 10.0 ECTS, the least that Decreto 7/2026 allows for"
                        + " Titolo breve (LAW-10)";
        assertThat(SERVER.as(TestServer.DESIGNER).get("/courses/" + draft).body()).contains(words);
        assertThat(read("/api/v1/courses/" + draft, TestServer.DESIGNER).get("faults").toString())
                .contains("framework.type-credits-below", words);
        assertThat(SERVER.bean(Courses.class).submit(designer(), draft).reasons())
                .extracting(Refusal::code)
                .containsExactly("framework.type-credits-below");
        var review = "/reviews/" + course + "/1";
        var officer = SERVER.as(TestServer.QUALITY_OFFICER);
        assertThat(officer.get(review).body()).contains("Of no national type", words);
        assertThat(read("/api/v1" + review, TestServer.QUALITY_OFFICER).at("/national/unmet"))
                .hasSize(1);

        var byApi = decide(course);
        var byPage = officer.post(review, findings());

        assertThat(byApi.statusCode()).isEqualTo(422);
        assertThat(codes(byApi)).containsExactly("framework.type-credits-below outcome");
        assertThat(byPage.statusCode()).isEqualTo(422);
        assertThat(byPage.body()).contains(words, "framework.type-credits-below");

        end(idOf("LAW-10"), today(), "Repealed");
        var decided = decide(course);

        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        assertThat(JSON.readTree(decided.body()).get("nationalTypes")).isEmpty();
        assertThat(officer.get("/catalogue/borgofiume/LAW-A/1").body())
                .doesNotContain("National type");
    }

    @Test
    void anApprovedVersionStaysOfItsTypeWhenTheTypeEnds() {
        var registered = api("POST", TYPES, TestServer.NATIONAL_AUTHORITY, body("LAW-5", "1", ""));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        var id = JSON.readTree(registered.body()).get("id").asString();
        var course = begun("LAW-B");
        submit(course);
        assertThat(SERVER.as(TestServer.QUALITY_OFFICER).get("/reviews/" + course + "/1").body())
                .contains("(LAW-5)", "As of today");

        var decided = decide(course);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        end(id, today(), "Repealed");

        var page = SERVER.visitor().get("/catalogue/borgofiume/LAW-B/1").body();
        var record = read("/api/v1/catalogue/borgofiume/LAW-B/1", "");
        var decision = SERVER.visitor().get(decided.headers().firstValue("Location").orElseThrow());
        assertThat(page)
                .contains("National type", "(LAW-5)", "As it stood on the day of the approval")
                .contains("from 1.0 ECTS", "https://law.example/7");
        assertThat(record.get("nationalTypes").findValuesAsString("code")).contains("LAW-5");
        assertThat(record.at("/nationalTypes/0/validity/to").isMissingNode()).isTrue();
        assertThat(decision.body()).contains("(LAW-5)");
        assertThat(SERVER.as(TestServer.QUALITY_OFFICER).get("/reviews/" + course + "/1").body())
                .contains("(LAW-5)", "As it stood on the day of the decision");
    }

    @Test
    void aDecisionFromBeforeThereWasARegisterIsStillRead() {
        var course = TestCourse.published(SERVER, "CLIMA-5").id();
        var jdbc = SERVER.bean(JdbcClient.class);
        var document =
                jdbc.sql("SELECT document FROM quality_decision WHERE course_id = :course")
                        .param("course", course)
                        .query(byte[].class)
                        .single();
        var older = (ObjectNode) JSON.readTree(document);
        assertThat(older.remove("nationalTypes")).hasSize(1);
        jdbc.sql("UPDATE quality_decision SET document = :document WHERE course_id = :course")
                .param("document", JSON.writeValueAsBytes(older))
                .param("course", course)
                .update();

        var page = SERVER.visitor().get("/catalogue/borgofiume/CLIMA-5/1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("decided on").doesNotContain("National type");
    }

    @Test
    void everybodyReadsWhatIsRegisteredAndWhyItEnded() {
        var later = today().plusYears(1);
        var typed = form("LAW-LATER", "2", "3");
        typed.put("from", later.toString());
        typed.put("until", later.plusYears(1).toString());
        assertThat(authority.post("/national-types", typed).body()).contains("To come");
        end(idOf("LAW-LATER"), later.minusDays(1), "Never came <into> force");

        var page = SERVER.visitor().get("/frameworks/IT").body();
        var record = read("/api/v1/frameworks/IT", "").get("types");

        assertThat(page)
                .contains("LAW-LATER", "never in force", "Over", "Never came &lt;into&gt; force");
        assertThat(record.findValuesAsString("code")).contains("LAW-LATER", "MC-UNI");
        assertThat(record.findValuesAsString("reason")).contains("Never came <into> force");
        assertThat(SERVER.visitor().get("/frameworks/EE").body()).doesNotContain("LAW-LATER");
    }

    @ParameterizedTest
    @CsvSource({
        "code, '', framework.code-invalid",
        "creditsLeast, 21, framework.credits-contradict",
        "creditsLeast, -5, framework.credits-invalid",
        "levels, '', framework.level-unknown",
        "until, 2020-01-01, framework.days-contradict",
        "country, ZZ, framework.country-unknown",
        "country, EE, framework.country-of-others",
        "nationalLevels, level of nowhere, framework.national-level-unknown",
        "lawAddress, http://law.example/7, framework.address-invalid"
    })
    void badInputIsRefusedByPageAndApiAndNothingTypedIsLost(
            String field, String text, String code) {
        var before = SERVER.rows();
        var typed = form("BAD-1", "10", "20");
        typed.put(field, text);
        var json = (ObjectNode) JSON.readTree(body("BAD-1", "10", "20"));
        if (field.endsWith("evels")) {
            json.putArray(field).add(text);
        } else {
            json.put(field, text);
        }

        var page = authority.post("/national-types", typed);
        var answer = api("POST", TYPES, TestServer.NATIONAL_AUTHORITY, json.toString());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(code, "Not registered", "Decreto 7/2026");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(code);
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    @Test
    void aTypeWithoutALevelAndAHugeTextAreRefused() {
        var before = SERVER.rows();
        var none = form("BAD-2", "1", "2");
        none.remove("levels");
        var huge = form("BAD-3", "1", "2");
        huge.put("name", "ä".repeat(100_000));
        huge.put("nationalLevels", "x\n".repeat(100_000));

        assertThat(authority.post("/national-types", none).body())
                .contains("framework.level-missing");
        var answer = authority.post("/national-types", huge);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("100000 characters are more than 200");
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    @Test
    void aCodeIsGivenOnceThoughManyAskAtOnceAndThoughTheTypeEnded() {
        var taken = body("LAW-Once", "59", "60");
        var answers =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> api("POST", TYPES, TestServer.NATIONAL_AUTHORITY, taken))
                        .map(HttpResponse::statusCode)
                        .toList();
        end(idOf("LAW-Once"), today(), "A test");

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 422);
        assertThat(
                        codes(
                                api(
                                        "POST",
                                        TYPES,
                                        TestServer.NATIONAL_AUTHORITY,
                                        body("law-once", "1", "2"))))
                .containsExactly("framework.type-code-taken code");
    }

    @Test
    void aTypeIsEndedOnceWithAReasonAndNeverForThePast() {
        var typed = form("LAW-END", "1", "59");
        typed.put("until", today().plusDays(10).toString());
        authority.post("/national-types", typed);
        var path = TYPES + "/" + idOf("LAW-END") + "/end";
        var before = SERVER.rows();

        assertThat(ends(path, today().minusDays(1).toString(), "x"))
                .containsExactly("framework.end-in-the-past from");
        assertThat(ends(path, today().plusDays(11).toString(), "x"))
                .containsExactly("framework.end-without-effect from");
        assertThat(ends(path, "tomorrow", " "))
                .containsExactly(
                        "framework.end-day-invalid from", "framework.reason-missing reason");
        assertThat(ends(path, today().toString(), "x".repeat(1001)))
                .containsExactly("framework.text-too-long reason");
        var page =
                authority.post(
                        path.substring("/api/v1".length()),
                        Map.of("from", "", "reason", "As the court said"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Not ended", "value=\"As the court said\"");
        assertThat(SERVER.rows()).isEqualTo(before);

        assertThat(ends(path, today().toString(), "As the court said")).isEmpty();
        assertThat(ends(path, today().plusDays(1).toString(), "Or not"))
                .containsExactly("framework.type-ended-before ");
    }

    @Test
    void nobodyButAnAuthorityRegisters() {
        var before = SERVER.rows();

        for (var email :
                List.of(
                        TestServer.DESIGNER,
                        TestServer.QUALITY_OFFICER,
                        TestServer.REGISTRAR,
                        TestServer.LEARNER)) {
            var answer = api("POST", TYPES, email, body("MINE", "1", "2"));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("access.not-allowed");
        }
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    private static Map<String, String> form(String code, String least, String most) {
        return new HashMap<>(
                Map.ofEntries(
                        Map.entry("code", code),
                        Map.entry("name", "Titolo breve"),
                        Map.entry("language", "it"),
                        Map.entry("country", "IT"),
                        Map.entry("creditsLeast", least),
                        Map.entry("creditsMost", most),
                        Map.entry("levels", "7"),
                        Map.entry("nationalLevels", ""),
                        Map.entry("law", "Decreto 7/2026"),
                        Map.entry("lawAddress", "https://law.example/7"),
                        Map.entry("from", today().minusDays(30).toString()),
                        Map.entry("until", "")));
    }

    private static String body(String code, String least, String most) {
        var fields = JSON.createObjectNode();
        form(code, least, most).forEach(fields::put);
        fields.remove(List.of("country", "nationalLevels", "until"));
        fields.putArray("levels").add(7).add(6);
        return fields.toString();
    }

    private void end(String id, LocalDate from, String reason) {
        var answer =
                authority.post(
                        "/national-types/" + id + "/end",
                        Map.of("from", from.toString(), "reason", reason));
        assertThat(answer.body()).contains("The end is recorded");
    }

    private static List<String> ends(String path, String from, String reason) {
        return codes(
                api(
                        "POST",
                        path,
                        TestServer.NATIONAL_AUTHORITY,
                        JSON.createObjectNode()
                                .put("from", from)
                                .put("reason", reason)
                                .toString()));
    }

    /** The codes of a refusal, each with its place; none if it was no refusal. */
    private static List<String> codes(HttpResponse<String> answer) {
        var codes = new ArrayList<String>();
        for (var error : JSON.readTree(answer.body()).path("errors")) {
            codes.add(error.get("code").asString() + " " + error.get("place").asString());
        }
        return codes;
    }

    private static UUID begun(String code) {
        return SERVER.bean(Courses.class).begin(designer(), TestDrafts.complete(SERVER, code));
    }

    private static void submit(UUID course) {
        assertThat(SERVER.bean(Courses.class).submit(designer(), course).reasons()).isEmpty();
    }

    private static Acting designer() {
        return SERVER.acting("borgofiume", Role.DESIGNER);
    }

    private static Map<String, String> findings() {
        var fields = new HashMap<String, String>();
        CriteriaSet.shortCourses2026()
                .criteria()
                .forEach(criterion -> fields.put("result." + criterion.id(), "met"));
        fields.putAll(
                Map.of(
                        "outcome",
                        "approved",
                        "reasons",
                        "All met",
                        "years",
                        "3",
                        "action",
                        "decide"));
        return fields;
    }

    private static HttpResponse<String> decide(UUID course) {
        var wanted = JSON.createObjectNode();
        var findings = wanted.putArray("findings");
        for (var criterion : CriteriaSet.shortCourses2026().criteria()) {
            findings.addObject()
                    .put("criterion", criterion.id())
                    .put("result", "met")
                    .put("text", "");
        }
        wanted.put("outcome", "approved").put("reasons", "All met").put("years", 3);
        return api(
                "POST",
                "/api/v1/reviews/" + course + "/1/decision",
                TestServer.QUALITY_OFFICER,
                wanted.toString());
    }

    private static String idOf(String code) {
        return SERVER.bean(JdbcClient.class)
                .sql("SELECT id::text FROM national_type WHERE code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private static JsonNode read(String path, String email) {
        return JSON.readTree(api("GET", path, email, "").body());
    }

    private static HttpResponse<String> api(String method, String path, String email, String body) {
        var request = SERVER.api(path, email).header("Content-Type", "application/json");
        return SERVER.visitor()
                .send(
                        body.isEmpty()
                                ? request.method(method, BodyPublishers.noBody())
                                : request.method(method, BodyPublishers.ofString(body)));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(SERVER.bean(Clock.class).instant(), ZoneId.of("Europe/Rome"));
    }
}
