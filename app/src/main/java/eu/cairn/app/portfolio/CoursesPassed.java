package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Portfolio;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what a stack would be if published courses were passed today; nothing of it is kept. */
@Component
class CoursesPassed {

    /** The most courses of one question. */
    static final int MOST = 20;

    private final CoursesOnOffer courses;
    private final Stacks stacks;

    CoursesPassed(CoursesOnOffer courses, Stacks stacks) {
        this.courses = courses;
        this.stacks = stacks;
    }

    /** What would be, or why that cannot be said of these courses. */
    Decided<IfPassed> of(Stack stack, List<String> wanted) {
        if (wanted.isEmpty()) {
            return Decided.refused(Refusal.of("portfolio.if-passed-none", "courses"));
        }
        if (wanted.size() > MOST) {
            return Decided.refused(Refusal.of("portfolio.if-passed-too-many", "courses", MOST));
        }
        var refusals = new ArrayList<Refusal>();
        var found = new ArrayList<OnOffer>();
        var published = courses.published();
        for (var key : wanted.stream().distinct().toList()) {
            published.stream()
                    .filter(course -> course.key().equals(key))
                    .reduce((older, newer) -> newer)
                    .ifPresentOrElse(
                            found::add,
                            () ->
                                    refusals.add(
                                            Refusal.of(
                                                    "portfolio.if-passed-not-offered",
                                                    "courses",
                                                    key)));
        }
        var held = stack.portfolio().credentials();
        if (held.size() + found.size() > Portfolio.LARGEST) {
            refusals.add(Refusal.of("portfolio.if-passed-no-room", "courses", held.size()));
        }
        if (!refusals.isEmpty()) {
            return Decided.refused(refusals);
        }
        var credentials = found.stream().map(course -> credential(stack, course)).toList();
        return Decided.accepted(new IfPassed(stack, stacks.with(stack, credentials), found));
    }

    /** The credential of a course passed today; what is held has an address as its id. */
    private static HeldCredential credential(Stack stack, OnOffer course) {
        return CourseFacts.of(course.key(), course, stack.portfolio().asOf());
    }
}
