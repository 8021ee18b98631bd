package eu.cairn.formats.verification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.RecentlyUsed;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/**
 * A public key by which an issuer is known: Ed25519, P-256, P-384, or RSA of 2048 to 8192 bits
 * (JSON Web Key, RFC 7517). Two keys are the same when their thumbprints are (RFC 7638).
 */
public final class IssuerKey {

    private static final String DID_JWK = "did:jwk:";
    private static final int MAX_DID_LENGTH = 4000;

    /** As many keys are kept as what they were made of. */
    private static final int KEPT = 1_000;

    private static final Map<VerificationKey, IssuerKey> MADE = RecentlyUsed.atMost(KEPT);

    private final JWK jwk;
    private final Optional<VerificationKey> verificationKey;
    private final String thumbprint;

    private IssuerKey(JWK jwk, Optional<VerificationKey> verificationKey) {
        this.jwk = jwk;
        this.verificationKey = verificationKey;
        try {
            this.thumbprint = jwk.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that a JSON Web Key writes down, if it is of an admitted kind and public. */
    public static Optional<IssuerKey> ofJwk(String json) {
        try {
            var jwk = JWK.parse(json);
            return jwk.isPrivate() || !isForSignatures(jwk) ? Optional.empty() : admitted(jwk);
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    public static IssuerKey of(VerificationKey key) {
        return RecentlyUsed.in(MADE, key, IssuerKey::made);
    }

    private static IssuerKey made(VerificationKey key) {
        var jwk =
                switch (key.algorithm()) {
                    case ED25519 ->
                            new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(key.bytes()))
                                    .build();
                    case P256 -> ec(Curve.P_256, key);
                    case P384 -> ec(Curve.P_384, key);
                };
        return new IssuerKey(jwk, Optional.of(key));
    }

    /** The key of a certificate, if it is of an admitted kind. */
    static Optional<IssuerKey> of(X509Certificate certificate) {
        try {
            var info = SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
            if (info.getAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519)) {
                var hex = HexFormat.of().formatHex(info.getPublicKeyData().getBytes());
                return Optional.of(of(new VerificationKey(Algorithm.ED25519, hex)));
            }
            return ofJwk(JWK.parse(certificate).toJSONString());
        } catch (JOSEException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The key inside an identifier that is made of it: {@code did:key} or {@code did:jwk}. */
    public static Optional<IssuerKey> insideIdentifier(String identifier) {
        if (identifier.startsWith(DID_JWK) && identifier.length() <= MAX_DID_LENGTH) {
            var encoded = identifier.substring(DID_JWK.length()).split("#", 2)[0];
            return ofJwk(new String(new Base64URL(encoded).decode(), StandardCharsets.UTF_8));
        }
        return DidKey.key(identifier).map(IssuerKey::of);
    }

    /**
     * The keys that {@code issuer} may have signed with: the one that its name is made of and those
     * that the registry has. What a document brings along is none of them.
     */
    static List<IssuerKey> of(String issuer, Optional<TrustedIssuer> known) {
        var keys = new LinkedHashSet<IssuerKey>();
        insideIdentifier(issuer).ifPresent(keys::add);
        known.ifPresent(entry -> keys.addAll(entry.keys().values()));
        return List.copyOf(keys);
    }

    private static JWK ec(Curve curve, VerificationKey key) {
        var parameters = CustomNamedCurves.getByName(curve.getName());
        var point = parameters.getCurve().decodePoint(key.bytes()).normalize();
        var bits = parameters.getCurve().getFieldSize();
        return new ECKey.Builder(
                        curve,
                        ECKey.encodeCoordinate(bits, point.getAffineXCoord().toBigInteger()),
                        ECKey.encodeCoordinate(bits, point.getAffineYCoord().toBigInteger()))
                .build();
    }

    private static boolean isForSignatures(JWK jwk) {
        return (jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE))
                && (jwk.getKeyOperations() == null
                        || jwk.getKeyOperations().contains(KeyOperation.VERIFY));
    }

    private static Optional<IssuerKey> admitted(JWK jwk) {
        return jwk instanceof RSAKey rsa
                ? Optional.of(rsa)
                        .filter(key -> key.size() >= 2048 && key.size() <= 8192)
                        .map(key -> new IssuerKey(key, Optional.empty()))
                : verificationKey(jwk).map(key -> new IssuerKey(jwk, Optional.of(key)));
    }

    private static Optional<VerificationKey> verificationKey(JWK jwk) {
        try {
            if (jwk instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519)) {
                var hex = HexFormat.of().formatHex(pair.getDecodedX());
                return Optional.of(new VerificationKey(Algorithm.ED25519, hex));
            }
            if (jwk instanceof ECKey ec && ec.getCurve().equals(Curve.P_256)) {
                return Optional.of(point(Algorithm.P256, ec));
            }
            if (jwk instanceof ECKey ec && ec.getCurve().equals(Curve.P_384)) {
                return Optional.of(point(Algorithm.P384, ec));
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static VerificationKey point(Algorithm algorithm, ECKey key) {
        return VerificationKey.ofPoint(
                algorithm, key.getX().decodeToBigInteger(), key.getY().decodeToBigInteger());
    }

    /** This key for verifying proofs inside documents; an RSA key verifies none. */
    public Optional<VerificationKey> verificationKey() {
        return verificationKey;
    }

    /** Whether this key, where it says what it is for, may be used with {@code algorithm}. */
    boolean isFor(String algorithm) {
        return jwk.getAlgorithm() == null || jwk.getAlgorithm().getName().equals(algorithm);
    }

    Optional<RSAKey> rsa() {
        return jwk instanceof RSAKey rsa ? Optional.of(rsa) : Optional.empty();
    }

    public String toJson() {
        return jwk.toJSONString();
    }

    public String thumbprint() {
        return thumbprint;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IssuerKey that && thumbprint.equals(that.thumbprint);
    }

    @Override
    public int hashCode() {
        return thumbprint.hashCode();
    }

    @Override
    public String toString() {
        return thumbprint;
    }
}
