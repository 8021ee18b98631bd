package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Role;
import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.credential.CoursesOnOffer.Run;
import eu.cairn.app.journal.Journal;
import eu.cairn.catalogue.CourseState;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The runs of a published course: page, endpoint, public page and record. */
class CourseRunsTest {

    private static final LocalDate FROM = LocalDate.of(2028, 3, 1);

    private static TestServer server;
    private static PlantedCourses planted;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        planted = new PlantedCourses(server, "borgofiume");
    }

    @Test
    void aCourseRunsAgainWithoutANewReview() {
        var course = planted.publish("R-AGAIN", "en", "Dry stone walls", "build a wall").course();
        long decisions = decisions();

        assertThat(announce(course, FROM, "250").statusCode()).isEqualTo(201);
        assertThat(announce(course, FROM.plusMonths(4), "0").statusCode()).isEqualTo(201);

        var page = server.visitor().get("/catalogue/borgofiume/R-AGAIN/1").body();
        var record = server.visitor().get("/api/v1/catalogue/borgofiume/R-AGAIN/1").body();
        assertThat(decisions()).isEqualTo(decisions);
        assertThat(page)
                .contains("When it runs", "250 EUR", "free of charge")
                .contains("Funding: The learning account pays")
                .contains("Refunds: All until the first day");
        assertThat(record)
                .contains("\"from\":\"" + FROM + "\"", "\"currency\":\"EUR\"", "hoursAWeek")
                .contains("The learning account pays", "All until the first day");
    }

    @Test
    void thePageAnnouncesChangesAndCallsOffARun() {
        var course = planted.publish("R-PAGE", "en", "Thatched roofs", "thatch a roof").course();
        var path = "/courses/" + course + "/1/runs";
        for (var who : new String[] {TestServer.DESIGNER, TestServer.REGISTRAR}) {
            assertThat(server.as(who).get(path).statusCode()).isEqualTo(200);
        }
        var designer = server.as(TestServer.DESIGNER);

        var refused = designer.post(path, Map.of("startsOn", "soon", "price", "-5"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("“soon” is not a day")
                .contains("is below zero")
                .contains("value=\"-5\"");

        var done =
                designer.post(
                        path,
                        Map.of(
                                "startsOn",
                                FROM.toString(),
                                "endsOn",
                                FROM.plusDays(80).toString(),
                                "price",
                                "99,50",
                                "currency",
                                "EUR"));
        assertThat(done.body()).contains("The run is announced", "99.50 EUR");
        var run = server.bean(RunStore.class).of(course, 1).getFirst();

        var changed =
                designer.post(
                        path + "/" + run.id(),
                        Map.of(
                                "revision", "0",
                                "startsOn", FROM.toString(),
                                "endsOn", FROM.plusDays(90).toString(),
                                "price", "120",
                                "currency", "EUR"));
        assertThat(changed.body()).contains("The run is changed", "120 EUR");
        assertThat(
                        designer.post(
                                        path + "/" + run.id(),
                                        Map.of(
                                                "revision", "0",
                                                "startsOn", FROM.toString(),
                                                "endsOn", FROM.plusDays(91).toString()))
                                .body())
                .contains("Somebody changed this run since you opened it");

        var cancel = path + "/" + run.id() + "/cancellation";
        assertThat(designer.post(cancel, Map.of("reason", " ")).statusCode()).isEqualTo(422);
        var tooLong = "Too few applied. ".repeat(100);
        assertThat(designer.post(cancel, Map.of("reason", tooLong)).body())
                .contains(
                        "value=\"" + tooLong + "\"",
                        "aria-invalid=\"true\"",
                        "<details class=\"mt-s\" open>");
        assertThat(designer.post(cancel, Map.of("reason", "Too few applied")).body())
                .contains("The run is called off", "Too few applied");
        assertThat(designer.post(cancel, Map.of("reason", "again")).statusCode()).isEqualTo(422);
        assertThat(server.visitor().get("/catalogue/borgofiume/R-PAGE/1").body())
                .doesNotContain("120 EUR")
                .contains("Called off", "Too few applied");
        assertThat(server.visitor().get("/api/v1/catalogue/borgofiume/R-PAGE/1").body())
                .contains("\"runs\":[]", "\"reason\":\"Too few applied\"");
        assertThat(kinds(course))
                .contains("course.run-announced", "course.run-changed", "course.run-cancelled");
        assertThat(server.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void theSameRunIsAnnouncedOnceAndOnlyOfWhatIsPublished() {
        var course = planted.publish("R-ONCE", "en", "Basketry", "weave a basket").course();

        assertThat(announce(course, FROM, "10").statusCode()).isEqualTo(201);
        assertThat(announce(course, FROM, "20").body()).contains("catalogue.run-twice");

        server.bean(Courses.class)
                .change(
                        server.acting("borgofiume", Role.QUALITY_OFFICER),
                        course,
                        1,
                        CourseState.SUSPENDED,
                        "A complaint");
        assertThat(announce(course, FROM.plusYears(1), "20").body())
                .contains("catalogue.run-not-offered");
    }

    @Test
    void theRunsOfAnotherOrganisationAreNotThere() {
        var course = planted.publish("R-OURS", "en", "Cooperage", "make a barrel").course();
        announce(course, FROM, "10");
        var run = server.bean(RunStore.class).of(course, 1).getFirst();
        var path = "/courses/" + course + "/1/runs";
        var foreigner = server.as("kallavesi.designer@example.org");

        assertThat(foreigner.get(path).statusCode()).isEqualTo(404);
        assertThat(foreigner.post(path, Map.of("startsOn", "x")).statusCode()).isEqualTo(404);
        assertThat(foreigner.post(path + "/" + run.id(), Map.of()).statusCode()).isEqualTo(404);
        assertThat(
                        foreigner
                                .post(
                                        path + "/" + run.id() + "/cancellation",
                                        Map.of("reason", "ours now"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(server.bean(RunStore.class).of(course, 1)).containsExactly(run);
    }

    @Test
    void aRunOfOneCourseIsNotChangedThroughAnother() {
        var one = planted.publish("R-ONE", "en", "Milling", "mill grain").course();
        var other = planted.publish("R-TWO", "en", "Baking", "bake bread").course();
        announce(one, FROM, "10");
        var run = server.bean(RunStore.class).of(one, 1).getFirst();

        assertThat(
                        server.as(TestServer.DESIGNER)
                                .post(
                                        "/courses/" + other + "/1/runs/" + run.id(),
                                        Map.of("revision", "0"))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void plannersTakeTheNextRunThatTakesPlace() {
        var course = planted.publish("R-NEXT", "en", "Bell founding", "cast a bell").course();
        announce(course, FROM.plusMonths(6), "10");
        announce(course, FROM, "10");
        assertThat(next("R-NEXT").map(Run::from)).hasValue(FROM);

        var runs = server.bean(Runs.class);
        var acting = server.acting("borgofiume", Role.DESIGNER);
        for (var run : runs.list(acting, course, 1)) {
            assertThat(next("R-NEXT").map(Run::from)).hasValue(run.run().from());
            runs.cancel(acting, course, 1, run.id(), "Too few applied");
        }
        assertThat(next("R-NEXT")).isEmpty();
    }

    private static Optional<Run> next(String code) {
        return server.bean(CoursesOnOffer.class).published().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow()
                .nextRun();
    }

    private static HttpResponse<String> announce(UUID course, LocalDate from, String price) {
        var run =
                Map.of(
                        "startsOn", from.toString(),
                        "endsOn", from.plusDays(69).toString(),
                        "applyBy", "",
                        "places", "25",
                        "where", "Borgofiume",
                        "price", price,
                        "currency", "EUR",
                        "funding", "The learning account pays",
                        "refunds", "All until the first day");
        return server.visitor()
                .send(
                        server.api("/api/v1/courses/" + course + "/1/runs", TestServer.DESIGNER)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                server.bean(JsonMapper.class)
                                                        .writeValueAsString(run))));
    }

    private static List<String> kinds(UUID course) {
        return server.bean(JdbcClient.class)
                .sql("SELECT kind FROM journal WHERE subject LIKE :subject")
                .param("subject", course + "/%")
                .query(String.class)
                .list();
    }

    private static long decisions() {
        return server.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM quality_decision")
                .query(Long.class)
                .single();
    }
}
