package eu.cairn.formats.verification.hostile;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;

/** Tokens of which every part is as it is told to be. */
final class Tokens {

    private Tokens() {}

    /** A credential as the payload of a token, as it should be. */
    static String of(String payload, FreshKey key) {
        return signed(header(key, ""), payload, key);
    }

    /** The usual header; {@code further} members follow, each with a comma before it. */
    static String header(FreshKey key, String further) {
        return "{\"alg\":\"" + key.jose() + "\",\"typ\":\"vc+jwt\"" + further + "}";
    }

    static String signed(String header, String payload, FreshKey key) {
        return signedAsIs(encoded(header) + "." + encoded(payload), key);
    }

    /** A token over two parts that are encoded already. */
    static String signedAsIs(String input, FreshKey key) {
        return input + "." + Base64URL.encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    static String encoded(String text) {
        return Base64URL.encode(text).toString();
    }

    static String part(String token, int number) {
        return token.split("\\.", -1)[number];
    }

    static byte[] signature(String token) {
        return new Base64URL(part(token, 2)).decode();
    }

    static String withSignature(String token, byte[] signature) {
        return part(token, 0) + "." + part(token, 1) + "." + Base64URL.encode(signature);
    }
}
