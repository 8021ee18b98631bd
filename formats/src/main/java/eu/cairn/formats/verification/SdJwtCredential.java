package eu.cairn.formats.verification;

import eu.cairn.formats.credential.sdjwt.Disclosed;
import eu.cairn.formats.credential.sdjwt.SdJwt;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A credential with selective disclosure (SD-JWT VC, draft-ietf-oauth-sd-jwt-vc over RFC 9901),
 * whose signature is not looked at yet.
 *
 * <p>A key or certificate inside the header is never a candidate for checking.
 *
 * @param parts as they were sent
 * @param jws the issuer's token
 * @param disclosed what it says with what is disclosed
 */
record SdJwtCredential(SdJwt parts, CompactJws jws, Disclosed disclosed) {

    /** SD-JWTs that are no SD-JWT VC: W3C Securing Verifiable Credentials using JOSE and COSE. */
    private static final Set<String> OTHER_TYPES = Set.of("vc+sd-jwt", "vp+sd-jwt");

    static Decided<SdJwtCredential> read(String text) {
        return SdJwt.parse(text)
                .then(parts -> CompactJws.read(parts.issuerToken()).then(jws -> read(parts, jws)));
    }

    private static Decided<SdJwtCredential> read(SdJwt parts, CompactJws jws) {
        var type = text(jws.header(), "typ").orElse("");
        if (OTHER_TYPES.contains(type)) {
            return Decided.refused(Refusal.of("format.not-supported", "typ", type));
        }
        if (!type.equals(SdJwt.TYPE)) {
            return refused("format.media-type-wrong", "typ");
        }
        return jws.json().then(payload -> read(parts, jws, payload));
    }

    private static Decided<SdJwtCredential> read(SdJwt parts, CompactJws jws, JsonObject payload) {
        if (text(payload, "vct").isEmpty()) {
            return refused("format.member-missing", "vct");
        }
        if (payload.containsKey("iss") && text(payload, "iss").isEmpty()) {
            return refused("format.issuer-malformed", "iss");
        }
        for (var claim : List.of("iat", "nbf", "exp")) {
            if (payload.containsKey(claim) && SignedJwt.moment(payload, claim).isEmpty()) {
                return refused("format.claims-unreadable", claim);
            }
        }
        return Disclosed.of(payload, parts.disclosures())
                .map(disclosed -> new SdJwtCredential(parts, jws, disclosed));
    }

    private static Decided<SdJwtCredential> refused(String code, String place) {
        return Decided.refused(Refusal.of(code, place, place));
    }

    static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    JsonObject claims() {
        return disclosed.claims();
    }

    String issuer() {
        return text(claims(), "iss").orElse("");
    }

    Optional<Instant> moment(String claim) {
        return SignedJwt.moment(claims(), claim);
    }

    Seal verify(Optional<TrustedIssuer> known) {
        return jws.seal(issuer(), IssuerKey.of(issuer(), known), moment("nbf"), moment("exp"));
    }
}
