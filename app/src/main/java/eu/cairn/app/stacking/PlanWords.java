package eu.cairn.app.stacking;

import eu.cairn.stacking.Plan;
import java.util.List;

/** What is said of a plan wherever it is shown. */
public final class PlanWords {

    private PlanWords() {}

    /** Whether it is proved that no plan is better, and what is known where it is not. */
    public static String proof(Plan plan) {
        if (plan.best()) {
            return say("words.plan-best");
        }
        return plan.bound()
                .map(
                        bound ->
                                switch (bound) {
                                    case Plan.Bound.Credits(var least) ->
                                            say("words.plan-bound-credits", least, plan.credits());
                                    case Plan.Bound.Finish(var day) ->
                                            plan.dated()
                                                    ? say(
                                                            "words.plan-bound-finish",
                                                            AuditWords.day(day),
                                                            AuditWords.day(plan.finish()))
                                                    : say("words.plan-not-proved");
                                    case Plan.Bound.Cost(var price) ->
                                            say("words.plan-bound-price", price);
                                })
                .orElseGet(() -> say("words.plan-not-proved"));
    }

    private static String say(String key, Object... parameters) {
        return AuditWords.english()
                .sentence(key, List.of(parameters).stream().map(String::valueOf).toList());
    }
}
