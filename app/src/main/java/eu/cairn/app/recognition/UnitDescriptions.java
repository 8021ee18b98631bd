package eu.cairn.app.recognition;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.recognition.RecognisedUnitTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * What the units of a qualification are, in a YAML text that its institution publishes beside the
 * rulebook: under {@code units} for each its {@code course}, {@code title}, {@code credits}, {@code
 * level} (EQF), {@code profile}, {@code quality} and {@code outcomes}; under {@code source} where
 * the descriptions come from.
 *
 * @param source where the descriptions come from, as an officer reads it
 */
public record UnitDescriptions(String source, List<RecognisedUnitTarget> units) {

    private static final int LARGEST = 256 * 1024;

    private static final Set<String> FIELDS =
            Set.of("course", "title", "credits", "level", "profile", "quality", "outcomes");

    private static final LoadSettings TEXT_ONLY =
            LoadSettings.builder()
                    .setSchema(new FailsafeSchema())
                    .setCodePointLimit(LARGEST)
                    .setMaxAliasesForCollections(0)
                    .build();

    public UnitDescriptions {
        units = List.copyOf(units);
    }

    /**
     * Reads the descriptions of the units of {@code qualification}.
     *
     * @throws IllegalArgumentException if the text is not of the shape above
     */
    public static UnitDescriptions read(String qualification, String yaml) {
        try {
            var root = map(new Load(TEXT_ONLY).loadFromString(yaml));
            return new UnitDescriptions(
                    text(root, "source"),
                    list(root.get("units")).stream()
                            .map(UnitDescriptions::map)
                            .map(fields -> unit(qualification, fields))
                            .toList());
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("not a description of units: " + e.getMessage(), e);
        }
    }

    public Optional<RecognisedUnitTarget> of(String course) {
        return units.stream().filter(unit -> unit.course().equals(course)).findFirst();
    }

    private static RecognisedUnitTarget unit(String qualification, Map<?, ?> fields) {
        if (!FIELDS.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("unknown field: " + fields.keySet());
        }
        return new RecognisedUnitTarget(
                qualification,
                needed(fields, "course"),
                needed(fields, "title"),
                Ects.parse(needed(fields, "credits"))
                        .orElseThrow(() -> new IllegalArgumentException("credits: no number")),
                Optional.of(text(fields, "level"))
                        .filter(level -> level.matches("[1-8]"))
                        .map(level -> new EqfLevel(Integer.parseInt(level))),
                text(fields, "profile"),
                text(fields, "quality"),
                list(fields.get("outcomes")).stream().map(String::valueOf).toList());
    }

    private static String needed(Map<?, ?> fields, String name) {
        var text = text(fields, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException("missing: " + name);
        }
        return text;
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("here belongs a mapping");
    }
}
