package eu.cairn.formats.credential.elm;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.QrCode;
import eu.cairn.framework.Decided;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pictures of a European Digital Credential, one for each page: those of its certificate, or
 * where no certificate can show what it says, the QR code of the place where it is checked.
 */
final class Pictures {

    /** Readable on a screen; an A4 page is 794 by 1123 pixels. */
    private static final float DOTS_PER_INCH = 96;

    /** As many characters as pictures may take, so that a document can be read back. */
    private static final int MAX_LENGTH = 600_000;

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("eu.cairn.formats.credential.elm.pictures");

    private Pictures() {}

    /** The PNG pictures in base64. */
    static List<String> of(MicroCredential credential, Publication publication) {
        var page = publication.verificationPage().orElse(credential.id());
        try {
            var presentation =
                    new Certificate.Presentation(
                            URI.create(page),
                            publication.shortCode().orElse(""),
                            credential.title().authoritativeLanguage(),
                            publication.demo(),
                            WORDS.getString("what-proves"),
                            Optional.empty());
            return switch (Certificate.write(credential, presentation)) {
                case Decided.Accepted<byte[]>(var pdf) -> {
                    var pages = pages(pdf);
                    yield pages.isEmpty() ? List.of(code(page)) : pages;
                }
                case Decided.Refused<byte[]> refused -> List.of(code(page));
            };
        } catch (IllegalArgumentException e) { // the page has no address that can be printed
            return List.of(code(page));
        }
    }

    /** The first pages, as many as there is room for. */
    private static List<String> pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            var pages = new ArrayList<String>();
            var length = 0;
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                var page = png(renderer.renderImageWithDPI(i, DOTS_PER_INCH, ImageType.GRAY));
                length += page.length();
                if (length > MAX_LENGTH) {
                    break;
                }
                pages.add(page);
            }
            return List.copyOf(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static String code(String text) {
        return Base64.getEncoder().encodeToString(QrCode.of(text).png());
    }
}
