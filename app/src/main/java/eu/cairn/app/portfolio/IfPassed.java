package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import java.util.List;

/**
 * A stack as it is, and as it would be if courses were passed that are not taken yet.
 *
 * @param courses each by its {@link OnOffer#key()}, which its credential is called in {@code then}
 */
record IfPassed(Stack now, Stack then, List<OnOffer> courses) {
    IfPassed {
        courses = List.copyOf(courses);
    }
}
