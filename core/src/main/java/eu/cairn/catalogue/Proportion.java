package eu.cairn.catalogue;

import eu.cairn.credential.AssessmentType;
import eu.cairn.framework.AssessmentFit;
import eu.cairn.framework.LearningHours;
import java.util.List;
import java.util.Optional;

/**
 * Whether outcomes are assessed by what can show them, and taught in proportion to what their
 * assessment weighs: grounds for questions, never for refusals.
 */
final class Proportion {

    /** By how many parts in a hundred hours and weight may differ before it is asked why. */
    private static final int TOLERATED = 20;

    private final CourseDraft draft;
    private final TypedFields fields;

    Proportion(CourseDraft draft, TypedFields fields) {
        this.draft = draft;
        this.fields = fields;
    }

    void read() {
        for (int number = 1; number <= draft.outcomes().size(); number++) {
            fit(number);
        }
        proportion();
    }

    /** An outcome that only tasks assess of a type that can hardly show it. */
    private void fit(int number) {
        var level = OutcomeReader.level(draft, number);
        var types =
                draft.tasks().stream()
                        .filter(task -> task.outcomes().contains(number))
                        .map(task -> AssessmentType.ofCode(task.type()))
                        .flatMap(Optional::stream)
                        .toList();
        if (level.isEmpty() || types.isEmpty()) {
            return;
        }
        boolean weak =
                types.stream()
                        .allMatch(
                                type ->
                                        AssessmentFit.of(type.uri(), level.get())
                                                == AssessmentFit.WEAK);
        if (weak) {
            fields.hint(
                    "outcomes[" + number + "]",
                    "catalogue.assessment-cannot-show",
                    number,
                    level.get().code(),
                    types.getFirst().code());
        }
    }

    /** Hours and weights are shared equally among the outcomes that something serves. */
    private void proportion() {
        int outcomes = draft.outcomes().size();
        var estimates = Estimates.of(draft);
        var hours = new double[outcomes];
        var weights = new double[outcomes];
        for (var activity : draft.activities()) {
            share(
                    hours,
                    activity.outcomes(),
                    minutes(estimates.time(activity).map(Estimates.Hours::likely)));
        }
        for (var task : draft.tasks()) {
            share(hours, task.outcomes(), minutes(LearningHours.parse(task.hours())));
            share(
                    weights,
                    task.outcomes(),
                    task.weight().strip().matches("\\d{1,3}")
                            ? Integer.parseInt(task.weight().strip())
                            : 0);
        }
        double allHours = sum(hours);
        double allWeights = sum(weights);
        if (outcomes < 2 || allHours == 0 || allWeights == 0) {
            return;
        }
        for (int i = 0; i < outcomes; i++) {
            long ofHours = Math.round(hours[i] * 100 / allHours);
            long ofWeight = Math.round(weights[i] * 100 / allWeights);
            if (ofHours > 0 && ofWeight > 0 && Math.abs(ofHours - ofWeight) > TOLERATED) {
                fields.hint(
                        "outcomes[" + (i + 1) + "]",
                        "catalogue.hours-against-weight",
                        i + 1,
                        ofHours,
                        ofWeight);
            }
        }
    }

    private static void share(double[] sums, List<Integer> outcomes, double amount) {
        var known = outcomes.stream().filter(n -> n >= 1 && n <= sums.length).distinct().toList();
        for (int number : known) {
            sums[number - 1] += amount / known.size();
        }
    }

    private static int minutes(Optional<LearningHours> hours) {
        return hours.map(LearningHours::minutes).orElse(0);
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
