package eu.cairn.formats.credential;

import eu.cairn.framework.Refusal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An XHTML document under construction, which notes every text that paper cannot show.
 *
 * <p>Text enters as text nodes and never as markup, so nothing has to be escaped.
 */
public final class Paper {

    private final Document document;
    private final Element head;
    private final Element body;
    private final List<Refusal> refusals = new ArrayList<>();

    public Paper(String language, String title, String css) {
        this.document = empty();
        var html = document.createElement("html");
        html.setAttribute("lang", language);
        document.appendChild(html);
        this.head = add(html, "head", "");
        write(add(head, "title", ""), title, "title");
        add(head, "style", "").setTextContent(css);
        this.body = add(html, "body", "");
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    public Document document() {
        return document;
    }

    public Element body() {
        return body;
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** A statement about the document, such as its author. */
    public void meta(String name, String content) {
        var meta = add(head, "meta", "");
        meta.setAttribute("name", name);
        meta.setAttribute("content", visible(content));
    }

    public Element add(Element parent, String tag, String style) {
        var element = document.createElement(tag);
        if (!style.isEmpty()) {
            element.setAttribute("class", style);
        }
        parent.appendChild(element);
        return element;
    }

    /** An element with words of Cairn's own. */
    public Element say(Element parent, String tag, String style, String words) {
        return quote(parent, tag, style, words, "");
    }

    /** An element with words of the credential; {@code place} names where in it they stand. */
    public Element quote(Element parent, String tag, String style, String words, String place) {
        var element = add(parent, tag, style);
        write(element, words, place);
        return element;
    }

    private void write(Element element, String words, String place) {
        var visible = visible(words);
        if (visible.isEmpty()) {
            refuse(Refusal.of("certificate.nothing-visible", place));
        }
        var uncovered = CertificateFonts.uncovered(visible);
        if (!uncovered.isEmpty()) {
            var scripts =
                    uncovered.stream()
                            .map(c -> Character.UnicodeScript.of(c.codePointAt(0)))
                            .distinct()
                            .map(Paper::name)
                            .collect(Collectors.joining(", "));
            var characters =
                    uncovered.stream()
                            .limit(5)
                            .map(c -> "U+%04X".formatted(c.codePointAt(0)))
                            .collect(Collectors.joining(", "));
            refuse(Refusal.of("certificate.script-not-covered", place, scripts, characters));
        }
        element.setTextContent(visible);
    }

    private void refuse(Refusal refusal) {
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }

    private static String name(Character.UnicodeScript script) {
        var words = script.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What ink can show of {@code text}: composed letters, single spaces, no controls. */
    static String visible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}]", "")
                .strip();
    }
}
