package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.credential.StacksAhead;
import eu.cairn.app.stacking.CourseFacts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says of the stacks that a person has begun what a further course would add to each. */
@Component
class CourseAdditions implements StacksAhead {

    /** The nearest ones: what stands further down a list helps nobody to choose a course. */
    private static final int MOST = 5;

    private final Stacks stacks;
    private final IfPassedViews views;

    CourseAdditions(Stacks stacks, IfPassedViews views) {
        this.stacks = stacks;
        this.views = views;
    }

    @Override
    public List<Addition> ifPassed(Person person, OnOffer course) {
        return stacks.reach(person).stacks().stream()
                .limit(MOST)
                .map(stack -> addition(stack, course))
                .toList();
    }

    private Addition addition(Stack stack, OnOffer course) {
        var day = stack.portfolio().asOf();
        var then = stacks.with(stack, List.of(CourseFacts.of(course.key(), course, day)));
        var passed = new IfPassed(stack, then, List.of(course));
        var counts = views.counts(then, course.key());
        return new Addition(
                "/stacks/%s/plan?course=%s#if-passed"
                        .formatted(stack.rulebook().id(), course.key()),
                stack.rulebook().title(),
                !counts.isEmpty(),
                counts,
                IfPassedViews.result(passed));
    }
}
