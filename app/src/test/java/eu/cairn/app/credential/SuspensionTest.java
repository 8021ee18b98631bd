package eu.cairn.app.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.AwardStore;
import eu.cairn.app.award.Awards;
import eu.cairn.app.award.Corrections;
import eu.cairn.app.award.Learners;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.portfolio.Holding;
import eu.cairn.app.portfolio.Holdings;
import eu.cairn.app.remote.CachedWeb;
import eu.cairn.app.remote.FetchRules;
import eu.cairn.app.remote.PublicWeb;
import eu.cairn.app.remote.RemoteServer;
import eu.cairn.app.verification.FetchedStatusLists;
import eu.cairn.app.verification.Verifications;
import eu.cairn.app.web.NotThere;
import eu.cairn.award.Correction;
import eu.cairn.catalogue.CourseState;
import eu.cairn.formats.credential.CredentialFormat;
import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** A credential does not hold for a while, which everybody can see, and then holds again. */
class SuspensionTest {

    /** A server of its own: others look at what is not suspended. */
    private static final TestServer SERVER = TestServer.start(true);

    private static final String WHY = "The exam of 16 November is looked into.";

    private static int learners;

    private final Acting registrar = SERVER.acting("borgofiume", Role.REGISTRAR);
    private final Suspensions suspensions = SERVER.bean(Suspensions.class);
    private final CredentialStore credentials = SERVER.bean(CredentialStore.class);

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aSuspendedCredentialIsNotGenuineUntilItIsReinstated() {
        var one = awarded();
        assertThat(verdict(one)).isInstanceOf(Verdict.Genuine.class);

        accepted(suspensions.suspend(registrar, one.award(), "under-investigation", WHY));

        var reason = ((Verdict.NotGenuine) verdict(one)).reason();
        assertThat(reason.code()).isEqualTo("status.suspended");
        assertThat(reason.evidence()).contains(WHY, "under-investigation");
        assertThat(state(one)).contains("\"state\":\"suspended\"", WHY, "looked into");
        assertThat(SERVER.visitor().get("/v/" + one.shortCode()).body())
                .contains("Not genuine now: suspended since", WHY, "status.suspended");

        accepted(suspensions.reinstate(registrar, one.award(), "Nothing was found."));

        assertThat(verdict(one)).isInstanceOf(Verdict.Genuine.class);
        assertThat(state(one)).contains("\"state\":\"in-force\"").doesNotContain(WHY);
        accepted(suspensions.suspend(registrar, one.award(), "result-under-review", "Again"));
        assertThat(verdict(one)).isInstanceOf(Verdict.NotGenuine.class);
        assertThat(kinds(one.award()))
                .containsExactly("suspensions.made", "suspensions.ended", "suspensions.made");
        assertThat(SERVER.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    /** What lists say is kept, and another program does not tell this one that it changes them. */
    @Test
    void whatAnotherProgramChangesIsSeenByTheNextVerification() {
        var one = awarded();
        var jdbc = SERVER.bean(JdbcClient.class);
        assertThat(verdict(one)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(one)).isInstanceOf(Verdict.Genuine.class);

        jdbc.sql(
                        """
                        UPDATE award SET revoked_at = now(), revocation_code = 'awarded-in-error',
                               revocation_reason = 'By hand'
                        WHERE id = :id
                        """)
                .param("id", one.award())
                .update();
        assertThat(verdict(one)).isInstanceOf(Verdict.NotGenuine.class);

        jdbc.sql("UPDATE award SET revoked_at = NULL WHERE id = :id")
                .param("id", one.award())
                .update();
        assertThat(verdict(one)).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void manyChangesAreForgottenWhichIsAChangeItself() {
        var one = awarded();
        var jdbc = SERVER.bean(JdbcClient.class);
        var keys = SERVER.bean(Keys.class);
        var before = keys.revision();
        for (int change = 0; change < 600; change++) {
            jdbc.sql("UPDATE signing_key SET id = id WHERE false").update();
        }
        assertThat(keys.revision()).isNotEqualTo(before);

        assertThat(verdict(one)).isInstanceOf(Verdict.Genuine.class);

        assertThat(jdbc.sql("SELECT count(*) FROM issuer_change").query(Long.class).single())
                .isLessThan(100);
        var after = keys.revision();
        keys.forgetChanges();
        assertThat(keys.revision()).isNotEqualTo(after).startsWith("1/");
    }

    @Test
    void aListIsSignedAnewWhenWhatItSaysHasChanged() {
        var one = awarded();
        var list = "/status/borgofiume/" + one.statusList() + "/suspension";
        var before = SERVER.visitor().get(list).body();
        assertThat(SERVER.visitor().get(list).body()).isEqualTo(before);

        accepted(suspensions.suspend(registrar, one.award(), "under-investigation", WHY));

        assertThat(SERVER.visitor().get(list).body()).isNotEqualTo(before);
    }

    /** One has no room for a second place, one has values of two bits, one names both places. */
    @Test
    void everyFormatIsSuspendedAndReinstatedAlike() {
        var one = awarded();
        var copies = SERVER.bean(Copies.class);
        var documents =
                CredentialFormat.all().stream()
                        .filter(format -> copies.signed(one, format) instanceof Decided.Accepted)
                        .map(format -> accepted(copies.signed(one, format)))
                        .toList();
        assertThat(documents).hasSizeGreaterThanOrEqualTo(3);
        var verify = SERVER.bean(Verifications.class);
        var before = documents.stream().map(d -> verify.verify(d).code()).toList();

        accepted(suspensions.suspend(registrar, one.award(), "identity-in-doubt", WHY));

        for (var document : documents) {
            assertThat(reasonOf(verify.verify(document))).isEqualTo("status.suspended");
            assertThat(reasonOf(fromOutside(document))).isEqualTo("status.suspended");
        }
        accepted(suspensions.reinstate(registrar, one.award(), "It was her."));
        assertThat(documents.stream().map(d -> verify.verify(d).code()).toList()).isEqualTo(before);
        assertThat(before).contains("genuine").doesNotContain("not-genuine");
    }

    @Test
    void whatIsSuspendedCountsInNoStackAndIsSignedInNoOtherFormat() {
        var one = awarded();
        accepted(suspensions.suspend(registrar, one.award(), "asked-by-learner", WHY));
        var suspended = credentials.byAward(one.award()).orElseThrow();

        var holding = SERVER.bean(Holdings.class).verified(suspended);

        assertThat(holding.state()).isEqualTo(Holding.State.SUSPENDED);
        assertThat(holding.verified()).isEmpty();
        for (var format : CredentialFormat.all()) {
            if (SERVER.bean(Copies.class).signed(suspended, format)
                    instanceof Decided.Refused<byte[]>(var reasons)) {
                assertThat(reasons)
                        .extracting(Refusal::code)
                        .containsExactly("credential.suspended-not-copied");
            }
        }
    }

    @Test
    void whatCannotBeSuspendedSaysWhy() {
        var one = awarded();
        var award = one.award();

        assertThat(codes(suspensions.suspend(registrar, award, "", " ")))
                .containsExactly(
                        "credential.suspension-code-unknown",
                        "credential.suspension-reason-missing");
        assertThat(codes(suspensions.suspend(registrar, award, "misconduct", "x".repeat(501))))
                .containsExactly(
                        "credential.suspension-code-unknown",
                        "credential.suspension-reason-too-long");
        assertThat(codes(suspensions.reinstate(registrar, award, "x")))
                .containsExactly("credential.not-suspended");
        accepted(suspensions.suspend(registrar, award, "under-investigation", WHY));
        assertThat(codes(suspensions.suspend(registrar, award, "under-investigation", WHY)))
                .containsExactly("credential.suspended-before");
        assertThat(codes(suspensions.reinstate(registrar, award, "")))
                .containsExactly("credential.suspension-reason-missing");
        var wanted = new Correction.Wanted("clerical-error", "x", "Ada L.", "", "", "28", 1, "");
        assertThat(codes(SERVER.bean(Corrections.class).correct(registrar, award, wanted)))
                .containsExactly("award.correction-of-suspended");
        assertThatThrownBy(
                        () ->
                                suspensions.reinstate(
                                        SERVER.acting("kallavesi", Role.REGISTRAR), award, "x"))
                .isInstanceOf(NotThere.class);

        accepted(
                SERVER.bean(Revocations.class)
                        .revoke(registrar, award, "misconduct", "It was copied."));
        assertThat(((Verdict.NotGenuine) verdict(one)).reason().code()).isEqualTo("status.revoked");
        assertThat(codes(suspensions.reinstate(registrar, award, "x")))
                .containsExactly("credential.not-suspended");
        assertThat(codes(suspensions.suspend(registrar, award, "under-investigation", WHY)))
                .containsExactly("credential.suspension-of-revoked");
    }

    @Test
    void aCredentialWithoutAPlaceForItCanOnlyBeRevoked() {
        var one = awarded();
        SERVER.bean(JdbcClient.class)
                .sql("UPDATE award SET suspendable = false WHERE id = :award")
                .param("award", one.award())
                .update();

        assertThat(codes(suspensions.suspend(registrar, one.award(), "under-investigation", WHY)))
                .containsExactly("credential.not-suspendable");
        assertThat(SERVER.as(TestServer.REGISTRAR).get("/awards/" + one.award()).body())
                .contains("It can only be revoked.")
                .doesNotContain("Suspend this credential");
    }

    @Test
    void onThePageAndThroughTheApiItIsTheSame() {
        var one = awarded();
        var path = "/awards/" + one.award();
        var visitor = SERVER.as(TestServer.REGISTRAR);

        var refused =
                visitor.post(path + "/suspension", Map.of("code", "", "reason", "Typed before"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Not suspended", "Typed before");
        var fields = Map.of("code", "under-investigation", "reason", WHY);
        assertThat(visitor.post(path + "/suspension", fields).body())
                .contains("Suspended since", WHY, "Reinstate this credential")
                .doesNotContain("Correct this award");
        var again = api(path + "/reinstatement", "{\"reason\": \"Nothing was found.\"}");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(api(path + "/reinstatement", "{\"reason\": \"x\"}").body())
                .contains("credential.not-suspended");
        assertThat(api(path + "/suspension", "{}").statusCode()).isEqualTo(400);
        var made = api(path + "/suspension", "{\"code\": \"asked-by-learner\", \"reason\": \"x\"}");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(visitor.post(path + "/reinstatement", Map.of("reason", "y")).body())
                .contains("The credential holds again", "Suspend this credential");
    }

    @Test
    void fromTheCommandLineItIsTheSame() {
        var award = awarded().award().toString();

        assertThat(run("suspend", award, "--code", "none", "--reason", WHY))
                .startsWith("1 ")
                .contains("credential.suspension-code-unknown");
        assertThat(run("suspend", award, "--code", "under-investigation", "--reason", WHY))
                .startsWith("0 Suspended.");
        assertThat(run("reinstate", award, "--reason", "Nothing was found."))
                .startsWith("0 Reinstated.");
        assertThat(run("revoke", award, "--code", "misconduct", "--reason", "Copied"))
                .startsWith("0 Revoked.");
        assertThat(run("suspend", award)).startsWith("2 ");
    }

    private static String run(String... arguments) {
        var said = new StringWriter();
        var account =
                Map.of(
                        "CAIRN_USER", TestServer.REGISTRAR,
                        "CAIRN_PASSWORD", TestServer.PASSWORD,
                        "CAIRN_BASE_URL", SERVER.base());
        var all = new ArrayList<>(List.of("--organisation", "borgofiume"));
        all.addAll(List.of(arguments));
        var line =
                new CommandLine(new CredentialsCommand(new RemoteServer(account)))
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(said));
        return line.execute(all.toArray(String[]::new)) + " " + said;
    }

    @Test
    void ofManyWhoSuspendAtOnceOneDoes() throws Exception {
        var one = awarded();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var deeds =
                    IntStream.range(0, 8)
                            .<Callable<Decided<UUID>>>mapToObj(
                                    i ->
                                            () ->
                                                    suspensions.suspend(
                                                            registrar,
                                                            one.award(),
                                                            "under-investigation",
                                                            WHY))
                            .toList();
            int made = 0;
            for (var answer : threads.invokeAll(deeds)) {
                made += answer.get() instanceof Decided.Accepted ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
    }

    private static HttpResponse<String> api(String path, String body) {
        return SERVER.visitor()
                .send(
                        SERVER.api("/api/v1" + path, TestServer.REGISTRAR)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)));
    }

    private static String state(AwardedCredential one) {
        return SERVER.visitor().get("/api/v1/awards/" + one.shortCode() + "/status").body();
    }

    private Verdict verdict(AwardedCredential one) {
        return SERVER.bean(Verifications.class).verify(one.signed());
    }

    /** As somebody verifies who has the trust file and asks over the network. */
    private static Verdict fromOutside(byte[] document) {
        var json = SERVER.visitor().get("/trust.json").body();
        assertThat(json).contains("\"suspensionLists\": true").doesNotContain("Lists\": false");
        var trust = accepted(TrustFile.read(json.getBytes(StandardCharsets.UTF_8)));
        var prefixes =
                trust.issuers().stream()
                        .flatMap(issuer -> issuer.statusListPrefix().stream())
                        .toList();
        var clock = Clock.systemUTC();
        var web = new PublicWeb(FetchRules.open().and(prefixes), clock);
        return new Verifier(trust, new FetchedStatusLists(new CachedWeb(web, clock)))
                .verify(document, clock.instant());
    }

    private static String reasonOf(Verdict verdict) {
        return verdict instanceof Verdict.NotGenuine not ? not.reason().code() : verdict.code();
    }

    private static List<String> kinds(UUID award) {
        return SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        SELECT kind FROM journal
                        WHERE subject = :award AND kind LIKE 'suspensions.%' ORDER BY seq
                        """)
                .param("award", award.toString())
                .query(String.class)
                .list();
    }

    /** A signed credential of somebody whom no other test awards anything. */
    private AwardedCredential awarded() {
        var number = "SUSP-%04d".formatted(++learners);
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
        var award =
                SERVER.bean(AwardStore.class).awards(registrar, course, 1, 1000).stream()
                        .filter(row -> row.learnerNumber().equals(number))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return credentials.byAward(award).orElseThrow();
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
