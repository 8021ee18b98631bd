package eu.cairn.formats.credential.pkcs11;

import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/**
 * A token in which keys live and sign, so that nobody ever has them: a hardware security module, a
 * card, or software that behaves like one (PKCS #11, through the provider SunPKCS11 of the JDK).
 *
 * <p>Where the token cannot be used, a {@link KeyUnusable} says why, and it is opened anew when it
 * is needed next. A PIN that was refused is not tried again until another is set: tokens lock after
 * a few wrong ones.
 */
public final class Pkcs11Token {

    /** How long a token that failed is left alone. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final TokenSettings settings;
    private @Nullable Open open;
    private @Nullable Failure failure;

    /** One tries to log in at a time, so that no other repeats a PIN that is being refused. */
    private final Object login = new Object();

    private String refusedPin = "";

    public Pkcs11Token(TokenSettings settings) {
        this.settings = settings;
    }

    /** The token as it was opened. */
    private static final class Open {
        private final Provider provider;
        private final int generation;
        private final Map<String, PrivateKey> keys = new ConcurrentHashMap<>();

        Open(Provider provider, int generation) {
            this.provider = provider;
            this.generation = generation;
        }
    }

    /** Why it could not be used, and when, by the clock of the process in nanoseconds. */
    private record Failure(KeyUnusable reason, long at) {}

    /** A key that has just been made, while the token is in use. */
    private record FreshKey(
            Pkcs11Token token, Open opened, PrivateKey key, String keyId, VerificationKey publicKey)
            implements Signer {
        @Override
        public byte[] sign(byte[] message) {
            try {
                return token.sign(opened, key, publicKey.algorithm(), message);
            } catch (GeneralSecurityException | ProviderException e) {
                throw token.unusable(e);
            }
        }
    }

    /** Something that is done with the token. */
    private interface Work<T> {
        T with(Open open) throws GeneralSecurityException, IOException;
    }

    /**
     * Makes a key in the token.
     *
     * @param keyId its name there
     * @param certificate makes the certificate that tokens want beside a key
     * @throws KeyUnusable {@code key.token-kind} if the token makes no keys of {@code algorithm}
     */
    public Signer create(
            String keyId, Algorithm algorithm, Function<Signer, X509Certificate> certificate) {
        return using(
                opened -> {
                    var keys = keys(opened); // which the token is opened for
                    var pair = pair(opened, algorithm);
                    var half =
                            VerificationKey.of(pair.getPublic())
                                    .orElseThrow(() -> unsupported(algorithm));
                    var key = pair.getPrivate();
                    var chain =
                            new Certificate[] {
                                certificate.apply(new FreshKey(this, opened, key, keyId, half))
                            };
                    keys.setKeyEntry(keyId, key, null, chain);
                    opened.keys.put(keyId, key);
                    return new TokenSigner(this, keyId, half);
                });
    }

    /**
     * What signs with a key of the token.
     *
     * @throws KeyUnusable {@code key.token-lacks-key} if it is not in it
     */
    public Signer signer(String keyId) {
        return using(
                opened -> {
                    var certificate = keys(opened).getCertificate(keyId);
                    var half =
                            Optional.ofNullable(certificate)
                                    .flatMap(one -> VerificationKey.of(one.getPublicKey()))
                                    .orElseThrow(() -> lacking(keyId));
                    privateKey(opened, keyId);
                    return new TokenSigner(this, keyId, half);
                });
    }

    /** The names of the keys in the token, of others that use it too. */
    public List<String> keyIds() {
        return using(opened -> Collections.list(keys(opened).aliases()));
    }

    byte[] sign(String keyId, Algorithm algorithm, byte[] message) {
        return using(opened -> sign(opened, privateKey(opened, keyId), algorithm, message));
    }

    private byte[] sign(Open opened, PrivateKey key, Algorithm algorithm, byte[] message)
            throws GeneralSecurityException {
        var name =
                switch (algorithm) {
                    case P256 -> "SHA256withECDSAinP1363Format";
                    case P384 -> "SHA384withECDSAinP1363Format";
                    case ED25519 -> throw unsupported(algorithm);
                };
        var signature = Signature.getInstance(name, opened.provider);
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    private KeyPair pair(Open opened, Algorithm algorithm) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC", opened.provider);
        generator.initialize(
                new ECGenParameterSpec(
                        switch (algorithm) {
                            case P256 -> "secp256r1";
                            case P384 -> "secp384r1";
                            // the provider of JDK 25 does not know it, whatever the token does
                            case ED25519 -> throw unsupported(algorithm);
                        }));
        return generator.generateKeyPair();
    }

    private KeyUnusable unsupported(Algorithm algorithm) {
        return new KeyUnusable(Refusal.of("key.token-kind", "", settings.place(), algorithm));
    }

    private KeyUnusable lacking(String keyId) {
        return new KeyUnusable(Refusal.of("key.token-lacks-key", "", settings.place(), keyId));
    }

    private PrivateKey privateKey(Open opened, String keyId)
            throws GeneralSecurityException, IOException {
        var known = opened.keys.get(keyId);
        if (known != null) {
            return known;
        }
        if (keys(opened).getKey(keyId, null) instanceof PrivateKey key) {
            opened.keys.put(keyId, key);
            return key;
        }
        throw lacking(keyId);
    }

    /** The keys that are in the token now; others may have added some. */
    private KeyStore keys(Open opened) throws GeneralSecurityException, IOException {
        synchronized (login) {
            return loggedIn(KeyStore.getInstance("PKCS11", opened.provider));
        }
    }

    private KeyStore loggedIn(KeyStore keys) throws GeneralSecurityException, IOException {
        var pin = settings.pin().now();
        try {
            if (refusedPin.equals(digest(pin))) {
                throw new KeyUnusable(Refusal.of("key.token-pin-wrong", "", settings.place()));
            }
            keys.load(null, pin);
            return keys;
        } catch (IOException e) {
            if (unusable(e).reason().code().equals("key.token-pin-wrong")) {
                refusedPin = digest(pin);
            }
            throw e;
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private static String digest(char[] pin) throws GeneralSecurityException {
        var bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(pin));
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update(bytes);
        return HexFormat.of().formatHex(sha.digest());
    }

    private <T> T using(Work<T> work) {
        var library = TokenLibrary.at(settings.library());
        var opened = opened(library);
        try {
            var done = reading(library, opened, work);
            if (done.isPresent()) {
                return done.get();
            }
            opened = opened(library);
            return reading(library, opened, work)
                    .orElseThrow(() -> new ProviderException("started anew again"));
        } catch (KeyUnusable e) {
            throw e;
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw failed(opened, unusable(e));
        }
    }

    /** What comes of it; nothing if the library was started anew before it was held. */
    private static <T> Optional<T> reading(TokenLibrary library, Open opened, Work<T> work)
            throws GeneralSecurityException, IOException {
        library.lock().readLock().lock();
        try {
            return opened.generation == library.generation()
                    ? Optional.of(work.with(opened))
                    : Optional.empty();
        } finally {
            library.lock().readLock().unlock();
        }
    }

    private synchronized Open opened(TokenLibrary library) {
        var opened = open;
        if (opened != null && opened.generation == library.generation()) {
            return opened;
        }
        var before = failure;
        if (before != null) {
            if (System.nanoTime() - before.at < REST.toNanos()) {
                throw before.reason;
            }
            library.restart();
        }
        open = null;
        try {
            opened = open(library);
            open = opened;
            failure = null;
            return opened;
        } catch (KeyUnusable e) {
            throw failed(null, e);
        } catch (ProviderException e) {
            throw failed(null, unusable(e));
        }
    }

    private Open open(TokenLibrary library) {
        library.lock().writeLock().lock();
        try {
            var slot = library.slot(settings.place());
            var provider = Security.getProvider("SunPKCS11").configure(configuration(slot));
            return new Open(provider, library.generation());
        } finally {
            library.lock().writeLock().unlock();
        }
    }

    /** Keys are made inside the token, never leave it, and stay there. */
    private String configuration(long slot) {
        return """
                --name=Cairn
                library=%s
                slot=%d
                omitInitialize=true
                destroyTokenAfterLogout=true
                attributes(generate,CKO_PRIVATE_KEY,CKK_EC)={
                  CKA_TOKEN=true
                  CKA_PRIVATE=true
                  CKA_SENSITIVE=true
                  CKA_EXTRACTABLE=false
                  CKA_SIGN=true
                }
                attributes(generate,CKO_PUBLIC_KEY,CKK_EC)={
                  CKA_TOKEN=true
                  CKA_VERIFY=true
                }
                """
                .formatted(settings.library(), slot);
    }

    /** Forgets the token as it was opened, where it is the token that failed. */
    private synchronized KeyUnusable failed(@Nullable Open opened, KeyUnusable reason) {
        if (!TokenFault.isOfToken(reason.reason())) {
            return reason;
        }
        if (opened != open) {
            return reason; // it was opened anew meanwhile
        }
        open = null;
        failure = new Failure(reason, System.nanoTime());
        if (opened != null && opened.provider instanceof AuthProvider provider) {
            try {
                provider.logout(); // ends what the provider does in the background
            } catch (LoginException | ProviderException e) {
                reason.addSuppressed(e);
            }
        }
        return reason;
    }

    private KeyUnusable unusable(Exception fault) {
        return TokenFault.of(fault, settings);
    }
}
