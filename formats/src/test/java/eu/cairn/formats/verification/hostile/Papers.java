package eu.cairn.formats.verification.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** PDF documents with files attached to them. */
final class Papers {

    private Papers() {}

    /** What is done to a document before it is saved. */
    interface Change {
        void make(PDDocument document) throws IOException;
    }

    static byte[] of(Change change) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.make(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document with one file. */
    static byte[] with(String name, byte[] content) {
        return of(document -> attach(document, name, content));
    }

    /** {@code pdf} with what is changed written behind it, so that what was there remains. */
    static byte[] updated(byte[] pdf, Change change) {
        try (var document = Loader.loadPDF(pdf)) {
            change.make(document);
            var out = new ByteArrayOutputStream();
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void attach(PDDocument document, String name, byte[] content) throws IOException {
        var file =
                new PDEmbeddedFile(
                        document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        var specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setEmbeddedFile(file);
        var catalog = document.getDocumentCatalog();
        var names =
                Optional.ofNullable(catalog.getNames())
                        .orElseGet(() -> new PDDocumentNameDictionary(catalog));
        var all = new TreeMap<String, PDComplexFileSpecification>();
        var before = names.getEmbeddedFiles();
        if (before != null && before.getNames() != null) {
            all.putAll(before.getNames());
        }
        all.put(name, specification);
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(all);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        names.getCOSObject().setNeedToBeUpdated(true);
        files.getCOSObject().setNeedToBeUpdated(true);
    }
}
