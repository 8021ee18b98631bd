package eu.cairn.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Person;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import eu.cairn.verification.Verdict;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LearnersTranscriptTest {

    private static TestServer server;
    private static Person learner;
    private static List<Holding> held;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        server.signAll();
        learner = Published.learner(server);
        held = server.bean(Holdings.class).of(learner);
    }

    @Test
    void recordsOfSeveralIssuersAreTotalledByLevelFieldAndIssuer() {
        var transcript = json();

        var total = new BigDecimal("33");
        assertThat(transcript.get("total").get("credits").decimalValue())
                .isEqualByComparingTo(total);
        for (var by : List.of("byLevel", "byField", "byAwardingBody")) {
            assertThat(
                            nodes(transcript.get(by))
                                    .map(one -> one.get("sum").get("credits").decimalValue())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(by)
                    .isEqualByComparingTo(total);
        }
        assertThat(transcript.get("byAwardingBody").size()).isGreaterThan(2);
        assertThat(transcript.get("byLevel").get(0).get("level").get("eqf").asInt()).isEqualTo(6);
        assertThat(nodes(transcript.get("credentials")))
                .hasSize(7)
                .allMatch(one -> one.get("verdict").asString().equals("genuine"))
                .allMatch(one -> one.has("level") && one.has("field") && one.has("hours"))
                .allMatch(one -> !one.get("qualityAssurance").isEmpty());
    }

    @Test
    void whatIsRevokedOrSuspendedIsListedApartWithItsReasonAndCountedNowhere() {
        var apart = nodes(json().get("notCounted")).toList();

        assertThat(apart)
                .extracting(
                        one -> one.get("reason").asString(),
                        one -> one.get("detail").asString().split(" on ")[0])
                .containsExactlyInAnyOrder(
                        tuple("status.revoked", "The issuer revoked it"),
                        tuple("status.suspended", "The issuer suspended it"));
        assertThat(server.as(TestServer.LEARNER).get("/transcript").body())
                .containsPattern("(?s)Held, and counted nowhere.*Ethics of AI.*revoked on")
                .containsPattern("(?s)Held, and counted nowhere.*Diseño.*suspended since");
    }

    @Test
    void thePageSaysTheSameAsTheApi() {
        var page = server.as(TestServer.LEARNER).get("/transcript").body();
        var transcript = json();

        assertThat(page).contains("<span class=\"big\">33.0</span>", "7 credentials of");
        nodes(transcript.get("credentials"))
                .forEach(
                        one ->
                                assertThat(page)
                                        .contains("Code " + one.get("shortCode").asString()));
        for (var by : List.of("byLevel", "byField", "byAwardingBody")) {
            nodes(transcript.get(by))
                    .map(one -> Ects.of(one.get("sum").get("credits").decimalValue()))
                    .forEach(credits -> assertThat(page).contains("<b>" + credits + "</b>"));
        }
    }

    @Test
    void aTranscriptIsForItsLearnerAlone() {
        var code = json().get("credentials").get(0).get("shortCode").asString();

        assertThat(server.visitor().get("/transcript").uri().getPath()).isEqualTo("/sign-in");
        assertThat(Published.api(server, "", "GET", "/api/v1/transcript", "").statusCode())
                .isEqualTo(401);
        for (var other : List.of(TestServer.DESIGNER, TestServer.REGISTRAR)) {
            assertThat(server.as(other).get("/transcript?learner=" + learner.id()).body())
                    .doesNotContain(code, learner.fullName());
            assertThat(Published.api(server, other, "GET", "/api/v1/transcript", "").body())
                    .contains("\"credentials\":[]")
                    .doesNotContain(code);
        }
    }

    @Test
    void whoHoldsNothingIsToldWhatToDoFirst() {
        assertThat(server.as(TestServer.DESIGNER).get("/transcript").body())
                .contains("Nothing to add up yet", "Find courses");
        assertThat(server.as(TestServer.LEARNER).get("/credentials").body())
                .contains("href=\"/transcript\"");
        assertThat(server.as(TestServer.LEARNER).get("/stacks").body())
                .contains("href=\"/transcript\"");
    }

    @Test
    void whatIsHeldTwiceCountsOnceAndSaysSo() {
        var twice = new ArrayList<>(held);
        twice.addAll(held);

        var made = transcript(twice);

        assertThat(made.transcript().total().credits()).isEqualTo(Ects.of(33));
        assertThat(made.transcript().entries()).hasSize(7);
        assertThat(made.notCounted())
                .extracting(one -> one.reason().code())
                .filteredOn("portfolio.held-twice"::equals)
                .hasSize(7);
        assertThat(made.transcript().byAwardingBody())
                .isNotEmpty()
                .allMatch(body -> !body.sum().credits().isZero());
    }

    @Test
    void whatCouldNotBeCheckedOrIsBeingSignedIsNeverCounted() {
        var genuine = genuine();
        var verdict = (Verdict.Genuine) genuine.verdict().orElseThrow();
        var open =
                new Verdict.CouldNotFinish(
                        held.stream()
                                .flatMap(holding -> holding.verdict().stream())
                                .filter(Verdict.NotGenuine.class::isInstance)
                                .map(found -> ((Verdict.NotGenuine) found).reason())
                                .findFirst()
                                .orElseThrow(),
                        Optional.of(verdict.content()),
                        verdict.checks(),
                        verdict.at());

        var made =
                transcript(
                        List.of(
                                new Holding(
                                        genuine.awarded(), genuine.awardedBy(), Optional.of(open)),
                                new Holding(
                                        genuine.awarded(), genuine.awardedBy(), Optional.empty())));

        assertThat(made.transcript().total().credits()).isEqualTo(Ects.ZERO);
        assertThat(made.notCounted())
                .extracting(one -> one.reason().code())
                .containsExactly("status.revoked", "portfolio.being-signed");
        assertThat(page(made)).contains("Nothing counts yet", "Could not finish checking");
    }

    @Test
    void halfCreditsAndWhatIsNotStatedAreShownAndAddedExactly() {
        var half =
                with(
                        "Half",
                        Optional.of(new Workload(Optional.of(new Ects(50)), Optional.empty())));
        var none = with("Nothing stated", Optional.empty());

        var page = page(transcript(List.of(half, half(half), none)));

        assertThat(page)
                .contains("<span class=\"big\">1.0</span>", "<td class=\"num\">0.5</td>")
                .contains("Not stated", "Field not stated")
                .contains("1 credential states no credits and adds none.");
    }

    @Test
    void fiveHundredCredentialsWithLongTitlesStayInOrder() {
        var title = "<b>" + "Sustainability".repeat(200);
        var many =
                IntStream.range(0, 500)
                        .mapToObj(i -> with(title, genuine().content().orElseThrow().workload()))
                        .toList();

        var made = transcript(many);

        assertThat(made.transcript().entries()).hasSize(500);
        assertThat(page(made))
                .contains("500 credentials of 1 awarding body in 1 country")
                .contains("&lt;b&gt;Sustainability")
                .doesNotContain("<b>Sustainability");
    }

    /** A genuine credential with another identifier, title and workload, without level or field. */
    private static Holding with(String title, Optional<Workload> workload) {
        var genuine = genuine();
        var verdict = (Verdict.Genuine) genuine.verdict().orElseThrow();
        var content = verdict.content();
        var other =
                new MicroCredential(
                        "urn:uuid:" + UUID.randomUUID(),
                        MultilingualText.of(Language.ENGLISH, title),
                        content.learner(),
                        content.awardingBody(),
                        content.awardedOn(),
                        content.issuedAt(),
                        content.expiresOn(),
                        content.outcomes(),
                        workload,
                        Optional.empty(),
                        content.assessments(),
                        content.participation(),
                        List.of(),
                        Optional.empty(),
                        content.prerequisites(),
                        content.stackability(),
                        Optional.empty(),
                        content.languageOfInstruction(),
                        content.course(),
                        content.description(),
                        content.reviewOn(),
                        content.contributors(),
                        content.rights());
        return new Holding(
                genuine.awarded(),
                genuine.awardedBy(),
                Optional.of(new Verdict.Genuine(other, verdict.checks(), verdict.at())));
    }

    /** Another credential of the same workload. */
    private static Holding half(Holding like) {
        return with("Other half", like.content().orElseThrow().workload());
    }

    private static Holding genuine() {
        return held.stream()
                .filter(holding -> holding.verified().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static LearnersTranscript transcript(List<Holding> some) {
        return server.bean(Transcripts.class).of(learner, some);
    }

    private static String page(LearnersTranscript made) {
        var output = new StringOutput();
        Html.PAGES
                .transcript(
                        new Page(
                                "",
                                Optional.of(learner),
                                "",
                                List.of(),
                                false,
                                "",
                                Optional.empty()),
                        TranscriptView.of(made),
                        "https://cairn.example/verify")
                .render(output);
        return output.toString();
    }

    private static JsonNode json() {
        return server.bean(JsonMapper.class)
                .readTree(
                        Published.api(server, TestServer.LEARNER, "GET", "/api/v1/transcript", "")
                                .body());
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
