package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Base64Url;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The token by which the holder of a credential proves to hold the key that it is bound to (RFC
 * 9901, section 4.3).
 *
 * @param payload what the holder signed, if it is the holder's and about this document
 */
record KeyBinding(JsonObject payload) {

    private static final String TYPE = "kb+jwt";

    /** An answer to a challenge is of the same minutes. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** The proof in {@code token} about {@code credential}, or that it is none. */
    static Decided<KeyBinding> read(String token, SdJwtCredential credential) {
        return CompactJws.read(token)
                .then(jws -> isTheHolders(jws, credential) ? jws.json() : broken())
                .then(
                        payload ->
                                isAbout(credential, payload)
                                        ? Decided.accepted(new KeyBinding(payload))
                                        : broken());
    }

    private static <T> Decided<T> broken() {
        return Decided.refused(Refusal.of("integrity.key-binding-broken", ""));
    }

    private static boolean isTheHolders(CompactJws jws, SdJwtCredential credential) {
        return SdJwtCredential.text(jws.header(), "typ").equals(Optional.of(TYPE))
                && !jws.isForbidden()
                && jws.isSupported()
                && holder(credential.claims()).map(jws::isSignedBy).orElse(false);
    }

    private static Optional<IssuerKey> holder(JsonObject claims) {
        return claims.get("cnf") instanceof JsonObject confirmation
                        && confirmation.get("jwk") instanceof JsonObject jwk
                ? IssuerKey.ofJwk(jwk.toString())
                : Optional.empty();
    }

    private static boolean isAbout(SdJwtCredential credential, JsonObject payload) {
        return SdJwtCredential.text(payload, "sd_hash").equals(Optional.of(hash(credential)))
                && SdJwtCredential.text(payload, "aud").isPresent()
                && SdJwtCredential.text(payload, "nonce").isPresent()
                && SignedJwt.moment(payload, "iat").isPresent();
    }

    private static String hash(SdJwtCredential credential) {
        var text = credential.parts().withoutKeyBinding();
        try {
            var digest = MessageDigest.getInstance(credential.disclosed().hashAlgorithm());
            return Base64Url.encode(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this was made now, in answer to {@code challenge}. */
    boolean answers(Challenge challenge, Instant now) {
        var made = SignedJwt.moment(payload, "iat").orElseThrow();
        return SdJwtCredential.text(payload, "aud").equals(Optional.of(challenge.audience()))
                && SdJwtCredential.text(payload, "nonce").equals(Optional.of(challenge.nonce()))
                && !made.isAfter(now.plus(Judgement.SKEW))
                && !made.isBefore(now.minus(LIFE));
    }
}
