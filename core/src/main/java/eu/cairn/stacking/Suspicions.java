package eu.cairn.stacking;

import static eu.cairn.stacking.RuleFinding.warning;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.MaxAge;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rulebook may say, though it is hardly meant, or has a price. */
final class Suspicions {

    private final Rulebook rulebook;
    private final List<Take> takes;
    private final List<RuleFinding> findings = new ArrayList<>();

    private Suspicions(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.takes = rulebook.takes().toList();
    }

    static List<RuleFinding> of(Rulebook rulebook) {
        var found = new Suspicions(rulebook);
        rulebook.limits().forEach(found::limit);
        found.total();
        found.acceptsAllOf();
        found.levels();
        found.ages();
        found.versions();
        rulebook.terms().bundles().forEach(found::block);
        rulebook.terms().shares().forEach(found::share);
        return found.findings;
    }

    private void add(String rule, String code, Object... parameters) {
        findings.add(warning(rule, code, parameters));
    }

    /** The size of the award, as the total states it. */
    private Optional<Ects> size() {
        return rulebook.total().flatMap(total -> total.atMost());
    }

    private void limit(Limit limit) {
        if (takes.stream().allMatch(take -> FilterLogic.exclude(take.from(), limit.where()))) {
            add(limit.id(), "rulebook.limit-counts-nothing", limit.id());
        } else if (limit.atMost().isPresent()
                && size().filter(it -> it.compareTo(limit.atMost().get()) <= 0).isPresent()) {
            add(
                    limit.id(),
                    "rulebook.limit-never-binds",
                    limit.id(),
                    limit.atMost().get(),
                    size().orElseThrow());
        }
    }

    private void total() {
        var least = rulebook.total().flatMap(Limit::atLeast);
        long needed =
                rulebook.requirements().stream()
                        .mapToLong(each -> RulebookFindings.needed(each, take -> true))
                        .sum();
        if (least.isPresent()
                && rulebook.terms().shares().isEmpty()
                && needed > least.get().hundredths()) {
            add("total", "rulebook.total-below-needs", least.get(), Problem.ects(needed));
        }
    }

    /** One requirement accepts all that another does, and they do not share. */
    private void acceptsAllOf() {
        var pairs = rulebook.pairs().stream().map(pair -> pair.one() + " " + pair.other()).toList();
        for (var wide : takes) {
            var accepted =
                    takes.stream()
                            .filter(narrow -> acceptsAllOf(wide, narrow, pairs))
                            .map(Take::id)
                            .sorted()
                            .toList();
            if (!accepted.isEmpty()) {
                add(wide.id(), "rulebook.accepts-all-of", wide.id(), String.join(", ", accepted));
            }
        }
    }

    private boolean acceptsAllOf(Take wide, Take narrow, List<String> pairs) {
        var ids = Stream.of(wide.id(), narrow.id()).sorted().toList();
        boolean same = FilterLogic.implies(wide.from(), narrow.from());
        return !wide.equals(narrow)
                && !wide.from().conditions().isEmpty()
                && FilterLogic.implies(narrow.from(), wide.from())
                && (!same || wide.id().equals(ids.getFirst()))
                && !pairs.contains(String.join(" ", ids))
                && !areAlternatives(wide, narrow);
    }

    /** Whether two requirements are alternatives of one choice, of which one is enough. */
    private boolean areAlternatives(Take one, Take other) {
        return rulebook.everyRequirement()
                .filter(Requirement.Choose.class::isInstance)
                .map(Requirement.Choose.class::cast)
                .filter(choose -> choose.count().number() < choose.of().size())
                .anyMatch(
                        choose ->
                                below(choose, one) >= 0
                                        && below(choose, one) != below(choose, other)
                                        && below(choose, other) >= 0);
    }

    private static int below(Requirement.Choose choose, Take take) {
        for (int number = 0; number < choose.of().size(); number++) {
            if (choose.of().get(number).stream().anyMatch(take::equals)) {
                return number;
            }
        }
        return -1;
    }

    private void levels() {
        var award = rulebook.level().map(EqfLevel::level);
        if (award.isEmpty()) {
            return;
        }
        takes.forEach(take -> level(take.id(), take.from(), award.get()));
        rulebook.limits().stream()
                .filter(limit -> limit.atLeast().isPresent() || limit.coursesAtLeast().isPresent())
                .forEach(limit -> level(limit.id(), limit.where(), award.get()));
    }

    private void level(String rule, Filter filter, int award) {
        filter.conditions().stream()
                .filter(Level.class::isInstance)
                .flatMap(level -> ((Level) level).atLeast().stream())
                .filter(least -> least.level() > award)
                .forEach(
                        least ->
                                add(
                                        rule,
                                        "rulebook.level-above-award",
                                        rule,
                                        least.level(),
                                        award));
    }

    private void ages() {
        var rules =
                Stream.concat(
                                takes.stream().filter(take -> asksAge(take.from())).map(Take::id),
                                rulebook.limits().stream()
                                        .filter(limit -> asksAge(limit.where()))
                                        .map(Limit::id))
                        .sorted()
                        .toList();
        if (!rules.isEmpty() || rulebook.terms().within().isPresent()) {
            var named = rules.isEmpty() ? "within" : String.join(", ", rules);
            add(rules.isEmpty() ? "" : rules.getFirst(), "rulebook.age-needs-dates", named);
        }
    }

    private static boolean asksAge(Filter filter) {
        return filter.conditions().stream().anyMatch(MaxAge.class::isInstance);
    }

    /** A version is a number of one course; what any course counts by it is hardly meant. */
    private void versions() {
        Stream.concat(
                        takes.stream().filter(take -> ofAnyCourse(take.from())).map(Take::id),
                        rulebook.limits().stream()
                                .filter(limit -> ofAnyCourse(limit.where()))
                                .map(Limit::id))
                .forEach(rule -> add(rule, "rulebook.version-of-any-course", rule));
    }

    private static boolean ofAnyCourse(Filter filter) {
        return filter.conditions().stream().anyMatch(Condition.Version.class::isInstance)
                && filter.conditions().stream()
                        .noneMatch(it -> it.fact() == Fact.COURSE && it instanceof Condition.OneOf);
    }

    private void block(Bundle bundle) {
        boolean accepted =
                takes.stream()
                        .anyMatch(
                                take ->
                                        take.from().conditions().stream()
                                                .allMatch(it -> accepts(it, bundle)));
        if (!accepted) {
            add(bundle.id(), "rulebook.block-accepted-nowhere", bundle.id());
        }
    }

    private static boolean accepts(Condition condition, Bundle bundle) {
        var values = condition.fact().of(bundle.countsAs());
        return !values.isEmpty() && condition.holdsFor(values, LocalDate.EPOCH);
    }

    private void share(Share share) {
        boolean any =
                rulebook.pairs().stream()
                        .filter(pair -> pair.share().equals(share))
                        .anyMatch(
                                pair -> !FilterLogic.exclude(from(pair.one()), from(pair.other())));
        if (!any) {
            add(share.id(), "rulebook.share-without-effect", share.id());
        }
    }

    private Filter from(String take) {
        return takes.stream()
                .filter(each -> each.id().equals(take))
                .map(Take::from)
                .findFirst()
                .orElse(Filter.ANY);
    }
}
