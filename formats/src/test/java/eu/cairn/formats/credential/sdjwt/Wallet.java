package eu.cairn.formats.credential.sdjwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A wallet of tests: it has a key, receives a credential, discloses parts of it. */
public record Wallet(ECKey key) {

    public static Wallet make() {
        try {
            return new Wallet(new ECKeyGenerator(Curve.P_256).keyID("w-1").generate());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    public HolderKey holder() {
        return Samples.accepted(HolderKey.of(key.toPublicJWK().toJSONString()));
    }

    /** What {@code signer} issues to this wallet. */
    public String receive(MicroCredential credential, Publication publication, Signer signer) {
        var prepared =
                Samples.accepted(
                        LearningCredential.prepare(
                                LearningCredential.write(credential, publication),
                                Optional.of(holder()),
                                signer));
        return prepared.complete(signer.sign(prepared.bytesToSign()));
    }

    /** The same with the disclosures of some claims only. */
    public static String disclosing(String sdJwt, Predicate<String> names) {
        var parts = Samples.accepted(SdJwt.parse(sdJwt));
        var shown = parts.disclosures().stream().filter(d -> names.test(name(d))).toList();
        return new SdJwt(parts.issuerToken(), shown, Optional.empty()).withoutKeyBinding();
    }

    public static List<String> names(String sdJwt) {
        return Samples.accepted(SdJwt.parse(sdJwt)).disclosures().stream()
                .map(Wallet::name)
                .toList();
    }

    private static String name(String disclosure) {
        var text = new Base64URL(disclosure).decodeToString();
        return Samples.json("{\"d\":" + text + "}").getJsonArray("d").getString(1);
    }

    /** The same with this wallet's proof for {@code audience}. */
    public String bound(String sdJwt, String audience, String nonce, Instant now) {
        try {
            var hash =
                    Base64URL.encode(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(sdJwt.getBytes(StandardCharsets.US_ASCII)));
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType("kb+jwt"))
                            .build();
            Map<String, Object> payload =
                    Map.of(
                            "iat",
                            now.getEpochSecond(),
                            "aud",
                            audience,
                            "nonce",
                            nonce,
                            "sd_hash",
                            hash.toString());
            var token = new JWSObject(header, new Payload(payload));
            token.sign(new ECDSASigner(key));
            return sdJwt + token.serialize();
        } catch (JOSEException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
