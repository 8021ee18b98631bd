package eu.cairn.formats.credential;

import java.util.Base64;
import java.util.Optional;

/**
 * Bytes as base64url without padding (RFC 4648, section 5; RFC 7515, section 2), of which there is
 * one spelling only: unused bits that are set, padding and line breaks are refused (RFC 4648,
 * section 3.5).
 */
public final class Base64Url {

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes that {@code text} spells; empty if this is not how it is written. */
    public static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
