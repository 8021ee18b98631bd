package eu.cairn.formats.catalogue;

import eu.cairn.framework.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The fields of one mapping of the file. A field that is absent or null reads as empty; one of
 * another shape than asked for is kept as a fault.
 */
final class EntryFields {

    private final Map<String, Node> fields;
    private final Faults faults;

    private EntryFields(Map<String, Node> fields, Faults faults) {
        this.fields = fields;
        this.faults = faults;
    }

    /** What is wrong with one entry, collected while it is read. */
    static final class Faults {
        private final String entry;
        private final List<Refusal> found;

        Faults(String entry, List<Refusal> found) {
            this.entry = entry;
            this.found = found;
        }

        void add(String code, Node at, Object... parameters) {
            var line = BoundedYaml.line(at.getStartMark());
            var place = entry.isEmpty() ? line : line + ", " + entry;
            found.add(Refusal.of(code, place, parameters));
        }
    }

    /** The fields of a node that should be a mapping; each key is text and stands once. */
    static EntryFields of(String name, Node node, Faults faults) {
        var fields = new LinkedHashMap<String, Node>();
        if (!(node instanceof MappingNode mapping)) {
            faults.add("import.shape-unexpected", node, name, "mapping");
            return new EntryFields(fields, faults);
        }
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add("import.shape-unexpected", tuple.getKeyNode(), name, "text");
            } else if (fields.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                faults.add("import.field-repeated", key, key.getValue());
            }
        }
        return new EntryFields(fields, faults);
    }

    /** Keeps a fault for every field that the format does not know. */
    void allow(Set<String> known) {
        fields.forEach(
                (name, node) -> {
                    if (!known.contains(name)) {
                        faults.add("import.field-unknown", node, name);
                    }
                });
    }

    /** The words of a field as they were written; empty where there are none. */
    String text(String name) {
        var node = fields.get(name);
        return node == null ? "" : textOf(name, node);
    }

    /** The words of every item of a list. */
    List<String> texts(String name) {
        return items(name).stream().map(item -> textOf(name, item)).toList();
    }

    /** The items of a list that are mappings themselves. */
    List<EntryFields> list(String name) {
        return items(name).stream().map(item -> of(name, item, faults)).toList();
    }

    /** The fields of a mapping inside this one. */
    EntryFields inner(String name) {
        var node = fields.get(name);
        return node == null || isNull(node)
                ? new EntryFields(Map.of(), faults)
                : of(name, node, faults);
    }

    /** The numbers of a list, each at least 1. */
    List<Integer> numbers(String name) {
        var numbers = new ArrayList<Integer>();
        for (var item : items(name)) {
            var text = textOf(name, item);
            if (text.matches("[1-9]\\d{0,3}")) {
                numbers.add(Integer.parseInt(text));
            } else {
                faults.add("import.number-invalid", item, name, text);
            }
        }
        return List.copyOf(numbers);
    }

    private List<Node> items(String name) {
        var node = fields.get(name);
        if (node == null || isNull(node)) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        faults.add("import.shape-unexpected", node, name, "list");
        return List.of();
    }

    private String textOf(String name, Node node) {
        if (isNull(node)) {
            return "";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        faults.add("import.shape-unexpected", node, name, "text");
        return "";
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
