package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Person;
import eu.cairn.app.credential.CoursesToReport;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseRun;
import eu.cairn.catalogue.CourseTaken;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.HoursSpread;
import eu.cairn.catalogue.ReportedHours;
import eu.cairn.catalogue.ReportedRun;
import eu.cairn.catalogue.ReportedRuns;
import eu.cairn.catalogue.TimeKind;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What learners report of the hours that a course took them: each once for a version, of a run that
 * they can have been in, or without names in the table of a survey.
 */
@Component
public class HoursReports implements CoursesToReport {

    private final ReportedHoursStore store;
    private final HoursRules rules;
    private final CourseStore courses;
    private final RunStore runs;
    private final AccountStore accounts;
    private final Journal journal;
    private final Clock clock;

    HoursReports(
            ReportedHoursStore store,
            HoursRules rules,
            CourseStore courses,
            RunStore runs,
            AccountStore accounts,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.courses = courses;
        this.runs = runs;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    /** What a learner reported, and of which run. */
    public record Kept(Optional<UUID> run, ReportedHours hours) {}

    /**
     * What a learner can report of a version, and what they did.
     *
     * @param runs those that they can have been in; empty where none was announced that they could
     */
    public record Own(List<AnnouncedRun> runs, Optional<Kept> kept) {
        public Own {
            runs = List.copyOf(runs);
        }
    }

    /**
     * What somebody can report of a version; empty for whoever did not take it, or not to its end.
     */
    Optional<Own> own(Person person, CourseVersion version) {
        return store.taken(person, version.course(), version.number())
                .flatMap(taken -> own(version, taken))
                .map(
                        through ->
                                new Own(
                                        through,
                                        store.of(person, version.course(), version.number())));
    }

    /** The runs that somebody can have been in; none where no run was announced and it is over. */
    private Optional<List<AnnouncedRun>> own(CourseVersion version, CourseTaken taken) {
        var today = LocalDate.now(clock);
        var all = takingPlace(version);
        var through = all.stream().filter(it -> taken.isThrough(it.run(), today)).toList();
        boolean withoutRun =
                taken.passedOn().isPresent()
                        || (all.isEmpty()
                                && version.design()
                                        .firstRun()
                                        .map(CourseRun::of)
                                        .filter(it -> taken.isThrough(it, today))
                                        .isPresent());
        return through.isEmpty() && !withoutRun ? Optional.empty() : Optional.of(through);
    }

    private List<AnnouncedRun> takingPlace(CourseVersion version) {
        return runs.of(version.course(), version.number()).stream()
                .filter(run -> run.cancelled().isEmpty())
                .toList();
    }

    /** Keeps what a learner reports, in the place of what they reported before. */
    @Transactional
    Decided<Kept> report(
            Person person, CourseVersion version, String run, ReportedHours.Typed typed) {
        var own = own(person, version);
        if (own.isEmpty()) {
            return Decided.refused(Refusal.of("catalogue.reported-not-taken", "course"));
        }
        return run(run, own.get().runs())
                .then(found -> ReportedHours.read(typed).map(hours -> new Kept(found, hours)))
                .map(
                        kept -> {
                            store.keep(person, version, kept, clock.instant());
                            return kept;
                        });
    }

    /** The run that is meant: one of these, or none where there is none. */
    private static Decided<Optional<UUID>> run(String typed, List<AnnouncedRun> of) {
        var wanted = typed.strip();
        if (wanted.isEmpty() && of.size() <= 1) {
            return Decided.accepted(of.stream().map(AnnouncedRun::id).findFirst());
        }
        return of.stream()
                .map(AnnouncedRun::id)
                .filter(id -> id.toString().equals(wanted))
                .findFirst()
                .map(id -> Decided.accepted(Optional.of(id)))
                .orElseGet(
                        () ->
                                Decided.refused(
                                        Refusal.of(
                                                wanted.isEmpty()
                                                        ? "catalogue.reported-run-missing"
                                                        : "catalogue.reported-run-unknown",
                                                "run")));
    }

    @Override
    public List<Course> of(Person person) {
        return store.taken(person).stream()
                .map(it -> courses.version(it.course(), it.number()))
                .flatMap(Optional::stream)
                .flatMap(version -> course(person, version).stream())
                .sorted(Comparator.comparing(Course::reported).thenComparing(Course::title))
                .toList();
    }

    private Optional<Course> course(Person person, CourseVersion version) {
        var title = version.design().title();
        return own(person, version)
                .flatMap(
                        own ->
                                accounts.organisation(version.organisation())
                                        .map(
                                                by ->
                                                        new Course(
                                                                "/catalogue/%s/%s/%d/hours"
                                                                        .formatted(
                                                                                by.slug(),
                                                                                version.design()
                                                                                        .code(),
                                                                                version.number()),
                                                                title.authoritative(),
                                                                title.authoritativeLanguage().tag(),
                                                                own.kept().isPresent())));
    }

    /** The runs of a version of which a table can be loaded: those that are over. */
    List<AnnouncedRun> over(Acting acting, CourseVersion version) {
        return takingPlace(version).stream()
                .filter(it -> it.run().to().isBefore(acting.today(clock)))
                .toList();
    }

    /**
     * Keeps the table of a survey after a run, in the place of the one before.
     *
     * @return how many reports it has
     */
    @Transactional
    Decided<Integer> load(Acting acting, CourseVersion version, String run, byte[] file) {
        courses.hold(acting, version.course());
        if (!takingPlace(version).isEmpty() && over(acting, version).isEmpty()) {
            return Decided.refused(Refusal.of("catalogue.reported-run-not-over", "run"));
        }
        return run(run, over(acting, version))
                .then(
                        found ->
                                HoursTable.read(file)
                                        .map(table -> load(acting, version, found, table, file)));
    }

    private int load(
            Acting acting,
            CourseVersion version,
            Optional<UUID> run,
            List<ReportedHours> table,
            byte[] file) {
        store.keep(version, run, table, clock.instant());
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                "course.hours-loaded",
                version.course() + "/" + version.number() + run.map(id -> "/" + id).orElse(""),
                file);
        return table.size();
    }

    /** What was reported of the course of an organisation that has a code. */
    ReportedRuns of(Acting acting, String code) {
        return store.course(acting.organisation().id(), code)
                .map(course -> of(acting, course))
                .orElse(ReportedRuns.NONE);
    }

    /** What was reported of the runs of a course, the newest version and run first. */
    public ReportedRuns of(Acting acting, UUID course) {
        var newestFirst =
                Comparator.comparingInt(ReportedRun::version)
                        .thenComparing(
                                it -> it.days().map(CourseDesign.Run::from).orElse(LocalDate.MIN))
                        .reversed()
                        .thenComparing(ReportedRun::source);
        return new ReportedRuns(
                store.of(course).stream()
                        .flatMap(
                                group ->
                                        courses
                                                .version(acting, course, group.number())
                                                .map(version -> reported(version, group))
                                                .stream())
                        .sorted(newestFirst)
                        .toList(),
                rules.of(acting.organisation().id()));
    }

    private ReportedRun reported(CourseVersion version, ReportedHoursStore.Group group) {
        var kinds = new EnumMap<TimeKind, HoursSpread>(TimeKind.class);
        group.ofKinds().forEach((kind, hours) -> kinds.put(kind, HoursSpread.of(hours)));
        return new ReportedRun(
                group.number(),
                group.run(),
                group.run()
                        .flatMap(id -> days(version, id))
                        .or(
                                () ->
                                        version.design()
                                                .firstRun()
                                                .filter(it -> group.run().isEmpty())
                                                .filter(it -> takingPlace(version).isEmpty())),
                group.source(),
                version.design().hours(),
                HoursSpread.of(group.total()),
                Map.copyOf(kinds));
    }

    private Optional<CourseDesign.Run> days(CourseVersion version, UUID run) {
        return runs.of(version.course(), version.number()).stream()
                .filter(it -> it.id().equals(run))
                .map(it -> new CourseDesign.Run(it.run().from(), it.run().to()))
                .findFirst();
    }

    /** A version of the acting organisation that is or was on offer. */
    CourseVersion version(Acting acting, UUID course, int number) {
        var version = courses.version(acting, course, number).orElseThrow(NotThere::new);
        if (!courses.state(course, number).orElseThrow(NotThere::new).isPublic()) {
            throw new NotThere();
        }
        return version;
    }
}
