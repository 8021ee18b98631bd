package eu.cairn.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Instances.Language;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class MissingCoursesTest {

    private static final Rulebook RULES =
            Rulebook.of("two", List.of(take("data", 5), take("law", 3)), List.of());

    private static Take take(String theme, int credits) {
        return new Take(
                theme,
                Note.NONE,
                Filter.of(new OneOf(Fact.THEME, List.of(theme))),
                Optional.of(Ects.of(credits)),
                Optional.empty(),
                false);
    }

    private static Portfolio holding(String... themes) {
        var held = new ArrayList<HeldCredential>();
        for (var theme : themes) {
            held.add(HeldCredential.of(theme, Ects.of(5)).themes(List.of(theme)).credential());
        }
        return Portfolio.of(Instances.DAY, held);
    }

    @Example
    void theCourseThatMostLearnersMissComesFirst() {
        var answer =
                MissingCourses.under(RULES)
                        .of(
                                List.of(
                                        holding("data"),
                                        holding("data"),
                                        holding("law"),
                                        holding("data", "law"),
                                        holding()));

        assertThat(answer.learners()).isEqualTo(5);
        assertThat(answer.satisfied()).isEqualTo(1);
        assertThat(answer.complete()).isTrue();
        var first = answer.courses().getFirst();
        assertThat(first)
                .isEqualTo(
                        new MissingCourses.Missing(
                                Ects.of(3), Map.of(Fact.THEME, List.of("law")), 2, 0));
        assertThat(answer.courses())
                .contains(
                        new MissingCourses.Missing(
                                Ects.of(5), Map.of(Fact.THEME, List.of("data")), 1, 0));
    }

    @Example
    void whereNobodyIsOneCourseAwayThereIsNone() {
        assertThat(MissingCourses.under(RULES).of(List.of(holding())).courses()).isEmpty();
        assertThat(MissingCourses.under(RULES).of(List.of()).courses()).isEmpty();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void everyLearnerWhoIsSaidToFinishDoesAndTheOrderOfLearnersDoesNotMatter(@ForAll long seed) {
        var random = new Random(seed);
        var rules = Instances.of(seed, Language.WHOLE, 6).rulebook();
        var learners = new ArrayList<Portfolio>();
        for (int learner = 0; learner < 5; learner++) {
            learners.add(Instances.of(random.nextLong(), Language.WHOLE, 6).portfolio());
        }
        var answer = MissingCourses.under(rules).of(learners);

        for (var course : answer.courses()) {
            long finish = learners.stream().filter(each -> finishes(rules, each, course)).count();
            assertThat(course.finish()).isEqualTo((int) finish - answer.satisfied());
        }
        Collections.shuffle(learners, random);
        assertThat(MissingCourses.under(rules).of(learners)).isEqualTo(answer);
    }

    private static boolean finishes(
            Rulebook rules, Portfolio learner, MissingCourses.Missing course) {
        var held = new ArrayList<>(learner.credentials());
        var facts = HeldCredential.of("further", course.credits()).awarded(learner.asOf());
        course.facts().forEach(facts::with);
        held.add(facts.credential());
        return Audits.audit(rules, Portfolio.of(learner.asOf(), held)).result() == Result.SATISFIED;
    }
}
