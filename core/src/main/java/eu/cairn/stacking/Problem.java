package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A rulebook and a portfolio as the search sees them: of the credentials those that have a place,
 * and the blocks that bundles could make of them, in an order that does not depend on the input.
 */
final class Problem {

    /**
     * A credential that may count, or a block: where, how much, and which limits it touches.
     *
     * @param places as bits; a place in a pair needs both requirements to be asked
     * @param pinnedTo the places of which the learner wants one, as bits; none if it is free
     * @param block the number of the block among those of its bundle, from 1; 0 for a credential
     * @param bundle the bundle whose block it is, or -1
     */
    record Item(
            HeldCredential facts,
            int credits,
            long places,
            long limits,
            List<Integer> exclusions,
            long pinnedTo,
            int bundle,
            int block) {

        /** Whether the learner wants it to count. */
        boolean pinned() {
            return pinnedTo != 0;
        }

        /** The day of the award; long ago where it is not stated. */
        LocalDate awarded() {
            return facts.awarded().orElse(LocalDate.MIN);
        }

        /** Whether exchanging this item for {@code other} would change nothing. */
        boolean like(Item other) {
            return credits == other.credits
                    && places == other.places
                    && limits == other.limits
                    && bundle == other.bundle
                    && !pinned()
                    && !other.pinned()
                    && exclusions.equals(other.exclusions);
        }
    }

    final CompiledRulebook rules;
    final Portfolio portfolio;
    final List<HeldCredential> entering;
    final Set<String> coursesHeld;
    final List<Item> items;

    /** The same figures of each item, for the loops of the search. */
    final int[] credits;

    final long[] places;
    final long[] limits;

    /** The items that are blocks come to be with their bundle only. */
    final boolean hasBlocks;

    /** For each item the last one before it that is like it, or -1. */
    final int[] likeBefore;

    /** How many exclusions there are: sets of which one item at most is counted. */
    final int exclusions;

    /** The exclusions that name courses, by number; further ones are about two credentials. */
    final List<List<String>> courseExclusions;

    Problem(CompiledRulebook rules, Portfolio portfolio) {
        this.rules = rules;
        this.portfolio = portfolio;
        this.entering = rules.rulebook.entering(portfolio);
        this.coursesHeld = rules.rulebook.coursesHeld(entering, portfolio.asOf());
        this.courseExclusions = courseExclusions();
        var awards = spentOnHeldAwards();
        this.exclusions = courseExclusions.size() + awards.size();
        this.items = items(awards);
        this.likeBefore = likeBefore(items);
        this.credits = items.stream().mapToInt(Item::credits).toArray();
        this.places = items.stream().mapToLong(Item::places).toArray();
        this.limits = items.stream().mapToLong(Item::limits).toArray();
        this.hasBlocks = items.stream().anyMatch(item -> item.block > 0);
    }

    private Problem(Problem whole, List<Item> items) {
        this.rules = whole.rules;
        this.portfolio = whole.portfolio;
        this.entering = whole.entering;
        this.coursesHeld = whole.coursesHeld;
        this.courseExclusions = whole.courseExclusions;
        this.exclusions = whole.exclusions;
        this.items = items;
        this.likeBefore = likeBefore(items);
        this.credits = items.stream().mapToInt(Item::credits).toArray();
        this.places = items.stream().mapToLong(Item::places).toArray();
        this.limits = items.stream().mapToLong(Item::limits).toArray();
        this.hasBlocks = items.stream().anyMatch(item -> item.block > 0);
    }

    /** The same problem with those credentials only that were awarded between two days. */
    Problem between(LocalDate first, LocalDate last) {
        var kept =
                items.stream()
                        .filter(
                                item ->
                                        item.block > 0
                                                || item.facts.awarded().stream()
                                                        .anyMatch(
                                                                day ->
                                                                        !day.isBefore(first)
                                                                                && !day.isAfter(
                                                                                        last)))
                        .toList();
        return new Problem(this, kept);
    }

    /** How many credentials have to count because the learner wants it. */
    long pinned() {
        return items.stream().filter(Item::pinned).count();
    }

    LocalDate asOf() {
        return portfolio.asOf();
    }

    /** Which kinds of further credentials each place accepts; too many are no budget's. */
    List<List<FurtherKind>> kinds(Budget budget) throws BudgetSpent {
        return rules.kinds(asOf()).orElseThrow(budget::exhausted);
    }

    /** Whether {@code item} may count in part when it is in {@code place}. */
    boolean divisible(int item, int place) {
        return (rules.takesOf[place] & rules.partialTakes) != 0
                || (limits[item] & rules.partialLimits) != 0;
    }

    /** The sets of courses of which one at most is counted that {@code course} belongs to. */
    List<Integer> exclusionsOf(Optional<String> course) {
        var numbers = new ArrayList<Integer>();
        for (int number = 0; course.isPresent() && number < courseExclusions.size(); number++) {
            if (courseExclusions.get(number).contains(course.get())) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /**
     * Every course that could be counted twice, by another credential that is held or by a further
     * one, and the sets of {@code notBoth}.
     */
    private List<List<String>> courseExclusions() {
        var seen = new TreeMap<String, Integer>();
        for (var credential : entering) {
            credential.course().ifPresent(course -> seen.merge(course, 1, Integer::sum));
        }
        rules.namedCourses.forEach(course -> seen.computeIfPresent(course, (it, times) -> 2));
        for (var bundle : rules.bundles) {
            bundle.countsAs().course().ifPresent(course -> seen.put(course, 2));
        }
        var all = new ArrayList<List<String>>();
        seen.forEach(
                (course, times) -> {
                    if (times > 1) {
                        all.add(List.of(course));
                    }
                });
        all.addAll(rules.notBoth);
        return List.copyOf(all);
    }

    /** A credential that was spent on an award, with that award where it is held as well. */
    private List<Set<String>> spentOnHeldAwards() {
        var byAward = new HashMap<String, List<String>>();
        for (var credential : entering) {
            credential
                    .award()
                    .ifPresent(
                            award ->
                                    byAward.computeIfAbsent(award, it -> new ArrayList<>())
                                            .add(credential.id()));
        }
        var pairs = new ArrayList<Set<String>>();
        for (var credential : entering) {
            for (var award : credential.values(Fact.SPENT)) {
                for (var other : byAward.getOrDefault(award, List.of())) {
                    if (!other.equals(credential.id())) {
                        pairs.add(Set.of(credential.id(), other));
                    }
                }
            }
        }
        return pairs;
    }

    private List<Item> items(List<Set<String>> awards) {
        var found = new ArrayList<Item>();
        var inBundle = new int[rules.bundles.size()];
        var wishes = new Wishes(rules, portfolio.wishes());
        for (var facts : entering) {
            if (rules.rulebook.refuses(facts, coursesHeld, asOf()).isPresent()) {
                continue;
            }
            long accepted = placesOf(facts);
            long pinned = wishes.pinned(facts.id(), accepted);
            long places = wishes.admitted(facts.id(), accepted);
            if (places == 0) {
                continue;
            }
            for (int bundle = 0; bundle < inBundle.length; bundle++) {
                inBundle[bundle] += (places >> (rules.takes.size() + bundle) & 1) != 0 ? 1 : 0;
            }
            var excluded = new ArrayList<>(exclusionsOf(facts.course()));
            for (int pair = 0; pair < awards.size(); pair++) {
                if (awards.get(pair).contains(facts.id())) {
                    excluded.add(courseExclusions.size() + pair);
                }
            }
            found.add(item(facts, places, excluded, pinned, -1, 0));
        }
        for (int bundle = 0; bundle < inBundle.length; bundle++) {
            var rule = rules.bundles.get(bundle);
            for (int block = 1; block <= inBundle[bundle] / rule.of(); block++) {
                var facts = rule.block(block);
                long places = placesOf(facts) & ~bundlePlaces();
                if (places != 0) {
                    found.add(item(facts, places, exclusionsOf(facts.course()), 0, bundle, block));
                }
            }
        }
        found.sort(
                Comparator.<Item>comparingInt(item -> Long.bitCount(item.places))
                        .thenComparingInt(item -> -item.credits)
                        .thenComparing(Item::awarded, Comparator.reverseOrder())
                        .thenComparing(item -> item.facts.id()));
        return List.copyOf(found);
    }

    private Item item(
            HeldCredential facts,
            long places,
            List<Integer> excluded,
            long pinned,
            int bundle,
            int block) {
        long touched = 0;
        for (int limit = 0; limit < rules.limits.size(); limit++) {
            if (rules.limits.get(limit).where().matches(facts, asOf())) {
                touched |= 1L << limit;
            }
        }
        return new Item(
                facts,
                facts.credits().hundredths(),
                places,
                touched,
                excluded,
                pinned,
                bundle,
                block);
    }

    private long bundlePlaces() {
        return (1L << rules.firstPair) - (1L << rules.takes.size());
    }

    /** The places whose requirements, or whose bundle, accept a credential of these facts. */
    private long placesOf(HeldCredential facts) {
        long places = 0;
        for (int take = 0; take < rules.takes.size(); take++) {
            if (rules.takes.get(take).from().matches(facts, asOf())) {
                places |= 1L << take;
            }
        }
        for (int bundle = 0; bundle < rules.bundles.size(); bundle++) {
            if (rules.bundles.get(bundle).each().matches(facts, asOf())
                    && !rules.rulebook.terms().spending().caps(facts)) {
                places |= 1L << (rules.takes.size() + bundle);
            }
        }
        for (int place = rules.firstPair; place < rules.places; place++) {
            if ((rules.takesOf[place] & ~places) == 0) {
                places |= 1L << place;
            }
        }
        return places;
    }

    private static int[] likeBefore(List<Item> items) {
        var like = new int[items.size()];
        for (int item = 0; item < like.length; item++) {
            like[item] = item - 1;
            while (like[item] >= 0 && !items.get(like[item]).like(items.get(item))) {
                like[item]--;
            }
        }
        return like;
    }

    /** The days of award of what may count, each once, the earliest first. */
    List<LocalDate> awardDays() {
        return items.stream()
                .flatMap(item -> item.facts.awarded().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What the learner wants, as places. */
    private static final class Wishes {

        private final CompiledRulebook rules;
        private final Map<String, Long> pinned = new HashMap<>();
        private final Map<String, Long> barred = new HashMap<>();

        Wishes(CompiledRulebook rules, List<Wish> wishes) {
            this.rules = rules;
            for (var wish : wishes) {
                long places = wish.requirement().map(id -> placesBelow(rules, id)).orElse(-1L);
                (wish.counts() ? pinned : barred)
                        .merge(wish.credentialId(), places, (one, other) -> one | other);
            }
        }

        private static long placesBelow(CompiledRulebook rules, String requirement) {
            var below = new HashSet<String>();
            rules.rulebook
                    .everyRequirement()
                    .filter(each -> each.id().equals(requirement))
                    .flatMap(Requirement::stream)
                    .forEach(each -> below.add(each.id()));
            long takes = 0;
            for (int take = 0; take < rules.takes.size(); take++) {
                takes |= below.contains(rules.takes.get(take).id()) ? 1L << take : 0;
            }
            long places = takes;
            for (int place = rules.firstPair; place < rules.places; place++) {
                places |= (rules.takesOf[place] & takes) != 0 ? 1L << place : 0;
            }
            return places;
        }

        /** Where a credential has to count; a pin to what does not accept it is in vain. */
        long pinned(String credential, long accepted) {
            return left(credential, accepted) & pinned.getOrDefault(credential, 0L);
        }

        /** Where it may count: with a pin there, and in what shares with it. */
        long admitted(String credential, long accepted) {
            long places = pinned(credential, accepted);
            for (long pairs = places >> rules.firstPair; pairs != 0; pairs &= pairs - 1) {
                places |= rules.takesOf[rules.firstPair + Long.numberOfTrailingZeros(pairs)];
            }
            return places == 0 ? left(credential, accepted) : places;
        }

        private long left(String credential, long accepted) {
            return accepted & ~barred.getOrDefault(credential, 0L);
        }
    }

    /** The greatest amount in which all figures are whole multiples, at least 1. */
    int unit() {
        int unit = 0;
        for (var item : items) {
            unit = gcd(unit, item.credits);
        }
        for (int need : rules.need) {
            unit = gcd(unit, need);
        }
        return Math.max(1, unit);
    }

    private static int gcd(int one, int other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    static Ects ects(long hundredths) {
        return new Ects(Math.toIntExact(hundredths));
    }

    /** Nothing is placed. */
    int[] nowhere() {
        var places = new int[items.size()];
        Arrays.fill(places, Placement.UNUSED);
        return places;
    }
}
