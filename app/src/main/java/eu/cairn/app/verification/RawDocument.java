package eu.cairn.app.verification;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document as it was sent.
 *
 * @param bytes how long it is
 * @param sha256 its hash, by which two people know that they mean the same
 * @param text what stands in it, where it is text and not too long to show
 */
public record RawDocument(int bytes, String sha256, Optional<String> text) {

    private static final int MOST_SHOWN = 64 * 1024;

    /** Control characters but tab and line ends, and those that turn the direction of text. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile(
                    "[\\p{Cntrl}&&[^\\t\\r"
                            + "\\n"
                            + "]]|[\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    public static RawDocument of(byte[] document) {
        return new RawDocument(document.length, sha256(document), text(document));
    }

    private static Optional<String> text(byte[] document) {
        if (document.length > MOST_SHOWN) {
            return Optional.empty();
        }
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(document))
                            .toString();
            return text.indexOf(0) >= 0
                    ? Optional.empty()
                    : Optional.of(UNPRINTABLE.matcher(text).replaceAll("\uFFFD"));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
