package eu.cairn.app.catalogue;

import eu.cairn.app.remote.Answer;
import eu.cairn.app.remote.RemoteServer;
import eu.cairn.app.web.Words;
import eu.cairn.formats.catalogue.PublishedCourse;
import eu.cairn.formats.catalogue.PublishedCourses;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads a file of courses and says of each what it lacks to be a complete design; with {@code
 * --into} a server begins a draft for each, gaps left as gaps.
 *
 * <p>Exit 0 when the whole file was read, 1 when the server refused it, 2 when the server could not
 * be asked, 64 when the file cannot be read or the command was wrong.
 */
@Command(
        name = "import-courses",
        description = {
            "Reads courses from a file and says what each lacks: YAML, a table (CSV), courses of the",
            "Open Education API (JSON), or learning opportunities of the European Learning Model.",
            "With --into, the server begins a draft for each; CAIRN_USER and CAIRN_PASSWORD name",
            "an account that is a designer there."
        },
        exitCodeOnInvalidInput = ImportCoursesCommand.UNREADABLE,
        mixinStandardHelpOptions = true)
public final class ImportCoursesCommand implements Callable<Integer> {

    static final int UNREADABLE = 64;
    private static final int REFUSED = 1;
    private static final int NOT_FINISHED = 2;
    private static final int MOST_FREQUENT = 10;

    private final Clock clock;

    @Mixin private RemoteServer server;

    @Option(
            names = "--into",
            paramLabel = "ORGANISATION",
            description = "Begin a draft for each course in this organisation of the server.")
    private @Nullable String into;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document instead of words.")
    private boolean json;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day as of which levels and hours are looked up; today if absent.")
    private @Nullable LocalDate day;

    @Option(
            names = "--country",
            paramLabel = "CODE",
            description = "The country of courses of which the file says none, such as NL.")
    private @Nullable String country;

    @Parameters(paramLabel = "FILE", description = "The file to read.")
    private Path file = Path.of("");

    public ImportCoursesCommand(Clock clock, RemoteServer server) {
        this.clock = clock;
        this.server = server;
    }

    @Override
    public Integer call() {
        byte[] bytes;
        try (var opened = Files.newInputStream(file)) {
            bytes = opened.readNBytes(PublishedCourses.LARGEST_BYTES + 1);
        } catch (IOException e) {
            err().println(file + ": the file cannot be read");
            return UNREADABLE;
        }
        if (into != null) {
            return begin(into, bytes);
        }
        if (country != null && country().isEmpty()) {
            err().println(Words.of(Refusal.of("import.country-invalid", "--country", country)));
            err().flush();
            return UNREADABLE;
        }
        var asOf =
                Optional.ofNullable(day)
                        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), clock.getZone()));
        return switch (CourseImport.of(kind(bytes), bytes, List.of(), country(), asOf)) {
            case Decided.Accepted<CourseImport>(var read) -> {
                if (json) {
                    out().println(new ObjectMapper().writeValueAsString(CourseImportJson.of(read)));
                } else {
                    print(read);
                }
                out().flush();
                yield 0;
            }
            case Decided.Refused<CourseImport>(var reasons) -> {
                reasons.forEach(reason -> err().println(Words.of(reason)));
                err().flush();
                yield UNREADABLE;
            }
        };
    }

    private Optional<Country> country() {
        return Optional.ofNullable(country).flatMap(Country::parse);
    }

    private CourseImport.Kind kind(byte[] bytes) {
        return CourseImport.Kind.of(file.toString(), bytes);
    }

    /** Lets the server begin the drafts, all or none. */
    private int begin(String organisation, byte[] bytes) {
        var objection = server.objection();
        if (objection.isPresent()) {
            err().println("cairn: " + objection.get());
            err().flush();
            return UNREADABLE;
        }
        int exit =
                switch (server.post(
                        organisation, kind(bytes).mediaType(), bytes, "courses", "import")) {
                    case Answer.Done(var begun) -> {
                        print(begun);
                        yield 0;
                    }
                    case Answer.Refused(var status, var reasons) -> {
                        reasons.forEach(reason -> err().println("cairn: " + reason));
                        yield status == 401 || status == 403 ? NOT_FINISHED : REFUSED;
                    }
                    case Answer.NotReached(var reason) -> {
                        err().println("cairn: " + reason);
                        yield NOT_FINISHED;
                    }
                };
        out().flush();
        err().flush();
        return exit;
    }

    private void print(JsonNode begun) {
        if (json) {
            out().println(begun);
            return;
        }
        int already = 0;
        for (var draft : begun) {
            if (draft.path("already").asBoolean(false)) {
                already++;
                continue;
            }
            out().println(
                            "%s  %s: %d to mend"
                                    .formatted(
                                            draft.path("id").asString(""),
                                            draft.path("title").asString(""),
                                            draft.path("faults").asInt()));
        }
        out().println("%d drafts begun.".formatted(begun.size() - already));
        if (already > 0) {
            out().println("%d were imported before and are there.".formatted(already));
        }
    }

    private void print(CourseImport read) {
        for (var reviewed : read.courses()) {
            print(reviewed.course());
            print("Missing", reviewed.gaps().missing());
            print("Contradictory", reviewed.gaps().contradictory());
            print("Hints", reviewed.gaps().hints());
            out().println();
        }
        out().println(
                        "%d courses read as of %s, %d complete."
                                .formatted(read.courses().size(), read.day(), read.complete()));
        out().println("Most frequent gaps:");
        read.frequentGaps().stream()
                .limit(MOST_FREQUENT)
                .forEach(
                        gap ->
                                out().println(
                                                "  %3d  %s (%s)"
                                                        .formatted(
                                                                gap.courses(),
                                                                Words.place(
                                                                        Refusal.of(
                                                                                gap.code(),
                                                                                gap.place())),
                                                                gap.code())));
    }

    private void print(PublishedCourse course) {
        var draft = course.draft();
        var title = draft.title().isEmpty() ? draft.titleEnglish() : draft.title();
        out().println(course.id());
        out().println("  " + (title.isEmpty() ? "no title stated" : title));
        out().println(
                        "  %s, %s, %s"
                                .formatted(
                                        course.institution(),
                                        Countries.name(course.country()),
                                        draft.credits().isEmpty()
                                                ? "credits not stated"
                                                : draft.credits() + " ECTS"));
    }

    private void print(String heading, List<Refusal> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        out().println("  " + heading + ":");
        gaps.forEach(gap -> out().println("    - " + Words.of(gap)));
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        return Optional.ofNullable(spec).orElseThrow();
    }
}
