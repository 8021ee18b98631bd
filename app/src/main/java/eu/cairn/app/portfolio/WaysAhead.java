package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.stacking.LongWork;
import eu.cairn.app.stacking.PlanOptions;
import eu.cairn.stacking.Planner;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plans which published courses lead from a stack to its qualification. */
@Component
class WaysAhead {

    /** Less than on the command line: a page is waited for. */
    private static final long WORK = Planner.WORK / 8;

    private final CoursesOnOffer courses;
    private final LongWork work;

    WaysAhead(CoursesOnOffer courses, LongWork work) {
        this.courses = courses;
        this.work = work;
    }

    /** The ways, by what is asked of them; nothing where the server is busy with others. */
    Optional<Ahead> of(Stack stack, PlanOptions.Asked asked) {
        var rules = stack.rulebook().rules();
        var offers =
                CourseOffers.of(
                        courses.published(),
                        rules,
                        stack.portfolio().asOf(),
                        asked.constraints().from());
        return work.inTurn(
                () ->
                        new Ahead(
                                stack,
                                asked,
                                offers,
                                Planner.under(rules)
                                        .plans(
                                                stack.portfolio(),
                                                offers.offers(),
                                                asked.goal(),
                                                asked.constraints(),
                                                asked.ways(),
                                                WORK)));
    }
}
