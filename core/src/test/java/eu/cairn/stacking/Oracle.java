package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tries everything: every choice, every place for every credential, every amount where it may count
 * in part, every block, and every way to add whole further credits. Slow, and so plain that it can
 * be believed.
 */
final class Oracle {

    /**
     * The best there is: the least further credits, in hundredths, then the fewest requirements
     * unmet, then the smallest cost of each preference.
     */
    record Best(int missing, int unmet, List<Long> costs) implements Comparable<Best> {
        @Override
        public int compareTo(Best other) {
            if (missing != other.missing || unmet != other.unmet) {
                return missing != other.missing
                        ? Integer.compare(missing, other.missing)
                        : Integer.compare(unmet, other.unmet);
            }
            for (int each = 0; each < costs.size(); each++) {
                if (!costs.get(each).equals(other.costs.get(each))) {
                    return Long.compare(costs.get(each), other.costs.get(each));
                }
            }
            return 0;
        }
    }

    /** A credential, a block of a bundle, or a further credential, where it counts. */
    private record Line(HeldCredential facts, List<Take> takes, int credits, boolean further) {
        boolean in(Take take) {
            return takes.contains(take);
        }
    }

    /** A credential in a bundle. */
    private record Member(HeldCredential facts, Bundle bundle) {}

    private final Rulebook rulebook;
    private final Portfolio portfolio;
    private final List<HeldCredential> held;
    private final List<Preference> preferences;
    private final Map<List<Take>, List<HeldCredential>> further = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private List<Take> asked = List.of();
    private Optional<Best> best = Optional.empty();

    private Oracle(Rulebook rulebook, Portfolio portfolio) {
        this.rulebook = rulebook;
        this.portfolio = portfolio;
        var entering = rulebook.entering(portfolio);
        var valid = entering.stream().filter(it -> it.status() == CredentialStatus.VALID).toList();
        this.held = valid.stream().filter(it -> mayCount(it, valid)).toList();
        this.preferences =
                Stream.concat(portfolio.prefer().stream(), rulebook.terms().prefer().stream())
                        .distinct()
                        .toList();
    }

    private boolean mayCount(HeldCredential facts, List<HeldCredential> valid) {
        var spending = rulebook.terms().spending();
        for (var award : facts.values(Fact.SPENT)) {
            var rule = spending.byAward().getOrDefault(award, spending.others());
            if (rule instanceof Spending.Rule.Forbidden) {
                return false;
            }
        }
        for (var rule : rulebook.terms().prerequisites()) {
            for (var any : rule.needs()) {
                if (Optional.of(rule.course()).equals(facts.course())
                        && valid.stream()
                                .noneMatch(it -> it.course().stream().anyMatch(any::contains))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The best there is, if it misses no more than {@code most} hundredths. */
    static Optional<Best> best(Rulebook rulebook, Portfolio portfolio, int most) {
        var oracle = new Oracle(rulebook, portfolio);
        for (int missing = 0; missing <= most && oracle.best.isEmpty(); missing += 100) {
            for (var takes : oracle.choices(rulebook.requirements())) {
                oracle.asked = takes;
                oracle.place(0, missing);
            }
        }
        return oracle.best;
    }

    /** The pins that could be kept, each for itself. */
    static List<Wish> pins(Rulebook rulebook, Portfolio portfolio) {
        var oracle = new Oracle(rulebook, portfolio);
        return portfolio.wishes().stream()
                .filter(Wish::counts)
                .filter(
                        pin ->
                                oracle.held.stream()
                                        .filter(it -> it.id().equals(pin.credentialId()))
                                        .anyMatch(it -> oracle.isKept(pin, it)))
                .toList();
    }

    private List<List<Take>> choices(List<Requirement> all) {
        var ways = List.<List<Take>>of(List.of());
        for (var requirement : all) {
            var next = new ArrayList<List<Take>>();
            for (var before : ways) {
                for (var more : choices(requirement)) {
                    next.add(Stream.concat(before.stream(), more.stream()).toList());
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

    /** One requirement, or two that share, in every way that accepts {@code facts}. */
    private List<List<Take>> ways(HeldCredential facts) {
        var accepting =
                asked.stream().filter(it -> it.from().matches(facts, Instances.DAY)).toList();
        var ways = new ArrayList<List<Take>>();
        accepting.forEach(take -> ways.add(List.of(take)));
        for (var one : accepting) {
            for (var other : accepting) {
                if (one.id().compareTo(other.id()) < 0 && share(one, other).isPresent()) {
                    ways.add(List.of(one, other));
                }
            }
        }
        return ways;
    }

    /** The first share, by its id, under which two requirements may count the same. */
    private Optional<Share> share(Take one, Take other) {
        return rulebook.terms().shares().stream()
                .filter(
                        share ->
                                share.between().stream()
                                        .filter(id -> below(id, one))
                                        .anyMatch(
                                                id ->
                                                        share.between().stream()
                                                                .filter(too -> !too.equals(id))
                                                                .anyMatch(
                                                                        too -> below(too, other))))
                .findFirst();
    }

    private boolean below(String id, Take take) {
        return rulebook.everyRequirement()
                .filter(it -> it.id().equals(id))
                .flatMap(Requirement::stream)
                .anyMatch(take::equals);
    }

    private void place(int number, int missing) {
        if (number == held.size()) {
            blocks(1, missing);
            return;
        }
        var facts = held.get(number);
        if (!pinned(facts)) {
            place(number + 1, missing);
        }
        for (var takes : ways(facts)) {
            if (!wanted(facts, takes)) {
                continue;
            }
            int whole = facts.credits().hundredths();
            int least = mayCut(facts, takes) ? 100 : whole;
            for (int credits = whole; credits >= least; credits -= 100) {
                lines.add(new Line(facts, takes, credits, false));
                place(number + 1, missing);
                lines.removeLast();
            }
        }
        for (var bundle : rulebook.terms().bundles()) {
            if (bundle.each().matches(facts, Instances.DAY)
                    && wanted(facts, List.of())
                    && !isCapped(facts)) {
                members.add(new Member(facts, bundle));
                place(number + 1, missing);
                members.removeLast();
            }
        }
    }

    /** A block is spent on nothing, so nothing is in it of which that is limited. */
    private boolean isCapped(HeldCredential facts) {
        var spending = rulebook.terms().spending();
        return facts.values(Fact.SPENT).stream()
                .map(award -> spending.byAward().getOrDefault(award, spending.others()))
                .anyMatch(Spending.Rule.AtMost.class::isInstance);
    }

    private boolean mayCut(HeldCredential facts, List<Take> takes) {
        return takes.stream().anyMatch(Take::partial)
                || rulebook.everyLimit()
                        .anyMatch(it -> it.partial() && it.where().matches(facts, Instances.DAY));
    }

    private boolean pinned(HeldCredential facts) {
        return portfolio.wishes().stream()
                .anyMatch(
                        it ->
                                it.counts()
                                        && it.credentialId().equals(facts.id())
                                        && isKept(it, facts));
    }

    /** A pin to what does not accept the credential, or from where it is barred, is in vain. */
    private boolean isKept(Wish pin, HeldCredential facts) {
        return rulebook.everyRequirement()
                .filter(Take.class::isInstance)
                .map(Take.class::cast)
                .filter(take -> isAbout(pin, List.of(take)))
                .filter(take -> take.from().matches(facts, Instances.DAY))
                .anyMatch(
                        take ->
                                portfolio.wishes().stream()
                                        .filter(it -> it.credentialId().equals(facts.id()))
                                        .noneMatch(
                                                it -> !it.counts() && isAbout(it, List.of(take))));
    }

    private boolean wanted(HeldCredential facts, List<Take> takes) {
        var own =
                portfolio.wishes().stream()
                        .filter(it -> it.credentialId().equals(facts.id()))
                        .toList();
        return own.stream().noneMatch(it -> !it.counts() && isAbout(it, takes))
                && (!pinned(facts)
                        || own.stream().anyMatch(it -> it.counts() && isAbout(it, takes)));
    }

    private boolean isAbout(Wish wish, List<Take> takes) {
        return wish.requirement().isEmpty()
                || takes.stream().anyMatch(take -> below(wish.requirement().get(), take));
    }

    /** Places as many blocks of each bundle as the credentials in it make. */
    private void blocks(int number, int missing) {
        for (var bundle : rulebook.terms().bundles()) {
            long in = members.stream().filter(it -> it.bundle.equals(bundle)).count();
            if (in % bundle.of() != 0) {
                return;
            }
            if (number <= in / bundle.of()) {
                var block = bundle.block(number);
                for (var takes : ways(block)) {
                    int whole = block.credits().hundredths();
                    int least = mayCut(block, takes) ? 100 : whole;
                    for (int credits = whole; credits >= least; credits -= 100) {
                        lines.add(new Line(block, takes, credits, false));
                        blocks(number + 1, missing);
                        lines.removeLast();
                    }
                }
                return;
            }
        }
        look(missing);
    }

    private void look(int missing) {
        if (lacksMoreThan(2 * missing)) {
            return;
        }
        int unmet = (int) asked.stream().filter(take -> !met(take)).count();
        var found = new Best(missing, unmet, preferences.stream().map(this::cost).toList());
        if (best.isPresent() && best.get().compareTo(found) <= 0) {
            return;
        }
        var places = new ArrayList<List<Take>>();
        asked.forEach(take -> places.add(List.of(take)));
        for (var one : asked) {
            for (var other : asked) {
                if (one.id().compareTo(other.id()) < 0 && share(one, other).isPresent()) {
                    places.add(List.of(one, other));
                }
            }
        }
        if (fill(places, 0, 0, missing)) {
            best = Optional.of(found);
        }
    }

    /**
     * Whether further credits, {@code left} in all, of any kind and anywhere, satisfy the rules.
     */
    private boolean fill(List<List<Take>> places, int number, int kind, int left) {
        if (left == 0 || number == places.size()) {
            return left == 0 && satisfied();
        }
        if (lacksMoreThan(2 * left)) {
            return false;
        }
        var kinds = further.computeIfAbsent(places.get(number), this::further);
        if (kind == kinds.size()) {
            return fill(places, number + 1, 0, left);
        }
        if (fill(places, number, kind + 1, left)) {
            return true;
        }
        for (int credits = 100; credits <= left; credits += 100) {
            lines.add(new Line(kinds.get(kind), places.get(number), credits, true));
            boolean found = fill(places, number, kind + 1, left - credits);
            lines.removeLast();
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** For these requirements: one of each kind that they accept and that the limits tell apart. */
    private List<HeldCredential> further(List<Take> takes) {
        var kinds = new ArrayList<HeldCredential>();
        var seen = new HashSet<List<Boolean>>();
        for (int level = 6; level <= 8; level++) {
            for (var issuer : List.of("uni-a", "uni-b", "uni-c")) {
                for (int themes = 0; themes < 8; themes++) {
                    for (var version : versions()) {
                        var facts =
                                HeldCredential.of("further", Ects.ZERO)
                                        .level(new EqfLevel(level))
                                        .issuer(issuer)
                                        .themes(themes(themes))
                                        .with(Fact.VERSION, version)
                                        .awarded(Instances.DAY)
                                        .credential();
                        if (takes.stream().allMatch(it -> it.from().matches(facts, Instances.DAY))
                                && seen.add(told(facts))) {
                            kinds.add(facts);
                        }
                    }
                }
            }
        }
        return kinds;
    }

    /**
     * The versions of a course that a further credential may state, or none where none is asked.
     */
    private List<List<String>> versions() {
        boolean asked =
                Stream.concat(
                                rulebook.takes().map(Take::from),
                                rulebook.everyLimit().map(Limit::where))
                        .flatMap(it -> it.conditions().stream())
                        .anyMatch(Condition.Version.class::isInstance);
        return IntStream.rangeClosed(0, asked ? Instances.VERSIONS : 0)
                .mapToObj(it -> it == 0 ? List.<String>of() : List.of(Integer.toString(it)))
                .toList();
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

    private long cost(Preference preference) {
        var counted =
                Stream.concat(lines.stream().map(Line::facts), members.stream().map(Member::facts))
                        .filter(held::contains);
        return switch (preference) {
            case NEWEST ->
                    counted.mapToLong(
                                    it ->
                                            ChronoUnit.DAYS.between(
                                                    it.awarded().orElseThrow(), Instances.DAY))
                            .sum();
            case HOME -> credits(counted.filter(it -> !it.issuer().equals(Optional.of("uni-a"))));
            case FEWEST_CREDITS -> credits(counted);
            case PROTECT -> credits(counted.filter(it -> portfolio.keep().contains(it.id())));
            case HIGHEST_GRADE -> throw new IllegalStateException("not drawn");
        };
    }

    private static long credits(Stream<HeldCredential> counted) {
        return counted.mapToLong(it -> it.credits().hundredths()).sum();
    }

    private int sum(Take take) {
        int credits = 0;
        for (var line : lines) {
            credits += line.in(take) ? line.credits : 0;
        }
        return credits;
    }

    private int lacking(Take take) {
        return Math.max(0, take.credits().map(Ects::hundredths).orElse(0) - sum(take));
    }

    private boolean lacksMoreThan(int credits) {
        int lacking = 0;
        for (var take : asked) {
            lacking += lacking(take);
        }
        return lacking > credits;
    }

    private boolean met(Take take) {
        long courses = lines.stream().filter(it -> it.in(take)).count();
        boolean count =
                take.courses().isEmpty()
                        || (take.courses().get().exactly()
                                ? courses == take.courses().get().number()
                                : courses >= take.courses().get().number());
        return count && lacking(take) == 0;
    }

    private boolean satisfied() {
        return asked.stream().allMatch(this::met)
                && rulebook.everyLimit().allMatch(this::holds)
                && rulebook.terms().shares().stream().allMatch(this::holds)
                && together();
    }

    private boolean holds(Limit limit) {
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

    private boolean holds(Share share) {
        var twice =
                lines.stream()
                        .filter(
                                it ->
                                        it.takes.size() == 2
                                                && share(it.takes.get(0), it.takes.get(1))
                                                        .equals(Optional.of(share)))
                        .toList();
        int credits = twice.stream().mapToInt(Line::credits).sum();
        return credits <= share.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE)
                && twice.size() <= share.coursesAtMost().orElse(Integer.MAX_VALUE);
    }

    /** No course twice, nothing that excludes each other, and nothing too far apart. */
    private boolean together() {
        Set<String> courses = new HashSet<>();
        var counted =
                Stream.concat(lines.stream().map(Line::facts), members.stream().map(Member::facts))
                        .toList();
        var days = new ArrayList<LocalDate>();
        for (var facts : counted) {
            if (facts.course().isPresent() && !courses.add(facts.course().get())) {
                return false;
            }
            if (!facts.id().startsWith("bundle")) {
                days.add(Objects.requireNonNull(facts.awarded().orElse(Instances.DAY)));
            }
        }
        for (var facts : counted) {
            if (counted.stream()
                    .filter(other -> !other.equals(facts))
                    .flatMap(other -> other.award().stream())
                    .anyMatch(facts.values(Fact.SPENT)::contains)) {
                return false;
            }
        }
        return rulebook.terms().notBoth().stream()
                        .allMatch(set -> set.stream().filter(courses::contains).count() <= 1)
                && within(days);
    }

    private boolean within(List<LocalDate> days) {
        var sorted = days.stream().sorted().toList();
        return rulebook.terms().within().isEmpty()
                || sorted.isEmpty()
                || !sorted.getFirst()
                        .plus(rulebook.terms().within().get())
                        .isBefore(sorted.getLast());
    }
}
