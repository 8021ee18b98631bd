package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.Basis;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.quality.ReviewDraft;
import eu.cairn.app.quality.Reviews;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DraftMerge;
import eu.cairn.quality.CriteriaSet;
import eu.cairn.quality.Criterion;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Courses of Borgofiume that are approved and then changed. */
record TestVersions(TestServer server) {

    /** A course of which the first version was approved by every criterion. */
    UUID approved(String code) {
        return approved(code, Map.of());
    }

    /** The same with a condition on some of the criteria. */
    UUID approved(String code, Map<String, String> conditions) {
        var courses = server.bean(Courses.class);
        var course = courses.begin(designer(), TestDrafts.complete(server, code));
        assertThat(courses.submit(designer(), course).reasons()).isEmpty();
        var all =
                CriteriaSet.shortCourses2026().criteria().stream()
                        .map(Criterion::id)
                        .collect(
                                Collectors.toMap(
                                        id -> id,
                                        id -> conditions.containsKey(id) ? "condition" : "met"));
        var outcome = conditions.isEmpty() ? "approved" : "approved-with-conditions";
        var officer = server.acting("borgofiume", Role.QUALITY_OFFICER);
        assertThat(
                        server.bean(Reviews.class)
                                .decide(
                                        officer,
                                        course,
                                        1,
                                        new ReviewDraft(all, conditions, outcome, "All met", "3"))
                                .reasons())
                .isEmpty();
        return course;
    }

    /** Begins the next version with another text in one field. */
    void revised(UUID course, String place, String text) {
        assertThat(server.bean(Courses.class).revise(designer(), course).reasons()).isEmpty();
        write(course, place, text);
    }

    void write(UUID course, String place, String text) {
        var saved = server.bean(CourseStore.class).draft(designer(), course).orElseThrow();
        var draft = DraftMerge.with(saved.draft(), place, text).orElseThrow();
        save(course, draft, Basis.of(saved.revision()));
    }

    void save(UUID course, CourseDraft draft, Basis basis) {
        assertThat(server.bean(Courses.class).save(designer(), course, draft, basis).reasons())
                .isEmpty();
    }

    CourseDraft draft(UUID course) {
        return server.bean(CourseStore.class).draft(designer(), course).orElseThrow().draft();
    }

    Acting designer() {
        return server.acting("borgofiume", Role.DESIGNER);
    }
}
