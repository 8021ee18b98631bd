package eu.cairn.recognition;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.util.List;
import java.util.Optional;

/**
 * The unit of a qualification that an applicant asks to have a credential recognised as.
 *
 * @param qualification id of the qualification's rulebook
 * @param course code of the unit within the qualification
 * @param title its title
 * @param credits its size
 * @param level of its outcomes
 * @param profile its field and purpose in words
 * @param quality how its quality is assured, in words
 * @param outcomes what it leads to
 */
public record RecognisedUnitTarget(
        String qualification,
        String course,
        String title,
        Ects credits,
        Optional<EqfLevel> level,
        String profile,
        String quality,
        List<String> outcomes) {
    public RecognisedUnitTarget {
        outcomes = List.copyOf(outcomes);
    }
}
