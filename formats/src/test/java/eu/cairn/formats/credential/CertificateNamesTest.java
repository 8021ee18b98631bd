package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.DemoCredential.awardedTo;
import static eu.cairn.formats.credential.PrintedCertificate.elements;
import static eu.cairn.formats.credential.PrintedCertificate.lines;
import static eu.cairn.formats.credential.PrintedCertificate.pdf;
import static eu.cairn.formats.credential.PrintedCertificate.presentation;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Names as people write them, and as attackers do. */
class CertificateNamesTest {

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
}
