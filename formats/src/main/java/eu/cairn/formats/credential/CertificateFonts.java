package eu.cairn.formats.credential;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The typefaces of the certificate, which are embedded in it: Latin, Greek and Cyrillic from Source
 * Sans 3 and Source Serif 4, Armenian and Georgian from Noto Sans (all under the SIL Open Font
 * License, see {@code fonts/OFL.txt}).
 *
 * <p>Scripts that need shaping or run from right to left are not covered.
 */
final class CertificateFonts {

    private static final List<Face> FACES =
            List.of(
                    Face.read("Source Serif 4", 600, "SourceSerif4-SemiBold"),
                    Face.read("Source Sans 3", 400, "SourceSans3-Regular"),
                    Face.read("Source Sans 3", 600, "SourceSans3-SemiBold"),
                    Face.read("Noto Sans Armenian", 400, "NotoSansArmenian-Regular"),
                    Face.read("Noto Sans Armenian", 600, "NotoSansArmenian-SemiBold"),
                    Face.read("Noto Sans Georgian", 400, "NotoSansGeorgian-Regular"),
                    Face.read("Noto Sans Georgian", 600, "NotoSansGeorgian-SemiBold"));

    private record Face(
            String family, int weight, Supplier<RandomAccessRead> file, CmapLookup characters) {

        static Face read(String family, int weight, String name) {
            try (var in = CertificateFonts.class.getResourceAsStream("fonts/" + name + ".ttf")) {
                if (in == null) {
                    throw new IllegalStateException("the font is not packed: " + name);
                }
                var bytes = in.readAllBytes();
                Supplier<RandomAccessRead> file = () -> new RandomAccessReadBuffer(bytes);
                try (var font = new TTFParser().parse(file.get())) {
                    return new Face(family, weight, file, font.getUnicodeCmapLookup());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean shows(int codePoint) {
            return characters.getGlyphId(codePoint) != 0;
        }

        PDType0Font in(PDDocument document, Set<Integer> printed) throws IOException {
            var font = new TTFParser().parse(file.get());
            document.registerTrueTypeFontForClosing(font);
            // Ligatures would be narrower than the line they were measured for.
            font.setEnableGsub(false);
            preferPrinted(font, printed);
            return PDType0Font.load(document, font, true);
        }
    }

    /**
     * The characters of a typeface as one document uses them.
     *
     * <p>Where one shape stands for several characters (the Greek letter mu and the micro sign), a
     * PDF can name only one of them for copying, searching and reading aloud: the printed one.
     */
    private static final class Printed extends CmapSubtable {
        private final CmapSubtable all;
        private final Set<Integer> printed;

        Printed(CmapSubtable all, Set<Integer> printed) {
            this.all = all;
            this.printed = printed;
            setPlatformId(all.getPlatformId());
            setPlatformEncodingId(all.getPlatformEncodingId());
        }

        @Override
        public int getGlyphId(int codePoint) {
            return all.getGlyphId(codePoint);
        }

        @Override
        public @Nullable List<Integer> getCharCodes(int glyph) {
            var codes = all.getCharCodes(glyph);
            if (codes == null || codes.stream().noneMatch(printed::contains)) {
                return codes;
            }
            return codes.stream().filter(printed::contains).toList();
        }
    }

    private CertificateFonts() {}

    /** Makes the typefaces that {@code text} needs known to {@code builder}. */
    static void register(PdfRendererBuilder builder, PDDocument document, String text)
            throws IOException {
        var printed = text.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
        for (var face : FACES) {
            if (needed(face, printed)) {
                builder.useFont(
                        new PDFontSupplier(face.in(document, printed)),
                        face.family(),
                        face.weight(),
                        FontStyle.NORMAL,
                        true);
            }
        }
    }

    private static boolean needed(Face face, Set<Integer> printed) {
        return face.family().startsWith("Source")
                || printed.stream().anyMatch(c -> face.shows(c) && !bySource(c));
    }

    private static boolean bySource(int codePoint) {
        return FACES.stream().anyMatch(f -> f.family().startsWith("Source") && f.shows(codePoint));
    }

    private static void preferPrinted(TrueTypeFont font, Set<Integer> printed) throws IOException {
        var table = font.getCmap();
        table.setCmaps(
                Arrays.stream(table.getCmaps())
                        .map(subtable -> new Printed(subtable, printed))
                        .toArray(CmapSubtable[]::new));
    }

    /** The characters of {@code text} that some weight of the certificate could not show. */
    static Set<String> uncovered(String text) {
        return text.codePoints()
                .filter(codePoint -> !covered(codePoint, 400) || !covered(codePoint, 600))
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean covered(int codePoint, int weight) {
        return FACES.stream().anyMatch(face -> face.weight() == weight && face.shows(codePoint));
    }
}
