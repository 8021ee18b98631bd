package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.AwardingBody;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Count;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the single rules of a rulebook: requirements, limits and the total. */
final class RuleReader {

    private static final Set<String> NOTES = Set.of("id", "title", "because", "source");
    private static final Set<String> REQUIREMENT =
            with("all", "choose", "of", "course", "award", "credits", "courses", "from", "partial");
    private static final Set<String> LIMIT = with("atLeast", "atMost", "where", "partial");
    private static final Set<String> NOT_YET = Set.of("share", "bundle", "prefer", "within");

    private final FilterReader filters;
    private int unnamed;
    private int unnamedLimits;
    private boolean anyPartial;

    RuleReader(Optional<AwardingBody> home) {
        this.filters = new FilterReader(home);
    }

    private static Set<String> with(String... more) {
        var keys = new HashSet<>(NOTES);
        keys.addAll(List.of(more));
        return Set.copyOf(keys);
    }

    /** A requirement; without an id it is named after its course, or by number. */
    Optional<Requirement> requirement(Part part, String within) {
        var keys = part.keys(REQUIREMENT, NOT_YET);
        var id = id(part, keys, within);
        var note = note(keys);
        if (keys.containsKey("all")) {
            refuseBeside(
                    keys,
                    "all",
                    Set.of(
                            "choose", "of", "course", "award", "credits", "courses", "from",
                            "partial"));
            var of = parts(keys, "all", id);
            return of.isEmpty() ? Optional.empty() : Optional.of(new All(id, note, of));
        }
        if (keys.containsKey("choose") || keys.containsKey("of")) {
            refuseBeside(
                    keys,
                    "choose",
                    Set.of("course", "award", "credits", "courses", "from", "partial"));
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
        var part = keys.get(key);
        if (part != null) {
            part.list().forEach(each -> requirement(each, id + "/").ifPresent(of::add));
            if (part.isList() && part.isEmpty()) {
                part.refuse("rulebook.no-figure", id);
            }
        }
        return of;
    }

    private Optional<Requirement> choose(Part part, Map<String, Part> keys, String id, Note note) {
        for (var key : List.of("choose", "of")) {
            if (!keys.containsKey(key)) {
                part.refuse("rulebook.missing-key", key);
            }
        }
        var of = parts(keys, "of", id);
        var count = Optional.ofNullable(keys.get("choose")).flatMap(RuleReader::count);
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
            return whole(part).map(Count::exactly);
        }
        var keys = part.keys(Set.of("atLeast", "exactly"), Set.of("atMost"));
        if (keys.containsKey("exactly")) {
            return whole(keys.get("exactly")).map(Count::exactly);
        }
        if (keys.containsKey("atLeast")) {
            return whole(keys.get("atLeast")).map(Count::atLeast);
        }
        part.refuse("rulebook.missing-key", "atLeast");
        return Optional.empty();
    }

    private Optional<Requirement> take(Part part, Map<String, Part> keys, String id, Note note) {
        var conditions = new ArrayList<Condition>();
        for (var fact : List.of(Fact.COURSE, Fact.AWARD)) {
            if (keys.containsKey(fact.key())) {
                var values = keys.get(fact.key()).texts();
                conditions.add(new OneOf(fact, values));
            }
        }
        boolean named = !conditions.isEmpty();
        var from = Optional.ofNullable(keys.get("from")).map(filters::filter).orElse(Filter.ANY);
        conditions.addAll(from.conditions());
        var credits = Optional.ofNullable(keys.get("credits")).flatMap(RuleReader::least);
        var courses = Optional.ofNullable(keys.get("courses")).flatMap(RuleReader::count);
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
            return credits(part);
        }
        var keys = part.keys(Set.of("atLeast"), Set.of("atMost"));
        if (!keys.containsKey("atLeast")) {
            part.refuse("rulebook.missing-key", "atLeast");
            return Optional.empty();
        }
        return credits(keys.get("atLeast"));
    }

    Optional<Limit> limit(Part part) {
        var keys = part.keys(LIMIT, NOT_YET);
        var id = text(keys, "id").orElse("limit-" + unnamedLimits++);
        var where = Optional.ofNullable(keys.get("where")).map(filters::filter).orElse(Filter.ANY);
        boolean partial = flag(keys, "partial");
        anyPartial |= partial;
        var least = bound(keys, "atLeast");
        var most = bound(keys, "atMost");
        if (!keys.containsKey("atLeast") && !keys.containsKey("atMost")) {
            part.refuse("rulebook.no-figure", id);
        }
        return Optional.of(
                new Limit(
                        id,
                        note(keys),
                        where,
                        least.credits(),
                        most.credits(),
                        least.courses(),
                        most.courses(),
                        partial));
    }

    private record Bound(Optional<Ects> credits, Optional<Integer> courses) {}

    private static Bound bound(Map<String, Part> keys, String key) {
        var part = Optional.ofNullable(keys.get(key));
        var figures = part.map(it -> it.keys(Set.of("credits", "courses"), Set.of()));
        if (figures.isPresent() && figures.get().isEmpty()) {
            part.get().refuse("rulebook.missing-key", "credits");
        }
        return new Bound(
                figures.flatMap(it -> Optional.ofNullable(it.get("credits")))
                        .flatMap(RuleReader::credits),
                figures.flatMap(it -> Optional.ofNullable(it.get("courses")))
                        .flatMap(RuleReader::whole));
    }

    /** The total, read after all else: {@code whole: true} says that nothing counts in part. */
    Optional<Limit> total(Part part) {
        var keys = part.keys(Set.of("credits", "courses", "whole", "because", "source"), Set.of());
        if (keys.containsKey("whole")) {
            if (!flag(keys, "whole")) {
                keys.get("whole").refuse("rulebook.not-supported", "whole: false");
            } else if (anyPartial) {
                keys.get("whole").refuse("rulebook.whole-and-partial");
            }
        }
        var bounds = Set.of("atLeast", "atMost");
        var credits = Optional.ofNullable(keys.get("credits")).map(it -> it.keys(bounds, Set.of()));
        var courses = Optional.ofNullable(keys.get("courses")).map(it -> it.keys(bounds, Set.of()));
        if (credits.isEmpty() && courses.isEmpty()) {
            part.refuse("rulebook.no-figure", "total");
            return Optional.empty();
        }
        return Optional.of(
                new Limit(
                        "total",
                        note(keys),
                        Filter.ANY,
                        figure(credits, "atLeast").flatMap(RuleReader::credits),
                        figure(credits, "atMost").flatMap(RuleReader::credits),
                        figure(courses, "atLeast").flatMap(RuleReader::whole),
                        figure(courses, "atMost").flatMap(RuleReader::whole),
                        false));
    }

    private static Optional<Part> figure(Optional<Map<String, Part>> keys, String key) {
        return keys.flatMap(found -> Optional.ofNullable(found.get(key)));
    }

    private static Note note(Map<String, Part> keys) {
        return new Note(text(keys, "title"), text(keys, "because"), text(keys, "source"));
    }

    private static Optional<String> text(Map<String, Part> keys, String key) {
        return RulebookReader.text(keys, key);
    }

    private String id(Part part, Map<String, Part> keys, String within) {
        var given = text(keys, "id");
        if (given.isPresent() && !given.get().matches("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}")) {
            part.refuse("rulebook.bad-id", given.get());
        }
        boolean top = within.equals("r");
        return given.or(() -> top ? Optional.empty() : text(keys, "course").map(within::concat))
                .or(() -> top ? Optional.empty() : text(keys, "award").map(within::concat))
                .orElseGet(() -> within + unnamed++);
    }

    private static boolean flag(Map<String, Part> keys, String key) {
        var part = Optional.ofNullable(keys.get(key));
        var text = part.flatMap(Part::text);
        if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
            part.get().refuse("rulebook.wrong-type", "true or false");
        }
        return text.filter("true"::equals).isPresent();
    }

    private static Optional<Integer> whole(Part part) {
        var text = part.text();
        if (text.isPresent() && !text.get().matches("[1-9]\\d{0,3}")) {
            part.refuse("rulebook.not-a-number", text.get());
            return Optional.empty();
        }
        return text.map(Integer::valueOf);
    }

    /** An amount of credits; a percentage has to be written as the figure that is published. */
    static Optional<Ects> credits(Part part) {
        var text = part.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().endsWith("%")) {
            part.refuse("rulebook.percentage", text.get());
            return Optional.empty();
        }
        var credits = text.get().contains(",") ? Optional.<Ects>empty() : Ects.parse(text.get());
        if (credits.isEmpty()) {
            part.refuse("rulebook.not-a-number", text.get());
        } else if (credits.get().compareTo(Ects.of(1000)) > 0) {
            part.refuse("rulebook.out-of-range", text.get(), "0", "1000");
        }
        return credits;
    }

    static Optional<EqfLevel> level(Part part) {
        var text = part.text();
        if (text.isPresent() && !text.get().matches("[1-8]")) {
            part.refuse("rulebook.out-of-range", text.get(), "1", "8");
            return Optional.empty();
        }
        return text.map(Integer::valueOf).map(EqfLevel::new);
    }
}
