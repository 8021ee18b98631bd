package eu.cairn.formats.stacking;

import static eu.cairn.formats.stacking.Figures.date;
import static eu.cairn.formats.stacking.Figures.list;
import static eu.cairn.formats.stacking.Figures.part;
import static eu.cairn.formats.stacking.Figures.text;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Decided;
import eu.cairn.stacking.AwardingBody;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import eu.cairn.stacking.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a rulebook in YAML or JSON, as docs/stacking.md describes it. What the language does not
 * have is refused with its place, never ignored.
 *
 * <p>Reading is about words and types; {@link #review} says besides what contradicts itself, and
 * what is suspicious. What was published once has to stay readable, so a contradiction that is well
 * written is read.
 *
 * <p>Codes: {@code rulebook.unreadable}, {@code .empty}, {@code .too-large}, {@code .wrong-type},
 * {@code .unknown-key}, {@code .duplicate-key}, {@code .missing-key}, {@code .not-supported},
 * {@code .not-a-number}, {@code .percentage}, {@code .out-of-range}, {@code .not-a-date}, {@code
 * .not-an-age}, {@code .unknown-value}, {@code .unknown-requirement}, {@code .bad-id}, {@code
 * .duplicate-id}, {@code .no-figure}, {@code .not-together}, {@code .choose-too-many}, {@code
 * .home-without-awarding-body}, {@code .whole-and-partial}, {@code .too-many-rules}, {@code
 * .grade-on-no-scale}, {@code .grade-on-scales}, {@code .prerequisite-cycle}, {@code
 * .substitute-cycle}.
 */
public final class RulebookReader {

    static final Set<String> HEADER = Set.of("id", "version", "title", "source");

    /** Every key of a rulebook but those of its header. */
    static final Set<String> ROOT = root();

    private final boolean headed;
    private final RulePlaces places = new RulePlaces();

    /** A rulebook, and where each of its rules stands. */
    record Placed(Rulebook rulebook, RulePlaces places) {}

    private RulebookReader(boolean headed) {
        this.headed = headed;
    }

    private static Set<String> root() {
        var keys = new HashSet<>(TermsReader.KEYS);
        keys.addAll(
                Set.of(
                        "qualification",
                        "awardedBy",
                        "framework",
                        "validFrom",
                        "validTo",
                        "scales",
                        "requirements",
                        "limits",
                        "total",
                        "because",
                        "source"));
        return Set.copyOf(keys);
    }

    /** The rulebook that {@code text} states. */
    public static Decided<Rulebook> read(String text) {
        return placed(text).map(Placed::rulebook);
    }

    /** The rulebook that {@code text} states, what contradicts itself and what is suspicious. */
    public static RulebookReview review(String text) {
        return RulebookReview.of(placed(text));
    }

    /** The same of the rulebook under {@code qualification} in a file with a whole question. */
    static RulebookReview reviewWithin(String text) {
        return RulebookReview.of(
                YamlTree.read(
                        text,
                        root -> {
                            var rulebook = part(root.keys(), "qualification");
                            if (rulebook.isEmpty()) {
                                root.refuse("rulebook.missing-key", "qualification");
                            }
                            return rulebook.flatMap(new RulebookReader(false)::rulebook);
                        }));
    }

    private static Decided<Placed> placed(String text) {
        return YamlTree.read(text, root -> new RulebookReader(true).rulebook(root));
    }

    private Optional<Placed> rulebook(Part root) {
        var known = new HashSet<>(ROOT);
        known.addAll(HEADER);
        var keys = root.keys(known, Set.of());
        keys.entrySet()
                .removeIf(
                        key -> TermsReader.KEYS.contains(key.getKey()) && key.getValue().isEmpty());
        var header = part(keys, "qualification").map(it -> it.keys(HEADER, Set.of())).orElse(keys);
        var body = part(keys, "awardedBy").flatMap(RulebookReader::body);
        var filters = new FilterReader(body, new GradeScales(part(keys, "scales")));
        var requirements = requirements(root, keys, new RequirementReader(filters, places));
        var limits = new ArrayList<Limit>();
        var limitReader = new LimitReader(filters, places);
        list(keys, "limits").forEach(part -> limits.add(limitReader.limit(part)));
        var total =
                part(keys, "total").flatMap(part -> limitReader.total(part, requirements.partial));
        var terms =
                new TermsReader(filters, places, body.isPresent()).terms(keys, requirements.all);
        var level = framework(keys, "eqf").flatMap(Figures::level);
        var cycle = framework(keys, "cycle").flatMap(RulebookReader::cycle);
        var id = headerText(root, header, "id", "what-if");
        var version = headerText(root, header, "version", "1");
        var validFrom = date(keys, "validFrom");
        var validTo = date(keys, "validTo");
        boundSize(root, requirements.all, limits, terms);
        if (root.refused()) {
            return Optional.empty();
        }
        var rulebook =
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
                        validFrom,
                        validTo,
                        requirements.all,
                        limits,
                        total,
                        terms);
        return Optional.of(new Placed(rulebook, places));
    }

    private record Requirements(List<Requirement> all, boolean partial) {}

    private static Requirements requirements(
            Part root, Map<String, Part> keys, RequirementReader reader) {
        var all = new ArrayList<Requirement>();
        list(keys, "requirements")
                .forEach(part -> reader.requirement(part, "r").ifPresent(all::add));
        if (all.isEmpty() && (!keys.containsKey("requirements") || !root.refused())) {
            root.refuse("rulebook.missing-key", "requirements");
        }
        return new Requirements(all, reader.anyPartial());
    }

    private static void boundSize(
            Part root, List<Requirement> requirements, List<Limit> limits, Terms terms) {
        long takes =
                requirements.stream()
                        .flatMap(Requirement::stream)
                        .filter(Requirement.Take.class::isInstance)
                        .count();
        if (takes > Rulebook.LARGEST || Rulebook.isTooLarge(requirements, limits, terms)) {
            root.refuse("rulebook.too-many-rules", Rulebook.LARGEST);
        }
    }

    private String headerText(Part root, Map<String, Part> keys, String key, String otherwise) {
        var text = text(keys, key);
        if (text.isEmpty() && headed) {
            root.refuse("rulebook.missing-key", "qualification." + key);
        }
        return text.orElse(otherwise);
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

    private static Optional<Part> framework(Map<String, Part> keys, String key) {
        return part(keys, "framework")
                .map(part -> part.keys(Set.of("eqf", "cycle"), Set.of()))
                .flatMap(found -> part(found, key));
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
}
