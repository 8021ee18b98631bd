package eu.cairn.stacking;

import static eu.cairn.stacking.RuleFinding.refused;
import static eu.cairn.stacking.RuleFinding.warning;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What contradicts itself in a rulebook, so that nobody could ever satisfy it or a rule of it says
 * nothing; and, if nothing does, what is suspicious. No credentials are needed to see it.
 */
public final class RulebookFindings {

    private final Rulebook rulebook;
    private final List<Take> takes;
    private final List<Limit> limits;
    private final List<RuleFinding> findings = new ArrayList<>();

    private RulebookFindings(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.takes = rulebook.takes().toList();
        this.limits = Stream.concat(rulebook.limits().stream(), rulebook.total().stream()).toList();
    }

    /** Every finding; warnings only where nothing is refused. */
    public static List<RuleFinding> of(Rulebook rulebook) {
        var found = new RulebookFindings(rulebook);
        found.refuse();
        if (found.findings.isEmpty()) {
            found.findings.addAll(Suspicions.of(rulebook));
            found.satisfiable();
        }
        return List.copyOf(found.findings);
    }

    private void refuse() {
        if (rulebook.validFrom().isPresent()
                && rulebook.validTo().filter(rulebook.validFrom().get()::isAfter).isPresent()) {
            findings.add(
                    refused(
                            "",
                            "rulebook.dates-reversed",
                            rulebook.validFrom().get(),
                            rulebook.validTo().get()));
        }
        takes.forEach(take -> filter(take.id(), take.from()));
        limits.forEach(limit -> filter(limit.id(), limit.where()));
        rulebook.terms().bundles().forEach(bundle -> filter(bundle.id(), bundle.each()));
        for (var cap : limits) {
            limits.forEach(floor -> floorAboveCap(floor, cap));
            needsAboveCap(cap);
        }
        excludedButRequired();
        substitutedButNamed();
    }

    private void filter(String rule, Filter filter) {
        if (FilterLogic.matchesNothing(filter)) {
            findings.add(refused(rule, "rulebook.matches-nothing", rule));
        }
    }

    private void floorAboveCap(Limit floor, Limit cap) {
        if (!floor.equals(cap) && !FilterLogic.implies(floor.where(), cap.where())) {
            return;
        }
        boolean credits =
                floor.atLeast().isPresent()
                        && cap.atMost()
                                .filter(it -> it.compareTo(floor.atLeast().get()) < 0)
                                .isPresent();
        boolean courses =
                floor.coursesAtLeast().isPresent()
                        && cap.coursesAtMost()
                                .filter(it -> it < floor.coursesAtLeast().get())
                                .isPresent();
        if (credits) {
            findings.add(
                    refused(
                            floor.id(),
                            "rulebook.floor-above-limit",
                            floor.id(),
                            floor.atLeast().get() + " ECTS",
                            cap.id(),
                            cap.atMost().orElseThrow() + " ECTS"));
        } else if (courses) {
            findings.add(
                    refused(
                            floor.id(),
                            "rulebook.floor-above-limit",
                            floor.id(),
                            floor.coursesAtLeast().get(),
                            cap.id(),
                            cap.coursesAtMost().orElseThrow()));
        }
    }

    /** Where credentials can count twice, what is needed does not simply add up. */
    private void needsAboveCap(Limit cap) {
        if (cap.atMost().isEmpty() || !rulebook.terms().shares().isEmpty()) {
            return;
        }
        var needs = new TreeMap<String, Ects>();
        long needed = 0;
        for (var requirement : rulebook.requirements()) {
            long least = needed(requirement, take -> FilterLogic.implies(take.from(), cap.where()));
            if (least > 0) {
                needs.put(requirement.id(), Problem.ects(least));
                needed += least;
            }
        }
        if (needed > cap.atMost().get().hundredths()) {
            var figures = needs.entrySet().stream().map(it -> it.getKey() + " " + it.getValue());
            findings.add(
                    refused(
                            cap.id(),
                            "rulebook.limit-below-needs",
                            cap.id(),
                            cap.atMost().get(),
                            Problem.ects(needed),
                            String.join(", ", figures.toList())));
        }
    }

    /** The least credits that a requirement asks of credentials that some of its parts take. */
    static long needed(Requirement requirement, Predicate<Take> counts) {
        return requirement.least(
                take -> counts.test(take) ? take.credits().map(Ects::hundredths).orElse(0) : 0);
    }

    private void excludedButRequired() {
        var asked = new TreeMap<String, String>();
        rulebook.requirements().forEach(each -> courses(each, asked));
        var seen = new HashSet<Set<String>>();
        for (var set : rulebook.terms().notBoth()) {
            var both = set.stream().filter(asked::containsKey).toList();
            if (both.size() > 1 && seen.add(set)) {
                findings.add(
                        refused(
                                asked.getOrDefault(both.getFirst(), ""),
                                "rulebook.excluded-but-required",
                                String.join(", ", both)));
            }
        }
    }

    /** The courses without which a requirement cannot be met, and the requirements that ask. */
    private static void courses(Requirement requirement, Map<String, String> asked) {
        switch (requirement) {
            case Take take ->
                    take.from().conditions().stream()
                            .filter(OneOf.class::isInstance)
                            .map(OneOf.class::cast)
                            .filter(one -> one.fact() == Fact.COURSE && one.values().size() == 1)
                            .forEach(one -> asked.put(one.values().getFirst(), take.id()));
            case All all -> all.of().forEach(each -> courses(each, asked));
            case Choose choose -> {
                if (choose.count().number() == choose.of().size()) {
                    choose.of().forEach(each -> courses(each, asked));
                }
            }
        }
    }

    /** A course that always stands for another is never what a rule asks for. */
    private void substitutedButNamed() {
        for (var take : takes) {
            var named =
                    take.from().conditions().stream()
                            .filter(condition -> condition.fact() == Fact.COURSE)
                            .filter(OneOf.class::isInstance)
                            .flatMap(condition -> ((OneOf) condition).values().stream())
                            .toList();
            rulebook.terms()
                    .substitutes()
                    .forEach(
                            (course, other) -> {
                                if (named.contains(course)) {
                                    var code = "rulebook.substituted-but-named";
                                    findings.add(refused(take.id(), code, course, other));
                                }
                            });
        }
    }

    private void satisfiable() {
        var satisfiable = Audits.satisfiable(rulebook);
        if (satisfiable.isEmpty()) {
            findings.add(warning("", "rulebook.satisfiable-unknown"));
        } else if (!satisfiable.get()) {
            findings.clear();
            var rules = Conflicts.withoutCredentials(rulebook);
            findings.add(
                    rules.isEmpty()
                            ? refused("", "rulebook.unsatisfiable", rulebook.id())
                            : refused(
                                    rules.getFirst(),
                                    "rulebook.unsatisfiable",
                                    String.join(", ", rules)));
        }
    }
}
