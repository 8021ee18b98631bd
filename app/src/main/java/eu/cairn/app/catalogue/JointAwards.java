package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.catalogue.JointAgreement;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the decision of an organisation that is asked to award a course version jointly. */
@Component
public class JointAwards {

    private final JointAwardStore store;
    private final Keys keys;
    private final Journal journal;
    private final Clock clock;

    JointAwards(JointAwardStore store, Keys keys, Journal journal, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Agrees or refuses, once for a version; whoever agrees has a key to sign with from then on.
     */
    @Transactional
    public Decided<JointAgreement> decide(
            Acting acting, UUID course, int number, boolean agrees, String reason) {
        if (!store.isAsked(acting, course, number)) {
            throw new NotThere();
        }
        var decided = JointAgreement.decide(acting.organisation().slug(), agrees, reason);
        if (!(decided instanceof Decided.Accepted<JointAgreement>(var agreement))) {
            return decided;
        }
        if (!store.decide(acting, course, number, agreement, clock.instant())) {
            return Decided.refused(Refusal.of("catalogue.joint-decided-before", ""));
        }
        if (agrees) {
            keys.inUse(acting.organisation());
        }
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                agrees ? "joint-award.agreed" : "joint-award.refused",
                course + "/" + number,
                agreement.reason().getBytes(StandardCharsets.UTF_8));
        return decided;
    }
}
