package eu.cairn.app.catalogue;

import eu.cairn.formats.catalogue.CourseGaps;
import eu.cairn.formats.catalogue.PublishedCourse;
import eu.cairn.formats.catalogue.PublishedCourses;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of published courses as it was read on a day: each course with what it lacks.
 *
 * @param day the day as of which levels and hours were looked up
 */
public record CourseImport(LocalDate day, List<Reviewed> courses) {

    public CourseImport {
        courses = List.copyOf(courses);
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

    /** Reads a whole file, or says why it cannot. */
    public static Decided<CourseImport> of(byte[] file, LocalDate day) {
        var frameworks = NationalFrameworks.published();
        return PublishedCourses.read(file, frameworks, day)
                .map(
                        read ->
                                new CourseImport(
                                        day,
                                        read.stream()
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
