package eu.cairn.app.credential;

import eu.cairn.app.account.Person;
import java.util.List;

/** The courses of which a learner can say how many hours they took. */
public interface CoursesToReport {

    /** Every course that a person took and that is over, those not yet reported first. */
    List<Course> of(Person person);

    /**
     * A course that somebody took.
     *
     * @param path the page on which the hours are reported
     * @param language of the title
     * @param reported whether they did
     */
    record Course(String path, String title, String language, boolean reported) {}
}
