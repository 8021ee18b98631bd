package eu.cairn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.Awards;
import eu.cairn.app.catalogue.Basis;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.journal.Journal;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.Decided;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same thing done by many at the same time happens once. */
class SameTimeTest {

    private static final int AT_ONCE = 16;

    private static final TestServer SERVER = TestServer.shared();
    private static final TestCourse COURSE = TestCourse.published(SERVER, "CLIMA-5");

    @BeforeAll
    static void learners() {
        TestCourse.enrol(SERVER, "ONCE", 20);
    }

    private final Acting registrar = SERVER.acting("borgofiume", Role.REGISTRAR);

    @Test
    void aBatchConfirmedByManyAtOnceIsAwardedOnce() throws Exception {
        var batch = uploaded("ONCE-0011", "ONCE-0012");

        var answers =
                atOnce(
                        i ->
                                SERVER.visitor()
                                        .send(
                                                SERVER.api(
                                                                "/api/v1/awards/batches/%s/confirmation"
                                                                        .formatted(batch),
                                                                TestServer.REGISTRAR)
                                                        .header("Content-Type", "application/json")
                                                        .POST(
                                                                BodyPublishers.ofString(
                                                                        "{\"minute\":\"EB-1\"}")))
                                        .statusCode());

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 422)).hasSize(AT_ONCE - 1);
        assertThat(inForce("ONCE-0011")).isEqualTo(1);
        assertThat(inForce("ONCE-0012")).isEqualTo(1);
        assertThat(SERVER.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void twoBatchesWithTheSameLearnerAwardThemOnce() throws Exception {
        var batches =
                List.of(uploaded("ONCE-0013", "ONCE-0014"), uploaded("ONCE-0014", "ONCE-0013"));
        var awards = SERVER.bean(Awards.class);

        var answers = atOnce(i -> awards.confirm(registrar, batches.get(i % 2), true, "EB-" + i));
        SERVER.signAll();

        int made =
                answers.stream()
                        .mapToInt(
                                a ->
                                        a instanceof Decided.Accepted<Awards.Confirmed>(var one)
                                                ? one.awarded()
                                                : 0)
                        .sum();
        assertThat(made).isEqualTo(2);
        assertThat(inForce("ONCE-0013")).isEqualTo(1);
        assertThat(inForce("ONCE-0014")).isEqualTo(1);
        assertThat(documents("ONCE-0013")).isEqualTo(1);
    }

    @Test
    void anAwardRevokedByManyAtOnceIsRevokedOnce() throws Exception {
        var batch = uploaded("ONCE-0015");
        SERVER.bean(Awards.class).confirm(registrar, batch, true, "EB-2");
        var award =
                jdbc().sql("SELECT id FROM award WHERE batch_id = :batch")
                        .param("batch", batch)
                        .query(UUID.class)
                        .single();
        var revocations = SERVER.bean(eu.cairn.app.credential.Revocations.class);

        var answers = atOnce(i -> revocations.revoke(registrar, award, "misconduct", "Copied"));

        assertThat(answers.stream().filter(a -> a instanceof Decided.Accepted)).hasSize(1);
    }

    @Test
    void aDraftSubmittedByManyAtOnceIsFrozenOnce() throws Exception {
        var designer = SERVER.acting("borgofiume", Role.DESIGNER);
        var courses = SERVER.bean(Courses.class);
        var course = courses.begin(designer, copyOf("SAME-TIME-1"));

        var answers = atOnce(i -> courses.submit(designer, course));

        assertThat(answers.stream().filter(a -> a instanceof Decided.Accepted)).hasSize(1);
        assertThat(answers.stream().flatMap(a -> a.reasons().stream()))
                .allMatch(reason -> reason.code().equals("catalogue.not-a-draft"));
    }

    @Test
    void twoCoursesSubmittedAtOnceDoNotShareACode() throws Exception {
        var designer = SERVER.acting("borgofiume", Role.DESIGNER);
        var courses = SERVER.bean(Courses.class);
        var drafts =
                IntStream.range(0, AT_ONCE)
                        .mapToObj(i -> courses.begin(designer, copyOf("SAME-TIME-2")))
                        .toList();

        var answers = atOnce(i -> courses.submit(designer, drafts.get(i)));

        assertThat(answers.stream().filter(a -> a instanceof Decided.Accepted<CourseVersion>))
                .hasSize(1);
        assertThat(answers.stream().flatMap(a -> a.reasons().stream()))
                .hasSize(AT_ONCE - 1)
                .allMatch(reason -> reason.code().equals("catalogue.code-taken"));
    }

    @Test
    void ofManyWhoSaveTheSameRevisionOneIsKeptAndTheOthersAreTold() throws Exception {
        var designer = SERVER.acting("borgofiume", Role.DESIGNER);
        var courses = SERVER.bean(Courses.class);
        var course = courses.begin(designer, CourseDraft.empty());

        var answers = atOnce(i -> courses.save(designer, course, copyOf("TAB-" + i), Basis.of(0)));

        assertThat(answers.stream().filter(a -> a instanceof Decided.Accepted)).hasSize(1);
        assertThat(answers.stream().flatMap(a -> a.reasons().stream()))
                .hasSize(AT_ONCE - 1)
                .allMatch(reason -> reason.code().equals("catalogue.saved-elsewhere"));
    }

    private static CourseDraft copyOf(String code) {
        return TestDrafts.complete(SERVER, code);
    }

    private UUID uploaded(String... learners) {
        var file = new StringBuilder("learner_id,A1,A2,A3,passed_on,grade,identity_checked\n");
        for (var learner : learners) {
            file.append(learner).append(",passed,passed,passed,2026-11-16,28,yes\n");
        }
        return switch (SERVER.bean(Awards.class)
                .upload(
                        registrar,
                        COURSE.id(),
                        COURSE.number(),
                        "r.csv",
                        file.toString().getBytes(UTF_8))) {
            case Decided.Accepted<UUID> batch -> batch.value();
            case Decided.Refused<UUID> refused ->
                    throw new AssertionError(refused.reasons().toString());
        };
    }

    private long inForce(String learner) {
        return jdbc().sql(
                        """
                        SELECT count(*) FROM award a JOIN learner l ON l.id = a.learner_id
                        WHERE l.number = :number AND a.course_id = :course
                              AND a.revoked_at IS NULL
                        """)
                .param("number", learner)
                .param("course", COURSE.id())
                .query(Long.class)
                .single();
    }

    private long documents(String learner) {
        return jdbc().sql(
                        """
                        SELECT count(d.document) FROM award a
                        JOIN learner l ON l.id = a.learner_id
                        JOIN signed_document d ON d.award_id = a.id
                        WHERE l.number = :number AND a.course_id = :course
                        """)
                .param("number", learner)
                .param("course", COURSE.id())
                .query(Long.class)
                .single();
    }

    private static JdbcClient jdbc() {
        return SERVER.bean(JdbcClient.class);
    }

    private interface Deed<T> {
        T by(int number) throws Exception;
    }

    /** Sixteen threads that wait for each other and then do it; the first fault is thrown. */
    private static <T> List<T> atOnce(Deed<T> deed) throws Exception {
        var start = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var deeds =
                    IntStream.range(0, AT_ONCE)
                            .<Callable<T>>mapToObj(
                                    i ->
                                            () -> {
                                                start.await();
                                                return deed.by(i);
                                            })
                            .toList();
            var done = new ArrayList<T>();
            for (var future : threads.invokeAll(deeds)) {
                done.add(future.get());
            }
            return done;
        }
    }
}
