package eu.cairn.bench;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Rulebook;
import java.time.LocalDate;
import java.util.List;

/**
 * A made-up learner under a made-up rulebook, to be audited by us and by the peers.
 *
 * @param seed from which this learner is drawn again
 * @param held the credentials of the portfolio
 */
record Learner(long seed, Rulebook rulebook, Portfolio portfolio, List<Held> held) {

    static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    /** A credential with the figures that peers need; credentials of one course count once. */
    record Held(Ects credits, String course, HeldCredential facts) {}

    static Learner of(long seed, Rulebook rulebook, List<Held> held) {
        var facts = held.stream().map(Held::facts).toList();
        return new Learner(seed, rulebook, Portfolio.of(DAY, facts), List.copyOf(held));
    }
}
