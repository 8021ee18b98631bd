package eu.cairn.app.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.AwardStore;
import eu.cairn.app.award.Awards;
import eu.cairn.app.award.Resigning;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.credential.StrandedDocuments.Stranded;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.verification.Verifications;
import eu.cairn.catalogue.CourseState;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Decided;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits for a key that was given up is recorded anew with the next, once, and signed. */
class ResigningTest {

    private static final TestServer SERVER = TestServer.start(true);
    private static final AtomicInteger LEARNER = new AtomicInteger();

    private final Keys keys = SERVER.bean(Keys.class);
    private final Resigning resigning = SERVER.bean(Resigning.class);
    private final Organisation borgofiume =
            SERVER.bean(AccountStore.class).organisation("borgofiume").orElseThrow();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    /** Nothing is signed but when a test says so. */
    @BeforeEach
    void hold() {
        SERVER.bean(SigningWork.class).working.lock();
    }

    @AfterEach
    void release() {
        SERVER.bean(SigningWork.class).working.unlock();
    }

    @Test
    void whatWaitsForACompromisedKeyIsSignedWithTheNext() {
        var one = unsigned();
        var two = unsigned();
        var former = givenUp();
        SERVER.signAll();
        assertThat(byAward(one).document()).isEmpty();
        var before = waiting(one);

        assertThat(resigning.waiting()).extracting(Stranded::award).contains(one, two);
        assertThat(resigning.recordAnew(before)).isEqualTo(Decided.accepted(true));
        assertThat(resigning.waiting()).extracting(Stranded::award).doesNotContain(one);
        assertThat(resigning.recordAnew(waiting(two))).isEqualTo(Decided.accepted(true));
        SERVER.signAll();

        var next = keys.inUse(borgofiume);
        for (var award : List.of(one, two)) {
            var signed = byAward(award);
            assertThat(verdict(signed)).isInstanceOf(Verdict.Genuine.class);
            assertThat(text(signed)).contains(next.did()).doesNotContain(former.did());
        }
        assertThat(Copies.content(byAward(one)).awardedOn())
                .isEqualTo(before.credential().awardedOn());
        assertThat(Copies.content(byAward(one)).outcomes())
                .isEqualTo(before.credential().outcomes());
        assertThat(Copies.content(byAward(one)).id()).isEqualTo(before.credential().id());
        accepted(
                SERVER.bean(Revocations.class)
                        .revoke(
                                SERVER.acting("borgofiume", Role.REGISTRAR),
                                one,
                                "awarded-in-error",
                                "Mixed up."));
        assertThat(codes(verdict(byAward(one)))).contains("status.revoked");
        assertThat(verdict(byAward(two))).isInstanceOf(Verdict.Genuine.class);
        assertThat(listsWithTwoKeys()).isZero();
        assertThat(SERVER.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void twiceOrAtOnceItIsDoneOnce() throws Exception {
        var award = unsigned();
        givenUp();
        var waiting = waiting(award);

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> again = () -> accepted(resigning.recordAnew(waiting));
            int done = 0;
            for (var one : threads.invokeAll(Collections.nCopies(4, again))) {
                done += one.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(resigning.recordAnew(waiting)).isEqualTo(Decided.accepted(false));
        SERVER.signAll();
        assertThat(resigning.recordAnew(waiting)).isEqualTo(Decided.accepted(false));
        assertThat(verdict(byAward(award))).isInstanceOf(Verdict.Genuine.class);
        assertThat(linesOf(award)).isEqualTo(1);
    }

    @Test
    void aCrashLeavesItAsItWas() {
        var award = unsigned();
        givenUp();
        var waiting = waiting(award);

        assertThatThrownBy(
                        () ->
                                SERVER.bean(TransactionTemplate.class)
                                        .executeWithoutResult(
                                                status -> {
                                                    resigning.recordAnew(waiting);
                                                    throw new IllegalStateException("crash");
                                                }))
                .hasMessage("crash");

        assertThat(waiting(award)).isEqualTo(waiting);
        assertThat(linesOf(award)).isZero();
        assertThat(resigning.recordAnew(waiting)).isEqualTo(Decided.accepted(true));
        SERVER.signAll();
        assertThat(verdict(byAward(award))).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void whatWaitsForARetiredKeyIsSignedWithTheNextAndWhatIsSignedIsLeft() {
        var signed = unsigned();
        SERVER.signAll();
        var document = text(byAward(signed));
        var waits = unsigned();
        var next = keys.rotate(borgofiume);

        assertThat(resigning.waiting()).extracting(Stranded::award).doesNotContain(signed);
        accepted(resigning.recordAnew(waiting(waits)));
        SERVER.signAll();

        assertThat(text(byAward(waits))).contains(next.did());
        assertThat(text(byAward(signed))).isEqualTo(document);
        assertThat(verdict(byAward(waits))).isInstanceOf(Verdict.Genuine.class);
        assertThat(listsWithTwoKeys()).isZero();
    }

    @Test
    void whatAPartnersKeyWasToSignTooWaitsForThePartnersNextKey() {
        var kallavesi = SERVER.bean(AccountStore.class).organisation("kallavesi").orElseThrow();
        var award = unsigned();
        givenUp();
        jointly(waiting(award), kallavesi);
        var own = keys.inUse(borgofiume);
        assertThat(resigning.waiting()).extracting(Stranded::award).doesNotContain(award);
        var theirs = keys.inUse(kallavesi);
        accepted(keys.compromised(theirs, Instant.now(), "A copy was found."));

        assertThat(resigning.recordAnew(waiting(award)).reasons())
                .extracting("code")
                .containsExactly("key.resign-no-joint-key");
        SERVER.signAll();
        assertThat(byAward(award).document()).isEmpty();

        var next = accepted(keys.make(kallavesi, Optional.empty()));
        var place = waiting(award).statusIndex();
        assertThat(resigning.recordAnew(waiting(award))).isEqualTo(Decided.accepted(true));
        SERVER.signAll();

        var signed = byAward(award);
        assertThat(signed.statusIndex()).isEqualTo(place);
        assertThat(text(signed)).contains(own.did(), next.did()).doesNotContain(theirs.did());
        assertThat(codes(verdict(signed))).contains("issuer.jointly-signed");
        assertThat(verdict(signed)).isInstanceOf(Verdict.Genuine.class);
    }

    /** Records a document as that of two bodies. */
    private void jointly(Stranded alone, Organisation partner) {
        var said = alone.credential();
        var body =
                new Contributor(
                        partner.name(),
                        Contributor.Role.JOINT_AWARDING_BODY,
                        Optional.of(keys.inUse(partner).did()),
                        Optional.of(partner.country()));
        var joint =
                new MicroCredential(
                        said.id(),
                        said.title(),
                        said.learner(),
                        Keys.body(borgofiume, keys.inUse(borgofiume).did()),
                        said.awardedOn(),
                        said.issuedAt(),
                        said.expiresOn(),
                        said.outcomes(),
                        said.workload(),
                        said.level(),
                        said.assessments(),
                        said.participation(),
                        said.qualityAssurance(),
                        said.grade(),
                        said.prerequisites(),
                        said.stackability(),
                        said.field(),
                        said.languageOfInstruction(),
                        said.course(),
                        said.description(),
                        said.reviewOn(),
                        List.of(body),
                        said.rights());
        SERVER.bean(JdbcClient.class)
                .sql("UPDATE award SET status_list = 900, status_index = 7 WHERE id = :award")
                .param("award", alone.award())
                .update();
        SERVER.bean(StrandedDocuments.class).record(alone, joint, 900, 7);
    }

    private Keys.Key givenUp() {
        var key = keys.inUse(borgofiume);
        return accepted(keys.compromised(key, Instant.now(), "The laptop was stolen."));
    }

    private Stranded waiting(UUID award) {
        return resigning.waiting().stream()
                .filter(one -> one.award().equals(award))
                .findFirst()
                .orElseThrow();
    }

    private static long linesOf(UUID award) {
        return SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        SELECT count(*) FROM journal
                        WHERE subject = :award AND kind = 'awards.recorded-anew'
                        """)
                .param("award", award.toString())
                .query(Long.class)
                .single();
    }

    private static long listsWithTwoKeys() {
        return SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        SELECT count(*) FROM (
                            SELECT 1 FROM award a JOIN signed_document d ON d.award_id = a.id
                            GROUP BY a.organisation_id, a.status_list
                            HAVING count(DISTINCT d.key_id) > 1) AS mixed
                        """)
                .query(Long.class)
                .single();
    }

    private static AwardedCredential byAward(UUID award) {
        return SERVER.bean(CredentialStore.class).byAward(award).orElseThrow();
    }

    private static UUID unsigned() {
        var acting = SERVER.acting("borgofiume", Role.REGISTRAR);
        var learner = "BF-2026-%04d".formatted(LEARNER.incrementAndGet());
        var course =
                SERVER.bean(CourseStore.class).versionsIn(acting, CourseState.PUBLISHED).stream()
                        .filter(one -> one.code().equals("CLIMA-5"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        var file =
                """
                learner_id,A1,A2,A3,passed_on,grade,identity_checked
                %s,passed,passed,passed,2026-11-16,28,yes
                """
                        .formatted(learner)
                        .getBytes(StandardCharsets.UTF_8);
        var awards = SERVER.bean(Awards.class);
        var batch = accepted(awards.upload(acting, course, 1, "results.csv", file));
        accepted(awards.confirm(acting, batch, true, "EB-26-31"));
        return SERVER.bean(AwardStore.class).awards(acting, course, 1, 100).stream()
                .filter(row -> row.learnerNumber().equals(learner))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Verdict verdict(AwardedCredential credential) {
        return SERVER.bean(Verifications.class).verify(credential.signed());
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.checks().stream().map(Check::code).toList();
    }

    private static String text(AwardedCredential credential) {
        return new String(credential.signed(), StandardCharsets.UTF_8);
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T> refused -> throw new AssertionError(refused.reasons());
        };
    }
}
