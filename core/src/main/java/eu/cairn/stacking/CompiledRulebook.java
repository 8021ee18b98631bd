package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rulebook as the search sees it. What can hold a credential is a place, by number: first the
 * requirements that take credentials in the order of their ids, then the bundles, then the pairs of
 * requirements that share. Limits have numbers in the order of their ids. Sets of numbers are bits
 * of a {@code long}; credits are hundredths.
 */
final class CompiledRulebook {

    final Rulebook rulebook;
    final List<Take> takes;
    final List<Bundle> bundles;
    final List<Limit> limits;
    final List<Share> shares;
    final List<List<String>> notBoth;

    /** The courses that some rule names: a further credential could be one of them. */
    final List<String> namedCourses;

    /** How many places there are. */
    final int places;

    /** The place of the first pair. */
    final int firstPair;

    /** The requirements that a place fills, as bits; none for a bundle. */
    final long[] takesOf;

    /** The share that a pair belongs to, or -1. */
    final int[] shareOf;

    final int[] need;
    final int[] coursesAtLeast;
    final int[] coursesAtMost;
    final int[] shareCredits;
    final int[] shareCourses;
    final int[] floor;
    final int[] cap;
    final int[] courseFloor;
    final int[] courseCap;

    final long partialTakes;
    final long partialLimits;
    final long courseLimits;
    final boolean floors;

    private final Map<String, Integer> takeNumbers = new HashMap<>();
    private volatile Kinds kinds = new Kinds(LocalDate.MIN, Optional.empty(), false);

    /**
     * The kinds of further credentials, by place, as they are on a day.
     *
     * @param plain whether each requirement takes some that serve every floor and touch no cap
     */
    private record Kinds(
            LocalDate asOf, Optional<List<List<FurtherKind>>> byPlace, boolean plain) {}

    /** Whether further credentials may be all that credentials that are held may be. */
    final boolean asHeld;

    CompiledRulebook(Rulebook rulebook) {
        this(rulebook, false);
    }

    /**
     * @param asHeld whether further credentials may be of any age, state less and count in part, as
     *     held ones may, and are not only what can still be earned
     */
    CompiledRulebook(Rulebook rulebook, boolean asHeld) {
        this.rulebook = rulebook;
        this.asHeld = asHeld;
        this.takes = rulebook.takes().sorted(Comparator.comparing(Take::id)).toList();
        for (var take : takes) {
            takeNumbers.put(take.id(), takeNumbers.size());
        }
        var terms = rulebook.terms();
        this.bundles = terms.bundles().stream().sorted(Comparator.comparing(Bundle::id)).toList();
        this.shares = terms.shares().stream().sorted(Comparator.comparing(Share::id)).toList();
        this.limits = rulebook.everyLimit().sorted(Comparator.comparing(Limit::id)).toList();
        this.notBoth =
                terms.notBoth().stream()
                        .map(List::copyOf)
                        .distinct()
                        .sorted(Comparator.comparing(String::valueOf))
                        .toList();
        this.namedCourses =
                Stream.concat(takes.stream().map(Take::from), limits.stream().map(Limit::where))
                        .flatMap(filter -> filter.conditions().stream())
                        .filter(condition -> condition.fact() == Fact.COURSE)
                        .flatMap(condition -> named(condition).stream())
                        .distinct()
                        .toList();
        var pairs = rulebook.pairs();
        this.firstPair = takes.size() + bundles.size();
        this.places = firstPair + pairs.size();
        this.takesOf = new long[places];
        this.shareOf = new int[places];
        for (int take = 0; take < takes.size(); take++) {
            takesOf[take] = 1L << take;
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            var both = pairs.get(pair);
            takesOf[firstPair + pair] =
                    1L << takeNumber(both.one()) | 1L << takeNumber(both.other());
            shareOf[firstPair + pair] = shares.indexOf(both.share());
        }
        this.need = figures(takes.stream().map(Take::credits), 0);
        this.coursesAtLeast =
                takes.stream().mapToInt(it -> it.courses().map(Count::number).orElse(0)).toArray();
        this.coursesAtMost =
                takes.stream()
                        .mapToInt(
                                it ->
                                        it.courses()
                                                .filter(Count::exactly)
                                                .map(Count::number)
                                                .orElse(Integer.MAX_VALUE))
                        .toArray();
        this.shareCredits = figures(shares.stream().map(Share::atMost), Integer.MAX_VALUE);
        this.shareCourses =
                shares.stream()
                        .mapToInt(it -> it.coursesAtMost().orElse(Integer.MAX_VALUE))
                        .toArray();
        this.floor = figures(limits.stream().map(Limit::atLeast), 0);
        this.cap = figures(limits.stream().map(Limit::atMost), Integer.MAX_VALUE);
        this.courseFloor = limits.stream().mapToInt(it -> it.coursesAtLeast().orElse(0)).toArray();
        this.courseCap =
                limits.stream()
                        .mapToInt(it -> it.coursesAtMost().orElse(Integer.MAX_VALUE))
                        .toArray();
        this.partialTakes = mask(takes.stream().map(Take::partial).toList());
        this.partialLimits = mask(limits.stream().map(Limit::partial).toList());
        this.courseLimits =
                mask(
                        limits.stream()
                                .map(
                                        it ->
                                                it.coursesAtLeast().isPresent()
                                                        || it.coursesAtMost().isPresent())
                                .toList());
        this.floors =
                limits.stream()
                        .anyMatch(
                                it -> it.atLeast().isPresent() || it.coursesAtLeast().isPresent());
    }

    /** The values that a condition names, be it to admit them or not. */
    static List<String> named(Condition condition) {
        return switch (condition) {
            case Condition.OneOf one -> one.values();
            case Condition.NoneOf none -> none.values();
            default -> List.of();
        };
    }

    private static int[] figures(Stream<Optional<Ects>> credits, int otherwise) {
        return credits.mapToInt(it -> it.map(Ects::hundredths).orElse(otherwise)).toArray();
    }

    /**
     * Which kinds of further credentials each place accepts on the day {@code asOf}, a bundle none;
     * empty where there are too many to be told apart.
     */
    Optional<List<List<FurtherKind>>> kinds(LocalDate asOf) {
        return known(asOf).byPlace;
    }

    /**
     * Whether nothing asks for a number of courses, and each requirement takes further credentials
     * of any size that serve every floor, touch no cap, and are no course or award that rules name:
     * so that it does not matter where further credits count.
     */
    boolean plainFurther(LocalDate asOf) {
        return known(asOf).plain;
    }

    private Kinds known(LocalDate asOf) {
        var known = kinds;
        if (!known.asOf.equals(asOf)) {
            var byPlace = new FurtherKinds(rulebook, limits, asOf, asHeld).of(filters());
            known = new Kinds(asOf, byPlace, byPlace.filter(this::arePlain).isPresent());
            kinds = known;
        }
        return known;
    }

    private boolean arePlain(List<List<FurtherKind>> byPlace) {
        if (courseLimits != 0 || takes.stream().anyMatch(take -> take.courses().isPresent())) {
            return false;
        }
        long floors = 0;
        long caps = 0;
        for (int limit = 0; limit < limits.size(); limit++) {
            floors |= floor[limit] > 0 ? 1L << limit : 0;
            caps |= cap[limit] < Integer.MAX_VALUE ? 1L << limit : 0;
        }
        long serve = floors;
        long touch = caps;
        return byPlace.subList(0, takes.size()).stream()
                .allMatch(
                        kinds ->
                                kinds.stream()
                                        .anyMatch(
                                                kind ->
                                                        !kind.isNamed()
                                                                && kind.size().isEmpty()
                                                                && (serve & ~kind.limits()) == 0
                                                                && (touch & kind.limits()) == 0));
    }

    /** What is accepted in each place; a bundle gathers no further credentials. */
    private List<Filter> filters() {
        var filters = new ArrayList<Filter>();
        for (int place = 0; place < places; place++) {
            var conditions = new ArrayList<Condition>();
            for (long rest = takesOf[place]; rest != 0; rest &= rest - 1) {
                conditions.addAll(takes.get(Long.numberOfTrailingZeros(rest)).from().conditions());
            }
            filters.add(new Filter(conditions));
        }
        return filters;
    }

    /** What requirements may lack in all so that {@code further} credits are enough, at most. */
    long lackingWith(long further) {
        long twice = 0;
        for (int share = 0; share < shareCredits.length; share++) {
            twice += Math.min(further, shareCredits[share]);
        }
        return further + Math.min(further, twice);
    }

    /** The least volume of further credits where requirements lack so much in all. */
    long further(long lacking) {
        return shares.isEmpty() ? lacking : (lacking + 1) / 2;
    }

    /** Whether both requirements of some pair are among {@code those}. */
    boolean share(long those) {
        for (int pair = firstPair; pair < places; pair++) {
            if ((takesOf[pair] & ~those) == 0) {
                return true;
            }
        }
        return false;
    }

    int takeNumber(String id) {
        return Objects.requireNonNull(takeNumbers.get(id));
    }

    /** The bundle whose credentials a place gathers, or -1. */
    int bundleOf(int place) {
        return place >= takes.size() && place < firstPair ? place - takes.size() : -1;
    }

    static long mask(List<Boolean> bits) {
        long mask = 0;
        for (int bit = 0; bit < bits.size(); bit++) {
            if (bits.get(bit)) {
                mask |= 1L << bit;
            }
        }
        return mask;
    }
}
