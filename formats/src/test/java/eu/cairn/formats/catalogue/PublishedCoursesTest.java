package eu.cairn.formats.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import eu.cairn.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PublishedCoursesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final NationalFrameworks FRAMEWORKS = NationalFrameworks.published();

    @Test
    void everyPublishedCourseIsReadAndNothingIsInvented() throws IOException {
        var courses = published();
        assertThat(courses).hasSize(61);
        assertThat(courses).extracting(course -> course.draft().need()).containsOnly("");
        assertThat(courses).filteredOn(course -> course.draft().credits().isEmpty()).hasSize(9);
        assertThat(courses).filteredOn(course -> !course.draft().eqfLevel().isEmpty()).hasSize(2);
        assertThat(named("it-unibo-sustainability-and-the-arts").draft().field()).isEqualTo("0288");
        assertThat(named("ie-nci-h9mlai").draft().nationalLevel()).isEqualTo("9");
        assertThat(named("ie-nci-h9mlai").draft().cycle()).isEqualTo("second");
        assertThat(named("fi-uh-building-ai").draft().credits()).isEqualTo("1–2");
        assertThat(named("es-udima-ia-contenidos").draft().title()).isEmpty();
        assertThat(named("gb-gcu-mhi127106").country()).isEqualTo(new Country("GB-SCT"));
    }

    @Test
    void theGapsOfEveryPublishedCourseAreCounted() throws IOException {
        var courses = published();
        var frequency = new TreeMap<String, Integer>();
        int complete = 0;
        for (var course : courses) {
            var gaps = CourseGaps.of(course, FRAMEWORKS, DAY);
            complete += gaps.complete() ? 1 : 0;
            for (var code : gaps.all().stream().map(Refusal::code).distinct().toList()) {
                frequency.merge(code, 1, Integer::sum);
            }
        }
        System.out.println(courses.size() + " published courses read, " + complete + " complete");
        frequency.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(gap -> System.out.println(gap.getValue() + " courses: " + gap.getKey()));

        assertThat(complete).isZero();
    }

    @Test
    void hoursThatDoNotAddUpContradict() throws IOException {
        var gaps = gapsOf("be-vub-artificial-intelligence");

        assertThat(gaps.contradictory())
                .contains(Refusal.of("import.hours-do-not-add-up", "workload", "84", "160"));
        assertThat(gapsOf("be-vub-sustainability-2019").contradictory())
                .extracting(Refusal::code)
                .doesNotContain("import.hours-do-not-add-up");
    }

    @Test
    void aScottishCreditStandsForTwentyHours() throws IOException {
        assertThat(gapsOf("gb-gcu-mhi127106").all())
                .extracting(Refusal::code)
                .doesNotContain(
                        "catalogue.hours-too-few",
                        "import.hours-contradict-credits",
                        "import.hours-do-not-add-up");
    }

    @Test
    void aFaultNamesItsLineAndItsEntry() {
        assertThat(
                        reasons(
                                """
                                - id: one
                                  country: FI
                                  credits: 5
                                - id: two
                                  country: Finland
                                  activities: lectures
                                - id: one
                                  country: IE
                                  country: IE
                                  level: {cycle: 9}
                                """))
                .containsExactlyInAnyOrder(
                        Refusal.of("import.field-unknown", "line 3, one", "credits"),
                        Refusal.of("import.country-invalid", "line 4, two", "Finland"),
                        Refusal.of("import.id-repeated", "line 7, one", "one"),
                        Refusal.of("import.field-repeated", "line 9, one", "country"),
                        Refusal.of("import.cycle-unknown", "line 7, one", "9"));
        assertThat(reasons("- id: two\n  country: FI\n  activities: lectures\n"))
                .containsExactly(
                        Refusal.of("import.shape-unexpected", "line 3, two", "activities", "list"));
    }

    @Test
    void anEntryHasANameAndIsAMapping() {
        assertThat(reasons("- country: FI\n- a course\n"))
                .extracting(Refusal::code)
                .contains("import.id-missing", "import.shape-unexpected");
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertThat(reasons("courses: 1")).extracting(Refusal::code).contains("import.not-a-list");
        assertThat(reasons("")).extracting(Refusal::code).contains("import.file-empty");
        assertThat(reasons("- {")).extracting(Refusal::code).contains("import.yaml-invalid");
        assertThat(reasons("--- 1\n--- 2"))
                .extracting(Refusal::code)
                .contains("import.yaml-invalid");
        assertThat(read(new byte[] {(byte) 0xc3, 0x28}).reasons())
                .extracting(Refusal::code)
                .contains("import.not-utf8");
    }

    @Test
    void aFileIsBoundedInSizeDepthAndAliases() {
        assertThat(read(new byte[PublishedCourses.LARGEST_BYTES + 1]).reasons())
                .extracting(Refusal::code)
                .containsExactly("import.file-too-large");
        assertThat(reasons("[".repeat(100_000)))
                .extracting(Refusal::code)
                .containsExactly("import.too-deep");
        assertThat(reasons("- &a {id: one}\n- *a\n"))
                .containsExactly(Refusal.of("import.alias-refused", "line 2"));
    }

    private static CourseGaps gapsOf(String id) throws IOException {
        return CourseGaps.of(named(id), FRAMEWORKS, DAY);
    }

    private static PublishedCourse named(String id) throws IOException {
        return published().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<PublishedCourse> published() throws IOException {
        var file = Files.readAllBytes(Shared.path("real/courses.yaml"));
        var courses = new ArrayList<PublishedCourse>();
        switch (read(file)) {
            case Decided.Accepted<List<PublishedCourse>>(var read) -> courses.addAll(read);
            case Decided.Refused<List<PublishedCourse>>(var reasons) ->
                    assertThat(reasons).isEmpty();
        }
        return courses;
    }

    private static List<Refusal> reasons(String yaml) {
        return read(yaml.getBytes(StandardCharsets.UTF_8)).reasons();
    }

    private static Decided<List<PublishedCourse>> read(byte[] file) {
        return PublishedCourses.read(file, FRAMEWORKS, DAY);
    }
}
