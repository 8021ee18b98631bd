package eu.cairn.app.quality;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.CourseSubmitted;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.catalogue.CourseState;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.CriteriaSet;
import eu.cairn.quality.QualityDecision;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with a submission: findings saved, a decision made. */
@Component
public class Reviews {

    private final ReviewStore store;
    private final CourseStore versions;
    private final Courses courses;
    private final WaysByRule ways;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;

    Reviews(
            ReviewStore store,
            CourseStore versions,
            Courses courses,
            WaysByRule ways,
            Journal journal,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.courses = courses;
        this.ways = ways;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Saves what was typed; a version that was decided on keeps what it was decided with. */
    @Transactional
    public void save(Acting acting, UUID course, int number, ReviewDraft draft) {
        var version = versions.version(acting, course, number).orElseThrow(NotThere::new);
        if (store.decision(course, number).isEmpty()) {
            store.save(acting, version.course(), number, draft, clock.instant());
        }
    }

    /** Decides on a version: approves and publishes it, or gives it back with reasons. */
    @Transactional
    public Decided<QualityDecision> decide(
            Acting acting, UUID course, int number, ReviewDraft draft) {
        var version = versions.version(acting, course, number).orElseThrow(NotThere::new);
        if (!versions.state(course, number).equals(Optional.of(CourseState.IN_REVIEW))) {
            return Decided.refused(Refusal.of("quality.not-in-review", ""));
        }
        var decided =
                QualityDecision.decide(
                        identifiers.next(),
                        version,
                        versions.authors(version),
                        CriteriaSet.shortCourses2026(),
                        draft.proposal(),
                        ways.earlier(version),
                        acting.person().id(),
                        ways.rules(version),
                        clock.instant(),
                        acting.today(clock));
        return switch (decided) {
            case Decided.Refused<QualityDecision> refused -> refused;
            case Decided.Accepted<QualityDecision> accepted -> keep(acting, accepted.value());
        };
    }

    /** Approves a version at once, within the submission, if its changes are editorial. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void submitted(CourseSubmitted event) {
        ways.editorial(
                        event.version(),
                        identifiers.next(),
                        clock.instant(),
                        event.acting().today(clock))
                .ifPresent(decision -> keep(event.acting(), decision));
    }

    private Decided<QualityDecision> keep(Acting acting, QualityDecision decision) {
        var document = store.add(decision);
        if (document.isEmpty()) {
            return Decided.refused(Refusal.of("quality.decided-before", ""));
        }
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                "quality."
                        + (decision.byNotification()
                                ? "approved-by-notification"
                                : decision.outcome().code()),
                decision.id().toString(),
                document.get());
        var course = decision.version().course();
        int number = decision.version().number();
        if (decision.outcome().approves()) {
            courses.publish(acting, course, number, decision.reasons());
        } else {
            courses.giveBack(acting, course, number, decision.reasons());
        }
        return Decided.accepted(decision);
    }
}
