package eu.cairn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.bench.Learner.Held;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Rulebook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GreedyEngineTest {

    private static final List<Requirement> LAW_AND_DATA = List.of(take("law"), take("data"));

    @Test
    void whoFitsInOnePlaceOnlyIsSatisfied() {
        var learner = learner(List.of(), held("a", "law"), held("b", "data"));

        assertThat(answer(learner)).isEqualTo(new Answer.Satisfied());
    }

    @Test
    void theFirstRequirementTakesWhatTheSecondNeeds() {
        var learner = learner(List.of(), held("a", "law", "data"), held("b", "law"));

        assertThat(answer(learner)).isEqualTo(new Answer.Unproven());
        assertThat(new CairnEngine(true).ask(learner).answer()).isEqualTo(new Answer.Satisfied());
    }

    @Test
    void aCapIsNeverBroken() {
        var cap = Limit.atMost("cap", Ects.of(5), Filter.ANY);

        var learner = learner(List.of(cap), held("a", "law"), held("b", "data"));

        assertThat(answer(learner)).isEqualTo(new Answer.Unproven());
    }

    private static Answer answer(Learner learner) {
        return new GreedyEngine().ask(learner).answer();
    }

    private static Learner learner(List<Limit> limits, Held... held) {
        return Learner.of(1, Rulebook.of("two", LAW_AND_DATA, limits), List.of(held));
    }

    private static Held held(String id, String... themes) {
        var credits = Ects.of(5);
        var facts = HeldCredential.of(id, credits).themes(List.of(themes)).course(id);
        return new Held(credits, id, facts.credential());
    }

    private static Requirement take(String theme) {
        return new Take(
                theme,
                Note.NONE,
                Filter.of(new OneOf(Fact.THEME, List.of(theme))),
                Optional.of(Ects.of(5)),
                Optional.empty(),
                false);
    }
}
