package eu.cairn.app.portfolio;

import static eu.cairn.app.portfolio.AheadWords.say;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.AuditWords;
import eu.cairn.app.stacking.PlanWords;
import eu.cairn.app.stacking.RuleWords;
import eu.cairn.app.web.Labels;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.NotPlanned;
import eu.cairn.stacking.Plan;
import eu.cairn.stacking.PlanAnswer;
import eu.cairn.stacking.PlanGoal;
import eu.cairn.stacking.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes of the ways ahead what their page shows. */
@Component
class WaysViews {

    private final RuleWords words;

    WaysViews(RuleWords words) {
        this.words = words;
    }

    WaysView of(Ahead ahead) {
        return switch (ahead.answer()) {
            case PlanAnswer.Satisfied satisfied ->
                    none(
                            ahead,
                            say("portfolio.ahead-complete"),
                            say(
                                    "portfolio.ahead-complete-means",
                                    ahead.stack().rulebook().organisation().name()),
                            List.of());
            case PlanAnswer.Waits(var day, var audit) ->
                    none(
                            ahead,
                            say("portfolio.ahead-waits"),
                            say("portfolio.ahead-waits-means", Labels.of(day)),
                            List.of());
            case PlanAnswer.Found(var plans, var complete, var not) ->
                    found(ahead, plans, complete, not);
            case PlanAnswer.None(var nearest, var not) -> none(ahead, nearest, not);
            case PlanAnswer.Incomparable(var currencies) ->
                    none(
                            ahead,
                            say("portfolio.ahead-not-comparable"),
                            say("portfolio.ahead-currencies", String.join(", ", currencies)),
                            List.of());
            case PlanAnswer.Unfinished(var not) ->
                    none(
                            ahead,
                            say("portfolio.ahead-not-decided"),
                            say("portfolio.ahead-not-decided-means"),
                            not);
        };
    }

    private WaysView found(
            Ahead ahead, List<Plan> plans, boolean complete, List<NotPlanned> notPlanned) {
        var said = new AheadWords(ahead.stack(), words);
        var ways = new ArrayList<WaysView.Way>();
        for (var plan : plans) {
            ways.add(
                    new WaysView.Way(
                            ways.size() + 1,
                            finish(plan),
                            figures(plan),
                            plan.courses().stream()
                                    .map(it -> course(ahead, said, plan, it))
                                    .toList(),
                            PlanWords.proof(plan)));
        }
        boolean dated = plans.stream().allMatch(Plan::dated);
        return new WaysView(
                heading(ahead.asked().goal()),
                plans.size() > 1 ? say("portfolio.ahead-differ") : "",
                ways,
                !complete,
                Optional.empty(),
                List.of(),
                left(ahead, notPlanned),
                dated ? "" : say("portfolio.ahead-judged", Labels.of(ahead.courses().undated())),
                ahead.courses().beyond());
    }

    private static String heading(PlanGoal goal) {
        return switch (goal) {
            case SOONEST_FINISH -> say("portfolio.ahead-soonest");
            case FEWEST_CREDITS -> say("portfolio.ahead-fewest-credits");
            case LOWEST_COST -> say("portfolio.ahead-cheapest");
        };
    }

    private static String finish(Plan plan) {
        if (plan.dated()) {
            return say("portfolio.ahead-finish", Labels.of(plan.finish()));
        }
        return plan.courses().stream()
                .filter(course -> course.offer().dated())
                .map(course -> course.offer().end())
                .max(Comparator.naturalOrder())
                .map(day -> say("portfolio.ahead-finish-after", Labels.of(day)))
                .orElseGet(() -> say("portfolio.ahead-finish-unknown"));
    }

    private static String figures(Plan plan) {
        var said = new ArrayList<String>();
        said.add(plan.credits() + " ECTS");
        plan.hours()
                .ifPresent(hours -> said.add(hours.stripTrailingZeros().toPlainString() + " h"));
        said.add(
                plan.prices().isEmpty()
                        ? say("portfolio.ahead-no-price")
                        : plan.prices().stream()
                                .map(Price::toString)
                                .collect(Collectors.joining(" + ")));
        return String.join(", ", said);
    }

    private static WaysView.Course course(
            Ahead ahead, AheadWords said, Plan plan, Plan.Course planned) {
        var offer = planned.offer();
        var course = ahead.courses().course(offer.id());
        return new WaysView.Course(
                course,
                AheadWords.days(course, offer, ahead.courses().earliest()),
                offer.dated(),
                said.why(plan, planned));
    }

    private WaysView none(Ahead ahead, Audit nearest, List<NotPlanned> notPlanned) {
        boolean priceless =
                ahead.asked().goal() == PlanGoal.LOWEST_COST
                        && ahead.courses().offers().offers().stream()
                                .allMatch(offer -> offer.price().isEmpty());
        if (priceless) {
            return none(
                    ahead,
                    say("portfolio.ahead-no-prices"),
                    say("portfolio.ahead-no-prices-means"),
                    List.of());
        }
        if (nearest.result() == Audit.Result.SATISFIED) {
            return none(
                    ahead,
                    say("portfolio.ahead-in-the-way"),
                    say("portfolio.ahead-in-the-way-means"),
                    notPlanned);
        }
        return new WaysView(
                say("portfolio.ahead-not-on-offer"),
                nearest.missing()
                        .map(missing -> say("portfolio.ahead-still-missing", missing.toString()))
                        .orElseGet(() -> say("portfolio.ahead-nothing-would")),
                List.of(),
                false,
                nearest.missing(),
                further(ahead.stack(), nearest),
                left(ahead, notPlanned),
                "",
                ahead.courses().beyond());
    }

    private List<StackView.Way> further(Stack stack, Audit nearest) {
        return nearest.completion().stream()
                .map(
                        it ->
                                new StackView.Way(
                                        it.requirements().stream()
                                                .map(
                                                        id ->
                                                                words.title(
                                                                        stack.rulebook().rules(),
                                                                        id))
                                                .collect(Collectors.joining(" + ")),
                                        it.credits(),
                                        words.of(it.facts()),
                                        List.of()))
                .toList();
    }

    private WaysView none(
            Ahead ahead, String heading, String explanation, List<NotPlanned> notPlanned) {
        return new WaysView(
                heading,
                explanation,
                List.of(),
                false,
                Optional.empty(),
                List.of(),
                left(ahead, notPlanned),
                "",
                ahead.courses().beyond());
    }

    /** What is in none of the ways, by the sentence of its reason. */
    private static List<WaysView.Left> left(Ahead ahead, List<NotPlanned> notPlanned) {
        var byReason = new LinkedHashMap<String, List<OnOffer>>();
        for (var one : notPlanned) {
            var course = ahead.courses().course(one.offer());
            byReason.computeIfAbsent(why(ahead.stack(), course, one), it -> new ArrayList<>())
                    .add(course);
        }
        return byReason.entrySet().stream()
                .map(entry -> new WaysView.Left(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String why(Stack stack, OnOffer course, NotPlanned reason) {
        return stack.counts(course)
                ? say("portfolio.ahead-held")
                : AuditWords.english().notPlanned(reason);
    }
}
