package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.journal.JournalLine;
import eu.cairn.app.web.NotThere;
import eu.cairn.formats.catalogue.PublishedCourse;
import eu.cairn.formats.catalogue.PublishedCourses;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bringing courses in from files: looked at first, begun as drafts when that is confirmed. An entry
 * of a file is imported once, however often the file is sent.
 */
@Component
public class CourseImports {

    /** So long a file is kept that nobody confirmed. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final CourseFileStore store;
    private final Courses courses;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;

    CourseImports(
            CourseFileStore store,
            Courses courses,
            Journal journal,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.courses = courses;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * What an import made of one entry of the file.
     *
     * @param source the name of the entry in the file
     * @param id the course whose draft was begun
     * @param faults how much is to be mended before it can be submitted
     * @param already whether it was imported before, and nothing was begun now
     * @param codeTaken whether another course of the organisation had its code before
     */
    public record Imported(
            String source, UUID id, String title, int faults, boolean already, boolean codeTaken) {}

    /**
     * An entry as it is looked at.
     *
     * @param already the course that it became before
     * @param codeTaken whether another course of the organisation has its code
     */
    public record Entry(
            CourseImport.Reviewed reviewed, Optional<UUID> already, boolean codeTaken) {}

    /**
     * A file as it is looked at.
     *
     * @param header the names of the columns of a table; empty for other files
     * @param columns what they are about
     */
    public record Preview(
            UUID id,
            String name,
            List<String> header,
            List<Optional<CourseColumn>> columns,
            Decided<List<Entry>> entries) {}

    @Transactional
    Decided<UUID> upload(Acting acting, String name, byte[] file) {
        if (file.length == 0) {
            return Decided.refused(Refusal.of("import.nothing-chosen", "file"));
        }
        if (file.length > PublishedCourses.LARGEST_BYTES) {
            return Decided.refused(
                    Refusal.of("import.file-too-large", "file", PublishedCourses.LARGEST_BYTES));
        }
        var kind = CourseImport.Kind.of(name, file);
        var readable =
                kind == CourseImport.Kind.CSV
                        ? CourseTable.read(file).map(table -> name)
                        : read(acting, kind, file, List.of()).map(read -> name);
        return readable.then(
                readableName -> {
                    var id = identifiers.next();
                    store.deleteBefore(clock.instant().minus(KEPT));
                    store.add(acting, id, readableName, file, clock.instant());
                    return Decided.accepted(id);
                });
    }

    Preview preview(Acting acting, UUID id) {
        var file = store.file(acting, id).orElseThrow(NotThere::new);
        var kind = CourseImport.Kind.of(file.name(), file.content());
        List<String> header = List.of();
        List<Optional<CourseColumn>> columns = List.of();
        if (kind == CourseImport.Kind.CSV
                && CourseTable.read(file.content())
                        instanceof Decided.Accepted<CourseTable>(var table)) {
            header = table.header();
            columns = file.columns().isEmpty() ? table.guess() : columns(file.columns());
        }
        return new Preview(
                id,
                file.name(),
                header,
                columns,
                read(acting, kind, file.content(), columns)
                        .map(read -> entries(acting, file.content(), read)));
    }

    private List<Entry> entries(Acting acting, byte[] file, CourseImport read) {
        var imported = store.imported(acting, JournalLine.sha256(file));
        var codes = codes(acting);
        return read.courses().stream()
                .map(
                        one ->
                                new Entry(
                                        one,
                                        Optional.ofNullable(imported.get(one.course().id())),
                                        codes.contains(one.course().draft().code())))
                .toList();
    }

    /** Keeps what the columns of a table are about. */
    @Transactional
    void map(Acting acting, UUID id, List<Optional<CourseColumn>> columns) {
        if (store.file(acting, id).isEmpty()) {
            throw new NotThere();
        }
        store.map(
                acting,
                id,
                columns.stream()
                        .map(one -> one.map(CourseColumn::code).orElse(""))
                        .collect(Collectors.joining(",")));
    }

    static List<Optional<CourseColumn>> columns(String codes) {
        return codes.isEmpty()
                ? List.of()
                : Arrays.stream(codes.split(",", -1)).map(CourseColumn::ofCode).toList();
    }

    /**
     * Begins a draft for every entry of an uploaded file that has none yet, and keeps the file no
     * longer.
     */
    @Transactional
    Decided<List<Imported>> confirm(Acting acting, UUID id) {
        var file = store.file(acting, id).orElseThrow(NotThere::new);
        var kind = CourseImport.Kind.of(file.name(), file.content());
        var begun = begin(acting, kind, file.content(), columns(file.columns()));
        if (begun.reasons().isEmpty()) {
            store.delete(acting, id);
        }
        return begun;
    }

    /** Begins a draft for every entry of a file that has none yet: all of the file or nothing. */
    @Transactional
    Decided<List<Imported>> begin(
            Acting acting,
            CourseImport.Kind kind,
            byte[] file,
            List<Optional<CourseColumn>> columns) {
        return read(acting, kind, file, columns)
                .map(read -> read.courses().stream().map(CourseImport.Reviewed::course).toList())
                .map(read -> begin(acting, JournalLine.sha256(file), read));
    }

    /** The codes that courses of the organisation have already. */
    Set<String> codes(Acting acting) {
        return Set.copyOf(store.codes(acting));
    }

    Decided<CourseImport> read(
            Acting acting,
            CourseImport.Kind kind,
            byte[] file,
            List<Optional<CourseColumn>> columns) {
        return CourseImport.of(
                kind,
                file,
                columns,
                Optional.of(acting.organisation().country()),
                acting.today(clock));
    }

    private List<Imported> begin(Acting acting, String sha256, List<PublishedCourse> read) {
        store.hold(acting);
        var before = store.imported(acting, sha256);
        var codes = codes(acting);
        var made = new ArrayList<Imported>();
        for (var course : read) {
            var known = Optional.ofNullable(before.get(course.id()));
            var id =
                    known.orElseGet(
                            () -> {
                                var begun = courses.begin(acting, course.draft());
                                store.imported(acting, sha256, course.id(), begun, clock.instant());
                                return begun;
                            });
            made.add(
                    new Imported(
                            course.id(),
                            id,
                            course.draft().title(),
                            courses.review(acting, course.draft()).faults().size(),
                            known.isPresent(),
                            known.isEmpty() && codes.contains(course.draft().code())));
        }
        if (made.stream().anyMatch(one -> !one.already())) {
            journal.append(
                    Optional.of(acting.organisation().id()),
                    acting.person().id(),
                    "courses.imported",
                    sha256,
                    made.toString().getBytes(StandardCharsets.UTF_8));
        }
        return List.copyOf(made);
    }
}
