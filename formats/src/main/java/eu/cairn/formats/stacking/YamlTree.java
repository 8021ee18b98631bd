package eu.cairn.formats.stacking;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML or JSON text as it is walked: every part knows its path and line, and what is refused is
 * gathered. Size, depth and the number of parts, aliases followed, are bounded.
 */
final class YamlTree {

    static final int LARGEST_TEXT = 256 * 1024;
    static final int DEEPEST = 24;
    static final int MOST_PARTS = 20_000;

    private final List<Refusal> refusals = new ArrayList<>();
    private int parts;

    /** One part of the text: a mapping, a list or a scalar. */
    final class Part {
        private final Node node;
        private final String path;
        private final int depth;

        private Part(Node node, String path, int depth) {
            this.node = node;
            this.path = path;
            this.depth = depth;
            if (++parts > MOST_PARTS || depth > DEEPEST) {
                throw new TooLarge(place());
            }
        }

        /** The path of this part, and the line and column at which it begins. */
        String place() {
            var place = node.getStartMark().map(YamlTree::place).orElse("");
            return path.isEmpty() ? place : path + ", " + place;
        }

        String path() {
            return path;
        }

        void refuse(String code, Object... parameters) {
            refusals.add(Refusal.of(code, place(), parameters));
        }

        /** Whether anything in the whole text is refused so far. */
        boolean refused() {
            return !refusals.isEmpty();
        }

        boolean isMapping() {
            return node instanceof MappingNode;
        }

        boolean isList() {
            return node instanceof SequenceNode;
        }

        /** Whether this is an empty mapping or list, or null. */
        boolean isEmpty() {
            return switch (node) {
                case MappingNode mapping -> mapping.getValue().isEmpty();
                case SequenceNode list -> list.getValue().isEmpty();
                case ScalarNode scalar -> scalar.getTag().getValue().endsWith(":null");
                default -> false;
            };
        }

        /** The parts of a mapping by key, in the order of the text. */
        Map<String, Part> keys() {
            var keys = new LinkedHashMap<String, Part>();
            if (!(node instanceof MappingNode mapping)) {
                refuse("rulebook.wrong-type", "a mapping");
                return keys;
            }
            for (var tuple : mapping.getValue()) {
                var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                var part =
                        new Part(
                                tuple.getValueNode(),
                                path.isEmpty() ? key : path + "." + key,
                                depth + 1);
                if (keys.putIfAbsent(key, part) != null) {
                    part.refuse("rulebook.duplicate-key", key);
                }
            }
            return keys;
        }

        /** The keys of a mapping, of which each is in {@code known}; others are refused. */
        Map<String, Part> keys(Set<String> known, Set<String> notSupported) {
            var keys = keys();
            var all = new LinkedHashSet<>(known);
            all.addAll(notSupported);
            keys.forEach(
                    (key, part) -> {
                        if (notSupported.contains(key)) {
                            if (!part.isEmpty()) {
                                part.refuse("rulebook.not-supported", key);
                            }
                        } else if (!known.contains(key)) {
                            var meant = Words.nearest(key, all);
                            part.refuse(
                                    "rulebook.unknown-key",
                                    key,
                                    meant.orElseGet(() -> Words.anyOf(known)));
                        }
                    });
            return keys;
        }

        List<Part> list() {
            if (!(node instanceof SequenceNode list)) {
                refuse("rulebook.wrong-type", "a list");
                return List.of();
            }
            var found = new ArrayList<Part>();
            for (var each : list.getValue()) {
                found.add(new Part(each, path + "[" + found.size() + "]", depth + 1));
            }
            return found;
        }

        /** The text of a scalar that is not null. */
        Optional<String> text() {
            if (node instanceof ScalarNode scalar && !isEmpty() && !scalar.getValue().isBlank()) {
                return Optional.of(scalar.getValue().strip());
            }
            refuse("rulebook.wrong-type", "a text");
            return Optional.empty();
        }

        /** One text, or a list of texts: any of these. */
        List<String> texts() {
            return isList()
                    ? list().stream().flatMap(each -> each.text().stream()).toList()
                    : text().stream().toList();
        }
    }

    private static String place(Mark mark) {
        return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    /** More parts or levels than a rulebook has. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge(String place) {
            super(place, null, false, false);
        }
    }

    /** Reads with the root of a text. */
    interface Reading<T> {
        Optional<T> of(Part root);
    }

    /** Depth is bounded before the tree is built, which takes a stack as deep as the text. */
    private static void boundDepth(LoadSettings settings, String text) {
        int depth = 0;
        for (var event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST + 1) {
                throw new TooLarge(event.getStartMark().map(YamlTree::place).orElse(""));
            }
        }
    }

    /** What {@code reading} makes of the text, or every refusal. */
    static <T> Decided<T> read(String text, Reading<T> reading) {
        var tree = new YamlTree();
        if (text.length() > LARGEST_TEXT) {
            return Decided.refused(Refusal.of("rulebook.too-large", "", LARGEST_TEXT));
        }
        var settings =
                LoadSettings.builder()
                        .setCodePointLimit(LARGEST_TEXT)
                        .setMaxAliasesForCollections(20)
                        .setAllowRecursiveKeys(false)
                        .build();
        try {
            boundDepth(settings, text);
            var node = new Compose(settings).composeString(text);
            if (node.isEmpty()) {
                return Decided.refused(Refusal.of("rulebook.empty", ""));
            }
            var value = reading.of(tree.new Part(node.get(), "", 0));
            if (tree.refusals.isEmpty() && value.isPresent()) {
                return Decided.accepted(value.get());
            }
            return Decided.refused(tree.refusals.stream().distinct().toList());
        } catch (TooLarge tooLarge) {
            return Decided.refused(Refusal.of("rulebook.too-large", place(tooLarge), MOST_PARTS));
        } catch (MarkedYamlEngineException broken) {
            var place = broken.getProblemMark().map(YamlTree::place);
            return Decided.refused(
                    Refusal.of("rulebook.unreadable", place.orElse(""), broken.getProblem()));
        } catch (YamlEngineException broken) {
            return Decided.refused(
                    Refusal.of("rulebook.unreadable", "", String.valueOf(broken.getMessage())));
        }
    }

    private static String place(TooLarge tooLarge) {
        return String.valueOf(tooLarge.getMessage());
    }
}
