package eu.cairn.app.credential;

import eu.cairn.app.account.Person;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import java.util.List;

/** Where the catalogue learns what a course would add to what somebody already stacks. */
public interface StacksAhead {

    /** For each stack of a person in which something counts, the nearest first. */
    List<Addition> ifPassed(Person person, OnOffer course);

    /**
     * What a course would add to one stack if it were passed today; it is not the result.
     *
     * @param path the page that shows it in full
     * @param title of the qualification
     * @param adds whether its credential would count at all
     * @param counts where it would count and with how many credits, in words; empty where it would
     *     not
     * @param result what would become of the whole, in words
     */
    record Addition(String path, String title, boolean adds, String counts, String result) {}
}
