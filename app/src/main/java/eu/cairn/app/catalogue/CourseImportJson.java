package eu.cairn.app.catalogue;

import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.framework.Refusal;
import java.util.List;

/** An import as one JSON document: the same codes and sentences as in words. */
record CourseImportJson(
        String asOf, int read, int complete, List<Course> courses, List<Frequent> frequentGaps) {

    record Course(
            String id,
            String kind,
            String country,
            String institution,
            CourseDraft draft,
            List<Gap> missing,
            List<Gap> contradictory,
            List<Gap> hints) {}

    record Gap(String code, String place, List<String> parameters, String sentence) {}

    record Frequent(String code, String place, int courses) {}

    static CourseImportJson of(CourseImport read) {
        return new CourseImportJson(
                read.day().toString(),
                read.courses().size(),
                read.complete(),
                read.courses().stream().map(CourseImportJson::course).toList(),
                read.frequentGaps().stream()
                        .map(gap -> new Frequent(gap.code(), gap.place(), gap.courses()))
                        .toList());
    }

    private static Course course(CourseImport.Reviewed reviewed) {
        var course = reviewed.course();
        return new Course(
                course.id(),
                course.kind(),
                course.country().code(),
                course.institution(),
                course.draft(),
                gaps(reviewed.gaps().missing()),
                gaps(reviewed.gaps().contradictory()),
                gaps(reviewed.gaps().hints()));
    }

    private static List<Gap> gaps(List<Refusal> refusals) {
        return refusals.stream()
                .map(gap -> new Gap(gap.code(), gap.place(), gap.parameters(), Words.of(gap)))
                .toList();
    }
}
