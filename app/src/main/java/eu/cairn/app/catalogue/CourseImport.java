package eu.cairn.app.catalogue;

import eu.cairn.formats.catalogue.CourseGaps;
import eu.cairn.formats.catalogue.CourseJson;
import eu.cairn.formats.catalogue.PublishedCourse;
import eu.cairn.formats.catalogue.PublishedCourses;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of published courses as it was read on a day: each course with what it lacks.
 *
 * @param day the day as of which levels and hours were looked up
 */
public record CourseImport(LocalDate day, List<Reviewed> courses) {

    /** How many courses are read of one file. */
    public static final int MOST_COURSES = 1000;

    public CourseImport {
        courses = List.copyOf(courses);
    }

    /** What a file is written in. */
    public enum Kind {
        YAML("application/yaml"),
        JSON("application/json"),
        CSV("text/csv");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** By the end of its name, or else by how it begins. */
        public static Kind of(String name, byte[] file) {
            var end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return switch (end) {
                case "yaml", "yml" -> YAML;
                case "json", "jsonld" -> JSON;
                case "csv", "tsv" -> CSV;
                default -> of(file);
            };
        }

        /** By the type that it was sent as (RFC 6838). */
        static Kind ofType(String mediaType) {
            return mediaType.contains("json") ? JSON : mediaType.contains("csv") ? CSV : YAML;
        }

        private static Kind of(byte[] file) {
            if (CourseJson.isJson(file)) {
                return JSON;
            }
            var start = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.UTF_8);
            var first =
                    start.replace("\uFEFF", "")
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .filter(line -> !line.equals("---"))
                            .findFirst()
                            .orElse("- ");
            return first.startsWith("- ") || first.equals("-") || first.matches("[\\w-]+:.*")
                    ? YAML
                    : CSV;
        }
    }

    /** A course of the file and its gaps. */
    public record Reviewed(PublishedCourse course, CourseGaps gaps) {}

    /**
     * The same gap in several courses.
     *
     * @param place where it is, without the number of the outcome, activity or task
     * @param courses how many courses have it at least once
     */
    public record Frequent(String place, String code, int courses) {}

    /**
     * Reads a whole file, or says why it cannot.
     *
     * @param columns what the columns of a table are about; guessed where it is empty
     * @param home the country of courses of which the file says none
     */
    public static Decided<CourseImport> of(
            Kind kind,
            byte[] file,
            List<Optional<CourseColumn>> columns,
            Optional<Country> home,
            LocalDate day) {
        var frameworks = NationalFrameworks.published();
        var read =
                switch (kind) {
                    case YAML -> PublishedCourses.read(file, frameworks, day);
                    case JSON ->
                            home.isPresent()
                                    ? CourseJson.read(file, home.get())
                                    : Decided.<List<PublishedCourse>>refused(
                                            Refusal.of("import.country-missing", "", ""));
                    case CSV ->
                            CourseTable.read(file)
                                    .then(
                                            table ->
                                                    table.courses(
                                                            columns.isEmpty()
                                                                    ? table.guess()
                                                                    : columns,
                                                            home));
                };
        return read.then(CourseImport::bounded)
                .map(
                        courses ->
                                new CourseImport(
                                        day,
                                        courses.stream()
                                                .map(
                                                        course ->
                                                                new Reviewed(
                                                                        course,
                                                                        CourseGaps.of(
                                                                                course,
                                                                                frameworks,
                                                                                day)))
                                                .toList()));
    }

    private static Decided<List<PublishedCourse>> bounded(List<PublishedCourse> courses) {
        return courses.size() > MOST_COURSES
                ? Decided.refused(Refusal.of("import.too-many-courses", "file", MOST_COURSES))
                : Decided.accepted(courses);
    }

    public int complete() {
        return (int) courses.stream().filter(one -> one.gaps().complete()).count();
    }

    /** The gaps that hinder submission, the most frequent first. */
    public List<Frequent> frequentGaps() {
        var counts = new LinkedHashMap<Map.Entry<String, String>, Integer>();
        for (var reviewed : courses) {
            reviewed.gaps().all().stream()
                    .filter(gap -> !reviewed.gaps().hints().contains(gap))
                    .map(gap -> Map.entry(kind(gap), gap.code()))
                    .distinct()
                    .forEach(gap -> counts.merge(gap, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(
                        gap ->
                                new Frequent(
                                        gap.getKey().getKey(),
                                        gap.getKey().getValue(),
                                        gap.getValue()))
                .sorted(Comparator.comparingInt(Frequent::courses).reversed())
                .toList();
    }

    private static String kind(Refusal gap) {
        return gap.place().replaceAll("\\d+", "");
    }
}
