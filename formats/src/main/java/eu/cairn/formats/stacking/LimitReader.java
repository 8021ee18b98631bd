package eu.cairn.formats.stacking;

import static eu.cairn.formats.stacking.Figures.bound;
import static eu.cairn.formats.stacking.Figures.flag;
import static eu.cairn.formats.stacking.Figures.note;
import static eu.cairn.formats.stacking.Figures.part;
import static eu.cairn.formats.stacking.Figures.text;
import static eu.cairn.formats.stacking.Figures.withNotes;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Limit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the limits of a rulebook, and its total. */
final class LimitReader {

    static final Set<String> LIMIT = withNotes("atLeast", "atMost", "where", "partial");
    static final Set<String> TOTAL = Set.of("credits", "courses", "whole", "because", "source");

    /** What belongs at the top of a rulebook. */
    private static final Set<String> ELSEWHERE = Set.of("share", "bundle", "prefer", "within");

    private static final Set<String> BOUNDS = Set.of("atLeast", "atMost");

    private final FilterReader filters;
    private final RulePlaces places;
    private int unnamed;
    private boolean anyPartial;

    LimitReader(FilterReader filters, RulePlaces places) {
        this.filters = filters;
        this.places = places;
    }

    Limit limit(Part part) {
        var keys = part.keys(LIMIT, ELSEWHERE);
        var id = text(keys, "id").orElseGet(() -> "limit-" + unnamed++);
        places.add(id, part);
        boolean partial = flag(keys, "partial");
        anyPartial |= partial;
        var least = bound(keys, "atLeast");
        var most = bound(keys, "atMost");
        if (!keys.containsKey("atLeast") && !keys.containsKey("atMost")) {
            part.refuse("rulebook.no-figure", id);
        }
        return new Limit(
                id,
                note(keys),
                filters.filter(keys, "where"),
                least.credits(),
                most.credits(),
                least.courses(),
                most.courses(),
                partial);
    }

    /**
     * The total, read after all else: {@code whole: true} says that nothing counts in part.
     *
     * @param partial whether a requirement counts credentials in part
     */
    Optional<Limit> total(Part part, boolean partial) {
        var keys = part.keys(TOTAL, Set.of());
        if (keys.containsKey("whole")) {
            if (!flag(keys, "whole")) {
                keys.get("whole").refuse("rulebook.not-supported", "whole: false");
            } else if (anyPartial || partial) {
                keys.get("whole").refuse("rulebook.whole-and-partial");
            }
        }
        var credits = part(keys, "credits").map(LimitReader::bounds);
        var courses = part(keys, "courses").map(LimitReader::bounds);
        if (credits.isEmpty() && courses.isEmpty()) {
            part.refuse("rulebook.no-figure", "total");
            return Optional.empty();
        }
        places.add("total", part);
        return Optional.of(
                new Limit(
                        "total",
                        note(keys),
                        Filter.ANY,
                        figure(credits, "atLeast").flatMap(Figures::credits),
                        figure(credits, "atMost").flatMap(Figures::credits),
                        figure(courses, "atLeast").flatMap(Figures::whole),
                        figure(courses, "atMost").flatMap(Figures::whole),
                        false));
    }

    private static Map<String, Part> bounds(Part part) {
        var keys = part.keys(BOUNDS, Set.of());
        if (keys.isEmpty()) {
            part.refuse("rulebook.missing-key", "atLeast");
        }
        return keys;
    }

    private static Optional<Part> figure(Optional<Map<String, Part>> keys, String key) {
        return keys.flatMap(found -> part(found, key));
    }
}
