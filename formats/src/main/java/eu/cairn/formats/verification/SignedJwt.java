package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A credential secured by a compact JSON Web Signature: the credential itself as payload (W3C
 * Securing Verifiable Credentials using JOSE and COSE, 2025; Open Badges 3.0, section 8.2), or in a
 * {@code vc} claim as in data model 1.1.
 *
 * <p>A key inside the header is a candidate for checking integrity and never says who signed.
 *
 * @param jws the signature
 * @param credential the credential in the payload
 * @param starts when the token begins to hold ({@code nbf}), which is not before it was issued
 *     ({@code iat}, where that is a number)
 * @param expires when the token ceases to hold ({@code exp})
 */
record SignedJwt(
        CompactJws jws,
        JsonObject credential,
        Optional<Instant> starts,
        Optional<Instant> expires) {

    private static final BigDecimal FURTHEST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());
    private static final Set<String> MEDIA_TYPES = Set.of("vc+jwt", "vc+ld+jwt", "jwt", "");

    static Decided<SignedJwt> read(String token) {
        return CompactJws.read(token).then(jws -> jws.json().then(payload -> read(jws, payload)));
    }

    /** The credential in the {@code payload} of {@code jws}. */
    static Decided<SignedJwt> read(CompactJws jws, JsonObject payload) {
        var type = mediaType(jws.header(), "typ", "");
        var content = mediaType(jws.header(), "cty", "vc");
        if (!MEDIA_TYPES.contains(type) || !content.equals("vc")) {
            return refused("format.media-type-wrong");
        }
        var inClaim = payload.containsKey("vc");
        if (payload.containsKey("vp") || (inClaim && type.startsWith("vc+"))) {
            return refused("format.claims-disagree");
        }
        var credential = inClaim ? Members.object(payload, "vc") : Optional.of(payload);
        if (credential.isEmpty() || !agree(payload, credential.get())) {
            return refused("format.claims-disagree");
        }
        for (var claim : List.of("nbf", "exp")) {
            if (payload.containsKey(claim) && moment(payload, claim).isEmpty()) {
                return refused("format.claims-unreadable");
            }
        }
        var starts =
                Stream.of("iat", "nbf")
                        .flatMap(claim -> moment(payload, claim).stream())
                        .max(Instant::compareTo);
        return Decided.accepted(
                new SignedJwt(jws, credential.get(), starts, moment(payload, "exp")));
    }

    /**
     * A media type without {@code application/}, in small letters (RFC 7515, sections 4.1.9 and
     * 4.1.10); one that is no text is none that is known.
     */
    static String mediaType(JsonObject header, String name, String otherwise) {
        if (!header.containsKey(name)) {
            return otherwise;
        }
        var type = header.get(name) instanceof JsonString text ? text.getString() : "?";
        return type.toLowerCase(Locale.ROOT).replaceFirst("^application/", "");
    }

    /** A moment in seconds since 1970 (RFC 7519, section 2, NumericDate). */
    static Optional<Instant> moment(JsonObject payload, String claim) {
        return Optional.ofNullable(payload.get(claim))
                .filter(JsonNumber.class::isInstance)
                .map(value -> ((JsonNumber) value).bigDecimalValue())
                .filter(seconds -> seconds.abs().compareTo(FURTHEST) <= 0)
                .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }

    private static Decided<SignedJwt> refused(String code) {
        return Decided.refused(Refusal.of(code, ""));
    }

    /** Issuer, identifier and subject, where claimed, are those of the credential. */
    private static boolean agree(JsonObject payload, JsonObject credential) {
        return matches(payload, "iss", Members.id(credential, "issuer"))
                && matches(payload, "jti", Members.text(credential, "id"))
                && matches(payload, "sub", Members.id(credential, "credentialSubject"));
    }

    private static boolean matches(JsonObject payload, String claim, Optional<String> member) {
        return !payload.containsKey(claim) || Members.text(payload, claim).equals(member);
    }

    /** Verifies the signature with the issuer's keys, or else with the one in the header. */
    Seal verify(String issuer, Optional<TrustedIssuer> known) {
        return jws.seal(issuer, candidates(jws, issuer, known), starts, expires);
    }

    /** The keys that may have made {@code jws}; the one in its header never says who signed. */
    static List<IssuerKey> candidates(
            CompactJws jws, String issuer, Optional<TrustedIssuer> known) {
        var keys = new LinkedHashSet<>(IssuerKey.of(issuer, known));
        Members.object(jws.header(), "jwk")
                .flatMap(jwk -> IssuerKey.ofJwk(jwk.toString()))
                .ifPresent(keys::add);
        Members.text(jws.header(), "kid").flatMap(IssuerKey::insideIdentifier).ifPresent(keys::add);
        return new ArrayList<>(keys);
    }
}
