package eu.cairn.formats.stacking;

import static eu.cairn.formats.stacking.Figures.note;
import static eu.cairn.formats.stacking.Figures.part;
import static eu.cairn.formats.stacking.Figures.text;
import static eu.cairn.formats.stacking.Figures.withNotes;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Bundle;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.HeldCredential;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads which small credentials count together as one block. A block has the facts that {@code
 * countsAs} states, and those that {@code each} fixes to one value, since every part has them.
 */
final class BundleReader {

    static final Set<String> BUNDLE = withNotes("of", "each", "countsAs");

    /** The facts that a block can state, beside its credits. */
    private static final Map<String, Fact> STATED = new TreeMap<>();

    static {
        Arrays.stream(Fact.values())
                .filter(BundleReader::isStated)
                .forEach(fact -> STATED.put(fact.key(), fact));
    }

    /** Every key of {@code countsAs}. */
    static final Set<String> COUNTS_AS = countsAs();

    private final FilterReader filters;
    private final RulePlaces places;

    BundleReader(FilterReader filters, RulePlaces places) {
        this.filters = filters;
        this.places = places;
    }

    private static boolean isStated(Fact fact) {
        return switch (fact) {
            case SIZE, AWARDED, VERSION, AWARD, SPENT, HOURS, GRADE -> false;
            default -> true;
        };
    }

    private static Set<String> countsAs() {
        var keys = new HashSet<>(STATED.keySet());
        keys.add("credits");
        keys.add("title");
        return Set.copyOf(keys);
    }

    Optional<Bundle> bundle(Part part) {
        var keys = part.keys(BUNDLE, Set.of());
        for (var key : List.of("id", "of", "each", "countsAs")) {
            if (!keys.containsKey(key)) {
                part.refuse("rulebook.missing-key", key);
            }
        }
        var id = text(keys, "id");
        id.ifPresent(name -> places.add(name, part));
        var of = part(keys, "of").flatMap(Figures::whole);
        var each = filters.filter(keys, "each");
        var block = id.flatMap(name -> part(keys, "countsAs").flatMap(it -> block(name, each, it)));
        return of.isEmpty() || block.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Bundle(id.orElseThrow(), note(keys), of.get(), each, block.get()));
    }

    private Optional<HeldCredential> block(String id, Filter each, Part part) {
        var keys = part.keys(COUNTS_AS, Set.of());
        if (!keys.containsKey("credits")) {
            part.refuse("rulebook.missing-key", "credits");
        }
        Optional<Ects> credits = part(keys, "credits").flatMap(Figures::credits);
        if (credits.isEmpty()) {
            return Optional.empty();
        }
        var block = HeldCredential.of(id, credits.get());
        text(keys, "title").ifPresent(block::title);
        fixed(each).forEach(block::with);
        keys.forEach(
                (key, value) -> {
                    if (key.equals(Fact.LEVEL.key())) {
                        Figures.level(value).ifPresent(block::level);
                    } else if (STATED.containsKey(key)) {
                        var fact = STATED.get(key);
                        filters.values(fact, value)
                                .ifPresent(it -> block.with(fact, one(fact, it, value)));
                    }
                });
        return Optional.of(block.credential());
    }

    private static List<String> one(Fact fact, List<String> values, Part part) {
        if (!fact.isList() && values.size() > 1) {
            part.refuse("rulebook.wrong-type", "one value");
        }
        return values;
    }

    /** What every credential that {@code each} takes states. */
    private static Map<Fact, List<String>> fixed(Filter each) {
        var fixed = new EnumMap<Fact, List<String>>(Fact.class);
        for (var condition : each.conditions()) {
            if (condition instanceof OneOf one && one.values().size() == 1) {
                boolean unit = one.fact() == Fact.COURSE || one.fact() == Fact.AWARD;
                if (!unit) {
                    fixed.put(one.fact(), one.values());
                }
            } else if (condition instanceof Level level
                    && level.atLeast().isPresent()
                    && level.atLeast().equals(level.atMost())) {
                fixed.put(Fact.LEVEL, List.of(String.valueOf(level.atLeast().get().level())));
            }
        }
        return fixed;
    }
}
