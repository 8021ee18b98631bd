package eu.cairn.app;

import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.catalogue.CourseState;
import java.util.UUID;

/** A course of Borgofiume that is on offer in the demo. */
record TestCourse(UUID id, int number) {

    static TestCourse published(TestServer server, String code) {
        return server
                .bean(CourseStore.class)
                .versionsIn(server.acting("borgofiume", Role.REGISTRAR), CourseState.PUBLISHED)
                .stream()
                .filter(course -> course.code().equals(code))
                .map(course -> new TestCourse(course.id(), course.number()))
                .findFirst()
                .orElseThrow();
    }

    /** The path of the registrar's page. */
    String awards() {
        return "/awards/" + id + "/" + number;
    }
}
