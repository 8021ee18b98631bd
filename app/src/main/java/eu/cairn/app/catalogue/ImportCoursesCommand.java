package eu.cairn.app.catalogue;

import eu.cairn.app.web.Words;
import eu.cairn.formats.catalogue.PublishedCourse;
import eu.cairn.formats.catalogue.PublishedCourses;
import eu.cairn.framework.Countries;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads a file of published courses and says of each what it lacks to be a complete design.
 *
 * <p>Exit 0 when the whole file was read, 64 when it cannot be or the command was wrong.
 */
@Command(
        name = "import-courses",
        description = "Reads published courses from a YAML file and says what each lacks.",
        exitCodeOnInvalidInput = ImportCoursesCommand.UNREADABLE,
        mixinStandardHelpOptions = true)
public final class ImportCoursesCommand implements Callable<Integer> {

    static final int UNREADABLE = 64;
    private static final int MOST_FREQUENT = 10;

    private final Clock clock;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document instead of words.")
    private boolean json;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day as of which levels and hours are looked up; today if absent.")
    private @Nullable LocalDate day;

    @Parameters(paramLabel = "FILE.yaml", description = "The file to read.")
    private Path file = Path.of("");

    public ImportCoursesCommand(Clock clock) {
        this.clock = clock;
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
        var asOf =
                Optional.ofNullable(day)
                        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), clock.getZone()));
        return switch (CourseImport.of(bytes, asOf)) {
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
