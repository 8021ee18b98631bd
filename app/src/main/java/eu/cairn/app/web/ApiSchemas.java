package eu.cairn.app.web;

import com.fasterxml.jackson.databind.type.TypeFactory;
import eu.cairn.framework.Coded;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the values of the domain in OpenAPI as they are written: numbers, codes, texts. */
@Component
final class ApiSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        var own = schema(raw);
        if (own != null) {
            return own;
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static @Nullable Schema<?> schema(Class<?> raw) {
        if (raw == Ects.class) {
            return amount("ECTS credits, exact to a hundredth", "5.5");
        }
        if (raw == LearningHours.class) {
            return amount("Hours of learning", "125");
        }
        if (raw == EqfLevel.class) {
            return new IntegerSchema()
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(8))
                    .description("Level of the European Qualifications Framework");
        }
        if (raw == Country.class) {
            return new StringSchema().description("ISO 3166-1 alpha-2").example("IT");
        }
        if (raw == Language.class) {
            return new StringSchema().description("BCP 47 language tag").example("it");
        }
        if (raw == MultilingualText.class) {
            return new MapSchema()
                    .additionalProperties(new StringSchema())
                    .description("Text by language; the first is authoritative");
        }
        if (raw.isEnum() && Coded.class.isAssignableFrom(raw)) {
            var codes = new StringSchema();
            Arrays.stream(raw.getEnumConstants())
                    .map(value -> ((Coded) value).code())
                    .forEach(codes::addEnumItem);
            return codes;
        }
        return null;
    }

    private static Schema<?> amount(String description, String example) {
        return new NumberSchema()
                .minimum(BigDecimal.ZERO)
                .description(description)
                .example(new BigDecimal(example));
    }
}
