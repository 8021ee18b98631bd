package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Specimens.bytes;
import static eu.cairn.formats.verification.hostile.Specimens.replaced;

import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.badge.BadgePicture;
import eu.cairn.formats.credential.badge.BakedPng;
import eu.cairn.formats.credential.badge.BakedSvg;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Pictures and papers that carry more, less or something else than one true credential. */
final class CarrierTricks {

    static final String KEYWORD = "openbadgecredential";

    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String SEVERAL = "could-not-finish format.several-inside";
    private static final String NOTHING = "could-not-finish format.nothing-inside";
    private static final String MALFORMED = "could-not-finish format.carrier-malformed";
    private static final String COMPLEX = "could-not-finish format.carrier-too-complex";
    private static final String UNKNOWN = "could-not-finish format.not-recognised";

    private final String good;
    private final String changed;
    private final byte[] picture;
    private final String drawing;
    private final Specimens made;

    private CarrierTricks(World world) {
        this.good = Proofs.signed(Badges.ours(world.issuer), world.issuer).toString();
        this.changed = replaced(good, "28/30", "30/30");
        this.picture = BadgePicture.png(Samples.credential(world.issuer));
        this.drawing = BadgePicture.svg(Samples.credential(world.issuer));
        this.made = new Specimens("carrier", world.judge());
    }

    static List<Specimen> of(World world) {
        var tricks = new CarrierTricks(world);
        tricks.png();
        tricks.svg();
        tricks.pdf();
        return tricks.made.list();
    }

    private void png() {
        var baked = BakedPng.bake(picture, good);
        var broken = baked.clone();
        broken[200] ^= 1;
        made.add("PNG: changed", CHANGED, BakedPng.bake(picture, changed))
                .add(
                        "PNG: a second one before it",
                        SEVERAL,
                        Pictures.with(baked, Pictures.badge(KEYWORD, false, bytes(changed))))
                .add(
                        "PNG: a second one under the older name",
                        SEVERAL,
                        Pictures.with(baked, Pictures.badge("openbadges", false, bytes(changed))))
                .add(
                        "PNG: a second one packed",
                        SEVERAL,
                        Pictures.with(baked, Pictures.badge(KEYWORD, true, bytes(changed))))
                .add("PNG: a wrong sum", MALFORMED, broken)
                .add(
                        "PNG: behind the end",
                        NOTHING,
                        Pictures.insert(
                                picture,
                                picture.length,
                                Pictures.badge(KEYWORD, false, bytes(good))))
                .add(
                        "PNG: in another chunk",
                        NOTHING,
                        Pictures.with(
                                picture, Pictures.chunk("tEXt", bytes(KEYWORD + "\0" + good))))
                .add(
                        "PNG: a name in other letters",
                        NOTHING,
                        Pictures.with(
                                picture, Pictures.badge("OpenBadgeCredential", false, bytes(good))))
                .add(
                        "PNG: packed wrongly",
                        MALFORMED,
                        Pictures.with(
                                picture,
                                Pictures.chunk("iTXt", bytes(KEYWORD + "\0\1\0\0\0" + good))))
                .add(
                        "PNG: packed by another method",
                        MALFORMED,
                        Pictures.with(
                                picture,
                                Pictures.chunk("iTXt", bytes(KEYWORD + "\0\1\1\0\0" + good))))
                .add("PNG: cut short", MALFORMED, Arrays.copyOf(baked, baked.length / 2))
                .add(
                        "PNG: a chunk longer than all",
                        MALFORMED,
                        Pictures.with(picture, new byte[] {127, -1, -1, -1, 'i', 'T', 'X', 't'}))
                .add(
                        "PNG: an address only",
                        "could-not-finish format.address-only",
                        BakedPng.bake(picture, "https://a.example/badge"))
                .add(
                        "PNG: a picture in the picture",
                        UNKNOWN,
                        BakedPng.bake(picture, BakedSvg.bake(drawing, good)))
                .add("PNG: no picture behind it", MALFORMED, Arrays.copyOf(picture, 8))
                .add("JPEG", UNKNOWN, new byte[] {-1, -40, -1, -32, 0, 16, 'J', 'F', 'I', 'F'});
    }

    private void svg() {
        var baked = BakedSvg.bake(drawing, good);
        var element = baked.substring(baked.indexOf("<openb"), baked.indexOf("<title"));
        var root = baked.indexOf("<svg");
        made.add("SVG: changed", CHANGED, BakedSvg.bake(drawing, changed))
                .add(
                        "SVG: a second one",
                        SEVERAL,
                        replaced(baked, "<title", replaced(element, "28/30", "30/30") + "<title"))
                .add(
                        "SVG: a second one of the older kind",
                        SEVERAL,
                        replaced(
                                baked,
                                "<title",
                                "<o:assertion xmlns:o=\"http://openbadges.org\"><![CDATA[{}]]></o:assertion><title"))
                .add(
                        "SVG: an entity in it",
                        MALFORMED,
                        baked.substring(0, root)
                                + "<!DOCTYPE svg [<!ENTITY x \"30/30\">]>"
                                + replaced(baked.substring(root), "28/30", "]]>&x;<![CDATA["))
                .add(
                        "SVG: a file of the machine",
                        MALFORMED,
                        baked.substring(0, root)
                                + "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + baked.substring(root))
                .add(
                        "SVG: in another namespace",
                        NOTHING,
                        replaced(
                                baked,
                                "https://purl.imsglobal.org/ob/v3p0",
                                "https://purl.imsglobal.org/ob/v4p0"))
                .add(
                        "SVG: in a comment",
                        NOTHING,
                        replaced(drawing, "<title", "<!-- " + element + " --><title"))
                .add(
                        "SVG: an element inside it",
                        MALFORMED,
                        replaced(baked, "<![CDATA[", "<x/><![CDATA["))
                .add("SVG: not closed", MALFORMED, replaced(baked, "</svg>", ""))
                .add(
                        "SVG: empty",
                        NOTHING,
                        replaced(
                                drawing,
                                "<title",
                                "<o:credential xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\"/><title"))
                .add(
                        "XML that is no picture",
                        "could-not-finish format.web-page",
                        "<html>" + element + "</html>");
    }

    private void pdf() {
        var ours = Papers.with(Certificate.ATTACHMENT, bytes(good));
        made.add("PDF: changed", CHANGED, Papers.with(Certificate.ATTACHMENT, bytes(changed)))
                .add(
                        "PDF: two JSON files",
                        SEVERAL,
                        Papers.of(
                                document -> {
                                    Papers.attach(document, "a.json", bytes(good));
                                    Papers.attach(document, "b.json", bytes(changed));
                                }))
                .add(
                        "PDF: exchanged by an update behind it",
                        CHANGED,
                        Papers.updated(
                                ours,
                                document ->
                                        Papers.attach(
                                                document, Certificate.ATTACHMENT, bytes(changed))))
                .add(
                        "PDF: a second file by an update behind it",
                        SEVERAL,
                        Papers.updated(
                                Papers.with("a.json", bytes(good)),
                                document -> Papers.attach(document, "b.json", bytes(changed))))
                .add(
                        "PDF: taken out by an update behind it",
                        NOTHING,
                        Papers.updated(
                                ours, document -> document.getDocumentCatalog().setNames(null)))
                .add(
                        "PDF: behind a password",
                        "could-not-finish format.carrier-locked",
                        Papers.of(
                                document -> {
                                    Papers.attach(document, Certificate.ATTACHMENT, bytes(good));
                                    document.protect(
                                            new StandardProtectionPolicy(
                                                    "a", "b", new AccessPermission()));
                                }))
                .add("PDF: nothing attached", NOTHING, Papers.of(document -> {}))
                .add("PDF: no credential attached", NOTHING, Papers.with("picture.png", picture))
                .add(
                        "PDF: a paper in the paper",
                        UNKNOWN,
                        Papers.with(Certificate.ATTACHMENT, ours))
                .add("PDF: cut short", MALFORMED, Arrays.copyOf(ours, 200))
                .add("PDF: a head only", MALFORMED, "%PDF-1.7\n%%EOF")
                .add(
                        "PDF: a packed stream that is packed again",
                        COMPLEX,
                        replaced(
                                        new String(
                                                ours, java.nio.charset.StandardCharsets.ISO_8859_1),
                                        "/Filter /FlateDecode",
                                        "/Filter [/FlateDecode /FlateDecode]")
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .add(
                        "PDF: a token by nobody",
                        "not-genuine integrity.algorithm-forbidden",
                        Papers.with(
                                "a.jwt",
                                bytes(
                                        Tokens.encoded("{\"alg\":\"none\"}")
                                                + "."
                                                + Tokens.encoded(good)
                                                + ".")));
    }
}
