package eu.cairn.formats.verification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.Base64Url;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A compact JSON Web Signature (RFC 7515), read more strictly than by any library: canonical
 * base64url, no repeated member, no {@code crit} and no {@code b64}, and only EdDSA, ES256, ES384,
 * RS256 and PS256.
 *
 * @param header the protected header
 * @param payload what was signed, as it is encoded
 * @param signature as it is encoded
 */
record CompactJws(JsonObject header, String encodedHeader, String payload, String signature) {

    private static final Map<String, Algorithm> CURVES =
            Map.of(
                    "EdDSA", Algorithm.ED25519,
                    "Ed25519", Algorithm.ED25519,
                    "ES256", Algorithm.P256,
                    "ES384", Algorithm.P384);
    private static final Set<String> RSA = Set.of("RS256", "PS256");

    /** Anybody can sign with these. */
    private static final Set<String> FORBIDDEN = Set.of("none", "HS256", "HS384", "HS512", "");

    static Decided<CompactJws> read(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return refused("format.not-base64url");
        }
        var header = Base64Url.decode(parts[0]);
        if (header.isEmpty()
                || Base64Url.decode(parts[1]).isEmpty()
                || Base64Url.decode(parts[2]).isEmpty()) {
            return refused("format.not-base64url");
        }
        return StrictJson.parse(header.get())
                .then(
                        json ->
                                json.containsKey("crit") || json.containsKey("b64")
                                        ? refused("format.extension-critical")
                                        : Decided.accepted(
                                                new CompactJws(
                                                        json, parts[0], parts[1], parts[2])));
    }

    private static Decided<CompactJws> refused(String code) {
        return Decided.refused(Refusal.of(code, ""));
    }

    String algorithm() {
        return header.get("alg") instanceof JsonString name ? name.getString() : "";
    }

    boolean isForbidden() {
        return FORBIDDEN.contains(algorithm());
    }

    boolean isSupported() {
        return CURVES.containsKey(algorithm()) || RSA.contains(algorithm());
    }

    /** What was signed, where it is JSON. */
    Decided<JsonObject> json() {
        return StrictJson.parse(payloadBytes());
    }

    /** The same where it is a list of somebody who is relied on. */
    Decided<JsonObject> table() {
        return StrictJson.parseTable(payloadBytes());
    }

    byte[] payloadBytes() {
        return Base64Url.decode(payload).orElseThrow();
    }

    /**
     * What the signature proves, by the first of {@code candidates} that it was made with.
     *
     * @param issuer who is said to have signed
     * @param starts when the token begins to hold
     * @param expires when the token ceases to hold
     */
    Seal seal(
            String issuer,
            List<IssuerKey> candidates,
            Optional<Instant> starts,
            Optional<Instant> expires) {
        if (isForbidden()) {
            return new Seal.Broken(Refusal.of("integrity.algorithm-forbidden", "alg", algorithm()));
        }
        if (!isSupported()) {
            return new Seal.NotChecked(
                    Refusal.of("integrity.suite-not-supported", "alg", algorithm()));
        }
        for (var key : candidates) {
            if (isSignedBy(key)) {
                var method = Members.text(header, "kid").orElse(issuer);
                return new Seal.Intact(
                        method, key, algorithm(), signature, Optional.empty(), starts, expires);
            }
        }
        return candidates.isEmpty()
                ? new Seal.NotChecked(Refusal.of("integrity.key-unknown", "kid", issuer))
                : new Seal.Broken(Refusal.of("integrity.changed", ""));
    }

    /** Whether this was signed with the other half of {@code key}, in the way the header says. */
    boolean isSignedBy(IssuerKey key) {
        if (!key.isFor(algorithm())) {
            return false;
        }
        var input = (encodedHeader + "." + payload).getBytes(StandardCharsets.US_ASCII);
        var rsa = key.rsa();
        if (rsa.isPresent()) {
            return RSA.contains(algorithm()) && isSignedBy(rsa.get(), input);
        }
        return key.verificationKey()
                .filter(of -> of.algorithm() == CURVES.get(algorithm()))
                .map(of -> of.verifies(input, Base64Url.decode(signature).orElseThrow()))
                .orElse(false);
    }

    private boolean isSignedBy(RSAKey key, byte[] input) {
        try {
            return new RSASSAVerifier(key.toRSAPublicKey())
                    .verify(JWSHeader.parse(header.toString()), input, new Base64URL(signature));
        } catch (JOSEException | ParseException | RuntimeException e) {
            return false;
        }
    }
}
