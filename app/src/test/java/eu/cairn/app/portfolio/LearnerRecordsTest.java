package eu.cairn.app.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Person;
import eu.cairn.app.verification.Verifications;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.badge.LearnerRecord.Association;
import eu.cairn.formats.verification.RecordVerdict;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A learner takes several credentials, or what counts in a stack, in one signed record. */
class LearnerRecordsTest {

    private static final String STACK =
            """
            qualification: {id: record-stack, version: 2026-1, title: Record stack}
            validFrom: 2026-09-01
            requirements:
            - {id: finland, title: Finland, credits: {atLeast: 5}, from: {country: FI}}
            """;

    private static final String ABROAD =
            """
            qualification: {id: record-abroad, version: 2026-1, title: Record abroad}
            validFrom: 2026-09-01
            requirements:
            - {id: italy, title: Italy, credits: {atLeast: 1}, from: {country: IT}}
            """;

    private static final TestServer SERVER = TestServer.shared();

    private final Person learner = Published.learner(SERVER);

    private List<Holding> genuine() {
        return SERVER.bean(Holdings.class).of(learner).stream()
                .filter(one -> one.verified().isPresent())
                .toList();
    }

    private static RecordVerdict verified(String document) {
        return SERVER.bean(Verifications.class)
                .answer(document.getBytes(StandardCharsets.UTF_8))
                .record()
                .orElseThrow();
    }

    private static List<String> ids(RecordVerdict verdict) {
        return verdict.credentials().stream()
                .flatMap(one -> one.credential().stream())
                .map(MicroCredential::id)
                .toList();
    }

    @Test
    void severalCredentialsAreOneRecordAndEachIsVerifiedByItself() {
        var two = genuine().subList(0, 2);

        var document = api("/api/v1/credentials/record", chosen(two));

        assertThat(document.statusCode()).isEqualTo(200);
        var verdict = verified(document.body());
        assertThat(verdict.credentials())
                .hasSize(2)
                .allMatch(one -> one instanceof Verdict.Genuine);
        assertThat(ids(verdict))
                .containsExactlyElementsOf(
                        two.stream().map(one -> one.content().orElseThrow().id()).toList());
        assertThat(verdict.record().checks())
                .filteredOn(check -> check.result() == Check.Result.PASSED)
                .extracting(Check::code)
                .contains("integrity.intact", "issuer.key-matches");
        assertThat(verdict.record()).isInstanceOf(Verdict.AllGenuine.class);
    }

    @Test
    void theRecordIsSignedByWhoAwardedMostOfIt() {
        var held = genuine();
        var count =
                held.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.awardedBy().id(), Collectors.counting()));
        var document = api("/api/v1/credentials/record", chosen(held)).body();
        var publisher =
                held.stream()
                        .filter(one -> document.contains("\"issuer\":{\"id\":\"" + did(one)))
                        .findFirst()
                        .orElseThrow();

        assertThat(document.indexOf("\"issuer\":{\"id\":\"" + did(publisher)))
                .isEqualTo(document.indexOf("\"issuer\":{\"id\":\""));
        assertThat(count.get(publisher.awardedBy().id()))
                .isEqualTo(count.values().stream().max(Long::compare).orElseThrow());
    }

    @Test
    void theLearnerIsNamedAsThePublisherKnowsThem() {
        var held = genuine();
        Published.rulebook(SERVER, ABROAD, "kallavesi");

        var own = identities(api("/api/v1/credentials/record", chosen(held)).body());
        var foreign =
                identities(
                        SERVER.as(TestServer.LEARNER)
                                .post("/stacks/record-abroad/record", Map.of())
                                .body());

        var publisher = own.getFirst();
        assertThat(held)
                .filteredOn(one -> did(one).equals(publisher))
                .last()
                .extracting(one -> one.content().orElseThrow().learner().orElseThrow())
                .satisfies(
                        named ->
                                assertThat(own)
                                        .containsExactly(
                                                publisher,
                                                named.fullName(),
                                                named.identifier().orElseThrow()));
        assertThat(foreign).hasSize(2); // the publisher and the name
        assertThat(held).filteredOn(one -> did(one).equals(foreign.getFirst())).isNotEmpty();
    }

    /** Who issued a record, and what it names the learner by. */
    private static List<String> identities(String document) {
        var record = SERVER.bean(JsonMapper.class).readTree(document);
        var all = new ArrayList<String>();
        all.add(record.get("issuer").get("id").asString());
        for (var identity : record.get("credentialSubject").get("identifier")) {
            all.add(identity.get("identityHash").asString());
        }
        return all;
    }

    private static String did(Holding holding) {
        return holding.content().orElseThrow().awardingBody().id();
    }

    @Test
    void whatCountsInAStackIsPartOfTheQualification() {
        Published.rulebook(SERVER, STACK, "kallavesi");
        var page = SERVER.base() + "/qualifications/record-stack/2026-1";

        var document = SERVER.as(TestServer.LEARNER).post("/stacks/record-stack/record", Map.of());

        assertThat(document.statusCode()).isEqualTo(200);
        var verdict = verified(document.body());
        assertThat(verdict.credentials())
                .hasSizeGreaterThan(1)
                .allMatch(one -> one instanceof Verdict.Genuine)
                .allMatch(
                        one ->
                                one.credential()
                                        .flatMap(c -> c.awardingBody().country())
                                        .filter(country -> country.code().equals("FI"))
                                        .isPresent());
        assertThat(verdict.qualifications()).hasSize(1).allMatch(q -> q.id().equals(page));
        assertThat(verdict.associations())
                .containsExactlyElementsOf(
                        ids(verdict).stream().map(id -> Association.partOf(id, page)).toList());
        assertThat(SERVER.as(TestServer.LEARNER).get("/stacks/record-stack").body())
                .contains("action=\"/stacks/record-stack/record\"");
    }

    @Test
    void aChangedCredentialInARecordIsFoundAlone() {
        var two = genuine().subList(0, 2);
        var title = two.getLast().content().orElseThrow().title().authoritative();
        var document = api("/api/v1/credentials/record", chosen(two)).body();

        var changed = document.replace(title, title + "!");

        var verdict = verified(changed);
        assertThat(verdict.record()).isInstanceOf(Verdict.NotGenuine.class);
        assertThat(verdict.credentials().getFirst()).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.credentials().getLast()).isInstanceOf(Verdict.NotGenuine.class);
        var page =
                SERVER.visitor()
                        .upload("/verify", "record.json", changed.getBytes(StandardCharsets.UTF_8));
        assertThat(page.body()).contains("Genuine: 1 of 2 credentials");
    }

    @Test
    void pageAndApiJudgeEachCredentialOfARecord() {
        var document = api("/api/v1/credentials/record", chosen(genuine().subList(0, 2))).body();

        var page =
                SERVER.visitor()
                        .upload(
                                "/verify",
                                "record.json",
                                document.getBytes(StandardCharsets.UTF_8));
        var answer =
                SERVER.visitor()
                        .send(
                                HttpRequest.newBuilder(
                                                SERVER.visitor().uri("/api/v1/verifications"))
                                        .POST(HttpRequest.BodyPublishers.ofString(document)));

        assertThat(page.body())
                .contains("The credentials in it, each by itself")
                .contains("Genuine: 2 of 2 credentials");
        assertThat(answer.body()).contains("\"credentials\": [", "\"verdict\": \"genuine\"");
    }

    @Test
    void theFormKeepsWhatWasChosenAndSaysWhyNothingWasMade() {
        var visitor = SERVER.as(TestServer.LEARNER);
        var mine = genuine().getFirst().awarded().shortCode();

        assertThat(visitor.get("/credentials").body())
                .contains("name=\"credential\" value=\"" + mine + "\"");
        var made = visitor.post("/credentials/record", Map.of("credential", mine));
        var empty = visitor.post("/credentials/record", Map.of());
        var strange =
                visitor.post("/credentials/record", Map.of("credential", mine + ",AAAA-AAAA-AA"));

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("learner-record.json");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("portfolio.record-empty");
        assertThat(strange.body())
                .contains("portfolio.record-not-held", "value=\"" + mine + "\" checked");
    }

    @Test
    void onlyOnesOwnGenuineCredentialsAreTaken() {
        var mine = chosen(genuine().subList(0, 1));
        var registrar =
                SERVER.visitor()
                        .send(body("/api/v1/credentials/record", TestServer.REGISTRAR, mine));
        var nobody =
                SERVER.visitor()
                        .send(
                                HttpRequest.newBuilder(
                                                SERVER.visitor().uri("/api/v1/credentials/record"))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(mine)));
        var others =
                SERVER.bean(Holdings.class).of(learner).stream()
                        .filter(one -> one.verified().isEmpty())
                        .toList();

        assertThat(registrar.statusCode()).isEqualTo(422);
        assertThat(registrar.body()).contains("portfolio.record-not-held");
        assertThat(nobody.statusCode()).isEqualTo(401);
        if (!others.isEmpty()) {
            assertThat(api("/api/v1/credentials/record", chosen(others)).body())
                    .contains("portfolio.record-not-genuine");
        }
        for (var wrong :
                List.of("{}", "{\"credentials\": null}", "{\"credentials\": [null]}", "[]")) {
            assertThat(api("/api/v1/credentials/record", wrong).statusCode())
                    .as(wrong)
                    .isBetween(400, 422);
        }
    }

    @Test
    void aRecordIsJournalledAndNotKept() {
        var document = api("/api/v1/credentials/record", chosen(genuine().subList(0, 2))).body();
        var id = document.replaceAll("(?s).*?\"id\":\"(urn:uuid:[^\"]+)\".*", "$1");

        assertThat(
                        SERVER.bean(JdbcClient.class)
                                .sql(
                                        "SELECT count(*) FROM journal WHERE kind = 'records.signed' AND subject = :id")
                                .param("id", id)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private static String chosen(List<Holding> holdings) {
        return holdings.stream()
                .map(one -> "\"" + one.awarded().shortCode() + "\"")
                .collect(Collectors.joining(",", "{\"credentials\":[", "]}"));
    }

    private static HttpRequest.Builder body(String path, String email, String json) {
        return SERVER.api(path, email)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private static HttpResponse<String> api(String path, String json) {
        return SERVER.visitor().send(body(path, TestServer.LEARNER, json));
    }
}
