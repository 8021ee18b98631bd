package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.stacking.Requirement;
import java.util.List;
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
        return published.stream()
                .filter(offer -> stack.held(offer).isEmpty())
                .filter(
                        offer -> {
                            var facts = CourseFacts.of(offer, stack.portfolio().asOf());
                            var day = stack.portfolio().asOf();
                            return takes.stream().allMatch(it -> it.from().matches(facts, day));
                        })
                .limit(MOST)
                .toList();
    }
}
