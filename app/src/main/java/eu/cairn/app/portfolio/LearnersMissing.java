package eu.cairn.app.portfolio;

import eu.cairn.app.account.Acting;
import eu.cairn.app.stacking.LongWork;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.MissingCourses;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells an institution which course, if it existed, would let most of its learners finish a
 * qualification of its own. Learners are numbers here, and what they chose is left aside.
 */
@Component
class LearnersMissing {

    private final KnownLearners learners;
    private final RulebookStore rulebooks;
    private final LongWork work;
    private final Clock clock;

    LearnersMissing(KnownLearners learners, RulebookStore rulebooks, LongWork work, Clock clock) {
        this.learners = learners;
        this.rulebooks = rulebooks;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param answer about learners who hold something that a rule takes
     * @param beyond whether there are more learners than one question looks at
     */
    record Found(PublishedRulebook rulebook, MissingCourses.Answer answer, boolean beyond) {}

    /** The institution's own rulebook that applies today or, where none does, its newest. */
    Optional<PublishedRulebook> rulebook(Acting acting, String id) {
        return rulebooks
                .applying(id, clock.instant())
                .or(() -> rulebooks.versions(id).stream().findFirst())
                .filter(it -> it.organisation().id().equals(acting.organisation().id()));
    }

    /** The courses that are missing; nothing where the server is busy with others. */
    Optional<Found> of(Acting acting, PublishedRulebook rulebook) {
        return work.inTurn(
                () -> {
                    var known = learners.of(acting, rulebook.id());
                    var concerned =
                            known.learners().stream()
                                    .map(KnownLearners.Known::portfolio)
                                    .filter(it -> Acceptance.any(rulebook.rules(), it))
                                    .toList();
                    var answer = MissingCourses.under(rulebook.rules()).of(concerned);
                    return new Found(rulebook, answer, known.beyond());
                });
    }
}
