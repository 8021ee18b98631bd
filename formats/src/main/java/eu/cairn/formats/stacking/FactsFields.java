package eu.cairn.formats.stacking;

import eu.cairn.framework.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Takes values out of a file of facts, and keeps every reason why one is not what it has to be. */
final class FactsFields {

    private final List<Refusal> refusals = new ArrayList<>();

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private static String at(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    void refuse(String code, String place, Object... parameters) {
        refusals.add(Refusal.of(code, place, parameters));
    }

    interface Reading<T> {
        Optional<T> of(JsonNode node, String place);
    }

    <T> List<T> list(JsonNode root, String key, Reading<T> reading) {
        var all = new ArrayList<T>();
        var list = root.path(key);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            refuse("facts.wrong-type", key, "a list");
        }
        for (int index = 0; list.isArray() && index < list.size(); index++) {
            reading.of(list.get(index), key + "[" + index + "]").ifPresent(all::add);
        }
        return all;
    }

    void known(JsonNode node, String place, Set<String> keys) {
        if (!node.isObject()) {
            refuse("facts.wrong-type", place, "an object");
        }
        for (var key : node.propertyNames()) {
            if (!keys.contains(key)) {
                refuse(
                        "facts.unknown-key",
                        at(place, key),
                        key,
                        Words.nearest(key, keys).orElse(""));
            }
        }
    }

    /** A text or a number as it is written; absent and null are the same. */
    Optional<String> text(JsonNode node, String place, String key) {
        var value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() && !value.isNumber()) {
            refuse("facts.wrong-type", at(place, key), "a text");
            return Optional.empty();
        }
        var text = value.isNumber() ? value.decimalValue().toPlainString() : value.stringValue();
        return Optional.of(text.strip()).filter(it -> !it.isEmpty());
    }

    List<String> texts(JsonNode node, String place, String key) {
        var value = node.path(key);
        if (!value.isArray()) {
            return text(node, place, key).stream().toList();
        }
        var all = new ArrayList<String>();
        for (var each : value) {
            if (each.isString()) {
                all.add(each.stringValue());
            } else {
                refuse("facts.wrong-type", at(place, key), "a text");
            }
        }
        return all;
    }

    Optional<String> required(JsonNode node, String place, String key) {
        var text = text(node, place, key);
        if (text.isEmpty()) {
            refuse("facts.missing-key", place, key);
        }
        return text;
    }

    Optional<LocalDate> date(JsonNode node, String place, String key) {
        var text = text(node, place, key);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException wrong) {
            refuse("facts.not-a-date", at(place, key), text.get());
            return Optional.empty();
        }
    }
}
