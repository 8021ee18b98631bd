package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.LowerBound;
import eu.cairn.stacking.Audit.Measure;
import eu.cairn.stacking.Problem.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What courses have to add at least, whatever counts where: for sets of requirements and for floors
 * what they need beyond all that is held, and the lowest cost at which the courses from some number
 * on can add it. Cheap to follow along a search, and never more than is really needed.
 *
 * <p>Rulebooks with bundles have no covers, as small credentials together count more than alone.
 */
final class Covers {

    static final long NEVER = Long.MAX_VALUE;

    private static final int MOST_TAKES_FOR_ALL_SETS = 8;
    private static final long MOST_CELLS = 1_500_000;

    /**
     * So much is needed of courses of which each adds its amount.
     *
     * @param takes the requirements that need it, as bits; none for a floor
     */
    private record Cover(long takes, long needed, List<Integer> amounts) {}

    private final int[][] amounts;
    private final int[] open;

    private final List<Table> lowest;

    /** Covers of disjoint sets of requirements: their costs add up, as a course counts once. */
    private final int[][] partitions;

    /**
     * @param learner what is held
     * @param offers that can be taken, all over on {@code day}
     * @param costs of the offers
     * @param missing what the audit of today misses, in credits
     */
    static Covers of(
            Rulebook rulebook,
            Prospect learner,
            List<Offer> offers,
            LocalDate day,
            long[] costs,
            Optional<Ects> missing) {
        var terms = rulebook.terms();
        boolean pinnedShares =
                !terms.shares().isEmpty()
                        && learner.today().wishes().stream().anyMatch(Wish::counts);
        if (!terms.bundles().isEmpty() || pinnedShares) {
            return new Covers(List.of(), costs, 0);
        }
        var rules = new CompiledRulebook(relaxed(rulebook));
        var items = new HashMap<String, Item>();
        for (var item : new Problem(rules, learner.with(offers, day)).items) {
            items.put(item.facts().id(), item);
        }
        var courses =
                offers.stream()
                        .map(it -> Optional.ofNullable(items.get(learner.credentialId(it))))
                        .toList();
        var held = new Problem(rules, learner.with(List.of(), day));
        var found = new LinkedHashMap<Key, Cover>();
        boolean plain =
                terms.shares().isEmpty()
                        && terms.within().isEmpty()
                        && terms.prerequisites().isEmpty()
                        && rulebook.everyLimit().noneMatch(Covers::asksForAge);
        if (plain && missing.isPresent()) {
            var credits = offers.stream().map(it -> it.credits().hundredths()).toList();
            keep(found, new Cover(0, missing.get().hundredths(), credits));
        }
        var bounds = new LowerBounds(held);
        for (var measure : Measure.values()) {
            for (long takes : sets(rules)) {
                int times = terms.shares().isEmpty() ? 1 : 2;
                var adds = amounts(courses, measure, it -> (it.places() & takes) != 0, times);
                keep(found, cover(takes, bounds.cut(measure, takes), adds));
            }
            for (int limit = 0; limit < rules.limits.size(); limit++) {
                int number = limit;
                var adds = amounts(courses, measure, it -> (it.limits() >> number & 1) != 0, 1);
                keep(found, cover(0, bounds.floor(measure, limit), adds));
            }
        }
        return new Covers(
                List.copyOf(found.values()),
                costs,
                terms.shares().isEmpty() ? rules.takes.size() : 0);
    }

    /** Whether fewer credentials are under this limit as time goes by. */
    private static boolean asksForAge(Limit limit) {
        return limit.where().conditions().stream().anyMatch(Condition.MaxAge.class::isInstance);
    }

    private static Cover cover(long takes, LowerBound bound, List<Integer> adds) {
        return new Cover(takes, bound.missing(), adds);
    }

    private record Key(long takes, List<Integer> amounts) {}

    private static void keep(Map<Key, Cover> found, Cover cover) {
        if (cover.needed > 0) {
            found.merge(
                    new Key(cover.takes, cover.amounts),
                    cover,
                    (one, other) -> one.needed >= other.needed ? one : other);
        }
    }

    private interface Touches {
        boolean of(Item item);
    }

    private static List<Integer> amounts(
            List<Optional<Item>> courses, Measure measure, Touches touches, int times) {
        var adds = new ArrayList<Integer>();
        for (var item : courses) {
            boolean counts = item.isPresent() && touches.of(item.get());
            int amount = measure == Measure.CREDITS ? item.map(Item::credits).orElse(0) : 1;
            adds.add(counts ? amount * times : 0);
        }
        return adds;
    }

    /** Sets of requirements that may need more than there is, as bits. */
    private static Iterable<Long> sets(CompiledRulebook rules) {
        var sets = new LinkedHashSet<Long>();
        long all = (1L << rules.takes.size()) - 1;
        sets.add(all);
        for (var requirement : rules.rulebook.requirements()) {
            long below = 0;
            for (var each : requirement.stream().toList()) {
                below |= each instanceof Requirement.Take ? 1L << rules.takeNumber(each.id()) : 0;
            }
            sets.add(below);
        }
        for (int take = 0; take < rules.takes.size(); take++) {
            sets.add(1L << take);
        }
        if (rules.takes.size() <= MOST_TAKES_FOR_ALL_SETS) {
            for (long set = 1; set <= all; set++) {
                sets.add(set);
            }
        } else {
            for (int one = 0; one < rules.takes.size(); one++) {
                for (int other = 0; other < one; other++) {
                    sets.add(1L << one | 1L << other);
                }
            }
        }
        return sets;
    }

    /** The same without what holding more could change: prerequisites, and a window of time. */
    private static Rulebook relaxed(Rulebook rulebook) {
        var terms = rulebook.terms();
        return rulebook.with(
                rulebook.requirements(),
                rulebook.limits(),
                rulebook.total(),
                new Terms(
                        terms.notBoth(),
                        terms.shares(),
                        terms.bundles(),
                        terms.spending(),
                        List.of(),
                        terms.substitutes(),
                        Optional.empty(),
                        terms.prefer()));
    }

    /** A cover in its own unit, with the lowest costs of it. */
    private record Figures(Cover cover, List<Integer> amounts, int needed, Table table) {
        long atFirst() {
            return table.lowest(0, needed);
        }
    }

    /** By first course and what is open: the lowest cost. */
    private static final class Table {
        private final long[][] costs;

        Table(long[][] costs) {
            this.costs = costs;
        }

        long lowest(int next, int open) {
            return costs[next][open];
        }
    }

    private Covers(List<Cover> covers, long[] costs, int takes) {
        var figures = new ArrayList<Figures>();
        long cells = 0;
        for (var cover : covers) {
            int unit = Math.max(1, cover.amounts.stream().reduce(0, Covers::divisor));
            long needed = (cover.needed + unit - 1) / unit;
            cells += (needed + 1) * (costs.length + 1);
            if (cells > MOST_CELLS) {
                break;
            }
            var amounts = cover.amounts.stream().map(it -> it / unit).toList();
            int least = Math.toIntExact(needed);
            figures.add(
                    new Figures(cover, amounts, least, new Table(table(amounts, least, costs))));
        }
        boolean parted = takes > 0 && takes <= MOST_TAKES_FOR_ALL_SETS;
        List<Long> parts = List.of();
        if (parted) {
            var highest = new HashMap<Long, Long>();
            figures.forEach(it -> highest.merge(it.cover.takes, it.atFirst(), Math::max));
            var partition = Partition.of(highest, takes);
            parts = partition.sets();
            figures.removeIf(
                    it ->
                            Long.bitCount(it.cover.takes) > 1
                                    && !partition.telling().contains(it.cover.takes));
        }
        this.amounts =
                figures.stream()
                        .map(it -> it.amounts.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
        this.open = figures.stream().mapToInt(Figures::needed).toArray();
        this.lowest = figures.stream().map(Figures::table).toList();
        this.partitions =
                new int[][] {
                    takes > 0 ? covers(figures, singles(takes)) : new int[0], covers(figures, parts)
                };
    }

    private static List<Long> singles(int takes) {
        return LongStream.range(0, takes).map(take -> 1L << take).boxed().toList();
    }

    /** For each of these sets the cover that costs most, where there is one. */
    private static int[] covers(List<Figures> figures, List<Long> sets) {
        return sets.stream()
                .flatMap(
                        set ->
                                IntStream.range(0, figures.size())
                                        .filter(it -> figures.get(it).cover.takes == set)
                                        .boxed()
                                        .max(
                                                Comparator.comparingLong(
                                                        it -> figures.get(it).atFirst()))
                                        .stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private long lowest(int cover, int next) {
        return lowest.get(cover).lowest(next, Math.max(0, open[cover]));
    }

    private static int divisor(int one, int other) {
        return other == 0 ? one : divisor(other, one % other);
    }

    private static long[][] table(List<Integer> adds, int needed, long[] costs) {
        var table = new long[adds.size() + 1][needed + 1];
        Arrays.fill(table[adds.size()], NEVER);
        table[adds.size()][0] = 0;
        for (int first = adds.size() - 1; first >= 0; first--) {
            for (int rest = 0; rest <= needed; rest++) {
                long without = table[first + 1][rest];
                long with = table[first + 1][Math.max(0, rest - adds.get(first))];
                boolean never = with == NEVER;
                table[first][rest] = never ? without : Math.min(without, with + costs[first]);
            }
        }
        return table;
    }

    void take(int offer) {
        for (int cover = 0; cover < open.length; cover++) {
            open[cover] -= amounts[cover][offer];
        }
    }

    void leave(int offer) {
        for (int cover = 0; cover < open.length; cover++) {
            open[cover] += amounts[cover][offer];
        }
    }

    /** Whether what was taken may be enough. */
    boolean met() {
        for (int needed : open) {
            if (needed > 0) {
                return false;
            }
        }
        return true;
    }

    /** The lowest cost of what is open with courses from {@code next} on, or {@link #NEVER}. */
    long lowest(int next) {
        long most = 0;
        for (int cover = 0; cover < open.length; cover++) {
            most = Math.max(most, lowest(cover, next));
        }
        for (var partition : partitions) {
            long all = 0;
            for (int cover : partition) {
                all = Partition.sum(all, lowest(cover, next));
            }
            most = Math.max(most, all);
        }
        return most;
    }

    int size() {
        return open.length;
    }
}
