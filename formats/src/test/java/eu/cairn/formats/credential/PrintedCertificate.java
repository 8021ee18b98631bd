package eu.cairn.formats.credential;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Certificate.Presentation;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;

/** A certificate, printed and read back. */
final class PrintedCertificate {

    static final String URL = "https://cairn.example/v/7K4P-9QXD-2M";
    static final byte[] SIGNED = "{\"signed\":true}".getBytes(StandardCharsets.UTF_8);

    private PrintedCertificate() {}

    static Presentation presentation(Optional<String> stateLine) {
        return new Presentation(
                URI.create(URL),
                "7K4P-9QXD-2M",
                Language.ENGLISH,
                true,
                "Sealed electronically by Kallavesi University.",
                stateLine);
    }

    static List<String> lines(PDDocument pdf) throws IOException {
        return new PDFTextStripper()
                .getText(pdf)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static List<PDStructureElement> elements(PDStructureNode node) {
        var elements = new ArrayList<PDStructureElement>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                elements.add(element);
                elements.addAll(elements(element));
            }
        }
        return elements;
    }

    static PDDocument pdf(MicroCredential credential) throws IOException {
        return Loader.loadPDF(write(credential));
    }

    static byte[] write(MicroCredential credential) {
        return accepted(Certificate.write(credential, presentation(Optional.empty()), SIGNED));
    }

    static byte[] accepted(Decided<byte[]> decided) {
        return switch (decided) {
            case Decided.Accepted<byte[]> accepted -> accepted.value();
            case Decided.Refused<byte[]> refused ->
                    throw new AssertionError(refused.reasons().toString());
        };
    }
}
