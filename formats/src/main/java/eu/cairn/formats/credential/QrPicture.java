package eu.cairn.formats.credential;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import eu.cairn.formats.credential.badge.BakedPng;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The QR code in a photo or screenshot: a PNG or JPEG picture of at most {@value #MAX_PIXELS}
 * pixels, of which no more than about {@value #LOOKED_AT} are ever held.
 *
 * <p>Refused are: a picture with more pixels ({@code verification.picture-too-large}), one that is
 * damaged ({@code verification.picture-damaged}), and one in which no code is found ({@code
 * verification.picture-without-code}), be it that more than {@value #MAX_CORNERS} corners of codes
 * are.
 */
public final class QrPicture {

    static final long MAX_PIXELS = 25_000_000;
    static final long LOOKED_AT = 3_000_000;

    /** All corners of a code that are found are tried by threes; a photo has some dozens. */
    static final int MAX_CORNERS = 250;

    private QrPicture() {}

    /** Whether these bytes begin like a picture that is looked at. */
    public static boolean isPicture(byte[] bytes) {
        return BakedPng.isPng(bytes) || isJpeg(bytes);
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3
                && (bytes[0] & 0xFF) == 0xFF
                && (bytes[1] & 0xFF) == 0xD8
                && (bytes[2] & 0xFF) == 0xFF;
    }

    /** What the code in {@code picture} says. */
    public static Decided<String> read(byte[] picture) {
        var reader = ImageIO.getImageReadersByFormatName(isJpeg(picture) ? "jpeg" : "png").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels > MAX_PIXELS
                    ? refused("verification.picture-too-large")
                    : code(pixels(reader, pixels))
                            .map(Decided::accepted)
                            .orElseGet(() -> refused("verification.picture-without-code"));
        } catch (IOException | RuntimeException e) { // readers of pictures throw either
            return refused("verification.picture-damaged");
        } finally {
            reader.dispose();
        }
    }

    /** The picture, of a large one every second, third, … pixel of every such row. */
    private static BufferedImage pixels(ImageReader reader, long pixels) throws IOException {
        var how = reader.getDefaultReadParam();
        int step = Math.toIntExact((long) Math.ceil(Math.sqrt((double) pixels / LOOKED_AT)));
        how.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return reader.read(0, how);
    }

    private static Optional<String> code(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var light =
                new RGBLuminanceSource(
                        width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return code(light).or(() -> code(light.invert()));
    }

    private static Optional<String> code(LuminanceSource light) {
        try {
            var found =
                    new QRCodeReader()
                            .decode(
                                    new BinaryBitmap(new HybridBinarizer(light)),
                                    Map.of(
                                            DecodeHintType.TRY_HARDER,
                                            true,
                                            DecodeHintType.NEED_RESULT_POINT_CALLBACK,
                                            notMoreThan(MAX_CORNERS)));
            return Optional.ofNullable(found.getText()).filter(text -> !text.isBlank());
        } catch (ReaderException | TooManyCorners e) {
            return Optional.empty();
        }
    }

    private static ResultPointCallback notMoreThan(int most) {
        var left = new AtomicInteger(most);
        return corner -> {
            if (left.decrementAndGet() < 0) {
                throw new TooManyCorners();
            }
        };
    }

    private static final class TooManyCorners extends RuntimeException {
        TooManyCorners() {
            super("", null, false, false);
        }
    }

    private static Decided<String> refused(String code) {
        return Decided.refused(Refusal.of(code, "file"));
    }
}
