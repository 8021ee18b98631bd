package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.DemoCredential.awardedTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Certificate.Presentation;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import eu.cairn.testing.Shared;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CertificateTest {

    private static final String URL = "https://cairn.example/v/7K4P-9QXD-2M";
    private static final byte[] SIGNED = "{\"signed\":true}".getBytes(StandardCharsets.UTF_8);

    private static Presentation presentation(Optional<String> stateLine) {
        return new Presentation(
                URI.create(URL),
                "7K4P-9QXD-2M",
                Language.ENGLISH,
                true,
                "Sealed electronically by Kallavesi University.",
                stateLine);
    }

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
    void everyFontIsEmbedded() throws IOException {
        try (var pdf = pdf(awardedTo("Ђорђе თამთა Անահիտ"))) {
            var resources = pdf.getPage(0).getResources();
            var fonts = new ArrayList<String>();
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName().replaceFirst(".*\\+", ""));
            }
            assertThat(fonts)
                    .contains(
                            "SourceSerif4-SemiBold",
                            "SourceSans3-Regular",
                            "NotoSansArmenian-SemiBold",
                            "NotoSansGeorgian-SemiBold");
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
    void aScriptThatTheFontsDoNotCoverIsRefused() {
        var refused = Certificate.write(awardedTo("فاطمة الزهراء"), presentation(Optional.empty()));

        assertThat(refused.reasons())
                .contains(
                        Refusal.of(
                                "certificate.script-not-covered",
                                "learner",
                                "Arabic",
                                "U+0641, U+0627, U+0637, U+0645, U+0629"));
    }

    @Test
    void aNameWithoutAVisibleCharacterIsRefused() {
        var refused = Certificate.write(awardedTo("\u200b\u202e"), presentation(Optional.empty()));

        assertThat(refused.reasons())
                .contains(Refusal.of("certificate.nothing-visible", "learner"));
    }

    @Test
    void everyNameSurvivesOnPaper() throws IOException {
        var names =
                Files.readAllLines(Shared.path("real/names.tsv")).stream()
                        .filter(line -> !line.startsWith("#") && !line.startsWith("script\t"))
                        .map(line -> line.split("\t", -1))
                        .map(cells -> (cells[1] + " " + cells[2]).strip())
                        .toList();
        for (var name : names) {
            try (var pdf = pdf(awardedTo(name))) {
                assertThat(letters(String.join("", lines(pdf))))
                        .contains(letters("awarded to" + name + "on"));
            }
        }
        System.out.println("names that survived on paper: " + names.size());
    }

    @Test
    void aHostileNameIsShownAsItIsOrRefused() throws IOException {
        var corpus = Shared.path("corpora/naughty-strings/blns-odd.json");
        int shown = 0;
        int refused = 0;
        for (var string : JsonMapper.shared().readTree(Files.readString(corpus))) {
            var name = string.asString();
            if (name.isBlank()) {
                continue;
            }
            switch (Certificate.write(awardedTo(name), presentation(Optional.empty()))) {
                case Decided.Refused<byte[]> no -> {
                    assertThat(no.reasons()).allMatch(r -> r.code().startsWith("certificate."));
                    refused++;
                }
                case Decided.Accepted<byte[]> yes -> {
                    try (var pdf = Loader.loadPDF(yes.value())) {
                        var text = shapes(String.join("", lines(pdf)));
                        assertThat(text).contains(shapes("awarded to" + Paper.visible(name)));
                        assertThat(elements(pdf.getDocumentCatalog().getStructureTreeRoot()))
                                .filteredOn(e -> "Figure".equals(e.getStructureType()))
                                .hasSize(1);
                    }
                    shown++;
                }
            }
        }
        System.out.println("naughty strings: " + shown + " shown, " + refused + " refused");
        assertThat(shown).isGreaterThan(refused);
    }

    /** Without spaces, which a line break may take away. */
    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    /** Reading takes ligatures and the like apart, so both sides are compared without them. */
    private static String shapes(String text) {
        return letters(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    private static List<String> lines(PDDocument pdf) throws IOException {
        return new PDFTextStripper()
                .getText(pdf)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static PDStructureElement only(List<PDStructureElement> elements, String type) {
        var found = elements.stream().filter(e -> type.equals(e.getStructureType())).toList();
        assertThat(found).as(type).hasSize(1);
        return found.getFirst();
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        var elements = new ArrayList<PDStructureElement>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                elements.add(element);
                elements.addAll(elements(element));
            }
        }
        return elements;
    }

    private static PDDocument pdf(MicroCredential credential) throws IOException {
        return Loader.loadPDF(write(credential));
    }

    private static byte[] write(MicroCredential credential) {
        return accepted(Certificate.write(credential, presentation(Optional.empty()), SIGNED));
    }

    private static byte[] accepted(Decided<byte[]> decided) {
        return switch (decided) {
            case Decided.Accepted<byte[]> accepted -> accepted.value();
            case Decided.Refused<byte[]> refused ->
                    throw new AssertionError(refused.reasons().toString());
        };
    }
}
