package eu.cairn.formats.credential;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.CertificateSheet.Layout;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * The PDF certificate of a micro-credential: a picture for people, on one A4 page where it fits,
 * that says how to check the signed credential and can carry it inside.
 *
 * <p>Written as tagged PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). The same input gives the
 * same bytes. Refuses with {@code certificate.script-not-covered} what its typefaces cannot show,
 * and with {@code certificate.nothing-visible} a name without a visible character.
 */
public final class Certificate {

    /** The name of the signed credential inside the PDF. */
    public static final String ATTACHMENT = "credential.json";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private Certificate() {}

    /**
     * What the paper says beside the credential itself.
     *
     * @param verifyUrl where anybody can check the credential
     * @param shortCode what a person types there, such as {@code 7K4P-9QXD-2M}
     * @param language of the words around the content; English where Cairn lacks it
     * @param demo whether everything in it is invented
     * @param signatureStatement who signed it and how, as a sentence
     * @param stateLine why it does not hold, such as the day of its revocation
     */
    public record Presentation(
            URI verifyUrl,
            String shortCode,
            Language language,
            boolean demo,
            String signatureStatement,
            Optional<String> stateLine) {}

    /** The certificate alone. */
    public static Decided<byte[]> write(MicroCredential credential, Presentation presentation) {
        return write(credential, presentation, Optional.empty());
    }

    /** The certificate with the signed credential inside, as an associated file (PDF/A-3). */
    public static Decided<byte[]> write(
            MicroCredential credential, Presentation presentation, byte[] signedCredential) {
        return write(credential, presentation, Optional.of(signedCredential));
    }

    private static Decided<byte[]> write(
            MicroCredential credential, Presentation presentation, Optional<byte[]> signed) {
        var sheet = new CertificateSheet(credential, presentation);
        if (!sheet.refusals().isEmpty()) {
            return Decided.refused(sheet.refusals());
        }
        return Decided.accepted(
                Arrays.stream(Layout.values())
                        .flatMap(layout -> render(sheet, layout, credential, signed).stream())
                        .findFirst()
                        .orElseThrow());
    }

    /** The PDF of {@code sheet}, if {@code layout} holds it. */
    private static Optional<byte[]> render(
            CertificateSheet sheet,
            Layout layout,
            MicroCredential credential,
            Optional<byte[]> signed) {
        var page = sheet.in(layout);
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Cairn");
        builder.withW3cDocument(page, "");
        builder.withDiagnosticConsumer(diagnostic -> {});
        try (var document = new DatedDocument(credential.issuedAt())) {
            builder.usePDDocument(document);
            CertificateFonts.register(
                    builder, document, page.getDocumentElement().getTextContent());
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                if (!layout.holds(document.getNumberOfPages())) {
                    return Optional.empty();
                }
                if (signed.isPresent()) {
                    attach(document, credential, signed.get());
                }
                document.setDocumentId((long) credential.id().hashCode());
                var out = new ByteArrayOutputStream();
                document.save(out);
                return Optional.of(out.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void attach(PDDocument document, MicroCredential credential, byte[] signed)
            throws IOException {
        var file =
                new PDEmbeddedFile(
                        document, new ByteArrayInputStream(signed), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(signed.length);
        file.setModDate(calendar(credential.issuedAt()));
        var specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHMENT);
        specification.setFileUnicode(ATTACHMENT);
        specification.setFileDescription("The signed credential that this certificate shows");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(COSName.AF_RELATIONSHIP, "Source");
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(ATTACHMENT, specification));
        var catalog = document.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        var associated = new COSArray();
        associated.add(specification);
        catalog.getCOSObject().setItem(COSName.AF, associated);
    }

    private static Calendar calendar(Instant instant) {
        return GregorianCalendar.from(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** A document made when its credential was issued, not when somebody happened to print it. */
    private static final class DatedDocument extends PDDocument {
        private final Instant made;

        DatedDocument(Instant made) {
            this.made = made;
        }

        @Override
        public void setDocumentInformation(PDDocumentInformation information) {
            information.setCreationDate(calendar(made));
            information.setModificationDate(calendar(made));
            super.setDocumentInformation(information);
        }
    }
}
