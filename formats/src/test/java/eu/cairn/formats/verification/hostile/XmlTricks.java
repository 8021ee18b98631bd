package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Specimens.replaced;

import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.formats.credential.elmo.ElmoSeal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signed results in ELMO, wrapped, moved and declared otherwise. */
final class XmlTricks {

    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String PARTIAL = "could-not-finish integrity.suite-not-supported";
    private static final String TYPE = "could-not-finish format.document-type";
    private static final String NOT_XML = "not-genuine format.not-xml";
    private static final String WHOLE = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    private final String good;
    private final String plain;
    private final World world;
    private final Specimens made;

    private XmlTricks(World world) {
        this.world = world;
        this.plain = text(Elmo.write(Samples.credential(world.issuer), Publication.NONE));
        this.good = signed(plain, world.issuer);
        this.made = new Specimens("XML", world.judge());
    }

    static String signed(String plain, FreshKey key) {
        return text(Samples.accepted(ElmoSeal.sign(Specimens.bytes(plain), key)));
    }

    static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    static List<Specimen> of(World world) {
        var tricks = new XmlTricks(world);
        tricks.changed();
        tricks.wrapped();
        tricks.signatures();
        tricks.declared();
        return tricks.made.list();
    }

    private void changed() {
        made.add("another grade", CHANGED, replaced(good, "28/30", "30/30"))
                .add("more credits", CHANGED, replaced(good, "<value>7.5<", "<value>75<"))
                .add("a space more", CHANGED, replaced(good, "<value>7.5<", "<value> 7.5<"))
                .add(
                        "an attribute more",
                        CHANGED,
                        replaced(good, "<report>", "<report note=\"x\">"))
                .add(
                        "an instruction inside a value",
                        CHANGED,
                        replaced(good, "28/30", "28/30<?x 1?>"))
                .add(
                        "a namespace more",
                        CHANGED,
                        replaced(good, "<report>", "<report xmlns:x=\"urn:x\">"))
                .add("a line break more", CHANGED, replaced(good, "<report>", "<report>\n"))
                .add("no signature", "could-not-finish integrity.no-proof", plain);
    }

    private void wrapped() {
        var inner = good.replaceFirst("<\\?xml[^>]*\\?>", "");
        var forged = replaced(plain, "28/30", "30/30");
        var signature =
                good.substring(
                        good.indexOf("<ds:Signature"),
                        good.indexOf("</ds:Signature>") + "</ds:Signature>".length());
        made.add(
                        "a signed document inside another",
                        "could-not-finish integrity.no-proof",
                        inside(forged, "<extension>" + inner + "</extension>"))
                .add("the signature of another document", CHANGED, inside(forged, signature))
                .add(
                        "the signed document inside the signature",
                        CHANGED,
                        inside(
                                forged,
                                replaced(
                                        signature,
                                        "</ds:Signature>",
                                        "<ds:Object>" + inner + "</ds:Object></ds:Signature>")))
                .add(
                        "the signature one level down",
                        "could-not-finish integrity.no-proof",
                        inside(forged, "<extension>" + signature + "</extension>"))
                .add(
                        "a reference to a part",
                        PARTIAL,
                        replaced(good, "<ds:Reference URI=\"\">", "<ds:Reference URI=\"#part\">"))
                .add(
                        "a reference by a path",
                        PARTIAL,
                        replaced(
                                good,
                                "<ds:Reference URI=\"\">",
                                "<ds:Reference URI=\"#xpointer(/)\">"))
                .add(
                        "a reference to the network",
                        PARTIAL,
                        replaced(
                                good,
                                "<ds:Reference URI=\"\">",
                                "<ds:Reference URI=\"https://a.example/\">"))
                .add(
                        "a reference without address",
                        PARTIAL,
                        replaced(good, "<ds:Reference URI=\"\">", "<ds:Reference>"))
                .add(
                        "two references",
                        PARTIAL,
                        replaced(
                                good,
                                "</ds:Reference>",
                                "</ds:Reference><ds:Reference URI=\"#x\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>AAAA</ds:DigestValue></ds:Reference>"));
    }

    private static String inside(String document, String part) {
        return document.substring(0, document.lastIndexOf("</elmo>")) + part + "</elmo>";
    }

    private void signatures() {
        var method = "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519";
        var stranger = signed(plain, world.mallory);
        made.add(
                        "a transform by style sheet",
                        PARTIAL,
                        replaced(good, WHOLE, "http://www.w3.org/TR/1999/REC-xslt-19991116"))
                .add(
                        "a transform by path",
                        PARTIAL,
                        replaced(good, WHOLE, "http://www.w3.org/TR/1999/REC-xpath-19991116"))
                .add(
                        "a transform more",
                        PARTIAL,
                        replaced(
                                good,
                                "<ds:Transforms>",
                                "<ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><ds:XPath>false()</ds:XPath></ds:Transform>"))
                .add(
                        "no transform",
                        PARTIAL,
                        good.replaceFirst("(?s)<ds:Transforms>.*</ds:Transforms>", ""))
                .add(
                        "a secret for a key",
                        "not-genuine integrity.algorithm-forbidden",
                        replaced(
                                good, method, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"))
                .add(
                        "a broken algorithm",
                        PARTIAL,
                        replaced(good, method, "http://www.w3.org/2000/09/xmldsig#rsa-sha1"))
                .add(
                        "an algorithm of other keys",
                        "could-not-finish integrity.key-unknown",
                        replaced(
                                good,
                                method,
                                "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"))
                .add(
                        "a broken hash",
                        "not-genuine integrity.proof-malformed",
                        replaced(
                                good,
                                "http://www.w3.org/2001/04/xmlenc#sha256",
                                "http://www.w3.org/2001/04/xmldsig-more#md5"))
                .add(
                        "a weak hash",
                        "not-genuine integrity.proof-malformed",
                        replaced(
                                good,
                                "http://www.w3.org/2001/04/xmlenc#sha256",
                                "http://www.w3.org/2000/09/xmldsig#sha1"))
                .add(
                        "two signatures",
                        "could-not-finish integrity.too-many-proofs",
                        inside(
                                good,
                                good.substring(
                                        good.indexOf("<ds:Signature"),
                                        good.indexOf("</ds:Signature>")
                                                + "</ds:Signature>".length())))
                .add(
                        "a signature without value",
                        "not-genuine integrity.proof-malformed",
                        good.replaceFirst("(?s)<ds:SignatureValue>.*</ds:SignatureValue>", ""))
                .add(
                        "a value that is cut",
                        CHANGED,
                        good.replaceFirst("<ds:SignatureValue>....", "<ds:SignatureValue>"))
                .add(
                        "a value of zeros",
                        CHANGED,
                        good.replaceFirst(
                                "(?s)<ds:SignatureValue>.*</ds:SignatureValue>",
                                "<ds:SignatureValue>" + "A".repeat(86) + "==</ds:SignatureValue>"))
                .add(
                        "a digest of another document",
                        CHANGED,
                        good.replaceFirst(
                                "(?s)<ds:DigestValue>.*</ds:DigestValue>",
                                "<ds:DigestValue>" + "A".repeat(43) + "=</ds:DigestValue>"))
                .add("signed by a stranger", "could-not-finish integrity.key-unknown", stranger)
                .add(
                        "signed by a stranger in the issuer's name",
                        CHANGED,
                        stranger.replaceFirst(
                                "<ds:KeyName>[^<]*<",
                                "<ds:KeyName>" + world.issuer.verificationMethod() + "<"))
                .add(
                        "signed by a stranger that brings the key",
                        "could-not-finish integrity.key-unknown",
                        stranger.replaceFirst(
                                "(?s)<ds:KeyInfo>.*</ds:KeyInfo>",
                                "<ds:KeyInfo><ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue></ds:KeyInfo>"))
                .add(
                        "a key to be fetched",
                        "could-not-finish integrity.key-unknown",
                        stranger.replaceFirst(
                                "(?s)<ds:KeyInfo>.*</ds:KeyInfo>",
                                "<ds:KeyInfo><ds:RetrievalMethod URI=\"https://a.example/k\"/></ds:KeyInfo>"));
    }

    private void declared() {
        var root = good.indexOf("<elmo");
        for (var type :
                List.of(
                        "<!DOCTYPE elmo>",
                        "<!DOCTYPE elmo SYSTEM \"https://a.example/elmo.dtd\">",
                        "<!DOCTYPE elmo [<!ENTITY x \"30/30\">]>",
                        "<!DOCTYPE elmo [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                        "<!DOCTYPE elmo [<!ENTITY % p SYSTEM \"https://a.example/p\"> %p;]>",
                        "<!DOCTYPE elmo [<!ATTLIST report note CDATA \"x\">]>")) {
            made.add(
                    "a document type: " + type,
                    TYPE,
                    good.substring(0, root) + type + good.substring(root));
        }
        made.add("an entity that is not declared", NOT_XML, replaced(good, "28/30", "&x;"))
                .add(
                        "an attribute twice",
                        NOT_XML,
                        replaced(good, "<report>", "<report a=\"1\" a=\"2\">"))
                .add("an element that is not closed", NOT_XML, replaced(good, "</report>", ""))
                .add("something after the end", NOT_XML, good + "<elmo/>")
                .add("a character that XML has not", NOT_XML, replaced(good, "28/30", "28/30&#0;"))
                .add(
                        "a prefix that is not bound",
                        NOT_XML,
                        replaced(good, "<report>", "<report><x:y/>"))
                .add(
                        "an inclusion",
                        CHANGED,
                        replaced(
                                good,
                                "<report>",
                                "<report><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>"))
                .add(
                        "bytes that are no text",
                        NOT_XML,
                        replaced(good, "28/30", "28\u00ff30").getBytes(StandardCharsets.ISO_8859_1))
                .add(
                        "another root",
                        "not-genuine format.not-elmo",
                        "<x xmlns=\"https://github.com/emrex-eu/elmo-schemas/tree/v1\">"
                                + plain.replaceFirst("<\\?xml[^>]*\\?>", "")
                                + "</x>");
    }
}
