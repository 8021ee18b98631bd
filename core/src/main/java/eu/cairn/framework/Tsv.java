package eu.cairn.framework;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the reference tables that lie beside this package: one header line, tabs, no quoting. The
 * column {@code source} names documents and registers, for readers; {@code provenance} and {@code
 * note} keep how a row was come by and are shown to nobody.
 */
final class Tsv {

    private Tsv() {}

    /** The rows of the table {@code name}, each as column to cell; an empty cell is "". */
    static List<Map<String, String>> rows(String name) {
        var resource = Tsv.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("the table is not in the build: " + name);
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            var header = lines.readLine();
            if (header == null) {
                throw new IllegalStateException("the table is empty: " + name);
            }
            var columns = header.split("\t", -1);
            var rows = new ArrayList<Map<String, String>>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split("\t", -1);
                var row = HashMap.<String, String>newHashMap(columns.length);
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], i < cells.length ? cells[i] : "");
                }
                rows.add(Collections.unmodifiableMap(row));
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cell of {@code column}; a column that the table lacks is a fault of the build. */
    static String cell(Map<String, String> row, String column) {
        var cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("the table has no column " + column);
        }
        return cell;
    }
}
