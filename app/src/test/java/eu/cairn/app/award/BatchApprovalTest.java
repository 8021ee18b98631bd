package eu.cairn.app.award;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.remote.RemoteServer;
import eu.cairn.app.web.NotThere;
import eu.cairn.award.ApprovalRule;
import eu.cairn.catalogue.CourseState;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No single person assesses and awards what is above the size that an organisation has set. */
class BatchApprovalTest {

    private static final String SECOND = "aurelio.bonfanti@example.org";

    private static TestServer server;
    private static int enrolled;

    private Acting first;
    private Acting second;
    private Awards awards;
    private Approvals approvals;
    private ApprovalRules rules;

    /** A server of its own: others award without a second person. */
    @BeforeAll
    static void start() {
        server = TestServer.start(true);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void atBorgofiume() {
        first = as(TestServer.REGISTRAR);
        second = as(SECOND);
        awards = server.bean(Awards.class);
        approvals = server.bean(Approvals.class);
        rules = server.bean(ApprovalRules.class);
        ruleOfOld("3", "off");
    }

    @Test
    void aBatchAboveTheRuleIsAwardedAndSignedOnlyOnceASecondPersonApproves() {
        var batch = confirmed(4);
        server.signAll();

        assertThat(awardsOf(batch)).isZero();
        assertThat(codes(awards.confirm(first, batch, true, "EB-2")))
                .containsExactly("award.batch-awaits-approval");
        assertThat(codes(awards.confirm(second, batch, true, "EB-2")))
                .containsExactly("award.batch-awaits-approval");
        assertThat(codes(approvals.approve(first, batch))).containsExactly("award.approval-own");
        assertThat(approvals.waiting(second))
                .filteredOn(seen -> seen.request().batch().equals(batch))
                .singleElement()
                .returns(true, seen -> seen.objection().isEmpty())
                .returns("EB-1", seen -> seen.request().minute());

        assertThat(accepted(approvals.approve(second, batch))).isEqualTo(4);
        server.signAll();

        assertThat(awardsOf(batch)).isEqualTo(4);
        assertThat(server.bean(AwardStore.class).progress(batch).done()).isTrue();
        assertThat(awardedBy(batch)).containsOnly(second.person().id());
        assertThat(codes(approvals.approve(second, batch)))
                .containsExactly("award.batch-confirmed-before");
        assertThat(kinds(batch))
                .containsExactly("approvals.asked", "awards.made", "approvals.approved");
        assertThat(server.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void theDemoHasABatchThatWaitsForTheSecondRegistrar() {
        assertThat(server.as(SECOND).get("/awards").body())
                .contains("Awaits your approval", "Sustainability and the Arts", "1 batch<")
                .contains("23 credentials, 23.0 ECTS. Asked by Ginevra Tassoni");
        assertThat(server.as(TestServer.REGISTRAR).get("/awards").body())
                .contains("Nothing awaits yours.", "Asked by you");
        assertThat(server.as("kallavesi.registrar@example.org").get("/awards").body())
                .contains("Nothing awaits a second approval.");
    }

    @Test
    void aBatchWithinTheRuleIsAwardedByOne() {
        assertThat(awardsOf(confirmed(3))).isEqualTo(3);
    }

    @Test
    void aFileThatIsSplitIsAsLargeAsItWasWhole() {
        assertThat(awardsOf(confirmed(2))).isEqualTo(2);

        var rest = confirmed(2);

        assertThat(awardsOf(rest)).isZero();
        assertThat(approvals.about(first, rest).orElseThrow().request().size().earlier())
                .isEqualTo(2);
        accepted(approvals.approve(second, rest));
        assertThat(awardsOf(rest)).isEqualTo(2);
    }

    @Test
    void whoLoosensTheRuleIsBoundByWhatHeldBeforeForADay() {
        accepted(rules.set(first, "off", "off"));

        var own = confirmed(4);
        var ofTheOther = uploaded(second, 4);

        assertThat(awardsOf(own)).isZero();
        assertThat(accepted(awards.confirm(second, ofTheOther, true, "EB-1")).awarded())
                .isEqualTo(4);
        server.bean(JdbcClient.class)
                .sql("UPDATE approval_rule SET set_at = set_at - interval '25 hours'")
                .update();
        assertThat(awardsOf(confirmed(4))).isEqualTo(4);
    }

    @Test
    void theRuleAtTheTimeOfTheRequestCounts() {
        var batch = confirmed(4);
        ruleOfOld("off", "off");

        assertThat(awardsOf(batch)).isZero();
        assertThat(codes(approvals.approve(first, batch))).containsExactly("award.approval-own");
        assertThat(approvals.about(second, batch).orElseThrow().request().rule())
                .isEqualTo(accepted(ApprovalRule.read("3", "off")));

        var small = uploaded(first, 1);
        ruleOfOld("0", "off");
        assertThat(accepted(awards.confirm(first, small, true, "EB-1")).awaitsApproval()).isTrue();
    }

    @Test
    void aReturnedBatchSaysWhyAndCanBeConfirmedAgain() {
        var batch = confirmed(4);

        assertThat(codes(approvals.giveBack(second, batch, " ")))
                .containsExactly("award.return-reason-missing");
        assertThat(codes(approvals.giveBack(first, batch, "No")))
                .containsExactly("award.approval-own");
        accepted(approvals.giveBack(second, batch, "Row 3 is of another course."));

        assertThat(server.as(TestServer.REGISTRAR).get("/awards/batches/" + batch).body())
                .contains("Returned", "Row 3 is of another course.", "Aurelio Bonfanti");
        assertThat(codes(approvals.approve(second, batch)))
                .containsExactly("award.approval-not-asked");
        assertThat(accepted(awards.confirm(first, batch, true, "EB-2")).awaitsApproval()).isTrue();
        assertThat(accepted(approvals.approve(second, batch))).isEqualTo(4);
    }

    @Test
    void onlyWhoAskedWithdraws() {
        var batch = confirmed(4);

        assertThat(codes(approvals.withdraw(second, batch)))
                .containsExactly("award.approval-not-yours");
        accepted(approvals.withdraw(first, batch));

        assertThat(codes(approvals.withdraw(first, batch)))
                .containsExactly("award.approval-not-asked");
        assertThat(codes(approvals.giveBack(second, batch, "Late")))
                .containsExactly("award.approval-not-asked");
        // whoever confirms it now has a hand in it too, so the third registrar is needed
        assertThat(accepted(awards.confirm(second, batch, true, "EB-3")).awaitsApproval()).isTrue();
        assertThat(codes(approvals.approve(second, batch))).containsExactly("award.approval-own");
        assertThat(codes(approvals.approve(first, batch))).containsExactly("award.approval-own");
        assertThat(accepted(approvals.approve(server.acting("borgofiume", Role.REGISTRAR), batch)))
                .isEqualTo(4);
    }

    @Test
    void anAssessorDoesNotApproveTheirOwnResults() {
        var batch = uploaded(first, 4, "assessed_by", "Aurelio Bonfanti");
        accepted(awards.confirm(first, batch, true, "EB-1"));

        assertThat(codes(approvals.approve(second, batch)))
                .containsExactly("award.approval-assessor");
        assertThat(server.as(SECOND).get("/awards/batches/" + batch).body())
                .contains("You assessed results in this file")
                .doesNotContain("Approve and award");
    }

    @Test
    void whereThereIsNoOtherRegistrarThePageSaysSo() {
        var alone = server.acting("kallavesi", Role.REGISTRAR);
        accepted(rules.set(server.acting("kallavesi", Role.REGISTRAR), "0", "0"));
        var batch = uploaded(alone, 1);
        var visitor = server.as("kallavesi.registrar@example.org");

        assertThat(visitor.get("/awards/batches/" + batch).body())
                .contains("Nobody can approve it yet: your organisation needs another registrar.");
        accepted(awards.confirm(alone, batch, true, "EB-1"));

        assertThat(visitor.get("/awards/batches/" + batch).body())
                .contains("Nobody yet: your organisation needs another registrar");
        assertThat(approvals.approve(alone, batch).reasons())
                .containsExactly(Refusal.of("award.approval-own", "", ""));
    }

    @Test
    void aRegistrarOfAnotherOrganisationDoesNotSeeIt() {
        var batch = confirmed(4);
        var other = server.acting("kallavesi", Role.REGISTRAR);

        for (Runnable deed :
                List.<Runnable>of(
                        () -> approvals.approve(other, batch),
                        () -> approvals.giveBack(other, batch, "No"),
                        () -> approvals.withdraw(other, batch))) {
            Assertions.assertThatThrownBy(deed::run).isInstanceOf(NotThere.class);
        }
        assertThat(approvals.waiting(other))
                .noneMatch(seen -> seen.request().batch().equals(batch));
    }

    @Test
    void ofManyWhoApproveReturnAndWithdrawAtOnceOneDoes() throws Exception {
        var batch = confirmed(4);
        var third = server.acting("borgofiume", Role.REGISTRAR);

        List<Decided<?>> answers =
                atOnce(
                        i ->
                                switch (i % 4) {
                                    case 0 -> approvals.approve(second, batch);
                                    case 1 -> approvals.approve(third, batch);
                                    case 2 -> approvals.giveBack(second, batch, "No");
                                    default -> approvals.withdraw(first, batch);
                                });

        assertThat(answers.stream().filter(one -> one instanceof Decided.Accepted)).hasSize(1);
        assertThat(awardsOf(batch)).isIn(0, 4);
        assertThat(kinds(batch).stream().filter(kind -> kind.startsWith("approvals.")).toList())
                .hasSize(2);
    }

    @Test
    void aFileThatIsSplitAndConfirmedAtOnceIsNotAwardedByOne() throws Exception {
        var batches = IntStream.range(0, 6).mapToObj(i -> uploaded(first, 1)).toList();

        List<Decided<Awards.Confirmed>> answers =
                atOnce(i -> awards.confirm(first, batches.get(i % 6), true, "EB-1"));

        assertThat(answers.stream().map(BatchApprovalTest::made).reduce(0, Integer::sum))
                .isEqualTo(3);
    }

    @Test
    void onlyTheRowsThatWereReadyWhenApprovalWasAskedAreAwarded() {
        var names = enrol("borgofiume", 4);
        var late = "LATE-" + names.getFirst();
        var rows = new ArrayList<>(names);
        rows.add(late);
        var batch = upload(first, rows, "", "");
        accepted(awards.confirm(first, batch, true, "EB-1"));

        add("borgofiume", List.of(late));
        var elsewhere = upload(second, names.subList(0, 1), "", "");
        accepted(awards.confirm(second, elsewhere, true, "EB-9"));

        assertThat(server.as(SECOND).get("/awards/batches/" + batch).body())
                .contains("3 of 4 rows that were ready when approval was asked");
        assertThat(accepted(approvals.approve(second, batch))).isEqualTo(3);
        assertThat(accepted(awards.review(first, batch)).review().ready())
                .extracting(ready -> ready.row().learnerNumber())
                .containsExactly(late);
    }

    @Test
    void throughTheApiItGoesTheSameWay() {
        var batch = uploaded(first, 4);
        var path = "/api/v1/awards/batches/" + batch;

        var asked = post(path + "/confirmation", TestServer.REGISTRAR, "{\"minute\": \"EB-1\"}");
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(asked).get("awaitsApproval").asBoolean()).isTrue();
        var own = post(path + "/approval", TestServer.REGISTRAR, "");
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("award.approval-own").contains("Aurelio Bonfanti");
        var listed = json(get("/api/v1/awards/approvals", SECOND)).toString();
        assertThat(listed).contains(batch.toString()).contains("\"mayAnswer\":true");
        var seen = json(get(path, TestServer.REGISTRAR)).get("approval");
        assertThat(seen.get("mayAnswer").asBoolean()).isFalse();
        assertThat(seen.get("whyNot").asString()).isEqualTo("award.approval-own");
        assertThat(seen.get("rule").get("credentials").asString()).isEqualTo("3");

        assertThat(post(path + "/return", SECOND, "{\"reason\": \"Not yet\"}").statusCode())
                .isEqualTo(200);
        assertThat(post(path + "/return", SECOND, "{}").statusCode()).isEqualTo(400);
        post(path + "/confirmation", TestServer.REGISTRAR, "{\"minute\": \"EB-2\"}");
        assertThat(post(path + "/withdrawal", TestServer.REGISTRAR, "").statusCode())
                .isEqualTo(200);
        post(path + "/confirmation", TestServer.REGISTRAR, "{\"minute\": \"EB-3\"}");
        var approved = post(path + "/approval", SECOND, "");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(201);
        assertThat(json(approved).get("awarded").asInt()).isEqualTo(4);
    }

    @Test
    void theRuleIsSetOnThePageAndThroughTheApiAndStandsInTheJournal() {
        var path = "/api/v1/awards/approval-rule";
        var before = journalled("approval-rules.set");

        var set = put(path, "{\"credentials\": \"10\", \"credits\": \"off\"}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(json(set).get("rule").get("credits").asString()).isEqualTo("off");
        assertThat(put(path, "{\"credentials\": \"10\"}").statusCode()).isEqualTo(400);
        assertThat(put(path, "{\"credentials\": \"10\", \"credits\": \"\"}").body())
                .contains("award.rule-credits-invalid");
        put(path, "{\"credentials\": \"10\", \"credits\": \"off\"}");
        assertThat(journalled("approval-rules.set")).isEqualTo(before + 1);

        var visitor = server.as(TestServer.REGISTRAR);
        var refused =
                visitor.post("/awards/approval-rule", Map.of("credentials", "x", "credits", "6"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("award.rule-credentials-invalid").contains("“x”");
        assertThat(
                        visitor.post(
                                        "/awards/approval-rule",
                                        Map.of("credentials", "0", "credits", "7,5"))
                                .body())
                .contains("A second person approves every batch.")
                .contains("Ginevra Tassoni");
        assertThat(json(get(path, SECOND)).get("rule").get("credits").asString()).isEqualTo("7.5");
    }

    @Test
    void fromTheCommandLineItGoesTheSameWay() {
        var batch = uploaded(first, 4).toString();
        accepted(awards.confirm(first, UUID.fromString(batch), true, "EB-1"));

        assertThat(run(TestServer.REGISTRAR, "approve", batch))
                .startsWith("1 ")
                .contains("award.approval-own");
        assertThat(run(SECOND, "list")).startsWith("0 ").contains(batch, "yours to answer");
        assertThat(run(SECOND, "return", batch, "--reason", "Not yet")).startsWith("0 ");
        assertThat(run(SECOND, "withdraw", batch)).contains("award.approval-not-asked");
        accepted(awards.confirm(first, UUID.fromString(batch), true, "EB-2"));
        assertThat(run(SECOND, "approve", batch)).startsWith("0 4 awarded.");
        assertThat(run(SECOND, "rule", "--credentials", "9")).startsWith("64 ");
        assertThat(run(SECOND, "rule", "--credentials", "9", "--credits", "off"))
                .startsWith("0 credentials 9, credits off");
        assertThat(run(SECOND, "rule")).startsWith("0 credentials 9, credits off");
        assertThat(run(TestServer.LEARNER, "list")).startsWith("2 ");
    }

    private static String run(String email, String... arguments) {
        var said = new StringWriter();
        var account =
                Map.of(
                        "CAIRN_USER",
                        email,
                        "CAIRN_PASSWORD",
                        TestServer.PASSWORD,
                        "CAIRN_BASE_URL",
                        server.base());
        var line =
                new CommandLine(new ApprovalsCommand(new RemoteServer(account)))
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(said));
        var all = new ArrayList<>(List.of("--organisation", "borgofiume"));
        all.addAll(List.of(arguments));
        return line.execute(all.toArray(String[]::new)) + " " + said;
    }

    /** A rule that was set by somebody else, longer ago than a day. */
    private void ruleOfOld(String credentials, String credits) {
        var jdbc = server.bean(JdbcClient.class);
        accepted(rules.set(server.acting("borgofiume", Role.REGISTRAR), "1", "1"));
        accepted(rules.set(server.acting("borgofiume", Role.REGISTRAR), credentials, credits));
        jdbc.sql("UPDATE approval_rule SET set_at = set_at - interval '2 days'").update();
        jdbc.sql("UPDATE award SET awarded_at = awarded_at - interval '2 days'").update();
    }

    private static Acting as(String email) {
        var accounts = server.bean(AccountStore.class);
        return new Acting(
                accounts.person(email).orElseThrow(),
                accounts.organisation("borgofiume").orElseThrow(),
                Role.REGISTRAR);
    }

    private UUID confirmed(int rows) {
        var batch = uploaded(first, rows);
        accepted(awards.confirm(first, batch, true, "EB-1"));
        return batch;
    }

    private UUID uploaded(Acting acting, int rows) {
        return uploaded(acting, rows, "", "");
    }

    private UUID uploaded(Acting acting, int rows, String column, String cell) {
        return upload(acting, enrol(acting.organisation().slug(), rows), column, cell);
    }

    private UUID upload(Acting acting, List<String> numbers, String column, String cell) {
        var course =
                server.bean(CourseStore.class).versionsIn(acting, CourseState.PUBLISHED).stream()
                        .filter(one -> one.code().matches("CLIMA-5|UNA-INTRO"))
                        .findFirst()
                        .orElseThrow();
        var tasks =
                server
                        .bean(CourseStore.class)
                        .version(acting, course.id(), course.number())
                        .orElseThrow()
                        .design()
                        .tasks()
                        .stream()
                        .map(task -> task.code())
                        .toList();
        var extra = column.isEmpty() ? "" : "," + column;
        var table =
                "learner_id,%s,passed_on,identity_checked%s\n"
                                .formatted(String.join(",", tasks), extra)
                        + numbers.stream()
                                .map(
                                        number ->
                                                "%s,%s2026-11-16,yes%s\n"
                                                        .formatted(
                                                                number,
                                                                "passed,".repeat(tasks.size()),
                                                                extra.isEmpty() ? "" : "," + cell))
                                .collect(Collectors.joining());
        return accepted(
                awards.upload(
                        acting,
                        course.id(),
                        course.number(),
                        "results.csv",
                        table.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> enrol(String organisation, int rows) {
        var numbers =
                IntStream.range(0, rows).mapToObj(i -> "S-%05d".formatted(++enrolled)).toList();
        add(organisation, numbers);
        return numbers;
    }

    private static void add(String organisation, List<String> numbers) {
        var table =
                numbers.stream()
                        .map(number -> number + ",Ada Byron," + number + "@example.org\n")
                        .collect(Collectors.joining("", "learner_id,full_name,email\n", ""));
        accepted(
                server.bean(Learners.class)
                        .add(
                                server.acting(organisation, Role.REGISTRAR),
                                table.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> List<T> atOnce(IntFunction<T> deed) throws Exception {
        try (var threads = Executors.newFixedThreadPool(12)) {
            var deeds =
                    IntStream.range(0, 12).<Callable<T>>mapToObj(i -> () -> deed.apply(i)).toList();
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static int made(Decided<Awards.Confirmed> decided) {
        return decided instanceof Decided.Accepted<Awards.Confirmed>(var made) ? made.awarded() : 0;
    }

    private static int awardsOf(UUID batch) {
        return server.bean(AwardStore.class).progress(batch).awarded();
    }

    private static List<UUID> awardedBy(UUID batch) {
        return server.bean(JdbcClient.class)
                .sql("SELECT awarded_by FROM award WHERE batch_id = :batch")
                .param("batch", batch)
                .query(UUID.class)
                .list();
    }

    private static List<String> kinds(UUID batch) {
        return server.bean(JdbcClient.class)
                .sql("SELECT kind FROM journal WHERE subject = :batch ORDER BY seq")
                .param("batch", batch.toString())
                .query(String.class)
                .list();
    }

    private static int journalled(String kind) {
        return server.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM journal WHERE kind = :kind")
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> get(String path, String email) {
        return server.visitor().send(server.api(path, email).GET());
    }

    private static HttpResponse<String> post(String path, String email, String body) {
        return server.visitor()
                .send(
                        server.api(path, email)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> put(String path, String body) {
        return server.visitor()
                .send(
                        server.api(path, TestServer.REGISTRAR)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return server.bean(JsonMapper.class).readTree(answer.body());
    }

    private static List<String> codes(Decided<?> decided) {
        return decided.reasons().stream().map(Refusal::code).toList();
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }
}
