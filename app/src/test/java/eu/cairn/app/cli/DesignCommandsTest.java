package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.catalogue.Skills;
import eu.cairn.app.database.DatabaseAddress;
import eu.cairn.app.demo.DemoCourses;
import eu.cairn.app.web.Installation;
import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import picocli.CommandLine;

/** What an operator loads and records for course design, beside a server that runs. */
class DesignCommandsTest {

    private static final TestServer SERVER = TestServer.start(true);

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void theOfficialFileOfSkillsIsLoadedByOneCommand(@TempDir Path folder) throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("skills_sv.csv"),
                        """
                        conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels
                        KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/a1,knowledge,transversal,väga data,
                        """);

        assertThat(run(new SkillsCommand(opening()), "import", file.toString()).exit()).isZero();

        var found = SERVER.bean(Skills.class).find("vaga", new Language("sv"));
        assertThat(found.skills()).hasSize(1);
        assertThat(found.sample()).isFalse();
    }

    @Test
    void whatIsNoFileOfSkillsLoadsNothingAndSaysWhy(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("skills_da.csv"), "a,b\n1,2\n");

        var refused = run(new SkillsCommand(opening()), "import", file.toString());
        assertThat(refused.exit()).isEqualTo(64);
        assertThat(refused.err()).contains("conceptUri");
        var unnamed = Files.writeString(folder.resolve("skills.csv"), "a,b\n1,2\n");
        assertThat(run(new SkillsCommand(opening()), "import", unnamed.toString()).err())
                .contains("--language");
        assertThat(SERVER.bean(Skills.class).find("data", new Language("da")).sample()).isTrue();
    }

    @Test
    void aRecordedRightMarksAClaimBeyondIt() {
        var designer = SERVER.acting("borgofiume", Role.DESIGNER);
        var draft =
                DemoCourses.all().stream()
                        .filter(course -> course.key().equals("clima"))
                        .findFirst()
                        .orElseThrow()
                        .draft();
        var courses = SERVER.bean(Courses.class);
        assertThat(courses.review(designer, draft).hints())
                .extracting(Refusal::code)
                .doesNotContain("catalogue.level-beyond-right");

        var recorded =
                run(
                        new RightsCommand(opening()),
                        "borgofiume",
                        "--up-to=6",
                        "--basis=Licence 12",
                        "--from=2026-01-01");

        assertThat(recorded.exit()).as(recorded.err()).isZero();
        assertThat(courses.review(designer, draft).hints())
                .filteredOn(hint -> hint.code().equals("catalogue.level-beyond-right"))
                .singleElement()
                .satisfies(
                        hint ->
                                assertThat(hint.parameters())
                                        .containsExactly("7", "6", "Licence 12"));
        assertThat(
                        run(
                                        new RightsCommand(opening()),
                                        "nobody",
                                        "--up-to=6",
                                        "--basis=x",
                                        "--from=2026-01-01")
                                .exit())
                .isEqualTo(2);
        assertThat(
                        run(
                                        new RightsCommand(opening()),
                                        "borgofiume",
                                        "--up-to=9",
                                        "--basis=x",
                                        "--from=2026-01-01")
                                .exit())
                .isEqualTo(64);
    }

    private record Ran(int exit, String err) {}

    private static BiFunction<Place, List<Class<?>>, OpenHome> opening() {
        var environment = SERVER.bean(Environment.class);
        return (place, more) ->
                OpenHome.beside(
                        SERVER.bean(Installation.class),
                        new DatabaseAddress(
                                environment.getRequiredProperty("spring.datasource.url"),
                                environment.getProperty("spring.datasource.username", ""),
                                environment.getProperty("spring.datasource.password", "")),
                        more);
    }

    private static Ran run(Object command, String... arguments) {
        var err = new StringWriter();
        int exit =
                new CommandLine(command)
                        .setOut(new PrintWriter(new StringWriter(), true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        return new Ran(exit, err.toString());
    }
}
