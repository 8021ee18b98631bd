package eu.cairn.formats.credential;

import com.apicatalog.jsonld.lang.LanguageTag;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in an expanded JSON-LD document and would silently be left out of its graph, and so
 * out of what is signed: names and types that are not absolute ({@code format.reference-relative}),
 * texts in no possible language ({@code format.language-malformed}). A part that says more about
 * the document as a whole is refused as well ({@code format.reference-circular}): it could move a
 * status or a date to where nobody looks for it.
 */
final class Uncovered {

    private final Optional<String> root;

    private Uncovered(JsonArray expanded) {
        this.root =
                expanded.stream()
                        .filter(JsonObject.class::isInstance)
                        .flatMap(node -> Members.text(node.asJsonObject(), "@id").stream())
                        .findFirst();
    }

    /** The first such thing in {@code expanded}. */
    static Optional<Refusal> in(JsonArray expanded) {
        var search = new Uncovered(expanded);
        return expanded.stream()
                .flatMap(
                        node ->
                                node instanceof JsonObject object
                                        ? search.members(object)
                                        : Stream.of(refusal("format.not-json-ld", "")))
                .findFirst();
    }

    private static Refusal refusal(String code, String detail) {
        return Refusal.of(code, "", detail);
    }

    private Stream<Refusal> members(JsonObject object) {
        return object.entrySet().stream()
                .flatMap(
                        member ->
                                switch (member.getKey()) {
                                    case "@id", "@type" -> names(member.getValue());
                                    case "@language" -> language(member.getValue());
                                    case "@value" -> Stream.empty();
                                    default -> values(member.getValue());
                                });
    }

    private Stream<Refusal> values(JsonValue value) {
        return switch (value) {
            case JsonArray array -> array.stream().flatMap(this::values);
            case JsonObject object
                    when object.size() > 1
                            && root.isPresent()
                            && Members.text(object, "@id").equals(root) ->
                    Stream.of(refusal("format.reference-circular", root.get()));
            case JsonObject object -> members(object);
            default -> Stream.empty();
        };
    }

    private static Stream<Refusal> names(JsonValue value) {
        return switch (value) {
            case JsonArray array -> array.stream().flatMap(Uncovered::names);
            case JsonString name when isName(name.getString()) -> Stream.empty();
            default -> Stream.of(refusal("format.reference-relative", value.toString()));
        };
    }

    private static boolean isName(String name) {
        return Iri.isAbsolute(name) || name.startsWith("_:") || name.equals("@json");
    }

    private static Stream<Refusal> language(JsonValue value) {
        return value instanceof JsonString tag && LanguageTag.isWellFormed(tag.getString())
                ? Stream.empty()
                : Stream.of(refusal("format.language-malformed", value.toString()));
    }
}
