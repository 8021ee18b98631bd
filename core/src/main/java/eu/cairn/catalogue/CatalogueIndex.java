package eu.cairn.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything on offer on one day, made ready to be narrowed down and counted: one pass over the
 * courses answers a question with the counts of all facets.
 */
public final class CatalogueIndex {

    private static final int NOTHING = -1;
    private static final int MORE = -2;

    private final CatalogueRows rows;
    private final int[] positions;

    private CatalogueIndex(CatalogueRows rows) {
        this.rows = rows;
        int highest = 0;
        for (int course = 0; course < rows.courses(); course++) {
            highest = Math.max(highest, rows.entry(course));
        }
        this.positions = new int[highest + 1];
        Arrays.fill(positions, -1);
        for (int course = 0; course < rows.courses(); course++) {
            positions[rows.entry(course)] = course;
        }
    }

    /** The index of these courses, whose entries have different numbers, on {@code day}. */
    public static CatalogueIndex of(Collection<CatalogueFacts> courses, LocalDate day) {
        return new CatalogueIndex(CatalogueRows.of(courses, day));
    }

    /**
     * The index as it is after a change, of the same day, made faster than anew; empty if it has to
     * be made anew, because a currency was not there before.
     *
     * @param courses that are new or have changed
     * @param gone numbers of entries that are off the catalogue
     */
    public Optional<CatalogueIndex> with(Collection<CatalogueFacts> courses, Set<Integer> gone) {
        if (!rows.knowsCurrencies(courses)) {
            return Optional.empty();
        }
        var other = new HashSet<>(gone);
        courses.forEach(course -> other.add(course.id()));
        return Optional.of(new CatalogueIndex(rows.merged(courses, other)));
    }

    /** How many courses are on offer. */
    public int size() {
        return rows.courses();
    }

    /**
     * What was found.
     *
     * @param total how many courses are as asked for
     * @param entries the numbers of the entries of one page
     * @param counts for each facet and value how many courses there would be if the value were
     *     chosen alone, by what is chosen of the other facets
     * @param without for each facet that is asked for how many there would be without it
     */
    public record Found(
            int total,
            List<Integer> entries,
            Map<Facet, Map<String, Integer>> counts,
            Map<Facet, Integer> without) {}

    /**
     * Which courses of a text search are found, and which of them have its words in their titles.
     *
     * @param all numbers of entries
     * @param titled those that come first
     */
    public record Matches(BitSet all, BitSet titled) {}

    /**
     * Narrows down.
     *
     * @param matches what a search for words found; empty where there were no words
     * @param skip how many courses stand on the pages before
     * @param most how many stand on a page
     */
    public Found find(CatalogueQuestion question, Optional<Matches> matches, int skip, int most) {
        var pass = new Pass(question);
        var first = new ArrayList<Integer>();
        if (matches.isEmpty()) {
            for (int course = 0; course < rows.courses(); course++) {
                pass.look(course, skip, most, first);
            }
            return pass.found(first);
        }
        boolean[] titled = marked(matches.get().titled());
        boolean[] all = marked(matches.get().all());
        for (int course = 0; course < rows.courses(); course++) {
            if (titled[course]) {
                pass.look(course, skip, most, first);
            }
        }
        for (int course = 0; course < rows.courses(); course++) {
            if (all[course] && !titled[course]) {
                pass.look(course, skip, most, first);
            }
        }
        return pass.found(first);
    }

    private boolean[] marked(BitSet entries) {
        var marked = new boolean[rows.courses()];
        for (int entry = entries.nextSetBit(0);
                entry >= 0 && entry < positions.length;
                entry = entries.nextSetBit(entry + 1)) {
            if (positions[entry] >= 0) {
                marked[positions[entry]] = true;
            }
        }
        return marked;
    }

    /** One facet in a pass: what is wanted of it, and what is counted. */
    private final class Side {

        private final Facet facet;
        private final boolean ofRun;
        private final FacetColumn column;
        private final FacetColumn.Tally tally;
        private final boolean chosen;
        private final boolean[] wanted;
        private boolean missedHere;
        private int without;

        Side(Facet facet, CatalogueQuestion question) {
            this.facet = facet;
            this.ofRun = facet.isOfRun();
            this.column = rows.column(facet);
            this.tally = column.new Tally();
            this.chosen = !question.of(facet).isEmpty();
            this.wanted = column.wanted(question.of(facet));
        }

        boolean meets(CatalogueQuestion question, int course, int row) {
            if (facet == Facet.START && !question.admitsStart(rows.start(row))) {
                return false;
            }
            return !chosen || column.hasAny(ofRun ? row : course, wanted);
        }

        void count(int course, int row) {
            tally.count(ofRun ? row : course, course);
        }
    }

    /** One pass over the courses. */
    private final class Pass {

        private final CatalogueQuestion question;
        private final List<Side> sides;
        private final Side[] asked;
        private int total;

        Pass(CatalogueQuestion question) {
            this.question = question;
            this.sides = Arrays.stream(Facet.values()).map(it -> new Side(it, question)).toList();
            this.asked =
                    sides.stream()
                            .filter(side -> question.asksFor(side.facet))
                            .toArray(Side[]::new);
        }

        void look(int course, int skip, int most, List<Integer> page) {
            boolean hit = false;
            for (int row = rows.firstRow(course); row < rows.firstRow(course + 1); row++) {
                int missed = missed(course, row);
                if (missed == NOTHING) {
                    count(course, row, hit);
                    hit = true;
                } else if (missed != MORE) {
                    asked[missed].count(course, row);
                    asked[missed].missedHere = true;
                }
            }
            if (hit) {
                if (total >= skip && page.size() < most) {
                    page.add(rows.entry(course));
                }
                total++;
            }
            for (var side : asked) {
                if (hit || side.missedHere) {
                    side.without++;
                }
                side.missedHere = false;
            }
        }

        /** The one of the facets asked for that a run of a course does not meet. */
        private int missed(int course, int row) {
            int missed = NOTHING;
            for (int i = 0; i < asked.length; i++) {
                if (!asked[i].meets(question, course, row)) {
                    if (missed != NOTHING) {
                        return MORE;
                    }
                    missed = i;
                }
            }
            return missed;
        }

        private void count(int course, int row, boolean again) {
            for (var side : sides) {
                if (side.ofRun || !again) {
                    side.count(course, row);
                }
            }
        }

        Found found(List<Integer> page) {
            var counts = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
            sides.forEach(side -> counts.put(side.facet, side.tally.result()));
            var without = new EnumMap<Facet, Integer>(Facet.class);
            for (var side : asked) {
                without.put(side.facet, side.without);
            }
            return new Found(total, List.copyOf(page), counts, without);
        }
    }
}
