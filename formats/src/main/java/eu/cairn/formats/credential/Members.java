package eu.cairn.formats.credential;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The members of a JSON object, asked for by kind; a member of another kind counts as absent. */
public final class Members {

    /** A moment as XML Schema writes it (xsd:dateTimeStamp). */
    private static final Pattern MOMENT =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private Members() {}

    /** The text of {@code name}, also where it is written with its language. */
    public static Optional<String> text(JsonObject object, String name) {
        return text(object.getOrDefault(name, JsonValue.NULL));
    }

    private static Optional<String> text(JsonValue value) {
        return switch (value) {
            case JsonString string -> Optional.of(string.getString());
            case JsonObject literal when literal.get("@value") instanceof JsonString string ->
                    Optional.of(string.getString());
            case JsonArray array when array.size() == 1 -> text(array.getFirst());
            default -> Optional.empty();
        };
    }

    /** The object {@code name}, if it is exactly one. */
    public static Optional<JsonObject> object(JsonObject object, String name) {
        var all = objects(object, name);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** The objects under {@code name}, be it one or a list. */
    public static List<JsonObject> objects(JsonObject object, String name) {
        return items(object, name)
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    /** The texts under {@code name}, be it one or a list. */
    public static List<String> texts(JsonObject object, String name) {
        return items(object, name)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    /** Everything under {@code name}, be it one or a list. */
    public static Stream<JsonValue> items(JsonObject object, String name) {
        return switch (object.getOrDefault(name, JsonValue.NULL)) {
            case JsonArray array -> array.stream();
            case JsonValue value when value.getValueType() == JsonValue.ValueType.NULL ->
                    Stream.empty();
            case JsonValue value -> Stream.of(value);
        };
    }

    /** The {@code id} of what {@code name} refers to, written out or as an object. */
    public static Optional<String> id(JsonObject object, String name) {
        return switch (object.getOrDefault(name, JsonValue.NULL)) {
            case JsonString string -> Optional.of(string.getString());
            case JsonObject named -> text(named, "id");
            default -> Optional.empty();
        };
    }

    public static Optional<Instant> instant(String text) {
        return moment(text).map(OffsetDateTime::toInstant);
    }

    /** The day that {@code text} names, or that of the moment it names, as written. */
    public static Optional<LocalDate> day(String text) {
        try {
            return text.length() == 10
                    ? Optional.of(LocalDate.parse(text))
                    : moment(text).map(OffsetDateTime::toLocalDate);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return MOMENT.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
