package eu.cairn.formats.credential;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A QR code of a web address, as a picture for a page or for paper (ISO/IEC 18004, error correction
 * level M).
 *
 * @param modules the dark squares, without the quiet zone around them
 */
public record QrCode(ByteMatrix modules) {

    /** Light squares on every side; four are what the standard asks for. */
    private static final int QUIET_ZONE = 4;

    /** At 1 mm a square, this is 300 dots an inch. */
    private static final int PIXELS_PER_MODULE = 12;

    /** The code of {@code text}, which must fit: at most 2331 bytes. */
    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit into a QR code: " + text, tooLong);
        }
    }

    /** An SVG element of {@code text} for a page; {@code title} says in words what it holds. */
    public static String svg(String text, String title) {
        var code = of(text);
        int size = code.modules.getWidth() + 2 * QUIET_ZONE;
        return """
        <svg class="qr" viewBox="0 0 %1$d %1$d" role="img" shape-rendering="crispEdges">\
        <title>%2$s</title><rect width="%1$d" height="%1$d" fill="#fff"/>\
        <path d="%3$s" fill="#18222a"/></svg>"""
                .formatted(size, escape(title), code.path());
    }

    /** A black and white PNG without the quiet zone, which the paper around it provides. */
    public byte[] png() {
        int pixels = modules.getWidth() * PIXELS_PER_MODULE;
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                image.setRGB(
                        x, y, dark(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE) ? 0 : 0xFFFFFF);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One rectangle for each run of dark squares in a row. */
    private String path() {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int start = x;
                while (dark(x, y)) {
                    x++;
                }
                if (x > start) {
                    int run = x - start;
                    path.append(
                            "M%d %dh%dv1h-%dz"
                                    .formatted(start + QUIET_ZONE, y + QUIET_ZONE, run, run));
                }
            }
        }
        return path.toString();
    }

    private boolean dark(int x, int y) {
        return x < modules.getWidth() && modules.get(x, y) == 1;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
