package eu.cairn.formats.credential;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be told of a JSON-LD document before it is expanded, in one pass over its members. */
final class CompactForm {

    private static final Set<String> KEYWORDS =
            Set.of("@context", "@value", "@language", "@direction");

    private final Contexts trusted;
    private final boolean inlineContexts;

    private @Nullable String foreignContext;
    private @Nullable String memberThatIsNotPlain;

    private CompactForm(Contexts trusted, boolean inlineContexts) {
        this.trusted = trusted;
        this.inlineContexts = inlineContexts;
    }

    /**
     * @param trusted the contexts that a document may name
     * @param inlineContexts whether it may also define terms of its own
     */
    static CompactForm of(JsonObject document, Contexts trusted, boolean inlineContexts) {
        var form = new CompactForm(trusted, inlineContexts);
        form.value(document);
        return form;
    }

    /** The first context anywhere that is not an address on the list. */
    Optional<String> foreignContext() {
        return Optional.ofNullable(foreignContext);
    }

    /**
     * The first member that is named by an address or by a keyword where a plain term is expected:
     * it could hide a status or a date from those who look for them by name.
     */
    Optional<String> memberThatIsNotPlain() {
        return Optional.ofNullable(memberThatIsNotPlain);
    }

    private void value(JsonValue value) {
        switch (value) {
            case JsonObject object -> {
                object.keySet().forEach(this::name);
                object.forEach(this::member);
            }
            case JsonArray array -> array.forEach(this::value);
            default -> {}
        }
    }

    private void name(String name) {
        if (memberThatIsNotPlain == null
                && !KEYWORDS.contains(name)
                && (name.indexOf(':') >= 0 || name.startsWith("@"))) {
            memberThatIsNotPlain = name;
        }
    }

    private void member(String name, JsonValue value) {
        if (name.equals("@context")) {
            address(value);
        }
        value(value);
    }

    private void address(JsonValue context) {
        switch (context) {
            case JsonString address -> {
                if (!trusted.trusts(address.getString())) {
                    foreign(address.getString());
                }
            }
            case JsonArray array -> array.forEach(this::address);
            case JsonObject object when inlineContexts -> {}
            default -> foreign("inline");
        }
    }

    private void foreign(String context) {
        if (foreignContext == null) {
            foreignContext = context;
        }
    }
}
