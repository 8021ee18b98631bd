package eu.cairn.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the courses on offer of one day have of each facet, in columns, in the order in which they
 * are listed: by their next start; those without one follow, the newest first.
 */
final class CatalogueRows {

    private final LocalDate day;
    private final Set<String> currencies;
    private final Placed[] placed;

    /** Of each course the first of its rows. */
    private final int[] firstRow;

    /** Of each row the first day; {@link LocalDate#MAX} without a run. */
    private final LocalDate[] starts;

    private final Map<Facet, FacetColumn> columns;

    private CatalogueRows(
            LocalDate day,
            Set<String> currencies,
            Placed[] placed,
            int[] firstRow,
            LocalDate[] starts,
            Map<Facet, FacetColumn> columns) {
        this.day = day;
        this.currencies = currencies;
        this.placed = placed;
        this.firstRow = firstRow;
        this.starts = starts;
        this.columns = columns;
    }

    /** Where a course stands in the order. */
    record Placed(LocalDate start, CatalogueFacts course) implements Comparable<Placed> {

        private static final Comparator<Placed> ORDER =
                Comparator.comparing(Placed::start)
                        .thenComparing(it -> it.course().published(), Comparator.reverseOrder())
                        .thenComparingInt(Placed::id);

        static Placed on(LocalDate day, CatalogueFacts course) {
            return new Placed(
                    course.openOn(day).stream()
                            .map(CatalogueFacts.Run::from)
                            .min(Comparator.naturalOrder())
                            .orElse(LocalDate.MAX),
                    course);
        }

        int id() {
            return course.id();
        }

        @Override
        public int compareTo(Placed other) {
            return ORDER.compare(this, other);
        }
    }

    static CatalogueRows of(Collection<CatalogueFacts> courses, LocalDate day) {
        var columns = new EnumMap<Facet, FacetColumn>(Facet.class);
        for (var facet : Facet.values()) {
            columns.put(facet, FacetColumn.EMPTY);
        }
        return new CatalogueRows(
                        day,
                        currencies(courses),
                        new Placed[0],
                        new int[] {0},
                        new LocalDate[0],
                        columns)
                .merged(courses, Set.of());
    }

    /** Whether what a price may be asked for stays the same with these courses. */
    boolean knowsCurrencies(Collection<CatalogueFacts> courses) {
        return currencies.containsAll(currencies(courses));
    }

    private static Set<String> currencies(Collection<CatalogueFacts> courses) {
        return courses.stream()
                .flatMap(course -> course.runs().stream())
                .flatMap(run -> run.price().stream())
                .map(Price::currency)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The same with other courses, of which what stands between them is taken over as it is.
     *
     * @param added new courses and those that were changed
     * @param gone numbers of entries that are no more as they are here
     */
    CatalogueRows merged(Collection<CatalogueFacts> added, Set<Integer> gone) {
        var fresh = added.stream().map(course -> Placed.on(day, course)).sorted().toList();
        var merge = new Merge();
        int next = 0;
        int from = 0;
        for (int course = 0; course < placed.length; course++) {
            boolean leaves = gone.contains(placed[course].id());
            boolean follows = next < fresh.size() && fresh.get(next).compareTo(placed[course]) < 0;
            if (leaves || follows) {
                merge.addOld(from, course);
                from = leaves ? course + 1 : course;
                while (next < fresh.size() && fresh.get(next).compareTo(placed[course]) < 0) {
                    merge.add(fresh.get(next++));
                }
            }
        }
        merge.addOld(from, placed.length);
        fresh.subList(next, fresh.size()).forEach(merge::add);
        return merge.rows();
    }

    /** New columns of parts of these and of new courses. */
    private final class Merge {

        private final FacetValues values = new FacetValues(currencies);
        private final List<Placed> courses = new ArrayList<>();
        private final List<LocalDate> days = new ArrayList<>();
        private final EnumMap<Facet, FacetColumn.Builder> built = new EnumMap<>(Facet.class);
        private int[] first = new int[placed.length + 16];

        Merge() {
            columns.forEach((facet, column) -> built.put(facet, new FacetColumn.Builder(column)));
        }

        void addOld(int from, int to) {
            int moved = days.size() - firstRow[from];
            for (int course = from; course < to; course++) {
                begin(placed[course], firstRow[course] + moved);
            }
            days.addAll(Arrays.asList(starts).subList(firstRow[from], firstRow[to]));
            built.forEach(
                    (facet, column) -> {
                        if (facet.isOfRun()) {
                            column.addOld(firstRow[from], firstRow[to]);
                        } else {
                            column.addOld(from, to);
                        }
                    });
        }

        void add(Placed course) {
            begin(course, days.size());
            var open = course.course().openOn(day);
            if (open.isEmpty()) {
                addRow(Optional.empty());
            }
            open.forEach(run -> addRow(Optional.of(run)));
            built.forEach(
                    (facet, column) -> {
                        if (!facet.isOfRun()) {
                            column.add(FacetValues.of(facet, course.course()));
                        }
                    });
        }

        private void addRow(Optional<CatalogueFacts.Run> run) {
            days.add(run.map(CatalogueFacts.Run::from).orElse(LocalDate.MAX));
            built.forEach(
                    (facet, column) -> {
                        if (facet.isOfRun()) {
                            column.add(values.of(facet, run));
                        }
                    });
        }

        private void begin(Placed course, int row) {
            if (courses.size() + 1 >= first.length) {
                first = Arrays.copyOf(first, 2 * first.length);
            }
            first[courses.size()] = row;
            courses.add(course);
        }

        CatalogueRows rows() {
            first[courses.size()] = days.size();
            var all = new EnumMap<Facet, FacetColumn>(Facet.class);
            built.forEach((facet, column) -> all.put(facet, column.build()));
            return new CatalogueRows(
                    day,
                    currencies,
                    courses.toArray(Placed[]::new),
                    Arrays.copyOf(first, courses.size() + 1),
                    days.toArray(LocalDate[]::new),
                    all);
        }
    }

    int courses() {
        return placed.length;
    }

    /** The number of the entry of a course. */
    int entry(int course) {
        return placed[course].id();
    }

    /**
     * The first row of a course; a row is a run that can be joined, or stands for a course without
     * any. Those of the last course end where the one after it would begin.
     */
    int firstRow(int course) {
        return firstRow[course];
    }

    /** The first day of a run; {@link LocalDate#MAX} where there is none. */
    LocalDate start(int row) {
        return starts[row];
    }

    FacetColumn column(Facet facet) {
        return Objects.requireNonNull(columns.get(facet));
    }
}
