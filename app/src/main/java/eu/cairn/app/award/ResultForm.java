package eu.cairn.app.award;

import eu.cairn.app.web.Words;
import eu.cairn.award.OutcomeProof;
import eu.cairn.award.ResultRow;
import eu.cairn.framework.Refusal;
import java.util.List;

/**
 * The results of one learner as they were typed into the form.
 *
 * @param refusals what is wrong with it, each at the name of its column
 */
public record ResultForm(ResultRow typed, List<Refusal> refusals) {

    public ResultForm {
        refusals = List.copyOf(refusals);
    }

    /** What is wrong at a place, in words. */
    public List<String> faults(String place) {
        return refusals.stream().filter(one -> one.place().equals(place)).map(Words::of).toList();
    }

    public String task(String code) {
        return typed.tasks().getOrDefault(code, "");
    }

    public OutcomeProof.Typed outcome(String code) {
        return typed.outcomes().getOrDefault(code, OutcomeProof.Typed.NOTHING);
    }
}
