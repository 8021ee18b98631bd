package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Note;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the single values of rules: texts, credits, numbers, levels, days. */
final class Figures {

    private static final Set<String> NOTES = Set.of("id", "title", "because", "source");

    /** The most credits that a figure of a rulebook can have. */
    private static final Ects MOST = Ects.of(1000);

    private Figures() {}

    /** The keys that every rule may have, and these. */
    static Set<String> withNotes(String... more) {
        var keys = new HashSet<>(NOTES);
        keys.addAll(List.of(more));
        return Set.copyOf(keys);
    }

    static Note note(Map<String, Part> keys) {
        return new Note(text(keys, "title"), text(keys, "because"), text(keys, "source"));
    }

    static Optional<Part> part(Map<String, Part> keys, String key) {
        return Optional.ofNullable(keys.get(key));
    }

    static List<Part> list(Map<String, Part> keys, String key) {
        return part(keys, key).map(Part::list).orElse(List.of());
    }

    static Optional<String> text(Map<String, Part> keys, String key) {
        return part(keys, key).flatMap(Part::text);
    }

    static boolean flag(Map<String, Part> keys, String key) {
        var part = part(keys, key);
        var text = part.flatMap(Part::text);
        if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
            part.get().refuse("rulebook.wrong-type", "true or false");
        }
        return text.filter("true"::equals).isPresent();
    }

    /** A whole number from 1 to 9999. */
    static Optional<Integer> whole(Part part) {
        var text = part.text();
        if (text.isPresent() && !text.get().matches("[1-9]\\d{0,3}")) {
            part.refuse(
                    text.get().endsWith("%") ? "rulebook.percentage" : "rulebook.not-a-number",
                    text.get());
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
        } else if (credits.get().compareTo(MOST) > 0) {
            part.refuse("rulebook.out-of-range", text.get(), "0", "1000");
        }
        return credits;
    }

    /** Credits, courses or both, as {@code atLeast} and {@code atMost} of limits state them. */
    record Bound(Optional<Ects> credits, Optional<Integer> courses) {
        static final Bound NONE = new Bound(Optional.empty(), Optional.empty());
    }

    static Bound bound(Map<String, Part> keys, String key) {
        return part(keys, key).map(Figures::bound).orElse(Bound.NONE);
    }

    private static Bound bound(Part part) {
        var figures = part.keys(Set.of("credits", "courses"), Set.of());
        if (figures.isEmpty()) {
            part.refuse("rulebook.missing-key", "credits");
        }
        return new Bound(
                part(figures, "credits").flatMap(Figures::credits),
                part(figures, "courses").flatMap(Figures::whole));
    }

    static Optional<EqfLevel> level(Part part) {
        var text = part.text();
        if (text.isPresent() && !text.get().matches("[1-8]")) {
            part.refuse("rulebook.out-of-range", text.get(), "1", "8");
            return Optional.empty();
        }
        return text.map(Integer::valueOf).map(EqfLevel::new);
    }

    static Optional<LocalDate> date(Map<String, Part> keys, String key) {
        var part = part(keys, key);
        var text = part.flatMap(Part::text);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException wrong) {
            part.orElseThrow().refuse("rulebook.not-a-date", text.get());
            return Optional.empty();
        }
    }
}
