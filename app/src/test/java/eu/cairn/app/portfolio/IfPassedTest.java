package eu.cairn.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Person;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IfPassedTest {

    private static final String JOINT = "joint-sustainability-10";
    private static final String LIFE = "kallavesi/UNA-BIODIV";

    private static TestServer server;
    private static Person learner;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        learner = Published.learner(server);
        Published.rulebook(
                server,
                """
                qualification: {id: if-passed-graded, version: 2026-1, title: Graded}
                validFrom: 2026-09-01
                requirements:
                - {id: graded, title: Good life, course: UNA-BIODIV, credits: {atLeast: 2}, from: {grade: {atLeast: 4}}}
                """,
                "kallavesi");
    }

    @Test
    void aCourseNotYetTakenIsAuditedAsIfItWereHeld() {
        var found = passed(stack(JOINT), LIFE);
        var view = server.bean(IfPassedViews.class).of(found);

        assertThat(found.now().audit().missing()).contains(Ects.of(2));
        assertThat(found.then().audit().result()).isEqualTo(Audit.Result.SATISFIED);
        assertThat(view.result()).isEqualTo("Every rule would be satisfied.");
        assertThat(view.courses().getFirst().counts())
                .isEqualTo("2.0 ECTS would count in Biodiversity Now.");
        assertThat(view.requirements())
                .filteredOn(IfPassedView.Change::differs)
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.now().title()).isEqualTo("Biodiversity Now");
                            assertThat(change.now().state()).isEqualTo(Audit.State.OPEN);
                            assertThat(change.then().state()).isEqualTo(Audit.State.MET);
                        });
    }

    @Test
    void whatWouldAddNothingSaysWhy() {
        var view = server.bean(IfPassedViews.class).of(passed(stack(JOINT), "lough-ree/TL515"));

        assertThat(view.courses().getFirst().counts()).isEmpty();
        assertThat(view.courses().getFirst().reasons())
                .extracting(CredentialLine.Why::code)
                .contains("stacking.course-differs");
        assertThat(view.result()).isEqualTo("2.0 ECTS would be missing, as many as now.");
        assertThat(view.missing()).contains(Ects.of(2));
    }

    @Test
    void whatWouldBeIsNeverMixedUpWithTheResult() {
        var before = server.rows();
        var visitor = server.as(TestServer.LEARNER);

        var page = visitor.get("/stacks/" + JOINT + "/plan?course=" + LIFE).body();

        assertThat(page).contains("Not your result.", "if you had passed this course today");
        assertThat(visitor.get("/stacks/" + JOINT).body())
                .contains("Missing: 2.0 ECTS")
                .doesNotContain("would be satisfied");
        assertThat(server.rows()).isEqualTo(before);
    }

    @Test
    void whatDependsOnAGradeSaysSo() {
        var view = server.bean(IfPassedViews.class).of(passed(stack("if-passed-graded"), LIFE));

        assertThat(view.courses().getFirst().reasons())
                .extracting(CredentialLine.Why::words)
                .containsExactly(
                        "Good life: whether it counts there depends on the grade that you get.");
    }

    @Test
    void theApiSaysTheSameAsThePage() {
        var answer = whatIf("{\"courses\": [\"" + LIFE + "\", \"lough-ree/TL515\"]}");

        assertThat(answer)
                .contains("\"result\":\"satisfied\"", "\"missingNow\":2,\"missing\":0")
                .contains("\"counts\":[{\"requirements\":[\"biodiversity\"],\"credits\":2}]")
                .contains("\"now\":{\"state\":\"open\"", "\"then\":{\"state\":\"met\"")
                .contains("stacking.course-differs");
    }

    @Test
    void theApiPlansFromTheSameCourses() {
        var path = "/api/v1/stacks/" + JOINT + "/plans";
        var answer = Published.api(server, TestServer.LEARNER, "GET", path, "");
        var wrong = Published.api(server, TestServer.LEARNER, "GET", path + "?from=soon", "");

        assertThat(answer.body())
                .contains("\"result\" : \"plans\"", "\"finish\" : null", "\"start\" : null")
                .contains("\"course\" : \"UNA-BIODIV\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Published.api(server, "", "GET", path, "").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNotPublishedOrTooMuchIsRefused() {
        var passed = server.bean(CoursesPassed.class);
        var many = IntStream.range(0, 21).mapToObj(number -> "kallavesi/" + number).toList();

        assertThat(passed.of(stack(JOINT), List.of("kallavesi/NOTHING", LIFE)).reasons())
                .extracting(Refusal::code)
                .containsExactly("portfolio.if-passed-not-offered");
        assertThat(passed.of(stack(JOINT), many).reasons())
                .extracting(Refusal::code)
                .containsExactly("portfolio.if-passed-too-many");
        assertThat(whatIf("{\"courses\": []}")).contains("portfolio.if-passed-none");
        assertThat(whatIf("{}")).contains("request.not-readable");
        assertThat(whatIf("{\"courses\": [null]}")).contains("request.not-readable");
    }

    private static String whatIf(String body) {
        return Published.api(
                        server,
                        TestServer.LEARNER,
                        "POST",
                        "/api/v1/stacks/" + JOINT + "/what-if",
                        body)
                .body();
    }

    private static IfPassed passed(Stack stack, String... courses) {
        var decided = server.bean(CoursesPassed.class).of(stack, List.of(courses));
        assertThat(decided).isInstanceOf(Decided.Accepted.class);
        return ((Decided.Accepted<IfPassed>) decided).value();
    }

    private static Stack stack(String rulebook) {
        return server.bean(Stacks.class).of(learner, rulebook).orElseThrow();
    }
}
