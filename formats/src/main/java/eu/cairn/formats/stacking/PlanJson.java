package eu.cairn.formats.stacking;

import eu.cairn.stacking.Audit;
import eu.cairn.stacking.NotPlanned;
import eu.cairn.stacking.Plan;
import eu.cairn.stacking.PlanAnswer;
import eu.cairn.stacking.PlanGoal;
import eu.cairn.stacking.Price;
import eu.cairn.stacking.Rulebook;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes plans as JSON: fields in a fixed order, the same bytes for the same facts. Each plan
 * carries the audit that proves it, as {@link AuditJson} writes it.
 */
public final class PlanJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Rulebook rulebook;
    private final PlanTexts texts;

    private PlanJson(Rulebook rulebook, PlanTexts texts) {
        this.rulebook = rulebook;
        this.texts = texts;
    }

    public static String write(
            Rulebook rulebook, PlanGoal goal, PlanAnswer answer, PlanTexts texts) {
        return StackingJson.write(new PlanJson(rulebook, texts).answer(goal, answer));
    }

    /** What an answer is called: {@code satisfied}, {@code plans}, {@code no-plan} and so on. */
    public static String result(PlanAnswer answer) {
        return switch (answer) {
            case PlanAnswer.Satisfied satisfied -> "satisfied";
            case PlanAnswer.Waits waits -> "waits";
            case PlanAnswer.Found found -> "plans";
            case PlanAnswer.None none -> "no-plan";
            case PlanAnswer.Incomparable incomparable -> "not-comparable";
            case PlanAnswer.Unfinished unfinished -> "could-not-finish";
        };
    }

    private ObjectNode answer(PlanGoal goal, PlanAnswer answer) {
        var root = NODES.objectNode();
        root.put("result", result(answer));
        root.put("goal", goal.code());
        root.putObject("rulebook").put("id", rulebook.id()).put("version", rulebook.version());
        switch (answer) {
            case PlanAnswer.Satisfied(var audit) -> root.set("audit", audit(audit));
            case PlanAnswer.Waits(var day, var audit) -> {
                root.put("day", day.toString());
                root.set("audit", audit(audit));
            }
            case PlanAnswer.Found(var plans, var complete, var not) -> {
                root.put("complete", complete);
                var list = root.putArray("plans");
                plans.forEach(plan -> list.add(plan(plan)));
                notPlanned(root, not);
            }
            case PlanAnswer.None(var nearest, var not) -> {
                boolean enough = nearest.result() == Audit.Result.SATISFIED;
                root.put("code", enough ? "plan.constraints-in-the-way" : "plan.not-on-offer");
                root.set("nearest", audit(nearest));
                notPlanned(root, not);
            }
            case PlanAnswer.Incomparable(var currencies) -> {
                root.put("code", "plan.several-currencies");
                var list = root.putArray("currencies");
                currencies.forEach(list::add);
            }
            case PlanAnswer.Unfinished(var not) -> {
                root.put("code", "plan.work-spent");
                notPlanned(root, not);
            }
        }
        return root;
    }

    private ObjectNode audit(Audit audit) {
        return AuditJson.node(rulebook, audit, texts);
    }

    private void notPlanned(ObjectNode root, List<NotPlanned> reasons) {
        var list = root.putArray("notPlanned");
        for (var reason : reasons) {
            var node = list.addObject();
            node.put("offer", reason.offer());
            node.put("code", reason.code());
            node.put("text", texts.notPlanned(reason));
            var parameters = node.putArray("parameters");
            reason.parameters().forEach(parameters::add);
        }
    }

    private ObjectNode plan(Plan plan) {
        var node = NODES.objectNode();
        if (plan.dated()) {
            node.put("finish", plan.finish().toString());
        } else {
            node.putNull("finish");
            node.put("judgedOn", plan.finish().toString());
        }
        node.put("credits", StackingJson.decimal(plan.credits()));
        plan.hours()
                .ifPresentOrElse(hours -> node.put("hours", hours), () -> node.putNull("hours"));
        var prices = node.putArray("prices");
        plan.prices().forEach(price -> prices.add(price(price)));
        node.put("best", plan.best());
        plan.bound().ifPresent(bound -> bound(node.putObject("noneBelow"), bound));
        var courses = node.putArray("courses");
        plan.courses().forEach(course -> courses.add(course(course)));
        node.set("audit", audit(plan.audit()));
        return node;
    }

    private static void bound(ObjectNode node, Plan.Bound bound) {
        switch (bound) {
            case Plan.Bound.Credits(var least) -> node.put("credits", StackingJson.decimal(least));
            case Plan.Bound.Finish(var soonest) -> node.put("finish", soonest.toString());
            case Plan.Bound.Cost(var lowest) -> node.set("price", price(lowest));
        }
    }

    private static ObjectNode price(Price price) {
        return NODES.objectNode().put("amount", price.amount()).put("currency", price.currency());
    }

    private static ObjectNode course(Plan.Course course) {
        var node = NODES.objectNode();
        var offer = course.offer();
        node.put("offer", offer.id());
        node.put("credential", course.credential());
        node.put("course", offer.course());
        offer.facts().title().ifPresent(title -> node.put("title", title));
        offer.facts().issuer().ifPresent(issuer -> node.put("issuer", issuer));
        if (offer.dated()) {
            node.put("start", offer.start().toString());
            node.put("end", offer.end().toString());
            node.put("enrolBy", offer.lastDayToEnrol().toString());
        } else {
            node.putNull("start").putNull("end").putNull("enrolBy");
        }
        node.put("credits", StackingJson.decimal(offer.credits()));
        offer.price().ifPresent(price -> node.set("price", price(price)));
        var countsIn = node.putArray("countsIn");
        course.countsIn().forEach(countsIn::add);
        var opens = node.putArray("opens");
        course.opens().forEach(opens::add);
        return node;
    }
}
