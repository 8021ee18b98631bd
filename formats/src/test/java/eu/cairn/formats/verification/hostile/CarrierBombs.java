package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Specimens.bytes;

import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.badge.BadgePicture;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pictures and PDF documents that take much longer to read than to send. */
final class CarrierBombs {

    private static final String LARGE = "could-not-finish format.too-large";
    private static final String COMPLEX = "could-not-finish format.carrier-too-complex";

    private final World world;
    private final Specimens made;

    private CarrierBombs(World world) {
        this.world = world;
        this.made = new Specimens("bomb", world.judge());
    }

    static List<Specimen> of(World world) {
        var bombs = new CarrierBombs(world);
        bombs.carriers();
        bombs.drawings();
        bombs.structures();
        bombs.names();
        return bombs.made.list();
    }

    private void carriers() {
        var picture = BadgePicture.png(Samples.credential(world.issuer));
        var zeros = Pictures.badge(CarrierTricks.KEYWORD, true, new byte[200_000_000]);
        var small = Pictures.badge(CarrierTricks.KEYWORD, true, new byte[1_000_000]);
        var empty = Pictures.chunk("tIME", new byte[0]);
        made.later(
                        "PNG: a badge of 200 million zeros",
                        "could-not-finish format.inside-too-large",
                        () -> Pictures.with(picture, zeros))
                .later(
                        "PNG: a thousand badges of a million",
                        "could-not-finish format.several-inside",
                        () -> Pictures.with(picture, repeated(small, 1_000)))
                .later(
                        "PNG: many chunks",
                        COMPLEX,
                        () -> Pictures.with(picture, repeated(empty, 100_000)))
                .later(
                        "SVG: elements in elements",
                        COMPLEX,
                        () -> bytes("<svg xmlns='x'>" + "<g>".repeat(200_000)))
                .later(
                        "SVG: many elements",
                        COMPLEX,
                        () -> bytes("<svg xmlns='x'>" + "<g/>".repeat(700_000) + "</svg>"))
                .later(
                        "SVG: many document types",
                        "could-not-finish format.carrier-malformed",
                        () -> bytes("<svg>" + "<!DOCTYPE".repeat(300_000)))
                .later(
                        "SVG: a long text",
                        LARGE,
                        () ->
                                bytes(
                                        "<svg><o:credential xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\">"
                                                + "x".repeat(4_000_000)
                                                + "</o:credential></svg>"))
                .later(
                        "PDF: a file of 100 million zeros",
                        COMPLEX,
                        () -> Papers.with(Certificate.ATTACHMENT, new byte[100_000_000]))
                .later(
                        "PDF: a file of 20 million zeros",
                        COMPLEX,
                        () -> Papers.with(Certificate.ATTACHMENT, new byte[20_000_000]))
                .later("PDF: many streams", COMPLEX, () -> streams(4_000))
                .later(
                        "PDF: objects that are not closed",
                        "could-not-finish format.carrier-malformed",
                        () -> bytes("%PDF-1.7\n" + "1 0 obj\n<<".repeat(100_000)))
                .later(
                        "PDF: lists in lists",
                        "could-not-finish format.carrier-malformed",
                        () -> bytes("%PDF-1.7\n1 0 obj\n" + "[".repeat(1_000_000)))
                .later(
                        "PDF: many files",
                        "could-not-finish format.several-inside",
                        () ->
                                Papers.of(
                                        document -> {
                                            for (int i = 0; i < 60; i++) {
                                                Papers.attach(
                                                        document,
                                                        "file-" + i + ".json",
                                                        new byte[] {'{', '}'});
                                            }
                                        }));
    }

    private static byte[] repeated(byte[] chunk, int count) {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            all.writeBytes(chunk);
        }
        return all.toByteArray();
    }

    /** Each mark looks like the beginning of the one packed stream behind all of them. */
    private static byte[] streams(int count) {
        var packed = Pictures.packed(new byte[50_000_000]);
        var all = new ByteArrayOutputStream();
        all.writeBytes(bytes("%PDF-1.7\n" + "stream\n".repeat(count)));
        all.writeBytes(Arrays.copyOf(packed, packed.length - 2_000));
        all.writeBytes(
                Contexts.CREDENTIALS_V2.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private void drawings() {
        var badge = "<svg><o:credential xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\">";
        var end = "</o:credential></svg>";
        made.later("SVG: a long comment", LARGE, () -> svg("<!--" + "x".repeat(4_900_000) + "-->"))
                .later("SVG: many instructions", COMPLEX, () -> svg("<?a?>".repeat(490_000)))
                .later("SVG: many names of elements", COMPLEX, () -> svg(each("<a#/>", 250_000)))
                .later(
                        "SVG: many namespaces",
                        COMPLEX,
                        () -> svg(each("<a xmlns:p#='u'/>", 120_000)))
                .later(
                        "SVG: many attributes here and there",
                        COMPLEX,
                        () -> svg(("<a " + each("b#='' ", 190) + "/>").repeat(2_000)))
                .later(
                        "SVG: a badge in pieces",
                        COMPLEX,
                        () -> bytes(badge + "x<!---->".repeat(350_000) + end))
                .later(
                        "SVG: a badge in many sections",
                        COMPLEX,
                        () -> bytes(badge + "<![CDATA[x]]>".repeat(220_000) + end));
    }

    private static byte[] svg(String content) {
        return bytes("<svg>" + content + "</svg>");
    }

    private static String each(String text, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("#", "" + i))
                .collect(Collectors.joining());
    }

    private void structures() {
        pdf("marks of no stream", "stream\n".repeat(49_000));
        pdf("objects that are not closed, with an end", "1 0 obj\n<<".repeat(900_000));
        pdf("lists in lists, with an end", "1 0 obj\n" + "[".repeat(1_000_000));
        pdf("many objects that no table names", each("# 0 obj\n<<>>\nendobj\n", 400_000));
        pdf("many objects begun", "1 0 obj ".repeat(1_200_000));
        pdf("many tables", "\nxref ".repeat(1_500_000));
        pdf("many trailers", "trailer<<>>".repeat(850_000));
        pdf(
                "a table of many entries",
                "xref\n0 400000\n" + "0000000009 00000 n \n".repeat(400_000));
        made.later("PDF: tables behind tables", COMPLEX, () -> bytes(tables(60_000)))
                .later("PDF: a catalogue of many numbers", COMPLEX, () -> holding("1 ", 4_000_000))
                .later(
                        "PDF: a catalogue of many references",
                        COMPLEX,
                        () -> holding("1 0 R ", 1_500_000))
                .later(
                        "PDF: a catalogue of many objects",
                        COMPLEX,
                        () -> holding("<<>> ", 1_900_000))
                .later("PDF: packed objects", COMPLEX, () -> packed(100));
    }

    private void names() {
        pdf("names with numbers", "/#61#61 ".repeat(1_200_000));
        pdf("long names", ("/" + "a".repeat(60)).repeat(150_000));
        pdf("filters that do not end", "/Filter [ Decode ".repeat(500_000));
        pdf("a filter far from its name", "/Filter" + " ".repeat(9_000_000));
    }

    private void pdf(String name, String content) {
        made.later(
                "PDF: " + name,
                COMPLEX,
                () ->
                        bytes(
                                "%PDF-1.7\n"
                                        + content
                                        + "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF"));
    }

    /** A document whose catalogue has a list of so many {@code items}, all in their places. */
    private static byte[] holding(String items, int count) {
        var head = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/AF[" + items.repeat(count) + "]>>\nendobj\n";
        return bytes(
                head
                        + "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
                        + "trailer\n<</Root 1 0 R/Size 2>>\nstartxref\n"
                        + head.length()
                        + "\n%%EOF");
    }

    private static String tables(int count) {
        var pdf = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n");
        int before = 0;
        for (int i = 0; i < count; i++) {
            int here = pdf.length();
            pdf.append("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 2");
            pdf.append(before > 0 ? "/Prev " + before : "").append(">>\n");
            before = here;
        }
        return pdf.append("startxref\n").append(before).append("\n%%EOF").toString();
    }

    /** Streams of which each says that it holds very many objects. */
    private static byte[] packed(int count) {
        var packed = Pictures.packed(bytes("1 0 ".repeat(25_000)));
        var pdf = new ByteArrayOutputStream();
        pdf.writeBytes(bytes("%PDF-1.7\n"));
        for (int i = 1; i <= count; i++) {
            pdf.writeBytes(
                    bytes(
                            i
                                    + " 0 obj\n<</Type/ObjStm/N 12000/First 99000"
                                    + "/Filter/FlateDecode/Length "
                                    + packed.length
                                    + ">>\nstream\n"));
            pdf.writeBytes(packed);
            pdf.writeBytes(bytes("\nendstream\nendobj\n"));
        }
        pdf.writeBytes(bytes("trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF"));
        return pdf.toByteArray();
    }
}
