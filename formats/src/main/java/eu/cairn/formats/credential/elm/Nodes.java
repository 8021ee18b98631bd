package eu.cairn.formats.credential.elm;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the nodes of one document, each with an identifier within it. */
public final class Nodes {

    /** What identifiers begin with that mean something within their document only. */
    public static final String LOCAL = "urn:epass:";

    private final Language language;
    private final String space;
    private final Map<String, Integer> made = new HashMap<>();

    /**
     * @param language of the texts that are stated in one language only
     */
    public Nodes(Language language) {
        this(language, "");
    }

    /**
     * @param space what tells these nodes from others in the same document
     */
    public Nodes(Language language, String space) {
        this.language = language;
        this.space = space;
    }

    public Language language() {
        return language;
    }

    public JsonObjectBuilder node(String type) {
        var kind = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        return node(type, kind, made.merge(kind, 1, Integer::sum));
    }

    /** A node that keeps its place among others in its identifier. */
    public JsonObjectBuilder node(String type, String kind, int place) {
        return JSON.createObjectBuilder()
                .add("id", LOCAL + space + kind + ":" + place)
                .add("type", type);
    }

    /** A text in the language of the document. */
    public JsonObject words(String text) {
        return JSON.createObjectBuilder().add(language.tag(), text).build();
    }

    /** A text in its languages, the authoritative one first. */
    public static JsonObject words(MultilingualText text) {
        var words = JSON.createObjectBuilder();
        text.byLanguage().forEach((language, wording) -> words.add(language.tag(), wording));
        return words.build();
    }

    public JsonObject note(String text) {
        return node("Note").add("noteLiteral", words(text)).build();
    }

    public JsonObject note(Mark mark, String text) {
        return about(mark, node("Note")).add("noteLiteral", words(text)).build();
    }

    public static JsonObjectBuilder about(Mark mark, JsonObjectBuilder note) {
        return note.add("subject", Concepts.own(mark.uri(), mark.label()));
    }

    public JsonObject identifier(String notation) {
        return node("Identifier").add("notation", notation).build();
    }

    public JsonObject identifier(Mark mark, String notation) {
        return node("Identifier")
                .add("schemeId", mark.uri())
                .add("schemeName", mark.label())
                .add("notation", notation)
                .build();
    }

    public JsonObject page(String address) {
        return node("WebResource").add("contentURL", address).build();
    }

    /** The identifier of {@code object} that is about {@code mark}. */
    public static Optional<String> identifier(JsonObject object, Mark mark) {
        return Members.objects(object, "identifier").stream()
                .filter(i -> Members.text(i, "schemeId").equals(Optional.of(mark.uri())))
                .findFirst()
                .flatMap(i -> Members.text(i, "notation"));
    }

    public static void put(
            JsonObjectBuilder object, String name, Optional<? extends JsonValue> value) {
        value.ifPresent(present -> object.add(name, present));
    }

    public static void putAll(
            JsonObjectBuilder object, String name, List<? extends JsonValue> values) {
        if (!values.isEmpty()) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            values.forEach(array::add);
            object.add(name, array);
        }
    }

    public static String startOf(LocalDate day) {
        return day + "T00:00:00Z";
    }

    public static String endOf(LocalDate day) {
        return day + "T23:59:59Z";
    }

    /** An amount of learning time as XML Schema writes it (xsd:duration). */
    public static String duration(int minutes) {
        return "PT" + minutes / 60 + "H" + minutes % 60 + "M";
    }
}
