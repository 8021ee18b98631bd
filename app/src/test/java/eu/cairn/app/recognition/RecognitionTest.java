package eu.cairn.app.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Person;
import eu.cairn.app.account.Role;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.portfolio.Published;
import eu.cairn.app.portfolio.Stack;
import eu.cairn.app.portfolio.Stacks;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.recognition.RecognitionDecision;
import eu.cairn.recognition.RecognitionElement;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecognitionTest {

    private static final String MICRO_DEGREE = "sustainable-transition-18";
    private static final String CLIMATE = "EMA-CLIMATE";

    private static TestServer server;
    private static Person learner;
    private static Acting officer;

    @BeforeAll
    static void start() {
        server = TestServer.start(true);
        Published.rulebook(server, Published.demoFile(MICRO_DEGREE + ".yaml"), "emajoe");
        var rulebook = server.bean(RulebookStore.class).version(MICRO_DEGREE, "2026-1");
        server.bean(UnitStore.class)
                .publish(
                        rulebook.orElseThrow().rules(),
                        Published.demoFile(MICRO_DEGREE + ".units.yaml"));
        learner = Published.learner(server);
        officer = server.acting("emajoe", Role.RECOGNITION_OFFICER);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void forgetApplications() {
        var jdbc = server.bean(JdbcClient.class);
        jdbc.sql("DELETE FROM recognition_decision").update();
        jdbc.sql("DELETE FROM recognition_application").update();
    }

    @Test
    void aRevokedCredentialCannotBeRecognised() {
        var refused = apply("ETHICS-AI", CLIMATE);

        assertThat(codes(refused)).containsExactly("recognition.credential-not-genuine");
    }

    @Test
    void oneCannotApplyWithTheCredentialOfSomebodyElse() {
        var request =
                new Applications.Request(
                        Published.shortCode(server, "CLIMA-5"), MICRO_DEGREE, CLIMATE, "");

        var refused =
                server.bean(Applications.class)
                        .apply(
                                server.bean(AccountStore.class)
                                        .person("chiara.molinari@example.org")
                                        .orElseThrow(),
                                request);

        assertThat(codes(refused)).containsExactly("recognition.credential-not-held");
    }

    @Test
    void theUnitIsOneOfTheQualification() {
        assertThat(codes(apply("CLIMA-5", ""))).containsExactly("recognition.unit-missing");
        assertThat(codes(apply("CLIMA-5", "X-1"))).containsExactly("recognition.unit-unknown");
    }

    @Test
    void oneApplicationIsOpenForACredentialAndAQualification() {
        var first = accepted(apply("CLIMA-5", CLIMATE));

        var second = apply("CLIMA-5", "EMA-SYSTEMS");

        assertThat(first.number()).matches("R-20\\d\\d-0001");
        assertThat(codes(second)).containsExactly("recognition.already-open");
    }

    @Test
    void theDecisionIsDueFourMonthsAfterTheApplication() {
        var application = accepted(apply("CLIMA-5", CLIMATE));

        assertThat(application.decideBy()).isEqualTo(application.completeOn().plusMonths(4));
    }

    @Test
    void everyDecisionButFullRecognitionNeedsReasonsAndAppeal() {
        var application = accepted(apply("CLIMA-5", CLIMATE));

        for (var outcome : List.of("alternative", "partial", "conditional", "refused")) {
            var bare = draft(outcome, "3.0", outcome.equals("refused"), "", "");
            assertThat(codes(decide(application.id(), bare)))
                    .as(outcome)
                    .contains("recognition.reasons-missing", "recognition.appeal-missing");
        }
        assertThat(decide(application.id(), draft("full", "5.0", false, "", "")))
                .isInstanceOf(Decided.Accepted.class);
    }

    @Test
    void aDecisionMakesTheCredentialCountInTheStackOfTheLearner() {
        var before = stack();
        var application = accepted(apply("CLIMA-5", CLIMATE));

        accepted(decide(application.id(), draft("full", "5.0", false, "", "")));

        var after = stack();
        assertThat(counted(before)).isEqualTo(Ects.of(5));
        assertThat(counted(after)).isEqualTo(Ects.of(10));
        assertThat(after.audit().counted()).anyMatch(it -> it.isIn("climate"));
        assertThat(server.as(TestServer.LEARNER).get("/stacks/sustainable-transition-18").body())
                .contains("Recognised by Emajõe Ülikool as EMA-CLIMATE, 5.0 ECTS, on");
    }

    @Test
    void partialRecognitionCountsSoMuchAndRefusalNothing() {
        var partly = accepted(apply("CLIMA-5", CLIMATE));
        accepted(decide(partly.id(), draft("partial", "3.0", false, "Two outcomes.", APPEAL)));
        assertThat(counted(stack())).isEqualTo(Ects.of(8));
        forgetApplications();

        var refused = accepted(apply("CLIMA-5", CLIMATE));
        accepted(decide(refused.id(), draft("refused", "", true, "Another field.", APPEAL)));
        assertThat(counted(stack())).isEqualTo(Ects.of(5));
    }

    @Test
    void whatIsRecognisedNeedsNoSecondDecision() {
        var application = accepted(apply("CLIMA-5", CLIMATE));
        accepted(decide(application.id(), draft("full", "5.0", false, "", "")));

        assertThat(codes(decide(application.id(), draft("full", "5.0", false, "", ""))))
                .containsExactly("recognition.decided-before");
        assertThat(codes(apply("CLIMA-5", CLIMATE)))
                .containsExactly("recognition.already-recognised");
    }

    @Test
    void aDecisionIsALineOfTheJournal() {
        var application = accepted(apply("CLIMA-5", CLIMATE));
        var decision = accepted(decide(application.id(), draft("full", "5.0", false, "", "")));

        var kinds =
                server.bean(JdbcClient.class)
                        .sql("SELECT kind FROM journal WHERE subject = :subject")
                        .param("subject", decision.id().toString())
                        .query(String.class)
                        .list();
        assertThat(kinds).containsExactly("recognition.full");
        assertThat(server.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void anotherInstitutionsOfficerFindsNothing() {
        var application = accepted(apply("CLIMA-5", CLIMATE));
        var other = "kallavesi.recognition-officer@example.org";
        var path = "/api/v1/recognition/applications/" + application.id();

        assertThat(
                        Published.api(server, TestServer.RECOGNITION_OFFICER, "GET", path, "")
                                .statusCode())
                .isEqualTo(200);
        assertThat(Published.api(server, other, "GET", path, "").statusCode()).isEqualTo(404);
        assertThat(Published.api(server, other, "POST", path + "/decision", "{}").statusCode())
                .isEqualTo(404);
        assertThat(
                        Published.api(server, other, "GET", "/api/v1/recognition/applications", "")
                                .body())
                .isEqualTo("[]");
    }

    @Test
    void anotherLearnerFindsNothing() {
        var application = accepted(apply("CLIMA-5", CLIMATE));
        var path = "/recognition/" + application.id();

        assertThat(server.as(TestServer.LEARNER).get(path).statusCode()).isEqualTo(200);
        assertThat(server.as(TestServer.RECOGNITION_OFFICER).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theFileHasTheFiveElementsOfBothSides() {
        var application = accepted(apply("CLIMA-5", CLIMATE));

        var file = server.bean(Recognitions.class).file(officer, application.id());
        var elements =
                RecognitionFile.of(file.holding().content(), file.target().unit()).elements();

        assertThat(elements)
                .extracting(RecognitionFile.Compared::element)
                .containsExactly(RecognitionElement.values());
        assertThat(elements)
                .allSatisfy(
                        it -> {
                            assertThat(it.credential()).isNotBlank().isNotEqualTo("Not stated");
                            assertThat(it.target()).isNotBlank().isNotEqualTo("Not stated");
                        });
        assertThat(elements.getFirst().observation()).isEqualTo("The same EQF level");
    }

    @Test
    void whatAnOfficerTypedIsThereAfterARefusal() {
        var application = accepted(apply("CLIMA-5", CLIMATE));
        var browser = server.as(TestServer.RECOGNITION_OFFICER);
        var typed =
                Map.of(
                        "action", "decide",
                        "outcome", "refused",
                        "difference.level", "none",
                        "text.level", "Both name EQF 7 & a thesis",
                        "reasons", "Half a sentence that must not be lost");

        var answer = browser.post("/applications/" + application.id(), typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Half a sentence that must not be lost")
                .contains("Both name EQF 7 &amp; a thesis")
                .contains("recognition.refusal-without-difference");
        assertThat(browser.get("/applications/" + application.id()).body())
                .contains("Half a sentence that must not be lost");
    }

    @Test
    void aLearnerAppliesAndAnOfficerDecidesInTheApi() {
        var asked =
                """
                {"credential": "%s", "rulebook": "sustainable-transition-18", "unit": "EMA-CLIMATE"}
                """
                        .formatted(Published.shortCode(server, "CLIMA-5"));
        var applied =
                Published.api(
                        server,
                        TestServer.LEARNER,
                        "POST",
                        "/api/v1/recognition/applications",
                        asked);
        assertThat(applied.statusCode()).isEqualTo(201);
        var id = applied.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");

        var refused = decideInTheApi(id, "{\"outcome\": \"full\"}");
        var findings =
                String.join(
                        ",",
                        List.of("level", "workload", "quality", "profile", "learning-outcomes")
                                .stream()
                                .map(it -> "\"%s\": {\"difference\": \"none\"}".formatted(it))
                                .toList());
        var decided =
                decideInTheApi(
                        id,
                        "{\"outcome\": \"full\", \"credits\": \"5.0\", \"findings\": {%s}}"
                                .formatted(findings));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("recognition.finding-missing");
        assertThat(decided.statusCode()).isEqualTo(201);
        assertThat(decided.body()).contains("\"outcome\":\"full\"").contains("\"credits\":5");
    }

    private static HttpResponse<String> decideInTheApi(String id, String body) {
        return Published.api(
                server,
                TestServer.RECOGNITION_OFFICER,
                "POST",
                "/api/v1/recognition/applications/" + id + "/decision",
                body);
    }

    private static final String APPEAL = "Within 30 days, in writing, to the appeals committee.";

    private static Decided<ApplicationRow> apply(String course, String unit) {
        return server.bean(Applications.class)
                .apply(
                        learner,
                        new Applications.Request(
                                Published.shortCode(server, course), MICRO_DEGREE, unit, ""));
    }

    private static Decided<RecognitionDecision> decide(UUID application, DecisionDraft draft) {
        return server.bean(Recognitions.class).decide(officer, application, draft);
    }

    private static DecisionDraft draft(
            String outcome, String credits, boolean substantial, String reasons, String appeal) {
        var differences = new HashMap<String, String>();
        var texts = new HashMap<String, String>();
        for (var element : RecognitionElement.values()) {
            differences.put(element.code(), "none");
        }
        if (substantial) {
            differences.put("profile", "substantial");
            texts.put("profile", "Another field");
        }
        return new DecisionDraft(differences, texts, outcome, credits, reasons, appeal);
    }

    private static Stack stack() {
        return server.bean(Stacks.class).of(learner, MICRO_DEGREE).orElseThrow();
    }

    private static Ects counted(Stack stack) {
        return stack.audit().counted().stream()
                .map(it -> it.credits())
                .reduce(Ects.ZERO, Ects::plus);
    }

    private static List<String> codes(Decided<?> decided) {
        return decided.reasons().stream().map(Refusal::code).toList();
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T> accepted -> accepted.value();
            case Decided.Refused<T> refused -> throw new AssertionError(refused.reasons());
        };
    }
}
