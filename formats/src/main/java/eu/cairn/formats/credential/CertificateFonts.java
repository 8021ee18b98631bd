package eu.cairn.formats.credential;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
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
final class CertificateFonts implements AutoCloseable {

    private static final List<Face> FACES =
            List.of(
                    Face.read("Source Serif 4", 600, "SourceSerif4-SemiBold"),
                    Face.read("Source Sans 3", 400, "SourceSans3-Regular"),
                    Face.read("Source Sans 3", 600, "SourceSans3-SemiBold"),
                    Face.read("Noto Sans Armenian", 400, "NotoSansArmenian-Regular"),
                    Face.read("Noto Sans Armenian", 600, "NotoSansArmenian-SemiBold"),
                    Face.read("Noto Sans Georgian", 400, "NotoSansGeorgian-Regular"),
                    Face.read("Noto Sans Georgian", 600, "NotoSansGeorgian-SemiBold"));

    /** As many documents are printed at once with typefaces that are at hand. */
    private static final int AT_HAND = 4;

    private final List<Runnable> returns = new ArrayList<>();

    /**
     * A typeface, and where it lies ready: reading one anew takes longer than printing a page.
     *
     * @param ready not in the hands of any document
     */
    private record Face(
            String family,
            int weight,
            Supplier<RandomAccessRead> file,
            CmapLookup characters,
            Queue<Readied> ready) {

        static Face read(String family, int weight, String name) {
            try (var in = CertificateFonts.class.getResourceAsStream("fonts/" + name + ".ttf")) {
                if (in == null) {
                    throw new IllegalStateException("the font is not packed: " + name);
                }
                var bytes = in.readAllBytes();
                Supplier<RandomAccessRead> file = () -> new RandomAccessReadBuffer(bytes);
                try (var font = new TTFParser().parse(file.get())) {
                    return new Face(
                            family,
                            weight,
                            file,
                            font.getUnicodeCmapLookup(),
                            new ArrayBlockingQueue<>(AT_HAND));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean shows(int codePoint) {
            return characters.getGlyphId(codePoint) != 0;
        }

        Readied take() throws IOException {
            var taken = ready.poll();
            return taken == null ? Readied.of(new TTFParser().parse(file.get())) : taken;
        }
    }

    /** A typeface that was read, with its characters as they stand in the file. */
    private record Readied(TrueTypeFont font, List<CmapSubtable> characters) {

        static Readied of(TrueTypeFont font) throws IOException {
            // Ligatures would be narrower than the line they were measured for.
            font.setEnableGsub(false);
            return new Readied(font, List.of(font.getCmap().getCmaps()));
        }

        PDType0Font in(PDDocument document, Set<Integer> printed) throws IOException {
            font.getCmap()
                    .setCmaps(
                            characters.stream()
                                    .map(subtable -> new Printed(subtable, printed))
                                    .toArray(CmapSubtable[]::new));
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

    /**
     * Makes the typefaces that {@code text} needs known to {@code builder}. No other document has
     * them until these are closed, which is after {@code document} was saved.
     */
    void register(PdfRendererBuilder builder, PDDocument document, String text) throws IOException {
        var printed = text.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
        for (var face : FACES) {
            if (needed(face, printed)) {
                var readied = face.take();
                returns.add(() -> face.ready().offer(readied));
                builder.useFont(
                        new PDFontSupplier(readied.in(document, printed)),
                        face.family(),
                        face.weight(),
                        FontStyle.NORMAL,
                        true);
            }
        }
    }

    @Override
    public void close() {
        returns.forEach(Runnable::run);
        returns.clear();
    }

    private static boolean needed(Face face, Set<Integer> printed) {
        return face.family().startsWith("Source")
                || printed.stream().anyMatch(c -> face.shows(c) && !bySource(c));
    }

    private static boolean bySource(int codePoint) {
        return FACES.stream().anyMatch(f -> f.family().startsWith("Source") && f.shows(codePoint));
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
