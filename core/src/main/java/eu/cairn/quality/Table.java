package eu.cairn.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables that lie beside this package: one header line, tabs, no quoting. */
final class Table {

    private Table() {}

    /** The rows below the header, each with its cells. */
    static List<List<String>> rows(String name) {
        var resource = Table.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("the table is not in the build: " + name);
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> List.of(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
