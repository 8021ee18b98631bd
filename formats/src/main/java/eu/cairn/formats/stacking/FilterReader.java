package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.AwardingBody;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Condition.Field;
import eu.cairn.stacking.Condition.Hours;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.MaxAge;
import eu.cairn.stacking.Condition.NoneOf;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Condition.Size;
import eu.cairn.stacking.Condition.Version;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Recognition;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a rule asks of the facts of a credential: a mapping of the facts it asks about. */
final class FilterReader {

    /** The facts of which a rule lists the values that it admits. */
    private static final Map<String, Fact> LISTED = new TreeMap<>();

    /** The facts of which a rule lists the values that it does not admit. */
    private static final Map<String, Fact> EXCLUDED = new TreeMap<>();

    static {
        Arrays.stream(Fact.values())
                .filter(FilterReader::isListed)
                .forEach(
                        fact -> {
                            var key = fact.key();
                            var capital = key.substring(0, 1).toUpperCase(Locale.ROOT);
                            LISTED.put(key, fact);
                            EXCLUDED.put("not" + capital + key.substring(1), fact);
                        });
    }

    /** The facts that are asked for in a form of their own. */
    private static final Set<String> OWN =
            Set.of(
                    "isced",
                    "level",
                    "credits",
                    "version",
                    "hours",
                    "grade",
                    "maxAge",
                    "maxAgeMonths");

    /** Every key of a filter. */
    static final Set<String> KNOWN = known();

    private final Optional<AwardingBody> home;
    private final GradeScales scales;

    FilterReader(Optional<AwardingBody> home, GradeScales scales) {
        this.home = home;
        this.scales = scales;
    }

    private static boolean isListed(Fact fact) {
        return switch (fact) {
            case ISCED, LEVEL, SIZE, VERSION, HOURS, GRADE, AWARDED, SPENT -> false;
            default -> true;
        };
    }

    private static Set<String> known() {
        var all = new HashSet<>(OWN);
        all.addAll(LISTED.keySet());
        all.addAll(EXCLUDED.keySet());
        return Set.copyOf(all);
    }

    Filter filter(Part part) {
        var conditions = new ArrayList<Condition>();
        part.keys(KNOWN, Set.of("qaFramework", "bundle"))
                .forEach((key, value) -> condition(key, value).ifPresent(conditions::add));
        return new Filter(conditions);
    }

    /** The filter under {@code key}; without one, every credential. */
    Filter filter(Map<String, Part> keys, String key) {
        return Figures.part(keys, key).map(this::filter).orElse(Filter.ANY);
    }

    private Optional<Condition> condition(String key, Part part) {
        if (LISTED.containsKey(key)) {
            var fact = LISTED.get(key);
            return values(fact, part).map(values -> new OneOf(fact, values));
        }
        if (EXCLUDED.containsKey(key)) {
            var fact = EXCLUDED.get(key);
            return values(fact, part).map(values -> new NoneOf(fact, values));
        }
        return switch (key) {
            case "isced" -> Optional.of(new Field(part.texts()));
            case "level" -> level(part);
            case "credits" -> size(part);
            case "version" -> version(part);
            case "hours" -> hours(part);
            case "grade" -> scales.atLeast(part);
            case "maxAge" -> maxAge(part);
            case "maxAgeMonths" -> months(part);
            default -> Optional.empty();
        };
    }

    /** The values that a rule lists for a fact; none where one of them is not possible. */
    Optional<List<String>> values(Fact fact, Part part) {
        var texts = part.texts();
        var values = new ArrayList<String>();
        for (var text : texts) {
            values.addAll(
                    switch (fact) {
                        case ISSUER -> List.of(issuer(text, part));
                        case RECOGNITION -> recognition(text, part);
                        case CYCLE -> cycle(text, part);
                        case COUNTRY -> country(text, part);
                        default -> List.of(text);
                    });
        }
        return values.size() < texts.size() ? Optional.empty() : Optional.of(values);
    }

    /** {@code home} is the awarding body of this rulebook. */
    private String issuer(String text, Part part) {
        if (!text.equals("home")) {
            return text;
        }
        if (home.isEmpty()) {
            part.refuse("rulebook.home-without-awarding-body");
        }
        return home.map(AwardingBody::id).orElse(text);
    }

    private static List<String> country(String code, Part part) {
        if (!FactsReader.admits(Fact.COUNTRY, code)) {
            part.refuse("rulebook.unknown-value", code, "IE, FI, GB-SCT");
            return List.of();
        }
        return List.of(code);
    }

    private static List<String> cycle(String text, Part part) {
        return Arrays.stream(Cycle.values())
                .filter(
                        cycle ->
                                text.equals(cycle.code())
                                        || text.equals(String.valueOf(cycle.number())))
                .map(cycle -> List.of(String.valueOf(cycle.number())))
                .findFirst()
                .orElseGet(
                        () -> {
                            part.refuse("rulebook.unknown-value", text, "0, 1, 2, 3");
                            return List.of();
                        });
    }

    private static List<String> recognition(String word, Part part) {
        if (word.equals("any")) {
            return List.of(Recognition.RECOGNISED.code(), Recognition.PRIOR_LEARNING.code());
        }
        if (Recognition.ofCode(word).isEmpty()) {
            part.refuse("rulebook.unknown-value", word, "none, any, recognised, prior-learning");
            return List.of();
        }
        return List.of(word);
    }

    /** Bounds; a number alone is that level and no other. */
    private static Optional<Condition> level(Part part) {
        if (!part.isMapping()) {
            var only = Figures.level(part);
            return only.map(level -> new Level(only, only));
        }
        var keys = bounds(part);
        return Optional.of(
                new Level(
                        Figures.part(keys, "atLeast").flatMap(Figures::level),
                        Figures.part(keys, "atMost").flatMap(Figures::level)));
    }

    /** Bounds on the credits of the credential itself; a number alone is that size exactly. */
    private static Optional<Condition> size(Part part) {
        if (!part.isMapping()) {
            Optional<Ects> only = Figures.credits(part);
            return only.map(credits -> new Size(only, only));
        }
        var keys = bounds(part);
        return Optional.of(
                new Size(
                        Figures.part(keys, "atLeast").flatMap(Figures::credits),
                        Figures.part(keys, "atMost").flatMap(Figures::credits)));
    }

    /** Bounds on the version of the course; a number alone is that version and no other. */
    static Optional<Condition> version(Part part) {
        if (!part.isMapping()) {
            return Figures.whole(part).map(Version::exactly);
        }
        var keys = bounds(part);
        return Optional.of(
                new Version(
                        Figures.part(keys, "atLeast").flatMap(Figures::whole),
                        Figures.part(keys, "atMost").flatMap(Figures::whole)));
    }

    private static Map<String, Part> bounds(Part part) {
        var keys = part.keys(Set.of("atLeast", "atMost"), Set.of());
        if (keys.isEmpty()) {
            part.refuse("rulebook.missing-key", "atLeast");
        }
        return keys;
    }

    private static Optional<Condition> hours(Part part) {
        if (!part.isMapping()) {
            return Figures.whole(part).map(Hours::new);
        }
        var keys = part.keys(Set.of("atLeast"), Set.of("atMost"));
        if (!keys.containsKey("atLeast")) {
            part.refuse("rulebook.missing-key", "atLeast");
        }
        return Figures.part(keys, "atLeast").flatMap(Figures::whole).map(Hours::new);
    }

    private static Optional<Condition> maxAge(Part part) {
        var text = part.text();
        if (text.isPresent() && !text.get().matches("[1-9]\\d{0,2}[ym]")) {
            part.refuse("rulebook.not-an-age", text.get());
            return Optional.empty();
        }
        return text.map(
                age -> {
                    int number = Integer.parseInt(age.substring(0, age.length() - 1));
                    return new MaxAge(
                            age.endsWith("y") ? Period.ofYears(number) : Period.ofMonths(number));
                });
    }

    private static Optional<Condition> months(Part part) {
        var text = part.text();
        if (text.isPresent() && !text.get().matches("[1-9]\\d{0,3}")) {
            part.refuse("rulebook.not-an-age", text.get());
            return Optional.empty();
        }
        return text.map(months -> new MaxAge(Period.ofMonths(Integer.parseInt(months))));
    }
}
