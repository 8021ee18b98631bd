package eu.cairn.app.catalogue;

import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An import as one JSON document: the same codes and sentences as in words. */
record CourseImportJson(
        String asOf, int read, int complete, List<Course> courses, List<Frequent> frequentGaps) {

    /**
     * A course of the file.
     *
     * @param codeTaken whether another course of the institution has its code; empty where none was
     *     asked
     */
    record Course(
            String id,
            String kind,
            String country,
            String institution,
            CourseDraft draft,
            List<Gap> missing,
            List<Gap> contradictory,
            List<Gap> hints,
            Optional<Boolean> codeTaken) {}

    record Gap(String code, String place, List<String> parameters, String sentence) {}

    record Frequent(String code, String place, int courses) {}

    static CourseImportJson of(CourseImport read) {
        return of(read, Optional.empty());
    }

    /** With the codes that an institution has already. */
    static CourseImportJson of(CourseImport read, Optional<Set<String>> codes) {
        return new CourseImportJson(
                read.day().toString(),
                read.courses().size(),
                read.complete(),
                read.courses().stream().map(one -> course(one, codes)).toList(),
                read.frequentGaps().stream()
                        .map(gap -> new Frequent(gap.code(), gap.place(), gap.courses()))
                        .toList());
    }

    private static Course course(CourseImport.Reviewed reviewed, Optional<Set<String>> codes) {
        var course = reviewed.course();
        return new Course(
                course.id(),
                course.kind(),
                course.country().code(),
                course.institution(),
                course.draft(),
                gaps(reviewed.gaps().missing()),
                gaps(reviewed.gaps().contradictory()),
                gaps(reviewed.gaps().hints()),
                codes.map(taken -> taken.contains(course.draft().code())));
    }

    private static List<Gap> gaps(List<Refusal> refusals) {
        return refusals.stream()
                .map(gap -> new Gap(gap.code(), gap.place(), gap.parameters(), Words.of(gap)))
                .toList();
    }
}
