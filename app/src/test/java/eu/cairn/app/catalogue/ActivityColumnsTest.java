package eu.cairn.app.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Activities in a table of courses: each column is about the activity that stands before it. */
class ActivityColumnsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Test
    void eachActivityHasTheColumnsThatFollowIt() {
        var activities =
                activities(
                        """
                        code,title,outcome,outcome,activity 1,activity 1 hours,mode of activity 1,\
                        taught by,activity 1 resources,activity 1 outcomes,activity 2,activity 2 hours
                        A-1,Data,judge data,explain data,Lectures,10,online-synchronous,\
                        The library,"Reader
                        https://unibo.example/reader","LO1, LO2",Reading,20
                        """);

        assertThat(activities)
                .containsExactly(
                        new CourseDraft.Activity(
                                "Lectures",
                                "10",
                                List.of(1, 2),
                                "",
                                "",
                                "",
                                "",
                                "online-synchronous",
                                "The library",
                                List.of("Reader", "https://unibo.example/reader")),
                        new CourseDraft.Activity("Reading", "20", List.of()));
    }

    @Test
    void hoursWithoutATitleAreNotThoseOfTheActivityBefore() {
        assertThat(
                        activities(
                                """
                                code,activity 1,activity 1 hours,activity 2,activity 2 hours
                                A-1,Lectures,,,20
                                A-2,,,,
                                """))
                .containsExactly(
                        new CourseDraft.Activity("Lectures", "", List.of()),
                        new CourseDraft.Activity("", "20", List.of()));
    }

    @Test
    void aModeThatIsNotInTheListIsAGapOfItsCourse() {
        var read = read("code,activity,activity mode\nA-1,Lectures,hybrid\n");

        assertThat(read.courses().getFirst().gaps().all())
                .anySatisfy(
                        gap -> {
                            assertThat(gap.code()).isEqualTo("catalogue.choice-unknown");
                            assertThat(gap.place()).isEqualTo("activities[1].mode");
                        });
    }

    private static List<CourseDraft.Activity> activities(String table) {
        return read(table).courses().stream()
                .flatMap(one -> one.course().draft().activities().stream())
                .toList();
    }

    private static CourseImport read(String table) {
        var file = table.getBytes(UTF_8);
        return switch (CourseImport.of(
                CourseImport.Kind.CSV, file, List.of(), Optional.of(new Country("IT")), DAY)) {
            case Decided.Accepted<CourseImport>(var courses) -> courses;
            case Decided.Refused<CourseImport>(var reasons) ->
                    throw new AssertionError(reasons.toString());
        };
    }
}
