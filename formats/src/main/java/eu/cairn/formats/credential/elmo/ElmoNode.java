package eu.cairn.formats.credential.elmo;

import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Country;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a document, asked for what is in it by name; what stands twice where one is asked
 * for counts as absent.
 *
 * @param element the element
 * @param ours whether the document was written here, so that its words are exact
 */
record ElmoNode(Element element, boolean ours) {

    private static final Language UNDETERMINED = new Language("und");

    /** The children {@code name} in the vocabulary of this element. */
    List<ElmoNode> all(String name) {
        return all(element.getNamespaceURI(), name);
    }

    private List<ElmoNode> all(String namespace, String name) {
        var found = new ArrayList<ElmoNode>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child
                    && namespace.equals(child.getNamespaceURI())
                    && name.equals(child.getLocalName())) {
                found.add(new ElmoNode(child, ours));
            }
        }
        return found;
    }

    Optional<ElmoNode> one(String name) {
        return only(all(name));
    }

    /** What Cairn says in the extension of this element. */
    Optional<ElmoNode> own(String name) {
        return one("extension").flatMap(container -> only(container.all(Elmo.EXTENSION, name)));
    }

    private static <T> Optional<T> only(List<T> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The words in this element, without those of the elements inside it. */
    String words() {
        var words = new StringBuilder();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE
                    || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                words.append(node.getNodeValue());
            }
        }
        return ours ? ElmoText.unescape(words.toString()) : words.toString();
    }

    /** The words in this element as a token, but exact where they are ours. */
    String token() {
        return ours ? words() : ElmoText.collapse(words());
    }

    /** The token in the one child {@code name}. */
    Optional<String> token(String name) {
        return one(name).map(ElmoNode::token);
    }

    /** The token in the one child {@code name}, if it says something. */
    Optional<String> said(String name) {
        return token(name).filter(token -> !token.isBlank());
    }

    Optional<String> attribute(String name) {
        return Optional.of(element)
                .filter(e -> e.hasAttributeNS(null, name))
                .map(e -> e.getAttributeNS(null, name))
                .map(value -> ours ? ElmoText.unescape(value) : ElmoText.collapse(value));
    }

    Optional<Language> language() {
        return Optional.of(element.getAttributeNS(XMLConstants.XML_NS_URI, "lang"))
                .flatMap(ElmoNode::language);
    }

    static Optional<Language> language(String tag) {
        return ifPossible(() -> new Language(tag));
    }

    Optional<Country> country(String name) {
        return token(name).flatMap(code -> ifPossible(() -> new Country(code)));
    }

    /** The wordings in the children {@code name}, of which the first counts most. */
    Optional<MultilingualText> wordings(String name) {
        var texts = new LinkedHashMap<Language, String>();
        for (var wording : all(name)) {
            var words = wording.token();
            if (!words.isBlank()) {
                texts.putIfAbsent(wording.language().orElse(UNDETERMINED), words);
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new MultilingualText(texts));
    }

    /** The day in the one child {@code name}, its zone aside (XML Schema, date). */
    Optional<LocalDate> day(String name) {
        return token(name)
                .map(text -> text.replaceFirst("^(.{10})(Z|[+-]\\d{2}:\\d{2})$", "$1"))
                .filter(text -> text.length() == 10)
                .flatMap(Members::day);
    }

    /** The moment in the one child {@code name}, of Greenwich where it names no zone. */
    Optional<Instant> moment(String name) {
        return token(name)
                .flatMap(text -> Members.instant(text).or(() -> Members.instant(text + "Z")));
    }

    Optional<Integer> number(String attribute) {
        return attribute(attribute).flatMap(ElmoNode::parsed);
    }

    /** A whole number that is not negative and of a size that people write. */
    static Optional<Integer> parsed(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** The values that can be made of the children {@code name}. */
    <T> List<T> each(String name, Function<ElmoNode, Optional<T>> value) {
        return all(name).stream().flatMap(child -> value.apply(child).stream()).toList();
    }

    static <T> Optional<T> ifPossible(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
