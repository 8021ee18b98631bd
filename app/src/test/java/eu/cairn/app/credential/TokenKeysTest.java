package eu.cairn.app.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import eu.cairn.formats.credential.CredentialFormat;
import eu.cairn.formats.credential.EuropeanDigitalCredentialFormat;
import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.formats.credential.LearningCredentialFormat;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.elm.JadesCheck;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.formats.credential.elm.TestAuthority;
import eu.cairn.formats.credential.sdjwt.HolderKey;
import eu.cairn.framework.Decided;
import eu.cairn.testing.SoftHsm;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that live in a token sign all that others do, and one that is away loses no award. */
@SuppressWarnings("NullAway") // no server is started where SoftHSM is absent
class TokenKeysTest {

    private static final AtomicInteger LEARNER = new AtomicInteger();
    private static final String WALLET =
            """
            {"kty": "EC", "crv": "P-256",
             "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
             "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
            """;

    @TempDir private static Path folder;

    private static SoftHsm.Token module;
    private static TestServer server;

    private final Keys keys = server.bean(Keys.class);
    private final Copies copies = server.bean(Copies.class);
    private final Certificates certificates = server.bean(Certificates.class);
    private final Organisation borgofiume =
            server.bean(AccountStore.class).organisation("borgofiume").orElseThrow();

    @BeforeAll
    static void start() throws IOException {
        module = SoftHsm.token();
        pin(SoftHsm.PIN, "rw-------");
        server =
                TestServer.start(
                        true,
                        Map.of(
                                "cairn.token.library", module.library().toString(),
                                "cairn.token.label", module.label(),
                                "cairn.token.pin-file", folder.resolve("pin").toString()));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void everyFormatIsSignedInTheToken() {
        var key = inToken();
        var awarded = awarded();

        assertThat(key.kind()).isEqualTo(KeyKind.P256);
        assertThat(key.place()).isEqualTo(KeyPlace.TOKEN);
        assertThat(Files.exists(keys.file(key.id()))).isFalse();
        assertThat(text(awarded.signed())).contains("ecdsa-rdfc-2019", key.did());
        assertThat(verdict(awarded.signed())).isInstanceOf(Verdict.Genuine.class);
        for (var format : CredentialFormat.all()) {
            var document =
                    format instanceof LearningCredentialFormat
                            ? copies.forWallet(awarded, accepted(HolderKey.of(WALLET)))
                            : copies.signed(awarded, format);
            assertThat(verdict(accepted(document)).checks())
                    .as(format.code())
                    .anyMatch(
                            check ->
                                    check.kind() == Check.Kind.INTEGRITY
                                            && check.result() == Check.Result.PASSED);
        }
    }

    @Test
    void keysFollowEachOtherBetweenTokenAndFile() {
        var first = inToken();
        var same = keys.rotate(borgofiume);
        var file = keys.rotate(borgofiume, Optional.empty(), Optional.of(KeyPlace.FILE));
        var back = inToken();

        assertThat(same.place()).isEqualTo(KeyPlace.TOKEN);
        assertThat(same.did()).isNotEqualTo(first.did());
        assertThat(file.place()).isEqualTo(KeyPlace.FILE);
        assertThat(file.kind()).isEqualTo(KeyKind.P256);
        accepted(keys.compromised(back, Instant.now(), "The module was stolen."));
        var made = accepted(keys.make(borgofiume, Optional.empty()));
        assertThat(made.place()).isEqualTo(KeyPlace.TOKEN);
        assertThat(server.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void anEd25519KeyIsRefusedAndTheKeyInUseStays() {
        var before = inToken();

        var refused =
                catchThrowableOfType(
                        KeyUnusable.class,
                        () ->
                                keys.rotate(
                                        borgofiume,
                                        Optional.of(KeyKind.ED25519),
                                        Optional.of(KeyPlace.TOKEN)));

        assertThat(refused.reason().code()).isEqualTo("key.token-kind");
        assertThat(keys.inUse(borgofiume).id()).isEqualTo(before.id());
    }

    @Test
    void awardsWaitForATokenThatIsAwayAndAreSignedWhenItIsBack() throws InterruptedException {
        inToken();
        module.away();
        var waiting = unsigned();
        var two = unsigned();
        server.signAll();
        server.signAll();
        assertThat(byAward(waiting).document()).isEmpty();

        module.back();
        for (int time = 0; time < 20 && byAward(two).document().isEmpty(); time++) {
            Thread.sleep(500);
            server.signAll();
        }

        assertThat(verdict(byAward(waiting).signed())).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(byAward(two).signed())).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void aKeyCannotBeMadeInATokenThatIsAwayAndNothingChanges() throws InterruptedException {
        var before = inToken();
        module.away();
        try {
            assertThat(
                            catchThrowableOfType(KeyUnusable.class, () -> keys.rotate(borgofiume))
                                    .reason()
                                    .code())
                    .startsWith("key.token-");
            assertThat(keys.inUse(borgofiume).id()).isEqualTo(before.id());
        } finally {
            module.back();
        }
        Thread.sleep(2100);
        assertThat(keys.rotate(borgofiume).place()).isEqualTo(KeyPlace.TOKEN);
    }

    @Test
    void aPinThatOthersMayReadIsNotUsed() throws IOException {
        var key = inToken();
        var other =
                new TokenConfiguration(server.bean(org.springframework.core.env.Environment.class));
        pin(SoftHsm.PIN, "rw-r--r--");
        try {
            assertThat(
                            catchThrowableOfType(
                                            KeyUnusable.class,
                                            () -> other.token().signer(key.id().toString()))
                                    .reason()
                                    .code())
                    .isEqualTo("key.token-pin-open");
        } finally {
            pin(SoftHsm.PIN, "rw-------");
        }
        assertThat(other.token().signer(key.id().toString()).controller()).isEqualTo(key.did());
    }

    @Test
    void theCertificateOfAKeyIsMadeOnce() {
        var key = inToken();
        var made = certificates.recorded(key.id()).orElseThrow();

        var first = seal(awarded());
        var second = seal(awarded());

        assertThat(made.ofTestSeal()).isTrue();
        assertThat(first).isEqualTo(made.certificate());
        assertThat(second).isEqualTo(made.certificate());
    }

    @Test
    void aKeyOfTheTokenSealsWithTheChainThatAnAuthorityMadeForIt() {
        var key = inToken();
        var authority = new TestAuthority(Instant.now());
        var until = Instant.now().plus(Duration.ofDays(300));
        var chain = authority.answer(certificates.request(key), until);
        var pem = new SealCertificate(chain).pem().getBytes(StandardCharsets.UTF_8);

        accepted(certificates.attach(key, pem));

        assertThat(seal(awarded())).isEqualTo(chain.getFirst());
        assertThat(certificates.recorded(key.id()).orElseThrow().chain()).isEqualTo(chain);
        var another = inToken();
        assertThat(certificates.attach(another, pem).reasons())
                .extracting("code")
                .containsExactly("key.certificate-of-another");
    }

    @Test
    void aSealIsRefusedWhereTheCertificateHasExpired() throws InterruptedException {
        var key = inToken();
        var authority = new TestAuthority(Instant.now());
        var soon = Instant.now().plusSeconds(2);
        var chain = authority.answer(certificates.request(key), soon);
        accepted(
                certificates.attach(
                        key, new SealCertificate(chain).pem().getBytes(StandardCharsets.UTF_8)));
        var awarded = awarded();
        Thread.sleep(3100);

        assertThat(copies.signed(awarded, new EuropeanDigitalCredentialFormat()).reasons())
                .extracting("code")
                .containsExactly("credential.certificate-not-valid");
    }

    private java.security.cert.X509Certificate seal(AwardedCredential awarded) {
        var sealed = accepted(copies.signed(awarded, new EuropeanDigitalCredentialFormat()));
        var intact = (JadesCheck.Intact) JadesCheck.of(accepted(StrictJson.parse(sealed)));
        return intact.certificate().certificate();
    }

    private Keys.Key inToken() {
        return keys.rotate(borgofiume, Optional.empty(), Optional.of(KeyPlace.TOKEN));
    }

    private static void pin(String pin, String permissions) throws IOException {
        var file = folder.resolve("pin");
        Files.writeString(file, pin + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private AwardedCredential awarded() {
        var award = unsigned();
        server.signAll();
        return byAward(award);
    }

    private static AwardedCredential byAward(UUID award) {
        return server.bean(CredentialStore.class).byAward(award).orElseThrow();
    }

    private static UUID unsigned() {
        var acting = server.acting("borgofiume", Role.REGISTRAR);
        var learner = "BF-2026-%04d".formatted(LEARNER.incrementAndGet());
        var course =
                server.bean(CourseStore.class).versionsIn(acting, CourseState.PUBLISHED).stream()
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
        var awards = server.bean(Awards.class);
        var batch = accepted(awards.upload(acting, course, 1, "results.csv", file));
        accepted(awards.confirm(acting, batch, true, "EB-26-31"));
        return server.bean(AwardStore.class).awards(acting, course, 1, 100).stream()
                .filter(row -> row.learnerNumber().equals(learner))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Verdict verdict(byte[] document) {
        return server.bean(Verifications.class).verify(document);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T> refused -> throw new AssertionError(refused.reasons());
        };
    }
}
