package eu.cairn.app.stacking;

import eu.cairn.stacking.Audit;
import eu.cairn.stacking.NotPlanned;
import eu.cairn.stacking.Plan;
import eu.cairn.stacking.PlanAnswer;
import eu.cairn.stacking.PlanGoal;
import eu.cairn.stacking.Price;
import eu.cairn.stacking.Rulebook;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Plans as text for people. */
final class PlanReport {

    private final Rulebook rulebook;
    private final PlanGoal goal;
    private final AuditWords words;

    PlanReport(Rulebook rulebook, PlanGoal goal, AuditWords words) {
        this.rulebook = rulebook;
        this.goal = goal;
        this.words = words;
    }

    void print(PrintWriter out, PlanAnswer answer) {
        out.println(say("report-title", rulebook.title(), rulebook.version()));
        out.println();
        switch (answer) {
            case PlanAnswer.Satisfied satisfied -> out.println(say("plan-satisfied"));
            case PlanAnswer.Waits(var day, var audit) -> out.println(say("plan-waits", day));
            case PlanAnswer.Found(var plans, var complete, var not) -> {
                plans(out, plans, complete);
                notPlanned(out, not);
            }
            case PlanAnswer.None(var nearest, var not) -> {
                none(out, nearest);
                notPlanned(out, not);
            }
            case PlanAnswer.Incomparable(var currencies) ->
                    out.println(sentence("plan.several-currencies", String.join(", ", currencies)));
            case PlanAnswer.Unfinished(var not) -> {
                out.println(sentence("plan.work-spent"));
                notPlanned(out, not);
            }
        }
    }

    private String sentence(String code, Object... parameters) {
        return words.sentence(code, Arrays.stream(parameters).map(String::valueOf).toList());
    }

    private String say(String key, Object... parameters) {
        return sentence("words." + key, parameters);
    }

    private void plans(PrintWriter out, List<Plan> plans, boolean complete) {
        out.println(say("plan-goal-" + goal.code()));
        for (int number = 0; number < plans.size(); number++) {
            out.println();
            out.println(say("plan-number", number + 1, figures(plans.get(number))));
            plan(out, plans.get(number));
        }
        if (!complete) {
            out.println();
            out.println(say("plan-perhaps-more"));
        }
    }

    private String figures(Plan plan) {
        var said = new ArrayList<String>();
        said.add(plan.credits() + " ECTS");
        said.add(say("plan-finish", AuditWords.day(plan.finish())));
        said.add(
                plan.prices().isEmpty()
                        ? say("plan-price-unknown")
                        : plan.prices().stream()
                                .map(Price::toString)
                                .collect(Collectors.joining(" + ")));
        plan.hours().ifPresent(hours -> said.add(say("plan-hours", hours.toPlainString())));
        return String.join(", ", said);
    }

    private void plan(PrintWriter out, Plan plan) {
        for (var course : plan.courses()) {
            var offer = course.offer();
            out.println(
                    "  "
                            + say(
                                    "plan-course",
                                    AuditWords.day(offer.start()),
                                    AuditWords.day(offer.end()),
                                    offer.title(),
                                    offer.credits(),
                                    offer.id()));
            if (!course.countsIn().isEmpty()) {
                out.println("      " + say("plan-counts", String.join(", ", course.countsIn())));
            }
            if (!course.opens().isEmpty()) {
                out.println("      " + say("plan-opens", String.join(", ", course.opens())));
            }
            out.println("      " + say("plan-enrol", AuditWords.day(offer.lastDayToEnrol())));
        }
        out.println("  " + PlanWords.proof(plan));
    }

    private void none(PrintWriter out, Audit nearest) {
        if (nearest.result() == Audit.Result.SATISFIED) {
            out.println(sentence("plan.constraints-in-the-way"));
            return;
        }
        out.println(sentence("plan.not-on-offer"));
        nearest.missing().ifPresent(missing -> out.println(say("plan-still-missing", missing)));
        nearest.completion().forEach(each -> out.println("  " + AuditReport.further(each)));
    }

    private void notPlanned(PrintWriter out, List<NotPlanned> reasons) {
        if (!reasons.isEmpty()) {
            out.println();
            out.println(say("plan-not-planned"));
            reasons.forEach(
                    each -> out.println("  " + each.offer() + "  " + words.notPlanned(each)));
        }
    }
}
