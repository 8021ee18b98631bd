package eu.cairn.formats.credential.sdjwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public key of a wallet, to which a credential is bound ({@code cnf.jwk}, RFC 7800): Ed25519,
 * P-256 or P-384.
 *
 * @param jwk the key as JSON Web Key, with nothing but what makes the key (RFC 7638)
 */
public record HolderKey(String jwk) {

    private static final int MAX_LENGTH = 4000;

    /**
     * The key that a JSON Web Key writes down.
     *
     * <p>Refused with {@code credential.holder-key-unusable} is whatever is no public key of an
     * admitted kind, a private key before all.
     */
    public static Decided<HolderKey> of(String json) {
        return key(json)
                .map(key -> Decided.accepted(new HolderKey(key.toJSONString())))
                .orElse(Decided.refused(Refusal.of("credential.holder-key-unusable", "")));
    }

    private static Optional<JWK> key(String json) {
        if (json.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var jwk = JWK.parse(json);
            return jwk.isPrivate() ? Optional.empty() : bare(jwk);
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The key without names, uses and certificates; the point is checked to lie on its curve. */
    private static Optional<JWK> bare(JWK jwk) {
        return switch (jwk) {
            case OctetKeyPair pair when pair.getCurve().equals(Curve.Ed25519) -> {
                var point = HexFormat.of().formatHex(pair.getDecodedX());
                checked(new VerificationKey(Algorithm.ED25519, point));
                yield Optional.of(new OctetKeyPair.Builder(Curve.Ed25519, pair.getX()).build());
            }
            case ECKey ec when ec.getCurve().equals(Curve.P_256) ->
                    Optional.of(bare(Algorithm.P256, ec));
            case ECKey ec when ec.getCurve().equals(Curve.P_384) ->
                    Optional.of(bare(Algorithm.P384, ec));
            default -> Optional.empty();
        };
    }

    private static JWK bare(Algorithm algorithm, ECKey key) {
        checked(
                VerificationKey.ofPoint(
                        algorithm,
                        key.getX().decodeToBigInteger(),
                        key.getY().decodeToBigInteger()));
        return new ECKey.Builder(key.getCurve(), key.getX(), key.getY()).build();
    }

    private static void checked(VerificationKey key) {
        if (key.bytes().length == 0) {
            throw new IllegalArgumentException("no key");
        }
    }

    /** The same key always has the same thumbprint (RFC 7638). */
    public String thumbprint() {
        try {
            return JWK.parse(jwk).computeThumbprint().toString();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
