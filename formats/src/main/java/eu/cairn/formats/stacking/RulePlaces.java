package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.YamlTree.Part;
import java.util.HashMap;
import java.util.Map;

/** Where in its text each rule stands, by its id; an id that is given twice is refused. */
final class RulePlaces {

    private final Map<String, String> places = new HashMap<>();

    void add(String id, Part part) {
        if (places.putIfAbsent(id, part.place()) != null) {
            part.refuse("rulebook.duplicate-id", id);
        }
    }

    /** The place of a rule, or of what is called so; empty for the whole. */
    String of(String id) {
        return places.getOrDefault(id, "");
    }
}
