package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.catalogue.CourseRun;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.RunDraft;
import eu.cairn.catalogue.RunReader;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs of a published course version, announced, changed and called off by its institution. The
 * version is approved once; its runs need no further review.
 */
@Component
public class Runs {

    private static final int MOST = 200;

    private final RunStore store;
    private final CourseStore courses;
    private final CatalogueEntries catalogue;
    private final Journal journal;
    private final Identifiers identifiers;
    private final JsonMapper json;
    private final Clock clock;

    Runs(
            RunStore store,
            CourseStore courses,
            CatalogueEntries catalogue,
            Journal journal,
            Identifiers identifiers,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.courses = courses;
        this.catalogue = catalogue;
        this.journal = journal;
        this.identifiers = identifiers;
        this.json = json;
        this.clock = clock;
    }

    /** The version of the acting organisation's course; another's is not there. */
    CourseVersion version(Acting acting, UUID course, int number) {
        var version = courses.version(acting, course, number).orElseThrow(NotThere::new);
        var state = courses.state(course, number).orElseThrow(NotThere::new);
        if (state == CourseState.DRAFT || state == CourseState.IN_REVIEW) {
            throw new NotThere();
        }
        return version;
    }

    /** Every run that was announced, also those called off. */
    List<AnnouncedRun> list(Acting acting, UUID course, int number) {
        version(acting, course, number);
        return store.of(course, number);
    }

    @Transactional
    public Decided<AnnouncedRun> add(Acting acting, UUID course, int number, RunDraft draft) {
        courses.hold(acting, course);
        var version = version(acting, course, number);
        var runs = store.of(course, number);
        if (runs.size() >= MOST) {
            return Decided.refused(Refusal.of("catalogue.too-many-runs", "startsOn", MOST));
        }
        return published(version)
                .then(it -> read(acting, version, runs, Optional.empty(), draft))
                .map(
                        run -> {
                            var id = identifiers.next();
                            store.add(acting, course, number, id, run, clock.instant());
                            return kept(acting, version, id, "course.run-announced");
                        });
    }

    /** Changes a run over the revision that it was read in. */
    @Transactional
    public Decided<AnnouncedRun> change(
            Acting acting, UUID course, int number, UUID id, int revision, RunDraft draft) {
        courses.hold(acting, course);
        var version = version(acting, course, number);
        var run = run(version, id);
        if (run.revision() != revision) {
            return Decided.refused(Refusal.of("catalogue.run-saved-elsewhere", "revision"));
        }
        return published(version)
                .then(it -> takesPlace(run))
                .then(it -> read(acting, version, store.of(course, number), Optional.of(id), draft))
                .map(
                        changed -> {
                            store.change(acting, id, changed, clock.instant());
                            return kept(acting, version, id, "course.run-changed");
                        });
    }

    /** Calls a run off for a reason; it stays on record. */
    @Transactional
    public Decided<AnnouncedRun> cancel(
            Acting acting, UUID course, int number, UUID id, String reason) {
        courses.hold(acting, course);
        var version = version(acting, course, number);
        var plain = reason.strip();
        return takesPlace(run(version, id))
                .then(
                        run ->
                                plain.isEmpty() || plain.length() > LONGEST_REASON
                                        ? Decided.<AnnouncedRun>refused(
                                                Refusal.of(
                                                        "catalogue.run-reason-missing",
                                                        "reason",
                                                        LONGEST_REASON))
                                        : Decided.accepted(run))
                .map(
                        run -> {
                            store.cancel(acting, id, plain, clock.instant());
                            return kept(acting, version, id, "course.run-cancelled");
                        });
    }

    /** Takes the runs that are not over along to the version that replaces theirs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void carry(Acting acting, UUID course, int from, int to) {
        var carried = store.carry(course, from, to, acting.today(clock));
        if (!carried.isEmpty()) {
            journal.append(
                    Optional.of(acting.organisation().id()),
                    acting.person().id(),
                    "course.runs-carried",
                    course + "/" + to,
                    json.writeValueAsBytes(new Carried(from, to, carried)));
        }
    }

    private record Carried(int from, int to, List<UUID> runs) {}

    private static final int LONGEST_REASON = 1000;

    private Decided<CourseVersion> published(CourseVersion version) {
        var state = courses.state(version.course(), version.number()).orElseThrow();
        return state == CourseState.PUBLISHED
                ? Decided.accepted(version)
                : Decided.refused(Refusal.of("catalogue.run-not-offered", "state", state.code()));
    }

    private static Decided<AnnouncedRun> takesPlace(AnnouncedRun run) {
        return run.cancelled().isEmpty()
                ? Decided.accepted(run)
                : Decided.refused(
                        Refusal.of(
                                "catalogue.run-cancelled",
                                "startsOn",
                                run.cancelled().get().reason()));
    }

    private Decided<CourseRun> read(
            Acting acting,
            CourseVersion version,
            List<AnnouncedRun> runs,
            Optional<UUID> except,
            RunDraft draft) {
        var others =
                runs.stream()
                        .filter(one -> one.cancelled().isEmpty())
                        .filter(one -> !except.equals(Optional.of(one.id())))
                        .map(AnnouncedRun::run)
                        .toList();
        return RunReader.read(draft, version.design().hours(), others, acting.today(clock));
    }

    private AnnouncedRun run(CourseVersion version, UUID id) {
        return store.of(version.course(), version.number()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private AnnouncedRun kept(Acting acting, CourseVersion version, UUID id, String kind) {
        var kept = run(version, id);
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                kind,
                version.course() + "/" + version.number() + "/" + id,
                json.writeValueAsBytes(kept));
        catalogue.refresh(version.course(), version.number());
        return kept;
    }
}
