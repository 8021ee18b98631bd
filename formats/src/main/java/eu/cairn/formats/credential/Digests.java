package eu.cairn.formats.credential;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes by the functions that every Java has. */
final class Digests {

    private Digests() {}

    /** The SHA-256 of {@code bytes} in hexadecimal. */
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(of("SHA-256", bytes));
    }

    static byte[] of(String function, byte[] bytes) {
        try {
            return MessageDigest.getInstance(function).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
