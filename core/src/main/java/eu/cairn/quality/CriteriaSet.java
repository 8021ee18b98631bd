package eu.cairn.quality;

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
        return Table.rows(table).stream()
                .map(
                        cell ->
                                new Criterion(
                                        cell.get(0),
                                        cell.get(1),
                                        cell.get(2),
                                        cell.get(3),
                                        cell.get(4)))
                .toList();
    }
}
