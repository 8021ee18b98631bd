package eu.cairn.formats.credential.badge;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG picture with a badge in it: an {@code iTXt} chunk with the keyword {@code
 * openbadgecredential} (Open Badges 3.0, section 5.3.1) or {@code openbadges} (Open Badges 2.0
 * baking). The pixels are never decoded.
 *
 * <p>Refused are: more than {@value #MAX_BYTES} bytes or a text of more than a document may have
 * ({@code format.too-large}), more than {@value #MAX_CHUNKS} chunks ({@code
 * format.carrier-too-complex}), lengths, sums or compression that are wrong ({@code
 * format.carrier-malformed}), no badge ({@code format.nothing-inside}), and more than one ({@code
 * format.several-inside}).
 */
public final class BakedPng {

    static final int MAX_BYTES = 10 << 20;
    static final int MAX_CHUNKS = 20_000;

    private static final String KEYWORD = "openbadgecredential";
    private static final Set<String> KEYWORDS = Set.of(KEYWORD, "openbadges");
    private static final String TEXT = "iTXt";
    private static final String PNG = "PNG";
    private static final List<Integer> SIGNATURE =
            List.of(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);

    private BakedPng() {}

    /** Whether these bytes begin like a PNG picture. */
    public static boolean isPng(byte[] bytes) {
        if (bytes.length < SIGNATURE.size()) {
            return false;
        }
        for (int i = 0; i < SIGNATURE.size(); i++) {
            if ((bytes[i] & 0xFF) != SIGNATURE.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The one badge in {@code picture}, as it was put there. */
    public static Decided<byte[]> read(byte[] picture) {
        if (picture.length > MAX_BYTES) {
            return Decided.refused(Refusal.of("format.too-large", "", MAX_BYTES >> 20));
        }
        try {
            return Carrier.only(badges(picture), PNG);
        } catch (Carrier.Unreadable e) {
            return Decided.refused(e.reason());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Decided.refused(Refusal.of("format.carrier-malformed", "", PNG));
        }
    }

    private static List<byte[]> badges(byte[] picture) {
        if (!isPng(picture)) {
            throw malformed();
        }
        var badges = new ArrayList<byte[]>();
        var in = ByteBuffer.wrap(picture).position(SIGNATURE.size());
        for (int count = 0; count < MAX_CHUNKS; count++) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                throw malformed();
            }
            var type = new byte[4];
            in.get(type);
            var name = new String(type, StandardCharsets.ISO_8859_1);
            if (name.equals("IEND")) {
                return badges;
            }
            var data = in.slice(in.position(), length);
            in.position(in.position() + length);
            int sum = in.getInt();
            if (name.equals(TEXT) && isBadge(data)) {
                if (sum != sum(type, data.duplicate())) {
                    throw malformed();
                }
                if (!badges.isEmpty()) {
                    throw new Carrier.Unreadable(Refusal.of("format.several-inside", "", PNG));
                }
                badges.add(text(data));
            }
        }
        throw new Carrier.Unreadable(Refusal.of("format.carrier-too-complex", "", PNG));
    }

    private static boolean isBadge(ByteBuffer data) {
        var probe = data.duplicate();
        var keyword = new StringBuilder();
        while (probe.hasRemaining() && keyword.length() <= 79) {
            int c = probe.get() & 0xFF;
            if (c == 0) {
                return KEYWORDS.contains(keyword.toString());
            }
            keyword.append((char) c);
        }
        return false;
    }

    /** Keyword, whether compressed and how, language, translated keyword, then the text. */
    private static byte[] text(ByteBuffer data) {
        skipText(data);
        int compressed = data.get();
        int method = data.get();
        skipText(data);
        skipText(data);
        var rest = new byte[data.remaining()];
        data.get(rest);
        if (compressed == 0) {
            return Carrier.bounded(rest);
        }
        if (compressed != 1 || method != 0) {
            throw malformed();
        }
        return Carrier.unpacked(rest, PNG);
    }

    private static void skipText(ByteBuffer data) {
        byte next;
        do {
            next = data.get();
        } while (next != 0);
    }

    private static Carrier.Unreadable malformed() {
        return new Carrier.Unreadable(Refusal.of("format.carrier-malformed", "", PNG));
    }

    /**
     * {@code picture} with the signed credential {@code badge} in it.
     *
     * @throws IllegalArgumentException if it is no PNG picture or has a badge already
     */
    public static byte[] bake(byte[] picture, String badge) {
        if (!isPng(picture)) {
            throw new IllegalArgumentException("no PNG picture");
        }
        if (!(read(picture) instanceof Decided.Refused<byte[]> refused)
                || !refused.reasons().getFirst().code().equals("format.nothing-inside")) {
            throw new IllegalArgumentException("the picture cannot take a badge");
        }
        var chunk = chunk(badge);
        int header = SIGNATURE.size() + 4 + 4 + 13 + 4; // the header chunk comes first
        var out = new ByteArrayOutputStream(picture.length + chunk.length);
        out.write(picture, 0, header);
        out.writeBytes(chunk);
        out.write(picture, header, picture.length - header);
        return out.toByteArray();
    }

    private static byte[] chunk(String badge) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(KEYWORD.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[5]); // end, not compressed, no language, no translation
        data.writeBytes(badge.getBytes(StandardCharsets.UTF_8));
        var type = TEXT.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(data.size() + 12)
                .putInt(data.size())
                .put(type)
                .put(data.toByteArray())
                .putInt(sum(type, ByteBuffer.wrap(data.toByteArray())))
                .array();
    }

    private static int sum(byte[] type, ByteBuffer data) {
        var sum = new CRC32();
        sum.update(type);
        sum.update(data);
        return (int) sum.getValue();
    }
}
