package eu.cairn.formats.verification;

import com.apicatalog.jsonld.lang.LanguageTag;
import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that credentials and presentations share (W3C Verifiable Credentials Data Model 2.0,
 * sections 4.3 to 4.6), and what was found against them.
 */
final class ModelFindings {

    private static final Set<String> LANGUAGE_VALUE = Set.of("@value", "@language", "@direction");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl");

    private final List<Refusal> findings = new ArrayList<>();

    List<Refusal> list() {
        return List.copyOf(findings);
    }

    void report(String code, String place) {
        findings.add(Refusal.of(code, place, place));
    }

    /** Findings within a part, at their place in the whole. */
    void addAll(List<Refusal> within, String part) {
        within.stream()
                .map(of -> Refusal.of(of.code(), part + "." + of.place(), part + "." + of.place()))
                .forEach(findings::add);
    }

    /** The base context comes first; what follows are addresses and definitions (4.3). */
    void contexts(JsonObject document) {
        contexts(document, DataModel.V2_0);
    }

    void contexts(JsonObject document, DataModel of) {
        var contexts = Members.items(document, "@context").toList();
        if (contexts.isEmpty()
                || !(contexts.getFirst() instanceof JsonString first)
                || !first.getString().equals(of.context())) {
            report("format.context-first", "@context");
        }
        for (var context : contexts) {
            var possible =
                    context instanceof JsonObject
                            || (context instanceof JsonString address
                                    && isUrl(address.getString()));
            if (!possible) {
                report("format.context-malformed", "@context");
            }
        }
    }

    /** The types are texts, one of them {@code required} (4.5). */
    void types(JsonObject document, String required) {
        if (!Members.texts(document, "type").contains(required)
                || Members.items(document, "type").anyMatch(t -> !(t instanceof JsonString))) {
            report("format.type-wrong", "type");
        }
    }

    /** An identifier, where there is one, is a single URL (4.4). */
    void identifier(JsonObject object, String place) {
        if (object.containsKey("id") && !isIdentified(object)) {
            report("format.identifier-malformed", place);
        }
    }

    static boolean isIdentified(JsonObject object) {
        return object.get("id") instanceof JsonString id && isUrl(id.getString());
    }

    /** What {@code name} refers to says what it is, and perhaps must have an identifier. */
    void typed(JsonObject document, String name, boolean needsIdentifier) {
        Members.items(document, name)
                .forEach(
                        value -> {
                            if (!(value instanceof JsonObject object) || !hasTypes(object)) {
                                report("format.type-missing", name);
                                return;
                            }
                            if (needsIdentifier && !object.containsKey("id")) {
                                report("format.member-missing", name + ".id");
                            }
                            identifier(object, name + ".id");
                        });
    }

    private static boolean hasTypes(JsonObject object) {
        var types = Members.items(object, "type").toList();
        return !types.isEmpty()
                && types.stream()
                        .allMatch(t -> t instanceof JsonString text && !text.getString().isBlank());
    }

    /** Names and descriptions are texts, or texts with language and direction (4.6). */
    void wording(JsonObject object, String prefix) {
        for (var name : List.of("name", "description")) {
            Members.items(object, name)
                    .filter(value -> !isWording(value))
                    .forEach(value -> report("format.text-malformed", prefix + name));
        }
    }

    private static boolean isWording(JsonValue value) {
        return value instanceof JsonString
                || (value instanceof JsonObject object
                        && object.get("@value") instanceof JsonString
                        && LANGUAGE_VALUE.containsAll(object.keySet())
                        && isLanguage(object.get("@language"))
                        && isDirection(object.get("@direction")));
    }

    private static boolean isLanguage(@Nullable JsonValue value) {
        return value == null
                || (value instanceof JsonString tag && LanguageTag.isWellFormed(tag.getString()));
    }

    private static boolean isDirection(@Nullable JsonValue value) {
        return value == null
                || (value instanceof JsonString direction
                        && DIRECTIONS.contains(direction.getString()));
    }

    static boolean isUrl(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
