package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whether a learner could pass who shows nothing of one outcome. */
class PassRuleTest {

    @Test
    void anOutcomeOfLittleWeightCanBeFailedAndTheMarksAreNamed() {
        var way = rule(60, task(70, false, "", 1, 2), task(30, false, "", 3)).without(3);

        assertThat(way.orElseThrow().total()).isEqualTo(70);
        assertThat(way.orElseThrow().marks()).containsEntry(1, 100).containsEntry(2, 0);
    }

    @Test
    void aTaskThatMustBePassedByItselfClosesTheWay() {
        assertThat(rule(60, task(70, false, "", 1, 2), task(30, true, "", 3)).without(3)).isEmpty();
    }

    @Test
    void whoMissesOneOutcomeOfATaskStillReachesItsOtherMarks() {
        var rule = rule(50, task(100, true, "", 1, 2));

        assertThat(rule.without(1).orElseThrow().total()).isEqualTo(50);
        assertThat(rule(51, task(100, true, "", 1, 2)).without(1)).isEmpty();
    }

    @Test
    void aLearnerChoosesWhatHidesTheOutcome() {
        var tasks =
                List.of(
                        task(40, false, "", 1),
                        task(30, true, "A", 2),
                        task(30, false, "A", 1),
                        task(30, false, "A", 1, 2));

        assertThat(rule(70, 2, tasks).without(2).orElseThrow().marks()).containsOnlyKeys(1, 3, 4);
        assertThat(rule(90, 2, tasks).without(2)).isEmpty();
    }

    @Property(tries = 300)
    void nothingBetterIsFoundByTryingEveryChoice(
            @ForAll("designs") List<CourseDraft.Task> tasks, @ForAll("marks") int passMark) {
        var rule = rule(passMark, 1, tasks);

        for (int outcome = 1; outcome <= 3; outcome++) {
            double best = -1;
            for (var choice : choices(tasks)) {
                best = Math.max(best, total(choice, outcome, passMark));
            }
            var way = rule.without(outcome);
            assertThat(way.isPresent()).isEqualTo(best + 1e-9 >= passMark);
            if (way.isPresent()) {
                assertThat(way.get().total()).isEqualTo((int) Math.floor(best + 1e-9));
            }
        }
    }

    @Property(tries = 300)
    void anOutcomeIsAlwaysAssessedIfEveryChoiceAssessesIt(
            @ForAll("designs") List<CourseDraft.Task> tasks) {
        var choice = rule(50, 1, tasks).tasks();

        for (int number = 1; number <= 3; number++) {
            int outcome = number;
            assertThat(choice.alwaysAssesses(outcome))
                    .isEqualTo(
                            choices(tasks).stream()
                                    .allMatch(
                                            done ->
                                                    done.stream()
                                                            .anyMatch(
                                                                    task ->
                                                                            task.outcomes()
                                                                                    .contains(
                                                                                            outcome))));
        }
    }

    @Provide
    Arbitrary<List<CourseDraft.Task>> designs() {
        var tasks =
                Combinators.combine(
                                Arbitraries.integers().between(1, 60),
                                Arbitraries.of(true, false),
                                Arbitraries.of("", "A"),
                                Arbitraries.integers().between(1, 3).list().uniqueElements())
                        .as(
                                (weight, must, group, outcomes) ->
                                        new CourseDraft.Task(
                                                "",
                                                "",
                                                "" + weight,
                                                "1",
                                                "",
                                                outcomes,
                                                must,
                                                group));
        return tasks.list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<Integer> marks() {
        return Arbitraries.integers().between(1, 100);
    }

    /** All tasks of no group, with each task of group A in turn. */
    private static List<List<CourseDraft.Task>> choices(List<CourseDraft.Task> tasks) {
        var all = tasks.stream().filter(task -> task.group().isEmpty()).toList();
        var choices = new ArrayList<List<CourseDraft.Task>>();
        for (var chosen : tasks) {
            if (!chosen.group().isEmpty()) {
                var done = new ArrayList<>(all);
                done.add(chosen);
                choices.add(done);
            }
        }
        return choices.isEmpty() ? List.of(all) : choices;
    }

    private static double total(List<CourseDraft.Task> done, int outcome, int passMark) {
        double total = 0;
        for (var task : done) {
            double size = task.outcomes().size();
            double share = task.outcomes().contains(outcome) ? (size - 1) / size : 1;
            if (task.mustPass() && share * 100 + 1e-9 < passMark) {
                return -1;
            }
            total += Integer.parseInt(task.weight()) * share;
        }
        return total;
    }

    private static PassRule rule(int passMark, CourseDraft.Task... tasks) {
        return rule(passMark, 1, List.of(tasks));
    }

    private static PassRule rule(int passMark, int take, List<CourseDraft.Task> tasks) {
        var draft =
                Drafts.parts(Drafts.complete(), List.of(), tasks)
                        .with(
                                new DraftPlan()
                                        .with(
                                                new DraftPlan.Choices(
                                                        "" + passMark,
                                                        List.of(
                                                                new DraftPlan.Alternative(
                                                                        "A", "" + take)),
                                                        "",
                                                        "",
                                                        "",
                                                        List.of())));
        return PassRule.of(draft).orElseThrow();
    }

    private static CourseDraft.Task task(
            int weight, boolean mustPass, String group, int... outcomes) {
        return new CourseDraft.Task(
                "A task",
                "project-work",
                "" + weight,
                "5",
                "unsupervised-id",
                IntStream.of(outcomes).boxed().toList(),
                mustPass,
                group);
    }
}
