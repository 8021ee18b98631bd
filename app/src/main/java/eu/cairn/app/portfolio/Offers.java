package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.stacking.Requirement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds published courses that a requirement would take. */
@Component
class Offers {

    private static final int MOST = 4;

    private final CoursesOnOffer courses;

    Offers(CoursesOnOffer courses) {
        this.courses = courses;
    }

    /** Everything that is on offer now. */
    List<OnOffer> published() {
        return courses.published();
    }

    /** Those of the courses on offer whose credential would count in all of these, not held. */
    static List<OnOffer> of(List<OnOffer> published, Stack stack, List<Requirement.Take> takes) {
        var held = heldCourses(stack);
        return published.stream()
                .filter(offer -> !held.contains(offer.code()))
                .filter(
                        offer -> {
                            var facts = CourseFacts.of(offer, stack.portfolio().asOf());
                            var day = stack.portfolio().asOf();
                            return takes.stream().allMatch(it -> it.from().matches(facts, day));
                        })
                .limit(MOST)
                .toList();
    }

    private static Set<String> heldCourses(Stack stack) {
        return stack.portfolio().credentials().stream()
                .flatMap(credential -> credential.course().stream())
                .collect(Collectors.toSet());
    }
}
