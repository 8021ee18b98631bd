package eu.cairn.app.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.AwardStore;
import eu.cairn.app.award.Awards;
import eu.cairn.app.award.Corrections;
import eu.cairn.app.award.Learners;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.verification.Verifications;
import eu.cairn.app.web.NotThere;
import eu.cairn.award.Correction;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CredentialTerms;
import eu.cairn.credential.Contributor;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Verdict;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A credential that was wrong is replaced by a right one, and never are there none or two. */
class CorrectionTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final String WHY = "The name was mistyped when you enrolled.";

    private static int learners;

    private final Acting registrar = SERVER.acting("borgofiume", Role.REGISTRAR);
    private final Corrections corrections = SERVER.bean(Corrections.class);
    private final CredentialStore credentials = SERVER.bean(CredentialStore.class);
    private final SigningWork work = SERVER.bean(SigningWork.class);

    @Test
    void theCorrectedOneCountsAndTheFirstOneLeadsToIt() {
        var first = awarded();

        var made = accepted(corrections.correct(registrar, first.award(), name("Ada Lovelace")));
        SERVER.signAll();

        var corrected = credentials.byAward(made.award()).orElseThrow();
        var ended = credentials.byAward(first.award()).orElseThrow();
        assertThat(verdict(corrected)).isInstanceOf(Verdict.Genuine.class);
        assertThat(Copies.content(corrected).learner().orElseThrow().fullName())
                .isEqualTo("Ada Lovelace");
        assertThat(Copies.content(corrected).awardedOn())
                .isEqualTo(Copies.content(first).awardedOn());
        assertThat(((Verdict.NotGenuine) verdict(ended)).reason())
                .satisfies(
                        reason -> {
                            assertThat(reason.code()).isEqualTo("status.revoked");
                            assertThat(reason.evidence())
                                    .contains(WHY, "replaced")
                                    .endsWith(SERVER.base() + "/v/" + corrected.shortCode());
                        });
        assertThat(ended.replacedBy().orElseThrow().award()).isEqualTo(corrected.award());
        assertThat(corrected.replaces().orElseThrow().award()).isEqualTo(first.award());
        assertThat(ended.signed()).isEqualTo(first.signed());
        assertThat(SERVER.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void aCrashBeforeTheSignatureLeavesTheFirstOneInForceAndNothingLost() {
        var first = awarded();
        work.working.lock();
        try {
            var made =
                    accepted(corrections.correct(registrar, first.award(), name("Ada Lovelace")));

            assertThat(verdict(credentials.byAward(first.award()).orElseThrow()))
                    .isInstanceOf(Verdict.Genuine.class);
            assertThat(credentials.byAward(made.award()).orElseThrow().document()).isEmpty();
            assertThat(inForce(first)).isEqualTo(1);

            // the server dies after signing and before the transaction is kept
            SERVER.bean(TransactionTemplate.class)
                    .executeWithoutResult(
                            transaction -> {
                                assertThat(SERVER.bean(Signing.class).signSome(new HashSet<>()))
                                        .isPositive();
                                assertThat(inForce(first)).isEqualTo(1);
                                transaction.setRollbackOnly();
                            });

            assertThat(verdict(credentials.byAward(first.award()).orElseThrow()))
                    .isInstanceOf(Verdict.Genuine.class);
            assertThat(credentials.byAward(made.award()).orElseThrow().document()).isEmpty();

            // the next one goes on
            SERVER.signAll();

            assertThat(verdict(credentials.byAward(made.award()).orElseThrow()))
                    .isInstanceOf(Verdict.Genuine.class);
            assertThat(verdict(credentials.byAward(first.award()).orElseThrow()))
                    .isInstanceOf(Verdict.NotGenuine.class);
            assertThat(inForce(first)).isEqualTo(1);
        } finally {
            work.working.unlock();
        }
    }

    @Test
    void aCrashBeforeItIsRecordedLeavesEverythingAsItWas() {
        var first = awarded();

        SERVER.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        transaction -> {
                            accepted(
                                    corrections.correct(
                                            registrar, first.award(), name("Ada Lovelace")));
                            transaction.setRollbackOnly();
                        });
        SERVER.signAll();

        var after = credentials.byAward(first.award()).orElseThrow();
        assertThat(after.replacedBy()).isEmpty();
        assertThat(verdict(after)).isInstanceOf(Verdict.Genuine.class);
        assertThat(nameOf(first)).isEqualTo("Ada Byron");
    }

    @Test
    void whatIsBeingCorrectedIsNeitherCorrectedNorRevokedBesides() {
        var first = awarded();
        work.working.lock();
        try {
            var made =
                    accepted(corrections.correct(registrar, first.award(), name("Ada Lovelace")));
            var waiting = credentials.byAward(made.award()).orElseThrow();

            assertThat(codes(corrections.correct(registrar, made.award(), name("Ada L."))))
                    .containsExactly("award.correction-under-way");
            assertThat(codes(revoked(waiting))).containsExactly("credential.correction-under-way");
            assertThat(codes(corrections.correct(registrar, first.award(), name("Ada L."))))
                    .containsExactly("award.correction-under-way");
            assertThat(codes(revoked(first))).containsExactly("credential.correction-under-way");
        } finally {
            work.working.unlock();
        }
    }

    @Test
    void aCorrectionThatCannotBeSignedIsGivenUpAndMadeAnew() {
        var first = awarded();
        AwardedCredential waiting;
        work.working.lock();
        try {
            var made = accepted(corrections.correct(registrar, first.award(), name("Ada L.")));
            waiting = credentials.byAward(made.award()).orElseThrow();
            var visitor = SERVER.as(TestServer.REGISTRAR);
            var path = "/awards/" + waiting.award();
            assertThat(visitor.get(path).body()).contains("Give up the correction");
            assertThat(visitor.get("/awards/" + first.award()).body())
                    .doesNotContain("Give up the correction");
            assertThat(codes(givenUp(first))).containsExactly("credential.correction-not-waiting");
            var fields = Map.of("code", "correction-given-up", "reason", "The key is lost.");
            assertThat(visitor.post(path + "/revocation", fields).body())
                    .contains("Correction given up", "The key is lost.");
        } finally {
            work.working.unlock();
        }
        SERVER.signAll();

        var abandoned = credentials.byAward(waiting.award()).orElseThrow();
        assertThat(abandoned.document()).isEmpty();
        assertThat(credentials.takeEffect(waiting.award(), Instant.EPOCH)).isEmpty();
        assertThat(codes(givenUp(abandoned))).containsExactly("credential.correction-not-waiting");
        assertThat(codes(corrections.correct(registrar, waiting.award(), name("Ada"))))
                .containsExactly("award.correction-of-revoked");
        assertThat(credentials.byAward(first.award()).orElseThrow().replacedBy()).isEmpty();
        assertThat(verdict(first)).isInstanceOf(Verdict.Genuine.class);

        var again = accepted(corrections.correct(registrar, first.award(), name("Ada L.")));
        SERVER.signAll();

        assertThat(credentials.byAward(first.award()).orElseThrow().replacedBy().orElseThrow())
                .returns(again.award(), AwardedCredential.Correction::award);
        assertThat(inForce(first)).isEqualTo(1);
        var signed = credentials.byAward(again.award()).orElseThrow();
        assertThat(codes(givenUp(signed))).containsExactly("credential.correction-not-waiting");
    }

    @Test
    void nothingIsCorrectedThatAJointPartnerHasNotAgreedTo() {
        var first = awarded();
        var mapper = SERVER.bean(JsonMapper.class);
        var jdbc = SERVER.bean(JdbcClient.class);
        var partner =
                new CredentialTerms.Partner(
                        Contributor.Role.JOINT_AWARDING_BODY,
                        "Kallavesi",
                        Optional.empty(),
                        Optional.of("kallavesi"));
        var terms =
                new CredentialTerms(
                        Optional.empty(), List.of(partner), Optional.empty(), Optional.empty());
        SERVER.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        transaction -> {
                            var design =
                                    (ObjectNode)
                                            mapper.readTree(
                                                    jdbc.sql(
                                                                    "SELECT v.design FROM course_version v JOIN award a USING (course_id, number) WHERE a.id = :a")
                                                            .param("a", first.award())
                                                            .query(byte[].class)
                                                            .single());
                            design.set("terms", mapper.valueToTree(terms));
                            jdbc.sql(
                                            "UPDATE course_version v SET design = :design FROM award a WHERE a.id = :a AND v.course_id = a.course_id AND v.number = a.number")
                                    .param("a", first.award())
                                    .param("design", mapper.writeValueAsBytes(design))
                                    .update();
                            assertThat(
                                            codes(
                                                    corrections.propose(
                                                            registrar,
                                                            first.award(),
                                                            name("Ada Lovelace"))))
                                    .containsExactly("catalogue.joint-not-agreed");
                            transaction.setRollbackOnly();
                        });
    }

    @Test
    void whatWasReplacedBeforeThereWereCorrectionsIsNotCorrected() {
        var first = awarded();
        SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        UPDATE award SET revoked_at = now(), revoked_by = awarded_by,
                               revocation_code = 'replaced', revocation_reason = 'As it was'
                        WHERE id = :award
                        """)
                .param("award", first.award())
                .update();

        assertThat(codes(corrections.correct(registrar, first.award(), name("Ada"))))
                .containsExactly("award.correction-of-revoked");
    }

    @Test
    void whatEndedIsNotCorrectedAndACorrectedOneIsCorrectedAgain() {
        var first = awarded();
        var second = accepted(corrections.correct(registrar, first.award(), name("Ada L.")));
        SERVER.signAll();

        assertThat(codes(corrections.correct(registrar, first.award(), name("Ada"))))
                .containsExactly("award.corrected-before");
        assertThat(codes(revoked(first))).containsExactly("credential.revoked-before");

        accepted(corrections.correct(registrar, second.award(), name("Ada Lovelace")));
        SERVER.signAll();
        assertThat(inForce(first)).isEqualTo(1);

        var other = awarded();
        accepted(revoked(other));
        assertThat(codes(corrections.correct(registrar, other.award(), name("Ada"))))
                .containsExactly("award.correction-of-revoked");
    }

    @Test
    void ofManyWhoCorrectAtOnceOneDoes() throws Exception {
        var first = awarded();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var deeds =
                    IntStream.range(0, 8)
                            .<Callable<Decided<Corrections.Corrected>>>mapToObj(
                                    i ->
                                            () ->
                                                    corrections.correct(
                                                            registrar,
                                                            first.award(),
                                                            name("Ada " + i)))
                            .toList();
            int done = 0;
            for (var answer : threads.invokeAll(deeds)) {
                done += answer.get() instanceof Decided.Accepted ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        SERVER.signAll();

        assertThat(inForce(first)).isEqualTo(1);
        assertThat(SERVER.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void anotherOrganisationFindsNothingToCorrect() {
        var first = awarded();
        var foreigner = SERVER.acting("kallavesi", Role.REGISTRAR);

        Assertions.assertThatThrownBy(
                        () -> corrections.correct(foreigner, first.award(), name("X")))
                .isInstanceOf(NotThere.class);
    }

    @Test
    void theLearnerAndTheVerifierReadWhyOnBothPagesAndInTheApi() {
        var first = awarded();
        var made = accepted(corrections.correct(registrar, first.award(), name("Ada Lovelace")));
        SERVER.signAll();
        var learner = SERVER.bean(JdbcClient.class);
        learner.sql(
                        "UPDATE learner SET email = :email WHERE id = (SELECT learner_id FROM award WHERE id = :a)")
                .param("email", "kallavesi.designer@example.org")
                .param("a", first.award())
                .update();

        var old = SERVER.visitor().get("/v/" + first.shortCode()).body();
        var now = SERVER.visitor().get("/v/" + made.shortCode()).body();
        var list = SERVER.as("kallavesi.designer@example.org").get("/credentials").body();
        var status = get("/api/v1/awards/" + first.shortCode() + "/status");
        var note = "/status/borgofiume/%d/%d".formatted(first.statusList(), first.statusIndex());

        assertThat(old)
                .contains("replaced by a corrected credential", WHY, "/v/" + made.shortCode());
        assertThat(now).contains("Genuine").doesNotContain(first.shortCode(), WHY);
        assertThat(get("/api/v1/awards/" + made.shortCode() + "/status").body())
                .contains("in-force")
                .doesNotContain(first.shortCode(), WHY, "clerical-error");
        assertThat(list).contains("Replaced by", made.shortCode(), WHY);
        var json = JsonMapper.builder().build().readTree(status.body());
        assertThat(json.get("state").asString()).isEqualTo("revoked");
        assertThat(json.get("code").asString()).isEqualTo("replaced");
        assertThat(json.get("reason").asString()).isEqualTo(WHY);
        assertThat(json.get("replacedBy").get("code").asString()).isEqualTo("clerical-error");
        assertThat(get(note).statusCode()).isEqualTo(404);
        assertThat(get(note + "?credential=urn:uuid:" + first.award()).body())
                .contains("replaced", WHY, "/v/" + made.shortCode());
        assertThat(SERVER.as(TestServer.REGISTRAR).get("/awards/" + first.award()).body())
                .contains("Corrected by", made.shortCode());
    }

    @Test
    void aRegistrarComparesBeforeAnythingIsSigned() {
        var first = awarded();
        var visitor = SERVER.as(TestServer.REGISTRAR);
        var path = "/awards/" + first.award() + "/correction";
        var fields =
                Map.of(
                        "fullName", "Ada <b>Lovelace</b>",
                        "grade", "30",
                        "version", "1",
                        "minute", "EB-26-77",
                        "reason", "result-changed",
                        "words", WHY);

        assertThat(visitor.get(path).body()).contains("Ada Byron", "Compare before and after");
        var compared = visitor.post(path, fields).body();

        assertThat(compared)
                .contains("name of the learner", "Ada Byron", "Ada &lt;b&gt;Lovelace", "28", "30");
        assertThat(credentials.byAward(first.award()).orElseThrow().replacedBy()).isEmpty();

        var all = new java.util.HashMap<>(fields);
        all.put("step", "correct");
        assertThat(visitor.post(path, all).body()).contains("Corrects", first.shortCode());
        SERVER.signAll();
        var made = credentials.byAward(first.award()).orElseThrow().replacedBy().orElseThrow();
        var content = Copies.content(credentials.byAward(made.award()).orElseThrow());
        assertThat(content.grade().orElseThrow().value()).isEqualTo("30");
        assertThat(visitor.get(path).body()).contains("award.corrected-before");
    }

    @Test
    void anotherSystemCorrectsByTheSameRules() {
        var first = awarded();
        var path = "/api/v1/awards/" + first.award() + "/correction";

        assertThat(post(path, "{}").body())
                .contains("award.correction-reason-unknown", "award.correction-words-missing");
        assertThat(post(path, body("\"grade\": \"30\"")).body()).contains("award.minute-missing");
        assertThat(post(path, body("\"version\": 9")).body())
                .contains("award.correction-version-unknown");
        assertThat(post(path, body("\"fullName\": \" \"")).body())
                .contains("award.correction-name-missing");
        assertThat(post(path, body("\"fullName\": \"Ada Byron\"")).body())
                .contains("award.correction-changes-nothing");
        var preview = post(path, body("\"fullName\": \"Ada King\", \"preview\": true"));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("learner-name", "Ada Byron", "Ada King");
        assertThat(credentials.byAward(first.award()).orElseThrow().replacedBy()).isEmpty();
        assertThat(post(path, body("\"fullName\": \"Ada King\"")).statusCode()).isEqualTo(201);
    }

    private static String body(String more) {
        return "{\"reason\": \"clerical-error\", \"words\": \"%s\", %s}".formatted(WHY, more);
    }

    private static HttpResponse<String> get(String path) {
        return SERVER.visitor().get(path);
    }

    private static HttpResponse<String> post(String path, String body) {
        return SERVER.visitor()
                .send(
                        SERVER.api(path, TestServer.REGISTRAR)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
    }

    private static Correction.Wanted name(String name) {
        return new Correction.Wanted("clerical-error", WHY, name, "", "", "28", 1, "");
    }

    private Decided<UUID> revoked(AwardedCredential credential) {
        return SERVER.bean(Revocations.class)
                .revoke(registrar, credential.award(), "misconduct", "Copied");
    }

    private Decided<UUID> givenUp(AwardedCredential credential) {
        return SERVER.bean(Revocations.class)
                .revoke(registrar, credential.award(), "correction-given-up", "No key");
    }

    /** How many awards a learner has in force for the course of one. */
    private static long inForce(AwardedCredential credential) {
        return SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        SELECT count(*) FROM award a JOIN award b
                               ON b.learner_id = a.learner_id AND b.course_id = a.course_id
                        WHERE b.id = :award AND a.revoked_at IS NULL AND NOT a.waits
                        """)
                .param("award", credential.award())
                .query(Long.class)
                .single();
    }

    private static String nameOf(AwardedCredential credential) {
        return SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        SELECT l.full_name FROM learner l JOIN award a ON a.learner_id = l.id
                        WHERE a.id = :award
                        """)
                .param("award", credential.award())
                .query(String.class)
                .single();
    }

    /** A signed credential of somebody whom no other test awards anything. */
    private AwardedCredential awarded() {
        var number = "CORR-%04d".formatted(++learners);
        accepted(
                SERVER.bean(Learners.class)
                        .add(
                                registrar,
                                "learner_id,full_name,email\n%1$s,Ada Byron,%1$s@example.org\n"
                                        .formatted(number)
                                        .getBytes(StandardCharsets.UTF_8)));
        var course =
                SERVER.bean(CourseStore.class).versionsIn(registrar, CourseState.PUBLISHED).stream()
                        .filter(one -> one.code().equals("CLIMA-5"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        var file =
                """
                learner_id,A1,A2,A3,passed_on,grade,identity_checked
                %s,passed,passed,passed,2026-11-16,28,yes
                """
                        .formatted(number)
                        .getBytes(StandardCharsets.UTF_8);
        var awards = SERVER.bean(Awards.class);
        var batch = accepted(awards.upload(registrar, course, 1, "results.csv", file));
        accepted(awards.confirm(registrar, batch, true, "EB-26-31"));
        SERVER.signAll();
        UUID award =
                SERVER.bean(AwardStore.class).awards(registrar, course, 1, 1000).stream()
                        .filter(row -> row.learnerNumber().equals(number))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return credentials.byAward(award).orElseThrow();
    }

    private static Verdict verdict(AwardedCredential credential) {
        return SERVER.bean(Verifications.class).verify(credential.signed());
    }

    private static List<String> codes(Decided<?> decided) {
        return decided.reasons().stream().map(Refusal::code).toList();
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T> refused -> throw new AssertionError(refused.reasons());
        };
    }
}
