package eu.cairn.formats.credential.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.cairn.credential.AwardingBody;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.framework.Decided;
import eu.cairn.testing.SoftHsm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a security module sign like those in a file, and a module that fails loses nothing. */
class Pkcs11TokenTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

    private final SoftHsm.Token module = SoftHsm.token();
    private String pin = SoftHsm.PIN;
    private final Pkcs11Token token = token(new TokenSettings.Place.Label(module.label()));

    @Test
    void aKeyInATokenSignsAndIsFoundAgain() {
        var made = create("first", Algorithm.P256);
        var other = token(new TokenSettings.Place.Label(module.label()));

        var found = other.signer("first");

        assertThat(found.publicKey()).isEqualTo(made.publicKey());
        assertThat(found.controller()).startsWith("did:key:zDn");
        assertThat(made.publicKey().verifies(MESSAGE, made.sign(MESSAGE))).isTrue();
        assertThat(made.publicKey().verifies(MESSAGE, found.sign(MESSAGE))).isTrue();
        assertThat(other.keyIds()).containsExactly("first");
    }

    @Test
    void documentsAreSignedByATokenOnEachCurve() {
        for (var algorithm : new Algorithm[] {Algorithm.P256, Algorithm.P384}) {
            var signer = create("of " + algorithm, algorithm);

            var signed =
                    new DataIntegrity(Contexts.trusted())
                            .sign(
                                    """
                                    {"@context": ["https://www.w3.org/ns/credentials/v2"],
                                     "type": ["VerifiableCredential"],
                                     "issuer": "%s",
                                     "credentialSubject": {"id": "urn:uuid:1"}}
                                    """
                                            .formatted(signer.controller()),
                                    signer,
                                    NOW);

            assertThat(signed).isInstanceOf(Decided.Accepted.class);
            assertThat(signed.map(text -> text.contains("ecdsa-rdfc-2019")))
                    .isEqualTo(Decided.accepted(true));
        }
    }

    @Test
    void aTokenMakesNoKeyOfAKindThatTheProviderDoesNotKnow() {
        assertThat(code(() -> create("edwards", Algorithm.ED25519))).isEqualTo("key.token-kind");
        assertThat(token.keyIds()).isEmpty();
    }

    @Test
    void aTokenThatWasAwaySignsAgain() throws Exception {
        var signer = create("first", Algorithm.P256);
        module.away();

        assertThat(code(() -> signer.sign(MESSAGE))).isEqualTo("key.token-failed");
        Thread.sleep(2100);
        assertThat(code(() -> signer.sign(MESSAGE))).isEqualTo("key.token-away");
        assertThat(code(() -> signer.sign(MESSAGE))).isEqualTo("key.token-away");

        module.back();
        Thread.sleep(2100);
        assertThat(signer.publicKey().verifies(MESSAGE, signer.sign(MESSAGE))).isTrue();
        for (int time = 0; time < 3; time++) {
            module.away();
            assertThat(code(() -> signer.sign(MESSAGE))).isEqualTo("key.token-failed");
            module.back();
            System.gc();
            Thread.sleep(2100);
            assertThat(signer.publicKey().verifies(MESSAGE, signer.sign(MESSAGE))).isTrue();
        }
    }

    @Test
    void aWrongPinIsTriedOnceAndTheRightOneThereafter() {
        create("first", Algorithm.P256);
        var asked = new int[1];
        var other =
                new Pkcs11Token(
                        new TokenSettings(
                                module.library(),
                                new TokenSettings.Place.Label(module.label()),
                                () -> {
                                    asked[0]++;
                                    return pin.toCharArray();
                                }));
        // what is open in this process is open for all of it
        TokenLibrary.at(module.library()).restart();

        pin = "000000";
        assertThat(code(() -> other.signer("first"))).isEqualTo("key.token-pin-wrong");
        assertThat(code(() -> other.signer("first"))).isEqualTo("key.token-pin-wrong");

        pin = SoftHsm.PIN;
        assertThat(other.signer("first").sign(MESSAGE)).hasSize(64);
        assertThat(asked[0]).isGreaterThan(2);
    }

    @Test
    void aWrongPinIsTriedOnceByAllWhoTryAtOnce() throws Exception {
        create("first", Algorithm.P256);
        pin = "000000";
        var other =
                new Pkcs11Token(
                        new TokenSettings(
                                module.library(),
                                new TokenSettings.Place.Label(module.label()),
                                () -> {
                                    LockSupport.parkNanos(50_000_000);
                                    return pin.toCharArray();
                                }));
        TokenLibrary.at(module.library()).restart();

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<KeyUnusable> some =
                    () -> catchThrowableOfType(KeyUnusable.class, () -> other.signer("first"));
            var refused = new ArrayList<KeyUnusable>();
            for (var done : threads.invokeAll(Collections.nCopies(4, some))) {
                refused.add(done.get());
            }
            assertThat(refused).allMatch(one -> one.reason().code().equals("key.token-pin-wrong"));
            // what the token itself refused has its answer as the cause
            assertThat(refused).filteredOn(one -> one.getCause() != null).hasSize(1);
        }
    }

    @Test
    void whoWaitsWhileTheLibraryIsStartedAnewSignsThereafter() throws Exception {
        var signer = create("first", Algorithm.P256);
        var library = TokenLibrary.at(module.library());
        var signed = new CompletableFuture<byte[]>();
        var thread =
                new Thread(
                        () -> {
                            try {
                                signed.complete(signer.sign(MESSAGE));
                            } catch (KeyUnusable e) {
                                signed.completeExceptionally(e);
                            }
                        });

        library.lock().writeLock().lock();
        try {
            thread.start();
            while (thread.getState() != Thread.State.WAITING) {
                LockSupport.parkNanos(1_000_000);
            }
            library.restart();
        } finally {
            library.lock().writeLock().unlock();
        }

        assertThat(signer.publicKey().verifies(MESSAGE, signed.get(10, TimeUnit.SECONDS))).isTrue();
    }

    @Test
    void aKeyWithoutACertificateIsNotKept() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                token.create(
                                        "half",
                                        Algorithm.P256,
                                        signer -> {
                                            throw new IllegalStateException("no certificate");
                                        }));

        assertThat(code(() -> token.sign("half", Algorithm.P256, MESSAGE)))
                .isEqualTo("key.token-lacks-key");
    }

    @Test
    void whatIsNotThereIsSaid(@TempDir Path folder) throws IOException {
        var text = Files.writeString(folder.resolve("text.so"), "no library");
        var nobody = token(new TokenSettings.Place.Label("nobody's"));
        var slot = token(new TokenSettings.Place.Slot(987654321));
        var library =
                new Pkcs11Token(
                        new TokenSettings(
                                folder.resolve("none.so"),
                                new TokenSettings.Place.Slot(0),
                                pin::toCharArray));
        var notOne =
                new Pkcs11Token(
                        new TokenSettings(text, new TokenSettings.Place.Slot(0), pin::toCharArray));

        assertThat(code(() -> nobody.signer("first"))).isEqualTo("key.token-away");
        assertThat(code(() -> slot.signer("first"))).isEqualTo("key.token-away");
        assertThat(code(() -> library.signer("first"))).isEqualTo("key.token-library");
        assertThat(code(() -> notOne.signer("first"))).isEqualTo("key.token-library");
        assertThat(code(() -> token.signer("first"))).isEqualTo("key.token-lacks-key");
    }

    @Test
    void manySignAtOnceAndHowFastIsPrinted(@TempDir Path folder) throws Exception {
        var inToken = create("fast", Algorithm.P256);
        var inFile =
                KeystoreSigner.create(
                        folder.resolve("fast.p12"),
                        "secret".toCharArray(),
                        "fast",
                        Algorithm.P256,
                        "Holder",
                        NOW);

        System.out.printf(
                Locale.ROOT,
                "P-256 signatures a second, 4 threads: SoftHSM %.0f, keystore %.0f%n",
                perSecond(inToken),
                perSecond(inFile));
    }

    private static double perSecond(Signer signer) throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> some =
                    () -> IntStream.range(0, 250).allMatch(n -> signer.sign(MESSAGE).length == 64);
            threads.invokeAll(java.util.Collections.nCopies(4, some));
            var start = System.nanoTime();
            for (var done : threads.invokeAll(java.util.Collections.nCopies(4, some))) {
                assertThat(done.get()).isTrue();
            }
            return 1000 * 1e9 / (System.nanoTime() - start);
        }
    }

    private Pkcs11Token token(TokenSettings.Place place) {
        return new Pkcs11Token(new TokenSettings(module.library(), place, () -> pin.toCharArray()));
    }

    private Signer create(String name, Algorithm algorithm) {
        return token.create(name, algorithm, Pkcs11TokenTest::certificate);
    }

    private static X509Certificate certificate(Signer signer) {
        var body =
                new AwardingBody(
                        signer.controller(),
                        "Università di Borgofiume",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return SealCertificate.selfMade(signer, body, NOW).certificate();
    }

    private static String code(Runnable work) {
        return catchThrowableOfType(KeyUnusable.class, work::run).reason().code();
    }
}
