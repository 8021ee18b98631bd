package eu.cairn.formats.stacking;

import static eu.cairn.formats.stacking.Figures.flag;
import static eu.cairn.formats.stacking.Figures.note;
import static eu.cairn.formats.stacking.Figures.part;
import static eu.cairn.formats.stacking.Figures.text;
import static eu.cairn.formats.stacking.Figures.withNotes;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Count;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the requirements of a rulebook, at any depth. */
final class RequirementReader {

    static final Set<String> REQUIREMENT =
            withNotes(
                    "all", "choose", "of", "course", "version", "award", "credits", "courses",
                    "from", "partial");

    /** What belongs at the top of a rulebook. */
    private static final Set<String> ELSEWHERE = Set.of("share", "bundle", "prefer", "within");

    private final FilterReader filters;
    private final RulePlaces places;
    private int unnamed;
    private boolean anyPartial;

    RequirementReader(FilterReader filters, RulePlaces places) {
        this.filters = filters;
        this.places = places;
    }

    /** Whether any requirement that was read counts credentials in part. */
    boolean anyPartial() {
        return anyPartial;
    }

    /** A requirement; without an id it is named after its course, or by number. */
    Optional<Requirement> requirement(Part part, String within) {
        var keys = part.keys(REQUIREMENT, ELSEWHERE);
        var id = id(part, keys, within);
        places.add(id, part);
        var note = note(keys);
        if (keys.containsKey("all")) {
            refuseBeside(
                    keys,
                    "all",
                    Set.of(
                            "choose", "of", "course", "version", "award", "credits", "courses",
                            "from", "partial"));
            var of = parts(keys, "all", id);
            return of.isEmpty() ? Optional.empty() : Optional.of(new All(id, note, of));
        }
        if (keys.containsKey("choose") || keys.containsKey("of")) {
            refuseBeside(
                    keys,
                    "choose",
                    Set.of("course", "version", "award", "credits", "courses", "from", "partial"));
            return choose(part, keys, id, note);
        }
        return take(part, keys, id, note);
    }

    private static void refuseBeside(Map<String, Part> keys, String key, Set<String> others) {
        keys.forEach(
                (other, part) -> {
                    if (others.contains(other)) {
                        part.refuse("rulebook.not-together", key, other);
                    }
                });
    }

    private List<Requirement> parts(Map<String, Part> keys, String key, String id) {
        var of = new ArrayList<Requirement>();
        part(keys, key)
                .ifPresent(
                        part -> {
                            for (var each : part.list()) {
                                requirement(each, id + "/").ifPresent(of::add);
                            }
                            if (part.isList() && part.isEmpty()) {
                                part.refuse("rulebook.no-figure", id);
                            }
                        });
        return of;
    }

    private Optional<Requirement> choose(Part part, Map<String, Part> keys, String id, Note note) {
        for (var key : List.of("choose", "of")) {
            if (!keys.containsKey(key)) {
                part.refuse("rulebook.missing-key", key);
            }
        }
        var of = parts(keys, "of", id);
        var count = part(keys, "choose").flatMap(RequirementReader::count);
        if (count.isEmpty() || of.isEmpty()) {
            return Optional.empty();
        }
        if (count.get().number() > of.size()) {
            part.refuse("rulebook.choose-too-many", count.get().number(), of.size());
            return Optional.empty();
        }
        return Optional.of(new Choose(id, note, count.get(), of));
    }

    /** A number is exact; {@code atLeast} and {@code exactly} say which. */
    private static Optional<Count> count(Part part) {
        if (!part.isMapping()) {
            return Figures.whole(part).map(Count::exactly);
        }
        var keys = part.keys(Set.of("atLeast", "exactly"), Set.of("atMost"));
        if (keys.containsKey("exactly") && keys.containsKey("atLeast")) {
            part.refuse("rulebook.not-together", "exactly", "atLeast");
            return Optional.empty();
        }
        if (keys.containsKey("exactly")) {
            return Figures.whole(keys.get("exactly")).map(Count::exactly);
        }
        if (keys.containsKey("atLeast")) {
            return Figures.whole(keys.get("atLeast")).map(Count::atLeast);
        }
        part.refuse("rulebook.missing-key", "atLeast");
        return Optional.empty();
    }

    private Optional<Requirement> take(Part part, Map<String, Part> keys, String id, Note note) {
        var conditions = new ArrayList<Condition>();
        for (var fact : List.of(Fact.COURSE, Fact.AWARD)) {
            part(keys, fact.key())
                    .ifPresent(named -> conditions.add(new OneOf(fact, named.texts())));
        }
        boolean named = !conditions.isEmpty();
        part(keys, "version").flatMap(FilterReader::version).ifPresent(conditions::add);
        conditions.addAll(filters.filter(keys, "from").conditions());
        var credits = part(keys, "credits").flatMap(RequirementReader::least);
        var courses = part(keys, "courses").flatMap(RequirementReader::count);
        if (courses.isEmpty() && named) {
            courses = Optional.of(Count.atLeast(1));
        }
        if (credits.isEmpty() && courses.isEmpty()) {
            if (!keys.containsKey("credits") && !keys.containsKey("courses")) {
                part.refuse("rulebook.no-figure", id);
            }
            return Optional.empty();
        }
        boolean partial = flag(keys, "partial");
        anyPartial |= partial;
        return Optional.of(new Take(id, note, new Filter(conditions), credits, courses, partial));
    }

    /** Credits as a number, or as {@code atLeast}. */
    private static Optional<Ects> least(Part part) {
        if (!part.isMapping()) {
            return Figures.credits(part);
        }
        var keys = part.keys(Set.of("atLeast"), Set.of("atMost"));
        if (!keys.containsKey("atLeast")) {
            part.refuse("rulebook.missing-key", "atLeast");
            return Optional.empty();
        }
        return Figures.credits(keys.get("atLeast"));
    }

    private String id(Part part, Map<String, Part> keys, String within) {
        var given = text(keys, "id");
        if (given.isPresent() && !given.get().matches("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}")) {
            part.refuse("rulebook.bad-id", given.get());
        }
        boolean top = within.equals("r");
        return given.or(() -> top ? Optional.empty() : name(keys, "course").map(within::concat))
                .or(() -> top ? Optional.empty() : name(keys, "award").map(within::concat))
                .orElseGet(() -> within + unnamed++);
    }

    /** The one course or award that a requirement is about. */
    private static Optional<String> name(Map<String, Part> keys, String key) {
        return part(keys, key).filter(part -> !part.isList()).flatMap(Part::text);
    }
}
