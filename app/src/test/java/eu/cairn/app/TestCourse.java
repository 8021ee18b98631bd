package eu.cairn.app;

import eu.cairn.app.account.Role;
import eu.cairn.app.award.Learners;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.catalogue.CourseState;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A course of Borgofiume that is on offer in the demo. */
public record TestCourse(UUID id, int number) {

    public static TestCourse published(TestServer server, String code) {
        return server
                .bean(CourseStore.class)
                .versionsIn(server.acting("borgofiume", Role.REGISTRAR), CourseState.PUBLISHED)
                .stream()
                .filter(course -> course.code().equals(code))
                .map(course -> new TestCourse(course.id(), course.number()))
                .findFirst()
                .orElseThrow();
    }

    /** Learners of Borgofiume whom no other test awards anything: {@code PREFIX-0001} and on. */
    public static void enrol(TestServer server, String prefix, int number) {
        var table = new StringBuilder("learner_id,full_name,email\n");
        for (int i = 1; i <= number; i++) {
            table.append("%1$s-%2$04d,Ada Byron,%1$s-%2$d@example.org\n".formatted(prefix, i));
        }
        server.bean(Learners.class)
                .add(
                        server.acting("borgofiume", Role.REGISTRAR),
                        table.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The path of the registrar's page. */
    public String awards() {
        return "/awards/" + id + "/" + number;
    }
}
