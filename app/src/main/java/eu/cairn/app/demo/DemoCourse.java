package eu.cairn.app.demo;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import java.time.LocalDate;
import java.util.List;

/**
 * A course of the demo and how far it should have come when the demo starts.
 *
 * @param key its name inside the demo, such as {@code una-intro}
 * @param organisation who offers it
 * @param state the state that it should be in
 * @param awardedOn the days on which boards of the demo have decided awards of it, earliest first
 */
public record DemoCourse(
        String key,
        DemoOrganisation organisation,
        CourseState state,
        CourseDraft draft,
        List<LocalDate> awardedOn) {

    public DemoCourse {
        awardedOn = List.copyOf(awardedOn);
    }
}
