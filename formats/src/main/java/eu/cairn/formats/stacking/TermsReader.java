package eu.cairn.formats.stacking;

import static eu.cairn.formats.stacking.Figures.bound;
import static eu.cairn.formats.stacking.Figures.list;
import static eu.cairn.formats.stacking.Figures.part;
import static eu.cairn.formats.stacking.Figures.text;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.stacking.Preference;
import eu.cairn.stacking.Prerequisite;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Spending;
import eu.cairn.stacking.Spending.Rule;
import eu.cairn.stacking.Terms;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what a rulebook says beside its requirements and limits. */
final class TermsReader {

    static final Set<String> KEYS =
            Set.of(
                    "notBoth",
                    "share",
                    "bundles",
                    "spent",
                    "prerequisites",
                    "substitutes",
                    "within",
                    "prefer");

    private final FilterReader filters;
    private final RulePlaces places;
    private final boolean hasHome;

    TermsReader(FilterReader filters, RulePlaces places, boolean hasHome) {
        this.filters = filters;
        this.places = places;
        this.hasHome = hasHome;
    }

    Terms terms(Map<String, Part> keys, List<Requirement> requirements) {
        var ids =
                requirements.stream()
                        .flatMap(Requirement::stream)
                        .map(Requirement::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        var shares = new ShareReader(ids, places);
        var bundles = new BundleReader(filters, places);
        return new Terms(
                list(keys, "notBoth").stream().map(TermsReader::courses).toList(),
                list(keys, "share").stream().flatMap(each -> shares.share(each).stream()).toList(),
                list(keys, "bundles").stream()
                        .flatMap(each -> bundles.bundle(each).stream())
                        .toList(),
                part(keys, "spent").map(this::spending).orElse(Spending.FREE),
                part(keys, "prerequisites").map(TermsReader::prerequisites).orElse(List.of()),
                part(keys, "substitutes").map(TermsReader::substitutes).orElse(Map.of()),
                part(keys, "within").flatMap(TermsReader::period),
                part(keys, "prefer").map(this::preferences).orElse(List.of()));
    }

    private static Set<String> courses(Part part) {
        var courses = new TreeSet<>(part.texts());
        if (courses.size() < 2) {
            part.refuse("rulebook.wrong-type", "a list of two courses or more");
        }
        return courses;
    }

    private Spending spending(Part part) {
        var byAward = new TreeMap<String, Rule>();
        Rule others = new Rule.Allowed();
        for (var each : part.keys().entrySet()) {
            var rule = rule(each.getValue());
            places.add("spent/" + each.getKey(), each.getValue());
            if (each.getKey().equals(Spending.OTHER_AWARDS)) {
                others = rule;
            } else {
                byAward.put(each.getKey(), rule);
            }
        }
        return new Spending(byAward, others);
    }

    private static Rule rule(Part part) {
        if (part.isMapping()) {
            var keys = part.keys(Set.of("atMost"), Set.of());
            if (!keys.containsKey("atMost")) {
                part.refuse("rulebook.missing-key", "atMost");
            }
            var most = bound(keys, "atMost");
            return new Rule.AtMost(most.credits(), most.courses());
        }
        var word = part.text().orElse("allowed");
        if (!Set.of("allowed", "forbidden").contains(word)) {
            part.refuse("rulebook.unknown-value", word, "allowed, forbidden, {atMost: …}");
        }
        return word.equals("forbidden") ? new Rule.Forbidden() : new Rule.Allowed();
    }

    private static List<Prerequisite> prerequisites(Part part) {
        var all = new ArrayList<Prerequisite>();
        var byCourse = new LinkedHashMap<String, Part>();
        for (var each : part.list()) {
            var keys = each.keys(Set.of("course", "needs", "because", "source"), Set.of());
            for (var key : List.of("course", "needs")) {
                if (!keys.containsKey(key)) {
                    each.refuse("rulebook.missing-key", key);
                }
            }
            var course = text(keys, "course");
            var needs = part(keys, "needs").map(TermsReader::needs).orElse(List.of());
            if (course.isEmpty() || needs.isEmpty()) {
                continue;
            }
            if (byCourse.putIfAbsent(course.get(), each) != null) {
                each.refuse("rulebook.duplicate-id", course.get());
            }
            all.add(new Prerequisite(course.get(), needs));
        }
        for (var course : unreachable(all)) {
            Optional.ofNullable(byCourse.get(course))
                    .ifPresent(each -> each.refuse("rulebook.prerequisite-cycle", course));
        }
        return all;
    }

    /** Each of these courses; of a list within the list one. */
    private static List<Set<String>> needs(Part part) {
        if (!part.isList()) {
            return part.text().stream().map(Set::of).toList();
        }
        var needs = new ArrayList<Set<String>>();
        for (var each : part.list()) {
            var any = Set.copyOf(each.texts());
            if (any.isEmpty()) {
                each.refuse("rulebook.wrong-type", "a course, or a list of courses");
            } else {
                needs.add(any);
            }
        }
        if (needs.isEmpty()) {
            part.refuse("rulebook.wrong-type", "a list of courses");
        }
        return needs;
    }

    /** The courses that nobody can begin, as each needs another of them first. */
    private static Set<String> unreachable(List<Prerequisite> rules) {
        var closed = new TreeSet<String>();
        rules.forEach(rule -> closed.add(rule.course()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var rule : rules) {
                boolean open = rule.needs().stream().noneMatch(any -> closed.containsAll(any));
                changed |= open && closed.remove(rule.course());
            }
        }
        return closed;
    }

    /** The course that each stands for in the end. */
    private static Map<String, String> substitutes(Part part) {
        var stated = new TreeMap<String, String>();
        part.keys()
                .forEach((course, other) -> other.text().ifPresent(it -> stated.put(course, it)));
        var last = new TreeMap<String, String>();
        for (var course : stated.keySet()) {
            var seen = new HashSet<String>();
            var end = course;
            while (stated.containsKey(end) && seen.add(end)) {
                end = stated.get(end);
            }
            if (seen.contains(end)) {
                part.refuse("rulebook.substitute-cycle", course);
                return Map.of();
            }
            last.put(course, end);
        }
        return last;
    }

    private static Optional<Period> period(Part part) {
        var keys = part.keys(Set.of("years", "months"), Set.of());
        if (keys.size() != 1) {
            part.refuse("rulebook.wrong-type", "{years: …} or {months: …}");
            return Optional.empty();
        }
        return part(keys, "years")
                .flatMap(Figures::whole)
                .map(Period::ofYears)
                .or(() -> part(keys, "months").flatMap(Figures::whole).map(Period::ofMonths));
    }

    private List<Preference> preferences(Part part) {
        var preferences = new ArrayList<Preference>();
        for (var word : part.texts()) {
            var preference = Preference.ofCode(word);
            if (preference.isEmpty()) {
                part.refuse(
                        "rulebook.unknown-value",
                        word,
                        Arrays.stream(Preference.values())
                                .map(Preference::code)
                                .collect(Collectors.joining(", ")));
            } else if (preferences.contains(preference.get())) {
                part.refuse("rulebook.duplicate-key", word);
            } else if (preference.get() == Preference.HOME && !hasHome) {
                part.refuse("rulebook.home-without-awarding-body");
            }
            preference.ifPresent(preferences::add);
        }
        return preferences;
    }
}
