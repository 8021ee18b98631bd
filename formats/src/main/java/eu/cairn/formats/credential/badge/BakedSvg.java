package eu.cairn.formats.credential.badge;

import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An SVG picture with a badge in it: an element {@code credential} in the namespace of Open Badges
 * 3.0 (section 5.3.2) or {@code assertion} in that of Open Badges 2.0 baking, with a token in its
 * attribute {@code verify} or JSON as its text.
 *
 * <p>A document type is passed over and never loaded; one that declares anything is refused with
 * {@code format.carrier-malformed}, and so is what is no well-formed XML in UTF-8. Refused are
 * further more than {@value #MAX_BYTES} bytes ({@code format.too-large}), more than {@value
 * #MAX_EVENTS} beginnings and ends of elements, attributes, pieces of text and the like or {@value
 * #MAX_DEPTH} levels ({@code format.carrier-too-complex}), no badge and more than one.
 */
public final class BakedSvg {

    static final int MAX_BYTES = 3 << 20;
    static final int MAX_EVENTS = 80_000;
    static final int MAX_DEPTH = 64;

    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    private static final String NAMESPACE_OF_2 = "http://openbadges.org";
    private static final String SVG = "SVG";
    private static final String TYPE = "<!DOCTYPE";
    private static final Pattern ROOT =
            Pattern.compile(
                    "\\A(?:\\s*<\\?xml[^>]*\\?>)?(?:\\s*<!DOCTYPE[^>\\[]*>)?\\s*<svg\\b[^>]*>");

    private static final XMLInputFactory XML = factory();

    private BakedSvg() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLReporter((message, type, related, place) -> {});
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("nothing is loaded");
                });
        return factory;
    }

    /** The one badge in {@code picture}, as it was put there. */
    public static Decided<byte[]> read(byte[] picture) {
        if (picture.length > MAX_BYTES) {
            return Decided.refused(Refusal.of("format.too-large", "", MAX_BYTES >> 20));
        }
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(picture)).toString();
            if (declares(text)) {
                throw unreadable("format.carrier-malformed");
            }
            var reader = XML.createXMLStreamReader(new StringReader(withoutMark(text)));
            try {
                return Carrier.only(badges(reader), SVG);
            } finally {
                reader.close();
            }
        } catch (Carrier.Unreadable e) {
            return Decided.refused(e.reason());
        } catch (CharacterCodingException | XMLStreamException | RuntimeException e) {
            return Decided.refused(Refusal.of("format.carrier-malformed", "", SVG));
        }
    }

    /** Whether a document type declares something, which could fetch or multiply what it holds. */
    private static boolean declares(String text) {
        for (int at = text.indexOf(TYPE); at >= 0; at = text.indexOf(TYPE, at)) {
            while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '[') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '[') {
                return true;
            }
        }
        return false;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<byte[]> badges(XMLStreamReader reader) throws XMLStreamException {
        var badges = new ArrayList<byte[]>();
        var bounds = new Bounds();
        while (reader.hasNext()) {
            switch (bounds.next(reader)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (isBadge(reader)) {
                        badge(reader, bounds).ifPresent(badges::add);
                    }
                }
                default -> {}
            }
        }
        return badges;
    }

    /** Counts what is read. */
    private static final class Bounds {

        private int events;
        private int depth;

        int next(XMLStreamReader reader) throws XMLStreamException {
            int event = reader.next();
            events++;
            if (event == XMLStreamConstants.START_ELEMENT) {
                events += reader.getAttributeCount() + reader.getNamespaceCount();
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (events > MAX_EVENTS || depth > MAX_DEPTH) {
                throw unreadable("format.carrier-too-complex");
            }
            return event;
        }
    }

    private static boolean isBadge(XMLStreamReader reader) {
        var name = reader.getLocalName();
        var namespace = reader.getNamespaceURI();
        return (NAMESPACE.equals(namespace) && name.equals("credential"))
                || (NAMESPACE_OF_2.equals(namespace) && name.equals("assertion"));
    }

    /** The text, or else the attribute; an element without either says nothing. */
    private static Optional<byte[]> badge(XMLStreamReader reader, Bounds bounds)
            throws XMLStreamException {
        var token = Optional.ofNullable(reader.getAttributeValue(null, "verify"));
        var text = text(reader, bounds).strip();
        var badge = text.isEmpty() ? token.map(String::strip).orElse("") : text;
        var bytes = badge.getBytes(StandardCharsets.UTF_8);
        return bytes.length == 0 ? Optional.empty() : Optional.of(Carrier.bounded(bytes));
    }

    /** The text up to the end of the element, in which there is no other. */
    private static String text(XMLStreamReader reader, Bounds bounds) throws XMLStreamException {
        var text = new StringBuilder();
        for (int event = bounds.next(reader);
                event != XMLStreamConstants.END_ELEMENT;
                event = bounds.next(reader)) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        text.append(reader.getText());
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                default -> throw unreadable("format.carrier-malformed");
            }
            if (text.length() > StrictJson.MAX_BYTES) {
                throw new Carrier.Unreadable(Carrier.TOO_LARGE_INSIDE);
            }
        }
        return text.toString();
    }

    private static Carrier.Unreadable unreadable(String code) {
        return new Carrier.Unreadable(Refusal.of(code, "", SVG));
    }

    /**
     * {@code picture} with the signed credential {@code badge}, JSON or a token, in it.
     *
     * @throws IllegalArgumentException if it is no SVG picture or has a badge already
     */
    public static String bake(String picture, String badge) {
        var root = ROOT.matcher(picture);
        if (!root.find()
                || root.group().endsWith("/>")
                || !(read(picture.getBytes(StandardCharsets.UTF_8))
                        instanceof Decided.Refused<byte[]> refused)
                || !refused.reasons().getFirst().code().equals("format.nothing-inside")) {
            throw new IllegalArgumentException("the picture cannot take a badge");
        }
        var open = "<openbadges:credential xmlns:openbadges=\"" + NAMESPACE + "\"";
        var element =
                badge.strip().startsWith("{")
                        ? open
                                + "><![CDATA["
                                + badge.replace("]]>", "]]]]><![CDATA[>")
                                + "]]></openbadges:credential>"
                        : open + " verify=\"" + badge.strip() + "\"></openbadges:credential>";
        var baked = picture.substring(0, root.end()) + element + picture.substring(root.end());
        if (read(baked.getBytes(StandardCharsets.UTF_8)) instanceof Decided.Refused) {
            throw new IllegalArgumentException("the picture cannot take a badge");
        }
        return baked;
    }
}
