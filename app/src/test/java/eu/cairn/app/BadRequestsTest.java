package eu.cairn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Door;
import eu.cairn.app.account.Doors;
import eu.cairn.app.account.Role;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody means: each is refused with a code, and none breaks anything. */
class BadRequestsTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final TestCourse COURSE = TestCourse.published(SERVER, "CLIMA-5");

    /** Bodies that are not what any endpoint takes. */
    private static final List<String> WRONG_BODIES =
            List.of(
                    "",
                    "null",
                    "[]",
                    "\"text\"",
                    "7",
                    "{",
                    "{\"a\":1}}",
                    "[".repeat(100_000),
                    "{\"minute\":{\"a\":[1]},\"code\":[],\"state\":7,\"number\":\"one\"}",
                    "{\"code\":null,\"reason\":null,\"minute\":null,\"state\":null,\"number\":null}",
                    "{\"findings\":[null],\"outcome\":\"approved\",\"reasons\":\"x\",\"years\":3}",
                    "{\"findings\":[{}],\"outcome\":\"approved\",\"reasons\":\"x\",\"years\":3}",
                    "{\"findings\":[],\"outcome\":\"splendid\",\"reasons\":\"x\",\"years\":3}",
                    "{\"findings\":[],\"outcome\":\"approved\",\"reasons\":\"x\",\"years\":1e99}",
                    "{\"number\":1,\"state\":\"splendid\",\"reason\":\"x\"}",
                    "{\"code\":\"splendid\",\"reason\":\"x\"}",
                    "{\"revision\":0,\"draft\":null}",
                    "{\"revision\":0,\"draft\":{\"title\":7,\"outcomes\":{}}}",
                    "{\"revision\":0,\"draft\":{\"code\":\"X\",\"outcomes\":[null]}}");

    private static final Set<String> WITHOUT_BODY =
            Set.of(
                    "/api/v1/courses/{course}/copy",
                    "/api/v1/courses/{course}/undeletion",
                    "/api/v1/courses/{course}/states/{revision}");

    static Stream<Door> jsonDoors() {
        return Doors.ALL.stream()
                .filter(door -> door.pattern().getPatternString().startsWith("/api/v1/"))
                .filter(door -> !door.method().equals("GET"))
                .filter(
                        door ->
                                Stream.of(
                                                "courses",
                                                "reviews",
                                                "awards",
                                                "accreditations",
                                                "national-types")
                                        .anyMatch(
                                                room ->
                                                        door.pattern()
                                                                .getPatternString()
                                                                .startsWith("/api/v1/" + room)))
                .filter(door -> !door.pattern().getPatternString().endsWith("/import"))
                .filter(door -> !door.pattern().getPatternString().endsWith("/batches"))
                .filter(door -> !door.pattern().getPatternString().endsWith("/submission"))
                .filter(door -> !WITHOUT_BODY.contains(door.pattern().getPatternString()))
                .filter(door -> !door.pattern().getPatternString().contains("{run}"))
                .filter(door -> !door.pattern().getPatternString().contains("{accreditation}"));
    }

    @ParameterizedTest
    @MethodSource("jsonDoors")
    void aBodyOfTheWrongShapeIsRefusedWithACode(Door door) {
        var before = SERVER.rows();
        var wrong = new ArrayList<String>();
        for (var body : WRONG_BODIES) {
            var answer =
                    send(
                            door.method(),
                            path(door),
                            who(door),
                            "application/json",
                            BodyPublishers.ofString(body));
            var about = body.substring(0, Math.min(60, body.length()));
            if (answer.statusCode() != 400 && answer.statusCode() != 422) {
                wrong.add("%s: %d %s".formatted(about, answer.statusCode(), answer.body()));
            } else if (!isProblem(answer)) {
                wrong.add("%s: no problem document: %s".formatted(about, answer.body()));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/courses/not-a-uuid",
                "/api/v1/courses/1-1-1-1-1",
                "/api/v1/awards/batches/00000000-0000-0000-0000-00000000000g",
                "/api/v1/reviews/00000000-0000-0000-0000-000000000001/99999999999",
                "/api/v1/reviews/00000000-0000-0000-0000-000000000001/-1",
                "/api/v1/catalogue/borgofiume/CLIMA-5/0",
                "/api/v1/catalogue/borgofiume/CLIMA-5/one",
                "/api/v1/catalogue/x'%20OR%20'1'='1/CLIMA-5/1"
            })
    void whatNamesNothingIsNotThere(String path) {
        var email =
                path.contains("/courses")
                        ? TestServer.DESIGNER
                        : path.contains("/reviews")
                                ? TestServer.QUALITY_OFFICER
                                : TestServer.REGISTRAR;
        var answer = send("GET", path, email, "text/plain", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(isProblem(answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/xml", "text/html", "", "application/json;charset=UTF-99", "x"})
    void aTypeThatNobodyReadsIsRefused(String type) {
        for (var path : List.of("/api/v1/learners", "/api/v1/courses")) {
            var answer =
                    send(
                            "POST",
                            path,
                            path.endsWith("courses") ? TestServer.DESIGNER : TestServer.REGISTRAR,
                            type,
                            BodyPublishers.ofString("<a/>"));

            assertThat(answer.statusCode()).as(type).isIn(400, 415);
            assertThat(isProblem(answer)).isTrue();
        }
    }

    @Test
    void aCharacterThatCannotBeKeptIsRefused() {
        var before = SERVER.rows();
        var draft = TestDrafts.empty(SERVER).put("code", "A\0B").put("title", "\0");
        var answer = json("/api/v1/courses", TestServer.DESIGNER, draft.toString());
        var award = UUID.fromString(anAward());
        var revocation =
                json(
                        "/api/v1/awards/" + award + "/revocation",
                        TestServer.REGISTRAR,
                        "{\"code\":\"misconduct\",\"reason\":\"a\\u0000b\"}");
        var page =
                SERVER.as(TestServer.REGISTRAR)
                        .post(
                                "/awards/" + award + "/revocation",
                                Map.of("code", "misconduct", "reason", "a\0b"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("request.character-impossible");
        assertThat(revocation.statusCode()).isEqualTo(422);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(SERVER.visitor().get("/learners?from=%00").statusCode()).isNotEqualTo(500);
        assertThat(SERVER.as(TestServer.REGISTRAR).get("/learners?from=%00").statusCode())
                .isEqualTo(422);
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    @Test
    void aFileThatIsTooLargeGetsAnAnswerAndIsNotKept() {
        var before = SERVER.rows();
        var large = new byte[50 << 20];
        java.util.Arrays.fill(large, (byte) 'a');

        var page = SERVER.as(TestServer.REGISTRAR).upload(COURSE.awards(), "large.csv", large);
        var api =
                send(
                        "POST",
                        "/api/v1" + COURSE.awards() + "/batches",
                        TestServer.REGISTRAR,
                        "text/csv",
                        BodyPublishers.ofByteArray(large));
        var anybody =
                send(
                        "POST",
                        "/api/v1/verifications",
                        "",
                        "application/json",
                        BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(large)));

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("at most 20 MB are taken");
        assertThat(api.statusCode()).isEqualTo(413);
        assertThat(api.body()).contains("request.too-large");
        assertThat(anybody.statusCode()).isEqualTo(200);
        assertThat(anybody.body()).contains("could-not-finish").contains("format.too-large");
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    @Test
    void aFormThatIsTooLongGetsAnAnswer() {
        var answer =
                SERVER.as(TestServer.DESIGNER).post("/verify", Map.of("text", "x".repeat(5 << 20)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("at most 20 MB are taken");
    }

    @Test
    void aStateIsNotEnteredOnARequestWithoutItsNumber() {
        var quality = SERVER.as(TestServer.QUALITY_OFFICER);
        var before = SERVER.rows();

        for (var fields :
                List.of(
                        Map.of("target", "closed"),
                        Map.of("target", "splendid", "number", "1"),
                        Map.of("target", "closed", "number", "1"),
                        Map.of("target", "closed", "number", "one", "reason", "x"))) {
            var answer = quality.post("/reviews/" + COURSE.id() + "/state", fields);
            assertThat(answer.statusCode()).isIn(400, 404, 422);
            assertThat(answer.body()).contains("<html").doesNotContain("Exception");
        }
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    @Test
    void whatIsAskedOfTheCatalogueIsShownAsText() {
        var page = SERVER.visitor().get("/catalogue?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27");
        var code = SERVER.visitor().get("/verify?code=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert").contains("&lt;script>alert(1)");
        assertThat(code.statusCode()).isEqualTo(422);
        assertThat(code.body()).doesNotContain("<img src=x").contains("&lt;img");
    }

    private static String anAward() {
        return SERVER.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(
                        """
                        SELECT id::text FROM award
                        WHERE organisation_id = :id AND revoked_at IS NULL LIMIT 1
                        """)
                .param("id", SERVER.acting("borgofiume", Role.REGISTRAR).organisation().id())
                .query(String.class)
                .single();
    }

    private static HttpResponse<String> json(String path, String email, String body) {
        return send("POST", path, email, "application/json", BodyPublishers.ofString(body, UTF_8));
    }

    private static HttpResponse<String> send(
            String method, String path, String email, String type, BodyPublisher body) {
        var request = SERVER.api(path, email).method(method, body);
        return SERVER.visitor()
                .send(type.isEmpty() ? request : request.header("Content-Type", type));
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        return answer.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .startsWith("application/problem+json")
                && answer.body().contains("\"errors\":[{")
                && !answer.body().contains("Exception")
                && !answer.body().contains("eu.cairn");
    }

    private static String who(Door door) {
        return switch (door.rule()) {
            case Door.Rule.Open open -> "";
            case Door.Rule.SignedIn signedIn -> TestServer.LEARNER;
            case Door.Rule.InRole inRole -> {
                var role = inRole.roles().iterator().next();
                yield role == Role.NATIONAL_AUTHORITY
                        ? TestServer.NATIONAL_AUTHORITY
                        : "borgofiume." + role.code() + "@example.org";
            }
        };
    }

    /** The door to something that is there, so that it is the body that is refused. */
    private static String path(Door door) {
        return door.pattern()
                .getPatternString()
                .replace("{course}", COURSE.id().toString())
                .replace("{number}", "1")
                .replace("{type}", nationalType())
                .replace("{award}", anAward())
                .replace("{batch}", aBatch());
    }

    private static String nationalType() {
        return SERVER.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("SELECT id::text FROM national_type WHERE code = 'MC-UNI'")
                .query(String.class)
                .single();
    }

    private static String aBatch() {
        return SERVER.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("SELECT batch_id::text FROM award WHERE id = :id::uuid")
                .param("id", anAward())
                .query(String.class)
                .single();
    }
}
