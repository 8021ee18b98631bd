package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tries everything: every choice, every place for every credential, every amount where it may count
 * in part, and every way to add whole further credits. Slow, and so plain that it can be believed.
 */
final class Oracle {

    private record Line(HeldCredential facts, Take take, int credits) {}

    private final Rulebook rulebook;
    private final List<HeldCredential> held;
    private final Map<String, List<HeldCredential>> further = new HashMap<>();
    private List<Take> asked = List.of();

    private Oracle(Instances.Instance instance) {
        this.rulebook = instance.rulebook();
        this.held =
                instance.portfolio().credentials().stream()
                        .filter(it -> it.status() == CredentialStatus.VALID)
                        .toList();
        rulebook.everyRequirement()
                .forEach(
                        it -> {
                            if (it instanceof Take take) {
                                further.put(take.id(), further(take));
                            }
                        });
    }

    /** Whether the rulebook is satisfied with less than {@code hundredths} of further credits. */
    static boolean findsLessThan(Instances.Instance instance, int hundredths) {
        var oracle = new Oracle(instance);
        for (var takes : oracle.choices(oracle.rulebook.requirements())) {
            oracle.asked = takes;
            if (oracle.place(0, new ArrayList<>(), hundredths)) {
                return true;
            }
        }
        return false;
    }

    static boolean satisfiable(Instances.Instance instance) {
        return findsLessThan(instance, 1);
    }

    private List<List<Take>> choices(List<Requirement> all) {
        var ways = List.<List<Take>>of(List.of());
        for (var requirement : all) {
            var next = new ArrayList<List<Take>>();
            for (var before : ways) {
                for (var more : choices(requirement)) {
                    var both = new ArrayList<>(before);
                    both.addAll(more);
                    next.add(both);
                }
            }
            ways = next;
        }
        return ways;
    }

    private List<List<Take>> choices(Requirement requirement) {
        return switch (requirement) {
            case Take take -> List.of(List.of(take));
            case All all -> choices(all.of());
            case Choose choose -> {
                var ways = new ArrayList<List<Take>>();
                for (int set = 0; set < 1 << choose.of().size(); set++) {
                    int size = Integer.bitCount(set);
                    int count = choose.count().number();
                    if (choose.count().exactly() ? size == count : size >= count) {
                        var some = new ArrayList<Requirement>();
                        for (int bit = 0; bit < choose.of().size(); bit++) {
                            if ((set >> bit & 1) != 0) {
                                some.add(choose.of().get(bit));
                            }
                        }
                        ways.addAll(choices(some));
                    }
                }
                yield ways;
            }
        };
    }

    private boolean place(int number, List<Line> lines, int below) {
        if (number == held.size()) {
            return fill(0, 0, lines, below);
        }
        var facts = held.get(number);
        for (var take : asked) {
            if (!take.from().matches(facts, Instances.DAY)) {
                continue;
            }
            int whole = facts.credits().hundredths();
            int least = mayCut(facts, take) ? 100 : whole;
            for (int credits = whole; credits >= least; credits -= 100) {
                lines.add(new Line(facts, take, credits));
                boolean found = place(number + 1, lines, below);
                lines.removeLast();
                if (found) {
                    return true;
                }
            }
        }
        return place(number + 1, lines, below);
    }

    private boolean mayCut(HeldCredential facts, Take take) {
        return take.partial()
                || rulebook.everyLimit()
                        .anyMatch(it -> it.partial() && it.where().matches(facts, Instances.DAY));
    }

    /** Further credits, of every kind and in every requirement asked, less than {@code left}. */
    private boolean fill(int number, int kind, List<Line> lines, int left) {
        if (satisfied(lines)) {
            return true;
        }
        if (left <= 100 || number == asked.size() || lacking(lines) >= left) {
            return false;
        }
        var take = asked.get(number);
        var kinds = Objects.requireNonNull(further.get(take.id()));
        if (kind == kinds.size()) {
            return fill(number + 1, 0, lines, left);
        }
        if (fill(number, kind + 1, lines, left)) {
            return true;
        }
        for (int credits = 100; credits < left; credits += 100) {
            lines.add(new Line(kinds.get(kind), take, credits));
            boolean found = fill(number, kind + 1, lines, left - credits);
            lines.removeLast();
            if (found) {
                return true;
            }
        }
        return false;
    }

    private int lacking(List<Line> lines) {
        int lacking = 0;
        for (var take : asked) {
            int needed = take.credits().map(Ects::hundredths).orElse(0);
            lacking += Math.max(0, needed - credits(lines, take));
        }
        return lacking;
    }

    private static int credits(List<Line> lines, Take take) {
        return lines.stream()
                .filter(it -> it.take.id().equals(take.id()))
                .mapToInt(Line::credits)
                .sum();
    }

    /** For a requirement: one of each kind that it accepts and that the limits tell apart. */
    private List<HeldCredential> further(Take take) {
        var kinds = new ArrayList<HeldCredential>();
        var seen = new HashSet<List<Boolean>>();
        for (int level = 6; level <= 8; level++) {
            for (var issuer : List.of("uni-a", "uni-b", "uni-c")) {
                for (int themes = 0; themes < 8; themes++) {
                    var facts =
                            HeldCredential.of("further", Ects.ZERO)
                                    .level(new EqfLevel(level))
                                    .issuer(issuer)
                                    .themes(themes(themes))
                                    .credential();
                    if (take.from().matches(facts, Instances.DAY) && seen.add(told(facts))) {
                        kinds.add(facts);
                    }
                }
            }
        }
        return kinds;
    }

    private static List<String> themes(int set) {
        return IntStream.range(0, 3)
                .filter(bit -> (set >> bit & 1) != 0)
                .mapToObj(Instances.THEMES::get)
                .toList();
    }

    private List<Boolean> told(HeldCredential facts) {
        return rulebook.everyLimit().map(it -> it.where().matches(facts, Instances.DAY)).toList();
    }

    private boolean satisfied(List<Line> lines) {
        for (var take : asked) {
            long courses = lines.stream().filter(it -> it.take.id().equals(take.id())).count();
            int needed = take.credits().map(Ects::hundredths).orElse(0);
            boolean count =
                    take.courses().isEmpty()
                            || (take.courses().get().exactly()
                                    ? courses == take.courses().get().number()
                                    : courses >= take.courses().get().number());
            if (!count || credits(lines, take) < needed) {
                return false;
            }
        }
        return rulebook.everyLimit().allMatch(limit -> holds(limit, lines)) && onceOnly(lines);
    }

    private static boolean holds(Limit limit, List<Line> lines) {
        int credits = 0;
        int courses = 0;
        for (var line : lines) {
            if (limit.where().matches(line.facts, Instances.DAY)) {
                credits += line.credits;
                courses++;
            }
        }
        return credits >= limit.atLeast().map(Ects::hundredths).orElse(0)
                && credits <= limit.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE)
                && courses >= limit.coursesAtLeast().orElse(0)
                && courses <= limit.coursesAtMost().orElse(Integer.MAX_VALUE);
    }

    private boolean onceOnly(List<Line> lines) {
        Set<String> courses = new HashSet<>();
        for (var line : lines) {
            var course = line.facts.course();
            if (course.isPresent() && !courses.add(course.get())) {
                return false;
            }
        }
        return rulebook.terms().notBoth().stream()
                .allMatch(set -> set.stream().filter(courses::contains).count() <= 1);
    }
}
