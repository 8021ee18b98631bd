package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.DesignReview;
import eu.cairn.catalogue.Offerer;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with a course: begun, saved, submitted, revised, moved to another state. */
@Component
public class Courses {

    private static final Optional<CourseState> PUBLISHED = Optional.of(CourseState.PUBLISHED);

    private final CourseStore store;
    private final DraftWork drafts;
    private final JointAwardStore joint;
    private final AccountStore accounts;
    private final AwardingRightStore rights;
    private final NationalTypeRegister types;
    private final Surroundings surroundings;
    private final CatalogueEntries catalogue;
    private final Runs runs;
    private final Journal journal;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Courses(
            CourseStore store,
            DraftWork drafts,
            JointAwardStore joint,
            AccountStore accounts,
            AwardingRightStore rights,
            NationalTypeRegister types,
            Surroundings surroundings,
            CatalogueEntries catalogue,
            Runs runs,
            Journal journal,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.joint = joint;
        this.accounts = accounts;
        this.rights = rights;
        this.types = types;
        this.surroundings = surroundings;
        this.catalogue = catalogue;
        this.runs = runs;
        this.journal = journal;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /** What a machine says of a draft, where and when it is read, while nobody signs it. */
    public DesignReview review(Acting acting, CourseDraft draft) {
        return review(acting, draft, false);
    }

    /**
     * What a machine says of a draft, where and when it is read.
     *
     * @param signs whether the person who acts signs what is to be signed in it
     */
    public DesignReview review(Acting acting, CourseDraft draft, boolean signs) {
        return DesignReview.of(
                draft,
                new Offerer(
                        acting.organisation().country(),
                        rights.on(acting.organisation(), acting.today(clock)),
                        types.types(acting.organisation().country()),
                        Optional.of(acting.person().fullName()).filter(name -> signs)),
                NationalFrameworks.published(),
                acting.today(clock),
                surroundings.of(acting));
    }

    @Transactional
    public UUID begin(Acting acting, CourseDraft draft) {
        var id = identifiers.next();
        store.add(acting, id, draft, "", clock.instant());
        store.enter(acting, id, 1, CourseState.DRAFT, "Begun", clock.instant());
        return id;
    }

    /** Saves what was typed together with what others saved since. */
    public Decided<SavedDraft> save(Acting acting, UUID course, CourseDraft draft, Basis basis) {
        return drafts.save(acting, course, draft, basis);
    }

    /** Submits a draft in which nothing is to be signed. */
    @Transactional
    public Decided<CourseVersion> submit(Acting acting, UUID course) {
        return submit(acting, course, false);
    }

    /**
     * Freezes the draft as a version and hands it to review, or says everything that hinders; a
     * version whose changes are editorial is approved with it.
     *
     * @param signs whether who submits signs what is to be signed in it
     */
    @Transactional
    public Decided<CourseVersion> submit(Acting acting, UUID course, boolean signs) {
        store.hold(acting, course);
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        if (!saved.canBeEdited()) {
            return Decided.refused(
                    Refusal.of("catalogue.not-a-draft", "state", saved.state().code()));
        }
        var review = review(acting, saved.draft(), signs);
        if (review.design().isEmpty()) {
            return Decided.refused(review.faults());
        }
        var design = review.design().get();
        if (!store.takeCode(acting, course, design.code())) {
            return Decided.refused(Refusal.of("catalogue.code-taken", "code", design.code()));
        }
        var version =
                new CourseVersion(
                        course,
                        saved.number(),
                        acting.organisation().id(),
                        acting.organisation().country(),
                        acting.person().id(),
                        clock.instant(),
                        design);
        var document = store.freeze(version);
        askJointly(version);
        enter(acting, course, saved.number(), CourseState.IN_REVIEW, "Submitted for approval");
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                "course.submitted",
                course + "/" + saved.number(),
                document);
        events.publishEvent(new CourseSubmitted(acting, version));
        return Decided.accepted(version);
    }

    private void askJointly(CourseVersion version) {
        for (var body : version.design().terms().jointAwardingBodies()) {
            var asked = body.organisation().flatMap(accounts::organisation).orElseThrow();
            joint.ask(version, asked.id(), clock.instant());
        }
    }

    /** Begins the next version of a course whose last version was decided on. */
    @Transactional
    public Decided<Integer> revise(Acting acting, UUID course) {
        store.hold(acting, course);
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        return switch (saved.state()) {
            case DRAFT, IN_REVIEW ->
                    Decided.refused(
                            Refusal.of("catalogue.still-open", "state", saved.state().code()));
            case APPROVED, PUBLISHED, SUSPENDED, CLOSED ->
                    Decided.accepted(next(acting, course, saved.number(), "New version begun"));
        };
    }

    /** Moves on after a refusal: the frozen version stays, the draft goes on as the next one. */
    public void giveBack(Acting acting, UUID course, int number, String reason) {
        enter(acting, course, number, CourseState.DRAFT, reason);
        next(acting, course, number, reason);
    }

    /**
     * Publishes a version that a decision has approved, for the reasons of the decision, and closes
     * the one that it replaces, whose runs become its own.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Acting acting, UUID course, int number, String reasons) {
        move(acting, course, number, CourseState.APPROVED, reasons);
        var replaced =
                IntStream.range(1, number)
                        .filter(it -> store.state(course, it).equals(PUBLISHED))
                        .toArray();
        for (int earlier : replaced) {
            runs.carry(acting, course, earlier, number);
        }
        move(acting, course, number, CourseState.PUBLISHED, "Published with its approval");
        for (int earlier : replaced) {
            move(acting, course, earlier, CourseState.CLOSED, "Replaced by version " + number);
        }
    }

    /** Moves an approved version to another state that somebody asks for, for a reason. */
    @Transactional
    public Decided<CourseState> change(
            Acting acting, UUID course, int number, CourseState target, String reason) {
        store.hold(acting, course);
        var version = store.version(acting, course, number).orElseThrow(NotThere::new);
        var changed = store.state(version.course(), number).orElseThrow().change(target, reason);
        if (changed instanceof Decided.Accepted<CourseState>) {
            move(acting, course, number, target, reason);
        }
        return changed;
    }

    /** Enters a state and writes it into the journal. */
    private void move(Acting acting, UUID course, int number, CourseState target, String reason) {
        enter(acting, course, number, target, reason.strip());
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                "course." + target.code(),
                course + "/" + number,
                reason.getBytes(StandardCharsets.UTF_8));
        catalogue.refresh(course, number); // after the journal, which everybody waits for first
    }

    private int next(Acting acting, UUID course, int number, String reason) {
        store.startVersion(acting, course, number + 1);
        enter(acting, course, number + 1, CourseState.DRAFT, reason);
        return number + 1;
    }

    private void enter(Acting acting, UUID course, int number, CourseState state, String reason) {
        store.enter(acting, course, number, state, reason, clock.instant());
    }
}
