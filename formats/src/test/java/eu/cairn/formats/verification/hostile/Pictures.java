package eu.cairn.formats.verification.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Chunks of a PNG picture, as anybody may write them. */
final class Pictures {

    private static final int AFTER_HEAD = 33;

    private Pictures() {}

    /** A text chunk with a badge, packed or not. */
    static byte[] badge(String keyword, boolean packed, byte[] text) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[] {0, (byte) (packed ? 1 : 0), 0, 0, 0});
        data.writeBytes(packed ? packed(text) : text);
        return chunk("iTXt", data.toByteArray());
    }

    static byte[] packed(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) {
        var named =
                ByteBuffer.allocate(data.length + 4)
                        .put(type.getBytes(StandardCharsets.ISO_8859_1))
                        .put(data)
                        .array();
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    /** {@code picture} with {@code chunk} behind its head. */
    static byte[] with(byte[] picture, byte[] chunk) {
        return insert(picture, AFTER_HEAD, chunk);
    }

    static byte[] insert(byte[] bytes, int at, byte[] more) {
        return ByteBuffer.allocate(bytes.length + more.length)
                .put(bytes, 0, at)
                .put(more)
                .put(bytes, at, bytes.length - at)
                .array();
    }
}
