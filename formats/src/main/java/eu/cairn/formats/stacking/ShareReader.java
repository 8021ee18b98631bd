package eu.cairn.formats.stacking;

import static eu.cairn.formats.stacking.Figures.bound;
import static eu.cairn.formats.stacking.Figures.note;
import static eu.cairn.formats.stacking.Figures.text;
import static eu.cairn.formats.stacking.Figures.withNotes;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.stacking.Share;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which requirements may count the same credential, and how much of that. */
final class ShareReader {

    static final Set<String> SHARE = withNotes("between", "atMost");

    private final Set<String> requirements;
    private final RulePlaces places;
    private int unnamed;

    /**
     * @param requirements the ids of every requirement
     */
    ShareReader(Set<String> requirements, RulePlaces places) {
        this.requirements = requirements;
        this.places = places;
    }

    Optional<Share> share(Part part) {
        var keys = part.keys(SHARE, Set.of());
        var id = text(keys, "id").orElseGet(() -> "share-" + unnamed++);
        places.add(id, part);
        var between = Figures.part(keys, "between").map(this::between).orElse(List.of());
        if (!keys.containsKey("between")) {
            part.refuse("rulebook.missing-key", "between");
        }
        var most = bound(keys, "atMost");
        return between.isEmpty()
                ? Optional.empty()
                : Optional.of(new Share(id, note(keys), between, most.credits(), most.courses()));
    }

    private List<String> between(Part part) {
        var ids = part.texts();
        for (var id : ids) {
            if (!requirements.contains(id)) {
                var meant = Words.nearest(id, requirements);
                part.refuse(
                        "rulebook.unknown-requirement",
                        id,
                        meant.orElseGet(() -> Words.anyOf(requirements)));
            }
        }
        if (ids.stream().distinct().count() < 2) {
            part.refuse("rulebook.wrong-type", "a list of two requirements or more");
            return List.of();
        }
        return ids;
    }
}
