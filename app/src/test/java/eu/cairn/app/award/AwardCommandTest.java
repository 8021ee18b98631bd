package eu.cairn.app.award;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.catalogue.ImportCoursesCommand;
import eu.cairn.app.remote.RemoteServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A registrar awards from the command line what they would award on the pages. */
class AwardCommandTest {

    private static final String COURSE = "borgofiume/CLIMA-5/1";
    private static final String HEADER = "learner_id,A1,A2,A3,passed_on,grade,identity_checked\n";

    private static TestServer server;

    @TempDir private Path folder;

    /** A server of its own: others award to the same learners. */
    @BeforeAll
    static void start() {
        server = TestServer.start(true);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private record Run(int exit, String out, String err) {}

    @Test
    void aTableIsReviewedAndAwardedOnlyWithYesAndNeverTwice() throws IOException {
        var table = table("BF-2026-0011,passed,passed,passed,2026-11-16,28,yes\n");

        var review = award(COURSE, table);
        var awarded = award(COURSE, table, "--yes", "--minute", "EB-26-40");
        var again = award(COURSE, table, "--yes", "--minute", "EB-26-40");

        assertThat(review.exit).isZero();
        assertThat(review.out)
                .contains("1 ready, 0 refused, 0 awarded before.")
                .contains("Nothing is awarded yet");
        assertThat(awarded.exit).isZero();
        assertThat(awarded.out).contains("1 awarded.").contains("1 signed.");
        assertThat(again.exit).isZero();
        assertThat(again.out)
                .contains("0 ready, 0 refused, 1 awarded before.")
                .contains("Nothing to award.");
    }

    @Test
    void aRefusedRowIsSaidWithItsReasonsAndTheOthersAreAwarded() throws IOException {
        var table =
                table(
                        """
                        BF-2026-0012,passed,passed,passed,2026-11-16,28,yes
                        NOBODY,passed,passed,passed,2026-11-16,28,yes
                        """);

        var awarded = award(COURSE, table, "--yes", "--minute", "EB-26-41");

        assertThat(awarded.exit).isEqualTo(1);
        assertThat(awarded.out)
                .containsPattern("line 2 +BF-2026-0012 +ready")
                .containsPattern("line 3 +NOBODY +refused")
                .contains("(award.learner-unknown)")
                .contains("1 awarded.");
    }

    @Test
    void aTableThatIsRefusedAsAWholeAwardsNothing() throws IOException {
        var table = Files.writeString(folder.resolve("short.csv"), "learner_id\nBF-2026-0013\n");

        var run = award(COURSE, table);

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.err).contains("(award.column-missing)");
    }

    @Test
    void aWrongCommandIsToldFromAServerThatCannotBeAsked() throws IOException {
        var table = table("BF-2026-0014,passed,passed,passed,2026-11-16,28,yes\n");

        assertThat(award("CLIMA-5", table).exit).isEqualTo(64);
        assertThat(award("borgofiume/NONE/1", table).exit).isEqualTo(64);
        assertThat(award(COURSE, folder.resolve("none.csv")).exit).isEqualTo(64);
        assertThat(award(COURSE, table, "--yes").exit).isEqualTo(64);
        assertThat(as(Map.of(), COURSE, table.toString()).exit).isEqualTo(64);
        assertThat(award(COURSE, table, "--server", "http://cairn.example").exit).isEqualTo(64);
        assertThat(award(COURSE, table, "--server", "http://localhost:1").exit).isEqualTo(2);
    }

    @Test
    void whoIsNotARegistrarAwardsNothing() throws IOException {
        var table = table("BF-2026-0015,passed,passed,passed,2026-11-16,28,yes\n");
        var learner = account(TestServer.LEARNER);
        var stranger = new HashMap<>(learner);
        stranger.put("CAIRN_PASSWORD", "guessed");

        assertThat(as(learner, COURSE, table.toString()).exit).isEqualTo(2);
        assertThat(as(stranger, COURSE, table.toString()).exit).isEqualTo(2);
    }

    @Test
    void aDesignerImportsACatalogueAsDrafts() throws IOException {
        var catalogue =
                Files.writeString(
                        folder.resolve("courses.yaml"),
                        """
                        - id: it-soil
                          kind: micro-credential
                          title: Suoli vivi
                          institution: Borgofiume
                          country: IT
                          ects: 2
                        """);

        var out = new StringWriter();
        int exit =
                new CommandLine(
                                new ImportCoursesCommand(
                                        Clock.systemUTC(),
                                        new RemoteServer(account(TestServer.DESIGNER))))
                        .setOut(new PrintWriter(out))
                        .execute(catalogue.toString(), "--into", "borgofiume");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Suoli vivi").contains("1 drafts begun.");
    }

    private Path table(String rows) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "results", ".csv"), HEADER + rows);
    }

    private Run award(String course, Path table, String... options) {
        var arguments = new java.util.ArrayList<>(java.util.List.of(course, table.toString()));
        arguments.addAll(java.util.List.of(options));
        return as(account(TestServer.REGISTRAR), arguments.toArray(String[]::new));
    }

    private Map<String, String> account(String email) {
        return Map.of(
                "CAIRN_USER",
                email,
                "CAIRN_PASSWORD",
                TestServer.PASSWORD,
                "CAIRN_BASE_URL",
                server.base());
    }

    private static Run as(Map<String, String> environment, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                new CommandLine(new AwardCommand(new RemoteServer(environment)))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .setParameterExceptionHandler((fault, line) -> 64)
                        .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
