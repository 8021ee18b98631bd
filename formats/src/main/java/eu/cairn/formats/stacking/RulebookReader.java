package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Decided;
import eu.cairn.stacking.AwardingBody;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import eu.cairn.stacking.Terms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a rulebook in YAML or JSON. What the language does not have is refused with its place,
 * never ignored.
 *
 * <p>Codes: {@code rulebook.unreadable}, {@code .empty}, {@code .too-large}, {@code .wrong-type},
 * {@code .unknown-key}, {@code .duplicate-key}, {@code .missing-key}, {@code .not-supported},
 * {@code .not-a-number}, {@code .percentage}, {@code .out-of-range}, {@code .not-a-date}, {@code
 * .not-an-age}, {@code .unknown-value}, {@code .bad-id}, {@code .duplicate-id}, {@code .no-figure},
 * {@code .choose-too-many}, {@code .home-without-awarding-body}, {@code .whole-and-partial}, {@code
 * .too-many-rules}.
 */
public final class RulebookReader {

    private static final Set<String> HEADER = Set.of("id", "version", "title", "source");
    private static final Set<String> ROOT =
            Set.of(
                    "qualification",
                    "awardedBy",
                    "framework",
                    "validFrom",
                    "validTo",
                    "requirements",
                    "limits",
                    "total",
                    "notBoth",
                    "because",
                    "source");
    private static final Set<String> NOT_YET =
            Set.of("share", "bundles", "spent", "prefer", "within");

    private final boolean headed;

    private RulebookReader(boolean headed) {
        this.headed = headed;
    }

    /** The rulebook that {@code text} states. */
    public static Decided<Rulebook> read(String text) {
        return YamlTree.read(text, root -> new RulebookReader(true).rulebook(root));
    }

    /** The rulebook under the key {@code qualification} of a file that states a question whole. */
    static Decided<Rulebook> readWithin(String text) {
        return YamlTree.read(
                text,
                root -> {
                    var rulebook = Optional.ofNullable(root.keys().get("qualification"));
                    if (rulebook.isEmpty()) {
                        root.refuse("rulebook.missing-key", "qualification");
                    }
                    return rulebook.flatMap(new RulebookReader(false)::rulebook);
                });
    }

    private Optional<Rulebook> rulebook(Part root) {
        var known = new HashSet<>(ROOT);
        known.addAll(HEADER);
        var keys = root.keys(known, NOT_YET);
        var header =
                Optional.ofNullable(keys.get("qualification"))
                        .map(part -> part.keys(HEADER, Set.of()))
                        .orElse(keys);
        var body = Optional.ofNullable(keys.get("awardedBy")).flatMap(RulebookReader::body);
        var rules = new RuleReader(body);
        var requirements = new ArrayList<Requirement>();
        if (!keys.containsKey("requirements")) {
            root.refuse("rulebook.missing-key", "requirements");
        }
        list(keys, "requirements")
                .forEach(part -> rules.requirement(part, "r").ifPresent(requirements::add));
        var limits = new ArrayList<Limit>();
        list(keys, "limits").forEach(part -> rules.limit(part).ifPresent(limits::add));
        var total = Optional.ofNullable(keys.get("total")).flatMap(rules::total);
        var notBoth = list(keys, "notBoth").stream().map(RulebookReader::courses).toList();
        var level = framework(keys, "eqf").flatMap(RuleReader::level);
        var cycle = framework(keys, "cycle").flatMap(RulebookReader::cycle);
        var id = headerText(root, header, "id", "what-if");
        var version = headerText(root, header, "version", "1");
        check(root, requirements, limits, total);
        if (root.refused()) {
            return Optional.empty();
        }
        return Optional.of(
                new Rulebook(
                        id,
                        version,
                        new Note(
                                text(header, "title"),
                                text(keys, "because"),
                                text(header, "source").or(() -> text(keys, "source"))),
                        body,
                        level,
                        cycle,
                        date(keys, "validFrom"),
                        date(keys, "validTo"),
                        requirements,
                        limits,
                        total,
                        Terms.ofNotBoth(notBoth)));
    }

    /** What no single part shows: ids that are used twice, and too many rules. */
    private static void check(
            Part root, List<Requirement> requirements, List<Limit> limits, Optional<Limit> total) {
        var ids = new TreeSet<String>();
        var takes = new ArrayList<Requirement>();
        for (var requirement : requirements) {
            requirement.stream()
                    .forEach(
                            each -> {
                                if (!ids.add(each.id())) {
                                    root.refuse("rulebook.duplicate-id", each.id());
                                }
                                if (each instanceof Requirement.Take) {
                                    takes.add(each);
                                }
                            });
        }
        for (var limit : limits) {
            if (!ids.add(limit.id())) {
                root.refuse("rulebook.duplicate-id", limit.id());
            }
        }
        if (total.isPresent() && !ids.add(total.get().id())) {
            root.refuse("rulebook.duplicate-id", total.get().id());
        }
        if (takes.size() > Rulebook.LARGEST || limits.size() >= Rulebook.LARGEST) {
            root.refuse("rulebook.too-many-rules", Rulebook.LARGEST);
        }
        if (requirements.isEmpty() && !root.refused()) {
            root.refuse("rulebook.missing-key", "requirements");
        }
    }

    private static List<Part> list(Map<String, Part> keys, String key) {
        return Optional.ofNullable(keys.get(key)).map(Part::list).orElse(List.of());
    }

    private String headerText(Part root, Map<String, Part> keys, String key, String otherwise) {
        var text = text(keys, key);
        if (text.isEmpty() && headed) {
            root.refuse("rulebook.missing-key", "qualification." + key);
        }
        return text.orElse(otherwise);
    }

    static Optional<String> text(Map<String, Part> keys, String key) {
        return Optional.ofNullable(keys.get(key)).flatMap(Part::text);
    }

    private static Optional<AwardingBody> body(Part part) {
        if (!part.isMapping()) {
            return part.text().map(id -> new AwardingBody(id, id));
        }
        var keys = part.keys(Set.of("id", "name"), Set.of());
        var id = text(keys, "id");
        if (id.isEmpty()) {
            part.refuse("rulebook.missing-key", "id");
        }
        return id.map(known -> new AwardingBody(known, text(keys, "name").orElse(known)));
    }

    private static Set<String> courses(Part part) {
        var courses = new TreeSet<>(part.texts());
        if (courses.size() < 2) {
            part.refuse("rulebook.wrong-type", "a list of two courses or more");
        }
        return courses;
    }

    private static Optional<Part> framework(Map<String, Part> keys, String key) {
        return Optional.ofNullable(keys.get("framework"))
                .map(part -> part.keys(Set.of("eqf", "cycle"), Set.of()))
                .flatMap(found -> Optional.ofNullable(found.get(key)));
    }

    private static Optional<Cycle> cycle(Part part) {
        var text = part.text();
        for (var cycle : Cycle.values()) {
            if (text.isPresent()
                    && (text.get().equals(cycle.code())
                            || text.get().equals(String.valueOf(cycle.number())))) {
                return Optional.of(cycle);
            }
        }
        text.ifPresent(wrong -> part.refuse("rulebook.unknown-value", wrong, "0, 1, 2, 3"));
        return Optional.empty();
    }

    private static Optional<LocalDate> date(Map<String, Part> keys, String key) {
        var part = Optional.ofNullable(keys.get(key));
        var text = part.flatMap(Part::text);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException wrong) {
            part.orElseThrow().refuse("rulebook.not-a-date", text.get());
            return Optional.empty();
        }
    }
}
