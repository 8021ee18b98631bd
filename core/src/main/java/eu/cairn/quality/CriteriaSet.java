package eu.cairn.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A set of criteria for short courses, under a version that is never edited once used; each
 * criterion names the standard of the ESG that it serves.
 */
public record CriteriaSet(String id, String version, List<Criterion> criteria) {

    private static final CriteriaSet SHORT_COURSES_2026 =
            new CriteriaSet("short-courses", "2026", read("criteria-short-courses-2026.tsv"));

    public CriteriaSet {
        criteria = List.copyOf(criteria);
    }

    /** Cairn's own set for short courses, for institutions that accredit themselves. */
    public static CriteriaSet shortCourses2026() {
        return SHORT_COURSES_2026;
    }

    private static List<Criterion> read(String table) {
        var resource = CriteriaSet.class.getResourceAsStream(table);
        if (resource == null) {
            throw new IllegalStateException("the table is not in the build: " + table);
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cell -> new Criterion(cell[0], cell[1], cell[2], cell[3], cell[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
