package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.DemoCredential.awardedTo;
import static eu.cairn.formats.credential.PrintedCertificate.SIGNED;
import static eu.cairn.formats.credential.PrintedCertificate.URL;
import static eu.cairn.formats.credential.PrintedCertificate.accepted;
import static eu.cairn.formats.credential.PrintedCertificate.elements;
import static eu.cairn.formats.credential.PrintedCertificate.lines;
import static eu.cairn.formats.credential.PrintedCertificate.pdf;
import static eu.cairn.formats.credential.PrintedCertificate.presentation;
import static eu.cairn.formats.credential.PrintedCertificate.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import eu.cairn.credential.Learner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class CertificateTest {

    @Test
    void anOrdinaryCertificateIsOnePageThatReadsInOrder() throws IOException {
        try (var pdf = pdf(awardedTo("Nora Lindqvist"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(lines(pdf))
                    .containsExactly(
                            "Kallavesi University Kuopio, Finland",
                            "Micro-credential",
                            "Tutkimusaineistojen hallinta",
                            "Research Data Management",
                            "awarded to",
                            "Nora Lindqvist",
                            "on 13 December 2024",
                            "Volume",
                            "5.0 ECTS",
                            "135 h of learning",
                            "Level of the outcomes",
                            "EQF 7",
                            "QF-EHEA second cycle",
                            "Participation",
                            "Online",
                            "taught in English",
                            "Result",
                            "4 of 5",
                            "pass from 1",
                            "The holder is able to",
                            "plan the care of research data over the whole life of a project",
                            "evaluate repositories and licences against the FAIR principles",
                            "design and defend a data management plan for sensitive data",
                            "Assessment Written plan (marked assignment, 70 %)",
                            "Oral defence (oral examination, 30 %)",
                            "Supervision Supervised online, with identity check",
                            "Quality assurance Internal, by Kallavesi University; decided on 4 June"
                                    + " 2024",
                            "External, by Pohja Quality Agency; valid to 31 December 2029; ESG 2015",
                            "To enrol Bachelor’s degree (EQF 6) or recognised prior learning",
                            "Use Stands alone; stackable",
                            "Sealed electronically by Kallavesi University.",
                            "This paper shows a signed credential; it is not the credential. Whoever"
                                    + " relies on it should",
                            "check it, free and without an account:",
                            "cairn.example/v/7K4P-9QXD-2M",
                            "Demo: person, institution and agency are invented.");
        }
    }

    @Test
    void aCertificateIsTaggedAndNamesTheLanguageOfItsTitle() throws IOException {
        try (var pdf = pdf(awardedTo("Nora Lindqvist"))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();

            var elements = elements(catalog.getStructureTreeRoot());
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .contains("H1", "H2", "P", "L", "LI", "LBody", "Link", "Figure")
                    .doesNotContain("Table");
            assertThat(only(elements, "H1").getLanguage()).isEqualTo("fi");
            assertThat(only(elements, "Figure").getAlternateDescription())
                    .isEqualTo("QR code with the address cairn.example/v/7K4P-9QXD-2M");
            assertThat(only(elements, "Link").getAlternateDescription()).contains(URL);
        }
    }

    @Test
    void aCertificateClaimsTheStandardsThatItFollows() throws IOException {
        try (var pdf = pdf(awardedTo("Nora Lindqvist"))) {
            var catalog = pdf.getDocumentCatalog();
            var metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata)
                    .contains("<pdfuaid:part>1</pdfuaid:part>")
                    .contains("<pdfaid:part>3</pdfaid:part>")
                    .contains("<pdfaid:conformance>A</pdfaid:conformance>")
                    .contains("Research Data Management – Nora Lindqvist");
            assertThat(catalog.getOutputIntents()).hasSize(1);
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Research Data Management – Nora Lindqvist");
        }
    }

    @Test
    void theQrCodeOnThePageLeadsToTheVerificationPage() throws Exception {
        try (var pdf = pdf(awardedTo("Nora Lindqvist"))) {
            var page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            var pixels =
                    page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var image = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);

            var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(image)));

            assertThat(read.getText()).isEqualTo(URL);
        }
    }

    @Test
    void theSignedCredentialTravelsInside() throws IOException {
        try (var pdf = pdf(awardedTo("Nora Lindqvist"))) {
            var files = pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("credential.json");
            var file = files.values().iterator().next();
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(SIGNED);
            assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/json");
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Source");
            var associated = pdf.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
            assertThat(associated.getObject(0)).isEqualTo(file.getCOSObject());
        }
    }

    @Test
    void theSameCredentialGivesTheSameBytes() {
        assertThat(write(awardedTo("Nora Lindqvist")))
                .isEqualTo(write(awardedTo("Nora Lindqvist")));
    }

    @Test
    void aLongCertificateLosesNothingAndNumbersItsPages() throws IOException {
        try (var pdf = pdf(DemoCredential.credential(Learner.named("Nora Lindqvist"), 40))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            var lines = lines(pdf);
            assertThat(lines).filteredOn(line -> line.startsWith("plan the care")).hasSize(14);
            assertThat(lines)
                    .contains(
                            "Research Data Management – Nora Lindqvist · 7K4P-9QXD-2M 1 / 2",
                            "Research Data Management – Nora Lindqvist · 7K4P-9QXD-2M 2 / 2",
                            "Sealed electronically by Kallavesi University.");
        }
    }

    @Test
    void aDozenOutcomesStillFitOnOnePage() throws IOException {
        try (var pdf = pdf(DemoCredential.credential(Learner.named("Nora Lindqvist"), 12))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void aRevokedCredentialSaysSoFirst() throws IOException {
        var revoked = presentation(Optional.of("Revoked on 3 March 2025: awarded in error."));
        var written = accepted(Certificate.write(awardedTo("Nora Lindqvist"), revoked));
        try (var pdf = Loader.loadPDF(written)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(lines(pdf).getFirst())
                    .isEqualTo("Revoked on 3 March 2025: awarded in error.");
        }
    }

    @Test
    void whatACredentialDoesNotStateIsNotPrinted() throws IOException {
        try (var pdf = pdf(DemoCredential.sparse())) {
            assertThat(lines(pdf).subList(0, 5))
                    .containsExactly(
                            "Academia Lindero",
                            "Micro-credential",
                            "Metadatos para archivos",
                            "on 31 January 2025",
                            "Sealed electronically by Kallavesi University.");
        }
    }

    private static PDStructureElement only(List<PDStructureElement> elements, String type) {
        var found = elements.stream().filter(e -> type.equals(e.getStructureType())).toList();
        assertThat(found).as(type).hasSize(1);
        return found.getFirst();
    }
}
