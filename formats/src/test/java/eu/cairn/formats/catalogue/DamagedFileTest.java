package eu.cairn.formats.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DamagedFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final String SOUND =
            """
            - id: ie-one
              kind: micro-credential
              title: "Soil in Practice"
              country: IE
              ects: 7.5
              hours_total: {min: 150, max: 180}
              hours_breakdown:
              - {activity: class, hours: 20}
              level: {framework: NFQ (Ireland), framework_level: 9, eqf: 7, cycle: 2}
              learning_outcomes:
              - en: Describe a soil profile
              assessment:
              - {method: exam, weight_percent: 100, outcomes: [1]}
              sources:
              - {title: 'Page', url: https://example.org/soil}
            """;

    private static final String MARKS = "{}[]:-&*!%\"'|>\\\n\t #?,09U~@`<=é";

    @Property(tries = 3000)
    void aDamagedFileIsReadOrRefusedAndNothingElse(
            @ForAll @IntRange(max = 500) int first,
            @ForAll @IntRange(max = 500) int second,
            @ForAll @IntRange(max = 30) int mark,
            @ForAll @IntRange(max = 600) int end) {
        var damaged = new StringBuilder(SOUND);
        for (int at : new int[] {first, second}) {
            damaged.setCharAt(at % SOUND.length(), MARKS.charAt(mark % MARKS.length()));
        }
        var file = damaged.substring(0, Math.min(end, SOUND.length()));

        var read =
                PublishedCourses.read(
                        file.getBytes(StandardCharsets.UTF_8), NationalFrameworks.published(), DAY);

        switch (read) {
            case Decided.Accepted<List<PublishedCourse>>(var courses) ->
                    courses.forEach(
                            course -> CourseGaps.of(course, NationalFrameworks.published(), DAY));
            case Decided.Refused<List<PublishedCourse>>(var reasons) ->
                    assertThat(reasons).isNotEmpty();
        }
    }
}
