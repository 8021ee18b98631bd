package eu.cairn.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.stacking.PlanInstances.Instance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** The planner against trying every set of offers. */
class PlannerOracleTest {

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void noSetOfOffersIsBetter(@ForAll long seed) {
        agrees(PlanInstances.of(seed, 7));
    }

    @Example
    void whereTimeAloneIsEnoughNoCourseIsPlanned() {
        var answer = plans(PlanInstances.of(40_634, 7));

        assertThat(answer).isInstanceOf(PlanAnswer.Waits.class);
        var waits = (PlanAnswer.Waits) answer;
        assertThat(waits.day()).isEqualTo("2026-09-07");
        assertThat(waits.audit().result()).isEqualTo(Audit.Result.SATISFIED);
    }

    @Tag("long")
    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void noSetOfOffersIsBetterInTwentyThousand(@ForAll long seed) {
        agrees(PlanInstances.of(seed, 8));
    }

    private static PlanAnswer plans(Instance instance) {
        return Planner.under(instance.rulebook())
                .plans(
                        instance.portfolio(),
                        instance.offers(),
                        instance.goal(),
                        instance.constraints(),
                        3);
    }

    private static void agrees(Instance instance) {
        var answer = plans(instance);
        if (PlanOracle.satisfiedToday(instance)) {
            assertThat(answer).isInstanceOf(PlanAnswer.Satisfied.class);
            return;
        }
        if (isLeftOpen(answer)) {
            assertThat(countsInPart(instance)).as("%s", instance).isTrue();
            return;
        }
        var ways = PlanOracle.ways(instance);
        if (ways.isEmpty()) {
            assertThat(answer)
                    .as("%s", instance)
                    .isInstanceOfAny(PlanAnswer.None.class, PlanAnswer.Waits.class);
            if (answer instanceof PlanAnswer.Waits(var day, var audit)) {
                assertThat(PlanOracle.satisfiedOn(instance, day)).as("%s", instance).isTrue();
                assertThat(PlanOracle.satisfiedOn(instance, day.minusDays(1))).isFalse();
            }
            return;
        }
        assertThat(answer).as("%s", instance).isInstanceOf(PlanAnswer.Found.class);
        var found = (PlanAnswer.Found) answer;
        var before = new ArrayList<Set<String>>();
        for (var plan : found.plans()) {
            var best = ways.stream().filter(way -> differs(way, before)).findFirst().orElseThrow();
            assertThat(PlanOracle.figures(instance, plan))
                    .as("%s: %s", instance, best)
                    .isEqualTo(best.figures());
            assertThat(plan.best()).isTrue();
            before.add(
                    new HashSet<>(plan.courses().stream().map(it -> it.offer().course()).toList()));
        }
        assertThat(found.complete()).isTrue();
        if (found.plans().size() < 3) {
            assertThat(ways).as("%s", instance).noneMatch(way -> differs(way, before));
        }
        everyOfferIsUsedOrHasAReason(instance, found);
    }

    private static boolean isLeftOpen(PlanAnswer answer) {
        return answer instanceof PlanAnswer.Unfinished
                || (answer instanceof PlanAnswer.Found found
                        && (!found.complete() || !found.plans().stream().allMatch(Plan::best)));
    }

    /** Only where credits may count in part an audit this small can be too hard to decide. */
    private static boolean countsInPart(Instance instance) {
        var rulebook = instance.rulebook();
        return rulebook.everyLimit().anyMatch(Limit::partial)
                || rulebook.everyRequirement()
                        .anyMatch(it -> it instanceof Requirement.Take take && take.partial());
    }

    private static boolean differs(PlanOracle.Way way, List<Set<String>> others) {
        var courses = way.courses();
        return others.stream()
                .noneMatch(each -> each.containsAll(courses) || courses.containsAll(each));
    }

    private static void everyOfferIsUsedOrHasAReason(Instance instance, PlanAnswer.Found found) {
        var used =
                found.plans().stream()
                        .flatMap(plan -> plan.courses().stream())
                        .map(course -> course.offer().id());
        var not = found.notPlanned().stream().map(NotPlanned::offer);

        assertThat(java.util.stream.Stream.concat(used, not).distinct())
                .hasSameSizeAs(instance.offers().offers());
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theOrderOfTheOffersChangesNothing(@ForAll long seed, @ForAll long other) {
        var instance = PlanInstances.of(seed, 8);
        var mixed = new ArrayList<>(instance.offers().offers());
        Collections.shuffle(mixed, new Random(other));
        var shuffled =
                new Instance(
                        instance.rulebook(),
                        instance.portfolio(),
                        new Offers(mixed),
                        instance.goal(),
                        instance.constraints(),
                        instance.ages(),
                        instance.byEngine());

        assertThat(plans(shuffled)).isEqualTo(plans(instance));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatIsNotProvedIsNeverCalledBest(@ForAll long seed) {
        var instance = PlanInstances.of(seed, 8);
        var answer =
                Planner.under(instance.rulebook())
                        .plans(
                                instance.portfolio(),
                                instance.offers(),
                                instance.goal(),
                                instance.constraints(),
                                1,
                                new Random(seed).nextInt(300));

        if (answer instanceof PlanAnswer.None) {
            assertThat(PlanOracle.ways(instance)).isEmpty();
        }
        if (answer instanceof PlanAnswer.Found found) {
            var best = PlanOracle.ways(instance).getFirst().figures();
            var plan = found.plans().getFirst();
            int order = PlanOracle.compare(PlanOracle.figures(instance, plan), best);
            assertThat(order == 0 || !plan.best()).as("%s", instance).isTrue();
        }
    }
}
