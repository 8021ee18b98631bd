package eu.cairn.bench;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audits;
import java.util.OptionalLong;

/** Our audit, all of it: acceptance, search, the missing figure, every reason, and the check. */
final class CairnEngine implements Engine {

    @Override
    public String name() {
        return "Cairn";
    }

    @Override
    public Question ask(Learner learner) {
        return () -> answer(Audits.audit(learner.rulebook(), learner.portfolio()));
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
