package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;

import com.apicatalog.multibase.Multibase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * Signatures bent into numbers that a careless library takes. The other of the two halves of an
 * ECDSA signature ("high s") is none of them: it is valid by FIPS 186-5, and nothing here tells
 * documents apart by their signature.
 */
final class SignatureTricks {

    private static final String CHANGED = "not-genuine integrity.changed";
    private static final BigInteger L =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final World world;
    private final Specimens made;

    private SignatureTricks(World world) {
        this.world = world;
        this.made = new Specimens("signature", world.judge());
    }

    static List<Specimen> of(World world) {
        var tricks = new SignatureTricks(world);
        tricks.edwards();
        tricks.points("P-256", world.p256);
        tricks.points("P-384", world.p384);
        return tricks.made.list();
    }

    private void both(String name, FreshKey key, byte[] ofProof, byte[] ofToken) {
        made.add(name + ", in a proof", CHANGED, withValue(proof(key), ofProof))
                .add(name + ", in a token", CHANGED, Tokens.withSignature(token(key), ofToken));
    }

    private void both(String name, FreshKey key, byte[] signature) {
        both(name, key, signature, signature);
    }

    private JsonObject proof(FreshKey key) {
        return Proofs.signed(Badges.foreign(key.controller()), key);
    }

    private String token(FreshKey key) {
        return Tokens.of(Badges.foreign(key.controller()).toString(), key);
    }

    static JsonObject withValue(JsonObject signed, byte[] signature) {
        return with(
                signed,
                "/proof/proofValue",
                Json.createValue(Multibase.BASE_58_BTC.encode(signature)));
    }

    static byte[] value(JsonObject signed) {
        return Multibase.BASE_58_BTC.decode(signed.getJsonObject("proof").getString("proofValue"));
    }

    private void edwards() {
        var key = world.issuer;
        var badge = proof(key);
        var token = token(key);
        made.add("s beyond the order, in a proof", CHANGED, withValue(badge, beyond(value(badge))))
                .add(
                        "s beyond the order, in a token",
                        CHANGED,
                        Tokens.withSignature(token, beyond(Tokens.signature(token))));
        both("all zero", key, new byte[64]);
        var neutral = new byte[64];
        neutral[0] = 1;
        both("the neutral point and zero", key, neutral);
        both("of one byte", key, new byte[1]);
        var wrongPoint = value(badge);
        Arrays.fill(wrongPoint, 0, 32, (byte) 0xff);
        both("a point that is none", key, wrongPoint);
        made.add(
                        "a byte behind it, in a proof",
                        CHANGED,
                        withValue(badge, Arrays.copyOf(value(badge), 65)))
                .add(
                        "a byte behind it, in a token",
                        CHANGED,
                        Tokens.withSignature(token, Arrays.copyOf(Tokens.signature(token), 65)))
                .add(
                        "a byte less, in a token",
                        CHANGED,
                        Tokens.withSignature(token, Arrays.copyOf(Tokens.signature(token), 63)));
    }

    /** The same signature with the order added to its number, little end first. */
    private static byte[] beyond(byte[] signature) {
        var number = new byte[33];
        for (int i = 0; i < 32; i++) {
            number[32 - i] = signature[32 + i];
        }
        var sum = new BigInteger(number).add(L).toByteArray();
        var bent = Arrays.copyOf(signature, 64);
        Arrays.fill(bent, 32, 64, (byte) 0);
        for (int i = 0; i < sum.length && i < 32; i++) {
            bent[32 + i] = sum[sum.length - 1 - i];
        }
        return bent;
    }

    private void points(String curve, FreshKey key) {
        var order = CustomNamedCurves.getByName(curve).getN();
        int half = (order.bitLength() + 7) / 8;
        var badge = proof(key);
        var token = token(key);
        both(curve + " all zero", key, new byte[2 * half]);
        both(
                curve + " r zero",
                key,
                half(value(badge), 0, BigInteger.ZERO),
                half(Tokens.signature(token), 0, BigInteger.ZERO));
        both(
                curve + " s zero",
                key,
                half(value(badge), half, BigInteger.ZERO),
                half(Tokens.signature(token), half, BigInteger.ZERO));
        both(
                curve + " s the order",
                key,
                half(value(badge), half, order),
                half(Tokens.signature(token), half, order));
        both(
                curve + " both one",
                key,
                half(half(value(badge), 0, BigInteger.ONE), half, BigInteger.ONE));
        both(
                curve + " as a sequence",
                key,
                sequence(order, value(badge)),
                sequence(order, Tokens.signature(token)));
        both(
                curve + " cut to half",
                key,
                Arrays.copyOf(value(badge), half),
                Arrays.copyOf(Tokens.signature(token), half));
        both(
                curve + " with zeros behind",
                key,
                Arrays.copyOf(value(badge), 2 * half + 2),
                Arrays.copyOf(Tokens.signature(token), 2 * half + 2));
    }

    private static byte[] half(byte[] signature, int at, BigInteger number) {
        int half = signature.length / 2;
        var bent = signature.clone();
        var digits = number.toByteArray();
        for (int i = 0; i < half; i++) {
            int from = digits.length - half + i;
            bent[at + i] = from < 0 ? 0 : digits[from];
        }
        return bent;
    }

    /** The other half of the two that are valid. */
    static byte[] otherHalf(String curve, byte[] signature) {
        var order = CustomNamedCurves.getByName(curve).getN();
        int half = signature.length / 2;
        var s = new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length));
        return half(signature, half, order.subtract(s));
    }

    private static byte[] sequence(BigInteger order, byte[] signature) {
        try {
            var numbers = PlainDSAEncoding.INSTANCE.decode(order, signature);
            return StandardDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
