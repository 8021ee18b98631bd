package eu.cairn.formats.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.cairn.framework.Coded;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Records of the domain as JSON: credits and hours as exact decimals, closed vocabularies by their
 * codes, texts by language, what is not stated left out.
 */
public final class DomainJson {

    private DomainJson() {}

    /** A mapper that writes and reads the domain; the order of members is that of the records. */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(module())
                .changeDefaultPropertyInclusion(
                        inclusion ->
                                inclusion
                                        .withValueInclusion(JsonInclude.Include.NON_ABSENT)
                                        .withContentInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
    }

    /** The serializers and deserializers of the domain's values. */
    public static SimpleModule module() {
        var module = new SimpleModule("cairn-domain");
        module.setDeserializers(new CodedEnums());
        decimal(module, Ects.class, e -> e.toDecimal().stripTrailingZeros(), Ects::of);
        decimal(
                module,
                LearningHours.class,
                hours -> hours.toDecimal().stripTrailingZeros(),
                LearningHours::of);
        code(module, EqfLevel.class, l -> Integer.toString(l.level()), DomainJson::eqf);
        code(module, Country.class, Country::code, c -> Optional.of(new Country(c)));
        code(module, Language.class, Language::tag, t -> Optional.of(new Language(t)));
        module.addSerializer(Coded.class, new CodeWriter());
        module.addSerializer(MultilingualText.class, new TextWriter());
        module.addDeserializer(MultilingualText.class, new TextReader());
        return module;
    }

    private static Optional<EqfLevel> eqf(String text) {
        return text.matches("[1-8]")
                ? Optional.of(new EqfLevel(Integer.parseInt(text)))
                : Optional.empty();
    }

    private static <T> void code(
            SimpleModule module,
            Class<T> type,
            Function<T, String> write,
            Function<String, Optional<T>> read) {
        module.addSerializer(
                type,
                new StdSerializer<T>(type) {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        out.writeString(write.apply(value));
                    }
                });
        module.addDeserializer(
                type,
                new StdDeserializer<T>(type) {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context) {
                        var text = in.getValueAsString("");
                        try {
                            var value = read.apply(text);
                            if (value.isPresent()) {
                                return value.get();
                            }
                        } catch (IllegalArgumentException e) {
                            // said below, with the place in the document
                        }
                        return context.reportInputMismatch(
                                type, "%s is not a %s", text, type.getSimpleName());
                    }
                });
    }

    private static <T> void decimal(
            SimpleModule module,
            Class<T> type,
            Function<T, BigDecimal> write,
            Function<BigDecimal, T> read) {
        module.addSerializer(
                type,
                new StdSerializer<T>(type) {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        out.writeNumber(write.apply(value).toPlainString());
                    }
                });
        module.addDeserializer(
                type,
                new StdDeserializer<T>(type) {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context) {
                        try {
                            return read.apply(in.getDecimalValue());
                        } catch (ArithmeticException | IllegalArgumentException e) {
                            return context.reportInputMismatch(
                                    type, "not an amount of %s", type.getSimpleName());
                        }
                    }
                });
    }

    private static final class CodeWriter extends StdSerializer<Coded> {
        CodeWriter() {
            super(Coded.class);
        }

        @Override
        public void serialize(Coded value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.code());
        }
    }

    /** Reads each closed vocabulary by the codes of its values. */
    private static final class CodedEnums extends SimpleDeserializers {

        @Override
        public @Nullable ValueDeserializer<?> findEnumDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return Coded.class.isAssignableFrom(type.getRawClass())
                    ? new CodeReader(type.getRawClass())
                    : super.findEnumDeserializer(type, config, description);
        }
    }

    private static final class CodeReader extends StdDeserializer<Object> {

        private final Map<String, Object> byCode = new LinkedHashMap<>();

        CodeReader(Class<?> vocabulary) {
            super(vocabulary);
            for (var value : vocabulary.getEnumConstants()) {
                if (value instanceof Coded coded) {
                    byCode.put(coded.code(), value);
                }
            }
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) {
            var code = in.getValueAsString("");
            var value = byCode.get(code);
            return value != null
                    ? value
                    : context.reportInputMismatch(this, "%s is none of %s", code, byCode.keySet());
        }
    }

    private static final class TextWriter extends StdSerializer<MultilingualText> {
        TextWriter() {
            super(MultilingualText.class);
        }

        @Override
        public void serialize(
                MultilingualText text, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            text.byLanguage()
                    .forEach((language, words) -> out.writeStringProperty(language.tag(), words));
            out.writeEndObject();
        }
    }

    private static final class TextReader extends StdDeserializer<MultilingualText> {
        TextReader() {
            super(MultilingualText.class);
        }

        @Override
        public MultilingualText deserialize(JsonParser in, DeserializationContext context) {
            var byLanguage = new LinkedHashMap<Language, String>();
            var tree = context.readTree(in);
            tree.properties()
                    .forEach(
                            entry ->
                                    byLanguage.put(
                                            new Language(entry.getKey()),
                                            entry.getValue().asString()));
            return new MultilingualText(byLanguage);
        }
    }
}
