package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Certificate.Presentation;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.badge.BadgePicture;
import eu.cairn.formats.credential.badge.BakedPng;
import eu.cairn.formats.credential.badge.BakedSvg;
import eu.cairn.formats.credential.badge.CertificateFile;
import eu.cairn.framework.Language;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/** A credential inside a picture or a PDF is judged like the credential alone. */
class CarriedCredentialTest {

    private static final Signer SIGNER = Samples.signer(1);
    private static final String SIGNED = Samples.signed(SIGNER);
    private static final byte[] PICTURE = BadgePicture.png(Samples.credential(SIGNER));
    private static final String DRAWING = BadgePicture.svg(Samples.credential(SIGNER));

    private final Verifier verifier =
            new Verifier(Registries.knowing(SIGNER), VerifierTest.lists(new BitSet()));

    @Test
    void aBakedPngIsGenuineWhenTheCredentialInsideIs() throws IOException {
        var baked = BakedPng.bake(PICTURE, SIGNED);
        var verdict = verifier.verify(baked, Samples.NOW);

        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.credential()).contains(Samples.credential(SIGNER));
        assertThat(verdict.checks().getFirst().code()).isEqualTo("format.found-inside");
        assertThat(accepted(BakedPng.read(baked))).isEqualTo(bytes(SIGNED));
        var shown = ImageIO.read(new ByteArrayInputStream(baked));
        assertThat(shown.getWidth()).isEqualTo(BadgePicture.SIZE);
    }

    @Test
    void aBakedSvgIsGenuineWhenTheCredentialInsideIs() {
        var baked = BakedSvg.bake(DRAWING, SIGNED);
        var verdict = verifier.verify(bytes(baked), Samples.NOW);

        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(accepted(BakedSvg.read(bytes(baked)))).isEqualTo(bytes(SIGNED));
        assertThat(DRAWING).contains("Gestione", "Università della Laguna", "7.5 ECTS");
    }

    @Test
    void aPdfCertificateIsReadBack() {
        var verdict = verifier.verify(certificate(SIGNED), Samples.NOW);

        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.checks().getFirst())
                .extracting(Check::code, check -> check.evidence().getFirst())
                .containsExactly("format.found-inside", "PDF");
        assertThat(accepted(CertificateFile.read(certificate(SIGNED)))).isEqualTo(bytes(SIGNED));
    }

    @Test
    void aChangedCredentialIsNotGenuineWhateverCarriesIt() {
        var changed = SIGNED.replace("28/30", "30/30");

        for (var document :
                new byte[][] {
                    BakedPng.bake(PICTURE, changed),
                    bytes(BakedSvg.bake(DRAWING, changed)),
                    certificate(changed)
                }) {
            assertThat(reason(document)).isEqualTo("not-genuine integrity.changed");
        }
    }

    @Test
    void whatCarriesNoCredentialSaysSo() throws IOException {
        assertThat(reason(PICTURE)).isEqualTo("could-not-finish format.nothing-inside");
        assertThat(reason(bytes(DRAWING))).isEqualTo("could-not-finish format.nothing-inside");
        assertThat(reason(pdf(document -> {}))).isEqualTo("could-not-finish format.nothing-inside");
        var paper = accepted(Certificate.write(Samples.credential(SIGNER), presentation()));
        assertThat(reason(paper)).isEqualTo("could-not-finish format.nothing-inside");
    }

    @Test
    void aPictureTakesOneBadgeOnly() {
        var baked = BakedPng.bake(PICTURE, SIGNED);
        var chunk = Arrays.copyOfRange(baked, 33, 33 + baked.length - PICTURE.length);
        var twice = insert(baked, 33, chunk);
        var drawing = BakedSvg.bake(DRAWING, SIGNED);
        var element = drawing.substring(drawing.indexOf("<openb"), drawing.indexOf("<title"));

        assertThat(reason(twice)).isEqualTo("could-not-finish format.several-inside");
        assertThat(reason(bytes(drawing.replace("<title", element + "<title"))))
                .isEqualTo("could-not-finish format.several-inside");
        assertThatIllegalArgumentException().isThrownBy(() -> BakedPng.bake(baked, SIGNED));
        assertThatIllegalArgumentException().isThrownBy(() -> BakedSvg.bake(drawing, SIGNED));
    }

    @Test
    void aPictureInAPictureIsNotLookedInto() {
        var inner = BakedSvg.bake(DRAWING, SIGNED);

        assertThat(reason(BakedPng.bake(PICTURE, inner)))
                .isEqualTo("could-not-finish format.not-recognised");
    }

    @Test
    void aCompressedBadgeIsReadAndABombIsNot() throws IOException {
        assertThat(reason(insert(PICTURE, 33, compressed(bytes(SIGNED))))).isEqualTo("genuine");
        assertThat(reason(insert(PICTURE, 33, compressed(new byte[200_000_000]))))
                .isEqualTo("could-not-finish format.inside-too-large");
    }

    @Test
    void manyBombsCostNoMoreThanOne() throws IOException {
        var bomb = compressed(new byte[1_000_000]);
        var all = ByteBuffer.allocate(bomb.length * 3_000);
        while (all.hasRemaining()) {
            all.put(bomb);
        }
        var deflated = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(deflated, new Deflater(9))) {
            packed.write(new byte[50_000_000]);
        }
        var broken = Arrays.copyOf(deflated.toByteArray(), deflated.size() - 2_000);
        var marks = ByteBuffer.allocate(9 + 7 * 4_000 + broken.length + 3_000);
        marks.put(bytes("%PDF-1.7\n"));
        for (int i = 0; i < 4_000; i++) {
            marks.put(bytes("stream\n"));
        }
        marks.put(broken);

        assertThat(timed(insert(PICTURE, 33, all.array())))
                .isEqualTo("could-not-finish format.several-inside");
        assertThat(timed(marks.array())).startsWith("could-not-finish format.carrier");
        assertThat(timed(bytes("<svg>" + "<!DOCTYPE".repeat(300_000))))
                .isEqualTo("could-not-finish format.carrier-malformed");
    }

    @Test
    void anSvgThatDeclaresAnythingIsRefusedWithoutLoadingIt() {
        var baked = BakedSvg.bake(DRAWING, SIGNED);
        var root = baked.indexOf("<svg");
        for (var type :
                new String[] {
                    "<!DOCTYPE svg [<!ENTITY a \"b\">]>",
                    "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                    "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                }) {
            var document = baked.substring(0, root) + type + baked.substring(root);
            var used = document.replace("<title>", "<title>&a;&x;&b;");
            assertThat(reason(bytes(used))).isEqualTo("could-not-finish format.carrier-malformed");
        }
        var plain = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"file:///nowhere.dtd\">";
        assertThat(reason(bytes(baked.substring(0, root) + plain + baked.substring(root))))
                .isEqualTo("genuine");
        assertThat(reason(bytes("<svg xmlns='x'>" + "<g>".repeat(5_000))))
                .isEqualTo("could-not-finish format.carrier-too-complex");
    }

    @Test
    void pdfBombsAreGivenUpWithinTheirBounds() throws IOException {
        var packed =
                pdf(document -> attach(document, Certificate.ATTACHMENT, new byte[100_000_000]));
        var many =
                pdf(
                        document -> {
                            for (int i = 0; i < 60; i++) {
                                attach(document, "file-" + i + ".json", new byte[] {'{', '}'});
                            }
                        });
        var locked =
                pdf(
                        document -> {
                            attach(document, Certificate.ATTACHMENT, bytes(SIGNED));
                            document.protect(
                                    new StandardProtectionPolicy("a", "b", new AccessPermission()));
                        });

        assertThat(timed(packed)).isEqualTo("could-not-finish format.carrier-too-complex");
        assertThat(timed(many)).isEqualTo("could-not-finish format.several-inside");
        assertThat(timed(locked)).isEqualTo("could-not-finish format.carrier-locked");
        assertThat(timed(pdf(d -> attach(d, "any.json", bytes(SIGNED))))).isEqualTo("genuine");
        assertThat(timed(bytes("%PDF-1.7\n" + "1 0 obj\n<<".repeat(100_000))))
                .startsWith("could-not-finish format.");
        assertThat(timed(bytes("%PDF-1.7 …"))).startsWith("could-not-finish format.carrier");
    }

    @Test
    void noChangedByteOfACarrierBreaksTheReaderOrMakesAnotherCredentialGenuine() {
        var reasons = new TreeMap<String, Integer>();
        var random = new Random(7);
        for (var document :
                new byte[][] {
                    BakedPng.bake(PICTURE, SIGNED),
                    bytes(BakedSvg.bake(DRAWING, SIGNED)),
                    certificate(SIGNED)
                }) {
            for (int i = 0; i < 60; i++) {
                var changed = document.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                var shorter = Arrays.copyOf(document, random.nextInt(document.length));
                for (var one : new byte[][] {changed, shorter}) {
                    var verdict = verifier.verify(one, Samples.NOW);
                    if (verdict instanceof Verdict.Genuine) {
                        assertThat(verdict.credential()).contains(Samples.credential(SIGNER));
                    }
                    reasons.merge(VerifierTest.reason(verdict), 1, Integer::sum);
                }
            }
        }
        System.out.println("changed carriers: " + reasons);
    }

    @Test
    void aPictureOfAnyWordsIsWellFormed() throws IOException {
        var credential = Samples.credential(SIGNER);
        var odd =
                accepted(
                        OpenBadge.read(
                                Samples.json(
                                        SIGNED.replace(
                                                "Gestione sostenibile delle lagune",
                                                "<svg>&amp;]]> \\u0001 "
                                                        + "Donaudampfschifffahrtsgesellschaft "
                                                                .repeat(9)))));

        var baked = BakedSvg.bake(BadgePicture.svg(odd), SIGNED);

        assertThat(reason(bytes(baked))).isEqualTo("genuine");
        assertThat(ImageIO.read(new ByteArrayInputStream(BadgePicture.png(odd)))).isNotNull();
        assertThat(BadgePicture.png(credential)).isEqualTo(PICTURE);
    }

    private String timed(byte[] document) {
        var start = System.nanoTime();
        var reason = reason(document);
        assertThat(System.nanoTime() - start).isLessThan(8_000_000_000L);
        return reason;
    }

    private String reason(byte[] document) {
        return VerifierTest.reason(verifier.verify(document, Samples.NOW));
    }

    private static Presentation presentation() {
        return new Presentation(
                URI.create("https://lagoonside.example/verify/1"),
                "7K4P-9QXD-2M",
                Language.ENGLISH,
                true,
                "Signed with a test key",
                Optional.empty());
    }

    private static byte[] certificate(String signed) {
        return accepted(
                Certificate.write(Samples.credential(SIGNER), presentation(), bytes(signed)));
    }

    private interface Making {
        void accept(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Making making) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            making.accept(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void attach(PDDocument document, String name, byte[] content)
            throws IOException {
        var specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setEmbeddedFile(
                new PDEmbeddedFile(
                        document, new ByteArrayInputStream(content), COSName.FLATE_DECODE));
        var catalog = document.getDocumentCatalog();
        var names =
                Optional.ofNullable(catalog.getNames())
                        .orElseGet(() -> new PDDocumentNameDictionary(catalog));
        var before = Optional.ofNullable(names.getEmbeddedFiles());
        var all = new TreeMap<String, PDComplexFileSpecification>();
        if (before.isPresent() && before.get().getNames() != null) {
            all.putAll(before.get().getNames());
        }
        all.put(name, specification);
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(all);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
    }

    private static byte[] compressed(byte[] text) throws IOException {
        var data = new ByteArrayOutputStream();
        data.writeBytes(bytes("iTXtopenbadgecredential"));
        data.writeBytes(new byte[] {0, 1, 0, 0, 0});
        try (var packed = new DeflaterOutputStream(data, new Deflater(9))) {
            packed.write(text);
        }
        var sum = new CRC32();
        sum.update(data.toByteArray());
        return ByteBuffer.allocate(data.size() + 8)
                .putInt(data.size() - 4)
                .put(data.toByteArray())
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] insert(byte[] into, int at, byte[] what) {
        return ByteBuffer.allocate(into.length + what.length)
                .put(into, 0, at)
                .put(what)
                .put(into, at, into.length - at)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
