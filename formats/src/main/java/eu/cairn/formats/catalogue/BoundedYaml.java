package eu.cairn.formats.catalogue;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A YAML 1.2 document of a stranger as a tree whose nodes know their lines.
 *
 * <p>Size and depth are bounded and aliases are refused, so that the tree is never larger than the
 * file. The bounds are checked on the stream of events, before any tree is built.
 */
final class BoundedYaml {

    static final int DEEPEST = 12;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setCodePointLimit(PublishedCourses.LARGEST_BYTES)
                    .setUseMarks(true)
                    .build();

    private BoundedYaml() {}

    static Decided<Node> read(byte[] file) {
        if (file.length > PublishedCourses.LARGEST_BYTES) {
            return refused("import.file-too-large", "", PublishedCourses.LARGEST_BYTES);
        }
        var text = decode(file);
        if (text.isEmpty()) {
            return refused("import.not-utf8", "");
        }
        try {
            var bound = boundExceeded(text.get());
            return bound.isPresent() ? Decided.refused(bound.get()) : compose(text.get());
        } catch (MarkedYamlEngineException e) {
            return refused("import.yaml-invalid", line(e.getProblemMark()), e.getProblem());
        } catch (YamlEngineException e) {
            return refused("import.yaml-invalid", "", e.getClass().getSimpleName());
        }
    }

    /** The place of a node as it is shown: {@code line 12}. */
    static String line(Optional<Mark> mark) {
        return mark.map(at -> "line " + (at.getLine() + 1)).orElse("");
    }

    private static Decided<Node> compose(String text) {
        return new Compose(SETTINGS)
                .composeString(text)
                .map(Decided::accepted)
                .orElseGet(() -> refused("import.file-empty", ""));
    }

    private static Optional<Refusal> boundExceeded(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event.getEventId()) {
                case Alias -> {
                    return Optional.of(
                            Refusal.of("import.alias-refused", line(event.getStartMark())));
                }
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Comment, DocumentStart, DocumentEnd, Scalar, StreamStart, StreamEnd -> {}
            }
            if (depth > DEEPEST) {
                return Optional.of(
                        Refusal.of("import.too-deep", line(event.getStartMark()), DEEPEST));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decode(byte[] file) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decided<Node> refused(String code, String place, Object... parameters) {
        return Decided.refused(Refusal.of(code, place, parameters));
    }
}
