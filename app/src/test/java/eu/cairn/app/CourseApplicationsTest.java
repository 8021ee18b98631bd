package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Learners apply for courses that stand alone, and the institution admits or refuses them. */
class CourseApplicationsTest {

    private static final Pattern ID = Pattern.compile("/course-applications/([0-9a-f-]{36})");
    private static final Pattern SHOWN = Pattern.compile("name=\"credentials\" value=\"([^\"]+)\"");

    private static final TestServer SERVER = TestServer.shared();
    private static final TestCourse OFFERED = TestCourse.published(SERVER, "CLIMA-5");
    private static final String ADDRESS = "borgofiume/CLIMA-5/" + OFFERED.number();

    /** Whatever other tests left, nobody has applied for the course when one begins. */
    @BeforeEach
    void nobodyHasApplied() {
        SERVER.bean(JdbcClient.class)
                .sql("DELETE FROM course_application WHERE course_id = :course")
                .param("course", OFFERED.id())
                .update();
    }

    @Test
    void aLearnerAppliesWithWhatIsHeldAndOnlyOnceAtATime() {
        var learner = SERVER.as(TestServer.LEARNER);
        var page = learner.get("/catalogue/" + ADDRESS);
        assertThat(page.body()).contains("Apply for this course");
        var form = learner.get("/course-applications/new?course=" + ADDRESS);
        assertThat(form.body()).contains("What the course requires");

        var empty = learner.post("/course-applications", Map.of("course", ADDRESS));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("award.admission-nothing-shown");

        var shown = SHOWN.matcher(form.body());
        assertThat(shown.find()).isTrue();
        var sent =
                learner.post(
                        "/course-applications",
                        Map.of(
                                "course",
                                ADDRESS,
                                "statement",
                                "A degree in <b>geography</b>",
                                "credentials",
                                shown.group(1)));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("To be decided", "&lt;b", shown.group(1));
        assertThat(kinds(idOf(sent))).containsExactly("admission.asked");

        var twice =
                learner.post("/course-applications", Map.of("course", ADDRESS, "statement", "x"));
        assertThat(twice.body()).contains("award.admission-asked-before");
    }

    @Test
    void whoIsRefusedReadsTheReasonAndHowToAppeal() {
        var registrar = SERVER.as(TestServer.REGISTRAR);
        var id = idIn(apply(TestServer.LEARNER, "A degree in geography"));

        var asked = registrar.get("/admissions");
        assertThat(asked.body()).contains("Nora Lindqvist", "geography", "Required");
        var without = registrar.post("/admissions/" + id, Map.of("decision", "refuse"));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body())
                .contains("award.admission-ground-missing", "award.admission-appeal-missing");
        registrar.post(
                "/admissions/" + id,
                Map.of(
                        "decision", "refuse",
                        "ground", "no-place-left",
                        "words", "All 20 places are taken.",
                        "appeal", "To the study board within 15 days."));

        assertThat(SERVER.as(TestServer.LEARNER).get("/course-applications/" + id).body())
                .contains(
                        "Not admitted",
                        "No place left",
                        "All 20 places are taken.",
                        "To the study board within 15 days.");
        var again = registrar.post("/admissions/" + id, Map.of("decision", "admit"));
        assertThat(again.body()).contains("award.admission-not-open");
        assertThat(kinds(id)).containsExactly("admission.asked", "admission.refused");
        assertThat(apply(TestServer.LEARNER, "Once more").statusCode()).isEqualTo(201);
    }

    @Test
    void anApplicationIsWithdrawnOnce() {
        var id = idIn(apply(TestServer.LEARNER, "Perhaps"));

        assertThat(withdraw(TestServer.LEARNER, id).body()).contains("\"withdrawn\"");
        assertThat(withdraw(TestServer.LEARNER, id).body()).contains("award.admission-not-open");
        assertThat(apply(TestServer.LEARNER, "Once more").statusCode()).isEqualTo(201);
    }

    @Test
    void manyApplicationsAtOnceAreOne() throws Exception {
        var somebody = "kallavesi.designer@example.org";
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers =
                    threads
                            .invokeAll(
                                    IntStream.range(0, 8)
                                            .<Callable<Integer>>mapToObj(
                                                    i ->
                                                            () ->
                                                                    apply(somebody, "At once")
                                                                            .statusCode())
                                            .toList())
                            .stream()
                            .map(CourseApplicationsTest::got)
                            .toList();

            assertThat(answers).containsOnlyOnce(201).contains(422);
        }
    }

    @Test
    void anApplicationIsTheLearnersAndTheInstitutionsAlone() {
        var id = idIn(apply("lough-ree.designer@example.org", "My own"));
        var path = "/course-applications/" + id;

        assertThat(SERVER.as(TestServer.LEARNER).get(path).statusCode()).isEqualTo(404);
        assertThat(withdraw(TestServer.LEARNER, id).statusCode()).isEqualTo(404);
        assertThat(
                        decide("kallavesi.registrar@example.org", id, "{\"decision\":\"admit\"}")
                                .statusCode())
                .isEqualTo(404);
        assertThat(SERVER.as("kallavesi.registrar@example.org").get("/admissions").body())
                .doesNotContain("My own");
        assertThat(decide(TestServer.REGISTRAR, id, "{\"decision\":\"maybe\"}").body())
                .contains("award.admission-decision-unknown");
        assertThat(decide(TestServer.REGISTRAR, id, "{\"decision\":\"admit\"}").body())
                .contains("\"admitted\"");
    }

    @Test
    void whatIsNotOnOfferOrNotHeldIsRefused() {
        var body = new HashMap<String, String>();
        body.put("borgofiume/NO-SUCH/1", "404");
        body.put("../../etc", "404");
        body.put("a/b/99999999999", "404");
        body.forEach(
                (address, status) ->
                        assertThat(
                                        send(
                                                        "/api/v1/course-applications",
                                                        TestServer.LEARNER,
                                                        "{\"course\":\"%s\"}".formatted(address))
                                                .statusCode())
                                .as(address)
                                .isEqualTo(Integer.parseInt(status)));
        assertThat(
                        send(
                                        "/api/v1/course-applications",
                                        "borgofiume.designer@example.org",
                                        "{\"course\":\"%s\",\"credentials\":[\"7K4P-9QXD-2M\"]}"
                                                .formatted(ADDRESS))
                                .body())
                .contains("award.admission-credential-not-held");
        assertThat(
                        send(
                                        "/api/v1/course-applications",
                                        "borgofiume.designer@example.org",
                                        "{\"course\":\"%s\",\"statement\":\"%s\"}"
                                                .formatted(ADDRESS, "x".repeat(4001)))
                                .body())
                .contains("award.admission-text-too-long");
    }

    private static HttpResponse<String> apply(String email, String statement) {
        return send(
                "/api/v1/course-applications",
                email,
                "{\"course\":\"%s\",\"statement\":\"%s\"}".formatted(ADDRESS, statement));
    }

    private static HttpResponse<String> withdraw(String email, String id) {
        return send("/api/v1/course-applications/" + id + "/withdrawal", email, "{}");
    }

    private static HttpResponse<String> decide(String email, String id, String body) {
        return send("/api/v1/admissions/" + id + "/decision", email, body);
    }

    private static HttpResponse<String> send(String path, String email, String body) {
        return SERVER.visitor()
                .send(
                        SERVER.api(path, email)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
    }

    private static String idOf(HttpResponse<String> page) {
        var id = ID.matcher(page.uri().getPath());
        assertThat(id.find()).as(page.uri().toString()).isTrue();
        return id.group(1);
    }

    private static String idIn(HttpResponse<String> answer) {
        var id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }

    private static List<String> kinds(String id) {
        return SERVER.bean(JdbcClient.class)
                .sql("SELECT kind FROM journal WHERE subject = :id ORDER BY seq")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private static int got(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
