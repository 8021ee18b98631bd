package eu.cairn.app.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestCourse;
import eu.cairn.app.TestServer;
import eu.cairn.app.account.Role;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseRun;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.Decided;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hours that learners report after a run, beside the plan, from the learner to the workbench. */
class RunHoursTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 2);

    private static TestServer server;
    private static PlantedCourses planted;
    private static List<String> people;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        planted = new PlantedCourses(server, "borgofiume");
        people =
                server.bean(JdbcClient.class)
                        .sql("SELECT email FROM account ORDER BY email LIMIT 7")
                        .query(String.class)
                        .list();
    }

    @Test
    void fromFiveReportsOnTheMedianStandsBesideThePlanAndADeviationIsAHint() {
        var version = planted.publish("H-PLAN", "en", "Glazing", "glaze a window");
        run(version, FROM, 60);
        int planned = version.design().hours().minutes() / 60;
        for (int i = 0; i < 4; i++) {
            admit(version, people.get(i));
            assertThat(put(version, people.get(i), hours(planned * 2 + i)).statusCode())
                    .isEqualTo(200);
        }
        var institution = "/api/v1/courses/" + version.course() + "/1/hours";
        assertThat(api(institution, TestServer.QUALITY_OFFICER).body())
                .contains("\"reports\":4")
                .doesNotContain("figures\":{", "finding\":\"");
        var page = "/courses/" + version.course() + "/1/hours";
        assertThat(server.as(TestServer.DESIGNER).get(page).body())
                .contains("4 reports, shown from 5 on")
                .doesNotContain((planned * 2) + " h<");

        admit(version, people.get(4));
        put(version, people.get(4), hours(planned * 2 + 4));

        var finding = "5 learners of the run 2026-03-02 – 2026-05-01 reported a median of ";
        assertThat(api(institution, TestServer.QUALITY_OFFICER).body())
                .contains("\"reports\":5", "\"median\":")
                .contains("\"finding\":\"catalogue.hours-reported-more\"");
        assertThat(server.as(TestServer.DESIGNER).get(page).body())
                .contains(finding + (planned * 2 + 2) + " h where " + planned + " h");
        assertThat(
                        server.as(TestServer.QUALITY_OFFICER)
                                .get("/reviews/" + version.course() + "/1")
                                .body())
                .contains("What earlier runs took", finding);
        var workbench = revised(version);
        assertThat(workbench).contains("Worth asking about", finding, "Planned here");
    }

    /** The workbench of the next version, planned as the one of the demo. */
    private static String revised(CourseVersion version) {
        var courses = server.bean(Courses.class);
        var json = server.bean(JsonMapper.class);
        var acting = server.acting("borgofiume", Role.DESIGNER);
        var store = server.bean(CourseStore.class);
        courses.revise(acting, version.course());
        var pattern = TestCourse.published(server, "CLIMA-5").id();
        var typed =
                (ObjectNode) json.valueToTree(store.draft(acting, pattern).orElseThrow().draft());
        var draft = json.treeToValue(typed.put("code", version.design().code()), CourseDraft.class);
        var before = store.draft(acting, version.course()).orElseThrow();
        assertThat(courses.save(acting, version.course(), draft, Basis.of(before.revision())))
                .isInstanceOf(Decided.Accepted.class);
        assertThat(courses.review(acting, draft).design()).isPresent();
        return server.as(TestServer.DESIGNER).get("/courses/" + version.course()).body();
    }

    @Test
    void aLearnerReportsOnceAndCanChangeIt() {
        var version = planted.publish("H-ONCE", "en", "Thatching", "thatch a barn");
        var run = run(version, FROM, 30);
        admit(version, TestServer.LEARNER);
        var learner = server.as(TestServer.LEARNER);
        var path = path(version) + "/hours";
        assertThat(learner.get("/credentials").body()).contains(path, "Not reported");
        assertThat(learner.get(path(version)).body()).contains(path);
        assertThat(learner.get(path).body()).contains("Not reported yet");

        var wrong = learner.post(path, Map.of("hours", "-3", "contact", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("“-3” is not a number of hours", "value=\"-3\"", "value=\"x\"")
                .contains("catalogue.reported-hours-invalid");
        assertThat(learner.post(path, Map.of("hours", "12000")).body())
                .contains("catalogue.reported-hours-absurd");
        assertThat(learner.post(path, Map.of("hours", "9", "guided", "10")).body())
                .contains("catalogue.reported-kinds-exceed");
        assertThat(count(version)).isZero();

        learner.post(path, Map.of("hours", "60", "guided", "10"));
        var changed = learner.post(path, Map.of("hours", "72,5"));
        assertThat(changed.body()).contains("You reported 72.5 h", "value=\"72.5\"");
        assertThat(learner.get("/credentials").body()).contains("Reported");
        assertThat(count(version)).isEqualTo(1);
        assertThat(api("/api/v1" + path, TestServer.LEARNER).body())
                .contains("\"run\":\"" + run + "\"")
                .contains("72.5");
    }

    @Test
    void nobodyReportsForAnotherOrOfARunTheyWereNotIn() {
        var version = planted.publish("H-MINE", "en", "Cooperage", "make a tub");
        var first = run(version, FROM, 30);
        var second = run(version, FROM.plusDays(40), 30);
        var coming = run(version, LocalDate.of(2099, 1, 4), 30);
        var other = run(planted.publish("H-ELSE", "en", "Milling", "mill rye"), FROM, 30);

        assertThat(put(version, TestServer.LEARNER, hours(20)).body())
                .contains("catalogue.reported-not-taken");
        var path = path(version) + "/hours";
        assertThat(server.as(TestServer.LEARNER).get(path).body())
                .contains("There is nothing to report")
                .doesNotContain("name=\"hours\"");
        assertThat(server.visitor().get("/api/v1" + path).statusCode()).isEqualTo(401);

        admit(version, people.getFirst());
        var as = Map.of("hours", "20", "account", TestServer.LEARNER, "email", TestServer.LEARNER);
        put(version, people.getFirst(), as);
        assertThat(put(version, people.getFirst(), hours(20)).body())
                .contains("catalogue.reported-run-missing");
        for (var run : List.of(coming, other, UUID.randomUUID())) {
            assertThat(put(version, people.getFirst(), of(run)).body())
                    .contains("catalogue.reported-run-unknown");
        }
        assertThat(put(version, people.getFirst(), of(first)).statusCode()).isEqualTo(200);
        assertThat(put(version, people.getFirst(), of(second)).statusCode()).isEqualTo(200);
        assertThat(count(version)).isEqualTo(1);
        assertThat(api("/api/v1" + path, TestServer.LEARNER).statusCode()).isEqualTo(422);
        assertThat(server.as(TestServer.LEARNER).get("/catalogue/borgofiume/H-NONE/1/hours"))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(404);
    }

    @Test
    void whoHasACredentialReportsAlsoWhereNoRunWasAnnounced() {
        var learner = server.as(TestServer.LEARNER);
        var found =
                Pattern.compile("href=\"(/catalogue/[^\"]+/hours)\"")
                        .matcher(learner.get("/credentials").body());

        assertThat(found.find()).isTrue();
        assertThat(learner.post(found.group(1), Map.of("hours", "130")).body())
                .contains("You reported 130 h");
    }

    @Test
    void aTableOfASurveyHasNoNamesAndTakesThePlaceOfTheOneBefore() {
        var version = planted.publish("H-TABLE", "en", "Basketry", "weave a creel");
        run(version, FROM, 30);
        var path = "/courses/" + version.course() + "/1/hours";
        var registrar = server.as(TestServer.REGISTRAR);

        assertThat(upload(registrar, path, "email,hours\na@example.org,20\n"))
                .contains("a column “email”", "catalogue.reported-column-unknown");
        assertThat(upload(registrar, path, "stunden\n20\n"))
                .contains("catalogue.reported-column-missing");
        assertThat(upload(registrar, path, "hours,hours\n20,20\n"))
                .contains("catalogue.reported-column-twice");
        assertThat(upload(registrar, path, "hours\n20\n-4\nsoon\n10001\n"))
                .contains("line 3: “-4”", "line 4: “soon”", "line 5: 10001 h are more");
        assertThat(upload(registrar, path, "hours\n20,5,6\n")).contains("import.row-cells");
        assertThat(upload(registrar, path, "")).contains("import.nothing-chosen");
        assertThat(upload(registrar, path, "hours\n")).contains("catalogue.reported-no-rows");
        assertThat(count(version)).isZero();

        assertThat(upload(registrar, path, "hours;contact\n20;5\n22,5;\n30;5\n31;5\n90;5\n"))
                .contains("5 reports are kept", "30 h", "22.5–31 h", "from a survey");
        assertThat(upload(registrar, path, "hours;contact\n20;5\n22,5;\n30;5\n31;5\n90;5\n"))
                .contains("5 reports are kept");
        assertThat(count(version)).isEqualTo(5);
        var api =
                server.visitor()
                        .send(
                                server.api("/api/v1" + path + "/import", TestServer.DESIGNER)
                                        .header("Content-Type", "text/csv")
                                        .POST(BodyPublishers.ofString("hours\n40\n")));
        assertThat(api.statusCode()).isEqualTo(200);
        assertThat(api.body()).contains("\"source\":\"table\"", "\"reports\":1");
        assertThat(count(version)).isEqualTo(1);
    }

    @Test
    void aTableIsLoadedOfAnOwnRunThatIsOver() {
        var version = planted.publish("H-OVER", "en", "Joinery", "join a stool");
        run(version, LocalDate.of(2099, 1, 4), 30);
        var path = "/courses/" + version.course() + "/1/hours";

        assertThat(upload(server.as(TestServer.DESIGNER), path, "hours\n20\n"))
                .contains("catalogue.reported-run-not-over");
        var foreigner = server.as("kallavesi.designer@example.org");
        assertThat(foreigner.get(path).statusCode()).isEqualTo(404);
        assertThat(foreigner.upload(path, "h.csv", "hours\n20\n".getBytes(UTF_8)).statusCode())
                .isEqualTo(404);
        var other = run(planted.publish("H-OTHER", "en", "Turning", "turn a bowl"), FROM, 30);
        run(version, FROM, 30);
        assertThat(upload(server.as(TestServer.DESIGNER), path + "?run=" + other, "hours\n20\n"))
                .contains("catalogue.reported-run-unknown");
        assertThat(count(version)).isZero();
    }

    @Test
    void theQualityOfficerSetsFromWhichDeviationOnItIsAFinding() {
        var officer = server.as("lough-ree.quality-officer@example.org");
        assertThat(officer.get("/reviews").body()).contains("/reviews/hours-rule");
        assertThat(officer.get("/reviews/hours-rule").body())
                .contains("<b>20 %</b>", "This holds until your organisation sets its own");

        var refused = officer.post("/reviews/hours-rule", Map.of("percent", "0"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("catalogue.hours-rule-invalid", "value=\"0\"");
        assertThat(officer.post("/reviews/hours-rule", Map.of("percent", "35")).body())
                .contains("The rule is set", "<b>35 %</b>", "Set by");
        var rule = "/api/v1/reviews/hours-rule";
        var set =
                server.visitor()
                        .send(
                                server.api(rule, "lough-ree.quality-officer@example.org")
                                        .header("Content-Type", "application/json")
                                        .PUT(BodyPublishers.ofString("{\"percent\":\"40\"}")));
        assertThat(set.body()).contains("\"percent\":\"40\"");
        assertThat(api(rule, TestServer.QUALITY_OFFICER).body()).contains("\"percent\":\"20\"");
    }

    private static String upload(TestServer.Visitor visitor, String path, String table) {
        return visitor.upload(path, "hours.csv", table.getBytes(UTF_8)).body();
    }

    private static String path(CourseVersion version) {
        return "/catalogue/borgofiume/" + version.design().code() + "/1";
    }

    private static Map<String, String> hours(int hours) {
        return Map.of("hours", String.valueOf(hours));
    }

    private static Map<String, String> of(UUID run) {
        return Map.of("hours", "20", "run", run.toString());
    }

    private static HttpResponse<String> put(
            CourseVersion version, String who, Map<String, String> report) {
        return server.visitor()
                .send(
                        server.api("/api/v1" + path(version) + "/hours", who)
                                .header("Content-Type", "application/json")
                                .PUT(
                                        BodyPublishers.ofString(
                                                server.bean(JsonMapper.class)
                                                        .writeValueAsString(report))));
    }

    private static HttpResponse<String> api(String path, String who) {
        return server.visitor().send(server.api(path, who).GET());
    }

    private static UUID run(CourseVersion version, LocalDate from, int days) {
        var id = UUID.randomUUID();
        server.bean(RunStore.class)
                .add(
                        planted.acting(),
                        version.course(),
                        1,
                        id,
                        new CourseRun(
                                from,
                                from.plusDays(days),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Instant.now());
        return id;
    }

    private static void admit(CourseVersion version, String who) {
        server.bean(JdbcClient.class)
                .sql(
                        """
                        INSERT INTO course_application (id, organisation_id, course_id, number,
                            account_id, statement, credentials, applied_at, outcome, decided_by,
                            decided_at)
                        SELECT gen_random_uuid(), :organisation, :course, 1, a.id, '', '{}',
                               timestamptz '2026-02-01', 'admitted', a.id, now()
                        FROM account a WHERE a.email = :email
                        """)
                .param("organisation", version.organisation())
                .param("course", version.course())
                .param("email", who)
                .update();
    }

    private static long count(CourseVersion version) {
        return server.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM reported_hours WHERE course_id = :course")
                .param("course", version.course())
                .query(Long.class)
                .single();
    }
}
