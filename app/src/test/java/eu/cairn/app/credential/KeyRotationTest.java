package eu.cairn.app.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.AwardStore;
import eu.cairn.app.award.Awards;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.verification.Verifications;
import eu.cairn.catalogue.CourseState;
import eu.cairn.framework.Decided;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A signing key is followed by another, and nothing that the first one signed suffers from it. */
class KeyRotationTest {

    private static final TestServer SERVER = TestServer.start(true);

    private final Keys keys = SERVER.bean(Keys.class);
    private final Organisation borgofiume =
            SERVER.bean(AccountStore.class).organisation("borgofiume").orElseThrow();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void whatTheFormerKeySignedStaysGenuineAndCanStillBeRevoked() {
        var first = awarded("BF-2026-0001");
        var second = awarded("BF-2026-0002");
        var former = keys.inUse(borgofiume);

        var next = keys.rotate(borgofiume);

        var third = awarded("BF-2026-0003");
        assertThat(keys.inUse(borgofiume).id()).isEqualTo(next.id()).isNotEqualTo(former.id());
        assertThat(text(third)).contains(next.did()).doesNotContain(former.did());
        assertThat(List.of(verdict(first), verdict(second), verdict(third)))
                .allMatch(Verdict.Genuine.class::isInstance);

        revoke(second);
        revoke(third);

        assertThat(verdict(first)).isInstanceOf(Verdict.Genuine.class);
        assertThat(codes(verdict(second))).contains("status.revoked");
        assertThat(codes(verdict(third))).contains("status.revoked");
    }

    @Test
    void anotherKeyBeginsAnotherStatusList() {
        var before = awarded("BF-2026-0004");
        keys.rotate(borgofiume);

        var after = awarded("BF-2026-0005");
        var afterThat = awarded("BF-2026-0006");

        assertThat(after.statusList()).isEqualTo(before.statusList() + 1);
        assertThat(afterThat.statusList()).isEqualTo(after.statusList());
    }

    @Test
    void aRotationIsInTheJournalAndLeavesOneKeyInUse() {
        keys.rotate(borgofiume);

        assertThat(keys.of(borgofiume).stream().filter(key -> key.retiredAt().isEmpty()))
                .hasSize(1);
        assertThat(SERVER.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void aRotationWhileAwardsAreMadeSpoilsNone() throws Exception {
        try (var registrars = Executors.newFixedThreadPool(3)) {
            var work = new ArrayList<Future<AwardedCredential>>();
            for (int learner = 7; learner <= 18; learner++) {
                var number = "BF-2026-%04d".formatted(learner);
                work.add(registrars.submit(() -> awarded(number)));
            }
            for (int rotation = 0; rotation < 4; rotation++) {
                work.get(rotation * 3).get();
                keys.rotate(borgofiume);
            }

            for (var one : work) {
                assertThat(verdict(one.get())).isInstanceOf(Verdict.Genuine.class);
            }
        }

        assertThat(listsWithTwoKeys()).isZero();
    }

    @Test
    void aKeyThatIsAwayIsSaidWhereTheAwardsWait() throws IOException {
        var key = keys.rotate(borgofiume);
        var away = keys.file(key.id()).resolveSibling("away");
        Files.move(keys.file(key.id()), away);
        keys.close(key.id());

        var batch = confirmed("BF-2026-0019");
        SERVER.signAll();
        SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        UPDATE signed_document SET recorded_at = recorded_at - interval '1 minute'
                        WHERE document IS NULL
                        """)
                .update();
        var registrar = SERVER.as("borgofiume.registrar@example.org");
        var progress = "/awards/batches/" + batch + "/progress";

        assertThat(registrar.get(progress).body())
                .contains("0 of 1 credentials", "Signing has stopped");

        Files.move(away, keys.file(key.id()));
        SERVER.signAll();
        assertThat(registrar.get(progress).body())
                .contains("All 1 credentials are signed")
                .doesNotContain("Signing has stopped");
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

    private AwardedCredential awarded(String learner) {
        confirmed(learner);
        SERVER.signAll();
        var acting = SERVER.acting("borgofiume", Role.REGISTRAR);
        UUID award =
                SERVER.bean(AwardStore.class).awards(acting, course(), 1, 100).stream()
                        .filter(row -> row.learnerNumber().equals(learner))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return SERVER.bean(CredentialStore.class).byAward(award).orElseThrow();
    }

    private UUID course() {
        var acting = SERVER.acting("borgofiume", Role.REGISTRAR);
        return SERVER.bean(CourseStore.class).versionsIn(acting, CourseState.PUBLISHED).stream()
                .filter(one -> one.code().equals("CLIMA-5"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** A batch with one award, which may not be signed yet. */
    private UUID confirmed(String learner) {
        var acting = SERVER.acting("borgofiume", Role.REGISTRAR);
        var file =
                """
                learner_id,A1,A2,A3,passed_on,grade,identity_checked
                %s,passed,passed,passed,2026-11-16,28,yes
                """
                        .formatted(learner)
                        .getBytes(StandardCharsets.UTF_8);
        var awards = SERVER.bean(Awards.class);
        var batch = accepted(awards.upload(acting, course(), 1, "results.csv", file));
        accepted(awards.confirm(acting, batch, true, "EB-26-31"));
        return batch;
    }

    private void revoke(AwardedCredential credential) {
        accepted(
                SERVER.bean(Revocations.class)
                        .revoke(
                                SERVER.acting("borgofiume", Role.REGISTRAR),
                                credential.award(),
                                "awarded-in-error",
                                "The results of two people were swapped."));
    }

    private static Verdict verdict(AwardedCredential credential) {
        return SERVER.bean(Verifications.class).verify(credential.signed());
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.checks().stream().map(check -> check.code()).toList();
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
