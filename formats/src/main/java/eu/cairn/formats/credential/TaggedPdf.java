package eu.cairn.formats.credential;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import eu.cairn.credential.MicroCredential;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.logging.Level;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.w3c.dom.Document;

/**
 * Prints a page as tagged PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3), with the signed
 * credential inside where there is one. The same input gives the same bytes.
 */
public final class TaggedPdf {

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private TaggedPdf() {}

    /** A file inside: its name, its kind, what it is, and its bytes. */
    public static final class Attachment {
        private final String name;
        private final String mediaType;
        private final String description;
        private final byte[] bytes;

        Attachment(String name, String mediaType, String description, byte[] bytes) {
            this.name = name;
            this.mediaType = mediaType;
            this.description = description;
            this.bytes = bytes.clone();
        }
    }

    /**
     * The PDF of {@code page}, if it has a number of pages that is wanted.
     *
     * @param credential what the page is about
     * @param signed the credential with its proof, as an associated file
     */
    static Optional<byte[]> print(
            Document page,
            MicroCredential credential,
            Optional<byte[]> signed,
            IntPredicate wanted) {
        return print(
                page,
                credential.issuedAt(),
                credential.id().hashCode(),
                signed.map(
                        bytes ->
                                new Attachment(
                                        Certificate.ATTACHMENT,
                                        "application/json",
                                        "The signed credential that this document shows",
                                        bytes)),
                wanted);
    }

    /**
     * The same for a page about anything.
     *
     * @param made the moment as of which it is made
     * @param id what tells it from others
     */
    public static Optional<byte[]> print(
            Document page,
            Instant made,
            int id,
            Optional<Attachment> attachment,
            IntPredicate wanted) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Cairn");
        builder.withW3cDocument(page, "");
        builder.withDiagnosticConsumer(diagnostic -> {});
        try (var fonts = new CertificateFonts();
                var document = new DatedDocument(made)) {
            builder.usePDDocument(document);
            fonts.register(builder, document, page.getDocumentElement().getTextContent());
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                if (!wanted.test(document.getNumberOfPages())) {
                    return Optional.empty();
                }
                if (attachment.isPresent()) {
                    attach(document, made, attachment.get());
                }
                document.setDocumentId((long) id);
                var out = new ByteArrayOutputStream();
                document.save(out);
                return Optional.of(out.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void attach(PDDocument document, Instant made, Attachment attachment)
            throws IOException {
        var file =
                new PDEmbeddedFile(
                        document, new ByteArrayInputStream(attachment.bytes), COSName.FLATE_DECODE);
        file.setSubtype(attachment.mediaType);
        file.setSize(attachment.bytes.length);
        file.setModDate(calendar(made));
        var specification = new PDComplexFileSpecification();
        specification.setFile(attachment.name);
        specification.setFileUnicode(attachment.name);
        specification.setFileDescription(attachment.description);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(COSName.AF_RELATIONSHIP, "Source");
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(attachment.name, specification));
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
