package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON text from a stranger, read so that no two readers can understand it differently (RFC 8259
 * with the demands of I-JSON, RFC 7493).
 *
 * <p>Refused are: more than {@value #MAX_BYTES} bytes ({@code format.too-large}), bytes that are no
 * UTF-8 or lone surrogates ({@code format.not-utf8}), a repeated member ({@code
 * format.duplicate-member}), deeper than {@value #MAX_DEPTH} levels ({@code format.too-deep}), more
 * than {@value #MAX_PARTS} parts, or {@value #MAX_PARTS_OF_TABLES} of a table or list ({@code
 * format.too-many-elements}), numbers of more than 100 characters or a huge exponent ({@code
 * format.number-too-long}), and whatever else is no JSON object ({@code format.not-json}).
 */
public final class StrictJson {

    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_NAME = 10_000;

    /** Why more than {@link #MAX_BYTES} are not read, with their number in MB. */
    public static final Refusal TOO_LARGE = Refusal.of("format.too-large", "", MAX_BYTES >> 20);

    public static final int MAX_DEPTH = 64;

    /** Names, values, and the beginnings and ends of objects and lists. */
    public static final int MAX_PARTS = 30_000;

    /** The same for what those write who run this installation, such as lists and courses. */
    public static final int MAX_PARTS_OF_TABLES = 100_000;

    private static final int MAX_EXPONENT = 400;
    private static final JsonFactory DOCUMENTS = factory(MAX_PARTS);
    private static final JsonFactory TABLES = factory(MAX_PARTS_OF_TABLES);

    private StrictJson() {}

    private static JsonFactory factory(int parts) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxTokenCount(parts)
                                .maxNumberLength(100)
                                .maxNameLength(MAX_NAME)
                                .maxStringLength(MAX_BYTES)
                                .build())
                .build();
    }

    /** The object that {@code text} is, or the first reason why it is none. */
    public static Decided<JsonObject> parse(byte[] text) {
        return characters(text).then(StrictJson::parse);
    }

    /** The same for a table of ours, which may have more parts. */
    public static Decided<JsonObject> parseTable(byte[] text) {
        return characters(text)
                .then(
                        characters ->
                                parse(
                                        TABLES,
                                        characters,
                                        JsonToken.START_OBJECT,
                                        StrictJson::object));
    }

    /** The list that {@code text} is, or the first reason why it is none. */
    public static Decided<JsonArray> parseArray(byte[] text) {
        return characters(text)
                .then(
                        characters ->
                                parse(
                                        TABLES,
                                        characters,
                                        JsonToken.START_ARRAY,
                                        StrictJson::array));
    }

    private static Decided<String> characters(byte[] text) {
        if (text.length > MAX_BYTES) {
            return Decided.refused(TOO_LARGE);
        }
        try {
            return Decided.accepted(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
        } catch (CharacterCodingException e) {
            return Decided.refused(Refusal.of("format.not-utf8", ""));
        }
    }

    /** The same for characters that were decoded elsewhere. */
    public static Decided<JsonObject> parse(String text) {
        return parse(DOCUMENTS, text, JsonToken.START_OBJECT, StrictJson::object);
    }

    private static <T> Decided<T> parse(
            JsonFactory factory, String text, JsonToken start, Function<JsonParser, T> structure) {
        try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != start) {
                return Decided.refused(Refusal.of("format.not-json", ""));
            }
            var value = structure.apply(parser);
            if (parser.nextToken() != null) {
                return Decided.refused(Refusal.of("format.not-json", ""));
            }
            return Decided.accepted(value);
        } catch (Unacceptable e) {
            return Decided.refused(Refusal.of(e.code, ""));
        } catch (StreamConstraintsException e) {
            return Decided.refused(
                    constraint(e, factory.streamReadConstraints().getMaxTokenCount()));
        } catch (JacksonException e) {
            var duplicate = e.getMessage() != null && e.getMessage().contains("Duplicate");
            return Decided.refused(
                    Refusal.of(duplicate ? "format.duplicate-member" : "format.not-json", ""));
        }
    }

    private static Refusal constraint(StreamConstraintsException e, long parts) {
        var message = String.valueOf(e.getMessage());
        if (message.contains("nesting")) {
            return Refusal.of("format.too-deep", "");
        }
        if (message.contains("oken count")) {
            return Refusal.of("format.too-many-elements", "", parts);
        }
        if (message.startsWith("Name")) {
            return Refusal.of("format.name-too-long", "", MAX_NAME);
        }
        return message.contains("Number") ? Refusal.of("format.number-too-long", "") : TOO_LARGE;
    }

    private static JsonObject object(JsonParser parser) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = wellFormed(parser.currentName());
            parser.nextToken();
            object.add(name, value(parser));
        }
        return object.build();
    }

    private static JsonArray array(JsonParser parser) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array.build();
    }

    private static JsonValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> JSON.createValue(wellFormed(parser.getString()));
            case VALUE_NUMBER_INT -> JSON.createValue(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> JSON.createValue(moderate(parser.getString()));
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            default -> throw new Unacceptable("format.not-json");
        };
    }

    private static BigDecimal moderate(String number) {
        var exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (exponent >= 0 && exponent(number, exponent + 1) > MAX_EXPONENT) {
            throw new Unacceptable("format.number-too-long");
        }
        return new BigDecimal(number);
    }

    /** The size of the exponent that begins here, counted no further than needed. */
    private static int exponent(String number, int from) {
        int size = 0;
        for (int i = from; i < number.length() && size <= MAX_EXPONENT; i++) {
            var c = number.charAt(i);
            size = c == '+' || c == '-' ? size : size * 10 + c - '0';
        }
        return size;
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Unacceptable("format.not-utf8");
            }
        }
        return text;
    }

    private static final class Unacceptable extends RuntimeException {
        private final String code;

        Unacceptable(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }
}
