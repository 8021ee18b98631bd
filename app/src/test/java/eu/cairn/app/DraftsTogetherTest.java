package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.Basis;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.catalogue.DraftWork;
import eu.cairn.app.catalogue.SavedDraft;
import eu.cairn.catalogue.CourseCopy;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DraftMerge;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Several designers at one draft, its past, its copies and its end. */
class DraftsTogetherTest {

    private final TestServer server = TestServer.shared();
    private final Acting designer = server.acting("borgofiume", Role.DESIGNER);
    private final Courses courses = server.bean(Courses.class);
    private final CourseStore store = server.bean(CourseStore.class);
    private final DraftWork work = server.bean(DraftWork.class);

    @Test
    void whatTwoWindowsWriteIntoDifferentFieldsIsBothKeptHoweverLongTheyGoOn() {
        var course = begun("TOG-1");
        var base = draft(course);
        var one = new Basis(0, "one");
        var two = new Basis(0, "two");

        save(course, with(base, "need", "N"), one);
        save(course, with(base, "gradingScale", "G"), two);
        save(course, with(base, "need", "Need"), one);
        save(course, with(base, "gradingScale", "Grades"), two);

        assertThat(draft(course))
                .isEqualTo(with(with(base, "need", "Need"), "gradingScale", "Grades"));
        assertThat(saved(course).clashes()).isEmpty();
        assertThat(saved(course).savedBy()).isEqualTo(designer.person().fullName());
    }

    @Test
    void fieldsThatManySaveAtOnceAreAllKept() throws Exception {
        var course = begun("TOG-2");
        var base = draft(course);
        var places =
                List.of(
                        "need",
                        "gradingScale",
                        "stackability",
                        "prerequisites",
                        "terms.rights",
                        "terms.description",
                        "activities[1].title",
                        "tasks[1].title");

        try (var threads = Executors.newFixedThreadPool(places.size())) {
            var work =
                    places.stream()
                            .map(
                                    place ->
                                            threads.submit(
                                                    () ->
                                                            save(
                                                                    course,
                                                                    with(
                                                                            base,
                                                                            place,
                                                                            "At once " + place),
                                                                    Basis.of(0))))
                            .toList();
            for (var one : work) {
                one.get();
            }
        }

        var texts = DraftMerge.texts(draft(course));
        assertThat(places).allMatch(place -> ("At once " + place).equals(texts.get(place)));
    }

    @Test
    void ofOneFieldBothTextsAreKeptAndShownUntilOneIsChosen() {
        var course = begun("TOG-3");
        var base = draft(course);
        save(course, with(base, "need", "The first text"), new Basis(0, "one"));
        save(course, with(base, "need", "The second text"), new Basis(0, "two"));

        var page = server.as(TestServer.DESIGNER).get("/courses/" + course).body();
        assertThat(draft(course).need()).isEqualTo("The first text");
        assertThat(page)
                .contains(
                        "Written by two people at the same time",
                        "The first text",
                        "The second text");

        var choice =
                "{\"place\": \"need\", \"writtenBy\": \"%s\", \"use\": true}"
                        .formatted(designer.person().id());
        assertThat(api("POST", "/api/v1/courses/" + course + "/clashes", choice).statusCode())
                .isEqualTo(200);
        assertThat(draft(course).need()).isEqualTo("The second text");
        assertThat(saved(course).clashes()).isEmpty();
        assertThat(api("POST", "/api/v1/courses/" + course + "/clashes", choice).body())
                .contains("catalogue.chosen-before");
    }

    @Test
    void aTextIsChosenOnThePageWithoutLosingWhatIsTyped() {
        var course = courses.begin(designer, CourseDraft.empty());
        var base = draft(course);
        save(course, with(base, "need", "The first text"), new Basis(0, "one"));
        save(course, with(base, "need", "The second text"), new Basis(0, "two"));
        var revision = Integer.toString(saved(course).revision());

        server.as(TestServer.DESIGNER)
                .post(
                        "/courses/" + course,
                        Map.of(
                                "revision", revision,
                                "window", "three",
                                "need", "The first text",
                                "title", "Typed meanwhile",
                                "action", "use need " + designer.person().id()));

        assertThat(draft(course).need()).isEqualTo("The second text");
        assertThat(draft(course).title()).isEqualTo("Typed meanwhile");
    }

    @Test
    void aMachineIsRefusedWhereAPersonWouldChoose() {
        var course = begun("TOG-4");
        var base = draft(course);
        save(course, with(base, "need", "The first text"), Basis.of(0));

        assertThat(
                        courses.save(designer, course, with(base, "need", "Another"), Basis.of(0))
                                .reasons())
                .extracting(Refusal::code)
                .containsExactly("catalogue.saved-elsewhere");
        assertThat(
                        courses.save(designer, course, with(base, "title", "Both"), Basis.of(0))
                                .reasons())
                .isEmpty();
        assertThat(draft(course).need()).isEqualTo("The first text");
        assertThat(draft(course).title()).isEqualTo("Both");
        for (int revision : new int[] {-1, 999, Integer.MAX_VALUE}) {
            assertThat(courses.save(designer, course, base, Basis.of(revision)).reasons())
                    .extracting(Refusal::code)
                    .containsExactly("catalogue.saved-elsewhere");
        }
    }

    @Test
    void anEarlierStateIsSeenAndRestoredAndNothingIsLostByIt() {
        var course = begun("TOG-5");
        var base = draft(course);
        save(course, with(base, "need", "An early need"), Basis.of(0));
        save(course, with(base, "need", "A late need"), new Basis(1, ""));
        var visitor = server.as(TestServer.DESIGNER);

        assertThat(visitor.get("/courses/" + course + "/states").body()).contains("/states/2");
        assertThat(visitor.get("/courses/" + course + "/states/1").body())
                .contains("An early need", "A late need", "Restore this state");
        assertThat(visitor.post("/courses/" + course + "/states/1", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(draft(course).need()).isEqualTo("An early need");
        assertThat(visitor.get("/courses/" + course + "/states/2").body()).contains("A late need");
        assertThat(visitor.get("/courses/" + course + "/states/99").statusCode()).isEqualTo(404);
    }

    @Test
    void statesAreBoundedHoweverOftenADraftIsSaved() {
        var course = begun("TOG-6");
        var base = draft(course);
        for (int i = 0; i < 260; i++) {
            save(course, with(base, "need", "Need " + i), new Basis(i, "typing"));
        }

        assertThat(
                        server.bean(JdbcClient.class)
                                .sql("SELECT count(*) FROM course_draft_state WHERE course_id = :c")
                                .param("c", course)
                                .query(Integer.class)
                                .single())
                .isLessThanOrEqualTo(202);
    }

    @Test
    void aDraftThatWasNeverSubmittedIsDeletedAndTakenBack() {
        var course = begun("TOG-7");
        var visitor = server.as(TestServer.DESIGNER);

        assertThat(visitor.post("/courses/" + course + "/deletion", Map.of()).body())
                .contains("Deleted drafts");
        assertThat(visitor.get("/courses/" + course).statusCode()).isEqualTo(404);
        assertThat(
                        api(
                                        "PUT",
                                        "/api/v1/courses/" + course,
                                        "{\"revision\": 0, \"draft\": null}")
                                .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(api("DELETE", "/api/v1/courses/" + course, "").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/courses/" + course + "/undeletion", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(draft(course).code()).isEqualTo("TOG-7");
        assertThat(api("POST", "/api/v1/courses/" + course + "/undeletion", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasSubmittedOnceIsNotDeleted() {
        var course = TestCourse.published(server, "CLIMA-5").id();

        var answer = api("DELETE", "/api/v1/courses/" + course, "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("catalogue.submitted-once");
    }

    @Test
    void aCourseIsStartedFromAnotherWithHalfOfItsFieldsFilledAndItsOriginSaid() {
        var own = TestCourse.published(server, "CLIMA-5");
        var copied = api("POST", "/api/v1/courses/" + own.id() + "/copy", "");
        assertThat(copied.statusCode()).as(copied.body()).isEqualTo(201);
        var other = "kallavesi.designer@example.org";
        var fromOther =
                server.visitor()
                        .send(
                                server.api(
                                                "/api/v1/catalogue/borgofiume/CLIMA-5/%d/copy"
                                                        .formatted(own.number()),
                                                other)
                                        .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(fromOther.statusCode()).as(fromOther.body()).isEqualTo(201);
        var id =
                UUID.fromString(
                        server.bean(JsonMapper.class)
                                .readTree(fromOther.body())
                                .get("id")
                                .asString());
        var started = store.draft(server.acting("kallavesi", Role.DESIGNER), id).orElseThrow();

        var filled = CourseCopy.filled(started.draft());
        assertThat(filled.filled() * 2).isGreaterThanOrEqualTo(filled.all());
        assertThat(started.draft().code()).isEmpty();
        assertThat(started.startedFrom()).contains("CLIMA-5, version " + own.number());
        assertThat(server.as(other).get("/courses/" + id).body()).contains("Started from");
        assertThat(store.draft(designer, id)).isEmpty();
        assertThat(
                        server.visitor()
                                .send(
                                        server.api(
                                                        "/api/v1/catalogue/borgofiume/NONE/1/copy",
                                                        other)
                                                .POST(HttpRequest.BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aHugeDraftIsMergedAndComparedInTheTimeOfALook() {
        var base = TestDrafts.complete(server, "TOG-9");
        var outcomes = new ArrayList<CourseDraft.Outcome>();
        for (int i = 0; i < 200; i++) {
            outcomes.add(new CourseDraft.Outcome("analyse the " + "very ".repeat(300) + i, true));
        }
        var huge =
                new CourseDraft(
                        base.code(),
                        base.title(),
                        base.titleEnglish(),
                        base.language(),
                        base.credits(),
                        base.nationalLevel(),
                        base.eqfLevel(),
                        base.cycle(),
                        base.field(),
                        base.participation(),
                        base.prerequisites(),
                        base.formalStatus(),
                        base.stackability(),
                        base.need(),
                        base.startsOn(),
                        base.endsOn(),
                        base.gradingScale(),
                        base.publishedSource(),
                        base.terms(),
                        outcomes,
                        base.activities(),
                        base.tasks());
        var course = courses.begin(designer, huge);

        var began = System.nanoTime();
        save(course, with(huge, "outcomes[1].text", "mine"), new Basis(0, "one"));
        save(course, with(huge, "outcomes[200].text", "theirs"), new Basis(0, "two"));
        assertThat(
                        server.as(TestServer.DESIGNER)
                                .get("/courses/" + course + "/states/1")
                                .statusCode())
                .isEqualTo(200);

        assertThat(draft(course).outcomes().getFirst().text()).isEqualTo("mine");
        assertThat(draft(course).outcomes().getLast().text()).isEqualTo("theirs");
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }

    @Test
    void whatAColleagueWroteIsShownToWhoeverSubmitsAndIsRefused() {
        var course = courses.begin(designer, CourseDraft.empty());
        save(course, with(draft(course), "need", "Their need"), Basis.of(0));

        var page = typed(course, "mine", "0", "title", "My title", "action", "submit");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Their need", "My title");
    }

    @Test
    void whatCouldNotBeSavedIsStillWrittenOverWhatItWasWrittenOver() {
        var course = courses.begin(designer, CourseDraft.empty());
        save(course, with(draft(course), "need", "Their need"), Basis.of(0));
        save(course, with(draft(course), "title", "Their title"), Basis.of(1));

        var page = typed(course, "", "0", "title", "My title", "action", "save");
        var window = between(page.body(), "name=\"window\" value=\"");
        var revision = between(page.body(), "name=\"revision\" value=\"");
        typed(course, window, revision, "title", "Their title", "action", "save");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(revision).isEqualTo("0");
        assertThat(draft(course).need()).isEqualTo("Their need");
    }

    @Test
    void aWindowThatWasLongSilentTakesNothingBackThatOthersWroteMeanwhile() {
        var course = begun("TOG-10");
        var base = draft(course);
        save(course, with(base, "gradingScale", "Silent"), new Basis(0, "silent"));
        for (int i = 0; i < 130; i++) {
            save(course, with(base, "need", "Need " + i), new Basis(0, "busy"));
        }

        save(course, with(base, "gradingScale", "Silent no more"), new Basis(1, "silent"));

        assertThat(draft(course).need()).isEqualTo("Need 129");
        assertThat(draft(course).gradingScale()).isEqualTo("Silent no more");
        assertThat(saved(course).clashes()).isEmpty();
    }

    @Test
    void aWindowOfWhichNothingIsKnownAnyMoreIsRefused() {
        var course = courses.begin(designer, CourseDraft.empty());
        save(course, with(draft(course), "need", "Their need"), Basis.of(0));
        var revision =
                between(
                        server.as(TestServer.DESIGNER)
                                .post(
                                        "/courses/" + course + "/live",
                                        Map.of("window", "mine", "revision", "0", "title", "Mine"))
                                .body(),
                        "name=\"revision\" value=\"");
        server.bean(JdbcClient.class)
                .sql("DELETE FROM course_draft_state WHERE course_id = :c AND window_name = 'mine'")
                .param("c", course)
                .update();

        typed(course, "mine", revision, "title", "Mine again", "action", "save");

        assertThat(draft(course).need()).isEqualTo("Their need");
        assertThat(draft(course).title()).isEqualTo("Mine");
    }

    @Test
    void aTextThatCannotBeWrittenIsKeptUntilItCan() {
        var course = begun("TOG-11");
        var base = draft(course);
        var rows = base.outcomes().size();
        var last = "outcomes[" + rows + "].text";
        save(course, with(base, last, "The first text"), new Basis(0, "one"));
        save(course, with(base, last, "The second text"), new Basis(0, "two"));
        var fewer =
                new CourseDraft(
                        base.code(),
                        base.title(),
                        base.titleEnglish(),
                        base.language(),
                        base.credits(),
                        base.nationalLevel(),
                        base.eqfLevel(),
                        base.cycle(),
                        base.field(),
                        base.participation(),
                        base.prerequisites(),
                        base.formalStatus(),
                        base.stackability(),
                        base.need(),
                        base.startsOn(),
                        base.endsOn(),
                        base.gradingScale(),
                        base.publishedSource(),
                        base.terms(),
                        base.outcomes().subList(0, rows - 1),
                        base.activities(),
                        base.tasks());
        save(course, fewer, Basis.of(saved(course).revision()));

        assertThat(work.choose(designer, course, last, designer.person().id(), true).reasons())
                .extracting(Refusal::code)
                .containsExactly("catalogue.row-gone");
        assertThat(saved(course).clashes())
                .extracting(SavedDraft.Clash::text)
                .containsExactly("The second text");
        assertThat(work.choose(designer, course, last, designer.person().id(), false).reasons())
                .isEmpty();
        assertThat(saved(course).clashes()).isEmpty();
    }

    private HttpResponse<String> typed(
            UUID course, String window, String revision, String... fields) {
        var form = new HashMap<>(Map.of("window", window, "revision", revision));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return server.as(TestServer.DESIGNER).post("/courses/" + course, form);
    }

    private static String between(String page, String before) {
        var after = page.substring(page.indexOf(before) + before.length());
        return after.substring(0, after.indexOf('"'));
    }

    private UUID begun(String code) {
        return courses.begin(designer, TestDrafts.complete(server, code));
    }

    private SavedDraft saved(UUID course) {
        return store.draft(designer, course).orElseThrow();
    }

    private CourseDraft draft(UUID course) {
        return saved(course).draft();
    }

    private Decided<SavedDraft> save(UUID course, CourseDraft draft, Basis basis) {
        var decided = courses.save(designer, course, draft, basis);
        assertThat(decided.reasons()).isEmpty();
        return decided;
    }

    private static CourseDraft with(CourseDraft draft, String place, String text) {
        return DraftMerge.with(draft, place, text).orElseThrow();
    }

    private HttpResponse<String> api(String method, String path, String body) {
        return server.visitor()
                .send(
                        server.api(path, TestServer.DESIGNER)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}
