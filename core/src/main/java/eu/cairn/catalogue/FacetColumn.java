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

    private final String[] values;
    private final int[] starts;
    private final int[] codes;

    private FacetColumn(String[] values, int[] starts, int[] codes) {
        this.values = values;
        this.starts = starts;
        this.codes = codes;
    }

    static FacetColumn of(List<List<String>> rows) {
        var numbers = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        var starts = new int[rows.size() + 1];
        var codes = new int[rows.stream().mapToInt(List::size).sum()];
        int next = 0;
        for (int row = 0; row < rows.size(); row++) {
            starts[row] = next;
            for (var value : rows.get(row)) {
                var number = numbers.get(value);
                if (number == null) {
                    number = names.size();
                    numbers.put(value, number);
                    names.add(value);
                }
                codes[next++] = number;
            }
        }
        starts[rows.size()] = next;
        return new FacetColumn(names.toArray(String[]::new), starts, codes);
    }

    /** Which of the values are wanted. */
    boolean[] wanted(Set<String> chosen) {
        var wanted = new boolean[values.length];
        for (int code = 0; code < values.length; code++) {
            wanted[code] = chosen.contains(values[code]);
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

        private final int[] counts = new int[values.length];
        private final int[] last = new int[values.length];

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
                    result.put(values[code], counts[code]);
                }
            }
            return result;
        }
    }
}
