package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.PrintedCertificate.SIGNED;
import static eu.cairn.formats.credential.PrintedCertificate.accepted;
import static eu.cairn.formats.credential.PrintedCertificate.elements;
import static eu.cairn.formats.credential.PrintedCertificate.lines;
import static eu.cairn.formats.credential.PrintedCertificate.presentation;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.Test;

class SupplementTest {

    @Test
    void theEightSectionsAreReadInTheirOrder() throws IOException {
        try (var pdf = pdf(full(3))) {
            var text = text(pdf);

            assertThat(text)
                    .containsSubsequence(
                            "Supplement to the micro-credential",
                            "1 Holder",
                            "Nora Lindqvist",
                            "2 Micro-credential",
                            "Tutkimusaineistojen hallinta",
                            "Research Data Management",
                            "Kallavesi University",
                            "Kuopio, Finland",
                            "Pohja College",
                            "3 Level and volume",
                            "EQF 7",
                            "5.0 ECTS",
                            "4 Contents and results",
                            "plan the care of research data",
                            "Seminar",
                            "30 h of learning",
                            "Written plan",
                            "70 %",
                            "4 of 5",
                            "Distribution of results",
                            "12",
                            "5 Use",
                            "stackable",
                            "6 Further information",
                            "Internal, by Kallavesi University",
                            "7 Certification",
                            "13 December 2024",
                            "Sealed electronically by Kallavesi University.");
        }
    }

    @Test
    void itIsTaggedWithHeadingsAndTablesInTheirLanguages() throws IOException {
        try (var pdf = pdf(full(3))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            var elements = elements(catalog.getStructureTreeRoot());
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .contains("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Link");
            assertThat(elements)
                    .filteredOn(e -> "TH".equals(e.getStructureType()))
                    .hasSize(2 + 2 + 4 + 2);
            assertThat(elements).extracting(PDStructureElement::getLanguage).contains("fi");
        }
    }

    @Test
    void itClaimsTheStandardsThatItFollowsAndCarriesTheCredential() throws IOException {
        try (var pdf = pdf(full(3))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfuaid:part>1</pdfuaid:part>")
                    .contains("<pdfaid:part>3</pdfaid:part>")
                    .contains("<pdfaid:conformance>A</pdfaid:conformance>");
            var files = catalog.getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys(Certificate.ATTACHMENT);
            var file = files.values().iterator().next();
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(SIGNED);
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void fiftyOutcomesFlowOverPagesWithTheHeadRepeated() throws IOException {
        try (var pdf = pdf(full(50))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            var lines = lines(pdf);
            assertThat(lines).filteredOn(l -> l.matches("LO\\d+ .*")).hasSize(50);
            assertThat(lines)
                    .filteredOn(l -> l.contains("Research Data Management – Nora Lindqvist ·"))
                    .hasSize(pdf.getNumberOfPages());
            assertThat(lines).filteredOn(l -> l.startsWith("Code")).hasSizeGreaterThan(1);
        }
    }

    @Test
    void labelsStandInTheReadersLanguageBesideTheAwardingBodys() throws IOException {
        try (var pdf = pdf(full(3))) {
            assertThat(text(pdf))
                    .contains("Entry requirements", "Pääsyvaatimukset", "Osaamistavoitteet");
        }
        var german = presentation(Optional.empty());
        var reader =
                new Certificate.Presentation(
                        german.verifyUrl(),
                        german.shortCode(),
                        new Language("de"),
                        false,
                        german.signatureStatement(),
                        Optional.empty());
        try (var pdf = Loader.loadPDF(accepted(Supplement.write(full(3), reader)))) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(text(pdf)).contains("Zugangsvoraussetzungen", "Pääsyvaatimukset");
        }
    }

    @Test
    void whatIsNotStatedIsLeftOut() throws IOException {
        try (var pdf = pdf(DemoCredential.sparse())) {
            assertThat(text(pdf))
                    .contains("2 Micro-credential", "7 Certification")
                    .doesNotContain("1 Holder", "3 Level", "4 Contents", "5 Use", "6 Further")
                    .doesNotContain("8 National");
        }
    }

    @Test
    void aNameFromRightToLeftIsRefusedAsByTheCertificate() {
        var refused =
                Supplement.write(DemoCredential.awardedTo("فاطمة"), presentation(Optional.empty()));

        assertThat(refused.reasons())
                .extracting(Refusal::code)
                .containsOnly("certificate.script-not-covered");
    }

    @Test
    void aRevokedCredentialSaysSoOnEveryPage() throws IOException {
        var revoked = presentation(Optional.of("Revoked on 3 March 2025."));
        try (var pdf = Loader.loadPDF(accepted(Supplement.write(full(50), revoked)))) {
            assertThat(lines(pdf))
                    .filteredOn("Revoked on 3 March 2025."::equals)
                    .hasSize(pdf.getNumberOfPages() + 1);
        }
    }

    @Test
    void theSameCredentialGivesTheSameBytes() {
        assertThat(written(full(3))).isEqualTo(written(full(3)));
    }

    @Test
    void noLanguageHasALabelThatEnglishLacks() {
        var english = labels(Locale.ROOT);
        for (var tag : List.of("de", "fi", "fr", "it")) {
            var own = labels(Locale.forLanguageTag(tag));
            assertThat(english).as(tag).containsAll(own);
        }
    }

    private static Set<String> labels(Locale locale) {
        var bundle =
                ResourceBundle.getBundle(
                        "eu.cairn.formats.credential.supplement",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet();
    }

    private static String text(PDDocument pdf) throws IOException {
        return String.join("\n", lines(pdf)).replaceAll(" +", " ");
    }

    private static PDDocument pdf(MicroCredential credential) throws IOException {
        return Loader.loadPDF(written(credential));
    }

    private static byte[] written(MicroCredential credential) {
        return accepted(Supplement.write(credential, presentation(Optional.empty()), SIGNED));
    }

    /** The demo credential with what only a supplement shows. */
    private static MicroCredential full(int outcomes) {
        var c = DemoCredential.credential(Learner.named("Nora Lindqvist"), outcomes);
        return new MicroCredential(
                c.id(),
                c.title(),
                c.learner(),
                c.awardingBody(),
                c.awardedOn(),
                c.issuedAt(),
                c.expiresOn(),
                c.outcomes(),
                Optional.of(
                        new Workload(
                                Optional.of(Ects.of(5)),
                                Optional.of(LearningHours.of(135)),
                                List.of(
                                        new ActivityHours("Seminar", LearningHours.of(30)),
                                        new ActivityHours("Own study", LearningHours.of(105))))),
                c.level(),
                c.assessments(),
                c.participation(),
                c.qualityAssurance(),
                Optional.of(
                        new Grade(
                                "4 of 5",
                                "pass from 1",
                                List.of(
                                        new Grade.Frequency("5", 12),
                                        new Grade.Frequency("4", 30)))),
                c.prerequisites(),
                c.stackability(),
                c.field(),
                c.languageOfInstruction(),
                c.course(),
                c.description(),
                c.reviewOn(),
                List.of(
                        new Contributor(
                                "Pohja College",
                                Contributor.Role.PROVIDER,
                                Optional.empty(),
                                Optional.empty())),
                c.rights());
    }
}
