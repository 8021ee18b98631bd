package eu.cairn.app.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.AwardStore;
import eu.cairn.app.award.Awards;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.app.verification.VerdictWords;
import eu.cairn.app.verification.Verifications;
import eu.cairn.app.web.Installation;
import eu.cairn.catalogue.CourseState;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.CredentialFormat;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.LearningCredentialFormat;
import eu.cairn.formats.credential.sdjwt.HolderKey;
import eu.cairn.formats.verification.StatusLists;
import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Decided;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of an organisation: of either kind, given up when others may have them, and public. */
class OrganisationKeysTest {

    private static final TestServer SERVER =
            TestServer.start(true, Map.of("cairn.base-url", "https://uni.example"));
    private static final AtomicInteger LEARNER = new AtomicInteger();

    private static final String WALLET =
            """
            {"kty": "EC", "crv": "P-256",
             "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
             "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
            """;

    private final Keys keys = SERVER.bean(Keys.class);
    private final Copies copies = SERVER.bean(Copies.class);
    private final Organisation borgofiume =
            SERVER.bean(AccountStore.class).organisation("borgofiume").orElseThrow();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void everyFormatIsSignedWithAKeyOfEitherKind(KeyKind kind) {
        keys.rotate(borgofiume, Optional.of(kind));
        var awarded = awarded();

        assertThat(keys.inUse(borgofiume).kind()).isEqualTo(kind);
        assertThat(verdict(awarded.signed())).isInstanceOf(Verdict.Genuine.class);
        int formats = 0;
        for (var format : CredentialFormat.all()) {
            var document =
                    format instanceof LearningCredentialFormat
                            ? copies.forWallet(awarded, accepted(HolderKey.of(WALLET)))
                            : copies.signed(awarded, format);
            assertIntactAndOurs(format.code(), accepted(document));
            formats++;
        }
        assertThat(formats).isGreaterThanOrEqualTo(4);
    }

    private static void assertIntactAndOurs(String format, byte[] document) {
        var checks = verdict(document).checks();
        assertThat(checks)
                .as("%s: %s", format, checks)
                .noneMatch(
                        check ->
                                check.result() == Check.Result.FAILED
                                        && !(format.equals("edubadges") // states not all elements
                                                && check.kind() == Check.Kind.COMPLETENESS));
        for (var kind : List.of(Check.Kind.INTEGRITY, Check.Kind.TRUST, Check.Kind.STATUS)) {
            assertThat(checks)
                    .as("%s %s: %s", format, kind, checks)
                    .anyMatch(
                            check -> check.kind() == kind && check.result() == Check.Result.PASSED);
        }
    }

    @Test
    void aRotationKeepsTheKindUnlessAnotherIsAskedFor() {
        assertThat(keys.rotate(borgofiume, Optional.of(KeyKind.P256)).kind())
                .isEqualTo(KeyKind.P256);
        assertThat(keys.rotate(borgofiume).kind()).isEqualTo(KeyKind.P256);
        assertThat(keys.make(borgofiume, Optional.empty()).reasons())
                .extracting("code")
                .containsExactly("key.in-use");
    }

    @Test
    void whatWasRecordedBeforeAKeyWasCompromisedStaysGenuineHereAndIsLeftOpenElsewhere()
            throws InterruptedException {
        var before = awarded();
        var copy = accepted(copies.signed(before, format("elmo-1.7")));
        var key = keys.inUse(borgofiume);
        Thread.sleep(1100); // documents state the second
        var since = Instant.now();
        Thread.sleep(2);
        var after = awarded();

        var noted = accepted(keys.compromised(key, since, "The laptop was stolen."));

        assertThat(noted.retiredAt()).isPresent();
        assertThat(verdict(before.signed())).isInstanceOf(Verdict.Genuine.class);
        assertThat(codes(verdict(before.signed()))).contains("trust.signed-before-compromise");
        assertThat(codes(verdict(copy))).contains("trust.signed-before-compromise");
        assertThat(VerdictWords.ENGLISH.headline(verdict(after.signed())))
                .isEqualTo("Not genuine: others may have had the key that signed it");
        assertThat(elsewhere(before.signed())).contains("trust.signed-when-unproven");
        assertThat(elsewhere(after.signed())).contains("trust.key-compromised");
        assertThat(copies.signed(before, format("european-digital-credential")).reasons())
                .extracting("code")
                .containsExactly("credential.key-compromised");
        assertThat(verdict(awarded().signed())).isInstanceOf(Verdict.Genuine.class);
        assertThat(keys.inUse(borgofiume).id()).isNotEqualTo(key.id());
        assertThat(page("/orgs/borgofiume/did.json")).doesNotContain(key.did());
        assertThat(page("/orgs/borgofiume/jwks.json")).doesNotContain(key.did());
    }

    @Test
    void aBackdatedForgeryWithAStolenKeyIsNotGenuine() {
        var real = awarded();
        var key = keys.inUse(borgofiume);
        var forged = forged(real, key);
        assertThat(verdict(forged)).isInstanceOf(Verdict.Genuine.class); // nobody knows yet

        accepted(keys.compromised(key, Instant.now(), "The laptop was stolen."));

        assertThat(codes(verdict(forged))).contains("trust.compromised-not-recorded");
        assertThat(verdict(forged)).isInstanceOf(Verdict.NotGenuine.class);
        assertThat(verdict(real.signed())).isInstanceOf(Verdict.Genuine.class);
    }

    /** Another result under the identifier, and from the day, of a credential that was awarded. */
    private byte[] forged(AwardedCredential real, Keys.Key key) {
        var recorded =
                SERVER.bean(CredentialStore.class).sample(10_000).stream()
                        .filter(one -> one.shortCode().equals(real.shortCode()))
                        .findFirst()
                        .orElseThrow()
                        .prepared();
        var changed = recorded.document().replace("28/30", "30/30");
        return accepted(
                        new DataIntegrity(Contexts.trusted())
                                .sign(
                                        changed,
                                        keys.signer(key.id()),
                                        Copies.content(real).issuedAt()))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theMomentOfACompromiseIsPastHasAReasonAndOnlyMovesBack() {
        var key = keys.rotate(borgofiume);
        var since = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(keys.compromised(key, Instant.now().plusSeconds(60), " ").reasons())
                .extracting("code")
                .containsExactly("key.since-in-future", "key.reason-missing");
        accepted(keys.compromised(key, since, "Found on the net."));
        assertThat(keys.compromised(key, since, "Again.").reasons())
                .extracting("code")
                .containsExactly("key.compromised-before");
        assertThat(accepted(keys.compromised(key, since.minusSeconds(1), "Earlier.")).compromise())
                .contains(new Keys.Compromise(since.minusSeconds(1), "Earlier."));
    }

    @Test
    void theOrganisationIsKnownByItsAddressWithAllKeysThatAreBelieved() {
        var former = keys.inUse(borgofiume);
        var next = keys.rotate(borgofiume);
        var did = "did:web:uni.example:orgs:borgofiume";

        var document = page("/orgs/borgofiume/did.json");

        assertThat(document).contains(did, former.did(), next.did(), "assertionMethod");
        assertThat(page("/orgs/borgofiume/jwks.json")).contains(former.did(), next.did());
        assertThat(SERVER.bean(KnownIssuers.class).issuer(did).orElseThrow().ids())
                .contains(did, former.did(), next.did());
        assertThat(status("/.well-known/did.json")).isEqualTo(404); // several organisations
        assertThat(status("/orgs/nobody/did.json")).isEqualTo(404);
    }

    @Test
    void whatAnotherProgramChangesOfAnOrganisationIsKnownAtOnce() {
        var did = "did:web:uni.example:orgs:borgofiume";
        var issuers = SERVER.bean(KnownIssuers.class);
        var transactions = new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class));
        assertThat(issuers.issuer(did).orElseThrow().legalName()).isEqualTo(borgofiume.name());

        transactions.executeWithoutResult(
                transaction -> {
                    rename("Never");
                    assertThat(issuers.issuer(did).orElseThrow().legalName()).isEqualTo("Never");
                    transaction.setRollbackOnly();
                });
        assertThat(issuers.issuer(did).orElseThrow().legalName()).isEqualTo(borgofiume.name());
        rename("Afterwards");
        assertThat(issuers.issuer(did).orElseThrow().legalName()).isEqualTo("Afterwards");

        rename(borgofiume.name());
        assertThat(issuers.issuer(did).orElseThrow().legalName()).isEqualTo(borgofiume.name());
    }

    private static void rename(String name) {
        SERVER.bean(JdbcClient.class)
                .sql("UPDATE organisation SET name = :name WHERE slug = 'borgofiume'")
                .param("name", name)
                .update();
    }

    @Test
    void aKeyThatCannotBeReadLosesNoAwardAndHoldsUpNobodyElse() throws IOException {
        keys.rotate(borgofiume);
        var file = keys.file(keys.inUse(borgofiume).id());
        var away = file.resolveSibling("away");
        var kept = awarded();
        Files.move(file, away);
        keys.close(keys.inUse(borgofiume).id());

        var waiting = List.of(unsigned(), unsigned());
        SERVER.signAll();
        assertThat(waiting).allMatch(award -> byAward(award).document().isEmpty());

        Files.move(away, file);
        SERVER.signAll();
        assertThat(waiting)
                .allMatch(award -> verdict(byAward(award).signed()) instanceof Verdict.Genuine);
        assertThat(verdict(kept.signed())).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void whileAKeyIsAwayItsCredentialsAreCheckedAsFarAsCanBe() throws IOException {
        keys.rotate(borgofiume);
        var key = keys.inUse(borgofiume).id();
        var file = keys.file(key);
        var away = file.resolveSibling("away-from-lists");
        var kept = awarded();
        var list = listOf(kept);
        Files.move(file, away);
        keys.close(key);
        try {
            assertThat(codes(verdict(kept.signed()))).contains("status.list-unreachable");
            assertThat(verdict(kept.signed()))
                    .isNotInstanceOf(Verdict.Genuine.class)
                    .isNotInstanceOf(Verdict.NotGenuine.class);
            assertThat(status(list)).isEqualTo(503);
            assertThat(status(list + "/tokens")).isEqualTo(503);
            assertThat(page(list)).contains("request.list-not-signed");
        } finally {
            Files.move(away, file);
        }
        assertThat(status(list)).isEqualTo(200);
        assertThat(verdict(kept.signed())).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void aForgedDocumentLearnsNothingOfTheCredentialWhosePlaceItNames() {
        var ended = awarded();
        var acting = SERVER.acting("borgofiume", Role.REGISTRAR);
        accepted(
                SERVER.bean(Revocations.class)
                        .revoke(acting, ended.award(), "awarded-in-error", "Of another learner"));
        var document = new String(ended.signed(), StandardCharsets.UTF_8);
        var forged = document.replace(ended.award().toString(), UUID.randomUUID().toString());

        assertThat(verdict(ended.signed()).checks().toString()).contains("Of another learner");
        assertThat(verdict(forged.getBytes(StandardCharsets.UTF_8)).checks().toString())
                .doesNotContain("Of another learner");
    }

    @Test
    void aKeyThatAnAwardMakesIsInTheTrustFileAtOnce() throws IOException {
        accepted(keys.compromised(keys.inUse(borgofiume), Instant.now(), "Lost."));

        unsigned();

        assertThat(Files.readString(SERVER.bean(Installation.class).home().resolve("trust.json")))
                .contains(keys.current(borgofiume).orElseThrow().did());
    }

    /** The path of the status list that a credential names. */
    private static String listOf(AwardedCredential awarded) {
        var address =
                new String(awarded.signed(), StandardCharsets.UTF_8)
                        .replaceAll("(?s).*https://uni\\.example(/status/[a-z]+/\\d+).*", "$1");
        assertThat(address).startsWith("/status/");
        return address;
    }

    private AwardedCredential awarded() {
        var award = unsigned();
        SERVER.signAll();
        return byAward(award);
    }

    private AwardedCredential byAward(UUID award) {
        return SERVER.bean(CredentialStore.class).byAward(award).orElseThrow();
    }

    private UUID unsigned() {
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

    private static CredentialFormat format(String code) {
        return CredentialFormat.all().stream()
                .filter(format -> format.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(byte[] document) {
        return SERVER.bean(Verifications.class).verify(document);
    }

    /** The codes of the verdict of somebody who has nothing but the trust file. */
    private static List<String> elsewhere(byte[] document) {
        var file =
                accepted(
                        TrustFile.read(
                                SERVER.bean(KnownIssuers.class)
                                        .file()
                                        .getBytes(StandardCharsets.UTF_8)));
        return codes(new Verifier(file, StatusLists.unreachable()).verify(document, Instant.now()));
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.checks().stream().map(Check::code).toList();
    }

    private static String page(String path) {
        return SERVER.visitor().get(path).body();
    }

    private static int status(String path) {
        return SERVER.visitor().get(path).statusCode();
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T> refused -> throw new AssertionError(refused.reasons());
        };
    }
}
