package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    private static final String TEXT = "https://cairn.example/v/7K4P-9QXD-2M";

    @Test
    void theCodeInAScreenshotAndInAPhotoIsRead() throws IOException {
        assertThat(Samples.accepted(QrPicture.read(picture(900, 700, 0, Color.WHITE, "png"))))
                .isEqualTo(TEXT);
        assertThat(
                        Samples.accepted(
                                QrPicture.read(picture(4000, 3000, 8, Color.LIGHT_GRAY, "jpeg"))))
                .isEqualTo(TEXT);
    }

    @Test
    void aPictureWithoutACodeSaysSo() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", out);

        assertThat(reason(out.toByteArray())).isEqualTo("verification.picture-without-code");
    }

    @Test
    void aPictureThatIsTooLargeIsRefusedBeforeAnyPixelIsRead() throws IOException {
        var small = picture(300, 300, 0, Color.WHITE, "png");
        var huge = small.clone();
        ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);
        var sum = new CRC32();
        sum.update(huge, 12, 17);
        ByteBuffer.wrap(huge).putInt(29, (int) sum.getValue());
        var start = System.nanoTime();

        assertThat(reason(huge)).isEqualTo("verification.picture-too-large");
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1000);
    }

    @Test
    void aDamagedPictureSaysSo() throws IOException {
        var whole = picture(300, 300, 0, Color.WHITE, "jpeg");

        assertThat(reason(Arrays.copyOf(whole, 40))).isEqualTo("verification.picture-damaged");
        assertThat(QrPicture.isPicture(whole)).isTrue();
        assertThat(QrPicture.isPicture(new byte[] {1, 2, 3, 4})).isFalse();
    }

    @Test
    void aPictureFullOfCornersIsGivenUpAndOneWithSomeIsNot() throws IOException {
        var start = System.nanoTime();

        assertThat(Samples.accepted(QrPicture.read(corners(1_400, 2)))).isEqualTo(TEXT);
        assertThat(reason(corners(1_400, 1_600))).isEqualTo("verification.picture-without-code");
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    }

    /** The code, and so many marks like its corners around it, at most 40 in a row. */
    private static byte[] corners(int size, int count) throws IOException {
        var image =
                ImageIO.read(new ByteArrayInputStream(picture(size, size, 0, Color.WHITE, "png")));
        var pen = image.createGraphics();
        for (int i = 0; i < count; i++) {
            int x = 4 + 34 * (i % 40);
            int y = 4 + 34 * (i / 40);
            pen.setColor(Color.BLACK);
            pen.fillRect(x, y, 28, 28);
            pen.setColor(Color.WHITE);
            pen.fillRect(x + 4, y + 4, 20, 20);
            pen.setColor(Color.BLACK);
            pen.fillRect(x + 8, y + 8, 12, 12);
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static String reason(byte[] picture) {
        return ((Decided.Refused<String>) QrPicture.read(picture)).reasons().getFirst().code();
    }

    /** A picture with the code in its middle, turned a little, as a camera sees it. */
    private static byte[] picture(int width, int height, int degrees, Color paper, String format)
            throws IOException {
        var code = ImageIO.read(new ByteArrayInputStream(QrCode.of(TEXT).png()));
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(paper);
        pen.fillRect(0, 0, width, height);
        double scale = Math.min(width, height) * 0.6 / code.getWidth();
        var place = AffineTransform.getTranslateInstance(width * 0.3, height * 0.15);
        place.rotate(Math.toRadians(degrees));
        place.scale(scale, scale);
        pen.drawImage(code, place, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
