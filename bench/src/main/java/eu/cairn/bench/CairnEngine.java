package eu.cairn.bench;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Portfolio;
import java.util.List;
import java.util.OptionalLong;

/**
 * Our audit, all of it: acceptance, search, the missing figure, every reason, and the check.
 *
 * @param ready whether the rulebook is made ready before the time is taken, as the product does
 *     once for every version and, for the kinds of further credentials, once a day
 */
record CairnEngine(boolean ready) implements Engine {

    @Override
    public String name() {
        return ready ? "Cairn" : "Cairn, new rules";
    }

    @Override
    public Question ask(Learner learner) {
        if (!ready) {
            return () -> answer(Audits.audit(learner.rulebook(), learner.portfolio()));
        }
        var audits = Audits.under(learner.rulebook());
        audits.audit(Portfolio.of(Learner.DAY, List.of()));
        return () -> answer(audits.audit(learner.portfolio()));
    }

    private static Answer answer(Audit audit) {
        return switch (audit.result()) {
            case SATISFIED -> new Answer.Satisfied();
            case NOT_SATISFIED ->
                    audit.missing()
                            .map(Ects::hundredths)
                            .<Answer>map(each -> new Answer.NotSatisfied(OptionalLong.of(each)))
                            .orElseGet(Answer.Impossible::new);
            case COULD_NOT_FINISH -> new Answer.Unproven();
        };
    }
}
