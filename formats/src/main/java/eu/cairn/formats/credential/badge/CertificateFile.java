package eu.cairn.formats.credential.badge;

import eu.cairn.formats.credential.Certificate;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF certificate with the signed credential inside, as an associated file (PDF/A-3, ISO
 * 19005-3). No page is ever drawn.
 *
 * <p>The credential is the one file called {@value Certificate#ATTACHMENT}; in a PDF of others the
 * one embedded JSON document. Refused are: more than {@value #MAX_BYTES} bytes or a file of more
 * than a document may have ({@code format.too-large}); streams that unpack to more than {@value
 * #MAX_UNPACKED} bytes, more than {@value #MAX_OBJECTS} objects or {@value #MAX_FILES} files, more
 * than {@value BoundedReading#MAX_READ} bytes to be read outside of streams, or more than {@value
 * #PATIENCE_SECONDS} seconds of reading or of waiting for others to be read ({@code
 * format.carrier-too-complex}); a PDF behind a password ({@code format.carrier-locked}); what is no
 * PDF ({@code format.carrier-malformed}).
 */
public final class CertificateFile {

    static final int MAX_BYTES = 10 << 20;
    static final int MAX_UNPACKED = 8_000_000;
    static final int MAX_OBJECTS = 50_000;
    static final int MAX_FILES = 100;
    static final int PATIENCE_SECONDS = 5;

    private static final String PDF = "PDF";

    /** How far from the end of a file the mark of its end may be, in bytes. */
    private static final int END = 2048;

    /** Reading that takes too long goes on after its answer; only so many do at a time. */
    private static final Semaphore READING = new Semaphore(4);

    private CertificateFile() {}

    /** The credential in {@code pdf}, byte for byte. */
    public static Decided<byte[]> read(byte[] pdf) {
        if (pdf.length > MAX_BYTES) {
            return Decided.refused(Refusal.of("format.too-large", "", MAX_BYTES >> 20));
        }
        if (PackedStreams.unpackToMoreThan(MAX_UNPACKED, pdf)) {
            return refused("format.carrier-too-complex");
        }
        if (!hasEnd(pdf)) {
            return refused("format.carrier-malformed");
        }
        try {
            if (!READING.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return refused("format.carrier-too-complex");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("format.carrier-too-complex");
        }
        var task = new FutureTask<>(() -> credential(pdf));
        Thread.ofPlatform()
                .daemon()
                .name("pdf")
                .start(
                        () -> {
                            try {
                                task.run();
                            } finally {
                                READING.release();
                            }
                        });
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return refused("format.carrier-too-complex");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("format.carrier-too-complex");
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case Carrier.Unreadable unreadable -> Decided.refused(unreadable.reason());
                case InvalidPasswordException locked -> refused("format.carrier-locked");
                case StackOverflowError deep -> refused("format.carrier-too-complex");
                case null, default -> refused("format.carrier-malformed");
            };
        }
    }

    /** Without this mark near its end, a reader would have to guess what the document is. */
    private static boolean hasEnd(byte[] pdf) {
        int from = Math.max(0, pdf.length - END);
        return new String(pdf, from, pdf.length - from, StandardCharsets.ISO_8859_1)
                .contains("startxref");
    }

    private static Decided<byte[]> refused(String code) {
        return Decided.refused(Refusal.of(code, "", PDF));
    }

    private static Carrier.Unreadable unreadable(String code) {
        return new Carrier.Unreadable(Refusal.of(code, "", PDF));
    }

    private static Decided<byte[]> credential(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(new BoundedReading(pdf))) {
            if (document.getDocument().getXrefTable().size() > MAX_OBJECTS) {
                throw unreadable("format.carrier-too-complex");
            }
            var files = files(document);
            var ours = files.stream().filter(file -> name(file).equals(Certificate.ATTACHMENT));
            var named = ours.toList();
            var chosen =
                    named.isEmpty()
                            ? files.stream().filter(CertificateFile::isJson).toList()
                            : named;
            return chosen.size() == 1
                    ? Decided.accepted(content(chosen.getFirst()))
                    : refused(chosen.isEmpty() ? "format.nothing-inside" : "format.several-inside");
        }
    }

    /** The specifications of all embedded files: the associated ones and those listed by name. */
    private static List<COSDictionary> files(PDDocument document) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        var open = new ArrayDeque<COSBase>();
        add(open, catalog.getDictionaryObject(COSName.AF));
        if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
            add(open, names.getDictionaryObject(COSName.EMBEDDED_FILES));
        }
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var files = new ArrayList<COSDictionary>();
        while (!open.isEmpty()) {
            var next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (seen.size() > MAX_FILES * 4 || files.size() > MAX_FILES) {
                throw unreadable("format.carrier-too-complex");
            }
            if (next instanceof COSArray array) {
                for (int i = 0; i < array.size() && i <= MAX_FILES * 4; i++) {
                    add(open, array.getObject(i));
                }
            } else if (next instanceof COSDictionary node) {
                if (node.getDictionaryObject(COSName.EF) instanceof COSDictionary) {
                    files.add(node);
                } else {
                    add(open, node.getDictionaryObject(COSName.KIDS));
                    add(open, node.getDictionaryObject(COSName.NAMES));
                }
            }
        }
        return files;
    }

    private static void add(ArrayDeque<COSBase> open, COSBase found) {
        if (found instanceof COSArray || found instanceof COSDictionary) {
            open.push(found);
        }
    }

    private static String name(COSDictionary file) {
        var name = file.getString(COSName.UF, file.getString(COSName.F, ""));
        return name == null ? "" : name;
    }

    private static boolean isJson(COSDictionary file) {
        var type = embedded(file).getNameAsString(COSName.SUBTYPE, "");
        return name(file).toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonld|jwt|vc)")
                || type.matches("application/(.*\\+)?(json|ld\\+json|vc|jwt)");
    }

    private static COSStream embedded(COSDictionary file) {
        var embedded = file.getDictionaryObject(COSName.EF) instanceof COSDictionary of ? of : file;
        for (var name : List.of(COSName.UF, COSName.F)) {
            if (embedded.getDictionaryObject(name) instanceof COSStream stream) {
                return stream;
            }
        }
        throw unreadable("format.carrier-malformed");
    }

    private static byte[] content(COSDictionary file) throws IOException {
        var stream = embedded(file);
        var filter = stream.getFilters();
        if (filter instanceof COSArray several && several.size() == 1) {
            filter = several.getObject(0);
        }
        try (var raw = stream.createRawInputStream()) {
            var bytes = raw.readNBytes(MAX_BYTES);
            if (filter == null) {
                return Carrier.bounded(bytes);
            }
            if (COSName.FLATE_DECODE.equals(filter)) {
                return Carrier.unpacked(bytes, PDF);
            }
            throw unreadable("format.carrier-malformed");
        }
    }
}
