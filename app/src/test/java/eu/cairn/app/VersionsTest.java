package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.AnnouncedRun;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.catalogue.Runs;
import eu.cairn.app.quality.ReviewDraft;
import eu.cairn.app.quality.Reviews;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.DraftMerge;
import eu.cairn.catalogue.RunDraft;
import eu.cairn.framework.Decided;
import eu.cairn.quality.QualityDecision;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions of an approved course: compared, approved by rule or reviewed in part. */
class VersionsTest {

    private static final String OTHER_DESIGNER = "kallavesi.designer@example.org";

    private final TestServer server = TestServer.shared();
    private final TestVersions versions = new TestVersions(server);
    private final Acting designer = server.acting("borgofiume", Role.DESIGNER);
    private final Acting officer = server.acting("borgofiume", Role.QUALITY_OFFICER);
    private final Courses courses = server.bean(Courses.class);
    private final CourseStore store = server.bean(CourseStore.class);
    private final JsonMapper json = server.bean(JsonMapper.class);

    @Test
    void anEditorialChangeIsPublishedAtOnceAndTheOfficerIsTold() {
        var course = approved("VER-1");
        courses.revise(designer, course);
        write(course, "endsOn", "2027-12-24");
        assertThat(
                        api("/api/v1/courses/" + course + "/compare")
                                .get("approval")
                                .get("editorial")
                                .asBoolean())
                .isTrue();

        assertThat(courses.submit(designer, course).reasons()).isEmpty();

        assertThat(store.state(course, 2)).hasValue(CourseState.PUBLISHED);
        assertThat(store.state(course, 1)).hasValue(CourseState.CLOSED);
        assertThat(server.as(TestServer.QUALITY_OFFICER).get("/reviews").body())
                .contains("Approved by notification", "/reviews/" + course + "/2");
        assertThat(apiAs("/api/v1/reviews/notifications", TestServer.QUALITY_OFFICER).toString())
                .contains(course.toString());
        assertThat(server.as(TestServer.QUALITY_OFFICER).get("/reviews/" + course + "/2").body())
                .contains(
                        "no person made a finding on this version", "Carried over from version 1");
        assertThat(
                        server.bean(JdbcClient.class)
                                .sql(
                                        """
                                        SELECT count(*) FROM journal j JOIN quality_decision d
                                             ON j.subject = d.id::text
                                        WHERE d.course_id = :course
                                              AND j.kind = 'quality.approved-by-notification'
                                        """)
                                .param("course", course)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void theRunsOfAReplacedVersionBecomeThoseOfTheNewOne() {
        var course = approved("VER-RUNS");
        var path = "/catalogue/borgofiume/VER-RUNS/";
        assertThat(server.visitor().get(path + 1).body()).doesNotContain("<dt>First run");
        var runs = server.bean(Runs.class);
        var spring = new RunDraft("2028-03-01", "2028-06-30", "", "", "", "55", "EUR", "", "");
        assertThat(runs.add(designer, course, 1, spring).reasons()).isEmpty();
        var autumn = new RunDraft("2028-09-01", "2028-12-20", "", "", "", "66", "EUR", "", "");
        var cancelled = ((Decided.Accepted<?>) runs.add(designer, course, 1, autumn)).value();
        runs.cancel(designer, course, 1, ((AnnouncedRun) cancelled).id(), "The hall is closed");

        courses.revise(designer, course);
        write(course, "endsOn", "2027-12-23");
        assertThat(courses.submit(designer, course).reasons()).isEmpty();

        assertThat(store.state(course, 2)).hasValue(CourseState.PUBLISHED);
        assertThat(server.visitor().get(path + 2).body())
                .contains("55 EUR", "The hall is closed")
                .doesNotContain("66 EUR");
        assertThat(server.visitor().get("/api/v1/catalogue/search?q=VER-RUNS").body())
                .contains("2028-03-01", path + 2);
        assertThat(
                        server.bean(JdbcClient.class)
                                .sql(
                                        """
                                        SELECT count(*) FROM journal
                                        WHERE kind = 'course.runs-carried' AND subject = :subject
                                        """)
                                .param("subject", course + "/2")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void smallChangesInARowAreReviewedOnceTheyAddUp() {
        var course = approved("VER-2");
        var hours = new BigDecimal(draft(course).activities().getFirst().hours());
        int version = 1;
        do {
            courses.revise(designer, course);
            version++;
            hours = hours.add(BigDecimal.ONE);
            write(course, "activities[1].hours", hours.toPlainString());
            assertThat(courses.submit(designer, course).reasons()).isEmpty();
        } while (store.state(course, version).equals(Optional.of(CourseState.PUBLISHED)));

        assertThat(version).isBetween(3, 20);
        assertThat(store.state(course, version)).hasValue(CourseState.IN_REVIEW);
        assertThat(
                        apiAs(
                                        "/api/v1/reviews/" + course + "/" + version,
                                        TestServer.QUALITY_OFFICER)
                                .get("criteriaTouched")
                                .toString())
                .isEqualTo("[\"workload\"]");
    }

    @Test
    void aSubstantialChangeIsReviewedByTheCriteriaItTouchesAndByNoDesigner() {
        var course = approved("VER-3");
        courses.revise(designer, course);
        write(course, "gradingScale", "Pass or fail");
        assertThat(server.as(TestServer.DESIGNER).get("/courses/" + course + "/compare").body())
                .contains("this draft is reviewed", "Assessment is fair", "since version 1");
        courses.submit(designer, course);
        assertThat(store.state(course, 2)).hasValue(CourseState.IN_REVIEW);
        assertThat(server.as(TestServer.QUALITY_OFFICER).get("/reviews/" + course + "/2").body())
                .contains("What this version changes", "Carried over");

        var onlyTouched =
                new ReviewDraft(
                        Map.of("assessment", "met"), Map.of(), "approved", "Fit for it", "6");
        assertThat(server.bean(Reviews.class).decide(designer, course, 2, onlyTouched).reasons())
                .anyMatch(reason -> reason.code().equals("quality.own-submission"));
        var others =
                new ReviewDraft(Map.of("need", "met"), Map.of(), "approved", "Fit for it", "6");
        assertThat(server.bean(Reviews.class).decide(officer, course, 2, others).reasons())
                .anyMatch(reason -> reason.code().equals("quality.finding-missing"));

        var decided = server.bean(Reviews.class).decide(officer, course, 2, onlyTouched);

        assertThat(decided)
                .isInstanceOfSatisfying(
                        Decided.Accepted.class,
                        made -> {
                            var decision = (QualityDecision) made.value();
                            assertThat(decision.findings()).hasSize(8);
                            assertThat(decision.carried()).hasSize(7);
                            assertThat(decision.origin("assessment").version()).isEqualTo(2);
                        });
        assertThat(store.state(course, 2)).hasValue(CourseState.PUBLISHED);
    }

    @Test
    void afterAnObjectionTheNextVersionIsReviewedByEveryCriterion() {
        var course = approved("VER-4");
        courses.revise(designer, course);
        write(course, "endsOn", "2027-12-24");
        courses.submit(designer, course);
        courses.change(officer, course, 2, CourseState.SUSPENDED, "Objection: not in the holidays");

        courses.revise(designer, course);
        write(course, "endsOn", "2027-12-20");
        courses.submit(designer, course);

        assertThat(store.state(course, 3)).hasValue(CourseState.IN_REVIEW);
        assertThat(
                        String.valueOf(
                                apiAs(
                                                "/api/v1/reviews/" + course + "/3",
                                                TestServer.QUALITY_OFFICER)
                                        .get("criteriaTouched")))
                .isEqualTo("null");
    }

    @Test
    void afterARefusalNothingIsCarriedOverAndNothingIsApprovedByNotification() {
        var course = approved("VER-10");
        courses.revise(designer, course);
        var scale = draft(course).gradingScale();
        write(course, "gradingScale", "Pass or fail");
        courses.submit(designer, course);
        refuse(course, 2);

        write(course, "gradingScale", scale);
        write(course, "endsOn", "2027-12-24");
        assertThat(server.as(TestServer.DESIGNER).get("/courses/" + course + "/compare").body())
                .contains("reviewed by every criterion");
        courses.submit(designer, course);

        assertThat(store.state(course, 3)).hasValue(CourseState.IN_REVIEW);
        assertThat(
                        String.valueOf(
                                apiAs(
                                                "/api/v1/reviews/" + course + "/3",
                                                TestServer.QUALITY_OFFICER)
                                        .get("criteriaTouched")))
                .isEqualTo("null");
    }

    private void refuse(UUID course, int number) {
        var draft =
                new ReviewDraft(
                        Map.of("assessment", "not-met"),
                        Map.of("assessment", "Two grades are too coarse"),
                        "refused",
                        "The scale is not fit for it",
                        "3");
        assertThat(server.bean(Reviews.class).decide(officer, course, number, draft).reasons())
                .isEmpty();
    }

    @Test
    void whoWroteOnADraftDoesNotDecideOnItThoughAColleagueSubmits() {
        var course = approved("VER-11");
        courses.revise(designer, course);
        write(course, "gradingScale", "Pass or fail");
        var colleague = new Acting(officer.person(), officer.organisation(), Role.DESIGNER);
        assertThat(courses.submit(colleague, course).reasons()).isEmpty();
        var writer = new Acting(designer.person(), designer.organisation(), Role.QUALITY_OFFICER);
        var other = server.acting("borgofiume", Role.REGISTRAR);
        var findings =
                new ReviewDraft(
                        Map.of("assessment", "met"), Map.of(), "approved", "Fit for it", "3");

        assertThat(server.bean(Reviews.class).decide(writer, course, 2, findings).reasons())
                .extracting("code")
                .containsExactly("quality.own-design");
        assertThat(server.bean(Reviews.class).decide(colleague, course, 2, findings).reasons())
                .extracting("code")
                .containsExactly("quality.own-submission");
        assertThat(
                        server.bean(Reviews.class)
                                .decide(
                                        new Acting(
                                                other.person(),
                                                other.organisation(),
                                                Role.QUALITY_OFFICER),
                                        course,
                                        2,
                                        findings)
                                .reasons())
                .isEmpty();
    }

    @Test
    void whoBeganADraftThatNobodySavedAgainWroteIt() {
        var course = courses.begin(designer, TestDrafts.complete(server, "VER-12"));
        var colleague = new Acting(officer.person(), officer.organisation(), Role.DESIGNER);
        assertThat(courses.submit(colleague, course).reasons()).isEmpty();

        assertThat(
                        server.bean(Reviews.class)
                                .decide(designer, course, 1, ReviewDraft.empty())
                                .reasons())
                .extracting("code")
                .contains("quality.own-design");
    }

    @Test
    void aCarriedConditionIsShownAsACondition() {
        var course = versions.approved("VER-13", Map.of("need", "Ask two more employers"));
        courses.revise(designer, course);
        write(course, "gradingScale", "Pass or fail");
        courses.submit(designer, course);

        assertThat(server.as(TestServer.QUALITY_OFFICER).get("/reviews/" + course + "/2").body())
                .contains("Ask two more employers")
                .containsPattern("class=\"state part\">(?:(?!</span>).)*Carried over")
                .containsPattern("class=\"state met\">(?:(?!</span>).)*Carried over");
    }

    @Test
    void aReviewByEveryCriterionNamesNoOtherAsCarriedOver() {
        var course = approved("VER-14");
        courses.revise(designer, course);
        write(course, "endsOn", "2027-12-24");
        courses.change(officer, course, 1, CourseState.SUSPENDED, "The teacher is ill");
        courses.submit(designer, course);
        courses.change(officer, course, 1, CourseState.PUBLISHED, "The teacher is back");

        assertThat(server.as(TestServer.QUALITY_OFFICER).get("/reviews/" + course + "/2").body())
                .doesNotContain("Reviewed again", "Carried over");
    }

    @Test
    void anObjectionIsOfferedWhileTheVersionIsInUseOnly() {
        var course = approved("VER-15");
        for (var day : List.of("2027-12-24", "2027-12-23")) {
            courses.revise(designer, course);
            write(course, "endsOn", day);
            courses.submit(designer, course);
        }

        var officerSees = server.as(TestServer.QUALITY_OFFICER);
        assertThat(officerSees.get("/reviews/" + course + "/3").body())
                .contains("To object, suspend it below");
        assertThat(officerSees.get("/reviews/" + course + "/2").body())
                .contains("no person made a finding")
                .doesNotContain("To object");
        assertThat(officerSees.get("/reviews").body())
                .contains("To object to one that is published");
        var decision = apiAs("/api/v1/reviews/" + course + "/3", TestServer.QUALITY_OFFICER);
        assertThat(
                        server.visitor()
                                .get("/decisions/" + decision.get("decision").get("id").asString())
                                .body())
                .contains("by notification under Cairn's rules of change 2026")
                .doesNotContain("under the rules of");
    }

    @Test
    void theTitleOfADraftIsTheDesignersAlone() {
        var course = approved("VER-16");
        courses.revise(designer, course);
        write(course, "title", "A title in the making");

        assertThat(server.as(TestServer.DESIGNER).get("/courses/" + course + "/compare").body())
                .contains("A title in the making");
        var officerSees =
                server.as(TestServer.QUALITY_OFFICER).get("/courses/" + course + "/compare");
        assertThat(officerSees.statusCode()).isEqualTo(200);
        assertThat(officerSees.body()).doesNotContain("A title in the making");
        assertThat(apiAs("/api/v1/courses/" + course + "/compare", TestServer.QUALITY_OFFICER))
                .asString()
                .doesNotContain("A title in the making");
    }

    @Test
    void twoVersionsAreComparedByElementWithTheWordsMarked() {
        var course = approved("VER-5");
        courses.revise(designer, course);
        var sentence = draft(course).outcomes().getFirst().text();
        write(course, "outcomes[1].text", sentence + " of Emilia");
        write(course, "tasks[1].hours", "21.5");

        var page =
                server.as(TestServer.DESIGNER)
                        .get("/courses/" + course + "/compare?from=1&to=draft");
        var api = api("/api/v1/courses/" + course + "/compare?from=1&to=draft");

        assertThat(page.body()).contains("<ins> of Emilia</ins>", "LO1", "21.5 h");
        assertThat(api.get("changes").toString())
                .contains("\"element\":\"outcomes.text\"", "\"element\":\"tasks.hours\"", "PUT_IN");
    }

    @Test
    void whatIsAskedForWrongIsAnsweredWithWhatThereIs() {
        var course = approved("VER-6");
        for (var query :
                List.of(
                        "?from=0&to=99",
                        "?from=draft&to=draft",
                        "?from=%00",
                        "?to=" + "9".repeat(500))) {
            assertThat(
                            server.as(TestServer.DESIGNER)
                                    .get("/courses/" + course + "/compare" + query)
                                    .statusCode())
                    .as(query)
                    .isEqualTo(200);
        }
    }

    @Test
    void anotherOrganisationSeesNoneOfIt() {
        var course = approved("VER-7");
        for (var path : List.of("/compare", "/states", "/states/1", "/uses")) {
            assertThat(server.as(OTHER_DESIGNER).get("/courses/" + course + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(send("GET", "/api/v1/courses/" + course + path, OTHER_DESIGNER).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (var path : List.of("/copy", "/states/1", "/undeletion")) {
            assertThat(
                            send("POST", "/api/v1/courses/" + course + path, OTHER_DESIGNER)
                                    .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(send("DELETE", "/api/v1/courses/" + course, OTHER_DESIGNER).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theChangesSinceTheFirstVersionArePublicAndDraftsAreNot() {
        var course = approved("VER-8");
        var path = "/catalogue/borgofiume/VER-8/";
        courses.revise(designer, course);
        write(course, "endsOn", "2027-12-24");
        courses.submit(designer, course);
        courses.revise(designer, course);
        write(course, "need", "A secret need");
        courses.submit(designer, course);

        var page = server.visitor().get(path + "2/changes");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("The first version", "First run").doesNotContain("secret");
        assertThat(server.visitor().get(path + "3/changes").statusCode()).isEqualTo(404);
        assertThat(server.visitor().get("/api/v1" + path + "2/changes").body())
                .contains("\"element\":\"firstRun\"")
                .doesNotContain("secret");
        assertThat(server.visitor().get(path + "2").body()).contains(path + "2/changes");
    }

    @Test
    void theUsesOfAnOutcomeAreShownBeforeItIsChanged() {
        var course = TestCourse.published(server, "CLIMA-5").id();

        var page = server.as(TestServer.DESIGNER).get("/courses/" + course + "/uses").body();
        var api = api("/api/v1/courses/" + course + "/uses");

        assertThat(page).contains("in force", "assessed by", "Qualifications that take");
        assertThat(api.get("outcomes").get(0).get("versions").get(0).get("code").asString())
                .isEqualTo("LO1");
        assertThat(api.get("awards").toString()).doesNotContain("{}");
    }

    @Test
    void aDossierIsCheckedInSecondsAndOneThatLacksSomethingNeverReachesAReviewer() {
        var course =
                courses.begin(
                        designer,
                        DraftMerge.with(TestDrafts.complete(server, "VER-9"), "need", "")
                                .orElseThrow());

        var began = System.nanoTime();
        var answer = send("POST", "/api/v1/courses/" + course + "/submission", TestServer.DESIGNER);

        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Professional or societal need: nothing is stated; write it");
        assertThat(server.as(TestServer.QUALITY_OFFICER).get("/reviews").body())
                .doesNotContain(course.toString());
    }

    private UUID approved(String code) {
        return versions.approved(code);
    }

    private CourseDraft draft(UUID course) {
        return versions.draft(course);
    }

    private void write(UUID course, String place, String text) {
        versions.write(course, place, text);
    }

    private JsonNode api(String path) {
        return apiAs(path, TestServer.DESIGNER);
    }

    private JsonNode apiAs(String path, String email) {
        var answer = send("GET", path, email);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String email) {
        return server.visitor()
                .send(server.api(path, email).method(method, HttpRequest.BodyPublishers.noBody()));
    }
}
