package eu.cairn.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of one facet for a row of courses or runs, as numbers. */
final class FacetColumn {

    static final FacetColumn EMPTY =
            new FacetColumn(List.of(), Map.of(), new int[] {0}, new int[0]);

    private final List<String> values;
    private final Map<String, Integer> numbers;
    private final int[] starts;
    private final int[] codes;

    private FacetColumn(
            List<String> values, Map<String, Integer> numbers, int[] starts, int[] codes) {
        this.values = values;
        this.numbers = numbers;
        this.starts = starts;
        this.codes = codes;
    }

    /** Makes a column of rows of another one and of new ones. */
    static final class Builder {

        private final FacetColumn old;
        private List<String> values;
        private Map<String, Integer> numbers;
        private int[] starts;
        private int[] codes;
        private int rows;
        private int filled;

        Builder(FacetColumn old) {
            this.old = old;
            this.values = old.values;
            this.numbers = old.numbers;
            this.starts = new int[old.starts.length + 16];
            this.codes = new int[old.codes.length + 16];
        }

        /** Adds the rows of the old column from one to another, which is left out. */
        void addOld(int from, int to) {
            int codesFrom = old.starts[from];
            int codesTo = old.starts[to];
            makeRoom(to - from, codesTo - codesFrom);
            for (int row = from; row < to; row++) {
                starts[rows++] = old.starts[row] - codesFrom + filled;
            }
            System.arraycopy(old.codes, codesFrom, codes, filled, codesTo - codesFrom);
            filled += codesTo - codesFrom;
        }

        void add(List<String> row) {
            makeRoom(1, row.size());
            starts[rows++] = filled;
            for (var value : row) {
                codes[filled++] = number(value);
            }
        }

        private int number(String value) {
            var known = numbers.get(value);
            if (known != null) {
                return known;
            }
            if (values.size() == old.values.size()) {
                values = new ArrayList<>(values);
                numbers = new HashMap<>(numbers);
            }
            numbers.put(value, values.size());
            values.add(value);
            return values.size() - 1;
        }

        private void makeRoom(int moreRows, int moreCodes) {
            if (rows + moreRows >= starts.length) {
                starts = Arrays.copyOf(starts, 2 * (rows + moreRows));
            }
            if (filled + moreCodes > codes.length) {
                codes = Arrays.copyOf(codes, 2 * (filled + moreCodes));
            }
        }

        FacetColumn build() {
            starts[rows] = filled;
            return new FacetColumn(
                    values, numbers, Arrays.copyOf(starts, rows + 1), Arrays.copyOf(codes, filled));
        }
    }

    /** Which of the values are wanted. */
    boolean[] wanted(Set<String> chosen) {
        var wanted = new boolean[values.size()];
        for (var value : chosen) {
            var number = numbers.get(value);
            if (number != null) {
                wanted[number] = true;
            }
        }
        return wanted;
    }

    boolean hasAny(int row, boolean[] wanted) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            if (wanted[codes[i]]) {
                return true;
            }
        }
        return false;
    }

    /** Counts how many courses have each value: a course with many runs once. */
    final class Tally {

        private final int[] counts = new int[values.size()];
        private final int[] last = new int[values.size()];

        Tally() {
            Arrays.fill(last, -1);
        }

        void count(int row, int course) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                int code = codes[i];
                if (last[code] != course) {
                    last[code] = course;
                    counts[code]++;
                }
            }
        }

        Map<String, Integer> result() {
            var result = new LinkedHashMap<String, Integer>();
            for (int code = 0; code < counts.length; code++) {
                if (counts[code] > 0) {
                    result.put(values.get(code), counts[code]);
                }
            }
            return result;
        }
    }
}
