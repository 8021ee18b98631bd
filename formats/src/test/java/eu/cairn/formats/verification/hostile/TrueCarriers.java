package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Specimens.bytes;
import static eu.cairn.formats.verification.hostile.Specimens.replaced;

import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.badge.BadgePicture;
import eu.cairn.formats.credential.badge.BakedPng;
import eu.cairn.formats.credential.badge.BakedSvg;
import eu.cairn.formats.credential.elmo.Elmo;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** True credentials in pictures, on paper, in XML and under a European seal. */
final class TrueCarriers {

    private final World world;
    private final String badge;
    private final Specimens made;

    private TrueCarriers(World world) {
        this.world = world;
        this.badge = Proofs.signed(Badges.ours(world.issuer), world.issuer).toString();
        this.made = new Specimens("true carrier", world.judge());
    }

    static List<Specimen> of(World world) {
        var carriers = new TrueCarriers(world);
        carriers.pictures();
        carriers.papers();
        carriers.xml();
        carriers.seals();
        return carriers.made.list();
    }

    private void good(String name, byte[] document) {
        made.add(name, Specimen.GENUINE, document);
    }

    private void good(String name, String document) {
        made.add(name, Specimen.GENUINE, document);
    }

    private void pictures() {
        var picture = BadgePicture.png(Samples.credential(world.issuer));
        var drawing = BadgePicture.svg(Samples.credential(world.issuer));
        var token = Tokens.of(Badges.foreign(world.issuer.controller()).toString(), world.issuer);
        var baked = BakedSvg.bake(drawing, badge);
        var plain = badge.replace("&", "&amp;").replace("<", "&lt;");
        good("PNG", BakedPng.bake(picture, badge));
        good(
                "PNG: packed",
                Pictures.with(picture, Pictures.badge(CarrierTricks.KEYWORD, true, bytes(badge))));
        good(
                "PNG: under the older name",
                Pictures.with(picture, Pictures.badge("openbadges", false, bytes(badge))));
        good("PNG: a token", BakedPng.bake(picture, token));
        good(
                "PNG: other texts beside",
                Pictures.with(
                        BakedPng.bake(picture, badge),
                        Pictures.badge("Comment", false, bytes("hello"))));
        good("SVG", baked);
        good("SVG: a token", BakedSvg.bake(drawing, token));
        good(
                "SVG: as text",
                baked.replaceFirst(
                        "(?s)<!\\[CDATA\\[.*?\\]\\]>",
                        java.util.regex.Matcher.quoteReplacement(plain)));
        good(
                "SVG: a document type that declares nothing",
                replaced(
                        baked,
                        "<svg",
                        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"file:///nowhere.dtd\"><svg"));
    }

    private void papers() {
        var ours = Papers.with(Certificate.ATTACHMENT, bytes(badge));
        good("PDF", ours);
        good("PDF: a file of any name", Papers.with("badge.json", bytes(badge)));
        good(
                "PDF: a token",
                Papers.with(
                        "badge.jwt",
                        bytes(
                                Tokens.of(
                                        Badges.foreign(world.issuer.controller()).toString(),
                                        world.issuer))));
        good(
                "PDF: other files beside",
                Papers.of(
                        document -> {
                            Papers.attach(document, "note.json", bytes("{}"));
                            Papers.attach(document, Certificate.ATTACHMENT, bytes(badge));
                        }));
        good(
                "PDF: a page more by an update behind it",
                Papers.updated(ours, document -> document.getDocumentInformation().setTitle("x")));
    }

    private void xml() {
        var plain = XmlTricks.text(Elmo.write(Samples.credential(world.issuer), Publication.NONE));
        var signed = XmlTricks.signed(plain, world.issuer);
        good("ELMO", signed);
        good("ELMO: a comment inside a value", replaced(signed, "28/30", "28<!-- 30/30 -->/30"));
        good("ELMO: a section of characters", replaced(signed, ">28/30<", "><![CDATA[28/30]]><"));
        good("ELMO: characters by their number", replaced(signed, "28/30", "28&#47;30"));
        good("ELMO: space inside the tags", replaced(signed, "<report>", "<report \n >"));
        good("ELMO: without its first line", signed.replaceFirst("<\\?xml[^>]*\\?>\\s*", ""));
        good("ELMO: a byte order mark", "\uFEFF" + signed);
        good(
                "ELMO: signed with space in it",
                XmlTricks.signed(replaced(plain, "<report>", "\n\t<report>\n"), world.issuer));
        var onCurve = XmlTricks.text(Elmo.write(Samples.credential(world.p256), Publication.NONE));
        good("ELMO: by a key of P-256", XmlTricks.signed(onCurve, world.p256));
    }

    private void seals() {
        var sealed = SealTricks.sealed(world.issuer, world.issuer, World.ISSUED);
        var seal = sealed.getJsonArray("signatures").getJsonObject(0);
        good("a European seal", sealed.toString());
        good(
                "a European seal by a key of P-256",
                SealTricks.sealed(world.p256, world.p256, World.ISSUED).toString());
        good("a European seal in reverse order", Badges.reversed(sealed).toString());
        good(
                "a European seal with space",
                sealed.toString().replace("\"signatures\":", "\n \"signatures\" : "));
        good("a European seal alone", flat(sealed, seal));
    }

    /** The form for one signature (RFC 7515, section 7.2.2). */
    private static String flat(JsonObject sealed, JsonObject seal) {
        return Json.createObjectBuilder(seal)
                .add("payload", Badges.at(sealed, "/payload"))
                .build()
                .toString();
    }

    static List<Specimen> lists(World world) {
        var made = new Specimens("true status", world.judge());
        var bits = Lists.bits(world.issuer, Lists.ADDRESS + "long", 7);
        var longer = new byte[131_072 / 8 * 4];
        var encoded = Json.createValue(Lists.packed(longer));
        var address = Lists.ADDRESS + "long";
        world.lists.put(
                address,
                Proofs.signed(
                                Badges.with(bits, "/credentialSubject/encodedList", encoded),
                                world.issuer)
                        .toString());
        var entry =
                "{\"id\":\""
                        + address
                        + "#9\",\"type\":\"BitstringStatusListEntry\",\"statusPurpose\":\"revocation\",\"statusListIndex\":\"400000\",\"statusListCredential\":\""
                        + address
                        + "\"}";
        var plain = Badges.foreign(world.issuer.controller());
        made.add(
                        "a longer list",
                        Specimen.GENUINE,
                        Proofs.signed(Badges.with(plain, "/credentialStatus", entry), world.issuer))
                .add(
                        "one place in a list",
                        Specimen.GENUINE,
                        Proofs.signed(
                                Badges.with(plain, "/credentialStatus", "[" + entry + "]"),
                                world.issuer))
                .add(
                        "a place as a number",
                        Specimen.GENUINE,
                        Proofs.signed(
                                Badges.with(
                                        plain,
                                        "/credentialStatus",
                                        entry.replace("\"400000\"", "400000")),
                                world.issuer))
                .add(
                        "the first place",
                        Specimen.GENUINE,
                        Proofs.signed(
                                Badges.with(
                                        plain,
                                        "/credentialStatus",
                                        entry.replace("\"400000\"", "\"0\"")),
                                world.issuer));
        return made.list();
    }
}
