package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.remote.RemoteServer;
import eu.cairn.testing.Shared;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.ObjectMapper;

class ImportCoursesCommandTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private static final String ONE_COURSE =
            """
            - id: ie-one
              kind: micro-credential
              title: Soil in Practice
              institution: Lough Ree University
              country: IE
              ects: 5
              hours_breakdown:
              - {activity: class, hours: 20}
            """;

    @TempDir Path folder = Path.of("");

    @Test
    void everyPublishedCourseIsPrintedWithItsGaps() {
        var run = run(Shared.path("real/courses.yaml").toString());

        assertThat(run.exit).isZero();
        assertThat(run.out)
                .contains("61 courses read as of 2026-11-23, 0 complete.")
                .contains("Outcome 1 is assessed nowhere: add it to a task, or take it out");
    }

    @Test
    void aCourseIsShownAsABlockWithItsGapsInGroups() throws IOException {
        var run = run(file(ONE_COURSE));

        assertThat(run.exit).isZero();
        assertThat(run.out)
                .startsWith(
                        """
                        ie-one
                          Soil in Practice
                          Lough Ree University, Ireland, 5 ECTS
                          Missing:
                        """)
                .contains(
                        "20 h are planned, but these credits stand for at least 100 h:"
                                + " add work, or claim fewer credits")
                .containsSubsequence("  Hints:\n", "    - Activity 1 teaches no outcome");
    }

    @Test
    void theSameIsSaidInJson() throws IOException {
        var run = run("--json", file(ONE_COURSE));
        var json = new ObjectMapper().readTree(run.out);

        assertThat(run.exit).isZero();
        assertThat(json.at("/read").asInt()).isEqualTo(1);
        assertThat(json.at("/asOf").asString()).isEqualTo("2026-11-23");
        assertThat(json.at("/courses/0/draft/credits").asString()).isEqualTo("5");
        assertThat(json.at("/courses/0/hints/1/code").asString())
                .isEqualTo("catalogue.activity-without-outcome");
    }

    @Test
    void aFileThatCannotBeReadWholeIsRefused() throws IOException {
        var run = run(file("- id: one\n  country: Finland\n"));

        assertThat(run.exit).isEqualTo(64);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .contains("line 1, one: “Finland” is not a country")
                .doesNotContain("Exception");
    }

    @Test
    void aWrongCommandExitsWith64() {
        assertThat(run().exit).isEqualTo(64);
        assertThat(run(folder.resolve("absent.yaml").toString()).exit).isEqualTo(64);
        assertThat(run("--on", "yesterday", "x.yaml").exit).isEqualTo(64);
    }

    @Test
    void aCountryThatIsNoneIsRefusedAndNotPassedOver() throws IOException {
        for (var country : new String[] {"nl", "AT-9", "ES-M"}) {
            var run = run("--country", country, file("- id: one\n"));

            assertThat(run.exit).isEqualTo(64);
            assertThat(run.err).contains("“" + country + "” is not a country");
        }
    }

    private record Run(int exit, String out, String err) {}

    private String file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("courses.yaml"), yaml).toString();
    }

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                new CommandLine(new ImportCoursesCommand(CLOCK, new RemoteServer(Map.of())))
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
